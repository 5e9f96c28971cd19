import { Skeleton, Typography } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { Link } from 'react-admin';
import { type ChartColumn, ChartFigures } from '../../components/ChartFigures.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { moneyText, wordOf } from '../../components/values.ts';
import { formatDate, formatMonth } from '../../domain/dateText.ts';
import { formatCount } from '../../domain/money.ts';
import { t, translate } from '../../i18n/translate.ts';
import { BranchMap } from './BranchMap.tsx';
import { ComparisonChart, RankChart } from './charts.ts';
import { rateText, soFar } from './compare.ts';
import { type DrawNotice, noticeText } from '../account/movements.ts';
import type { BranchRow, ClosingRow, CompanyRow, DashboardData, DayRow, DebitRow, MonthRow, StatementRow, TopRow } from './types.ts';

const Chart = ({ children }: { children: ReactNode }) => <Suspense fallback={<Skeleton variant="rectangular" height={220} />}>{children}</Suspense>;
const counts = (key: string, header: string): ChartColumn => ({ key, header, kind: 'count', width: 14, total: true });
const RATE: ChartColumn = { key: 'rate', header: t('dashboard.compare'), kind: 'code', width: 10, align: 'right' };
const left = (label: string) => ({ label });
const right = (label: string) => ({ label, align: 'right' as const });
const names = { nowName: t('dashboard.this_year'), beforeName: t('dashboard.last_year') };

/** The month so far by day against last year. */
export const DaysSection = ({ days, today }: { days: DayRow[]; today: string }) => {
  const { now, before } = soFar(days, today);
  const title = t('dashboard.days_title');
  return (
    <SectionCard title={title} action={<Typography sx={{ fontSize: '0.8125rem' }}>{t('dashboard.so_far', { this: now, last: before, rate: rateText(now, before) })}</Typography>}>
      <Chart><ComparisonChart label={t('dashboard.chart_label', { title })} {...names} points={days.map((row) => ({ label: String(Number(row.day.slice(8))), now: row.completed, before: row.last_year }))} /></Chart>
      <ChartFigures
        title={title} today={today} rows={days}
        columns={[
          { key: 'day', header: t('dashboard.day'), kind: 'date', width: 14, align: 'left' }, counts('requested', t('dashboard.requested_count')),
          counts('completed', t('dashboard.completed_count')), counts('last_year', t('dashboard.last_year')),
        ]}
      />
    </SectionCard>
  );
};

/** A year of months against the year before. */
export const MonthsSection = ({ months, today }: { months: MonthRow[]; today: string }) => {
  const title = t('dashboard.months_title');
  return (
    <SectionCard title={title}>
      <Chart><ComparisonChart label={t('dashboard.chart_label', { title })} {...names} points={months.map((row) => ({ label: t('dashboard.month_label', { month: Number(row.month.slice(5, 7)) }), now: row.completed, before: row.last_year }))} /></Chart>
      <ChartFigures
        title={title} today={today} rows={months.map((row) => ({ ...row, rate: rateText(row.completed, row.last_year) }))}
        columns={[
          { key: 'month', header: t('dashboard.month'), kind: 'month', width: 14, align: 'left' }, counts('completed', t('dashboard.completed_count')), counts('last_year', t('dashboard.last_year')), RATE,
        ]}
      />
    </SectionCard>
  );
};

/** The country on the latest day, with its figures under it. */
export const BranchesSection = ({ branches, day, today }: { branches: BranchRow[]; day: string; today: string }) => {
  const title = t('dashboard.map_title', { date: formatDate(day) });
  return (
    <SectionCard title={title}>
      <BranchMap branches={branches} />
      <ChartFigures
        title={title.replaceAll('/', '-')} today={today} rows={branches.map((row) => ({ ...row, office: `${row.code} ${row.office}`, rate: rateText(row.day, row.week_before) }))}
        columns={[
          { key: 'office', header: t('dashboard.branch'), kind: 'text', width: 18 }, counts('day', t('dashboard.day_count')), counts('week_before', t('dashboard.week_before')), RATE,
          counts('month', t('dashboard.month_count')), counts('rejections', t('dashboard.rejections')),
        ]}
      />
    </SectionCard>
  );
};

const caseLink = (id: number) => `/applications?filter=${encodeURIComponent(JSON.stringify({ requester_id: id, oss_status: ['correction_requested', 'payment_retry', 'rejected', 'not_accepted'] }))}`;
/** Companies that need a word today. */
export const CompaniesSection = ({ companies }: { companies: CompanyRow[] }) => (
  <SectionCard title={t('dashboard.companies_title')}>
    <MiniTable
      head={[left(t('dashboard.company')), right(t('dashboard.corrections')), right(t('dashboard.retries')), right(t('dashboard.refusals'))]} empty={t('dashboard.companies_none')}
      rows={companies.map((row) => ({ key: row.id, cells: [<Link key="to" to={caseLink(row.id)}>{row.name}</Link>, formatCount(row.corrections), formatCount(row.retries), formatCount(row.trouble)] }))}
    />
  </SectionCard>
);

