import { Alert, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { addDays } from '../../domain/calendar.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';
import { type RuleName, useMute } from './radarData.ts';

/** Takes a line off the list until a day, with the reason that colleagues will read. */
export const MuteDialog = ({ rule, id, today, onClose }: { rule: RuleName; id: number; today: string; onClose: () => void }) => {
  const [until, setUntil] = useState(addDays(today, 7));
  const [note, setNote] = useState('');
  const mute = useMute();
  const notify = useNotify();
  const confirm = () => mute.mutate({ rule, id, until, note: note.trim() }, {
    onSuccess: () => {
      notify(t('radar.muted_done', { date: formatDate(until) }), { type: 'success' });
      onClose();
    },
  });
  return (
    <ConfirmDialog open title={t('radar.mute_title')} busy={mute.isPending} disabled={note.trim() === '' || until <= today} onConfirm={confirm} onClose={onClose}>
      <Typography sx={{ mb: 1.5 }}>{t('radar.mute_explain')}</Typography>
      <TextField
        type="date" required fullWidth label={t('radar.mute_until')} value={until} onChange={(event) => setUntil(event.target.value)} sx={{ mb: 1.5 }}
        slotProps={{ htmlInput: { min: addDays(today, 1), max: addDays(today, 180) }, inputLabel: { shrink: true } }}
      />
      <TextField required fullWidth multiline minRows={2} label={t('radar.mute_note')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
      {mute.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(mute.error).message}</Alert>}
    </ConfirmDialog>
  );
};
