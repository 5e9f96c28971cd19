import type { Tx } from './connection.ts';
import { attempt, json, type Refusal } from './connection.ts';
import { mirror, close, reportAll } from './billing.ts';
import { actAs, type Caller } from './session.ts';

export type Account = { number?: string; holder?: string; bankName?: string; from?: string };

/** A registered account of a company; answers its id. */
export const register = async (tx: Tx, requesterId: number, { number = '1234567', holder = 'ﾐﾎﾝｼﾞﾄﾞｳｼﾔ', bankName = 'ﾐﾎﾝｷﾞﾝｺｳ', from = '2024-01-01' }: Account = {}): Promise<number> => {
  const [account] = await tx<{ id: number }[]>`
    insert into debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number, updated_at)
    values (${requesterId}, ${from}, '9901', ${bankName}, '100', 'ﾎﾝﾃﾝ', 'ordinary', ${`****${number.slice(-3)}`}, private.now()) returning id`;
  await tx`insert into debit_account_numbers (account_id, requester_id, account_number, holder_kana) values (${account?.id ?? 0}, ${requesterId}, ${number}, ${holder})`;
  return account?.id ?? 0;
};

/** A month with `cases` completed cases at a site (178 yen each, nothing advanced), closed. */
export const closedMonth = async (tx: Tx, month: string, cases: [siteId: number, count: number][]): Promise<void> => {
  for (const [siteId, count] of cases) {
    for (let n = 0; n < count; n++) await mirror(tx, { siteId, completedOn: `${month.slice(0, 8)}10`, advancedOn: null });
  }
  await reportAll(tx, month);
  await close(tx, 'hqFinance', month);
};

export type DebitFile = { id: number; debit_on: string; debit_cycle: number; record_count: number; amount: number; lines: string[] };

export const makeFile = (tx: Tx, debitOn: string, caller: Caller = 'hqFinance'): Promise<DebitFile> => actAs(tx, caller, async () => {
  const [row] = await tx<{ file: DebitFile }[]>`select make_debit_file(${debitOn}) as file`;
  if (!row) throw new Error('make_debit_file answered nothing');
  return row.file;
});

export const refusedFile = async (tx: Tx, debitOn: string, caller: Caller = 'hqFinance'): Promise<Refusal | undefined> =>
  (await attempt(tx, (point) => makeFile(point, debitOn, caller))).refusal;

/** The rows that `import_rows` takes, from the lines of a file. */
export const staged = (lines: string[]): Record<string, unknown>[] => lines.map((text, at) => {
  const line = at + 1;
  if (text.startsWith('1')) return { line, record: 'header', kind: text.slice(1, 3), consignor_code: text.slice(4, 14), debit_on: text.slice(54, 58) };
  if (text.startsWith('2')) {
    return { line, record: 'data', bank_code: text.slice(1, 5), branch_code: text.slice(20, 23), account_type: text[42] === '1' ? 'ordinary' : 'checking',
      account_number: text.slice(43, 50), amount: Number(text.slice(80, 90)), customer_no: text.slice(91, 111).trim(), result_code: text[111] };
  }
  const sum = (from: number, width: number): number => Number(text.slice(from, from + width));
  return text.startsWith('8')
    ? { line, record: 'trailer', count: sum(1, 6), amount: sum(7, 12), collected_count: sum(19, 6), collected_amount: sum(25, 12), failed_count: sum(37, 6), failed_amount: sum(43, 12) }
    : { line, record: 'end' };
});

const sums = (rows: string[]): string => String(rows.length).padStart(6, '0') + String(rows.reduce((sum, text) => sum + Number(text.slice(80, 90)), 0)).padStart(12, '0');

/** What the bank sends back: the same lines, each with its code, and the sums in the trailer. */
export const answered = (lines: string[], codes: Record<string, string>): string[] => {
  const data = lines.map((text) => (text.startsWith('2') ? `${text.slice(0, 111)}${codes[text.slice(91, 111).trim()] ?? '0'}${text.slice(112)}` : text));
  const of = (good: boolean) => data.filter((text) => text.startsWith('2') && (text[111] === '0') === good);
  return data.map((text) => (text.startsWith('8') ? `${text.slice(0, 19)}${sums(of(true))}${sums(of(false))}${text.slice(55)}` : text));
};

export type Outcome = { updated: number; rejected: { line: number; column: string; value: string; code: string }[] };

export const bringResult = (tx: Tx, rows: Record<string, unknown>[], preview = false, caller: Caller = 'hqFinance'): Promise<Outcome> => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: Outcome }[]>`select import_rows('debit-result', 'kekka.txt', ${json(tx, rows)}, ${preview}) as answer`;
  if (!row) throw new Error('import_rows answered nothing');
  return row.answer;
});

export type Position = { billed: number; collected: number; outstanding: number };
/** billed, collected and what is left for no file, as the database counts them; and as the rows say, summed here. */
export const positionOf = async (tx: Tx, requesterId: number): Promise<Position> => {
  const [row] = await tx<Position[]>`
    select p.billed, p.collected, p.billed - p.collected - p.scheduled - p.in_flight as outstanding from private.debit_positions(${requesterId}) p`;
  return row ? { ...row } : { billed: 0, collected: 0, outstanding: 0 };
};
