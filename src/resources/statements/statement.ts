import type { RaRecord } from 'react-admin';

/** A row of `statements`; amounts in yen, months and days in JST. */
export type Statement = RaRecord<number> & {
  number: string; month: string; requester_id: number; requester?: { code: string; name: string } | null; status: 'closed' | 'published' | 'cancelled';
  usage_count: number; usage_amount: number; taxable_10: number; tax_10: number; kei_fee_amount: number; tech_fee_amount: number; adjustment_amount: number;
  total: number; outstanding_before: number; transfer_asked: number; debit_cycle: number; debit_on: string | null; collection: 'head_office' | 'branch'; closed_at: string;
  addressee: { code?: string; name?: string; postal_code?: string | null; address?: string | null } | null;
  debit_state?: string; statement_is_intact?: boolean; content_hash: string | null; cancel_reason: string | null; return_10: number; return_tax_10: number;
  issuer: { name?: string | null; registration_no?: string | null } | null;
};

export type StatementLine = RaRecord<number> & {
  line_no: number; kind: string; label: string; vehicle_kind: 'registered' | 'kei' | null; quantity: number; unit_price: number; amount: number; tax_rate: number;
};

/** Lines under consumption tax, those of them that give back 返還, advances outside it, and corrections outside it: printed apart (docs/decisions.md D-26). */
export const splitLines = (lines: StatementLine[]) => {
  const sorted = lines.toSorted((a, b) => a.line_no - b.line_no);
  return {
    taxable: sorted.filter(({ tax_rate, amount }) => tax_rate > 0 && amount >= 0),
    returned: sorted.filter(({ tax_rate, amount }) => tax_rate > 0 && amount < 0),
    advances: sorted.filter(({ tax_rate, kind }) => tax_rate === 0 && kind !== 'adjustment'),
    other: sorted.filter(({ tax_rate, kind }) => tax_rate === 0 && kind === 'adjustment'),
  };
};

export const sumOf = (lines: { amount: number }[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

type Account = RaRecord<number> & { valid_from: string };
/** The account that the debit day takes: the newest one valid on it (docs/decisions.md D-28). */
export const accountOn = <Row extends Account>(accounts: Row[], day: string): Row | undefined =>
  accounts.filter(({ valid_from }) => valid_from <= day).toSorted((a, b) => b.valid_from.localeCompare(a.valid_from))[0];
