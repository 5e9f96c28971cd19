import { formatMonth } from '../dateText.ts';
import type { ReportDescription } from './description.ts';

/** A row of 利用件数 by month: code and name of a branch, company or site, one count a month (key = its first day), and their sum. */
export type UsageMatrixRow = Record<string, string | number | null>;

/** 利用件数 of `what` (支部別 …) with a column a month. `owner`: the company of a site stands before it. */
export const usageMatrix = (what: string, months: readonly string[], owner: boolean): ReportDescription<UsageMatrixRow> => ({
  name: 'usage_matrix',
  title: `継続検査OSS代理申請 利用件数（${what}）`,
  sheetName: '利用件数',
  countsRows: false,
  frozenColumns: owner ? 3 : 2,
  notes: ['手続完了は登録完了日（軽自動車は検査記録完了日）の月で数えます。却下には未受付を含みます。'],
  columns: [
    ...(owner ? [{ key: 'owner', header: '事業者名称', kind: 'text' as const, width: 32 }] : []),
    { key: 'code', header: 'コード', kind: 'code', width: 12 },
    { key: 'name', header: '名称', kind: 'text', width: 34 },
    ...months.map((month) => ({ key: month, header: formatMonth(month), kind: 'count' as const, width: 11, total: true })),
    { key: 'total', header: '計', kind: 'count', width: 11, total: true },
  ],
});
