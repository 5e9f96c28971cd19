import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { type ClosingPreview, differencesOf } from './closingData.ts';
import { Step, Wrap } from './Step.tsx';

const right = 'right' as const;
const payeeName = (payee: string | undefined): string => (payee === 'keikenkyo' ? t('closing.payee_short_keikenkyo') : t('closing.payee_short_kikou'));

const Comparison = ({ payees }: Pick<ClosingPreview, 'payees'>) => (
  <Box sx={{ mt: 1.5 }}>
    <Typography sx={{ fontWeight: 700, mb: 0.5 }}>{t('closing.comparison')}</Typography>
    <MiniTable
      empty="" head={[
        { label: t('closing.payee') }, { label: t('closing.branch') }, { label: `${t('closing.ours')} ${t('closing.count')}`, align: right }, { label: `${t('closing.ours')} ${t('closing.amount')}`, align: right },
        { label: `${t('closing.theirs')} ${t('closing.count')}`, align: right }, { label: `${t('closing.theirs')} ${t('closing.amount')}`, align: right }, { label: t('closing.gap'), align: right },
      ]}
      rows={payees.map((row) => ({
        key: `${row.payee}${row.branch_code}`,
        cells: [
          payeeName(row.payee), row.branch_code === null ? t('closing.no_branch') : `${row.branch_code} ${row.branch_name}`,
          t('format.count', { count: row.ours }), moneyText(row.ours_amount), t('format.count', { count: row.theirs }), moneyText(row.theirs_amount), <Money key="gap" amount={row.theirs_amount - row.ours_amount} />,
        ],
      }))}
    />
  </Box>
);

/** 2: what the payees and we do not agree about. It warns and never blocks (D-23). */
export const DifferenceStep = ({ preview }: { preview: ClosingPreview }) => {
  const found = differencesOf(preview);
  return (
    <Step number={2} title={t('closing.step_differences')} state={found.length === 0 ? 'done' : 'todo'}>
      <MiniTable
        empty={t('closing.no_differences')}
        head={[{ label: t('closing.difference') }, { label: t('closing.payee') }, { label: t('closing.count'), align: right }, { label: t('closing.amount'), align: right }]}
        rows={found.map(({ code, payee, count, amount }) => ({ key: `${code}${payee}`, cells: [<Wrap key="d">{t(`closing.${code}`)}</Wrap>, payeeName(payee), t('format.count', { count }), <Money key="a" amount={amount} />] }))}
      />
      <Button component={Link} to={`/payee_differences?filter=${encodeURIComponent(JSON.stringify({ month: preview.month.length === 7 ? `${preview.month}-01` : preview.month }))}`} data-print="none">{t('closing.to_payees')}</Button>
      {found.length > 0 && <Typography color="text.secondary" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>{t('closing.differences_hint')}</Typography>}
      {preview.payees.length > 0 && <Comparison payees={preview.payees} />}
    </Step>
  );
};
