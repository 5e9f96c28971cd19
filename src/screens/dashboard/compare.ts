import { daysBetween } from '../../domain/calendar.ts';
import type { DayRow } from './types.ts';

/** ▲ or + of one count against another, in whole per cent; nothing to compare with is no rate. */
export const rateText = (now: number, before: number): string => {
  if (before === 0) return '－';
  const rate = Math.round(((now - before) / before) * 100);
  if (rate === 0) return '±0%';
  return rate < 0 ? `▲${-rate}%` : `+${rate}%`;
};

/** The month up to today beside the same days of last year. */
export const soFar = (days: DayRow[], today: string): { now: number; before: number } =>
  days.filter(({ day }) => daysBetween(day, today) >= 0)
    .reduce((sum, { completed, last_year }) => ({ now: sum.now + (completed ?? 0), before: sum.before + last_year }), { now: 0, before: 0 });

/** How a day went against the same weekday before: for the colour of a tile. */
export type Change = 'more' | 'same' | 'less' | 'none';
export const changeOf = (now: number, before: number): Change => {
  if (now === 0 && before === 0) return 'none';
  if (now > before * 1.1) return 'more';
  return now < before * 0.9 ? 'less' : 'same';
};
