import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { needsRecordAgentNo } from '../../domain/application.ts';
import { rowMessage } from '../../i18n/imports.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { CARD_FIELDS, filledValues, isFlag, problemsOfValues, type CardField, type CardValues } from '../contact_cards/card.ts';
import { ValueFields } from '../contact_cards/ValueFields.tsx';
import type { Case } from './case.ts';
import { useCaseAct } from './useCaseAct.ts';
import { useVehicleUser, type VehicleUserRow } from './useCaseParts.ts';

const OF_USER: readonly CardField[] = ['ownership', 'name', 'representative', 'address_1', 'address_2'];
const NOT_OF: Record<'registered' | 'kei', readonly CardField[]> = { registered: ['certificate_no', 'account_ref'], kei: ['ownership', 'representative'] };

/** What can be corrected: the fields of the kind; 使用者 only where they are seen. */
const fieldsOf = (record: Case, seesUser: boolean): CardField[] =>
  CARD_FIELDS.filter((field) => !NOT_OF[record.vehicle_kind === 'kei' ? 'kei' : 'registered'].includes(field) && (seesUser || !OF_USER.includes(field)));

const valueOf = (field: CardField, record: Case, user: VehicleUserRow | undefined): string | boolean => {
  const value: unknown = (OF_USER.includes(field) ? user : record)?.[field];
  if (isFlag(field)) return value === true;
  return typeof value === 'string' ? value : '';
};

const Dialog = ({ record, user, seesUser, onClose }: { record: Case; user: VehicleUserRow | undefined; seesUser: boolean; onClose: () => void }) => {
  const { run, busy, failure } = useCaseAct(onClose);
  const fields = fieldsOf(record, seesUser);
  const [before] = useState<CardValues>(() => Object.fromEntries(fields.map((field) => [field, valueOf(field, record, user)])));
  const [values, setValues] = useState(before);
  const changed = fields.filter((field) => values[field] !== before[field]);
  const lacksNumber = needsRecordAgentNo(String(values.update_method)) && (values.record_agent_no ?? '') === '';
  const problems = { ...problemsOfValues(changed, values), ...(lacksNumber ? { record_agent_no: rowMessage('record_agent_no_required') } : {}) };
  const filled = filledValues(changed, values);
  const wrong = Object.keys(filled).length === 0 || Object.keys(problems).length > 0;
  return (
    <ConfirmDialog open title={t('correct.title')} busy={busy} disabled={wrong} onConfirm={() => void run('correct_case', { p_id: record.id, p_version: record.version, p_values: filled }, 'correct.saved')} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('correct.hint')}</Typography>
      <ValueFields fields={fields} values={values} problems={problems} vehicleKind={record.vehicle_kind} onChange={(field, value) => setValues((old) => ({ ...old, [field]: value }))} />
    </ConfirmDialog>
  );
};

const Loaded = ({ record, onClose }: { record: Case; onClose: () => void }) => {
  const seesUser = !useProfile().role.startsWith('hq_');
  const { user, isPending } = useVehicleUser(record.id, seesUser);
  return isPending ? null : <Dialog record={record} user={user} seesUser={seesUser} onClose={onClose} />;
};

/** 申請内容を修正: before 再申請 whoever may file again puts right what was wrong (docs/domain.md §3.4 A18). */
export const CorrectButton = ({ record }: { record: Case }) => {
  const [open, setOpen] = useState(false);
  if (!(record.available_events ?? []).includes('refile')) return null;
  return (
    <>
      <Button variant="outlined" sx={{ justifyContent: 'flex-start' }} onClick={() => setOpen(true)}>{t('correct.button')}</Button>
      {open && <Loaded record={record} onClose={() => setOpen(false)} />}
    </>
  );
};
