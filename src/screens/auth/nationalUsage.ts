import { fiscalYear } from '../../domain/calendar.ts';

/** A row of `national_usage`: completed cases of a month (its first day) and kind in the whole country. */
export type NationalRow = { month: string; vehicle_kind: string; completed: number };
export type NationalMonth = { month: string; registered: number; kei: number };

/** Both kinds of a month side by side, oldest first. */
export const nationalMonths = (rows: readonly NationalRow[]): NationalMonth[] => {
  const months = [...new Set(rows.map(({ month }) => month))].toSorted();
  const of = (wanted: string, kind: string) => rows.find(({ month, vehicle_kind: found }) => month === wanted && found === kind)?.completed ?? 0;
  return months.map((month) => ({ month, registered: of(month, 'registered'), kei: of(month, 'kei') }));
};

/** The months of the year (from April, or January) in which the latest one lies. */
export const latestMonths = (months: readonly NationalMonth[], fiscal: boolean): NationalMonth[] => {
  const yearOf = (month: string): number => (fiscal ? fiscalYear(month) : Number(month.slice(0, 4)));
  const latest = months.at(-1);
  return latest === undefined ? [] : months.filter(({ month }) => yearOf(month) === yearOf(latest.month));
};
