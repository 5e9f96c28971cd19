import { AutocompleteInput, NullableBooleanInput, ReferenceInput, TextInput, useGetOne } from 'react-admin';
import { CheckboxFilter, ChoiceFilter, DateRangeFilter, StatusFilter, StatusWords } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import type { StatusAxis } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { updateMethods } from '../../domain/application.ts';
import { t, translate } from '../../i18n/translate.ts';
import { reachOf, type Role } from '../../providers/access.ts';
import { MemoFilter, MemoWords, OnlyFor, PlatePartsFilter, PlatePartsWords, useKind } from './searchInputs.tsx';
import { useBranches } from './useBranches.ts';

const words = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const KINDS = words('vehicle_kind', ['registered', 'kei']);
const OUTCOMES = words('outcome', ['open', 'completed', 'rejected', 'not_accepted', 'withdrawn', 'void', 'system_error']);
const RECEIPTS = words('receipt_by', ['agent', 'requester']);
const list = (group: string) => (codes: string[]) => <>{[codes].flat().map((code) => wordOf(group, code)).join('、')}</>;
const yesNo = { helperText: false, trueLabel: t('boolean.yes'), falseLabel: t('boolean.no') } as const;
const yesNoWords = (on: boolean) => <>{t(on ? 'boolean.yes' : 'boolean.no')}</>;

/** The check boxes of an axis, only those of the kind that is chosen beside them. */
const StatusBoxes = ({ source, axis }: { source: string; axis: StatusAxis }) => {
  const kind = useKind();
  return <StatusFilter source={source} axis={axis} {...(kind === undefined ? {} : { kind })} />;
};
const statusFilter = (source: string, axis: StatusAxis): ListFilter => (
  { input: <StatusBoxes source={source} axis={axis} />, chip: (codes: string[]) => <StatusWords axis={axis} codes={[codes].flat()} /> }
);

/** 電子車検証更新区分: its first value has another name for 軽. */
const MethodBoxes = ({ source }: { source: string }) => <CheckboxFilter source={source} choices={words(`update_method.${useKind() ?? 'any'}`, updateMethods)} />;

/** 登録完了日 of 登録車, 検査記録完了日 of 軽. */
const CompletedFilter = ({ source }: { source: string }) => {
  const kind = useKind();
  return <DateRangeFilter source={source} {...(kind === undefined ? {} : { label: t(`case.completed_label_${kind}`) })} />;
};

/** メ, 運・軽 or 期: the cases that have one. */
const ALERTS = [
  { id: 'message_flag', name: t('case.alert_message_long') }, { id: 'notice_flag', name: t('search.alert_office') }, { id: 'due_notice_flag', name: t('case.alert_due_long') },
];

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
const placeFilter = (source: string, reference: 'sites' | 'requesters'): ListFilter => (
  { input: <PlaceFilter source={source} reference={reference} />, chip: (id: number) => <PlaceWord id={id} resource={reference} /> }
);

const plateLabel = (role: Role): string => (reachOf(role) === 'garage' ? t('case.plate') : translate('resources.applications.fields.plate'));
const text = (source: string, label?: string) => <TextInput source={source} helperText={false} {...(label === undefined ? {} : { label })} />;

/** What is personal: found by RPC within the scope of those who may read it (docs/decisions.md D-38). */
const personal = (role: Role): ListFilter[] => [
  ...(reachOf(role) === 'hq' ? [] : [{ input: <TextInput source="vehicle_user" label={t('search.user')} placeholder={t('search.user_hint')} helperText={false} sx={{ '&&': { minWidth: '12rem' } }} /> }]),
  { input: <MemoFilter source="memo" />, chip: (value: { text?: string; month?: string }) => <MemoWords value={value} /> },
];

/** The manual's search (docs/domain.md §2.11): what is used every hour on the first line, the rest under 詳細条件. */
export const caseFilters = (role: Role): ListFilter[] => [
  { primary: true, input: <TextInput source="application_no" helperText={false} sx={{ width: '9rem' }} /> },
  { primary: true, input: <TextInput source="plate" label={plateLabel(role)} placeholder={t('case.plate_hint')} helperText={false} sx={{ '&&': { minWidth: '14.5rem' } }} /> },
  { primary: true, input: text('chassis_no') },
  { primary: true, input: <ChoiceFilter source="vehicle_kind" choices={KINDS} /> },
  statusFilter('filing_status', 'filing_statuses'),
  statusFilter('oss_status', 'oss_statuses'),
  { input: <MethodBoxes source="update_method" />, chip: list('update_method.any') },
  { input: <DateRangeFilter source="requested_at" /> },
  { input: <DateRangeFilter source="filed_at" /> },
  { input: <CompletedFilter source="completed_on" /> },
  ...(reachOf(role) === 'garage' ? [] : [placeFilter('requester_id', 'requesters')]),
  placeFilter('site_id', 'sites'),
  { input: <AgentFilter source="agent_branch_id" />, chip: (id: string) => <BranchWord id={id} /> },
  { input: text('filing_office') },
  ...personal(role),
  { input: <PlatePartsFilter source="plate_parts" label={t('search.plate_parts')} />, chip: (value: Record<string, unknown>) => <PlatePartsWords value={value} /> },
  { input: text('request_no') },
  { input: text('acceptance_no') },
  { input: <OnlyFor kind="registered" source="cashless"><NullableBooleanInput source="cashless" {...yesNo} /></OnlyFor>, chip: yesNoWords },
  { input: <OnlyFor kind="kei" source="receipt_by"><CheckboxFilter source="receipt_by" choices={RECEIPTS} /></OnlyFor>, chip: list('receipt_by') },
  { input: <ChoiceFilter source="alert" label={t('search.alert')} choices={ALERTS} /> },
  // An office asks by the day, which has an index.
  ...(reachOf(role) === 'garage' ? [{ input: <NullableBooleanInput source="held" {...yesNo} />, chip: yesNoWords }] : []),
  { input: <DateRangeFilter source="held_until" /> },
  { input: <CheckboxFilter source="outcome" choices={OUTCOMES} />, chip: list('outcome') },
  ...(reachOf(role) === 'garage' ? [] : [{ input: <NullableBooleanInput source="needs_review" {...yesNo} />, chip: yesNoWords }]),
];
