import { Alert, Button, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { mandateKinds } from '../../domain/application.ts';
import { t, translate } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Case } from './case.ts';
import { textOf } from './CaseFacts.tsx';
import { useCaseAct } from './useCaseAct.ts';

const WAIVED = ['inspection_fee_waived', 'tech_fee_waived'] as const;

/** 委任状種別, its day, and what a 公用車 is free of. No document is taken in (docs/domain.md F-31). */
const MandateDialog = ({ record, onClose }: { record: Case; onClose: () => void }) => {
  const { run, busy, failure } = useCaseAct(onClose);
  const { today } = useProfile();
  const [kind, setKind] = useState(textOf(record, 'mandate_kind') ?? '');
  const [day, setDay] = useState(textOf(record, 'mandate_on') ?? today);
  const [waived, setWaived] = useState(() => Object.fromEntries(WAIVED.map((name) => [name, record[name] === true])));
  const free = kind === 'public_vehicle';
  const save = () => run('save_application', {
    p: {
      id: record.id, version: record.version, mandate_kind: kind === '' ? null : kind, mandate_on: kind === '' || day === '' ? null : day,
      ...Object.fromEntries(WAIVED.map((name) => [name, free && waived[name] === true])),
    },
  }, 'mandate.saved');
  return (
    <ConfirmDialog open title={t('mandate.set')} busy={busy} onConfirm={() => void save()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('mandate.hint')}</Typography>
      <TextField select fullWidth label={translate('resources.applications.fields.mandate_kind')} value={kind} onChange={(event) => setKind(event.target.value)} sx={{ mt: 1.5 }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
        <MenuItem value="">{t('mandate.none')}</MenuItem>
        {mandateKinds.map((name) => <MenuItem key={name} value={name}>{t(`mandate.${name}`)}</MenuItem>)}
      </TextField>
      {kind !== '' && <TextField type="date" label={t('mandate.day')} value={day} onChange={(event) => setDay(event.target.value)} sx={{ mt: 1.5 }} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }} />}
      {free && WAIVED.map((name) => (
        <FormControlLabel key={name} sx={{ display: 'flex' }} label={translate(`resources.applications.fields.${name}`)} control={<Checkbox checked={waived[name] === true} onChange={(_, on) => setWaived((old) => ({ ...old, [name]: on }))} />} />
      ))}
      {free && <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('mandate.waived_hint')}</Typography>}
    </ConfirmDialog>
  );
};

/** 電子委任状設定 of a draft of 登録車 (docs/domain.md §2.6). */
export const MandateButton = ({ record }: { record: Case }) => {
  const { role } = useProfile();
  const [open, setOpen] = useState(false);
  if (record.vehicle_kind !== 'registered' || !canAccess(role, { resource: 'applications', action: 'edit' })) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>{t('mandate.set')}</Button>
      {open && <MandateDialog record={record} onClose={() => setOpen(false)} />}
    </>
  );
};
