import { advancesReport } from './advances.ts';
import { branchFeesReport } from './branchFees.ts';
import { dailyStatisticsReport } from './dailyStatistics.ts';
import { debitResultsReport } from './debitResults.ts';
import { debitStatementReport } from './debitStatement.ts';
import { feeDetailsReport } from './feeDetails.ts';
import { payeeDifferencesReport } from './payeeDifferences.ts';
import type { AnyReport } from './report.ts';
import { usageReport } from './usage.ts';

/** Every report by its stable name (contract "export-report"). A new one is one line here, its SQL, and one file beside this. */
export const reports = {
  fee_details: feeDetailsReport,
  advances: advancesReport,
  daily_statistics: dailyStatisticsReport,
  debit_statement: debitStatementReport,
  debit_results: debitResultsReport,
  usage: usageReport,
  branch_fees: branchFeesReport,
  payee_differences: payeeDifferencesReport,
} as const satisfies Readonly<Record<string, AnyReport>>;

export type ReportName = keyof typeof reports;
/** In the order of the table. */
export const reportNames = Object.keys(reports) as [ReportName, ...ReportName[]];

/** A report for whoever has its answer as it came. */
export const reportOf = (name: ReportName): AnyReport => reports[name];
