import type { ReportColumn, ReportDescription } from './description.ts';
import type { StatementDocument } from './debitStatementPage.ts';
import { anySheet, monthsFact, type Report, type ReportAnswer, whoseFacts } from './report.ts';

const branch: readonly ReportColumn<StatementDocument>[] = [
  { key: 'branch_code', header: '支部コード', kind: 'code', width: 10 }, { key: 'branch_name', header: '所属支部', kind: 'text', width: 26 },
];

/** 引落予定明細 as a list, one row a statement (docs/domain.md §4.6). `wide`: of many branches, whose names stand in the rows. */
const debitStatements = (wide: boolean): ReportDescription<StatementDocument> => ({
  name: 'debit_statement',
  title: '引落予定明細',
  sheetName: '引落予定明細',
  countsRows: true,
  frozenColumns: wide ? 6 : 4,
  notes: ['引落の予定をお知らせするもので、領収証ではありません。', '前月以前の繰越は引落合計に含みません。'],
  columns: [
    ...(wide ? branch : []),
    { key: 'month', header: '利用年月', kind: 'month', width: 11 },
    { key: 'number', header: '明細番号', kind: 'code', width: 14 },
    { key: 'code', header: '事業者コード', kind: 'code', width: 12 },
    { key: 'name', header: '事業者名称', kind: 'text', width: 28 },
    { key: 'debit_on', header: '引落予定日', kind: 'date', width: 12 },
    { key: 'usage_count', header: '利用件数', kind: 'count', width: 9, total: true },
    { key: 'usage_amount', header: '利用料金', kind: 'yen', width: 12, total: true },
    { key: 'hotekisho_amount', header: '保適証サービス', kind: 'yen', width: 13, total: true },
    { key: 'taxable_10', header: '10%対象計\n（税込）', kind: 'yen', width: 14, total: true },
    { key: 'tax_10', header: '内消費税', kind: 'yen', width: 11, total: true },
    { key: 'kei_fee_amount', header: '軽OSS検査手数料\n（立替）', kind: 'yen', width: 17, total: true },
    { key: 'tech_fee_amount', header: '技術情報管理手数料\n（立替）', kind: 'yen', width: 19, total: true },
    { key: 'adjustment_amount', header: '調整', kind: 'yen', width: 11, total: true },
    { key: 'total', header: '引落合計', kind: 'yen', width: 13, total: true },
    { key: 'outstanding_before', header: '前月以前の繰越', kind: 'yen', width: 13, total: true },
    { key: 'transfer_asked', header: 'うち振込依頼', kind: 'yen', width: 13, total: true },
  ],
});

export const debitStatementReport: Report<ReportAnswer & { rows: StatementDocument[] }, StatementDocument> = {
  file: '引落予定明細',
  rpc: 'report_debit_statements',
  args: ({ from, to, requesterId, branchId, debitCycle, maxRows }) => ({
    p_from: from, p_to: to, p_requester_id: requesterId ?? null, p_branch_id: branchId ?? null, p_debit_cycle: debitCycle ?? null, p_max_rows: maxRows,
  }),
  paged: { rows: 500 },
  sheets: (answer, rows) => [anySheet({
    description: debitStatements(answer.heading.branch === null && answer.heading.requester === null), rows, issuedOn: answer.heading.issued_on,
    heading: [...whoseFacts(answer.heading), monthsFact('利用年月', answer)],
  })],
  document: {
    print: async (answer, fonts) => {
      // Loaded when one is printed: the list needs none of it.
      const [{ makePdf }, { statementPages }] = await Promise.all([import('./pdfDocument.ts'), import('./debitStatementPage.ts')]);
      return makePdf(statementPages(answer.rows), fonts);
    },
    fileOf: ({ month, branch_code: code, branch_name: name }) => `${month.slice(0, 7)}_${code}${name}`,
  },
};
