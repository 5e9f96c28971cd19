import { Alert, Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useListContext } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, moneyText, monthText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { PayeeMonth } from './difference.ts';

const right = 'right' as const;
const figure = (count: number | null, amount: number | null) => `${t('format.count', { count: count ?? 0 })}　${moneyText(amount)}`;

const Branches = ({ branches }: Pick<PayeeMonth, 'branches'>) => (
  <Box component="details" sx={{ mt: 0.5 }}>
    <summary>{t('payees.branches')}（{t('format.count', { count: branches.length })}）</summary>
    <MiniTable
      empty="" head={[{ label: t('closing.branch') }, { label: t('payees.ours'), align: right }, { label: t('payees.theirs'), align: right }, { label: t('closing.gap'), align: right }]}
      rows={branches.map((row) => ({
        key: row.branch_code ?? '-',
        cells: [row.branch_code === null ? t('closing.no_branch') : `${row.branch_code} ${row.branch_name}`, figure(row.ours, row.ours_amount), figure(row.theirs, row.theirs_amount), <Money key="g" amount={row.theirs_amount - row.ours_amount} />],
      }))}
    />
  </Box>
);

/** A report counts the whole country, our record only what the person may see: `whole` tells whether the two may be compared. */
const PayeeCard = ({ month, at, whole }: { month: PayeeMonth; at: string; whole: boolean }) => (
  <SectionCard title={`${t(`closing.payee_${month.payee}`)}　${monthText(at)}`}>
    {month.form === null ? <Typography color="text.secondary">{t('payees.none_yet')}</Typography> : (
      <>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.5 }}>
          <span>{t(whole ? 'payees.theirs' : 'payees.theirs_all')}</span><span>{figure(month.count, month.amount)}（{t(`payees.form.${month.form}`)}、{t('payees.imported', { at: dateText(month.at, true) })}）</span>
          <span>{t(whole ? 'payees.ours' : 'payees.ours_own')}</span><span>{figure(month.ours, month.ours_amount)}</span>
        </Box>
        {month.form === 'totals' && <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('payees.totals_hint')}</Typography>}
        {month.states.map(({ state, count, amount, oldest }) => (
          <Typography key={state}>{t('payees.state_line', { state: t(`payees.state.${state}`), count, amount: moneyText(amount), oldest })}</Typography>
        ))}
        {month.states.length === 0 && month.branches.length === 0 && <Typography sx={{ color: 'success.main' }}>✓ {t('payees.agree')}</Typography>}
        {month.branches.length > 0 && <Branches branches={month.branches} />}
      </>
    )}
  </SectionCard>
);

/** The month that is searched for, beside each payee; nothing while no month is chosen. */
export const Overview = () => {
  const { filterValues } = useListContext();
  const month: unknown = filterValues['month'];
  const actions = useActions();
  const whole = reachOf(useProfile().role) === 'hq';
  const { data, error } = useQuery({
    queryKey: ['payee_overview', month], enabled: typeof month === 'string', queryFn: () => actions.read<PayeeMonth[]>('payee_overview', { p_month: month }),
  });
  if (typeof month !== 'string') return null;
  if (error !== null) return <Alert severity="error">{toAppError(error).message}</Alert>;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' }, columnGap: 1, flex: 'none' }}>
      {data?.map((one) => <PayeeCard key={one.payee} month={one} at={month} whole={whole} />)}
    </Box>
  );
};
