import { jstWallClock, makeDate } from './calendar.ts';
import { type Reader, refuse } from './reader.ts';

/** How days, months and eras are written for people, and read from what people write. */

const numeric = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)$/;
const numericMonth = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.]0?1)?|(\d{2})|年(\d{1,2})月)$/;
const timeOfDay = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/;

// The common spelling needs no normalising; a month's file has a quarter of a million of them.
const half = (text: string): string => (/^[\d/: T-]*$/.test(text) ? text : text.normalize('NFKC')).trim();

/** '2026/10/5', '2026-10-05', '20261005' or '2026年10月5日' → '2026-10-05'; null when it is no real day. */
export const parseDate = (text: string): string | null => {
  const m = numeric.exec(half(text));
  if (!m) return null;
  return makeDate(Number(m[1]), Number(m[2] ?? m[4] ?? m[6]), Number(m[3] ?? m[5] ?? m[7]));
};

/** '2026-10', '2026/10', '202610' or '2026年10月' (or the month's first day) → '2026-10-01'; null otherwise. */
export const parseMonth = (text: string): string | null => {
  const m = numericMonth.exec(half(text));
  return m ? makeDate(Number(m[1]), Number(m[2] ?? m[3] ?? m[4]), 1) : null;
};

/** '2026/10/19 08:35' (JST) → '2026-10-19T08:35:00+09:00'; a day alone is its midnight; null otherwise. */
export const parseDateTime = (text: string): string | null => {
  const [day = '', time = '0:00'] = half(text).split(/[ T]+/, 2);
  const date = parseDate(day);
  const m = timeOfDay.exec(time);
  if (date === null || !m) return null;
  return `${date}T${(m[1] ?? '').padStart(2, '0')}:${m[2]}:${m[3] ?? '00'}+09:00`;
};

/** '2026-10-05' → '2026/10/05'. */
export const formatDate = (date: string): string => date.slice(0, 10).replaceAll('-', '/');

/** '2026-10-01' → '2026年10月'; single-digit months stay single: '2026年4月'. */
export const formatMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** An instant (ISO text with zone) in JST: '2026/10/05 14:22'. */
export const formatDateTime = (instant: string): string =>
  jstWallClock(new Date(instant)).slice(0, 16).replaceAll('-', '/').replace('T', ' ');

/** 2026 → '2026年度'. */
export const formatFiscalYear = (year: number): string => `${year}年度`;

const eras = [
  { name: '令和', from: '2019-05-01', yearZero: 2018 },
  { name: '平成', from: '1989-01-08', yearZero: 1988 },
  { name: '昭和', from: '1926-12-25', yearZero: 1925 },
] as const;

/** 和暦 of a day: { era: '令和', year: 8 }; null before 昭和 (docs/domain.md §11.4). */
export const eraOf = (date: string): { era: string; year: number } | null => {
  const era = eras.find((e) => date >= e.from);
  return era ? { era: era.name, year: Number(date.slice(0, 4)) - era.yearZero } : null;
};

/** '2026-10-05' → '令和8年10月5日'; the first year is 元年. Falls back to the western date. */
export const formatEraDate = (date: string): string => {
  const era = eraOf(date);
  if (!era) return formatDate(date);
  const year = era.year === 1 ? '元' : String(era.year);
  return `${era.era}${year}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
};

/** The day of an era year, month and day (令和 5, 12, 5 → '2023-12-05'); null when that era had no such day. */
export const dateOfEra = (era: '令和' | '平成', year: number, month: number, day: number): string | null => {
  const index = eras.findIndex((e) => e.name === era);
  const found = eras[index];
  const date = found && year > 0 ? makeDate(found.yearZero + year, month, day) : null;
  const next = eras[index - 1];
  return found && date !== null && date >= found.from && (!next || date < next.from) ? date : null;
};

/** A day as typed or picked, 'YYYY-MM-DD'. */
export const day: Reader<string> = (typed) => parseDate(typed) ?? refuse('invalid_date');
