/** What the RPCs of 口座振替 answer (supabase/migrations/…_debit_answers.sql): days are JST, amounts whole yen. */

export type DayState = 'not_closed' | 'open' | 'made' | 'waiting' | 'settled';
export type DebitDay = {
  debit_on: string; debit_cycle: number; month: string; deadline: string; result_on: string; state: DayState; statements: number | null; billed: number | null;
  batch_id: number | null; record_count: number | null; amount: number | null;
  collected_count: number | null; collected_amount: number | null; failed_count: number | null; failed_amount: number | null;
};

export type Outcome = 'sent' | 'collected' | 'failed' | 'no_account' | 'account_query';
export const OUTCOMES: readonly Outcome[] = ['failed', 'sent', 'no_account', 'account_query', 'collected'];
export type DebitRow = {
  requester_id: number; code: string; name: string; month_amount: number; outstanding_amount: number; amount: number; state: Outcome; result_code: string | null;
  bank_name: string | null; branch_name: string | null; masked_number: string | null;
};
export type Fault = { company: string; field: 'bank_name' | 'branch_name' | 'holder_kana'; character: string; reason: 'character' | 'length' };
export type DebitDetail = {
  debit_on: string; debit_cycle: number; month: string; deadline: string; result_on: string; consignor_missing: boolean; unpublished: number; faults: Fault[];
  batch: { id: number; status: 'made' | 'settled'; record_count: number; amount: number; made_at: string; settled_at: string | null } | null;
  totals: Partial<Record<Outcome, { count: number; amount: number }>>; rows: DebitRow[];
};

export type Followup = { id: number; kind: 'transfer_request' | 'account_query'; amount: number; issued_on: string; due_on: string | null };
export type BalanceRow = {
  requester_id: number; code: string; name: string; branch_code: string; branch_name: string; debit_cycle: number; billed: number; collected: number; scheduled: number; in_flight: number;
  balance: number; outstanding: number; last_state: Outcome | null; last_code: string | null; last_on: string | null; followups: Followup[] | null;
};
export type Balances = { count: number; balance: number; billed: number; collected: number; rows: BalanceRow[] };

export type CollectionRow = {
  statement_id: number; number: string; requester_id: number; code: string; name: string; branch_code: string; branch_name: string;
  total: number; outstanding_before: number; received: number; balance: number;
};

/** What there is to do about what a failure left: 口座確認 comes first, without it no debit is made. */
export const toDo = ({ followups }: Pick<BalanceRow, 'followups'>): 'account_query' | 'transfer_request' | 'retry' => {
  const kinds = (followups ?? []).map(({ kind }) => kind);
  if (kinds.includes('account_query')) return 'account_query';
  return kinds.includes('transfer_request') ? 'transfer_request' : 'retry';
};

/** Whether a file that is not made yet is due: its deadline has come, or is over. */
export const urgency = ({ state, deadline }: Pick<DebitDay, 'state' | 'deadline'>, today: string): 'late' | 'today' | null => {
  if (state !== 'open' || deadline > today) return null;
  return deadline === today ? 'today' : 'late';
};
