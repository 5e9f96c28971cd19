import { Box } from '@mui/material';
import { DataTable, TextInput, useRecordContext } from 'react-admin';
import { ClippedField, DateTimeCol, DateTimeField } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter, DateRangeFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { dateText } from '../../components/values.ts';
import { ja } from '../../i18n/ja.ts';
import { t } from '../../i18n/translate.ts';
import { actionWord, ownName, subjectWord, summaryOf } from './auditWords.ts';
import { SubjectName } from './SubjectName.tsx';
import { useNames } from './useNames.ts';

const SUBJECTS = [
  'applications', 'application_vehicle_users', 'branches', 'requesters', 'sites', 'members', 'api_keys', 'agent_certificates', 'agent_offices', 'arrival_passwords', 'billing_months', 'prices', 'adjustments', 'advances',
  'payee_lines', 'deposits', 'ainas_bills', 'approvals', 'debit_accounts', 'debit_batches', 'debit_followups', 'receipts', 'notices', 'settings',
].map((id) => ({ id, name: subjectWord(id) }));
const ACTIONS = Object.entries(ja.audit.action).map(([id, name]) => ({ id, name }));

const filters: ListFilter[] = [
  { primary: true, input: <DateRangeFilter source="at" /> },
  { primary: true, input: <ChoiceFilter source="subject" choices={SUBJECTS} /> },
  { primary: true, input: <TextInput source="actor_name" helperText={false} /> },
  { input: <CheckboxFilter source="action" choices={ACTIONS} /> },
  { input: <TextInput source="subject_id" helperText={false} /> },
];

const exportColumns = [
  { source: 'at', value: (line: Record<string, unknown>) => dateText(String(line['at']), true) }, { source: 'actor_name' },
  { source: 'subject', value: (line: Record<string, unknown>) => subjectWord(String(line['subject'])) }, { source: 'subject_id', value: (line: Record<string, unknown>) => ownName(line) ?? String(line['subject_id']) },
  { source: 'action', value: (line: Record<string, unknown>) => actionWord(String(line['action'])) }, { source: 'after', value: (line: Record<string, unknown>) => summaryOf(line) },
];

const Actor = () => <>{String(useRecordContext()?.['actor_name'] ?? t('audit.system'))}</>;
const Subject = () => <>{subjectWord(String(useRecordContext()?.['subject'] ?? ''))}</>;
const Action = () => <>{actionWord(String(useRecordContext()?.['action'] ?? ''))}</>;
const Summary = () => {
  const line = useRecordContext();
  const text = summaryOf(line ?? {}, useNames());
  return <Box component="span" title={text} sx={{ display: 'block', maxWidth: '26rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{text}</Box>;
};

const card = (
  <Box>
    <Box sx={{ display: 'flex', gap: 1 }}><DateTimeField source="at" /><ClippedField source="actor_name" /></Box>
    <Subject />の<Action />
    <Summary />
  </Box>
);

/** 操作履歴: who changed what in the directory, settings and prices. Nobody can change it. */
export const AuditList = () => (
  <OfficeList filters={filters} exportColumns={exportColumns} card={card} hasCreate={false} hiddenColumns={[]}>
    <DateTimeCol source="at" />
    <DataTable.Col source="actor_name"><Actor /></DataTable.Col>
    <DataTable.Col source="subject"><Subject /></DataTable.Col>
    <DataTable.Col source="subject_id" label={t('audit.target')} disableSort><SubjectName /></DataTable.Col>
    <DataTable.Col source="action"><Action /></DataTable.Col>
    <DataTable.Col source="after" label={t('audit.changes')} disableSort><Summary /></DataTable.Col>
  </OfficeList>
);
