import type { ReportName } from '../../domain/reports/registry.ts';
import { monthEnd, monthOf } from '../../domain/calendar.ts';
import type { ReportFormat } from './reportBuilder.ts';

/** A column of 帳票ダウンロード (docs/domain.md §5.5). `cycle`: statements of that 振替日 alone. */
export type GridColumn = { key: 'debit_6' | 'debit_27' | 'advances' | 'daily' | 'details'; report: ReportName; format: ReportFormat; cycle?: 6 | 27 };

/** The manual's columns in its order. */
export const COLUMNS: readonly GridColumn[] = [
  { key: 'debit_6', report: 'debit_statement', format: 'pdf', cycle: 6 },
  { key: 'debit_27', report: 'debit_statement', format: 'pdf', cycle: 27 },
  { key: 'advances', report: 'advances', format: 'xlsx' },
  { key: 'daily', report: 'daily_statistics', format: 'xlsx' },
  { key: 'details', report: 'fee_details', format: 'xlsx' },
  { key: 'details', report: 'fee_details', format: 'pdf' },
];

/** A published statement: its month and the 振替日 it was billed in. */
export type PublishedStatement = { month: string; debit_cycle: number };

/**
 * Whether a month has a file in a column. 明細 and 立替実績 hold the running month up to yesterday, 日次統計 whole months alone, and
 * 引落予定明細 stands where one was published.
 */
export const isAvailable = ({ report, cycle }: GridColumn, month: string, yesterday: string, statements: readonly PublishedStatement[]): boolean => {
  if (cycle !== undefined) return statements.some((statement) => statement.month === month && statement.debit_cycle === cycle);
  // On the first day of a month there is no yesterday in it.
  return report === 'daily_statistics' ? monthEnd(month) <= yesterday : month <= monthOf(yesterday);
};
