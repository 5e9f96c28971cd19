import { Skeleton, Typography } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { Link } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { moneyText, wordOf } from '../../components/values.ts';
import { formatDate, formatMonth } from '../../domain/dateText.ts';
import { formatCount } from '../../domain/money.ts';
import { t, translate } from '../../i18n/translate.ts';
import { BranchMap } from './BranchMap.tsx';
import { ComparisonChart, RankChart } from './charts.ts';
import { rateText, soFar } from './compare.ts';
import { FigureTable, UnderChart } from './FigureTable.tsx';
import { type DrawNotice, noticeText } from '../account/movements.ts';
import type { BranchRow, ClosingRow, CompanyRow, DashboardData, DayRow, DebitRow, MonthRow, StatementRow, TopRow } from './types.ts';

const Chart = ({ children }: { children: ReactNode }) => <Suspense fallback={<Skeleton variant="rectangular" height={220} />}>{children}</Suspense>;
const count = (value: number | null): string => (value === null ? '' : formatCount(value));
const names = { nowName: t('dashboard.this_year'), beforeName: t('dashboard.last_year') };

/** The month so far by day against last year. */
export const DaysSection = ({ days, today }: { days: DayRow[]; today: string }) => {
  const { now, before } = soFar(days, today);
  const title = t('dashboard.days_title');
  return (
    <SectionCard title={title} action={<Typography sx={{ fontSize: '0.8125rem' }}>{t('dashboard.so_far', { this: now, last: before, rate: rateText(now, before) })}</Typography>}>
      <Chart><ComparisonChart label={t('dashboard.chart_label', { title })} {...names} points={days.map((row) => ({ label: String(Number(row.day.slice(8))), now: row.completed, before: row.last_year }))} /></Chart>
      <UnderChart>
        <FigureTable
          head={[t('dashboard.day'), t('dashboard.requested_count'), t('dashboard.completed_count'), t('dashboard.last_year')]} right={[1, 2, 3]}
          rows={days.map((row) => ({ key: row.day, cells: [formatDate(row.day), count(row.requested), count(row.completed), count(row.last_year)] }))}
          total={[t('dashboard.total'), count(days.reduce((sum, row) => sum + (row.requested ?? 0), 0)), count(days.reduce((sum, row) => sum + (row.completed ?? 0), 0)), count(days.reduce((sum, row) => sum + row.last_year, 0))]}
        />
      </UnderChart>
    </SectionCard>
  );
};

/** A year of months against the year before. */
export const MonthsSection = ({ months }: { months: MonthRow[] }) => {
  const title = t('dashboard.months_title');
  return (
    <SectionCard title={title}>
      <Chart><ComparisonChart label={t('dashboard.chart_label', { title })} {...names} points={months.map((row) => ({ label: t('dashboard.month_label', { month: Number(row.month.slice(5, 7)) }), now: row.completed, before: row.last_year }))} /></Chart>
      <UnderChart>
        <FigureTable
          head={[t('dashboard.month'), t('dashboard.completed_count'), t('dashboard.last_year'), t('dashboard.compare')]} right={[1, 2, 3]}
          rows={months.map((row) => ({ key: row.month, cells: [formatMonth(row.month), count(row.completed), count(row.last_year), rateText(row.completed, row.last_year)] }))}
        />
      </UnderChart>
    </SectionCard>
  );
};

/** The country on the latest day, with its figures under it. */
export const BranchesSection = ({ branches, day }: { branches: BranchRow[]; day: string }) => (
  <SectionCard title={t('dashboard.map_title', { date: formatDate(day) })}>
    <BranchMap branches={branches} />
    <UnderChart>
      <FigureTable
        head={[t('dashboard.branch'), t('dashboard.day_count'), t('dashboard.week_before'), t('dashboard.compare'), t('dashboard.month_count'), t('dashboard.rejections')]} right={[1, 2, 3, 4, 5]}
        rows={branches.map((row) => ({ key: row.code, cells: [`${row.code} ${row.office}`, count(row.day), count(row.week_before), rateText(row.day, row.week_before), count(row.month), count(row.rejections)] }))}
      />
    </UnderChart>
  </SectionCard>
);

