import type { ReportDescription } from './description.ts';
import { anySheet, monthsFact, type Report, type ReportAnswer, whoseFacts } from './report.ts';

/** A row of 支部手数料計算書: a branch and month, completed cases at one price; yen with tax contained (docs/decisions.md D-28a). */
export type BranchFeeRow = {
  month: string; branch_code: string; branch_name: string; registered: number; kei: number; quantity: number;
  /** Null where no price covers the day of completion. */
  unit_price: number | null; amount: number | null; tax: number | null;
};

export const branchFees: ReportDescription<BranchFeeRow> = {
  name: 'branch_fees',
  title: '支部手数料計算書',
  sheetName: '支部手数料',
  countsRows: false,
  frozenColumns: 3,
  notes: [
    '登録完了日（軽自動車は検査記録完了日）のある申請を、請求する利用年月で数えます。締めた月の件数は変わりません。後から届いた完了は届いた月に、取消は取り消した月に数えます。',
    '金額は税込です。単価のない行は、料金・手数料に支部手数料が登録されていません。',
  ],
  columns: [
    { key: 'month', header: '利用年月', kind: 'month', width: 12 },
    { key: 'branch_code', header: '支部コード', kind: 'code', width: 10 },
    { key: 'branch_name', header: '支部名', kind: 'text', width: 36 },
    { key: 'registered', header: '登録車', kind: 'count', width: 11, total: true },
    { key: 'kei', header: '軽自動車', kind: 'count', width: 11, total: true },
    { key: 'quantity', header: '件数', kind: 'count', width: 11, total: true },
    { key: 'unit_price', header: '単価', kind: 'yen', width: 10 },
    { key: 'amount', header: '手数料（税込）', kind: 'yen', width: 15, total: true },
    { key: 'tax', header: '内消費税', kind: 'yen', width: 13, total: true },
  ],
};

export const branchFeesReport: Report<ReportAnswer, BranchFeeRow> = {
  file: '支部手数料計算書',
  rpc: 'report_branch_fees',
  args: ({ from, to, branchId, maxRows }) => ({ p_from: from, p_to: to, p_branch_id: branchId ?? null, p_max_rows: maxRows }),
  sheets: (answer, rows) => [anySheet({
    description: branchFees, rows, issuedOn: answer.heading.issued_on, heading: [...whoseFacts(answer.heading), monthsFact('利用年月', answer)],
  })],
};
