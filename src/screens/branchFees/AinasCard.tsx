import { Alert, Button, TextField } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { formatMonth } from '../../domain/dateText.ts';
import { toHalf } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type Row = { month: string; ours: number; unit_price: number | null; ours_amount: number | null; theirs: number | null; theirs_amount: number | null; note: string | null };
const right = 'right' as const;
const whole = (typed: string): number => (/^\d{1,9}$/.test(toHalf(typed).replaceAll(',', '')) ? Number(toHalf(typed).replaceAll(',', '')) : -1);

const BillDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const actions = useActions();
  const queries = useQueryClient();
  const notify = useNotify();
  const [typed, setTyped] = useState({ count: String(row.theirs ?? ''), amount: String(row.theirs_amount ?? ''), note: row.note ?? '' });
  const save = useMutation({
    mutationFn: () => actions.rpc('book_ainas_bill', { p_month: row.month, p_count: whole(typed.count), p_amount: whole(typed.amount), p_note: typed.note.trim() === '' ? null : typed.note.trim() }),
    onSuccess: () => { notify(t('branch_fees.booked'), { type: 'success' }); onClose(); },
    onSettled: () => queries.invalidateQueries({ queryKey: ['ainas_comparison'] }),
  });
  const field = (name: keyof typeof typed) => ({ fullWidth: true, value: typed[name], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  return (
    <ConfirmDialog open title={t('branch_fees.book_title', { month: formatMonth(row.month) })} busy={save.isPending} disabled={whole(typed.count) < 0 || whole(typed.amount) < 0} onConfirm={() => save.mutate()} onClose={onClose}>
      <TextField autoFocus required label={t('branch_fees.count')} {...field('count')} />
      <TextField required label={t('branch_fees.bill_amount')} {...field('amount')} />
      <TextField label={t('branch_fees.note')} {...field('note')} slotProps={{ htmlInput: { maxLength: 200 } }} />
      {save.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(save.error).message}</Alert>}
    </ConfirmDialog>
  );
};

/** What AINAS bills head office beside our completed cases at its price. */
export const AinasCard = () => {
  const { role } = useProfile();
  const actions = useActions();
  const [asked, setAsked] = useState<Row | null>(null);
  const { data, error, isPending } = useQuery({ queryKey: ['ainas_comparison'], queryFn: () => actions.read<Row[]>('ainas_comparison') });
  return (
    <SectionCard title={t('branch_fees.ainas')}>
      <MiniTable
        isPending={isPending} error={error === null ? null : toAppError(error)} empty={t('branch_fees.empty')}
        head={[
          { label: t('branch_fees.month') }, { label: t('branch_fees.ours'), align: right }, { label: `${t('branch_fees.ours')} ${t('closing.amount')}`, align: right }, { label: t('branch_fees.theirs'), align: right },
          { label: `${t('branch_fees.theirs')} ${t('closing.amount')}`, align: right }, { label: t('branch_fees.gap'), align: right }, { label: '' },
        ]}
        rows={(data ?? []).map((row) => ({
          key: row.month,
          cells: [
            formatMonth(row.month), t('format.count', { count: row.ours }), <Money key="o" amount={row.ours_amount} />, row.theirs === null ? t('branch_fees.not_booked') : t('format.count', { count: row.theirs }),
            <Money key="t" amount={row.theirs_amount} />, row.theirs_amount === null ? '' : <Money key="g" amount={row.theirs_amount - (row.ours_amount ?? 0)} />,
            role === 'hq_finance' && <Button key="b" size="small" onClick={() => setAsked(row)}>{t('branch_fees.book')}</Button>,
          ],
        }))}
      />
      {asked !== null && <BillDialog row={asked} onClose={() => setAsked(null)} />}
    </SectionCard>
  );
};
