import { Alert, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { lengthOf, REQUEST_TEXT } from './caseRequest.ts';
import { useCaseAct } from '../applications/useCaseAct.ts';

const problemOf = (note: string): string | undefined => {
  if (lengthOf(note) === 0) return t('ask.required');
  return lengthOf(note) > REQUEST_TEXT ? t('ask.too_long', { max: REQUEST_TEXT }) : undefined;
};

/** The company asks the branch for one act, with a note. What was typed stays on a refusal. */
export const AskDialog = ({ id, kind, subject, onClose }: { id: number; kind: string; subject: string; onClose: () => void }) => {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = useCaseAct(onClose);
  const problem = tried ? problemOf(note) : undefined;
  const send = () => {
    setTried(true);
    if (problemOf(note) === undefined) void run('ask_branch', { p_application_id: id, p_kind: kind, p_note: note }, 'ask.sent');
  };
  return (
    <ConfirmDialog open title={t('ask.ask_title', { kind: wordOf('ask_kind', kind) })} confirmLabel={t('ask.send')} busy={busy} onConfirm={send} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary">{subject}</Typography>
      <TextField
        label={t('ask.note')} value={note} onChange={(event) => setNote(event.target.value)} multiline minRows={3} fullWidth autoFocus sx={{ mt: 1.5 }}
        error={problem !== undefined} helperText={problem ?? t('ask.note_hint')} slotProps={{ htmlInput: { 'aria-required': true } }}
      />
    </ConfirmDialog>
  );
};
