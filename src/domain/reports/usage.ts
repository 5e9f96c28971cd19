import { type ReportColumn, type ReportDescription, vehicleKindLabels } from './description.ts';
import { anySheet, monthsFact, type Report, type ReportAnswer, type ReportQuery, whoseFacts } from './report.ts';

type Group = NonNullable<ReportQuery['group']>;

/** A row of 利用件数: one branch, company, site, day or month, and one vehicle kind; counts as in `usage_monthly` (D-37). */
export type UsageRow = {
  vehicle_kind: string;
  requested: number;
  filed: number;
  completed: number;
  corrections: number;
  rejections: number;
  withdrawals: number;
} & Partial<Record<'month' | 'day' | 'branch_code' | 'branch_name' | 'requester_code' | 'requester_name' | 'site_code' | 'site_name', string>>;

const month: ReportColumn<UsageRow> = { key: 'month', header: '利用年月', kind: 'month', width: 12 };
const company: ReportColumn<UsageRow>[] = [
  { key: 'requester_code', header: '事業者ID', kind: 'code', width: 12 }, { key: 'requester_name', header: '事業者名称', kind: 'text', width: 34 },
];

const keys: Record<Group, { by: string; columns: readonly ReportColumn<UsageRow>[] }> = {
  branch: {
    by: '支部別',
    columns: [month, { key: 'branch_code', header: '支部コード', kind: 'code', width: 10 }, { key: 'branch_name', header: '支部名', kind: 'text', width: 34 }],
  },
  company: { by: '事業者別', columns: company },
  site: {
    by: '事業場別',
    columns: [...company, { key: 'site_code', header: '事業場コード', kind: 'code', width: 12 }, { key: 'site_name', header: '事業場名称', kind: 'text', width: 34 }],
  },
  day: { by: '日別', columns: [{ key: 'day', header: '日付', kind: 'date', width: 12 }] },
  month: { by: '月別', columns: [month] },
};

const counts: readonly ReportColumn<UsageRow>[] = [
  { key: 'vehicle_kind', header: '登録車/軽自動車', kind: 'text', width: 15, align: 'center', labels: vehicleKindLabels },
  { key: 'requested', header: '依頼', kind: 'count', width: 10, total: true },
  { key: 'filed', header: '申請', kind: 'count', width: 10, total: true },
  { key: 'completed', header: '手続完了', kind: 'count', width: 10, total: true },
  { key: 'corrections', header: '補正', kind: 'count', width: 10, total: true },
  { key: 'rejections', header: '却下', kind: 'count', width: 10, total: true },
  { key: 'withdrawals', header: '取下', kind: 'count', width: 10, total: true },
];

/** 利用件数 by one of its groups. 利用件数 in the sense of the bill is 手続完了 (docs/domain.md §4.3). */
export const usageBy = (group: Group): ReportDescription<UsageRow> => ({
  name: 'usage',
  title: `継続検査OSS代理申請 利用件数（${keys[group].by}）`,
  sheetName: `利用件数 ${keys[group].by}`,
  countsRows: false,
  frozenColumns: keys[group].columns.length,
  notes: ['手続完了は登録完了日（軽自動車は検査記録完了日）の月で数えます。却下には未受付を含みます。'],
  columns: [...keys[group].columns, ...counts],
});

type UsageAnswer = ReportAnswer & { group: Group };

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

export const usageReport: Report<UsageAnswer, UsageRow> = {
  file: '利用件数',
  rpc: 'report_usage',
  args: ({ from, to, group, vehicleKind, requesterId, branchId, maxRows }) => ({
    p_from_month: monthOf(from), p_to_month: monthOf(to), p_group: group ?? 'branch', p_vehicle_kind: vehicleKind ?? null,
    p_requester_id: requesterId ?? null, p_branch_id: branchId ?? null, p_max_rows: maxRows,
  }),
  sheets: (answer, rows) => [anySheet({
    description: usageBy(answer.group), rows, issuedOn: answer.heading.issued_on, heading: [...whoseFacts(answer.heading), monthsFact('利用年月', answer)],
  })],
};
