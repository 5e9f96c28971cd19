import { Box } from '@mui/material';
import { DataTable, TextInput } from 'react-admin';
import { ClippedField, CodeCol, CodeField, TextCol } from '../../components/fields.tsx';
import { CheckboxFilter } from '../../components/filters.tsx';
import { ListTabs, useListTab } from '../../components/ListTabs.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { BranchInput, RequesterInput } from '../../components/placeInputs.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { BranchWord, RequesterWord } from '../../components/placeWords.tsx';
import { PendingNote } from './PendingNote.tsx';
import { SiteState } from './SiteState.tsx';
import { useSiteWords } from './siteWords.ts';

const TABS = [{ name: 'area', label: t('directory.tab_site_own') }, { name: 'home', label: t('directory.tab_site_home') }] as const;
const TAB_NAMES = ['area', 'home'] as const;
const STATUSES = ['pending', 'active', 'closed'].map((id) => ({ id, name: wordOf('site_status', id) }));

const status: ListFilter = { primary: true, input: <CheckboxFilter source="status" choices={STATUSES} /> };
const search: ListFilter = { primary: true, input: <TextInput source="q" label={t('directory.q_site')} helperText={false} sx={{ '&.MuiTextField-root': { width: '14rem' } }} /> };
const requester: ListFilter = { primary: true, input: <RequesterInput source="requester_id" helperText={false} />, chip: (id: number) => <RequesterWord id={id} /> };
const branch: ListFilter = { input: <BranchInput source="branch_id" helperText={false} />, chip: (id: number) => <BranchWord id={id} /> };
const recordNo: ListFilter = { input: <TextInput source="record_agent_no" helperText={false} /> };
/** The manual's four fields of 依頼人拠点検索. */
const garageFilters = (words: { code: string; name: string; short_name: string }): ListFilter[] => [
  { primary: true, input: <TextInput source="code" label={words.code} helperText={false} /> },
  { primary: true, input: <TextInput source="q" label={words.name} helperText={false} /> },
  { primary: true, input: <TextInput source="short_name" label={words.short_name} helperText={false} /> },
  recordNo, status,
];
const exportColumns = [
  ...['code', 'name', 'short_name', 'requester.code', 'requester.name', 'branch.name', 'record_agent_no'].map((source) => ({ source })),
  { source: 'status', value: (record: Record<string, unknown>) => wordOf('site_status', record['status']) },
];

const card = (
  <Box>
    <Box sx={{ display: 'flex', gap: 1 }}><CodeField source="code" /><SiteState /></Box>
    <Box sx={{ fontWeight: 700 }}><ClippedField source="name" /></Box>
    <ClippedField source="requester.name" />
  </Box>
);

/** 事業場; for a garage 依頼人拠点検索. */
export const SiteList = () => {
  const { role } = useProfile();
  const words = useSiteWords();
  const [tab, setTab] = useListTab('sites', TAB_NAMES);
  const reach = reachOf(role);
  const office = [search, requester, status, ...(reach === 'hq' || tab === 'home' ? [branch] : []), recordNo];
  const tabs = reach === 'branch' ? { filter: { tab }, above: <><ListTabs label={t('directory.tab_label')} value={tab} tabs={TABS} onChange={setTab} />{role === 'branch_admin' && <PendingNote />}</> } : {};
  return (
    <OfficeList title={words.list} filters={reach === 'garage' ? garageFilters(words) : office} exportColumns={exportColumns} card={card} hiddenColumns={reach === 'garage' ? [] : ['short_name']} {...tabs}>
      <CodeCol source="code" label={words.code} />
      <TextCol source="name" label={words.name} />
      <TextCol source="short_name" label={words.short_name} />
      {reach !== 'garage' && <CodeCol source="requester.code" disableSort />}
      {reach !== 'garage' && <TextCol source="requester.name" disableSort />}
      {!(reach === 'branch' && tab === 'area') && <TextCol source="branch.name" label={t('site.branch')} disableSort />}
      <CodeCol source="record_agent_no" />
      <DataTable.Col source="status"><SiteState /></DataTable.Col>
    </OfficeList>
  );
};
