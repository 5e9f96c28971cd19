import { describe, expect, test } from 'vitest';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { advance, close, forgetBilling, linesOf, mirror, refusedClose, reportAll, statementOf } from '../support/billing.ts';
import { makeFile, register } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const april = '2024-04-01';
const may = '2024-05-01';

/** 2024-06-10: April and May are over. */
const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  await forgetBilling(tx);
  return work(tx);
});

const times = async (n: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < n; i += 1) await work();
};

const arrangeExample = async (tx: Tx) => {
  await times(70, () => mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10' }));
  await times(10, () => mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-11', cashless: true }));
  await times(39, () => mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-04-12' }));
  await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-04-20', acceptanceNo: '77', previousAcceptanceNo: '66' });
  await mirror(tx, { siteId: sakura1, kind: 'kei', advancedOn: '2024-04-05', status: ['error', 'withdrawn'], outcome: 'withdrawn' });
  await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-01', advancedOn: '2024-04-30' });
  await reportAll(tx, april);
};

describe('the worked example of docs/domain.md §4.8', () => {
  test('gives 115,360 yen', () => inJune(async (tx) => {
    await arrangeExample(tx);
    const preview = await close(tx, 'hqFinance', april, { preview: true });
    const closed = await close(tx, 'hqFinance', april);
    expect(closed).toMatchObject({ month: '2024-04', status: 'closed', statements: 1, totals: { usage_count: 120, total: 115_360 } });
    expect(preview.totals).toEqual(closed.totals);
    expect(preview).toMatchObject({ status: 'open', refusals: [] });

    const statement = await statementOf(tx, april, sakura);
    expect(statement).toMatchObject({
      number: '202404-00001', usage_count: 120, usage_amount: 21_360, hotekisho_count: 0, hotekisho_amount: 0, taxable_10: 21_360, tax_10: 1_941,
      kei_fee_amount: 49_200, tech_fee_amount: 44_800, adjustment_amount: 0, total: 115_360, outstanding_before: 0,
      debit_cycle: 27, debit_on: '2024-05-27', status: 'closed',
    });
    expect(await linesOf(tx, statement.id)).toEqual([
      'usage 継続検査OSS利用料金 120 21360',
      'kei_fee 軽OSS検査手数料（立替） kei 41 49200',
      'tech_fee 技術情報管理手数料（立替） registered 71 28400',
      'tech_fee 技術情報管理手数料（立替） kei 41 16400',
    ]);
  }));

  test('is found in order by the checks', () => inJune(async (tx) => {
    await arrangeExample(tx);
    const { warnings, checks } = await close(tx, 'hqFinance', april, { preview: true });
    expect(warnings?.map(({ code }) => code).toSorted()).toEqual(['account_missing', 'debit_deadline_passed', 'hotekisho_missing']);
    expect(checks).toEqual([]);
  }));
});

describe('closing is refused', () => {
  test('to everyone but finance; head office may preview', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    for (const person of ['hqAdmin', 'hqViewer', 'auditor', 'tokyoAdmin', 'sakuraAdmin'] as const) {
      expect(await refusedClose(tx, person, april)).toMatchObject({ state: 'PT403', code: 'not_allowed' });
    }
    expect(await refusedClose(tx, 'tokyoAdmin', april, { preview: true })).toMatchObject({ code: 'not_allowed' });
    expect(await close(tx, 'hqViewer', april, { preview: true })).toMatchObject({ statements: 1 });
  }));

  test('before the month is over, out of order, twice, without a report or a price', () => inJune(async (tx) => {
    expect(await refusedClose(tx, 'hqFinance', '2024-06-01')).toMatchObject({ state: 'PT409', code: 'month_not_over' });
    expect(await refusedClose(tx, 'hqFinance', april)).toMatchObject({ code: 'payee_report_missing', details: { payees: ['keikenkyo', 'kikou'] } });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-03-10' });
    await reportAll(tx, '2024-03-01');
    await close(tx, 'hqFinance', '2024-03-01');
    expect(await refusedClose(tx, 'hqFinance', '2024-03-01')).toMatchObject({ state: 'PT409', code: 'month_already_closed' });
    expect(await refusedClose(tx, 'hqFinance', '2024-02-01')).toMatchObject({ code: 'month_already_closed' });
    expect(await refusedClose(tx, 'hqFinance', may)).toMatchObject({ code: 'previous_month_open', details: { month: '2024-04' } });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    await tx`delete from prices where item = 'usage'`;
    expect(await refusedClose(tx, 'hqFinance', april)).toMatchObject({ code: 'price_missing', details: [{ item: 'usage', month: '2024-04', count: 1 }] });
    const preview = await close(tx, 'hqFinance', april, { preview: true });
    expect(preview.refusals).toMatchObject([{ code: 'price_missing' }]);
  }));

  test('for a month that is no month, and an unknown act', () => inJune(async (tx) => {
    expect(await refusedClose(tx, 'hqFinance', '2024-04-02')).toMatchObject({ state: 'PT400', code: 'invalid_value' });
  }));
});

test('a preview writes nothing', () => inJune(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
  await reportAll(tx, april);
  await close(tx, 'hqFinance', april, { preview: true });
  const [counts] = await tx<{ n: number }[]>`select (select count(*) from billing_months) + (select count(*) from statements) as n`;
  expect(counts?.n).toBe(0);
}));

