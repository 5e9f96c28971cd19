import { useQueries } from '@tanstack/react-query';
import { Link, useDataProvider } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { t } from '../../i18n/translate.ts';

const OPEN = { outcome: ['open'] };

/** 業務情報照会: a garage's open cases by 申請ステータス, each count with the way to its cases (docs/decisions.md D-33a). */
export const OpenCases = () => {
  const dataProvider = useDataProvider();
  const statuses = useStatuses('filing_statuses').choices();
  const counts = useQueries({
    queries: statuses.map(({ id }) => ({
      queryKey: ['open_cases', id],
      queryFn: async () => (await dataProvider.getList('applications', {
        filter: { ...OPEN, filing_status: [id] }, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' },
      })).total ?? 0,
    })),
  });
  const rows = statuses.map((status, at) => ({ ...status, count: counts[at]?.data ?? 0 })).filter(({ count }) => count > 0);
  return (
    <SectionCard title={t('usage.by_status')}>
      <MiniTable
        head={[{ label: t('usage.status') }, { label: t('usage.waiting_count'), align: 'right' }, { label: '' }]} empty={t('usage.no_open')} isPending={counts.some(({ isPending }) => isPending)}
        rows={rows.map(({ id, name, count }) => ({
          key: id,
          cells: [name, t('format.count', { count }), <Link key="l" to={`/applications?filter=${encodeURIComponent(JSON.stringify({ ...OPEN, filing_status: [id] }))}`}>{t('usage.open_list')}</Link>],
        }))}
      />
    </SectionCard>
  );
};