const caseLink = (id: number) => `/applications?filter=${encodeURIComponent(JSON.stringify({ requester_id: id, oss_status: ['correction_requested', 'payment_retry', 'rejected', 'not_accepted'] }))}`;
/** Companies that need a word today. */
export const CompaniesSection = ({ companies }: { companies: CompanyRow[] }) => (
  <SectionCard title={t('dashboard.companies_title')}>
    {companies.length === 0 ? <Typography color="text.secondary">{t('dashboard.companies_none')}</Typography> : (
      <FigureTable
        head={[t('dashboard.company'), t('dashboard.corrections'), t('dashboard.retries'), t('dashboard.refusals')]} right={[1, 2, 3]}
        rows={companies.map((row) => ({ key: row.id, cells: [<Link key="to" to={caseLink(row.id)}>{row.name}</Link>, count(row.corrections), count(row.retries), count(row.trouble)] }))}
      />
    )}
  </SectionCard>
);

/** Who completed how much this month. */
export const TopSection = ({ top, title, column }: { top: TopRow[]; title: string; column: string }) => (
  <SectionCard title={title}>
    <Chart><RankChart label={t('dashboard.chart_label', { title })} ranks={top.map((row) => ({ name: row.name, count: row.completed }))} /></Chart>
    <UnderChart>
      <FigureTable head={[column, t('dashboard.completed_count'), t('dashboard.last_month')]} right={[1, 2]} rows={top.map((row) => ({ key: row.id, cells: [row.name, count(row.completed), count(row.last_month)] }))} />
    </UnderChart>
  </SectionCard>
);

const PAYEES = ['keikenkyo', 'kikou'] as const;
const payeesText = (payees: string[]): string =>
  PAYEES.map((payee) => `${t(`dashboard.payee_${payee}`)}：${payees.includes(payee) ? t('case.yes') : t('dashboard.payee_missing')}`).join('、');

/** How far the closing is, the newest month first. */
export const ClosingSection = ({ closing, mayOpen }: { closing: ClosingRow[]; mayOpen: boolean }) => (
  <SectionCard title={t('dashboard.closing_title')} action={mayOpen ? <Link to="/closing">{t('dashboard.to_closing')}</Link> : undefined}>
    <FigureTable
      head={[t('dashboard.month'), t('resources.billing_months.fields.status'), t('dashboard.completed_count'), t('dashboard.statements'), t('dashboard.amount'), t('dashboard.payees'), wordOf('debit_cycle', 27), wordOf('debit_cycle', 6)]} right={[2, 3, 4]}
      rows={closing.map((row) => ({ key: row.month, cells: [formatMonth(row.month), translate(`dashboard.closing_${row.status}`), count(row.completed), row.status === 'open' ? '' : count(row.statements), row.status === 'open' ? '' : moneyText(row.total), payeesText(row.payees), formatDate(row.debit_27), formatDate(row.debit_6)] }))}
    />
  </SectionCard>
);

/** The next debit dates and what will be asked for. */
export const DebitsSection = ({ debits, differences, failed }: { debits: DebitRow[]; differences: DashboardData['differences']; failed: DashboardData['failed_debits'] }) => (
  <>
    <SectionCard title={t('dashboard.debits_title')}>
      {debits.length === 0 ? <Typography color="text.secondary">{t('dashboard.debits_none')}</Typography> : (
        <FigureTable
          head={[t('dashboard.debit_on'), t('dashboard.cycle'), t('dashboard.count'), t('dashboard.amount')]} right={[2, 3]}
          rows={debits.map((row) => ({ key: `${row.debit_on}-${row.cycle}`, cells: [formatDate(row.debit_on), wordOf('debit_cycle', row.cycle), count(row.count), moneyText(row.total)] }))}
        />
      )}
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
  const line = statement && { month: formatMonth(statement.month), amount: moneyText(statement.total), date: formatDate(statement.debit_on ?? '') };
  return (
    <SectionCard title={t('dashboard.statement_title')} action={<Link to="/account">{t('account.title')}</Link>}>
      {notice !== null && <Typography sx={{ fontWeight: 700 }}>{noticeText(notice, today)}</Typography>}
      {statement === null || line === null ? <Typography color="text.secondary">{t('dashboard.statement_none')}</Typography>
        : <Link to={`/statements/${statement.id}/show`}>{t(statement.debit_on === null ? 'dashboard.statement_no_debit' : 'dashboard.statement_line', line)}</Link>}
    </SectionCard>
  );
};
