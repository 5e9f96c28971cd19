import { AutocompleteInput, NullableBooleanInput, ReferenceInput, TextInput, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CheckboxFilter, ChoiceFilter, DateRangeFilter, StatusFilter, StatusWords } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import type { StatusAxis } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { updateMethods } from '../../domain/application.ts';
import { t, translate } from '../../i18n/translate.ts';
import { reachOf, type Role } from '../../providers/access.ts';
import { useBranches } from './useBranches.ts';

const words = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const KINDS = words('vehicle_kind', ['registered', 'kei']);
const OUTCOMES = words('outcome', ['open', 'completed', 'rejected', 'not_accepted', 'withdrawn', 'void', 'system_error']);
const METHODS = words('update_method.any', updateMethods);
const RECEIPTS = words('receipt_by', ['agent', 'requester']);
const list = (group: string) => (codes: string[]) => <>{[codes].flat().map((code) => wordOf(group, code)).join('、')}</>;

/** The check boxes of an axis, only those of the kind that is chosen beside them. */
const StatusBoxes = ({ source, axis }: { source: string; axis: StatusAxis }) => {
  const kind: unknown = useWatch({ name: 'vehicle_kind' });
  return <StatusFilter source={source} axis={axis} {...(typeof kind === 'string' && kind !== '' ? { kind } : {})} />;
};

const WIDE = { width: '16rem', '&& .MuiFormControl-root': { width: '100%' } } as const;
const AgentFilter = ({ source }: { source: string }) => <AutocompleteInput source={source} choices={useBranches().choices} filterSelectedOptions={false} helperText={false} sx={WIDE} />;
const BranchWord = ({ id }: { id: string }) => <>{useBranches().nameOf(Number(id))}</>;

const named = (record: { code?: string; name?: string }) => `${record.code ?? ''} ${record.name ?? ''}`;
const find = (q: string) => ({ q });
const PlaceFilter = ({ source, reference }: { source: string; reference: 'sites' | 'requesters' }) => (
  <ReferenceInput source={source} reference={reference} sort={{ field: 'code', order: 'ASC' }}>
    <AutocompleteInput optionText={named} filterToQuery={find} helperText={false} sx={WIDE} />
  </ReferenceInput>
);
const PlaceWord = ({ id, resource }: { id: number; resource: string }) => {
  const { data } = useGetOne<{ id: number; name: string }>(resource, { id });
  return <>{data?.name ?? id}</>;
};

const plateLabel = (role: Role): string => (reachOf(role) === 'garage' ? t('case.plate') : translate('resources.applications.fields.plate'));

/** The manual's search (docs/domain.md §2.11): what is used every hour on the first line, the rest under 詳細条件. */
export const caseFilters = (role: Role): ListFilter[] => [
  { primary: true, input: <TextInput source="application_no" helperText={false} sx={{ width: '9rem' }} /> },
  { primary: true, input: <TextInput source="plate" label={plateLabel(role)} placeholder={t('case.plate_hint')} helperText={false} sx={{ '&&': { minWidth: '14.5rem' } }} /> },
  { primary: true, input: <TextInput source="chassis_no" helperText={false} /> },
  { primary: true, input: <ChoiceFilter source="vehicle_kind" choices={KINDS} /> },
  { input: <StatusBoxes source="filing_status" axis="filing_statuses" />, chip: (codes: string[]) => <StatusWords axis="filing_statuses" codes={[codes].flat()} /> },
  { input: <StatusBoxes source="oss_status" axis="oss_statuses" />, chip: (codes: string[]) => <StatusWords axis="oss_statuses" codes={[codes].flat()} /> },
  { input: <DateRangeFilter source="requested_at" /> },
  { input: <DateRangeFilter source="completed_on" /> },
  ...(reachOf(role) === 'garage' ? [] : [{ input: <PlaceFilter source="requester_id" reference="requesters" />, chip: (id: number) => <PlaceWord id={id} resource="requesters" /> }]),
  { input: <PlaceFilter source="site_id" reference="sites" />, chip: (id: number) => <PlaceWord id={id} resource="sites" /> },
  { input: <AgentFilter source="agent_branch_id" />, chip: (id: string) => <BranchWord id={id} /> },
  { input: <TextInput source="request_no" helperText={false} /> },
  { input: <TextInput source="acceptance_no" helperText={false} /> },
  { input: <NullableBooleanInput source="cashless" helperText={false} trueLabel={t('boolean.yes')} falseLabel={t('boolean.no')} />, chip: (on: boolean) => <>{t(on ? 'boolean.yes' : 'boolean.no')}</> },
  { input: <CheckboxFilter source="update_method" choices={METHODS} />, chip: list('update_method.any') },
  { input: <CheckboxFilter source="receipt_by" choices={RECEIPTS} />, chip: list('receipt_by') },
  { input: <CheckboxFilter source="outcome" choices={OUTCOMES} />, chip: list('outcome') },
  { input: <NullableBooleanInput source="needs_review" helperText={false} trueLabel={t('boolean.yes')} falseLabel={t('boolean.no')} />, chip: (on: boolean) => <>{t(on ? 'boolean.yes' : 'boolean.no')}</> },
];
