import { hiragana, parsePlate } from '../domain/plate.ts';
import { foldName } from '../domain/text.ts';
import { reachOf } from './access.ts';
import type { Profile } from './profile.ts';
import { days, conditionsOf, equals, instants, oneOf, startsWith, words, type Condition, type FilterRule, type FilterRules } from './query.ts';

/** Constant filter of the caller's scope: policies make a list safe, this makes it fast (docs/bench.md). `tab` is the list's tab. */
export type Scope = (me: Profile, tab: unknown) => Condition[];

export type ResourceSpec = {
  /** Table or view; the resource's name when left out. */
  relation?: string;
  /** Primary key; `id` when left out. */
  key?: string;
  sort: { field: string; order: 'ASC' | 'DESC' };
  scope?: Scope;
  filters?: FilterRules;
  /** Columns of a list and of one record; everything when left out. */
  columns?: { list?: string; one?: string };
  /** `capped`: for head office (`everyone`: for all) exact only within a window of one of `ranges`, else up to 10,000. Exact for everyone else. */
  count?: {
    mode: 'capped'; ranges: readonly string[]; everyone?: true;
    /** Filters with an index of their own: any other, alone, needs a window of one of `ranges` for an office. */
    selective?: readonly string[];
  };
  /** Filters that only an RPC can answer, with the ids of the rows; `args` answers nothing when none of them is filled. */
  find?: { rpc: `find_${string}`; fields: readonly string[]; args: (filter: Record<string, unknown>, today: string) => Record<string, unknown> | undefined };
  /** RPC that creates and changes a row, `members`: the function of that name, `table`: plain writes. Read-only when left out. */
  save?: `save_${string}` | 'members' | 'table';
  /** RPC that deletes a row with the version that was read (`p_id`, `p_version`). */
  remove?: `delete_${string}`;
};

const eq = (column: string, value: number | undefined): Condition[] => (value === undefined ? [] : [{ column, op: 'eq', value: String(value) }]);

/** Cases and what hangs on them: a branch by what it files, or by its companies in the tab `home`. */
const byCase: Scope = (me, tab) => {
  const reach = reachOf(me.role);
  if (reach === 'hq') return [];
  if (reach === 'branch') return eq(tab === 'home' ? 'home_branch_id' : 'agent_branch_id', me.branch?.id);
  return [...eq('requester_id', me.requester?.id), ...eq('site_id', me.site?.id)];
};
/** Companies: a branch its own (所属); the tab `area` leaves the choice to the policy (those with a site in its area). */
const byCompany: Scope = (me, tab) =>
  reachOf(me.role) === 'branch' && tab !== 'area' ? eq('branch_id', me.branch?.id) : eq('id', me.requester?.id);
/** Sites: a branch those of its area (管轄); the tab `home` adds those of its companies elsewhere. */
const bySite: Scope = (me, tab) => {
  if (reachOf(me.role) === 'branch') return tab === 'home' ? [] : eq('branch_id', me.branch?.id);
  return [...eq('requester_id', me.requester?.id), ...eq('id', me.site?.id)];
};
/** Bills: a garage its company's; a branch is left to the policy. */
const byRequester: Scope = (me) => eq('requester_id', me.requester?.id);
/** Mails: a branch those to its companies, a company its own. */
const byMail: Scope = (me) => (reachOf(me.role) === 'branch' ? eq('branch_id', me.branch?.id) : eq('requester_id', me.requester?.id));
const byMember: Scope = (me) => [...eq('requester_id', me.requester?.id), ...eq('site_id', me.site?.id)];
const byAgent: Scope = (me) => (reachOf(me.role) === 'branch' ? eq('agent_branch_id', me.branch?.id) : []);

