import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { type BalanceRow, type Followup, toDo } from './debitData.ts';
import { BranchWords, Company } from './parts.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { useAct, useBalances } from './useDebits.ts';

type Asked = { row: BalanceRow; followup: Followup } | null;

const HEAD = [
  { label: t('debit.company') }, { label: t('debit.branch_name') }, { label: t('debit.last') }, { label: t('debit.outstanding'), align: 'right' as const }, { label: t('debit.balance'), align: 'right' as const }, { label: t('debit.to_do') },
];

const ToDo = ({ row }: { row: BalanceRow }) => {
  const request = row.followups?.find(({ kind }) => kind === 'transfer_request');
  return (
    <>
      {(request === undefined || toDo(row) !== 'transfer_request') && <div>{t(`debit.${toDo(row)}`)}</div>}
      {request && <><Link to={`/debits/requests/${request.id}`}>{t('debit.print_request')}</Link>（<Money amount={request.amount} />　{t('debit.due', { date: dateText(request.due_on) })}）</>}
    </>
  );
};

const CloseDialog = ({ asked, onDone, onClose }: { asked: NonNullable<Asked>; onDone: () => void; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const act = useAct<{ p_id: number; p_reason: string }>('close_followup');
  const kind = asked.followup.kind === 'account_query' ? 'query' : 'request';
  return (
    <ConfirmDialog
      open title={t(`debit.close_${kind}_title`, { name: asked.row.name })} confirmLabel={t(`debit.close_${kind}`)} busy={act.isPending} disabled={reason.trim() === ''} onClose={onClose}
      onConfirm={() => act.mutate({ p_id: asked.followup.id, p_reason: reason.trim() }, { onSuccess: onDone })}
    >
      <Typography sx={{ mb: 1 }}>{t(`debit.close_${kind}_explain`)}</Typography>
      <TextField fullWidth required autoFocus label={t('debit.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {act.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(act.error).message}</Alert>}
    </ConfirmDialog>
  );
};

const Acts = ({ row, onReceipt, onClose }: { row: BalanceRow; onReceipt: () => void; onClose: (followup: Followup) => void }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, ml: -0.5 }}>
    <Button size="small" onClick={onReceipt}>{t('debit.receipt')}</Button>
    {(row.followups ?? []).map((followup) => <Button key={followup.id} size="small" onClick={() => onClose(followup)}>{t(followup.kind === 'account_query' ? 'debit.close_query' : 'debit.close_request')}</Button>)}
  </Box>
);

/** 引落不能・要対応: what failures left, and what to do about each: 再振替, 振込依頼書, 口座確認 (docs/decisions.md D-28). */
export const FailedList = () => {
  const mayAct = canAccess(useProfile().role, { resource: 'debit_batches', action: 'act' });
  const { data, isPending, error } = useBalances('failed');
  const [asked, setAsked] = useState<Asked>(null);
  const [paying, setPaying] = useState<BalanceRow | null>(null);
  const [message, setMessage] = useState('');
  const done = (text: string) => { setAsked(null); setPaying(null); setMessage(text); };
  return (
    <SectionCard>
      <Typography sx={{ mb: 1 }}>{t('debit.failed_hint')}</Typography>
      {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
      <MiniTable
        head={HEAD} empty={t('debit.no_failed')} isPending={isPending} error={error}
        rows={(data?.rows ?? []).map((row) => ({
          key: row.requester_id,
          cells: [
            <Company key="company" id={row.requester_id} code={row.code} name={row.name} />, <BranchWords key="branch" code={row.branch_code} name={row.branch_name} />,
            row.last_on === null ? '' : `${dateText(row.last_on)}　${row.last_code ?? ''} ${wordOf('debit.result_code', row.last_code)}`, <Money key="left" amount={row.outstanding} />, <Money key="balance" amount={row.balance} />,
            <Box key="do" sx={{ whiteSpace: 'normal', minWidth: '13rem' }}>
              <ToDo row={row} />
              {mayAct && <Acts row={row} onReceipt={() => setPaying(row)} onClose={(followup) => setAsked({ row, followup })} />}
            </Box>,
          ],
        }))}
      />
      {asked !== null && <CloseDialog asked={asked} onDone={() => done(t('debit.closed_done'))} onClose={() => setAsked(null)} />}
      {paying !== null && <ReceiptDialog company={{ id: paying.requester_id, name: paying.name }} method="transfer" suggested={paying.outstanding} onDone={done} onClose={() => setPaying(null)} />}
    </SectionCard>
  );
};
