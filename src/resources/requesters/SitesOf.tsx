import { Link, useGetList } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useSiteWords } from '../sites/siteWords.ts';

/** The workshops of a company, closed ones last. */
export const SitesOf = ({ requesterId }: { requesterId: number }) => {
  const words = useSiteWords();
  const { data = [], isPending, error } = useGetList('sites', { filter: { tab: 'home', requester_id: requesterId }, pagination: { page: 1, perPage: 200 }, sort: { field: 'code', order: 'ASC' } });
  const rows = [...data.filter((site) => site['status'] !== 'closed'), ...data.filter((site) => site['status'] === 'closed')];
  return (
    <SectionCard title={words.section}>
      <MiniTable
        head={[{ label: words.code }, { label: words.name }, { label: t('site.branch') }, { label: words.recordAgentNo }, { label: words.status, align: 'center' }]}
        rows={rows.map((site) => ({
          key: site.id,
          cells: [<Link key="code" to={`/sites/${site.id}/show`}>{site['code']}</Link>, site['name'], site['branch']?.name ?? '', site['record_agent_no'] ?? t('format.none'), wordOf('site_status', site['status'])],
        }))}
        empty={t('directory.sites_none')} isPending={isPending} error={error}
      />
    </SectionCard>
  );
};
