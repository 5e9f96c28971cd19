import { describe, expect, test } from 'vitest';
import { close, forgetBilling, mirror, report, reportAll, statementOf } from '../support/billing.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const april = '2024-04-01';
const may = '2024-05-01';

const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  await forgetBilling(tx);
  await tx`delete from advance_ledger`;
  await tx`delete from deposits`;
  return work(tx);
});

const faults = async (tx: Tx) => [...(await tx`select * from private.book_faults()`)];
type Line = { payee: string; code: string | null; opening: number; advanced?: number; billed: number; written_off?: number; collected?: number; closing: number };
type Book = { book: Line[]; receivables: Line[]; ageing: Record<string, unknown>[]; faults: number | null };
const bookOf = (tx: Tx, month: string, group = 'payee', caller: Caller = 'hqFinance') => actAs(tx, caller, async () =>
  (await tx<{ book: Book }[]>`select advance_book(${month}, ${group}) as book`)[0]?.book as Book);
const text = ({ payee, opening, advanced, billed, written_off, closing }: Line) => `${payee} ${opening}+${advanced}-${billed}-${written_off}=${closing}`;
const pay = (tx: Tx, amount: number, day: string) => actAs(tx, 'hqFinance', () => tx`select book_receipt(${sakura}, ${day}, ${amount})`);

/** April: two cars matched, one only ours; May: one late report, one write-off, one new car. */
const live = async (tx: Tx) => {
  await mirror(tx, { siteId: sakura1, kind: 'kei', acceptanceNo: 'A', completedOn: '2024-04-10' });
  await mirror(tx, { siteId: kita1, kind: 'registered', acceptanceNo: 'B', completedOn: '2024-04-11' });
  const lost = await mirror(tx, { siteId: sakura1, kind: 'kei', acceptanceNo: 'C', completedOn: '2024-04-12' });
  await reportAll(tx, april, ['C']);
  await close(tx, 'hqFinance', april);
  await actAs(tx, 'hqFinance', () => tx`select write_off_advance(a.id, '誤納付') from advances a where a.application_id = ${lost} and a.fee_kind = 'inspection'`);
  await mirror(tx, { siteId: sakura1, kind: 'kei', acceptanceNo: 'D', completedOn: '2024-05-10' });
  await reportAll(tx, may, ['C']);
  await report(tx, 'kikou', may, [{ acceptance_no: 'C' }]);
  await close(tx, 'hqFinance', may);
};

