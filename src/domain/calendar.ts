/**
 * Days and months of the office: always Asia/Tokyo, always text ('YYYY-MM-DD', a month is its first day).
 * Arithmetic goes through UTC midnight, so that no time zone of a browser or server can shift a day.
 */

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const fromUtc = (at: Date): string => at.toISOString().slice(0, 10);

/** 'YYYY-MM-DD' of three numbers, or null when there is no such day (2026-02-30). */
export const makeDate = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real && year >= 1900 && year <= 2199 ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
};

/** True for a real day written 'YYYY-MM-DD'. */
export const isDate = (text: string): boolean => {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && makeDate(Number(m[1]), Number(m[2]), Number(m[3])) !== null;
};

/** The JST wall clock of an instant, as 'YYYY-MM-DDTHH:MM:SS' without zone. */
export const jstWallClock = (at: Date): string => new Date(at.getTime() + JST_OFFSET_MS).toISOString().slice(0, 19);

/** Today in Japan. Display and pickers only: the database's `private.today()` decides. */
export const todayJst = (now: Date = new Date()): string => jstWallClock(now).slice(0, 10);

/** First day of the month of a day. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** This month in Japan, as its first day. */
export const thisMonthJst = (now: Date = new Date()): string => monthOf(todayJst(now));

/** The day so many days later (earlier when negative). */
export const addDays = (date: string, days: number): string => fromUtc(new Date(utc(date).getTime() + days * DAY_MS));

/** Last day of the month of a day. */
export const monthEnd = (date: string): string =>
  fromUtc(new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)));

/** The same day so many months later; a day that month lacks becomes its last (2026-04-30 − 2 = 2026-02-28). */
export const addMonths = (date: string, months: number): string => {
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
  const last = monthEnd(fromUtc(first));
  return `${last.slice(0, 8)}${pad(Math.min(Number(date.slice(8, 10)), Number(last.slice(8, 10))))}`;
};

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS);

/** 年度 of a day: the year its April lies in (2026-03-31 → 2025). */
export const fiscalYear = (date: string): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);

/** First and last day of a 年度. */
export const fiscalYearRange = (year: number): { from: string; to: string } => ({
  from: `${pad(year, 4)}-04-01`,
  to: `${pad(year + 1, 4)}-03-31`,
});
