import { addDays, daysBetween } from '../domain/calendar.ts';

/** One condition of a PostgREST query: column, operator, value. */
export type Condition = { column: string; op: string; value: string };
/** Turns the value of one filter field into conditions; several conditions hold together. */
export type FilterRule = (value: unknown, column: string) => Condition[];
/** What a date range field of a filter form holds: JST days, either end may be missing. */
export type DayRange = { from?: string | null; to?: string | null };

export const isRange = (value: unknown): value is DayRange => value !== null && typeof value === 'object' && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  || (isRange(value) && Object.values(value).every((part) => !part));

/** Inside `in.()`, `and=()` and `or=()` PostgREST ends a bare value at `,` or `)`: quote always. */
export const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** The filter fields that say something. */
export const withoutEmpty = (filter: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value)));

const one = (column: string, op: string, value: string): Condition[] => [{ column, op, value }];

/** Booleans too: a partial index `where needs_review` serves `eq.true`, and not `is.true`. */
export const equals: FilterRule = (value, column) => one(column, 'eq', String(value));

export const oneOf: FilterRule = (value, column) => {
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  return values.length === 1 ? one(column, 'eq', values[0] ?? '') : one(column, 'in', `(${values.map(quoted).join(',')})`);
};

/** Codes that start with the text, as `gte` + `lt`: under row-level security `like` loses the index (docs/bench.md). */
export const startsWith = (normalise: (text: string) => string = (text) => text.trim()): FilterRule => (value, column) => {
  const text = normalise(String(value));
  const last = text.codePointAt(text.length - 1) ?? 0;
  const after = text.slice(0, -1) + String.fromCodePoint(last + 1);
  return text === '' ? [] : [...one(column, 'gte', text), ...one(column, 'lt', after)];
};

/** Days inclusive, on a `date` column. */
export const days: FilterRule = (value, column) => {
  const { from, to } = isRange(value) ? value : {};
  return [...(from ? one(column, 'gte', from) : []), ...(to ? one(column, 'lte', to) : [])];
};

/** JST days inclusive, on a `timestamptz` column. */
export const instants: FilterRule = (value, column) => {
  const { from, to } = isRange(value) ? value : {};
  return [
    ...(from ? one(column, 'gte', `${from}T00:00:00+09:00`) : []),
    ...(to ? one(column, 'lt', `${addDays(to, 1)}T00:00:00+09:00`) : []),
  ];
};

/** What a pattern or a logic list gives a meaning to. In a pattern `_` stands for any one character, so it stands for these as well. */
const RESERVED = /[*"\\(),{}%_]/g;

/** Every word occurs in the folded search text: small tables only. */
export const words = (fold: (text: string) => string): FilterRule => (value, column) =>
  String(value).split(/\s+/).map((word) => fold(word).replaceAll(RESERVED, '_')).filter((word) => word !== '')
    .flatMap((word) => one(column, 'ilike', `*${word}*`));

const byDefault: FilterRule = (value, column) => {
  if (Array.isArray(value)) return oneOf(value, column);
  return isRange(value) ? days(value, column) : equals(value, column);
};

/** A filter name may stand for another column: `q` searches `search_text`. */
export type FilterRules = Record<string, FilterRule | { column: string; rule: FilterRule }>;

/** Conditions of a filled filter form; empty fields and fields in `ignored` (tabs) say nothing. */
export const conditionsOf = (filter: Record<string, unknown>, rules: FilterRules, ignored: readonly string[] = []): Condition[] =>
  Object.entries(filter).flatMap(([name, value]) => {
    if (isEmpty(value) || ignored.includes(name)) return [];
    const entry = rules[name] ?? byDefault;
    return typeof entry === 'function' ? entry(value, name) : entry.rule(value, entry.column);
  });

/** Lists are quoted already; patterns hold nothing that needs it. */
const BARE = new Set(['in', 'ilike']);

/**
 * Conditions as query parameters: one plain parameter a column, and a single quoted `and=(…)` for columns that have several,
 * so that no library has to repeat a key.
 */
export const toParams = (conditions: Condition[]): Record<string, string> => {
  const count = new Map<string, number>();
  for (const { column } of conditions) count.set(column, (count.get(column) ?? 0) + 1);
  const params: Record<string, string> = {};
  const several: string[] = [];
  for (const { column, op, value } of conditions) {
    if (count.get(column) === 1) params[column] = `${op}.${value}`;
    else several.push(`${column}.${op}.${BARE.has(op) ? value : quoted(value)}`);
  }
  return several.length === 0 ? params : { ...params, and: `(${several.join(',')})` };
};

/** Longest span of days that head office counts exactly (docs/bench.md: one month of the nation takes 40 ms). */
const EXACT_DAYS = 62;

/** Whether one of the named ranges keeps a list of the nation small enough for an exact count. */
export const hasDateWindow = (filter: Record<string, unknown>, ranges: readonly string[], today: string): boolean =>
  ranges.some((name) => {
    const range = filter[name];
    return isRange(range) && Boolean(range.from) && daysBetween(range.from ?? today, range.to || today) <= EXACT_DAYS;
  });
