import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Money } from '../../components/fields.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, moneyText } from '../../components/values.ts';
import { toHalf } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Deposit } from './ledgerData.ts';

const DepositDialog = ({ onClose }: { onClose: () => void }) => {
  const { today } = useProfile();
  const actions = useActions();
  const queries = useQueryClient();
  const notify = useNotify();
  const [typed, setTyped] = useState({ day: today, amount: '', note: '' });
  const amount = Number(toHalf(typed.amount).replaceAll(',', ''));
  const save = useMutation({
    mutationFn: () => actions.rpc('book_deposit', { p_booked_on: typed.day, p_amount: amount, p_note: typed.note.trim() === '' ? null : typed.note.trim() }),
    onSuccess: () => { notify(t('ledger.deposit_done'), { type: 'success' }); onClose(); },
    onSettled: () => queries.invalidateQueries({ queryKey: ['deposit_balance'] }),
  });
  const field = (name: keyof typeof typed) => ({ fullWidth: true, value: typed[name], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  return (
    <ConfirmDialog open title={t('ledger.deposit_add')} busy={save.isPending} disabled={!Number.isInteger(amount) || amount === 0 || typed.day === ''} onConfirm={() => save.mutate()} onClose={onClose}>
      <Typography sx={{ mb: 1 }}>{t('ledger.deposit_explain')}</Typography>
      <TextField type="date" required label={t('ledger.deposit_day')} {...field('day')} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }} />
      <TextField autoFocus required label={t('ledger.deposit_amount')} {...field('amount')} />
      <TextField label={t('ledger.deposit_note')} {...field('note')} slotProps={{ htmlInput: { maxLength: 200 } }} />
      {save.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(save.error).message}</Alert>}
    </ConfirmDialog>
  );
};

const Balance = ({ deposit }: { deposit: Deposit }) => (
  <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', flexWrap: 'wrap' }}>
    <Typography sx={{ fontSize: '1.25rem', fontWeight: 700 }}><Money amount={deposit.balance} /></Typography>
    <Typography sx={deposit.days_left !== null && deposit.days_left < 10 ? { color: 'error.main', fontWeight: 700 } : {}}>
      {deposit.days_left === null ? t('ledger.no_pace') : t('ledger.days_left', { days: deposit.days_left })}（{t('ledger.a_day')} {moneyText(Math.round(deposit.a_day))}）
    </Typography>
    <Typography color="text.secondary">{t('ledger.since', { day: dateText(deposit.since), paid_in: moneyText(deposit.paid_in), drawn: moneyText(deposit.drawn) })}</Typography>
  </Box>
);

/** 予納残高 of 軽検協 and how long it lasts; 本部経理 books what is paid in. */
export const DepositCard = () => {
  const { role } = useProfile();
  const actions = useActions();
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery({ queryKey: ['deposit_balance'], queryFn: () => actions.read<Deposit | null>('deposit_balance') });
  return (
    <SectionCard title={t('ledger.deposit')} action={role === 'hq_finance' && <Button onClick={() => setAdding(true)}>{t('ledger.deposit_add')}</Button>}>
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {data === null && <Typography color="text.secondary">{t('ledger.deposit_none')}</Typography>}
      {data != null && <Balance deposit={data} />}
      {adding && <DepositDialog onClose={() => setAdding(false)} />}
    </SectionCard>
  );
};
