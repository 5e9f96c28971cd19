import { Alert, Box, TextField } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { useAct } from './useDebits.ts';

type Props = { company: { id: number; name: string }; method: 'transfer' | 'branch'; suggested: number; onDone: (message: string) => void; onClose: () => void };

const yenOf = (text: string): number | null => {
  const plain = text.normalize('NFKC').replaceAll(/[,\s円]/g, '');
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : null;
};

/** 入金を登録: a transfer to head office, or what the branch collected; in part, too. */
export const ReceiptDialog = ({ company, method, suggested, onDone, onClose }: Props) => {
  const { today } = useProfile();
  const [day, setDay] = useState(today);
  const [amount, setAmount] = useState(suggested > 0 ? String(suggested) : '');
  const [note, setNote] = useState('');
  const book = useAct<{ p_requester_id: number; p_received_on: string; p_amount: number; p_method: string; p_note: string }>('book_receipt');
  const yen = yenOf(amount);
  const save = () => book.mutate(
    { p_requester_id: company.id, p_received_on: day, p_amount: yen ?? 0, p_method: method, p_note: note },
    { onSuccess: () => onDone(t('debit.receipt_done', { amount: moneyText(yen) })) },
  );
  return (
    <ConfirmDialog open title={t('debit.receipt_title', { name: company.name })} confirmLabel={t('debit.receipt')} busy={book.isPending} disabled={yen === null || day === '' || day > today} onConfirm={save} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
        <TextField type="date" required label={t('debit.received_on')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }} />
        <TextField required autoFocus label={t('debit.received')} value={amount} error={amount !== '' && yen === null} onChange={(event) => setAmount(event.target.value)} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
        <TextField label={t('debit.note')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
        {book.error !== null && <Alert severity="error">{toAppError(book.error).message}</Alert>}
      </Box>
    </ConfirmDialog>
  );
};
