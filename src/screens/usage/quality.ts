/** What `usage_quality` answers: sums of a period by branch, region, month or kind. */
export type QualityRow = {
  key: string; name: string; filed: number; completed: number; registered: number | null; cashless: number; corrections: number; rejections: number; days_taken: number;
};
export type QualityAnswer = { issued_on: string; rows: QualityRow[] };
export const QUALITY_GROUPS = ['branch', 'region', 'month', 'kind'] as const;
export type QualityGroup = (typeof QUALITY_GROUPS)[number];
export const QUALITY_MEASURES = ['cashless', 'rejections', 'days'] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

/** One decimal; null where there is nothing to divide by. */
const ratio = (part: number, whole: number, times: number): number | null => (whole === 0 ? null : Math.round((part / whole) * times * 10) / 10);

/** キャッシュレス比率 of 登録車 (%), 却下率 of what was filed (%), mean days from 依頼 to completion. */
export const measureOf = (row: QualityRow, measure: QualityMeasure): number | null => {
  if (measure === 'cashless') return ratio(row.cashless, row.registered ?? 0, 100);
  return measure === 'rejections' ? ratio(row.rejections, row.filed, 100) : ratio(row.days_taken, row.completed, 1);
};

const ADDED = ['filed', 'completed', 'cashless', 'corrections', 'rejections', 'days_taken'] as const;
/** All rows as one, so that the whole is weighed and not a mean of means. */
export const wholeOf = (rows: readonly QualityRow[], name: string): QualityRow => {
  const sums = Object.fromEntries(ADDED.map((field) => [field, rows.reduce((sum, row) => sum + row[field], 0)])) as Record<(typeof ADDED)[number], number>;
  return { key: '', name, registered: rows.reduce((sum, { registered }) => sum + (registered ?? 0), 0), ...sums };
};
