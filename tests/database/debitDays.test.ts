import { describe, expect, test } from 'vitest';
import { close, forgetBilling, mirror, statementOf, stateOf } from '../support/billing.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { answered, bringResult, closedMonth, makeFile, positionOf, refusedFile, register, staged } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

// Debit days as they come: what the notice of the day before says, a day that passed without a file, what is paid by other ways.

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const [april, may] = ['2024-04-01', '2024-05-01'] as const;
const [aprilDay, mayDay] = ['2024-05-27', '2024-06-27'] as const;

const sandbox = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await forgetBilling(tx);
  await setClock(tx, '2024-05-08T10:00:00+09:00');
  return work(tx);
});
const at = (tx: Tx, time: string) => setClock(tx, `${time}:00+09:00`);
const notice = async (tx: Tx) => actAs(tx, 'sakuraAdmin', async () => (await tx<{ answer: { notice: { day: string; count: number; amount: number } | null } }[]>`
  select account_movements('2024-04-01', '2024-07-30') as answer`)[0]?.answer.notice);
const planned = async (tx: Tx) => actAs(tx, 'sakuraAdmin', async () => (await tx<{ answer: { rows: { day: string; state: string; amount: number }[] } }[]>`
  select account_movements('2024-04-01', '2024-07-30') as answer`)[0]?.answer.rows.filter(({ state }) => state === 'planned'));
const debitState = (tx: Tx, month: string) => actAs(tx, 'sakuraAdmin', async () => (await tx<{ state: string }[]>`select debit_state(s) as state from statements s where month = ${month}`)[0]?.state);
const receive = (tx: Tx, amount: number) => actAs(tx, 'hqFinance', () => tx`select book_receipt(${sakura}, private.today(), ${amount})`);
const publish = (tx: Tx, month: string) => close(tx, 'hqFinance', month, { action: 'publish' });

describe('the notice of the day before says what the bank will draw', () => {
  test('after a transfer in part', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 10]]);
    await publish(tx, april);
    await receive(tx, 780);
    await makeFile(tx, aprilDay);
    await at(tx, '2024-05-26T18:00');
    expect(await notice(tx)).toEqual({ day: aprilDay, count: 1, amount: 1000 });
  }));

  test('after a transfer in full', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await register(tx, kita);
    await tx`update requesters set debit_cycle = 27 where id = ${kita}`;
    await closedMonth(tx, april, [[sakura1, 10], [kita1, 1]]);
    await publish(tx, april);
    await receive(tx, 1780);
    await makeFile(tx, aprilDay);
    await at(tx, '2024-05-26T18:00');
    expect(await notice(tx)).toBeNull();
    expect(await planned(tx)).toEqual([]);
    expect(await debitState(tx, april)).toBe('none');
  }));

  test('a company without a bill that is asked again', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 10]]);
    const { lines } = await makeFile(tx, aprilDay);
    await at(tx, '2024-05-31T10:00');
    await bringResult(tx, staged(answered(lines, { C9100001: '1' })));
    await at(tx, '2024-06-05T10:00');
    await closedMonth(tx, may, [[kita1, 1]]);
    await makeFile(tx, mayDay);
    await at(tx, '2024-06-26T18:00');
    expect(await notice(tx)).toEqual({ day: mayDay, count: 1, amount: 1780 });
  }));

  test('fees whose deadline nobody noted', () => sandbox(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, kind: 'registered' });
    await tx`insert into fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status)
      select id, 'weight_tax', agent_branch_id, home_branch_id, requester_id, site_id, 24600, 'due' from applications where id = ${id}`;
    expect(await notice(tx)).toEqual({ day: '2024-05-09', count: 1, amount: 24600 });
  }));
});

test('a debit day that passed without a file: the money goes with the next one, once', () => sandbox(async (tx) => {
  await closedMonth(tx, april, [[sakura1, 10]]);
  expect(await refusedFile(tx, aprilDay)).toMatchObject({ code: 'nothing_to_debit' });
  await at(tx, '2024-06-05T10:00');
  expect(await positionOf(tx, sakura)).toMatchObject({ outstanding: 1780 });
  await register(tx, sakura);
  await closedMonth(tx, may, [[sakura1, 2]]);
  expect(await statementOf(tx, may, sakura)).toMatchObject({ total: 356, outstanding_before: 1780 });
  expect(await makeFile(tx, mayDay)).toMatchObject({ amount: 2136 });
  expect(await refusedFile(tx, aprilDay)).toMatchObject({ code: 'nothing_to_debit' });
}));

test.each(['before', 'after'])('a file that is made late, %s the next closing, takes the money of its day once', (when) => sandbox(async (tx) => {
  await register(tx, sakura);
  await closedMonth(tx, april, [[sakura1, 10]]);
  await at(tx, '2024-06-05T10:00');
  if (when === 'before') expect(await makeFile(tx, aprilDay)).toMatchObject({ amount: 1780 });
  await closedMonth(tx, may, [[sakura1, 2]]);
  expect(await statementOf(tx, may, sakura)).toMatchObject({ total: 356, outstanding_before: when === 'before' ? 0 : 1780 });
  if (when === 'after') expect(await makeFile(tx, aprilDay)).toMatchObject({ amount: 1780 });
  expect(await makeFile(tx, mayDay)).toMatchObject({ amount: 356 });
}));

test('the dashboard of a company names the debit that comes next, not the newest statement', () => sandbox(async (tx) => {
  await tx`update requesters set debit_cycle = 6 where id = ${sakura}`;
  await closedMonth(tx, april, [[sakura1, 1]]);
  await publish(tx, april);
  await at(tx, '2024-06-03T10:00');
  await closedMonth(tx, may, [[sakura1, 2]]);
  await publish(tx, may);
  const next = () => actAs(tx, 'sakuraAdmin', async () => (await tx<{ row: { statement: { total: number; debit_on: string } } }[]>`select dashboard() as row`)[0]?.row.statement);
  expect(await next()).toMatchObject({ total: 178, debit_on: '2024-06-06' });
  await at(tx, '2024-06-07T10:00');
  expect(await next()).toMatchObject({ debit_on: '2024-07-08' });
}));

test('an account that was registered ahead answers 口座確認 from its day on', () => sandbox(async (tx) => {
  await register(tx, sakura);
  await register(tx, sakura, { number: '5555555', from: '2024-06-01' });
  await closedMonth(tx, april, [[sakura1, 10]]);
  const { lines } = await makeFile(tx, aprilDay);
  await at(tx, '2024-05-31T10:00');
  await bringResult(tx, staged(answered(lines, { C9100001: '2' })));
  await at(tx, '2024-06-05T10:00');
  await closedMonth(tx, may, [[sakura1, 2]]);
  const next = await makeFile(tx, mayDay);
  expect(next).toMatchObject({ amount: 2136 });
  expect(next.lines[1]).toContain('5555555');
}));

test('立替 that the bank has collected reads 回収', () => sandbox(async (tx) => {
  await register(tx, sakura);
  const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
  await closedMonth(tx, april, []);
  const { lines } = await makeFile(tx, aprilDay);
  expect((await stateOf(tx, id, 'inspection')).state).toBe('billed');
  await at(tx, '2024-05-31T10:00');
  await bringResult(tx, staged(answered(lines, {})));
  expect((await stateOf(tx, id, 'inspection')).state).toBe('collected');
}));
