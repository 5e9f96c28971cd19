import { Box, Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { PlateView } from '../../components/PlateView.tsx';
import { plateKana, plateNumber, type VehicleKind } from '../../domain/plate.ts';
import { t } from '../../i18n/translate.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const half = (value: unknown): string => textOf(value).normalize('NFKC').toUpperCase();

/** The plate as it will be understood, while it is typed. */
export const PlatePreview = ({ kind }: { kind: VehicleKind }) => {
  const [area, cls, kana, number, small] = useWatch({ name: ['plate_area', 'plate_class', 'plate_kana', 'plate_number', 'small_plate'] }) as unknown[];
  const readKana = plateKana(textOf(kana));
  const readNumber = plateNumber(textOf(number));
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'center', alignContent: 'center', minHeight: '5rem' }} aria-live="polite">
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('form.preview')}</Typography>
      {typeof readNumber === 'string' && (
        <PlateView
          size="1.75rem"
          plate={{ vehicle_kind: kind, plate_area: textOf(area), plate_class: half(cls), plate_kana: typeof readKana === 'string' ? readKana : '', plate_number: readNumber, small_plate: small === true }}
        />
      )}
    </Box>
  );
};
