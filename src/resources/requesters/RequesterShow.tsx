import { Alert, Button } from '@mui/material';
import { Link, useRecordContext, type RaRecord } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { WordField } from '../../components/fields.tsx';
import { MonthCounts } from '../../components/MonthCounts.tsx';
import { PeopleOf } from '../../components/PeopleOf.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { DebitAccount } from './DebitAccount.tsx';
import { ReportAddress } from './ReportAddress.tsx';
import { DocumentsCard } from './DocumentsCard.tsx';
import { SitesOf } from './SitesOf.tsx';

const Items = ({ sources }: { sources: string[] }) => sources.map((source) => <DescriptionItem key={source} source={source} />);

/** 事業者 master (docs/domain.md §2.12). */
const Master = () => (
  <>
    <SectionCard title={t('directory.section.basic')}>
      <DescriptionList>
        <DescriptionItem source="code" label={t('directory.requester_code')} />
        <Items sources={['name', 'postal_code', 'address', 'phone']} />
        <DescriptionItem source="branch_id"><BranchName /></DescriptionItem>
        <Items sources={['mailing_name', 'mailing_postal_code', 'mailing_address']} />
      </DescriptionList>
    </SectionCard>
    <SectionCard title={t('directory.section.progress')}>
      <DescriptionList>
        <DescriptionItem label={t('directory.onboarding_long')}><WordField source="onboarding_status" group="onboarding_status" /></DescriptionItem>
        <DescriptionItem source="contract_status"><WordField source="contract_status" group="contract_status" /></DescriptionItem>
        <Items sources={['hotekisho_company_no', 'agency_company_no', 'ainas_org_id', 'member_code', 'ainas_email']} />
        <DescriptionItem source="debit_cycle"><WordField source="debit_cycle" group="debit_cycle" /></DescriptionItem>
        <DescriptionItem source="collection"><WordField source="collection" group="collection" /></DescriptionItem>
      </DescriptionList>
    </SectionCard>
    <SectionCard title={t('directory.section.report_mail')}>
      <DescriptionList>
        <DescriptionItem source="mail_daily_details"><Switch source="mail_daily_details" /></DescriptionItem>
        <DescriptionItem source="mail_monthly_advances"><Switch source="mail_monthly_advances" /></DescriptionItem>
        <DescriptionItem source="report_email"><ReportAddress /></DescriptionItem>
      </DescriptionList>
    </SectionCard>
  </>
);

const BranchName = () => {
  const branch = useRecordContext()?.['branch'];
  return <>{branch ? `${branch.code} ${branch.name}` : t('format.none')}</>;
};
const Switch = ({ source }: { source: string }) => <>{wordOf('mail_switch', useRecordContext()?.[source] === true ? 'on' : 'off')}</>;

const Rest = () => {
  const requester = useRecordContext();
  if (requester === undefined) return null;
  const id = Number(requester.id);
  return <><SitesOf requesterId={id} /><PeopleOf of={{ requester_id: id }} /><MonthCounts of={{ requester_id: id }} /></>;
};

const Cases = () => {
  const requester = useRecordContext();
  return <Button component={Link} to={`/applications?filter=${encodeURIComponent(JSON.stringify({ requester_id: requester?.id }))}`}>{t('directory.cases')}</Button>;
};

/** 事業者情報照会; for a garage 事業者／事業場情報照会 of its own company. */
export const RequesterShow = () => {
  const me = useProfile();
  const garage = reachOf(me.role) === 'garage';
  const editable = (requester: RaRecord) => me.role !== 'branch_admin' || requester['branch_id'] === me.branch?.id;
  return (
    <OfficeShow
      title={garage ? t('directory.requester_title') : t('directory.requester_office_title')} sub={(requester) => `${requester['code']} ${requester['name']}`}
      editable={editable} list={!garage} actions={garage ? null : <Cases />}
    >
      {garage && me.role === 'requester_admin' && <Alert severity="info" sx={{ mb: 1 }}>{t('directory.name_by_office')}</Alert>}
      <Master />
      <DocumentsCard />
      <DebitAccount />
      <Rest />
    </OfficeShow>
  );
};
