import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { moneyText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { BalanceRow } from './debitData.ts';
import { BranchWords, Company } from './parts.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceiptList } from './ReceiptList.tsx';
import { useBalances } from './useDebits.ts';

const right = { align: 'right' as const };
const HEAD = [
  { label: t('debit.company') }, { label: t('debit.branch_name') }, { label: t('debit.cycle') }, { label: t('debit.billed'), ...right }, { label: t('debit.receipts'), ...right }, { label: t('debit.balance'), ...right },
];
// The act stands beside the balance, not behind columns that are mostly 0.
const ACT = { label: '' };
const STANDING = [{ label: t('debit.scheduled'), ...right }, { label: t('debit.in_flight'), ...right }, { label: t('debit.outstanding'), ...right }];

/** 残高 by company: billed − collected, and where it stands; or those of them that have no account yet (口座登録中). */
export const BalanceList = ({ what }: { what: 'owing' | 'no_account' }) => {
  const mayAct = canAccess(useProfile().role, { resource: 'debit_batches', action: 'act' });
  const { data, isPending, error } = useBalances(what);
  const [paying, setPaying] = useState<BalanceRow | null>(null);
  const [message, setMessage] = useState('');
  const rows = data?.rows ?? [];
  return (
    <>
      <SectionCard title={data === undefined ? t(what === 'owing' ? 'debit.balances' : 'debit.no_account') : t('debit.sums', { count: data.count, balance: moneyText(data.balance) })}>
        <Typography sx={{ mb: 1 }}>{t(what === 'owing' ? 'debit.balance_hint' : 'debit.no_account_hint')}</Typography>
        {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
        {data !== undefined && rows.length < data.count && <Alert severity="info" sx={{ mb: 1 }}>{t('debit.rows_limit', { count: rows.length })}</Alert>}
        <MiniTable
          head={[...HEAD, ...(mayAct ? [ACT] : []), ...STANDING]} empty={t(what === 'owing' ? 'debit.no_balance' : 'debit.no_no_account')} isPending={isPending} error={error}
          rows={rows.map((row) => ({
            key: row.requester_id,
            cells: [
              <Company key="company" id={row.requester_id} code={row.code} name={row.name} />, <BranchWords key="branch" code={row.branch_code} name={row.branch_name} />, wordOf('debit_cycle', row.debit_cycle), <Money key="billed" amount={row.billed} />, <Money key="collected" amount={row.collected} />,
              <b key="balance"><Money amount={row.balance} /></b>, ...(mayAct ? [<Button key="pay" size="small" onClick={() => setPaying(row)}>{t('debit.receipt')}</Button>] : []),
              <Money key="scheduled" amount={row.scheduled} />, <Money key="flight" amount={row.in_flight} />, <Money key="left" amount={row.outstanding} />,
            ],
          }))}
        />
      </SectionCard>
      {what === 'owing' && <ReceiptList method="transfer" mayCancel={mayAct} />}
      {paying !== null && <ReceiptDialog company={{ id: paying.requester_id, name: paying.name }} method="transfer" suggested={paying.outstanding} onDone={(text) => { setPaying(null); setMessage(text); }} onClose={() => setPaying(null)} />}
    </>
  );
};
