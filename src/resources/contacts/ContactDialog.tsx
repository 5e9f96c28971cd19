import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Identifier } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { useCaseAct } from '../applications/useCaseAct.ts';
import { CHANNELS, EMPTY_CONTACT, problemsOfContact, type ContactForm } from './contact.ts';

const FIELD = { mt: 1.5 } as const;

/** One call about one or several cases: who, how, what was said, and by when an answer is awaited. What was typed stays on a refusal. */
export const ContactDialog = ({ applications, subject, onClose }: { applications: Identifier[]; subject: string; onClose: () => void }) => {
  const { today } = useProfile();
  const { run, busy, failure } = useCaseAct(onClose);
  const [form, setForm] = useState<ContactForm>(EMPTY_CONTACT);
  const [tried, setTried] = useState(false);
  const problems = tried ? problemsOfContact(form, today) : {};
  const field = (name: keyof ContactForm) => ({
    name, label: t(`contact.${name}`), value: form[name], error: problems[name] !== undefined, helperText: problems[name] ?? (name === 'follow_up_on' ? t('contact.follow_up_hint') : undefined),
    onChange: (event: { target: { value: string } }) => setForm((before) => ({ ...before, [name]: event.target.value })),
  });
  const save = async () => {
    setTried(true);
    if (Object.keys(problemsOfContact(form, today)).length > 0) return;
    await run('add_contact', { p: { ...form, follow_up_on: form.follow_up_on || null, applications } }, 'contact.saved');
  };
  return (
    <ConfirmDialog open title={t('contact.add_title', { count: applications.length })} confirmLabel={t('contact.save')} busy={busy} onConfirm={() => void save()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary">{subject}</Typography>
      <TextField {...field('contacted')} required autoFocus fullWidth sx={FIELD} slotProps={{ htmlInput: { autoComplete: 'off' } }} />
      <TextField {...field('channel')} select required sx={{ ...FIELD, minWidth: '8rem' }}>
        {CHANNELS.map((channel) => <MenuItem key={channel} value={channel}>{wordOf('contact_channel', channel)}</MenuItem>)}
      </TextField>
      <TextField {...field('said')} required multiline minRows={3} fullWidth sx={FIELD} />
      <TextField {...field('follow_up_on')} type="date" sx={FIELD} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }} />
    </ConfirmDialog>
  );
};
