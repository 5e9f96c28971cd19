import type { ReportDescription } from './description.ts';

/** A row of 利用件数 as shares: percentages and days with one decimal, as text, empty where there is nothing to divide by. */
export type UsageQualityRow = { name: string; filed: number; completed: number; rejected: number; cashless: string | null; rejections: string | null; days: string | null };

/** 比率・日数 of `what` (支部別 …): what the screen shows, as Excel. */
export const usageQuality = (what: string, notes: readonly string[]): ReportDescription<UsageQualityRow> => ({
  name: 'usage_quality',
  title: `継続検査OSS代理申請 利用件数の比率・日数（${what}）`,
  sheetName: '比率・日数',
  countsRows: false,
  frozenColumns: 1,
  notes,
  columns: [
    { key: 'name', header: '名称', kind: 'text', width: 34 },
    { key: 'filed', header: '申請', kind: 'count', width: 11, total: true },
    { key: 'completed', header: '手続完了', kind: 'count', width: 11, total: true },
    { key: 'rejected', header: '却下・未受付', kind: 'count', width: 13, total: true },
    { key: 'cashless', header: 'キャッシュレス\n比率（%）', kind: 'code', width: 15, align: 'right' },
    { key: 'rejections', header: '却下率（%）', kind: 'code', width: 13, align: 'right' },
    { key: 'days', header: '完了までの\n日数', kind: 'code', width: 13, align: 'right' },
  ],
});
