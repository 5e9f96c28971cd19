import { Alert, Box } from '@mui/material';
import { DeleteButton, EditButton, ShowBase, useRecordContext, useShowContext } from 'react-admin';
import { Freshness } from '../../components/Freshness.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { BackToList } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t, translate } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { CaseCards } from '../contact_cards/CaseCards.tsx';
import { CaseRequests } from '../case_requests/CaseRequests.tsx';
import { CaseContacts } from '../contacts/CaseContacts.tsx';
import { caseName, type Case } from './case.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseCertificates, CaseConditions, CaseSummary } from './CaseFacts.tsx';
import { CaseChanged } from './CaseChanged.tsx';
import { CaseFees } from './CaseFees.tsx';
import { CaseHead } from './CaseHead.tsx';
import { HoldBanner } from './HoldBanner.tsx';
import { MandateButton } from './MandateButton.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseMemo } from './CaseMemo.tsx';
import { CasePortal } from './CasePortal.tsx';
import { PortalActs } from '../../screens/agent/PortalActs.tsx';
import { CaseNeighbours } from './CaseNeighbours.tsx';
import { PortalLinks } from './Prerequisites.tsx';
import { CaseUser } from './CaseUser.tsx';
import { useFees } from './useCaseParts.ts';

/** A key of its own: the rows of a list, which lack available_events, must not stand in for a case. Others work on it too: read again by itself. */
const CASE_QUERY = { meta: { view: 'case' }, refetchInterval: 20_000, refetchOnWindowFocus: 'always' } as const;

const Sections = ({ record }: { record: Case }) => {
  const fees = useFees(record.id);
  const { role } = useProfile();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 15rem' }, columnGap: 1, alignItems: 'start', '@media print': { gridTemplateColumns: '1fr' } }}>
      <Box sx={{ minWidth: 0 }}><CaseHead record={record} fees={fees} /></Box>
      <Box sx={{ gridRow: { md: 'span 2' }, position: { md: 'sticky' }, top: 0, mb: 1 }}><CaseActions record={record} fees={fees} /></Box>
      <Box sx={{ minWidth: 0 }}>
        <HoldBanner record={record} />
        <CaseRequests record={record} />
        <CaseCards record={record} place="top" />
        <SectionCard title={t('case.section.summary')}><CaseSummary record={record} /></SectionCard>
        <SectionCard title={t('case.section.portal')} action={<Freshness at={record.mirrored_at} settled={record.outcome !== 'open'} />}><CasePortal record={record} /><PortalLinks kind={record.vehicle_kind} /><PortalActs record={record} fees={fees} /></SectionCard>
        <SectionCard title={t('case.section.fees')}><CaseFees record={record} fees={fees} /></SectionCard>
        <SectionCard title={t('case.section.history')}><CaseHistory record={record} fees={fees} /></SectionCard>
        <CaseCards record={record} place="below" />
        {canAccess(role, { resource: 'contacts', action: 'list' }) && <CaseContacts record={record} />}
        <SectionCard title={t('case.section.user')}><CaseUser record={record} /></SectionCard>
        <CaseMemo record={record} />
        <SectionCard title={t('case.section.certificates')}><CaseCertificates record={record} /></SectionCard>
        <SectionCard title={t('case.section.conditions')}><CaseConditions record={record} /></SectionCard>
      </Box>
    </Box>
  );
};

const DraftButtons = () => {
  const record = useRecordContext<Case>();
  if (record?.filing_status !== 'draft') return null;
  return (
    <>
      <EditButton label={t('case.edit_draft')} variant="outlined" />
      <MandateButton record={record} />
      <DeleteButton label={t('case.delete_draft')} mutationMode="undoable" successMessage={t('case.delete_done')} />
    </>
  );
};

const Page = () => {
  const { record, error, isPending } = useShowContext<Case>();
  if (error) return <><Alert severity="error">{error.message}</Alert><BackToList /></>;
  if (isPending || record === undefined) return <LoadingPage />;
  return (
    <>
      <PageTitle title={translate('ra.page.show', { name: t('resources.applications.name') }).trim()} sub={caseName(record)}><CaseNeighbours id={record.id} /><DraftButtons /><BackToList /></PageTitle>
      <CaseChanged key={`changed ${record.id}`} record={record} />
      <Sections key={record.id} record={record} />
    </>
  );
};

/** 申請データ照会. */
export const ApplicationShow = () => (
  <ShowBase queryOptions={CASE_QUERY} redirectOnError={false}><Page /></ShowBase>
);
