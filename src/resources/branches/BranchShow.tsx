import { Link, useGetList, useRecordContext, type RaRecord } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { MonthCounts } from '../../components/MonthCounts.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';

const Count = ({ resource, label, branchId }: { resource: 'requesters' | 'sites'; label: string; branchId: number }) => {
  const filter = { branch_id: branchId };
  const { total } = useGetList(resource, { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } });
  return (
    <DescriptionItem label={label}>
      {t('directory.count', { count: total ?? 0 })} <Link to={`/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`}>{t('directory.open_list')}</Link>
    </DescriptionItem>
  );
};

/** What hangs on the branch; shown to those who may list it. */
const Belongings = () => {
  const branch = useRecordContext();
  const me = useProfile();
  if (branch === undefined || !(reachOf(me.role) === 'hq' ? me.role !== 'auditor' : me.branch?.id === branch.id && me.requester === null)) return null;
  return (
    <>
      <SectionCard title={t('directory.section.area')}>
        <DescriptionList>
          <Count resource="requesters" label={t('directory.home_requesters')} branchId={Number(branch.id)} />
          <Count resource="sites" label={t('directory.area_sites')} branchId={Number(branch.id)} />
        </DescriptionList>
      </SectionCard>
      <MonthCounts of={{ agent_branch_id: Number(branch.id) }} />
    </>
  );
};

/** 支部照会. */
export const BranchShow = () => {
  const me = useProfile();
  const editable = (branch: RaRecord) => me.role === 'hq_admin' || branch.id === me.branch?.id;
  return (
    <OfficeShow sub={(branch) => `${branch['code']} ${branch['name']}`} editable={editable}>
      <SectionCard>
        <DescriptionList>
          {['code', 'name', 'region', 'office', 'postal_code', 'address', 'phone', 'email'].map((source) => <DescriptionItem key={source} source={source} />)}
        </DescriptionList>
      </SectionCard>
      <Belongings />
    </OfficeShow>
  );
};
