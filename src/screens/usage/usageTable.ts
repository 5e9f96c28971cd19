import { addMonths, fiscalYear, monthOf } from '../../domain/calendar.ts';

/** What `usage_matrix` answers: one measure by month; months without counts are left out. */
export type UsageLine = {
  id: number; code: string; name: string; owner_code: string | null; owner_name: string | null; counts: Record<string, number>; total: number;
};
export type UsageAnswer = { issued_on: string; rows: UsageLine[] };

export const GROUPS = ['branch', 'company', 'site'] as const;
export type UsageGroup = (typeof GROUPS)[number];
export const MEASURES = ['completed', 'requested', 'filed', 'corrections', 'rejections', 'withdrawals'] as const;
export type UsageMeasure = (typeof MEASURES)[number];
export type YearKind = 'fiscal' | 'calendar';

export const yearOf = (kind: YearKind, day: string): number => (kind === 'fiscal' ? fiscalYear(day) : Number(day.slice(0, 4)));

/** The months of a year up to this one: from April (年度) or January. Months are first days. */
export const monthsOfYear = (kind: YearKind, year: number, today: string): string[] => {
  const first = `${year}-${kind === 'fiscal' ? '04' : '01'}-01`;
  return Array.from({ length: 12 }, (_, at) => addMonths(first, at)).filter((month) => month <= monthOf(today));
};

export const countOf = ({ counts }: UsageLine, month: string): number => counts[month] ?? 0;
export const monthTotals = (rows: UsageLine[], months: string[]): number[] => months.map((month) => rows.reduce((sum, row) => sum + countOf(row, month), 0));
export const grandTotal = (rows: UsageLine[]): number => rows.reduce((sum, { total }) => sum + total, 0);

/** Bars of the second chart: the largest rows, so many at most. */
export const largestRows = (rows: UsageLine[], limit: number): UsageLine[] => rows.toSorted((a, b) => b.total - a.total || a.code.localeCompare(b.code)).slice(0, limit);

/** What a person may choose: the nation by branch; companies and sites once a place is chosen, so that no table is endless. */
export const needsPlace = (reach: 'hq' | 'branch' | 'garage', group: UsageGroup, place: { branchId?: number | undefined; requesterId?: number | undefined }): boolean =>
  reach === 'hq' && group !== 'branch' && place.branchId === undefined && place.requesterId === undefined;
