import { Box } from '@mui/material';
import { formatPlate, formatPlateNumber, plateGround, type VehicleKind } from '../domain/plate.ts';

/** The plate's columns of a case. */
export type PlateRecord = {
  vehicle_kind: VehicleKind; plate_area: string | null; plate_class: string | null; plate_kana: string | null; plate_number: string | null;
  plate_raw?: string | null; small_plate?: boolean;
};

const COLOURS = {
  white: { ground: '#ffffff', ink: '#0a5a35' }, green: { ground: '#0a6b3c', ink: '#ffffff' },
  yellow: { ground: '#ffdd33', ink: '#111111' }, black: { ground: '#161616', ink: '#ffe14d' },
} as const;

/** A number plate drawn as a plate: place and class above, kana and number below; colours tell 登録車, 軽 and 事業用. */
export const PlateView = ({ plate, size = '1rem' }: { plate: PlateRecord; size?: string }) => {
  const parts = { area: plate.plate_area ?? '', class: plate.plate_class ?? '', kana: plate.plate_kana ?? '', number: plate.plate_number ?? '' };
  if (parts.number === '') return <span>{plate.plate_raw ?? ''}</span>;
  const { ground, ink } = COLOURS[plateGround(plate.vehicle_kind, parts.kana)];
  return (
    <Box
      role="img" aria-label={formatPlate(parts)}
      sx={{
        display: 'inline-flex', flexDirection: 'column', alignItems: 'center', fontSize: plate.small_plate ? `calc(${size} * 0.8)` : size, lineHeight: 1.15, px: '0.6em', py: '0.2em',
        minWidth: '6.2em', border: '2px solid', borderColor: ink, outline: `1px solid ${ground}`, borderRadius: '0.3em', bgcolor: ground, color: ink, fontWeight: 700, whiteSpace: 'nowrap', printColorAdjust: 'exact',
      }}
    >
      <Box component="span" sx={{ fontSize: '0.72em' }}>{`${parts.area} ${parts.class}`.trim()}</Box>
      <Box component="span"><Box component="span" sx={{ fontSize: '0.72em', mr: '0.4em' }}>{parts.kana}</Box>{formatPlateNumber(parts.number)}</Box>
    </Box>
  );
};

/** The plate on one line, for lists: a chip in the plate's colours. */
export const PlateText = ({ plate }: { plate: PlateRecord }) => {
  const parts = { area: plate.plate_area ?? '', class: plate.plate_class ?? '', kana: plate.plate_kana ?? '', number: plate.plate_number ?? '' };
  if (parts.number === '') return <span>{plate.plate_raw ?? ''}</span>;
  const { ground, ink } = COLOURS[plateGround(plate.vehicle_kind, parts.kana)];
  return (
    <Box component="span" aria-label={formatPlate(parts)} sx={{ px: 0.75, border: '1px solid', borderColor: ink, borderRadius: '3px', bgcolor: ground, color: ink, fontWeight: 600, whiteSpace: 'nowrap', printColorAdjust: 'exact' }}>
      {[parts.area, parts.class, parts.kana, formatPlateNumber(parts.number)].filter((part) => part !== '').join(' ')}
    </Box>
  );
};
