import { Alert, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { actWord, type Approval, whatText } from './approval.ts';

/** Figures that changed since it was asked wait anew: then the answer names the new request. */
type Decided = { result: { approval?: object } | null };

export type Decision = 'approve' | 'reject' | 'withdraw';

/** Approves (the act runs at once), rejects with a reason, or takes the own request back. */
export const DecideDialog = ({ approval, decision, onDone, onClose }: { approval: Approval; decision: Decision; onDone: (message: string) => void; onClose: () => void }) => {
  const actions = useActions();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const act = actWord(approval.act);
  const decide = useMutation({
    mutationFn: () => actions.rpc<Decided>('decide_approval', { p_id: approval.id, p_decision: decision, p_note: note.trim() === '' ? null : note.trim() }),
    onSuccess: ({ result }) => {
      const approved = result?.approval === undefined ? 'approved' : 'changed';
      onDone(t(`approval.${decision === 'approve' ? approved : decision === 'reject' ? 'rejected' : 'withdrawn'}_done`, { act }));
    },
    // The act may have changed any figure of any screen.
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <ConfirmDialog
      open title={t(`approval.${decision}_title`, { act })} confirmLabel={t(`approval.${decision}`)} danger={decision !== 'approve'} busy={decide.isPending}
      disabled={decision === 'reject' && note.trim() === ''} onConfirm={() => decide.mutate()} onClose={onClose}
    >
      <Typography sx={{ mb: 1 }}>{t(`approval.${decision}_explain`)}</Typography>
      <Typography sx={{ mb: 1, fontWeight: 700 }}>{whatText(approval)}</Typography>
      {approval.reason !== null && <Typography sx={{ mb: 1 }}>{t('approval.note')}：{approval.reason}</Typography>}
      {decision !== 'withdraw' && (
        <TextField
          fullWidth multiline minRows={2} required={decision === 'reject'} label={t(decision === 'reject' ? 'approval.note' : 'approval.note_optional')} value={note}
          onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
      {decide.isPending && <ProgressLine label={t('approval.running')} />}
      {decide.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(decide.error).message}</Alert>}
    </ConfirmDialog>
  );
};
