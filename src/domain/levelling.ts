import { addDays, addMonths, daysBetween } from './calendar.ts';

/** 平準化: which weeks have more cars coming due than others, and where the surplus could go (docs/domain.md §8.3). */

/** Cars that come due on a day, and how many of them are under way already. Days are JST. */
export type DueDay = { day: string; cars: number; open: number };
/** A span of the calendar, `from` to `to` inclusive; `load` tells a peak or a quiet week from the others. */
export type DueSpan = { from: string; to: string; cars: number; open: number; load: 'peak' | 'quiet' | 'even' };

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

const sum = (days: DueDay[], from: string, to: string) =>
  days.filter(({ day }) => day >= from && day <= to).reduce((total, { cars, open }) => ({ cars: total.cars + cars, open: total.open + open }), { cars: 0, open: 0 });

/** Three in ten above or below the usual is worth a look; a car or two is chance. */
const loadOf = (cars: number, usual: number): DueSpan['load'] => {
  if (cars >= usual * 1.3 && cars - usual >= 2) return 'peak';
  return cars <= usual * 0.7 && usual - cars >= 2 ? 'quiet' : 'even';
};

/** Weeks from Monday to Sunday that touch the days from `from` to `to`. */
export const weeksOf = (days: DueDay[], from: string, to: string): DueSpan[] => {
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  const spans = Array.from({ length: count }, (_, n) => ({ from: addDays(first, n * 7), to: addDays(first, n * 7 + 6) })).map((span) => ({ ...span, ...sum(days, span.from, span.to) }));
  const usual = spans.reduce((total, { cars }) => total + cars, 0) / Math.max(1, count);
  return spans.map((span) => ({ ...span, load: loadOf(span.cars, usual) }));
};

/** What could be moved out of a peak: about `extra` cars of the week from `peak` into the quieter week from `quieter`. */
export type Move = { peak: string; cars: number; extra: number; quieter: string };

/**
 * For each peak the quietest earlier week from which its cars may be filed without shortening, with no more cars than brings
 * both to the same height. Weeks that are over are no help.
 */
export const movesOf = (weeks: DueSpan[], today: string): Move[] =>
  weeks.filter(({ load }) => load === 'peak').flatMap((peak) => {
    const earliest = addMonths(peak.to, -2);
    const [quieter] = weeks
      .filter(({ from, to, load }) => to < peak.from && to >= today && from >= earliest && load !== 'peak')
      .toSorted((a, b) => a.cars - b.cars || b.from.localeCompare(a.from));
    const extra = quieter === undefined ? 0 : Math.floor((peak.cars - quieter.cars) / 2);
    return quieter === undefined || extra < 1 ? [] : [{ peak: peak.from, cars: peak.cars, extra, quieter: quieter.from }];
  });

/** The same by calendar month. */
export const monthsOf = (days: DueDay[], from: string, to: string): DueSpan[] => {
  const first = `${from.slice(0, 7)}-01`;
  const months: DueSpan[] = [];
  for (let at = first; at <= to; at = addMonths(at, 1)) months.push({ from: at, to: addDays(addMonths(at, 1), -1), ...sum(days, at, addDays(addMonths(at, 1), -1)), load: 'even' });
  const usual = months.reduce((total, { cars }) => total + cars, 0) / Math.max(1, months.length);
  return months.map((month) => ({ ...month, load: loadOf(month.cars, usual) }));
};
