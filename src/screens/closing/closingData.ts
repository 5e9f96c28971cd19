import { addMonths, monthOf } from '../../domain/calendar.ts';
import type { Tone } from '../../theme/tones.ts';

/** What `close-month` and `closing_overview` answer (docs/decisions.md D-24). Amounts in yen; months in the preview are YYYY-MM. */

export const PARTS = ['usage', 'hotekisho', 'kei_fee', 'tech_fee', 'adjustment'] as const;
export type Part = (typeof PARTS)[number];
export type Totals = Record<
  'usage_count' | 'usage_amount' | 'hotekisho_count' | 'hotekisho_amount' | 'taxable_10' | 'tax_10' | 'kei_fee_count' | 'kei_fee_amount'
  | 'tech_fee_count' | 'tech_fee_amount' | 'adjustment_amount' | 'total' | 'outstanding_before', number>;
export type BranchSum = { code: string; name: string; statements: number; usage_count: number; total: number };
export type DebitSum = { debit_cycle: number; debit_on: string | null; collection: string; count: number; amount: number };
/** One difference or check that was found; those with count 0 are left out. */
export type Finding = { code: string; payee?: string; count: number; amount: number };
export type PayeeDifference = {
  payee: string; branch_code: string | null; branch_name: string | null; ours: number; ours_amount: number; theirs: number; theirs_amount: number;
};
export type Refusal = { code: string; details: unknown };

export type Closing = {
  month: string; status: 'open' | 'closed' | 'published'; reason: string | null; registration_no?: string | null; statements: number; totals: Totals; branches: BranchSum[]; debits: DebitSum[];
};
export type ClosingPreview = Closing & { refusals: Refusal[]; warnings: Finding[]; checks: Finding[]; payees: PayeeDifference[] };

export type Act = { at: string | null; by: string | null };
export type LargeChange = { requester_id: number; code: string; name: string; now: number; before: number; parts: Record<Part, number> };
export type ClosingOverview = {
  month: string; payees: ({ payee: string; count: number | null; amount: number | null } & Act)[];
  hotekisho: { companies: number; count: number; at: string | null }; closed: Act; published: Act; reopened: Act; reason: string | null;
  previous: Closing | null; changes: LargeChange[];
};

export type MonthRow = { month: string; status: 'open' | 'closed' | 'published' };

/** The month after the last closed one; last month while nothing was ever closed. Never one that has not ended. */
export const firstOpenMonth = (rows: MonthRow[], today: string): string => {
  const lastMonth = addMonths(monthOf(today), -1);
  const closed = rows.filter(({ status }) => status !== 'open').map(({ month }) => month).toSorted();
  const last = closed.at(-1);
  const reopened = rows.map(({ month }) => month).toSorted()[0];
  const open = last === undefined ? reopened ?? lastMonth : addMonths(last, 1);
  return open > lastMonth ? lastMonth : open;
};

/** Months to choose from, the newest first: from last month back to the first one known, two years at most, one year at least. */
export const monthChoices = (rows: MonthRow[], today: string): MonthRow[] => {
  const lastMonth = addMonths(monthOf(today), -1);
  const known = rows.map(({ month }) => month).toSorted()[0];
  const months = Array.from({ length: 24 }, (_, back) => addMonths(lastMonth, -back));
  return months
    .filter((month, back) => (known === undefined ? back < 12 : month >= known))
    .map((month) => ({ month, status: rows.find((row) => row.month === month)?.status ?? 'open' }));
};

const DIFFERENCES = ['only_theirs', 'twice_theirs', 'only_ours', 'amount_differs', 'totals_differ'] as const;
export type DifferenceCode = (typeof DIFFERENCES)[number];
/** One line a kind of difference and payee, in a fixed order. */
export const differencesOf = ({ warnings }: ClosingPreview): (Finding & { code: DifferenceCode })[] =>
  DIFFERENCES.flatMap((code) => warnings.filter((warning) => warning.code === code).map((warning) => ({ ...warning, code })));

export const CHECKS = [
  'completed_without_date', 'kei_fee_not_advanced', 'tech_fee_not_advanced', 'cashless_advanced', 'paid_twice', 'needs_review', 'hotekisho_missing', 'account_missing', 'debit_deadline_passed',
] as const;
/** Every check with what it found, 0 where all is well. */
export const checksOf = ({ checks, warnings }: ClosingPreview) =>
  CHECKS.map((code) => {
    const found = [...checks, ...warnings].find((finding) => finding.code === code);
    return { code, count: found?.count ?? 0, amount: found?.amount ?? 0 };
  });

/** The part of a bill that moved most, with its yen. */
export const mainCause = ({ parts }: LargeChange): { part: Part; amount: number } => {
  const part = PARTS.toSorted((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]))[0] ?? 'usage';
  return { part, amount: parts[part] };
};

/** What forbids the closing even with a reason. */
export const hardRefusals = ({ refusals }: ClosingPreview): Refusal[] => refusals.filter(({ code }) => code !== 'payee_report_missing');
export const needsReason = ({ refusals }: ClosingPreview): boolean => refusals.some(({ code }) => code === 'payee_report_missing');

/** How a step stands. */
export type StepState = 'done' | 'todo' | 'problem' | 'waiting';
export const STEP_TONES: Record<StepState, Tone> = { done: 'done', todo: 'mine', problem: 'trouble', waiting: 'ended' };
