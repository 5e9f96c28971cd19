import { Alert } from '@mui/material';
import { Link, useGetOne, useRecordContext, type RaRecord } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { MonthCounts } from '../../components/MonthCounts.tsx';
import { PeopleOf } from '../../components/PeopleOf.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { distributionNo } from '../../domain/identifiers.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { SiteActs } from './SiteActs.tsx';
import { mayEditSite } from './siteRights.ts';
import { SiteState } from './SiteState.tsx';
import { useSiteWords } from './siteWords.ts';

const Facts = () => {
  const site = useRecordContext();
  const words = useSiteWords();
  const { data: requester } = useGetOne('requesters', { id: site?.['requester_id'] }, { enabled: site !== undefined });
  if (site === undefined) return null;
  const member: unknown = requester?.['member_code'];
  return (
    <>
      {site['status'] === 'pending' && <Alert severity="warning" sx={{ mb: 1 }}>{t('site.pending_hint')}</Alert>}
      {site['status'] === 'closed' && <Alert severity="info" sx={{ mb: 1 }}>{t('site.closed_hint')}</Alert>}
      <SectionCard>
        <DescriptionList>
          <DescriptionItem source="code" label={words.code} />
          <DescriptionItem source="status"><SiteState /></DescriptionItem>
          <DescriptionItem source="name" label={words.name} />
          <DescriptionItem source="short_name" label={words.short_name} />
          <DescriptionItem source="requester_id"><Link to={`/requesters/${site['requester_id']}/show`}>{`${site['requester']?.code ?? ''} ${site['requester']?.name ?? ''}`}</Link></DescriptionItem>
          <DescriptionItem label={t('site.branch')}>{`${site['branch']?.code ?? ''} ${site['branch']?.name ?? ''}`}</DescriptionItem>
          <DescriptionItem source="record_agent_no" />
          <DescriptionItem label={t('site.distribution_no')}>{typeof member === 'string' ? distributionNo(member, String(site['code'])) : t('format.none')}</DescriptionItem>
        </DescriptionList>
      </SectionCard>
      <PeopleOf of={{ site_id: Number(site.id) }} />
      <MonthCounts of={{ site_id: Number(site.id) }} />
    </>
  );
};

/** 事業場照会; for a garage 依頼人拠点照会. */
export const SiteShow = () => {
  const me = useProfile();
  const words = useSiteWords();
  return (
    <OfficeShow title={words.show} sub={(site) => `${site['code']} ${site['name']}`} actions={<SiteActs />} editable={(site: RaRecord) => mayEditSite(me, site)}>
      <Facts />
    </OfficeShow>
  );
};
