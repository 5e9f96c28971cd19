import type { Condition } from '../../../src/providers/query.ts';
import { listConditions, specOf } from '../../../src/providers/resources.ts';
import type { Person } from './people.ts';

// The statements that the Data API makes of the app's requests, with the values in place.

const OPERATORS: Record<string, string> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=', neq: '<>', ilike: 'ilike' };
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const conditionSql = ({ column, op, value }: Condition): string => {
  if (op === 'is') return `a.${column} is ${value}`;
  if (op === 'not.is') return `a.${column} is not ${value}`;
  if (op === 'in') return `a.${column} in (${value.slice(1, -1).split(',').map((one) => literal(one.replaceAll('"', ''))).join(', ')})`;
  const operator = OPERATORS[op];
  if (operator === undefined) throw new Error(`No SQL for the operator ${op}`);
  return `a.${column} ${operator} ${literal(op === 'ilike' ? value.replaceAll('*', '%') : value)}`;
};

/** How an embedded table hangs on a case. */
const JOINS: Record<string, string> = {
  requesters: 'e.id = a.requester_id', sites: 'e.id = a.site_id and e.requester_id = a.requester_id', fee_payments: 'e.application_id = a.id',
  application_vehicle_users: 'e.application_id = a.id',
};
const MANY = new Set(['fee_payments']);
const COMPUTED = new Set(['available_events', 'request_kinds']);
const embedded = /(?<alias>\w+):(?<table>\w+)(?:!\w+)?\((?<columns>[^)]*)\)/g;

const embedSql = (alias: string, table: string, columns: string): string => {
  const rows = `(select ${columns} from public.${table} e where ${JOINS[table] ?? 'false'} limit 1000) o`;
  return MANY.has(table) ? `(select coalesce(json_agg(o), '[]') from ${rows}) as ${alias}` : `(select to_json(o) from ${rows}) as ${alias}`;
};

/** The select list of PostgREST as SQL on `a`: plain columns, computed ones, embedded tables. */
const selectSql = (columns: string): string => {
  const embeds = [...columns.matchAll(embedded)].map(({ groups }) => embedSql(groups?.['alias'] ?? '', groups?.['table'] ?? '', groups?.['columns'] ?? ''));
  const plain = columns.replaceAll(embedded, '').split(',').filter((name) => name !== '')
    .map((name) => (COMPUTED.has(name) ? `public.${name}(a) as ${name}` : `a.${name}`));
  return [...plain, ...embeds].join(', ');
};

export type Filter = Record<string, unknown>;

/** The condition of a list as the app sends it: the scope's constant, then the filter form. */
export const whereSql = (person: Person, filter: Filter, resource = 'applications'): string => {
  const conditions = listConditions(resource, person.me, filter).map(conditionSql);
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
};

const ORDER = 'order by a.requested_at desc, a.id desc';

/** The first page of 20 rows of a list of cases. */
export const listSql = (person: Person, filter: Filter): string =>
  `select ${selectSql(specOf('applications').columns?.list ?? '*')} from public.applications a${whereSql(person, filter)} ${ORDER} limit 20`;

/** The keys of a page far down, and the rows of such a page: the two steps in which the app reads it. */
export const deepSql = (person: Person, filter: Filter, page: number): string =>
  `select a.id from public.applications a${whereSql(person, filter)} ${ORDER} limit 20 offset ${(page - 1) * 20}`;
export const rowsSql = (ids: string[]): string =>
  `select ${selectSql(specOf('applications').columns?.list ?? '*')} from public.applications a where a.id in (${ids.join(', ')})`;

export const countSql = (person: Person, filter: Filter): string => `select count(*) from public.applications a${whereSql(person, filter)}`;

/** What head office asks instead of a count without a window: whether there are more than 10,000. */
export const beyondSql = (person: Person, filter: Filter): string =>
  `select a.id from public.applications a${whereSql(person, filter)} ${ORDER} limit 1 offset 10000`;

export const oneSql = (id: string): string =>
  `select ${selectSql(specOf('applications').columns?.one ?? '*')} from public.applications a where a.id = ${id}`;
