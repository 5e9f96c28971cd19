import { readFileSync } from 'node:fs';
import type { Sql } from './connection.ts';

/** Writes April 2024, the month that the tests close while killing what closes it. */
export const loadClosingMonth = async (sql: Sql): Promise<void> => {
  await sql.unsafe(readFileSync(new URL('closingMonth.sql', import.meta.url), 'utf8'));
};

/** Everything that closing that month writes, and what must add up. */
export const closingBooks = async (sql: Sql) => {
  const [row] = await sql`
    select coalesce((select status from billing_months where month = '2024-04-01'), 'open') as status,
      (select count(*)::int from statements where status <> 'cancelled') as statements,
      (select coalesce(sum(total), 0)::int from statements where status <> 'cancelled') as total,
      (select count(*)::int from statement_lines l join statements s on s.id = l.statement_id where s.status <> 'cancelled') as lines,
      (select count(*)::int from advance_ledger where billing_month = '2024-04-01' and matched_line_id is null) as own_billed,
      (select count(*)::int from private.book_faults()) as faults,
      (select count(distinct number)::int - coalesce(max(right(number, 5)::int), 0) from statements) as gaps`;
  return { ...row };
};

const cases = 12_000;
const companies = 300;
export const untouched = { status: 'open', statements: 0, total: 0, lines: 0, own_billed: 0, faults: 0, gaps: 0 };
// every company has a line of 利用料金 and of 機構, every other one of 軽検協
export const closed = {
  status: 'closed', statements: companies, total: cases * 178 + (cases / 2) * 1200 + cases * 400, lines: companies * 2.5, own_billed: cases, faults: 0, gaps: 0,
};
