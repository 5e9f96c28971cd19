import type { ReportDescription } from './description.ts';
import { anySheet, daysFact, type Report, type ReportAnswer, whoseFacts } from './report.ts';

/** A company on a debit day (docs/decisions.md D-28). Yen, JST days. */
export type DebitResultRow = {
  debit_on: string; debit_cycle: string; code: string; name: string; branch_code: string; branch_name: string;
  month_amount: number; outstanding_amount: number; amount: number; collected_amount: number | null; failed_amount: number | null; state: string; result_code: string | null;
};

const states = { sent: '結果待ち', collected: '振替済', failed: '振替不能', no_account: '口座登録中', account_query: '口座確認中' } as const;
const codes = { 0: '0 振替済', 1: '1 資金不足', 2: '2 預金取引なし', 3: '3 預金者の都合による停止', 4: '4 依頼書なし', 8: '8 委託者の都合による停止', 9: '9 その他' } as const;

export const debitResults: ReportDescription<DebitResultRow> = {
  name: 'debit_results',
  title: '口座振替結果',
  sheetName: '口座振替結果',
  countsRows: true,
  frozenColumns: 4,
  notes: ['引落額は、その月の引落合計と前月以前の繰越の合計です。'],
  columns: [
    { key: 'debit_on', header: '引落日', kind: 'date', width: 12 },
    { key: 'debit_cycle', header: '引落区分', kind: 'text', width: 10, align: 'center', labels: { 6: '6日振替', 27: '27日振替' } },
    { key: 'code', header: '事業者コード', kind: 'code', width: 12 },
    { key: 'name', header: '事業者名称', kind: 'text', width: 28 },
    { key: 'branch_code', header: '支部', kind: 'code', width: 6 },
    { key: 'branch_name', header: '支部名', kind: 'text', width: 24 },
    { key: 'month_amount', header: '今回の引落合計', kind: 'yen', width: 14, total: true },
    { key: 'outstanding_amount', header: '前月以前の繰越', kind: 'yen', width: 14, total: true },
    { key: 'amount', header: '引落額', kind: 'yen', width: 13, total: true },
    { key: 'collected_amount', header: '振替済', kind: 'yen', width: 13, total: true },
    { key: 'failed_amount', header: '振替不能', kind: 'yen', width: 13, total: true },
    { key: 'state', header: '状態', kind: 'text', width: 12, align: 'center', labels: states },
    { key: 'result_code', header: '振替結果', kind: 'text', width: 22, labels: codes },
  ],
};

export const debitResultsReport: Report<ReportAnswer, DebitResultRow> = {
  file: '口座振替結果',
  rpc: 'report_debit_results',
  args: ({ from, to, requesterId, branchId, maxRows }) => ({ p_from: from, p_to: to, p_requester_id: requesterId ?? null, p_branch_id: branchId ?? null, p_max_rows: maxRows }),
  sheets: (answer, rows) => [anySheet({ description: debitResults, rows, issuedOn: answer.heading.issued_on, heading: [...whoseFacts(answer.heading), daysFact('引落日', answer)] })],
};