describe('立替金元帳', () => {
  test('opening + advanced − billed − written off = closing, month after month, by payee, branch and company', () => inJune(async (tx) => {
    await live(tx);
    expect((await bookOf(tx, april)).book.map(text)).toEqual(['keikenkyo 0+2400-1200-0=1200', 'kikou 0+1200-800-0=400']);
    // written off in June, by the clock of the test
    expect((await bookOf(tx, may)).book.map(text)).toEqual(['keikenkyo 1200+1200-1200-0=1200', 'kikou 400+400-800-0=0']);
    expect((await bookOf(tx, '2024-06-01')).book.map(text)).toEqual(['keikenkyo 1200+0-0-1200=0']);
    const byCompany = await bookOf(tx, april, 'company');
    expect(byCompany.book.map((line) => `${line.code} ${text(line)}`)).toEqual([
      'C9100001 keikenkyo 0+2400-1200-0=1200', 'C9100001 kikou 0+800-400-0=400', 'C9100002 kikou 0+400-400-0=0']);
    expect((await bookOf(tx, april, 'branch', 'tokyoStaff')).book.map(({ code }) => code)).toEqual(['118', '118']);
    expect(await faults(tx)).toEqual([]);
  }));

  test('billed − collected = what is owed, the oldest first; too much paid is a credit', () => inJune(async (tx) => {
    await live(tx);
    const { total } = await statementOf(tx, april, sakura);
    await pay(tx, 1300, '2024-06-03');
    const june = await bookOf(tx, '2024-06-01');
    const owed = Object.fromEntries(june.receivables.map(({ payee, opening, collected, closing }) => [payee, [opening, collected, closing]]));
    // the 1,200 of 軽検協 are paid first, then 100 of the 400 of 機構
    expect(total).toBe(1956);
    expect(owed['keikenkyo']).toEqual([2400, 1200, 1200]);
    await pay(tx, 99_999, '2024-06-04');
    const after = await bookOf(tx, '2024-06-01', 'company');
    const mine = after.receivables.filter(({ code }) => code === 'C9100001');
    expect(mine.find(({ payee }) => payee === 'credit')?.closing).toBeLessThan(0);
    expect(mine.filter(({ payee }) => payee !== 'credit').every(({ closing }) => closing === 0)).toBe(true);
    expect(await faults(tx)).toEqual([]);
  }));

  test('ages what is owed by the day it was due', () => inJune(async (tx) => {
    await live(tx);
    const { ageing } = await bookOf(tx, may, 'company');
    // April was due on 27 May, May is due on 27 June; the other company pays on the 6th of the month after next
    expect(ageing).toMatchObject([{ code: 'C9100001', days_30: 1956, days_60: 0 }, { code: 'C9100002', days_30: 578 }]);
    expect(Number(ageing[0]?.['not_due'])).toBeGreaterThan(0);
  }));

  test('stays right when a report comes late, names other yen, or a month is reopened', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'A', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'B', completedOn: '2024-04-10' });
    await report(tx, 'keikenkyo', april, []);
    await close(tx, 'hqFinance', april, { reason: '報告が届かないため' });
    expect(await faults(tx)).toEqual([]);
    await report(tx, 'kikou', april, [{ acceptance_no: 'A', amount: 300 }]);
    expect(await faults(tx)).toEqual([]);
    await report(tx, 'kikou', april, [{ acceptance_no: 'A', amount: 350 }]);
    expect(await faults(tx)).toEqual([]);
    await close(tx, 'hqFinance', april, { action: 'reopen', reason: '報告が届いたため' });
    await close(tx, 'hqFinance', april);
    expect(await faults(tx)).toEqual([]);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ tech_fee_count: 1, tech_fee_amount: 350 });
  }));

  test('a yen that is lost is found', () => inJune(async (tx) => {
    await live(tx);
    await tx`update statement_lines set amount = amount + 1 where kind = 'kei_fee'`;
    expect((await faults(tx)).map(({ fault }) => fault)).toEqual(['statement', 'statement']);
    await tx`update advance_ledger set written_off_at = '2024-05-05', written_off_reason = 'x' where billing_month = ${april}`;
    expect((await faults(tx)).map(({ fault }) => fault)).toContain('balance');
    expect((await bookOf(tx, may)).faults).toBeGreaterThan(0);
  }));

  test('is for the office', () => inJune(async (tx) => {
    for (const person of ['auditor', 'sakuraAdmin', 'sakuraSubmitter'] as const) {
      expect((await attempt(tx, (point) => bookOf(point, april, 'payee', person))).refusal?.code).toBe('not_allowed');
    }
  }));
});

const book = (tx: Tx, day: string, amount: number, caller: Caller = 'hqFinance') =>
  actAs(tx, caller, () => tx`select book_deposit(${day}, ${amount}, '予納')`);

describe('予納残高', () => {
  type Balance = { paid_in: number; drawn: number; balance: number; a_day: number; days_left: number } | null;
  const balance = (tx: Tx, caller: Caller = 'hqFinance') => actAs(tx, caller, async () =>
    (await tx<{ balance: Balance }[]>`select deposit_balance() as balance`)[0]?.balance ?? null);
  test('is what was paid in less what 軽検協 reports, then what we record; with the days it lasts', () => inJune(async (tx) => {
    expect(await balance(tx)).toBeNull();
    await mirror(tx, { siteId: sakura1, kind: 'kei', acceptanceNo: 'OLD', completedOn: '2024-04-02' });
    await mirror(tx, { siteId: sakura1, kind: 'kei', acceptanceNo: 'A', completedOn: '2024-04-10' });
    await book(tx, '2024-04-05', 100_000);
    // theirs of April: the report of the test names the first of the month, before the book began
    await reportAll(tx, april);
    await tx`update payee_lines set paid_on = '2024-04-10' where acceptance_no = 'A'`;
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-05-20' });
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-06-05' });
    expect(await balance(tx)).toEqual({ since: '2024-04-05', paid_in: 100_000, drawn: 3600, balance: 96_400, a_day: 80, days_left: 1205 });
    await book(tx, '2024-06-01', -90_000);
    expect(await balance(tx)).toMatchObject({ balance: 6400, days_left: 80 });
    expect(await balance(tx, 'tokyoAdmin')).toBeNull();
    expect((await attempt(tx, (point) => book(point, '2024-06-01', 1, 'hqAdmin'))).refusal?.code).toBe('not_allowed');
    expect((await attempt(tx, (point) => book(point, '2024-06-11', 1))).refusal?.code).toBe('date_in_future');
  }));

  test('counts our own record of a month whose report never came, though a later one did', () => inJune(async (tx) => {
    await tx`delete from advance_ledger`;
    await book(tx, '2024-03-01', 100_000);
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-03-10' });
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-04-10' });
    await reportAll(tx, april);
    expect(await balance(tx)).toMatchObject({ drawn: 2400, balance: 97_600 });
  }));
});