const closeApril = async (tx: Tx) => {
  const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
  await mirror(tx, { siteId: kita1, completedOn: '2024-04-10' });
  await reportAll(tx, april);
  await close(tx, 'hqFinance', april);
  return id;
};

const closeMay = async (tx: Tx) => {
  await reportAll(tx, may);
  await close(tx, 'hqFinance', may);
};

describe('cases that come or change after their month was closed', () => {
  test('late completions are a line of their own', () => inJune(async (tx) => {
    await closeApril(tx);
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-28', advancedOn: null });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-05-02', advancedOn: null });
    await closeMay(tx);
    const statement = await statementOf(tx, may, sakura);
    expect(await linesOf(tx, statement.id)).toEqual(['usage 継続検査OSS利用料金 1 178', 'usage 継続検査OSS利用料金（4月完了分） 1 178']);
  }));

  test('another date: taken back and billed anew', () => inJune(async (tx) => {
    const id = await closeApril(tx);
    await tx`update applications set completed_on = '2024-05-03' where id = ${id}`;
    await closeMay(tx);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual([
      'usage 継続検査OSS利用料金 1 178', 'usage 継続検査OSS利用料金（4月取消分） -1 -178']);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ usage_count: 0, total: 0, debit_on: null });
  }));

  test('another company: the old one is credited, the new one billed', () => inJune(async (tx) => {
    const id = await closeApril(tx);
    await tx`update applications set requester_id = ${kita}, site_id = ${kita1} where id = ${id}`;
    await closeMay(tx);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ usage_count: -1, usage_amount: -178, taxable_10: -178, tax_10: -16, total: -178, debit_on: null });
    expect(await linesOf(tx, (await statementOf(tx, may, kita)).id)).toEqual(['usage 継続検査OSS利用料金（4月完了分） 1 178']);
  }));

  test('no longer complete, then complete again: out, and in once', () => inJune(async (tx) => {
    const id = await closeApril(tx);
    await tx`update applications set completed_on = null where id = ${id}`;
    await tx`update applications set completed_on = '2024-04-10' where id = ${id}`;
    await closeMay(tx);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ usage_count: 0, usage_amount: 0 });
  }));

  test('before anything is billed a change just moves', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
    await tx`update applications set completed_on = '2024-05-03' where id = ${id}`;
    const [row] = await tx`select billing_month, (select count(*) from usage_adjustments) as n from applications where id = ${id}`;
    expect(row).toEqual({ billing_month: may, n: 0 });
  }));

  test('要確認 is not billed until it is settled', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', needsReview: true });
    await closeApril(tx);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ usage_count: 1 });
    await tx`update applications set needs_review = false where id = ${id}`;
    await closeMay(tx);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual(['usage 継続検査OSS利用料金（4月完了分） 1 178']);
  }));

  test('months before the first closing count as settled elsewhere', () => inJune(async (tx) => {
    const old = await mirror(tx, { siteId: sakura1, completedOn: '2024-02-10' });
    await closeApril(tx);
    await tx`update applications set completed_on = '2024-02-11' where id = ${old}`;
    const [row] = await tx`select billing_month, (select count(*) from usage_adjustments) as n from applications where id = ${old}`;
    expect(row).toEqual({ billing_month: '2024-02-01', n: 0 });
  }));
});

