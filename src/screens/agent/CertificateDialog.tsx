import { Alert, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { wordOf } from '../../components/values.ts';
import { isDate } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import type { Certificate } from './agentData.ts';
import { useSend } from './useForm.ts';

const KINDS = ['commercial_registration', 'scrivener', 'my_number_card'];
const DAYS = ['starts_on', 'ends_on', 'revoked_on'] as const;
type Form = { kind: string; holder: string; serial_no: string; starts_on: string; ends_on: string; revoked_on: string; note: string };

const formOf = (certificate: Certificate | undefined, holder: string): Form => ({
  kind: certificate?.kind ?? 'commercial_registration', holder: certificate?.holder ?? holder, serial_no: certificate?.serial_no ?? '', starts_on: certificate?.starts_on ?? '',
  ends_on: certificate?.ends_on ?? '', revoked_on: certificate?.revoked_on ?? '', note: certificate?.note ?? '',
});

const problemOf = (form: Form): Partial<Record<keyof Form, string>> => ({
  ...(form.kind === 'commercial_registration' ? {} : { kind: t('agent.kind_refused') }),
  ...(form.holder.trim() === '' ? { holder: t('agent.required') } : {}),
  ...(isDate(form.starts_on) ? {} : { starts_on: t('agent.required') }),
  ...(isDate(form.ends_on) ? (form.ends_on < form.starts_on ? { ends_on: t('agent.order') } : {}) : { ends_on: t('agent.required') }),
});

/** The facts of a certificate: its kind is judged as F-17 has it, 利用開始日 decides which filing it signs. */
export const CertificateDialog = ({ branch, holder, certificate, onClose }: { branch: number; holder: string; certificate: Certificate | undefined; onClose: () => void }) => {
  const { rpc } = useActions();
  const [form, setForm] = useState<Form>(() => formOf(certificate, holder));
  const [tried, setTried] = useState(false);
  const problems = problemOf(form);
  const fields = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]));
  const { busy, failure, run } = useSend(
    () => rpc('save_agent_certificate', { p: certificate === undefined ? { ...fields, branch_id: branch } : { ...fields, id: certificate.id, version: certificate.version } }), t('agent.saved'), onClose);
  const confirm = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) void run();
  };
  const field = (name: keyof Form, hint?: string) => ({
    name, label: t(`agent.${name}`), value: form[name], error: (tried || name === 'kind') && problems[name] !== undefined, helperText: (tried || name === 'kind' ? problems[name] : undefined) ?? hint, sx: { mt: 1.5, mr: 1.5 },
    onChange: (event: { target: { value: string } }) => setForm((before) => ({ ...before, [name]: event.target.value })),
  });
  const hints = { starts_on: t('agent.starts_hint'), ends_on: undefined, revoked_on: t('agent.revoked_hint') };
  return (
    <ConfirmDialog open title={t('agent.certificate_title')} busy={busy} onConfirm={confirm} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <TextField {...field('kind')} select fullWidth>{KINDS.map((kind) => <MenuItem key={kind} value={kind}>{wordOf('certificate_kind', kind)}</MenuItem>)}</TextField>
      <TextField {...field('holder')} fullWidth slotProps={{ htmlInput: { maxLength: 100 } }} />
      <TextField {...field('serial_no')} fullWidth slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }} />
      {DAYS.filter((name) => name !== 'revoked_on' || certificate !== undefined).map((name) => <TextField key={name} {...field(name, hints[name])} type="date" slotProps={{ inputLabel: { shrink: true } }} />)}
      <TextField {...field('note')} fullWidth multiline minRows={2} slotProps={{ htmlInput: { maxLength: 400 } }} />
    </ConfirmDialog>
  );
};