/** Who completed how much this month. */
export const TopSection = ({ top, title, column, today }: { top: TopRow[]; title: string; column: string; today: string }) => (
  <SectionCard title={title}>
    <Chart><RankChart label={t('dashboard.chart_label', { title })} ranks={top.map((row) => ({ name: row.name, count: row.completed }))} /></Chart>
    <ChartFigures
      title={title} today={today} rows={top}
      columns={[{ key: 'name', header: column, kind: 'text', width: 36 }, counts('completed', t('dashboard.completed_count')), counts('last_month', t('dashboard.last_month'))]}
    />
  </SectionCard>
);

const PAYEES = ['keikenkyo', 'kikou'] as const;
const payeesText = (payees: string[]): string =>
  PAYEES.map((payee) => `${t(`dashboard.payee_${payee}`)}：${payees.includes(payee) ? t('case.yes') : t('dashboard.payee_missing')}`).join('、');

/** How far the closing is, the newest month first. */
export const ClosingSection = ({ closing, mayOpen }: { closing: ClosingRow[]; mayOpen: boolean }) => (
  <SectionCard title={t('dashboard.closing_title')} action={mayOpen ? <Link to="/closing">{t('dashboard.to_closing')}</Link> : undefined}>
    <MiniTable
      head={[left(t('dashboard.month')), left(t('resources.billing_months.fields.status')), right(t('dashboard.completed_count')), right(t('dashboard.statements')), right(t('dashboard.amount')), left(t('dashboard.payees')), left(wordOf('debit_cycle', 27)), left(wordOf('debit_cycle', 6))]} empty=""
      rows={closing.map((row) => ({ key: row.month, cells: [formatMonth(row.month), translate(`dashboard.closing_${row.status}`), formatCount(row.completed), ...(row.status === 'open' ? ['', ''] : [formatCount(row.statements), moneyText(row.total)]), payeesText(row.payees), formatDate(row.debit_27), formatDate(row.debit_6)] }))}
    />
  </SectionCard>
);

/** The next debit dates and what will be asked for. */
export const DebitsSection = ({ debits, differences, failed }: { debits: DebitRow[]; differences: DashboardData['differences']; failed: DashboardData['failed_debits'] }) => (
  <>
    <SectionCard title={t('dashboard.debits_title')}>
      <MiniTable
        head={[left(t('dashboard.debit_on')), left(t('dashboard.cycle')), right(t('dashboard.count')), right(t('dashboard.amount'))]} empty={t('dashboard.debits_none')}
        rows={debits.map((row) => ({ key: `${row.debit_on}-${row.cycle}`, cells: [formatDate(row.debit_on), wordOf('debit_cycle', row.cycle), formatCount(row.count), moneyText(row.total)] }))}
      />
    </SectionCard>
    {failed && (
      <SectionCard title={t('dashboard.failed_title')}>
        <Typography sx={failed.count > 0 ? { color: 'error.main', fontWeight: 700 } : {}}>
          {failed.count === 0 ? t('dashboard.failed_none') : t('dashboard.failed', { count: failed.count, amount: moneyText(failed.amount) })}
        </Typography>
        <Typography>{t('dashboard.failed_open', { transfers: failed.transfer_requests, queries: failed.account_queries })}</Typography>
      </SectionCard>
    )}
    {differences && (
      <SectionCard title={t('dashboard.differences_title')}>
        <Typography sx={differences.count > 0 ? { color: 'error.main', fontWeight: 700 } : {}}>
          {differences.count === 0 ? t('dashboard.differences_none') : t('dashboard.differences', { count: differences.count, amount: moneyText(differences.amount) })}
        </Typography>
      </SectionCard>
    )}
  </>
);

/** The company's next debit. */
export const StatementSection = ({ statement, notice, today }: { statement: StatementRow | null; notice: DrawNotice | null; today: string }) => {
  const which = statement?.debit_on ? (statement.debit_on < today ? 'last' : 'line') : 'no_debit';
  const line = statement && { month: formatMonth(statement.month), amount: moneyText(statement.total), date: formatDate(statement.debit_on ?? '') };
  return (
    <SectionCard title={t('dashboard.statement_title')} action={<Link to="/account">{t('account.title')}</Link>}>
      {notice !== null && <Typography sx={{ fontWeight: 700 }}>{noticeText(notice, today)}</Typography>}
      {statement === null || line === null ? <Typography color="text.secondary">{t('dashboard.statement_none')}</Typography>
        : <Link to={`/statements/${statement.id}/show`}>{t(`dashboard.statement_${which}`, line)}</Link>}
    </SectionCard>
  );
};