describe('a credit', () => {
  test('is not debited and is carried into the next statement, once', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-02-10', advancedOn: null });
    await reportAll(tx, '2024-02-01');
    await close(tx, 'hqFinance', '2024-02-01');
    await register(tx, sakura);
    expect(await makeFile(tx, '2024-03-27')).toMatchObject({ amount: 178 });
    await tx`update applications set completed_on = null where id = ${id}`;
    for (const [month, day] of [['2024-03-01', null], ['2024-04-01', '2024-04-10'], ['2024-05-01', '2024-05-10']] as const) {
      if (day) await mirror(tx, { siteId: sakura1, completedOn: day });
      await reportAll(tx, month);
      await close(tx, 'hqFinance', month);
      if (month === '2024-04-01') expect(await makeFile(tx, '2024-05-27')).toMatchObject({ amount: 1600 });
    }
    expect(await statementOf(tx, '2024-03-01', sakura)).toMatchObject({ total: -178, outstanding_before: 0, debit_on: null });
    expect(await statementOf(tx, april, sakura)).toMatchObject({ total: 1778, outstanding_before: -178, debit_on: '2024-05-27' });
    expect(await statementOf(tx, may, sakura)).toMatchObject({ outstanding_before: 0 });
  }));
});

test('an unfinished case without a date is told, and a fee that was never advanced', () => inJune(async (tx) => {
  await mirror(tx, { siteId: sakura1, status: ['completed', 'issued'], outcome: 'completed', advancedOn: null });
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', advancedOn: null });
  const wrong = await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10', cashless: true });
  await advance(tx, wrong, '2024-04-10');
  await reportAll(tx, april);
  const { checks } = await close(tx, 'hqFinance', april, { preview: true });
  expect(checks?.map(({ code, count }) => `${code} ${count}`)).toEqual([
    'completed_without_date 1', 'kei_fee_not_advanced 1', 'tech_fee_not_advanced 1', 'cashless_advanced 1']);
}));

test('a fee of one car that was advanced twice is told with its yen, whichever was written down first, unless the first was withdrawn', () => inJune(async (tx) => {
  const later = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-20', chassisNo: 'TWICE-0000001' });
  const earlier = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', chassisNo: 'TWICE-0000001' });
  await reportAll(tx, april);
  const told = async () => (await close(tx, 'hqFinance', april, { preview: true })).checks?.filter(({ code }) => code === 'paid_twice');
  expect(await told()).toEqual([{ code: 'paid_twice', count: 2, amount: 1600 }]);
  expect(await tx`select distinct application_id::int as id from private.radar_findings where rule = 'advance_twice'`).toEqual([{ id: later }]);
  await tx`update applications set outcome = 'withdrawn' where id = ${earlier}`;
  expect(await told()).toEqual([]);
}));

test('nobody writes the money by hand', () => inJune(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
  const tables = ['billing_months', 'statements', 'statement_lines', 'adjustments', 'usage_adjustments', 'payee_lines', 'advance_ledger'];
  for (const person of ['hqFinance', 'hqAdmin', 'sakuraAdmin'] as const) {
    for (const table of tables) {
      const { refusal } = await attempt(tx, (point) => actAs(point, person, () => point`delete from ${point(table)}`));
      expect(refusal?.code).toBe('42501');
    }
  }
}));
