import { formatDate } from '../../../src/domain/dateText.ts';
import type { HeadingFact } from '../../../src/domain/reports/description.ts';
import { feeDetails, type FeeDetailRow } from '../../../src/domain/reports/feeDetails.ts';
import { usage, type UsageRow } from '../../../src/domain/reports/usage.ts';
import { toWorkbook } from '../../../src/domain/reports/workbook.ts';
import type { Api } from '../_shared/api.ts';
import { Failure } from '../_shared/failure.ts';
import type { Period } from './period.ts';

/** A function has some 2 s of CPU: more rows are laid out in the browser's worker, from the same description. */
export const MAX_ROWS = 5000;

export type Filters = { vehicle_kind?: string | undefined; requester_id?: number | undefined; branch_id?: number | undefined };

/** A finished file: its bytes and the Japanese part of its name. */
export type Report = { name: string; bytes: Uint8Array };

type Named = { code: string; name: string } | null;
type Answer<Row> = { issued_on: string; requester: Named; branch: Named; rows: Row[] };

const whose = ({ requester, branch }: Answer<unknown>): HeadingFact[] => [
  ...(branch ? [{ label: '支部', value: branch.name }] : []),
  ...(requester ? [{ label: '事業者名称', value: requester.name }] : []),
];

const argumentsOf = ({ vehicle_kind, requester_id, branch_id }: Filters) => ({
  p_vehicle_kind: vehicle_kind ?? null, p_requester_id: requester_id ?? null, p_branch_id: branch_id ?? null,
});

const feeDetailsReport = async (api: Api, period: Period, filters: Filters): Promise<Report> => {
  const answer = await api.rpc<Answer<FeeDetailRow> & Period>('report_fee_details', {
    p_from: period.from, p_to: period.to, ...argumentsOf(filters), p_max_rows: MAX_ROWS,
  });
  const heading = [...whose(answer), { label: 'OSS申請手続完了日', value: `${formatDate(answer.from)}～${formatDate(answer.to)}` }];
  return { name: feeDetails.sheetName, bytes: toWorkbook({ description: feeDetails, rows: answer.rows, heading, issuedOn: answer.issued_on }) };
};

const usageReport = async (api: Api, { from, to }: Period, filters: Filters): Promise<Report> => {
  const answer = await api.rpc<Answer<UsageRow>>('report_usage', {
    p_from_month: `${from.slice(0, 7)}-01`, p_to_month: `${to.slice(0, 7)}-01`, p_group: 'branch', ...argumentsOf(filters),
  });
  if (answer.rows.length > MAX_ROWS) throw new Failure(413, 'too_many_rows', { limit: MAX_ROWS });
  return { name: usage.sheetName, bytes: toWorkbook({ description: usage, rows: answer.rows, heading: whose(answer), issuedOn: answer.issued_on }) };
};

/** The reports that are built, by their stable names (contract "export-report"). */
export const reports: Readonly<Partial<Record<string, (api: Api, period: Period, filters: Filters) => Promise<Report>>>> = {
  fee_details: feeDetailsReport,
  usage: usageReport,
};
