import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { close, forgetBilling, mirror, refusedClose, statementOf } from '../support/billing.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { answered, bringResult, closedMonth, makeFile, register, staged } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

// The statement as a 適格請求書 (D-26), 引落結果 and 口座の動き of a company.

const world = await useWorld();
const { sakura } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const april = '2024-04-01';

const sandbox = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await forgetBilling(tx);
  await setClock(tx, '2024-05-08T10:00:00+09:00');
  return work(tx);
});

const published = async (tx: Tx) => {
  await closedMonth(tx, april, [[sakura1, 2]]);
  await close(tx, 'hqFinance', april, { action: 'publish' });
  return statementOf(tx, april, sakura);
};

describe('publishing', () => {
  test('hashes what each statement says, and the hash can be computed again', () => sandbox(async (tx) => {
    const { id, content_hash: hash } = await published(tx);
    const [row] = await tx<{ content: string; intact: boolean }[]>`
      select private.statement_content(s, (select c.lines from private.lines_content(array[s.id]) c))::text as content, statement_is_intact(s) as intact from statements s where id = ${id}`;
    expect(hash).toBe(createHash('sha256').update(row?.content ?? '').digest('hex'));
    expect(row?.intact).toBe(true);
    expect(JSON.parse(row?.content ?? '')).toMatchObject({ number: '202404-00001', month: '2024-04', issued_on: '2024-05-08', taxable_10: 356, tax_10: 32, addressee: { code: 'C9100001' } });
    await tx`update statement_lines set amount = 1 where statement_id = ${id}`;
    expect((await tx`select statement_is_intact(s) as intact from statements s where id = ${id}`)[0]).toEqual({ intact: false });
  }));

  test('fixes the statement: it cannot be changed any more', () => sandbox(async (tx) => {
    const { id } = await published(tx);
    expect((await attempt(tx, (point) => point`update statements set total = total + 1, adjustment_amount = adjustment_amount + 1 where id = ${id}`)).refusal).toMatchObject({ code: 'month_published' });
  }));

  test('is refused while a statement lacks an item of a 適格請求書', () => sandbox(async (tx) => {
    await closedMonth(tx, april, [[sakura1, 1]]);
    await tx`update requesters set mailing_name = '' where id = ${sakura}`;
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'publish' })).toMatchObject({
      state: 'PT409', code: 'statement_incomplete', details: { items: [{ item: 'addressee', count: 1 }] } });
    await tx`update requesters set mailing_name = null where id = ${sakura}`;
    await close(tx, 'hqFinance', april, { action: 'publish' });
  }));

  test('keeps the registration number of that day', () => sandbox(async (tx) => {
    await tx`update settings set value = '"T1234567890123"' where key = 'invoice_registration_no'`;
    const statement = await published(tx);
    await tx`update settings set value = 'null' where key = 'invoice_registration_no'`;
    expect(statement).toMatchObject({ issuer: { registration_no: 'T1234567890123' } });
  }));

  test('tells what a negative taxable correction gives back, with its tax', () => sandbox(async (tx) => {
    await actAs(tx, 'hqFinance', () => tx`select add_adjustment(${sakura}, -1100, true, '利用料の訂正（3月分）', '二重計上')`);
    await closedMonth(tx, april, [[sakura1, 10]]);
    await close(tx, 'hqFinance', april, { action: 'publish' });
    expect(await statementOf(tx, april, sakura)).toMatchObject({ taxable_10: 680, tax_10: 61, return_10: -1100, return_tax_10: -100 });
  }));
});

test('a number that 再開 cancelled stays, and says why', () => sandbox(async (tx) => {
  await closedMonth(tx, april, [[sakura1, 1]]);
  await close(tx, 'hqFinance', april, { action: 'reopen', reason: '取込漏れ' });
  await close(tx, 'hqFinance', april);
  const rows = await tx<{ line: string }[]>`select concat_ws(' ', number, status, cancel_reason) as line from statements order by number`;
  expect(rows.map(({ line }) => line)).toEqual(['202404-00001 cancelled 取込漏れ', '202404-00002 closed']);
}));

test('引落結果 as its company reads it, step by step', () => sandbox(async (tx) => {
  const state = () => actAs(tx, 'sakuraAdmin', async () => (await tx<{ state: string }[]>`select debit_state(s) as state from statements s`)[0]?.state);
  await register(tx, sakura);
  await published(tx);
  expect(await state()).toBe('scheduled');
  const { lines } = await makeFile(tx, '2024-05-27');
  expect(await state()).toBe('sent');
  await setClock(tx, '2024-05-31T10:00:00+09:00');
  await bringResult(tx, staged(answered(lines, { C9100001: '1' })));
  expect(await state()).toBe('failed');
}));

