import { Box } from '@mui/material';
import { Navigate, TextInput } from 'react-admin';
import { ClippedField, CodeCol, CodeField, TextCol, WordCol, WordField } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter } from '../../components/filters.tsx';
import { ListTabs, useListTab } from '../../components/ListTabs.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { BranchInput } from '../../components/placeInputs.tsx';
import { BranchWord } from '../../components/placeWords.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { collectionChoices, contractChoices, debitCycleChoices, onboardingChoices } from './choices.ts';

const TABS = [{ name: 'home', label: t('directory.tab_own') }, { name: 'area', label: t('directory.tab_area') }] as const;
const TAB_NAMES = ['home', 'area'] as const;

const words: ListFilter = { primary: true, input: <TextInput source="q" label={t('directory.q_requester')} helperText={false} sx={{ '&.MuiTextField-root': { width: '22rem', maxWidth: '100%' } }} /> };
const branch: ListFilter = { primary: true, input: <BranchInput source="branch_id" helperText={false} />, chip: (id: number) => <BranchWord id={id} /> };
const conditions: ListFilter[] = [
  { primary: true, input: <ChoiceFilter source="onboarding_status" choices={onboardingChoices} /> },
  { primary: true, input: <ChoiceFilter source="debit_cycle" choices={debitCycleChoices.map(({ id, name }) => ({ id: String(id), name }))} /> },
  { input: <CheckboxFilter source="contract_status" choices={contractChoices} /> },
  { input: <ChoiceFilter source="collection" choices={collectionChoices} /> },
  { input: <TextInput source="code" helperText={false} /> },
  { input: <TextInput source="ainas_org_id" helperText={false} /> },
  { input: <TextInput source="member_code" helperText={false} /> },
];
const exportColumns = [
  ...['code', 'name', 'branch.name', 'member_code', 'ainas_org_id', 'postal_code', 'address', 'phone'].map((source) => ({ source })),
  ...(['onboarding_status', 'contract_status', 'debit_cycle', 'collection'] as const).map((source) => ({ source, value: (record: Record<string, unknown>) => wordOf(source, record[source]) })),
];

const card = (
  <Box>
    <CodeField source="code" />
    <Box sx={{ fontWeight: 700 }}><ClippedField source="name" /></Box>
    <WordField source="onboarding_status" group="onboarding_status" />／<WordField source="debit_cycle" group="debit_cycle" />
  </Box>
);

const OfficeRequesters = () => {
  const { role } = useProfile();
  const [tab, setTab] = useListTab('requesters', TAB_NAMES);
  const office = reachOf(role) === 'branch';
  return (
    <OfficeList
      filters={office ? [words, ...conditions] : [words, branch, ...conditions]} exportColumns={exportColumns} card={card} hiddenColumns={['phone', 'collection', 'contract_status']}
      {...(office ? { filter: { tab }, above: <ListTabs label={t('directory.tab_label')} value={tab} tabs={TABS} onChange={setTab} /> } : {})}
    >
      <CodeCol source="code" />
      <TextCol source="name" />
      <TextCol source="branch.name" label="resources.requesters.fields.branch_id" disableSort />
      <CodeCol source="member_code" />
      <CodeCol source="ainas_org_id" />
      <CodeCol source="phone" disableSort />
      <WordCol source="onboarding_status" group="onboarding_status" />
      <WordCol source="debit_cycle" group="debit_cycle" />
      <WordCol source="contract_status" group="contract_status" />
      <WordCol source="collection" group="collection" />
    </OfficeList>
  );
};

/** A garage has one company, its own: the menu leads straight to it. */
const OwnCompany = () => {
  const { requester } = useProfile();
  return <Navigate to={`/requesters/${requester?.id ?? 0}/show`} replace />;
};

/** 事業者. */
export const RequesterList = () => (reachOf(useProfile().role) === 'garage' ? <OwnCompany /> : <OfficeRequesters />);
