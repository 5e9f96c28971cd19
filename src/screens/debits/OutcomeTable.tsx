import { Alert } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { moneyText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import type { DebitRow, Outcome } from './debitData.ts';
import { AccountWords, Company } from './parts.tsx';

const HEAD = [
  { label: t('debit.company') }, { label: t('debit.account') }, { label: t('debit.month_amount'), align: 'right' as const }, { label: t('debit.outstanding'), align: 'right' as const },
  { label: t('debit.total'), align: 'right' as const }, { label: t('debit.result') },
];

/** Companies of a debit day with one outcome; nothing where there is none. */
export const OutcomeTable = ({ outcome, total, rows }: { outcome: Outcome; total: { count: number; amount: number } | undefined; rows: DebitRow[] }) => {
  if (total === undefined) return null;
  return (
    <SectionCard title={`${t(`debit.outcome.${outcome}`)}　${t('format.count', { count: total.count })}　${moneyText(total.amount)}`}>
      {rows.length < total.count && <Alert severity="info" sx={{ mb: 1 }}>{t('debit.rows_limit', { count: rows.length })}</Alert>}
      <MiniTable
        head={HEAD} empty={t('debit.no_rows')}
        rows={rows.map((row) => ({
          key: row.requester_id,
          cells: [
            <Company key="company" id={row.requester_id} code={row.code} name={row.name} />, <AccountWords key="account" row={row} />, <Money key="month" amount={row.month_amount} />,
            <Money key="older" amount={row.outstanding_amount} />, <b key="amount"><Money amount={row.amount} /></b>, row.result_code === null ? t(`debit.outcome.${row.state}`) : `${row.result_code} ${wordOf('debit.result_code', row.result_code)}`,
          ],
        }))}
      />
    </SectionCard>
  );
};
