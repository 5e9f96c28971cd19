import { Alert, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';
import { Company } from './parts.tsx';
import { useAct } from './useDebits.ts';

type Receipt = RaRecord<number> & { requester_id: number; requester: { code: string; name: string } | null; received_on: string; amount: number; note: string | null; cancelled_at: string | null; cancel_reason: string | null };

const HEAD = [{ label: t('debit.received_on') }, { label: t('debit.company') }, { label: t('debit.amount'), align: 'right' as const }, { label: t('debit.note') }, { label: '' }];

const CancelDialog = ({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const act = useAct<{ p_id: number; p_reason: string }>('cancel_receipt');
  return (
    <ConfirmDialog
      open danger title={t('debit.receipt_cancel_title', { date: dateText(receipt.received_on), amount: moneyText(receipt.amount) })} confirmLabel={t('debit.receipt_cancel')} busy={act.isPending} disabled={reason.trim() === ''} onClose={onClose}
      onConfirm={() => act.mutate({ p_id: receipt.id, p_reason: reason.trim() }, { onSuccess: onClose })}
    >
      <TextField fullWidth required autoFocus sx={{ mt: 1 }} label={t('debit.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {act.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(act.error).message}</Alert>}
    </ConfirmDialog>
  );
};

/** The newest 入金 that were booked by hand; a wrong one is taken back with a reason and stays in sight. */
export const ReceiptList = ({ method, mayCancel }: { method: 'transfer' | 'branch'; mayCancel: boolean }) => {
  const { data, isPending, error } = useGetList<Receipt>('receipts', { filter: { method }, pagination: { page: 1, perPage: 50 }, sort: { field: 'id', order: 'DESC' } });
  const [asked, setAsked] = useState<Receipt | null>(null);
  return (
    <SectionCard title={t('debit.receipts')}>
      <MiniTable
        head={HEAD} empty={t('debit.no_receipts')} isPending={isPending} error={error}
        rows={(data ?? []).map((receipt) => ({
          key: receipt.id,
          cells: [
            dateText(receipt.received_on), <Company key="company" id={receipt.requester_id} code={receipt.requester?.code ?? ''} name={receipt.requester?.name ?? ''} />, <Money key="amount" amount={receipt.amount} />,
            receipt.cancelled_at === null ? receipt.note : `${t('debit.receipt_cancelled')}：${receipt.cancel_reason ?? ''}`,
            mayCancel && receipt.cancelled_at === null && <Button key="cancel" size="small" color="error" onClick={() => setAsked(receipt)}>{t('debit.receipt_cancel')}</Button>,
          ],
        }))}
      />
      {asked !== null && <CancelDialog receipt={asked} onClose={() => setAsked(null)} />}
    </SectionCard>
  );
};
