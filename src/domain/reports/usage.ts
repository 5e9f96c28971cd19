import { type ReportDescription, vehicleKindLabels } from './description.ts';

/** A row of 利用件数: one agent branch, one month and one vehicle kind; counts as in `usage_monthly` (D-37). */
export type UsageRow = {
  /** First day of the month. */
  month: string;
  branch_code: string;
  branch_name: string;
  vehicle_kind: string;
  requested: number;
  filed: number;
  completed: number;
  corrections: number;
  rejections: number;
  withdrawals: number;
};

/** 利用件数 by branch and month. 利用件数 in the sense of the bill is 手続完了 (docs/domain.md §4.3). */
export const usage: ReportDescription<UsageRow> = {
  name: 'usage',
  title: '継続検査OSS代理申請 利用件数',
  sheetName: '利用件数',
  countsRows: false,
  frozenColumns: 3,
  notes: ['手続完了は登録完了日（軽自動車は検査記録完了日）の月で数えます。却下には未受付を含みます。'],
  columns: [
    { key: 'month', header: '利用年月', kind: 'month', width: 12 },
    { key: 'branch_code', header: '支部コード', kind: 'code', width: 10 },
    { key: 'branch_name', header: '支部名', kind: 'text', width: 34 },
    { key: 'vehicle_kind', header: '登録車/軽自動車', kind: 'text', width: 15, align: 'center', labels: vehicleKindLabels },
    { key: 'requested', header: '依頼', kind: 'count', width: 10, total: true },
    { key: 'filed', header: '申請', kind: 'count', width: 10, total: true },
    { key: 'completed', header: '手続完了', kind: 'count', width: 10, total: true },
    { key: 'corrections', header: '補正', kind: 'count', width: 10, total: true },
    { key: 'rejections', header: '却下', kind: 'count', width: 10, total: true },
    { key: 'withdrawals', header: '取下', kind: 'count', width: 10, total: true },
  ],
};
