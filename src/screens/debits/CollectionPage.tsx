import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { CollectionRow } from './debitData.ts';
import { BranchWords, Company } from './parts.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceiptList } from './ReceiptList.tsx';
import { useCollection } from './useDebits.ts';

const right = { align: 'right' as const };
const HEAD = [
  { label: t('debit.branch_name') }, { label: t('debit.company') }, { label: t('debit.number') }, { label: t('debit.outstanding'), ...right }, { label: t('debit.month_total'), ...right }, { label: t('debit.receipts'), ...right },
  { label: t('debit.balance'), ...right }, { label: '' },
];

/** The chosen month; until one is chosen the last one, or the one before where that is not closed yet. */
const useNewestMonth = (chosen: string | null): string => {
  const last = addMonths(monthOf(useProfile().today), -1);
  const { data } = useCollection(last);
  return chosen ?? (data?.length === 0 ? addMonths(last, -1) : last);
};

/** 支部徴収 of a month: who is billed by head office and pays the branch, and what came in. */
export const CollectionList = () => {
  const { role, today } = useProfile();
  const [chosen, setChosen] = useState<string | null>(null);
  const month = useNewestMonth(chosen);
  const [paying, setPaying] = useState<CollectionRow | null>(null);
  const [message, setMessage] = useState('');
  const { data, isPending, error } = useCollection(month);
  const mayBook = canAccess(role, { resource: 'debit_batches', action: 'act' }) || canAccess(role, { resource: 'branch_collection', action: 'act' });
  return (
    <>
      <SectionCard
        title={t('debit.branch')} action={(
          <TextField select label={t('debit.month')} value={month} onChange={(event) => setChosen(event.target.value)} sx={{ minWidth: '10rem' }}>
            {Array.from({ length: 18 }, (_, back) => addMonths(monthOf(today), -back - 1)).map((each) => <MenuItem key={each} value={each}>{formatMonth(each)}</MenuItem>)}
          </TextField>
        )}
      >
        <Typography sx={{ mb: 1 }}>{t('debit.branch_hint')}</Typography>
        {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
        <MiniTable
          head={HEAD} empty={t('debit.no_branch')} isPending={isPending} error={error}
          rows={(data ?? []).map((row) => ({
            key: row.statement_id,
            cells: [
              <BranchWords key="branch" code={row.branch_code} name={row.branch_name} />, <Company key="company" id={row.requester_id} code={row.code} name={row.name} />, <Link key="number" to={`/statements/${row.statement_id}/show`}>{row.number}</Link>,
              <Money key="older" amount={row.outstanding_before} />, <Money key="total" amount={row.total} />, <Money key="received" amount={row.received} />, <b key="balance"><Money amount={row.balance} /></b>,
              mayBook && <Button key="pay" size="small" onClick={() => setPaying(row)}>{t('debit.receipt')}</Button>,
            ],
          }))}
        />
      </SectionCard>
      <ReceiptList method="branch" mayCancel={mayBook} />
      {paying !== null && <ReceiptDialog company={{ id: paying.requester_id, name: paying.name }} method="branch" suggested={paying.balance} onDone={(text) => { setPaying(null); setMessage(text); }} onClose={() => setPaying(null)} />}
    </>
  );
};

/** 支部徴収 as a page of its own, for the branch. */
export const CollectionPage = () => (
  <CanAccess resource="branch_collection" action="list" accessDenied={<ForbiddenPage />}>
    <Box sx={{ maxWidth: '84rem' }}>
      <PageTitle title={t('debit.branch')}><Button variant="outlined" onClick={() => window.print()}>{t('action.print')}</Button></PageTitle>
      <CollectionList />
    </Box>
  </CanAccess>
);
