import { Alert, Box, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '../../components/PageTitle.tsx';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { canAccess, reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { ImportantNotices } from '../../resources/notices/ImportantNotices.tsx';
import { CardsWaiting } from '../../resources/contact_cards/CardsWaiting.tsx';
import { CertificateAlert } from '../agent/CertificateAlert.tsx';
import { tilesOf } from './queues.ts';
import { QueueTiles } from './QueueTiles.tsx';
import { BranchesSection, ClosingSection, CompaniesSection, DaysSection, DebitsSection, MonthsSection, StatementSection, TopSection } from './Sections.tsx';
import type { DashboardData } from './types.ts';

const weekdayOf = (day: string): string => [...t('dashboard.weekdays')][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

const UNPAID = `/applications?filter=${encodeURIComponent(JSON.stringify({ oss_status: ['inspection_fee_due', 'tech_fee_due', 'fees_due', 'weight_tax_due', 'payment_retry'] }))}`;
const DueSoon = ({ count }: { count: number }) => (count === 0 ? null : (
  <Alert severity="error" sx={{ mb: 1 }} action={<Link to={UNPAID}>{t('dashboard.unpaid_list')}</Link>}><strong>{`${t('dashboard.due_soon')}：${t('format.count', { count })}`}</strong>　{t('dashboard.due_soon_hint')}</Alert>
));

const columns = { display: 'grid', gap: 1, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } } as const;

/** What must be done today first, figures second; what is shown is what the database answered for this person. */
const Parts = ({ data }: { data: DashboardData }) => {
  const { role } = useProfile();
  const reach = reachOf(role);
  return (
    <>
      {reach === 'garage' && <CardsWaiting />}
      {data.queues && <QueueTiles tiles={tilesOf(data, reach)} />}
      {canAccess(role, { resource: 'work_list', action: 'list' }) && reach === 'branch' && <CertificateAlert branch={null} link />}
      <DueSoon count={data.due_soon ?? 0} />
      {canAccess(role, { resource: 'notices', action: 'list' }) && <ImportantNotices />}
      {data.closing && role === 'hq_finance' && <ClosingSection closing={data.closing} mayOpen />}
      <Box sx={columns}>
        <div>
          {data.branches && data.last_day && <BranchesSection branches={data.branches} day={data.last_day} today={data.today} />}
          {data.companies && <CompaniesSection companies={data.companies} />}
          {data.top && reach === 'branch' && <TopSection top={data.top} title={t('dashboard.top_title')} column={t('dashboard.company')} today={data.today} />}
          {data.statement !== undefined && role === 'requester_admin' && <StatementSection statement={data.statement} notice={data.draw_notice ?? null} today={data.today} />}
          {data.months && <MonthsSection months={data.months} today={data.today} />}
        </div>
        <div>
          {data.days && <DaysSection days={data.days} today={data.today} />}
          {data.debits && <DebitsSection debits={data.debits} differences={data.differences} failed={data.failed_debits} />}
          {data.top && reach === 'garage' && <TopSection top={data.top} title={t('dashboard.top_sites_title')} column={t('dashboard.site')} today={data.today} />}
        </div>
      </Box>
      {data.closing && role !== 'hq_finance' && <ClosingSection closing={data.closing} mayOpen={canAccess(role, { resource: 'billing_months', action: 'list' })} />}
      {role === 'auditor' && <Typography color="text.secondary">{t('dashboard.auditor')}</Typography>}
    </>
  );
};

/** ダッシュボード, by role. */
export const Dashboard = () => {
  const { read } = useActions();
  const { data, error, isPending } = useQuery({ queryKey: ['dashboard'], queryFn: () => read<DashboardData>('dashboard') });
  return (
    <>
      <PageTitle title={t('dashboard.title')} sub={data && t('dashboard.today', { date: formatDate(data.today), weekday: weekdayOf(data.today) })} />
      {error && <Alert severity="error">{toAppError(error).message}</Alert>}
      {data ? <Parts data={data} /> : isPending && <LoadingPage />}
    </>
  );
};
