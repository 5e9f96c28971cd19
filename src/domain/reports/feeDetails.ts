import { type ReportDescription, vehicleKindLabels } from './description.ts';
import { anySheet, daysFact, type Report, type ReportAnswer, usualArgs, whoseFacts } from './report.ts';

/** A row of 明細: one application completed in the period (docs/domain.md §5.1). Amounts in yen, days in JST. */
export type FeeDetailRow = {
  ainas_org_id: string | null;
  requester_name: string | null;
  site_code: string | null;
  site_name: string | null;
  vehicle_kind: string;
  chassis_no: string | null;
  plate: string | null;
  /** Instant. */
  requested_at: string | null;
  inspection_fee_amount: number | null;
  inspection_fee_paid_on: string | null;
  tech_fee_amount: number | null;
  tech_fee_paid_on: string | null;
  procedure_completed_on: string | null;
  weight_tax_amount: number | null;
  weight_tax_paid_on: string | null;
  application_no: string | null;
  acceptance_no: string | null;
  status_label: string | null;
  remark: string | null;
  /** Not printed: rows stand by it. */
  requester_code?: string;
};

/** 検査手数料・技術情報管理手数料・重量税明細: the manual's 19 columns in its order. */
export const feeDetails: ReportDescription<FeeDetailRow> = {
  name: 'fee_details',
  title: '検査手数料・技術情報管理手数料・重量税明細',
  sheetName: '明細',
  countsRows: true,
  frozenColumns: 1,
  stacks: [
    ['ainas_org_id', 'site_code'], ['requester_name', 'site_name'], ['chassis_no', 'vehicle_kind'], ['plate', 'requested_at'],
    ['inspection_fee_amount', 'inspection_fee_paid_on'], ['tech_fee_amount', 'tech_fee_paid_on'], ['weight_tax_amount', 'weight_tax_paid_on'],
    ['procedure_completed_on', 'status_label'], ['application_no', 'acceptance_no'], ['remark'],
  ],
  notes: [
    'この納付明細は領収証ではありません。国、軽自動車検査協会、独立行政法人自動車技術総合機構に納付するものですので、当会で領収証は発行できません。',
    '代理申請の処理実績から作成する一覧表です。技術情報管理手数料及び軽自動車の検査手数料は、まだ貴社の口座から出金されていない段階で記載されます。',
  ],
  columns: [
    { key: 'ainas_org_id', header: 'AINAS依頼人組織ID', kind: 'code', width: 12 },
    { key: 'requester_name', header: '事業者名称', kind: 'text', width: 28 },
    { key: 'site_code', header: 'AINAS依頼人拠点コード', kind: 'code', width: 12 },
    { key: 'site_name', header: '事業場名称', kind: 'text', width: 28 },
    { key: 'vehicle_kind', header: '登録車/軽自動車', kind: 'text', width: 15, align: 'center', labels: vehicleKindLabels },
    { key: 'chassis_no', header: '車台番号', kind: 'code', width: 18, align: 'left' },
    { key: 'plate', header: '登録番号/車両番号', kind: 'text', width: 20 },
    { key: 'requested_at', header: '代理申請依頼日', kind: 'datetime', width: 17 },
    { key: 'inspection_fee_amount', header: '検査手数料金額', kind: 'yen', width: 12, total: true },
    { key: 'inspection_fee_paid_on', header: '検査手数料納付日', kind: 'date', width: 12 },
    { key: 'tech_fee_amount', header: '技術情報管理手数料金額', kind: 'yen', width: 13, total: true },
    { key: 'tech_fee_paid_on', header: '技術情報管理手数料納付日', kind: 'date', width: 13 },
    { key: 'procedure_completed_on', header: 'OSS申請手続完了日', kind: 'date', width: 12 },
    { key: 'weight_tax_amount', header: '自動車重量税金額', kind: 'yen', width: 13, total: true },
    { key: 'weight_tax_paid_on', header: '自動車重量税納付日', kind: 'date', width: 12 },
    { key: 'application_no', header: '申請ID', kind: 'code', width: 12 },
    { key: 'acceptance_no', header: '受付番号', kind: 'code', width: 22 },
    { key: 'status_label', header: 'ステータス', kind: 'text', width: 12, align: 'center' },
    { key: 'remark', header: '備考', kind: 'text', width: 48 },
  ],
};

// Codes are ASCII: compared as the database compares them, byte by byte.
const compare = (a = '', b = ''): number => Number(a > b) - Number(a < b);

/** Company by company, site by site, day by day, as the database orders one page. Pages come by day, so equal rows keep their place. */
export const inFeeDetailOrder = (a: FeeDetailRow, b: FeeDetailRow): number =>
  compare(a.requester_code, b.requester_code) || compare(a.site_code ?? '', b.site_code ?? '')
  || compare(a.procedure_completed_on ?? '', b.procedure_completed_on ?? '');

export const feeDetailsReport: Report<ReportAnswer, FeeDetailRow> = {
  file: '明細',
  rpc: 'report_fee_details',
  args: (query) => ({ ...usualArgs(query), p_max_rows: query.maxRows }),
  paged: { rows: 5000, compare: inFeeDetailOrder },
  sheets: (answer, rows) => [anySheet({
    description: feeDetails, rows, issuedOn: answer.heading.issued_on,
    heading: [...whoseFacts(answer.heading), daysFact('OSS申請手続完了日', answer)],
  })],
};
