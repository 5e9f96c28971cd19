import type { DrawNotice } from '../account/movements.ts';

/** What rpc `dashboard()` answers (supabase/migrations/…_dashboard.sql). Days are JST, amounts yen; parts depend on the role. */
export type Queue = { count: number; oldest: string | null };
export type DayRow = { day: string; requested: number | null; completed: number | null; last_year: number };
export type MonthRow = { month: string; completed: number; last_year: number };
export type BranchRow = { id: number; code: string; office: string; day: number; week_before: number; month: number; rejections: number };
export type CompanyRow = { id: number; name: string; corrections: number; retries: number; trouble: number };
export type TopRow = { id: number; name: string; completed: number; last_month: number };
export type ClosingRow = { month: string; status: 'open' | 'closed' | 'published'; completed: number; statements: number; total: number; payees: string[]; debit_27: string; debit_6: string };
export type FailedDebits = { count: number; amount: number; transfer_requests: number; account_queries: number };
export type DebitRow = { debit_on: string; cycle: number; count: number; total: number };
export type StatementRow = { id: number; number: string; month: string; total: number; debit_on: string | null };

export type DashboardData = {
  today: string; now: string; trouble_since: string;
  queues?: Partial<Record<QueueName, Queue>>; due_soon?: number; needs_review?: number; pending_sites?: number;
  days?: DayRow[]; months?: MonthRow[]; last_day?: string; branches?: BranchRow[]; companies?: CompanyRow[]; top?: TopRow[];
  closing?: ClosingRow[]; debits?: DebitRow[]; differences?: { count: number; amount: number }; failed_debits?: FailedDebits; statement?: StatementRow | null; draw_notice?: DrawNotice | null;
};
export const QUEUES = ['requested', 'receiving', 'fees_due', 'weight_tax_due', 'payment_retry', 'correction_requested', 'review', 'issue_pending', 'draft', 'trouble'] as const;
export type QueueName = (typeof QUEUES)[number];
