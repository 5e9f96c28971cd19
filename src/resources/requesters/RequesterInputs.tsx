import { BooleanInput, SelectInput, TextInput } from 'react-admin';
import { FormGrid } from '../../components/FormGrid.tsx';
import { BranchInput } from '../../components/placeInputs.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { collectionChoices, contractChoices, debitCycleChoices, onboardingChoices } from './choices.ts';

const Texts = ({ sources }: { sources: string[] }) => sources.map((source) => <TextInput key={source} source={source} />);

/** What the company changes itself: where its reports go. */
export const ReportMailInputs = () => (
  <SectionCard title={t('directory.section.report_mail')}>
    <FormGrid>
      <BooleanInput source="mail_daily_details" />
      <BooleanInput source="mail_monthly_advances" />
      <TextInput source="report_email" type="email" helperText={t('directory.mail_hint')} />
    </FormGrid>
  </SectionCard>
);

/** What the office enters. `code`: at registration and by head office; `branch`: 所属 is head office's to choose. */
export const OfficeInputs = ({ code, branch }: { code: boolean; branch: boolean }) => (
  <>
    <SectionCard title={t('directory.section.basic')}>
      <FormGrid>
        {code && <TextInput source="code" label={t('directory.requester_code')} required />}
        <TextInput source="name" required />
        {branch && <BranchInput source="branch_id" required />}
        <Texts sources={['postal_code', 'address', 'phone']} />
      </FormGrid>
    </SectionCard>
    <SectionCard title={t('directory.section.mailing')}><FormGrid><Texts sources={['mailing_name', 'mailing_postal_code', 'mailing_address']} /></FormGrid></SectionCard>
    <SectionCard title={t('directory.section.progress')}>
      <FormGrid>
        <SelectInput source="onboarding_status" label={t('directory.onboarding_long')} choices={onboardingChoices} required />
        <SelectInput source="contract_status" choices={contractChoices} required />
        <Texts sources={['hotekisho_company_no', 'agency_company_no', 'ainas_org_id', 'member_code', 'ainas_email']} />
        <SelectInput source="debit_cycle" choices={debitCycleChoices} required />
        <SelectInput source="collection" choices={collectionChoices} required />
      </FormGrid>
    </SectionCard>
    <ReportMailInputs />
  </>
);
