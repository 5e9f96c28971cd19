import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { dateText } from '../../components/values.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { chassisNo } from '../../domain/chassis.ts';
import { plateKana, plateNumber } from '../../domain/plate.ts';
import { Refusal } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { caseName } from './case.ts';
import { fillFromFormer, type FormerRequest } from './fillForm.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

type Search = Record<string, string> | undefined;

/** The chassis number as far as it is typed. */
const chassisOf = (chassis: unknown): string | undefined => {
  const read = chassisNo(textOf(chassis));
  return textOf(chassis).length >= 5 && !(read instanceof Refusal) ? read : undefined;
};

/** The whole plate, once it is typed. */
const plateOf = ([kind, area, cls, kana, number]: unknown[]): Search => {
  const [readKana, readNumber] = [plateKana(textOf(kana)), plateNumber(textOf(number))];
  if (textOf(area) === '' || readKana instanceof Refusal || readNumber instanceof Refusal) return undefined;
  return { vehicle_kind: textOf(kind), plate_area: textOf(area), plate_class: textOf(cls).normalize('NFKC').toUpperCase(), plate_kana: readKana, plate_number: readNumber };
};

const useFormerOf = (search: Search): FormerRequest | null => {
  const actions = useActions();
  const { data = null } = useQuery({
    queryKey: ['former_request', search], enabled: search !== undefined, staleTime: 60_000,
    queryFn: () => actions.read<FormerRequest | null>('former_request', { p: search ?? {} }),
  });
  return data;
};

/** A car done so lately is hardly due again: its fees would be paid twice (docs/domain.md §4.9-4). */
const LATELY = 60;

/** Why the car should perhaps not be requested at all. */
const doubt = (former: FormerRequest, today: string): string | undefined => {
  const name = caseName(former);
  if (former.outcome === 'open') return t(former.filing_status === 'draft' ? 'former.draft' : 'former.open', { name });
  return former.completed_on !== null && daysBetween(former.completed_on, today) <= LATELY ? t('former.recent', { name, date: dateText(former.completed_on) }) : undefined;
};

/** Before it is too late: the same plate had another chassis number (docs/domain.md §2.5). */
const OtherChassis = ({ chassis, plate }: { chassis: string | undefined; plate: Search }) => {
  const former = useFormerOf(chassis === undefined ? undefined : plate);
  const before = former?.fields['chassis_no'];
  if (former === null || chassis === undefined || typeof before !== 'string' || before === chassis) return null;
  return <Alert severity="warning" sx={{ mb: 1 }}>{t('former.chassis', { name: caseName(former), chassis: before })}</Alert>;
};

/** Offers the former case of the car that is being typed. */
const Offer = ({ search }: { search: Search }) => {
  const { setValue } = useFormContext();
  const { today } = useProfile();
  const [used, setUsed] = useState<number>();
  const former = useFormerOf(search);
  if (former === null) return null;
  const name = caseName(former);
  const why = doubt(former, today);
  if (why !== undefined) {
    return <Alert severity="warning" sx={{ mb: 1 }} action={<Button color="inherit" component={Link} to={`/applications/${former.id}/show`}>{t('former.show')}</Button>}>{why}</Alert>;
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

/** What is known of the car that is being typed: its former case to copy, or a warning while nothing is saved yet. */
export const FormerOffer = () => {
  const [typed, ...parts] = useWatch({ name: ['chassis_no', 'vehicle_kind', 'plate_area', 'plate_class', 'plate_kana', 'plate_number'] }) as unknown[];
  const chassis = chassisOf(typed);
  const plate = plateOf(parts);
  return (
    <>
      <OtherChassis chassis={chassis} plate={plate} />
      <Offer search={chassis === undefined ? plate : { chassis_no: chassis }} />
    </>
  );
};
