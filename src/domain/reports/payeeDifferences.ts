import { type ReportDescription, vehicleKindLabels } from './description.ts';
import { anySheet, monthsFact, type Report, type ReportAnswer, usualArgs, whoseFacts } from './report.ts';

/** A row of the differences with the payees (D-23): one 受付番号 about which a payee and we do not agree. Yen, JST days. */
export type PayeeDifferenceRow = {
  payee: string;
  /** First day of the payee's month. */
  month: string;
  state: string;
  branch_name: string | null;
  requester_code: string | null;
  requester_name: string | null;
  vehicle_kind: string;
  acceptance_no: string;
  own_amount: number | null;
  payee_amount: number | null;
  /** Theirs less ours. */
  difference: number;
  /** Day it was paid. */
  since: string;
  age_days: number;
};

const payees = { keikenkyo: '軽自動車検査協会', kikou: '自動車技術総合機構' } as const;
const states = {
  only_ours: '当会だけにある', investigate: '要調査', only_theirs: '未帰属', twice_theirs: '重複', amount_differs: '金額が違う', month_differs: '月が違う',
} as const;

export const payeeDifferences: ReportDescription<PayeeDifferenceRow> = {
  name: 'payee_differences',
  title: '納付先との差異',
  sheetName: '納付先との差異',
  countsRows: true,
  frozenColumns: 3,
  notes: [
    '未帰属と重複は、どの事業者にも請求していません。当会だけにある立替は翌月以降の報告と照合し、2回の締めを過ぎると要調査になります。',
    '差額は、納付先の金額から当会の金額を引いたものです。請求は納付先の金額で行います。',
  ],
  columns: [
    { key: 'payee', header: '納付先', kind: 'text', width: 22, labels: payees },
    { key: 'month', header: '報告月', kind: 'month', width: 12 },
    { key: 'state', header: '差異', kind: 'text', width: 16, labels: states },
    { key: 'branch_name', header: '支部', kind: 'text', width: 28 },
    { key: 'requester_code', header: '事業者ID', kind: 'code', width: 11 },
    { key: 'requester_name', header: '事業者名称', kind: 'text', width: 28 },
    { key: 'vehicle_kind', header: '登録車/軽自動車', kind: 'text', width: 15, align: 'center', labels: vehicleKindLabels },
    { key: 'acceptance_no', header: '受付番号', kind: 'code', width: 22 },
    { key: 'own_amount', header: '当会の金額', kind: 'yen', width: 12, total: true },
    { key: 'payee_amount', header: '納付先の金額', kind: 'yen', width: 12, total: true },
    { key: 'difference', header: '差額', kind: 'yen', width: 12, total: true },
    { key: 'since', header: '納付日', kind: 'date', width: 12 },
    { key: 'age_days', header: '経過日数', kind: 'count', width: 9 },
  ],
};

export const payeeDifferencesReport: Report<ReportAnswer, PayeeDifferenceRow> = {
  file: '納付先との差異',
  rpc: 'report_payee_differences',
  args: (query) => ({ ...usualArgs(query), p_max_rows: query.maxRows }),
  sheets: (answer, rows) => [anySheet({
    description: payeeDifferences, rows, issuedOn: answer.heading.issued_on, heading: [...whoseFacts(answer.heading), monthsFact('報告月', answer)],
  })],
};