const halfUpper = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z-]/g, '');
const halfLower = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^0-9a-z@._-]/g, '');
const code = startsWith(halfUpper);
/** Columns that keep what was typed: no folding. */
const contains = words((text) => text.trim());
/** 停止中 or not. */
const disabled: FilterRule = (value) => [{ column: 'disabled_at', op: value === 'disabled' ? 'not.is' : 'is', value: 'null' }];
/** A branch reads the log of what concerns it. */
const byBranch: Scope = (me) => eq('branch_id', me.branch?.id);
const search = { q: { column: 'search_text', rule: words(foldName) }, name: { column: 'search_text', rule: words(foldName) } };
/** Not `*`: the columns of the lock-out are granted to nobody, and one refused column refuses the row. */
const MEMBER = 'user_id,login_id,email,display_name,role,branch_id,requester_id,site_id,disabled_at,password_expires_on,must_change_password,locked_until,last_sign_in_at,version,created_at,branch:branches!branch_id(id,code,name),requester:requesters!requester_id(id,code,name),site:sites(id,code,name)';
const number = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '').replace(/^0+/, '');
/** Not `*`: the hash is granted to nobody. */
const API_KEY = 'id,requester_id,user_id,name,prefix,may_send,created_at,created_name,last_used_at,revoked_at,revoked_name';
/** Whether a column holds anything. */
const isSet = (column: string): FilterRule => (value) => [{ column, op: value === true || value === 'true' ? 'not.is' : 'is', value: 'null' }];
/** Any spelling of a plate, or its 番号 alone, as exact parts; what is no plate finds nothing. */
const plate: FilterRule = (value) => {
  const parts = parsePlate(String(value));
  if (parts === null) return [{ column: 'plate_number', op: 'eq', value: number(String(value)) }];
  return (['number', 'area', 'class', 'kana'] as const)
    .flatMap((part) => (parts[part] === '' ? [] : [{ column: `plate_${part}`, op: 'eq', value: parts[part] }]));
};
/** The parts of a plate one by one, as far as they are typed. */
const plateParts: FilterRule = (value) => {
  const parts: Record<string, unknown> = value !== null && typeof value === 'object' ? { ...value } : {};
  const typed = (part: string): string => String(parts[part] ?? '').normalize('NFKC').trim().toUpperCase();
  const wanted = { plate_area: typed('area'), plate_class: typed('class'), plate_kana: hiragana(typed('kana')), plate_number: number(typed('number')) };
  return Object.entries(wanted).flatMap(([column, text]) => (text === '' ? [] : [{ column, op: 'eq', value: text }]));
};
const ALERT_COLUMNS = ['message_flag', 'notice_flag', 'due_notice_flag'];
/** One of the notices of AINAS (メ, 運・軽, 期), by the name of its column. */
const alert: FilterRule = (value) => (ALERT_COLUMNS.includes(String(value)) ? [{ column: String(value), op: 'is', value: 'true' }] : []);
/** One status has an index in the order of the list; of two that are not filed yet it is that they have no OSSステータス. */
const filing: FilterRule = (value, column) => {
  const codes = [value].flat();
  const unfiled = codes.length > 1 && codes.every((code) => code === 'draft' || code === 'requested');
  return [...oneOf(value, column), ...(unfiled ? [{ column: 'oss_status', op: 'is', value: 'null' }] : [])];
};
const FAILED = ['rejected', 'not_accepted', 'withdrawn', 'void'];
/** How a case failed is its OSSステータス as well, which is indexed. */
const outcome: FilterRule = (value, column) => {
  const codes = [value].flat().map(String);
  return [...oneOf(value, column), ...(codes.every((code) => FAILED.includes(code)) ? oneOf(codes, 'oss_status') : [])];
};
const office = startsWith((text) => text.normalize('NFKC').trim());
/** 使用者 by its beginning and メモ by any part within a month: arguments of `find_case_ids` (docs/decisions.md D-38). */
const findCases: NonNullable<ResourceSpec['find']> = {
  rpc: 'find_case_ids', fields: ['vehicle_user', 'memo'],
  args: ({ vehicle_user: user, memo }, today) => {
    const { text, month }: { text?: unknown; month?: unknown } = memo !== null && typeof memo === 'object' ? memo : {};
    const by = { p_user: String(user ?? '').trim(), p_memo: String(text ?? '').trim() };
    if (by.p_user === '' && by.p_memo === '') return undefined;
    return { p_user: by.p_user || null, p_memo: by.p_memo || null, p_month: by.p_memo === '' ? null : `${typeof month === 'string' && month !== '' ? month : today.slice(0, 7)}-01` };
  },
};
/** Filters of cases that have an index of their own; any other reads the nation, or the branch, from the newest case on. */
const SELECTIVE = ['filing_status', 'needs_review', 'held_until', 'application_no', 'plate', 'chassis_no', 'request_no', 'acceptance_no', 'oss_status', 'requester_id', 'site_id', 'agent_branch_id', ...findCases.fields];
/** Tells lists of cases from single ones: react-admin hands rows of a list to the page of a case otherwise. */
const CASE_LIST = 'id,version,held_until,hold_problem,request_no,application_no,vehicle_kind,application_type,filing_status,oss_status,oss_status_label,outcome,status_changed_at,needs_review,agent_branch_id,home_branch_id,requester_id,site_id,plate_area,plate_class,plate_kana,plate_number,plate_raw,small_plate,chassis_no,cashless,update_method,acceptance_no,inspection_expires_on,message_flag,notice_flag,due_notice_flag,mirrored_at,requested_at,filed_at,completed_on,filing_office';
const MAIL = 'id,kind,requester_id,branch_id,to_address,facts,state,attempts,error,next_try_at,created_at,sent_at,resent_from,asked_by,requester:requesters!requester_id(id,code,name)';
const PLACES = 'requester:requesters!requester_id(id,code,name),site:sites(id,code,name,short_name)';

