import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { waitingText } from '../../components/approvalAnswer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { saveFile } from '../../components/download.ts';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { dateText, moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { DebitDetail } from './debitData.ts';
import { useAct } from './useDebits.ts';

const useFile = (detail: DebitDetail, onMessage: (message: string) => void) => {
  const actions = useActions();
  const queries = useQueryClient();
  const me = useProfile().display_name;
  const sent = detail.totals.sent;
  return useMutation({
    mutationFn: () => actions.debitFile(detail.debit_on),
    onSuccess: (answer) => {
      if (!(answer instanceof File)) return onMessage(waitingText(answer, me) ?? '');
      saveFile(answer, answer.name);
      if (detail.batch === null && sent !== undefined) onMessage(t('debit.made', { count: sent.count, amount: moneyText(sent.amount) }));
    },
    onSettled: () => queries.invalidateQueries(),
  });
};

/** 作成, ダウンロード and 取消 of the day's file. */
export const DayActs = ({ detail }: { detail: DebitDetail }) => {
  const [asked, setAsked] = useState<'make' | 'cancel' | null>(null);
  const [message, setMessage] = useState('');
  const [reason, setReason] = useState('');
  const file = useFile(detail, setMessage);
  const cancel = useAct<{ p_id: number; p_reason: string }>('cancel_debit_batch');
  const { batch, faults, totals } = detail;
  const date = dateText(detail.debit_on);
  const error = file.error ?? cancel.error;
  return (
    <Box sx={{ mb: 1 }}>
      {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
      {error !== null && <Alert severity="error" sx={{ mb: 1 }}>{toAppError(error).message}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {batch === null
          ? <Button variant="contained" disabled={file.isPending || faults.length > 0 || totals.sent === undefined} onClick={() => setAsked('make')}>{t('debit.make')}</Button>
          : <Button variant="contained" disabled={file.isPending} onClick={() => file.mutate()}>{t('debit.download')}</Button>}
        {batch !== null && <Typography color="text.secondary">{t('debit.same')}</Typography>}
        <Box sx={{ flex: 1 }} />
        {batch?.status === 'made' && <Button color="error" onClick={() => { setReason(''); setAsked('cancel'); }}>{t('debit.cancel')}</Button>}
      </Box>
      {file.isPending && <ProgressLine label={t('debit.making')} />}
      <ConfirmDialog open={asked === 'make'} title={t('debit.make_title', { date })} confirmLabel={t('debit.make')} focusConfirm onConfirm={() => { setAsked(null); file.mutate(); }} onClose={() => setAsked(null)}>
        <Typography>{t('debit.make_explain', { count: totals.sent?.count ?? 0, amount: moneyText(totals.sent?.amount ?? 0) })}</Typography>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'cancel'} title={t('debit.cancel_title', { date })} confirmLabel={t('debit.cancel')} danger disabled={reason.trim() === ''} onClose={() => setAsked(null)}
        onConfirm={() => { setAsked(null); cancel.mutate({ p_id: batch?.id ?? 0, p_reason: reason.trim() }, { onSuccess: () => setMessage(t('debit.cancelled')) }); }}
      >
        <Typography sx={{ mb: 1 }}>{t('debit.cancel_explain')}</Typography>
        <TextField fullWidth required autoFocus label={t('debit.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </ConfirmDialog>
    </Box>
  );
};
