import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Money } from '../../components/fields.tsx';
import { dateText, moneyText, wordOf } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { DebitAccount } from './DebitAccount.tsx';
import { LineTable } from './LineTable.tsx';
import { splitLines, type Statement, type StatementLine, sumOf } from './statement.ts';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: '7rem 1fr', gap: 1, minHeight: '1.75rem', alignItems: 'baseline' }}>
    <Box component="dt" sx={{ color: 'text.secondary' }}>{label}</Box>
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{children}</Box>
  </Box>
);

const Addressee = ({ statement: { addressee, requester } }: { statement: Statement }) => (
  <Box>
    {addressee?.postal_code && <Typography>〒{addressee.postal_code}</Typography>}
    {addressee?.address && <Typography>{addressee.address}</Typography>}
    <Typography sx={{ fontSize: '1.125rem', fontWeight: 700 }}>{t('statement.issued_to', { name: addressee?.name ?? requester?.name ?? '' })}</Typography>
    <Typography color="text.secondary">{t('statement.code')} {addressee?.code ?? requester?.code}</Typography>
  </Box>
);

const Issuer = ({ statement: { issuer, status } }: { statement: Statement }) => {
  if (status !== 'published' || issuer === null) return null;
  return (
    <Box sx={{ textAlign: { sm: 'right' } }}>
      <Typography sx={{ fontWeight: 700 }}>{issuer.name}</Typography>
      <Typography color="text.secondary">{issuer.registration_no ? t('statement.registration_no', { number: issuer.registration_no }) : t('statement.no_number')}</Typography>
    </Box>
  );
};

const debitText = ({ debit_on, collection, debit_cycle }: Statement): string => {
  if (collection === 'branch') return t('statement.branch_collects');
  return debit_on === null ? t('statement.no_debit') : `${dateText(debit_on)}（${wordOf('debit_cycle', debit_cycle)}）`;
};

const Totals = ({ statement: { total, outstanding_before, transfer_asked, debit_on } }: { statement: Statement }) => {
  const lines: [string, number, boolean][] = [
    [t('statement.total'), total, true], [t('statement.outstanding'), outstanding_before, false],
    ...(transfer_asked === 0 ? [] : [[t('statement.transfer_asked'), transfer_asked, false] as [string, number, boolean]]),
    ...(debit_on !== null && outstanding_before !== 0 ? [[t('statement.debit_amount'), total + outstanding_before - transfer_asked, true] as [string, number, boolean]] : []),
  ];
  return (
    <Box component="dl" sx={{ m: 0, ml: 'auto', width: { xs: '100%', sm: '24rem' } }}>
      {lines.map(([label, amount, strong]) => (
        <Box key={label} sx={{ display: 'flex', justifyContent: 'space-between', py: 0.5, borderBottom: 1, borderColor: 'divider', fontWeight: strong ? 700 : 400, fontSize: strong ? '1.0625rem' : undefined }}>
          <dt>{label}</dt><Box component="dd" sx={{ m: 0 }}><Money amount={amount} /></Box>
        </Box>
      ))}
    </Box>
  );
};

/** The statement: who, when, lines with tax, advances apart, 引落合計, and what is carried over, never added to the total. */
export const StatementSheet = ({ statement, lines }: { statement: Statement; lines: StatementLine[] }) => {
  const { taxable, returned, advances, other } = splitLines(lines);
  const net: [string, number][] = [[t('statement.taxable_total'), statement.taxable_10], [t('statement.tax'), statement.tax_10]];
  return (
    <>
      {statement.status === 'cancelled' && <Alert severity="warning" sx={{ mb: 1 }}>{t('statement.cancelled')}{statement.cancel_reason && t('statement.cancel_reason', { reason: statement.cancel_reason })}</Alert>}
      {statement.statement_is_intact === false && <Alert severity="error" sx={{ mb: 1 }}>{t('statement.not_intact')}</Alert>}
      {statement.status === 'closed' && <Alert severity="info" sx={{ mb: 1 }}>{t('statement.not_published')}</Alert>}
      <Typography component="h2" sx={{ fontSize: '1.375rem', fontWeight: 700, textAlign: 'center', letterSpacing: '0.2em', mb: 2 }}>{t('statement.heading')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 2, mb: 2 }}><Addressee statement={statement} /><Issuer statement={statement} /></Box>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 3, m: 0, mb: 2, '@media print': { gridTemplateColumns: '1fr 1fr' } }}>
        <Fact label={t('statement.month')}>{formatMonth(statement.month)}</Fact>
        <Fact label={t('statement.number')}>{statement.number}</Fact>
        <Fact label={t('statement.debit_on')}>{debitText(statement)}</Fact>
        {statement.debit_state !== undefined && <Fact label={t('statement.result')}>{wordOf('debit_state', statement.debit_state)}</Fact>}
        <Fact label={t('statement.total')}><b>{moneyText(statement.total)}</b></Fact>
        <DebitAccount statement={statement}>{(words) => <Fact label={t('statement.account')}>{words}</Fact>}</DebitAccount>
      </Box>
      <LineTable title={t('statement.taxable')} lines={taxable} sums={returned.length === 0 ? net : [[t('statement.subtotal'), sumOf(taxable)]]} />
      {returned.length > 0 && (
        <LineTable
          title={t('statement.returned')} lines={returned}
          sums={[...(statement.status === 'published' ? [[t('statement.returned_total'), statement.return_10], [t('statement.tax'), statement.return_tax_10]] as [string, number][] : []), ...net]}
        />
      )}
      <LineTable title={t('statement.advances')} lines={advances} sums={[[t('statement.advances_total'), sumOf(advances)]]} />
      {other.length > 0 && <LineTable title={t('statement.other')} lines={other} sums={[[t('statement.other_total'), sumOf(other)]]} />}
      <Totals statement={statement} />
      {statement.outstanding_before !== 0 && statement.debit_on !== null && <Typography sx={{ mt: 1 }}>{t(statement.transfer_asked === 0 ? 'statement.outstanding_note' : 'statement.transfer_note')}</Typography>}
      <Typography color="text.secondary" sx={{ mt: 1.5, fontSize: '0.8125rem' }}>{t('statement.forecast')}　{t('statement.no_reduced_rate')}</Typography>
      {statement.content_hash !== null && <Typography color="text.secondary" sx={{ fontSize: '0.6875rem', overflowWrap: 'anywhere' }}>{t('statement.hash', { hash: statement.content_hash })}</Typography>}
    </>
  );
};