const CARD = '*,requester:requesters!requester_id(id,name),application:applications(id,version,request_no,application_no,vehicle_kind,plate_area,plate_class,plate_kana,plate_number,plate_raw,small_plate,chassis_no)';
/** Not `*`: the sealed password is granted to nobody. */
const PASSWORD = 'id,branch_id,vehicle_kind,valid_from,valid_to,created_name,created_at';

/** The map from resources to the Data API, one line each. */
export const RESOURCES: Record<string, ResourceSpec> = {
  branches: { sort: { field: 'code', order: 'ASC' }, filters: { code, name: contains, office: contains }, save: 'save_branch' },
  requesters: { sort: { field: 'code', order: 'ASC' }, scope: byCompany, filters: { ...search, code }, columns: { list: '*,branch:branches!branch_id(id,code,name)', one: '*,branch:branches!branch_id(id,code,name)' }, save: 'save_requester' },
  sites: { sort: { field: 'code', order: 'ASC' }, scope: bySite, filters: { ...search, short_name: contains }, columns: { list: '*,requester:requesters!requester_id(id,code,name),branch:branches!branch_id(id,code,name)', one: '*,requester:requesters!requester_id(id,code,name),branch:branches!branch_id(id,code,name)' }, save: 'save_site' },
  members: { key: 'user_id', sort: { field: 'login_id', order: 'ASC' }, scope: byMember, filters: { login_id: startsWith(halfLower), display_name: contains, state: disabled }, columns: { list: MEMBER, one: MEMBER }, save: 'members' },
  applications: {
    sort: { field: 'requested_at', order: 'DESC' }, scope: byCase, save: 'save_application',
    remove: 'delete_application',
    filters: { plate, plate_parts: plateParts, alert, filing_status: filing, outcome, filing_office: office, requested_at: instants, filed_at: instants, chassis_no: code, held: isSet('held_until'), request_no: code, application_no: equals, acceptance_no: equals },
    find: findCases,
    columns: { list: `${CASE_LIST},${PLACES},user:application_vehicle_users(name),fees:fee_payments(fee_kind,status,amount,due_on)`, one: `*,available_events,request_kinds,${PLACES}` },
    count: { mode: 'capped', ranges: ['requested_at', 'filed_at', 'completed_on'], selective: SELECTIVE },
  },
  cars: {
    sort: { field: 'next_expires_on', order: 'ASC' }, scope: byMember, filters: { plate, chassis_no: code },
    count: { mode: 'capped', ranges: ['next_expires_on'], everyone: true },
  },
  api_keys: { sort: { field: 'id', order: 'DESC' }, columns: { list: API_KEY, one: API_KEY } },
  application_templates: { sort: { field: 'name', order: 'ASC' }, save: 'save_application_template', remove: 'delete_application_template' },
  request_imports: { sort: { field: 'id', order: 'DESC' } },
  application_events: { sort: { field: 'id', order: 'ASC' } },
  application_vehicle_users: { key: 'application_id', sort: { field: 'application_id', order: 'ASC' } },
  case_requests: { sort: { field: 'id', order: 'DESC' } },
  saved_searches: { sort: { field: 'name', order: 'ASC' }, save: 'table' },
  contacts: { sort: { field: 'id', order: 'DESC' } },
  contact_cards: { sort: { field: 'id', order: 'DESC' }, scope: byCase, columns: { list: CARD, one: CARD } },
  contact_card_answers: { sort: { field: 'id', order: 'DESC' } },
  card_consents: { sort: { field: 'id', order: 'DESC' } },
  agent_certificates: { sort: { field: 'starts_on', order: 'DESC' }, scope: byBranch },
  agent_offices: { key: 'branch_id', sort: { field: 'branch_id', order: 'ASC' }, scope: byBranch },
  arrival_passwords: { sort: { field: 'valid_from', order: 'DESC' }, scope: byBranch, columns: { list: PASSWORD, one: PASSWORD } },
  fee_payments: { key: 'application_id,fee_kind', sort: { field: 'fee_kind', order: 'ASC' } },
  advances: { sort: { field: 'advanced_on', order: 'DESC' }, scope: byCase, count: { mode: 'capped', ranges: ['advanced_on'] } },
  statements: { sort: { field: 'month', order: 'DESC' }, scope: byRequester, filters: { number: code, debit_on: days, total: days }, columns: { list: '*,debit_state,requester:requesters!requester_id(id,code,name)', one: '*,debit_state,statement_is_intact,requester:requesters!requester_id(id,code,name)' } },
  statement_lines: { key: 'statement_id,line_no', sort: { field: 'line_no', order: 'ASC' } },
  debit_results: { sort: { field: 'debit_on', order: 'DESC' } },
  debit_followups: { sort: { field: 'id', order: 'DESC' }, columns: { list: '*,requester:requesters!requester_id(id,code,name,postal_code,address,mailing_name,mailing_postal_code,mailing_address),result:debit_results!result_id(debit_on)', one: '*,requester:requesters!requester_id(id,code,name,postal_code,address,mailing_name,mailing_postal_code,mailing_address),result:debit_results!result_id(debit_on)' } },
  receipts: { sort: { field: 'received_on', order: 'DESC' }, columns: { list: '*,requester:requesters!requester_id(id,code,name)' } },
  billing_months: { key: 'month', sort: { field: 'month', order: 'DESC' } },
  payee_differences: { sort: { field: 'since', order: 'ASC' }, scope: byAgent, filters: { acceptance_no: code } },
  adjustments: { sort: { field: 'id', order: 'DESC' }, columns: { list: '*,requester:requesters!requester_id(id,code,name)' } },
  payee_reports: { sort: { field: 'month', order: 'DESC' } },
  approvals: { sort: { field: 'id', order: 'DESC' } },
  prices: { sort: { field: 'valid_from', order: 'DESC' } },
  settings: { key: 'key', sort: { field: 'key', order: 'ASC' }, save: 'save_setting' },
  usage_daily: { key: 'day,agent_branch_id,vehicle_kind', sort: { field: 'day', order: 'DESC' }, scope: byAgent },
  usage_monthly: { key: 'month,agent_branch_id,requester_id,site_id,vehicle_kind', sort: { field: 'month', order: 'DESC' }, scope: byCase },
  notices: { sort: { field: 'posted_on', order: 'DESC' }, filters: { title: contains }, columns: { list: '*,branch:branches!branch_id(id,code,name)', one: '*,branch:branches!branch_id(id,code,name)' }, save: 'save_notice', remove: 'delete_notice' },
  mail_outbox: { sort: { field: 'id', order: 'DESC' }, scope: byMail, filters: { created_at: instants, to_address: startsWith((text) => text.trim()) }, columns: { list: MAIL, one: MAIL } },
  imports: { sort: { field: 'id', order: 'DESC' } },
  audit_log: { sort: { field: 'id', order: 'DESC' }, scope: byBranch, filters: { at: instants, actor_name: contains } },
  debit_accounts: { sort: { field: 'valid_from', order: 'DESC' } },
  debit_account_numbers: { key: 'account_id', sort: { field: 'account_id', order: 'ASC' } },
  filing_statuses: { key: 'code,vehicle_kind', sort: { field: 'sort', order: 'ASC' } },
  oss_statuses: { key: 'code,vehicle_kind', sort: { field: 'sort', order: 'ASC' } },
  status_transitions: { sort: { field: 'id', order: 'ASC' } },
  transition_events: { key: 'event', sort: { field: 'sort', order: 'ASC' } },
};

export const specOf = (resource: string): ResourceSpec & { relation: string; keys: string[] } => {
  const spec = RESOURCES[resource];
  if (spec === undefined) throw new Error(`No line for ${resource} in providers/resources.ts`);
  return { ...spec, relation: spec.relation ?? resource, keys: (spec.key ?? 'id').split(',') };
};

/** Conditions of a list: the caller's scope first, then the filled filter form; what the scope names already cannot be asked twice. */
export const listConditions = (resource: string, me: Profile, { tab, ...filter }: Record<string, unknown>): Condition[] => {
  const { scope, filters = {}, find } = specOf(resource);
  const fixed = scope?.(me, tab) ?? [];
  const held = new Set(fixed.map(({ column }) => column));
  return [...fixed, ...conditionsOf(filter, filters, find?.fields).filter(({ column }) => !held.has(column))];
};
