import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { dateText } from '../../components/values.ts';
import { chassisNo } from '../../domain/chassis.ts';
import { plateKana, plateNumber } from '../../domain/plate.ts';
import { Refusal } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { caseName } from './case.ts';
import { fillFromFormer, type FormerRequest } from './fillForm.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What names the car as far as it is typed: the chassis number, else the whole plate. */
const searchOf = ([chassis, kind, area, cls, kana, number]: unknown[]): Record<string, string> | undefined => {
  const readChassis = chassisNo(textOf(chassis));
  if (textOf(chassis).length >= 5 && !(readChassis instanceof Refusal)) return { chassis_no: readChassis };
  const [readKana, readNumber] = [plateKana(textOf(kana)), plateNumber(textOf(number))];
  if (textOf(area) === '' || readKana instanceof Refusal || readNumber instanceof Refusal) return undefined;
  return { vehicle_kind: textOf(kind), plate_area: textOf(area), plate_class: textOf(cls).normalize('NFKC').toUpperCase(), plate_kana: readKana, plate_number: readNumber };
};

/** Offers the former case of the car that is being typed, and warns of one that is still open. */
export const FormerOffer = () => {
  const { setValue } = useFormContext();
  const actions = useActions();
  const search = searchOf(useWatch({ name: ['chassis_no', 'vehicle_kind', 'plate_area', 'plate_class', 'plate_kana', 'plate_number'] }) as unknown[]);
  const [used, setUsed] = useState<number>();
  const { data: former } = useQuery({
    queryKey: ['former_request', search], enabled: search !== undefined, staleTime: 60_000,
    queryFn: () => actions.read<FormerRequest | null>('former_request', { p: search ?? {} }),
  });
  if (!former) return null;
  const name = caseName(former);
  if (former.outcome === 'open' && former.filing_status !== 'draft') {
    return <Alert severity="warning" sx={{ mb: 1 }} action={<Button color="inherit" component={Link} to={`/applications/${former.id}/show`}>{t('former.show')}</Button>}>{t('former.open', { name })}</Alert>;
  }
  if (used === former.id) return <Alert severity="success" sx={{ mb: 1 }}>{t('former.used')}</Alert>;
  const use = () => {
    fillFromFormer(setValue, former);
    setUsed(former.id);
  };
  return (
    <Alert severity="info" sx={{ mb: 1 }} action={<Button color="inherit" onClick={use}>{t('former.use')}</Button>}>
      {t('former.found', { name, date: dateText(former.completed_on ?? former.requested_at) })}
    </Alert>
  );
};