type Movements = { notice: { day: string; count: number; amount: number } | null; rows: { day: string; kind: string; state: string; count: number; amount: number }[] };
const movements = (tx: Tx) => actAs(tx, 'sakuraAdmin', async () => {
  const [row] = await tx<{ answer: Movements }[]>`select account_movements('2024-04-01', '2024-06-30') as answer`;
  return row?.answer;
});

/** A case with its fees, as the portal shows them. */
const fees = async (tx: Tx, siteId: number, kind: 'registered' | 'kei', cashless: boolean, paidOn: string | null) => {
  const id = await mirror(tx, { siteId, kind, cashless });
  await tx`update applications set requested_at = '2024-04-05' where id = ${id}`;
  for (const [fee, amount] of [['inspection', 1200], ['tech_info', 400], ['weight_tax', 24600]] as const) {
    await tx`
      insert into fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on, due_on)
      select id, ${fee}, agent_branch_id, home_branch_id, requester_id, site_id, ${amount}, ${paidOn === null ? 'due' : 'paid'}, ${paidOn}, '2024-05-13' from applications where id = ${id}`;
  }
};

describe('口座の動き', () => {
  test('draws taxes and fees of ダイレクト納付, not what is advanced, paid by card, or another company\'s', () => sandbox(async (tx) => {
    await fees(tx, sakura1, 'registered', false, '2024-04-10');
    await fees(tx, sakura1, 'kei', false, '2024-04-10');
    await fees(tx, sakura1, 'registered', true, '2024-04-10');
    await fees(tx, kita1, 'registered', false, '2024-04-10');
    expect((await movements(tx))?.rows).toEqual([
      { day: '2024-04-10', kind: 'inspection', state: 'drawn', count: 1, amount: 1200 },
      { day: '2024-04-10', kind: 'weight_tax', state: 'drawn', count: 2, amount: 49200 },
    ]);
  }));

  test('tells the day before what waits, with the 口座振替 of that day', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await fees(tx, sakura1, 'registered', false, null);
    expect((await movements(tx))?.notice).toEqual({ day: '2024-05-09', count: 2, amount: 25800 });
    await published(tx);
    await setClock(tx, '2024-05-26T18:00:00+09:00');
    expect((await movements(tx))?.notice).toEqual({ day: '2024-05-27', count: 3, amount: 26156 });
    await setClock(tx, '2024-06-30T18:00:00+09:00');
    await makeFile(tx, '2024-05-27');
    expect((await movements(tx))?.rows).toContainEqual({ day: '2024-05-27', kind: 'debit', state: 'planned', count: 1, amount: 356 });
  }));
});

test('the day before is told by mail once, to a confirmed address alone', () => sandbox(async (tx) => {
  await fees(tx, sakura1, 'registered', false, null);
  await fees(tx, kita1, 'registered', false, null);
  await tx`update requesters set report_email = 'keiri@example.jp' where id = ${sakura}`;
  await tx`update requesters set report_email_confirmed_at = private.now() where id = ${sakura}`;
  const queue = async () => (await tx<{ n: number }[]>`select private.queue_debit_notices() as n`)[0]?.n;
  expect([await queue(), await queue()]).toEqual([1, 0]);
  expect(await tx`select requester_id, to_address, facts from mail_outbox where kind = 'debit_notice'`).toMatchObject([
    { requester_id: sakura, to_address: 'keiri@example.jp', facts: { debit_on: '2024-05-09', count: 2, amount: 25800 } }]);
}));

test('支部徴収: a list for the branch, month by month, with what came in', () => sandbox(async (tx) => {
  await tx`update requesters set collection = 'branch' where id = ${sakura}`;
  await closedMonth(tx, april, [[sakura1, 10]]);
  await actAs(tx, 'tokyoAdmin', () => tx`select book_receipt(${sakura}, '2024-05-08', 1000, 'branch')`);
  const list = (person: 'tokyoStaff' | 'sapporoStaff') => actAs(tx, person, async () => (await tx<{ rows: unknown }[]>`select branch_collection(${april}) as rows`)[0]?.rows);
  expect(await list('tokyoStaff')).toEqual([expect.objectContaining({ code: 'C9100001', total: 1780, outstanding_before: 0, received: 1000, balance: 780 })]);
  expect(await list('sapporoStaff')).toEqual([]);
  // the branch that billed it collects on after the company has moved; the new one collects too, others do not
  await tx`update requesters set branch_id = ${world.ids.branch.kanagawa} where id = ${sakura}`;
  await actAs(tx, 'tokyoAdmin', () => tx`select book_receipt(${sakura}, '2024-05-08', 700, 'branch')`);
  expect(await list('tokyoStaff')).toEqual([expect.objectContaining({ received: 1700, balance: 80 })]);
  expect((await attempt(tx, (point) => actAs(point, 'sapporoAdmin', () => point`select book_receipt(${sakura}, '2024-05-08', 80, 'branch')`))).refusal).toMatchObject({ code: 'not_allowed' });
}));
