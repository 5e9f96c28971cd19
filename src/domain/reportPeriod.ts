import { addDays, addMonths, makeDate, monthEnd, monthOf } from './calendar.ts';
import { toHalf } from './reader.ts';

/** What 期間出力 takes (docs/domain.md §5.6): both ends as YYYYMM, or both as YYYYMMDD. */
export type PeriodForm = 'month' | 'day';
export type ReportPeriod = { from: string; to: string };
/** Days, JST. */
export type PeriodLimits = Record<PeriodForm, { oldest: string; newest: string }>;
export type PeriodProblem =
  | { code: 'period_required' | 'period_format' | 'period_mixed' | 'period_reversed' }
  | { code: 'period_too_old' | 'period_not_over'; form: PeriodForm; limit: string };

/** By month from 18 months ago to last month; by day from the first of 19 months ago to yesterday. */
export const periodLimits = (today: string): PeriodLimits => {
  const month = monthOf(today);
  return {
    month: { oldest: addMonths(month, -18), newest: addMonths(month, -1) },
    day: { oldest: addMonths(month, -19), newest: addDays(today, -1) },
  };
};

type End = { form: PeriodForm; day: string };
const readEnd = (typed: string): End | null => {
  const m = /^(\d{4})(\d{2})(\d{2})?$/.exec(toHalf(typed).trim());
  const day = m && makeDate(Number(m[1]), Number(m[2]), Number(m[3] ?? 1));
  return day ? { form: m[3] === undefined ? 'month' : 'day', day } : null;
};

/** The days of a period as it was typed, or why it is none. A month's last day closes a period by months. */
export const readPeriod = (typed: { from: string; to: string }, today: string): ReportPeriod | PeriodProblem => {
  if (typed.from.trim() === '' || typed.to.trim() === '') return { code: 'period_required' };
  const from = readEnd(typed.from);
  const to = readEnd(typed.to);
  if (from === null || to === null) return { code: 'period_format' };
  if (from.form !== to.form) return { code: 'period_mixed' };
  const { form } = from;
  const { oldest, newest } = periodLimits(today)[form];
  if (from.day > newest || to.day > newest) return { code: 'period_not_over', form, limit: newest };
  if (from.day > to.day) return { code: 'period_reversed' };
  if (from.day < oldest) return { code: 'period_too_old', form, limit: oldest };
  return { from: from.day, to: form === 'month' ? monthEnd(to.day) : to.day };
};

/** '2026-10' for one whole month, else both days. For file names. */
export const periodName = ({ from, to }: ReportPeriod): string =>
  from.endsWith('-01') && to === monthEnd(from) ? from.slice(0, 7) : `${from}_${to}`;
