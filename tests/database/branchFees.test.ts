import { describe, expect, test } from 'vitest';
import { close, forgetBilling, mirror, reportAll, statementOf } from '../support/billing.ts';
import { json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura1, sakuraYokohama, kita1 } = world.ids.site;
const april = '2024-04-01';

const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  await forgetBilling(tx);
  await tx`delete from prices where item = 'branch_commission'`;
  await tx`insert into prices (item, amount, tax_rate, valid_from, valid_to) values ('branch_commission', 50, 10, '2020-01-01', '2024-04-15'), ('branch_commission', 60, 10, '2024-04-16', null)`;
  return work(tx);
});

const fees = async (tx: Tx, caller: Caller, from = april, to = '2024-04-30') => actAs(tx, caller, async () => {
  const [row] = await tx<{ report: { rows: unknown[][] } }[]>`select report_branch_fees(${from}, ${to}) as report`;
  return row?.report.rows.map(([, code, , ...figures]) => [code, ...figures]);
});

describe('支部手数料', () => {
  test('is the dated price of each completed case, by agent branch, and adds up to what the bills count', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-04-15' });
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-04-16' });
    await mirror(tx, { siteId: sakuraYokohama, kind: 'registered', completedOn: '2024-04-20', cashless: true });
    const moved = await mirror(tx, { siteId: kita1, kind: 'kei', completedOn: '2024-04-20' });
    await reportAll(tx, april);
    expect(await fees(tx, 'hqFinance')).toEqual([
      ['101', 0, 1, 1, 60, 60, 5], ['118', 1, 1, 2, 50, 100, 9], ['118', 0, 1, 1, 60, 60, 5], ['119', 1, 0, 1, 60, 60, 5]]);
    expect(await fees(tx, 'sapporoStaff')).toEqual([['101', 0, 1, 1, 60, 60, 5]]);
    const { totals } = await close(tx, 'hqFinance', april);
    expect(totals['usage_count']).toBe(5);
    // what changes after the closing is counted in the next month, at the price it was paid
    await tx`update applications set completed_on = '2024-05-02' where id = ${moved}`;
    expect(await fees(tx, 'sapporoStaff')).toEqual([['101', 0, 1, 1, 60, 60, 5]]);
    expect(await fees(tx, 'sapporoStaff', '2024-05-01', '2024-05-31')).toEqual([]);
    expect(await statementOf(tx, april, world.ids.company.kita)).toMatchObject({ usage_count: 1 });
  }));

  test('a case without a price has no amount', () => inJune(async (tx) => {
    await tx`delete from prices where item = 'branch_commission'`;
    await mirror(tx, { siteId: kita1, kind: 'kei', completedOn: '2024-04-20' });
    expect(await fees(tx, 'hqFinance')).toEqual([['101', 0, 1, 1, null, null, null]]);
  }));
});

test("AINAS's bill stands beside our completed cases × 45", () => inJune(async (tx) => {
  for (const day of ['2024-05-10', '2024-05-11', '2024-05-12']) await mirror(tx, { siteId: sakura1, completedOn: day });
  await actAs(tx, 'hqFinance', () => tx`select book_ainas_bill('2024-05-01', 4, 180)`);
  const rows = await actAs(tx, 'hqFinance', () => tx<{ rows: object[] }[]>`select ainas_comparison(1) as rows`);
  expect(rows[0]?.rows).toMatchObject([{ month: '2024-05-01', ours: 3, unit_price: 45, ours_amount: 135, theirs: 4, theirs_amount: 180 }]);
}));

const ask = async (tx: Tx, item: string, amount: number, month: string | null = april) => actAs(tx, 'hqFinance', async () =>
  (await tx<{ answer: object }[]>`select price_what_if(${item}, ${amount}, ${month}) as answer`)[0]?.answer);

describe('what if', () => {
  test('counts of a month at another price', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: kita1, kind: 'kei', completedOn: '2024-04-20' });
    await tx`insert into hotekisho_counts (month, requester_id, count) values (${april}, ${world.ids.company.sakura}, 7)`;
    await reportAll(tx, april);
    expect(await ask(tx, 'usage', 200)).toEqual({ item: 'usage', month: april, amount: 200, count: 2, whose: 2, before: 356, after: 400 });
    expect(await ask(tx, 'hotekisho', 40)).toMatchObject({ count: 7, before: 252, after: 280 });
    expect(await ask(tx, 'kei_inspection', 1300)).toMatchObject({ count: 1, before: 1200, after: 1300 });
    expect(await ask(tx, 'tech_info', 500)).toMatchObject({ count: 2, before: 800, after: 1000 });
    expect(await ask(tx, 'branch_commission', 70)).toMatchObject({ count: 2, before: 110, after: 140 });
    expect(await ask(tx, 'ainas_cost', 50)).toMatchObject({ before: 90, after: 100 });
    expect(await ask(tx, 'usage', 200, null)).toMatchObject({ month: '2024-05-01', count: 0, before: 0, after: 0 });
  }));

  test('a price that is in force or was used is never changed; one that begins tomorrow may be', () => inJune(async (tx) => {
    const save = (from: string, amount = 180, version?: number) => actAs(tx, 'hqFinance', () => tx`select save_price(${json(tx, { item: 'usage', amount, valid_from: from, ...(version !== undefined && { version }) })})`);
    await expect(tx.savepoint(() => save('2024-06-10'))).rejects.toThrow('price_in_use');
    await expect(tx.savepoint(() => save('2024-01-01'))).rejects.toThrow('price_in_use');
    await save('2024-07-01');
    await save('2024-07-01', 190, 1);
    const rows = await tx`select amount, valid_from, valid_to from prices where item = 'usage' order by valid_from`;
    expect([...rows]).toEqual([{ amount: 178, valid_from: '2019-10-01', valid_to: '2024-06-30' }, { amount: 190, valid_from: '2024-07-01', valid_to: null }]);
  }));
});
