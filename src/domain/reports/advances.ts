import { type ReportColumn, type ReportDescription, vehicleKindLabels } from './description.ts';
import { anySheet, daysFact, type Report, type ReportAnswer, usualArgs, whoseFacts } from './report.ts';

/** A row of 立替実績: one actual payment by head office (docs/domain.md §5.2). Yen, JST days. */
export type AdvanceRow = {
  fee_kind: 'inspection' | 'tech_info';
  ainas_org_id: string | null;
  requester_name: string | null;
  site_code: string | null;
  site_name: string | null;
  vehicle_kind: string;
  chassis_no: string;
  /** The number that lives on after 再申請; 備考 names the one that was paid. */
  acceptance_no: string;
  advanced_on: string;
  amount: number;
  status_label: string | null;
  remark: string | null;
  /** Not printed: rows stand by it. */
  requester_code?: string;
};

const company: readonly ReportColumn<AdvanceRow>[] = [
  { key: 'ainas_org_id', header: 'AINAS依頼人組織ID', kind: 'code', width: 12 }, { key: 'requester_name', header: '事業者名称', kind: 'text', width: 28 },
];

const columnsOf = (of: string): readonly ReportColumn<AdvanceRow>[] => [
  { key: 'site_code', header: 'AINAS依頼人拠点コード', kind: 'code', width: 12 },
  { key: 'site_name', header: '事業場名称', kind: 'text', width: 28 },
  { key: 'vehicle_kind', header: '登録車/軽自動車', kind: 'text', width: 15, align: 'center', labels: vehicleKindLabels },
  { key: 'chassis_no', header: '車台番号', kind: 'code', width: 18, align: 'left' },
  { key: 'acceptance_no', header: '受付番号', kind: 'code', width: 22 },
  { key: 'advanced_on', header: `${of}立替日`, kind: 'date', width: 13 },
  { key: 'amount', header: `${of}立替金額`, kind: 'yen', width: 13, total: true },
  { key: 'status_label', header: 'ステータス', kind: 'text', width: 12, align: 'center' },
  { key: 'remark', header: '備考', kind: 'text', width: 46 },
];

/** One of the two sheets; `wide`: of many companies, whose names stand in the rows. */
export const advancesOf = (kind: AdvanceRow['fee_kind'], wide: boolean): ReportDescription<AdvanceRow> => {
  const of = kind === 'inspection' ? '軽OSS検査手数料' : '技術情報管理手数料';
  return {
    name: 'advances',
    title: `${of}立替実績`,
    sheetName: `${of}立替実績`,
    countsRows: true,
    frozenColumns: wide ? 2 : 1,
    notes: ['この立替実績は領収証ではありません。記載の金額は、後日請求する金額です。', '立替日の月で集計しています。手続完了の月とは異なる場合があります。'],
    columns: [...(wide ? company : []), ...columnsOf(of)],
  };
};

const compare = (a = '', b = ''): number => Number(a > b) - Number(a < b);
/** Company by company, site by site, day by day, as the database orders one page. */
export const inAdvanceOrder = (a: AdvanceRow, b: AdvanceRow): number =>
  compare(a.requester_code, b.requester_code) || compare(a.site_code ?? '', b.site_code ?? '') || compare(a.advanced_on, b.advanced_on);

export const advancesReport: Report<ReportAnswer, AdvanceRow> = {
  file: '立替実績',
  rpc: 'report_advances',
  args: (query) => ({ ...usualArgs(query), p_max_rows: query.maxRows }),
  paged: { rows: 5000, compare: inAdvanceOrder },
  sheets: (answer, rows) => (['inspection', 'tech_info'] as const).map((kind) => anySheet({
    description: advancesOf(kind, answer.heading.requester === null), rows: rows.filter((row) => row.fee_kind === kind), issuedOn: answer.heading.issued_on,
    heading: [...whoseFacts(answer.heading), daysFact('立替日', answer)],
  })),
};
