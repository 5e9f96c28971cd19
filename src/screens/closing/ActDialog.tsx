import { Alert, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { waitingText } from '../../components/approvalAnswer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { TypedConfirmDialog } from '../../components/TypedConfirmDialog.tsx';
import { moneyText } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { ClosingPreview } from './closingData.ts';
import type { ClosingAction, useCloseMonth } from './useClosing.ts';

type Props = { action: ClosingAction; month: string; preview: ClosingPreview; reasonLabel?: string; act: ReturnType<typeof useCloseMonth>; onDone: (message: string) => void; onClose: () => void };

/** Asks before a month is closed (its name is typed), published or reopened, and tells how it went. */
export const ActDialog = ({ action, month, preview, reasonLabel, act, onDone, onClose }: Props) => {
  const me = useProfile().display_name;
  const [reason, setReason] = useState('');
  const name = formatMonth(month);
  const words = { month: name, count: preview.statements, amount: moneyText(preview.totals.total) };
  const confirm = () => act.mutate({ action, reason: reason.trim() }, {
    onSuccess: (answer) => onDone(waitingText(answer, me)
      ?? t(`closing.${action === 'close' ? 'closed' : action === 'publish' ? 'published' : 'reopened'}_done`, { month: name, count: answer.statements })),
  });
  const Dialog = action === 'close' ? TypedConfirmDialog : ConfirmDialog;
  return (
    <Dialog
      open word={name} title={t(`closing.${action}_title`, words)} confirmLabel={t(`closing.${action}`)} danger={action === 'reopen'} busy={act.isPending}
      disabled={reasonLabel !== undefined && reason.trim() === ''} onConfirm={confirm} onClose={onClose}
    >
      <Typography sx={{ mb: 1 }}>{t(`closing.${action}_explain`, words)}</Typography>
      {reasonLabel !== undefined && (
        <TextField fullWidth multiline minRows={2} required label={reasonLabel} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      )}
      {act.isPending && <ProgressLine label={t(`closing.running_${action}`, words)} />}
      {act.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(act.error).message}</Alert>}
    </Dialog>
  );
};
