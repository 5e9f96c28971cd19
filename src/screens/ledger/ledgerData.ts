/** What `advance_book` and `deposit_balance` answer; whole yen. */
export const GROUPS = ['payee', 'branch', 'company'] as const;
export type Group = (typeof GROUPS)[number];
export const BOOK = ['opening', 'advanced', 'billed', 'written_off', 'closing'] as const;
export const OWED = ['opening', 'billed', 'collected', 'closing'] as const;
export const AGES = ['not_due', 'days_30', 'days_60', 'days_90', 'older', 'credit', 'total'] as const;

type Whose = { code: string | null; name: string | null };
export type BookLine = Whose & { payee: string } & Record<(typeof BOOK)[number], number>;
export type OwedLine = Whose & { payee: string } & Record<(typeof OWED)[number], number>;
export type AgeLine = Whose & Record<(typeof AGES)[number], number>;
export type Book = { month: string; book: BookLine[]; receivables: OwedLine[]; ageing: AgeLine[]; faults: number | null };
export type Deposit = { since: string; paid_in: number; drawn: number; balance: number; a_day: number; days_left: number | null };

/** Sums of the named columns of all lines. */
export const sumsOf = <K extends string>(lines: Record<K, number>[], columns: readonly K[]): number[] =>
  columns.map((column) => lines.reduce((sum, line) => sum + line[column], 0));
