import { describe, expect, test } from 'vitest';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { advance, close, forgetBilling, linesOf, mirror, type Payee, report, reportAll, statementOf, stateOf } from '../support/billing.ts';
import { actAs, setClock } from '../support/session.ts';

// The bill follows the payee's report, line by line (docs/decisions.md D-23).

const world = await useWorld();
const { sakura } = world.ids.company;
const { sakura1 } = world.ids.site;
const [april, may, june] = ['2024-04-01', '2024-05-01', '2024-06-01'] as const;

const inJuly = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-07-10T10:00:00+09:00');
  await forgetBilling(tx);
  return work(tx);
});

const closeWith = async (tx: Tx, month: string, without: string[] = []) => {
  await reportAll(tx, month, without);
  return close(tx, 'hqFinance', month);
};

const warningsOf = async (tx: Tx, month: string) => {
  const { warnings = [] } = await close(tx, 'hqFinance', month, { preview: true });
  return warnings.filter(({ payee }) => payee).map(({ code, payee, count, amount }) => `${code} ${payee} ${count} ${amount}`);
};

const linesOfPayee = (tx: Tx, payee: Payee) => tx<{ acceptance_no: string; state: string; billing_month: string | null }[]>`
  select acceptance_no, state, billing_month from payee_lines where payee = ${payee} order by id`;

describe('only ours', () => {
  test('stays open, is matched by a later month and billed there as its own line', () => inJuly(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
    await reportAll(tx, april, ['1']);
    expect(await warningsOf(tx, april)).toEqual(['only_ours keikenkyo 1 1200', 'only_ours kikou 1 400']);
    expect((await close(tx, 'hqFinance', april)).totals).toMatchObject({ usage_amount: 178, kei_fee_amount: 0, tech_fee_amount: 0 });
    await report(tx, 'keikenkyo', may, [{ acceptance_no: '1' }]);
    expect(await stateOf(tx, id, 'inspection')).toEqual({ state: 'matched', billed_in: null });
    await closeWith(tx, may);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual(['kei_fee 軽OSS検査手数料（立替） kei 1 1200']);
    expect(await stateOf(tx, id, 'inspection')).toEqual({ state: 'billed', billed_in: may });
  }));

  test('is 要調査 after two closings', () => inJuly(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
    await closeWith(tx, april, ['1']);
    expect((await stateOf(tx, id, 'inspection')).state).toBe('recorded');
    await closeWith(tx, may);
    expect((await stateOf(tx, id, 'inspection')).state).toBe('investigate');
  }));
});

describe('only theirs', () => {
  test('is in no one\'s bill until the advance is known', () => inJuly(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', advancedOn: null, acceptanceNo: '1' });
    await report(tx, 'keikenkyo', april, [{ acceptance_no: '1' }, { acceptance_no: '2' }]);
    await report(tx, 'kikou', april, []);
    expect(await warningsOf(tx, april)).toEqual(['only_theirs keikenkyo 2 2400']);
    await close(tx, 'hqFinance', april);
    await advance(tx, id, '2024-04-09');
    expect(await linesOfPayee(tx, 'keikenkyo')).toEqual([
      { acceptance_no: '1', state: 'matched', billing_month: may }, { acceptance_no: '2', state: 'unattributed', billing_month: null }]);
    await closeWith(tx, may);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual(['kei_fee 軽OSS検査手数料（立替）（4月納付分） kei 1 1200']);
  }));
});

describe('twice theirs', () => {
  test('one is billed, one queried, in one file or in two months', () => inJuly(async (tx) => {
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
    await report(tx, 'kikou', april, [{ acceptance_no: '1' }]);
    await report(tx, 'keikenkyo', april, [{ acceptance_no: '1' }, { acceptance_no: '1', occurrence: 2 }]);
    expect(await warningsOf(tx, april)).toEqual(['twice_theirs keikenkyo 1 1200']);
    await close(tx, 'hqFinance', april);
    await report(tx, 'keikenkyo', may, [{ acceptance_no: '1' }]);
    expect((await linesOfPayee(tx, 'keikenkyo')).map(({ state }) => state)).toEqual(['matched', 'duplicate', 'duplicate']);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_amount: 1200 });
  }));
});

test('theirs wins where the amount or the month differs', () => inJuly(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-05-02', advancedOn: '2024-04-30', acceptanceNo: '1' });
  await report(tx, 'keikenkyo', may, [{ acceptance_no: '1', amount: 1100 }]);
  await report(tx, 'kikou', may, [{ acceptance_no: '1' }]);
  expect(await warningsOf(tx, may)).toEqual(['amount_differs keikenkyo 1 -100']);
  await close(tx, 'hqFinance', may);
  expect(await statementOf(tx, may, sakura)).toMatchObject({ usage_amount: 178, kei_fee_amount: 1100, tech_fee_amount: 400 });
}));

test('the same file twice changes nothing, a later one adds and changes', () => inJuly(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '2' });
  await report(tx, 'keikenkyo', april, [{ acceptance_no: '1' }]);
  await report(tx, 'keikenkyo', april, [{ acceptance_no: '1' }]);
  await report(tx, 'keikenkyo', april, [{ acceptance_no: '1', amount: 1300 }, { acceptance_no: '2' }]);
  await report(tx, 'kikou', april, []);
  const [header] = await tx`select line_count, amount from payee_reports where payee = 'keikenkyo'`;
  expect(header).toEqual({ line_count: 2, amount: 2500 });
  expect((await close(tx, 'hqFinance', april)).totals).toMatchObject({ kei_fee_count: 2, kei_fee_amount: 2500 });
}));

test('an amount that changes after the closing is a difference in the next month', () => inJuly(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
  await closeWith(tx, april);
  await report(tx, 'keikenkyo', april, [{ acceptance_no: '1', amount: 1300 }]);
  await closeWith(tx, may);
  expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_amount: 1200 });
  const statement = await statementOf(tx, may, sakura);
  expect(statement).toMatchObject({ adjustment_amount: 100, taxable_10: 0, total: 100 });
  expect(await linesOf(tx, statement.id)).toEqual(['adjustment 軽OSS検査手数料（4月請求分）差額 1 100']);
}));

const closeByOwnRecord = async (tx: Tx) => {
  const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '2' });
  await report(tx, 'kikou', april, [{ acceptance_no: '1' }, { acceptance_no: '2' }]);
  expect(await warningsOf(tx, april)).toContain('payee_report_missing keikenkyo 2 2400');
  await close(tx, 'hqFinance', april, { reason: '軽検協の報告が遅れているため' });
  return id;
};

describe('a month closed without a report', () => {
  test('bills our own rows', () => inJuly(async (tx) => {
    const id = await closeByOwnRecord(tx);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_amount: 2400, tech_fee_amount: 800 });
    expect(await stateOf(tx, id, 'inspection')).toEqual({ state: 'billed', billed_in: april });
  }));

  test('gets the difference when the report comes: other amounts, and what it does not name', () => inJuly(async (tx) => {
    await closeByOwnRecord(tx);
    await report(tx, 'keikenkyo', april, [{ acceptance_no: '1', amount: 1100 }]);
    await report(tx, 'keikenkyo', may, [{ acceptance_no: '2' }]);
    await closeWith(tx, may);
    const statement = await statementOf(tx, may, sakura);
    expect(await linesOf(tx, statement.id)).toEqual([
      'kei_fee 軽OSS検査手数料（立替） kei 1 1200',
      'adjustment 軽OSS検査手数料（4月請求分）取消 1 -1200',
      'adjustment 軽OSS検査手数料（4月請求分）差額 1 -100',
    ]);
    expect(statement).toMatchObject({ total: -100, debit_on: null });
  }));

  test('bills what comes to be known later with the next month that has none either, and gives it back to a report of its own month', () => inJuly(async (tx) => {
    await closeByOwnRecord(tx);
    const late = await mirror(tx, { siteId: sakura1, advancedOn: '2024-04-30', acceptanceNo: 'LATE' });
    await report(tx, 'kikou', april, [{ acceptance_no: '1' }, { acceptance_no: '2' }, { acceptance_no: 'LATE' }]);
    await report(tx, 'kikou', may, []);
    await close(tx, 'hqFinance', may, { reason: '軽検協の報告が遅れているため' });
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual([
      'kei_fee 軽OSS検査手数料（立替）（4月納付分） kei 1 1200', 'tech_fee 技術情報管理手数料（立替）（4月納付分） kei 1 400']);
    expect(await stateOf(tx, late, 'inspection')).toEqual({ state: 'billed', billed_in: may });
    expect(await tx`select * from private.book_faults()`).toEqual([]);
    await report(tx, 'keikenkyo', april, [{ acceptance_no: '1' }, { acceptance_no: '2' }]);
    await closeWith(tx, june, ['LATE']);
    expect(await linesOf(tx, (await statementOf(tx, june, sakura)).id)).toEqual(['adjustment 軽OSS検査手数料（5月請求分）取消 1 -1200']);
    expect(await stateOf(tx, late, 'inspection')).toMatchObject({ billed_in: null });
    expect(await tx`select * from private.book_faults()`).toEqual([]);
  }));

  test('that is reopened is billed by the report that came meanwhile', () => inJuly(async (tx) => {
    await closeByOwnRecord(tx);
    await report(tx, 'keikenkyo', april, [{ acceptance_no: '1', amount: 1100 }]);
    await close(tx, 'hqFinance', april, { action: 'reopen', reason: '報告が届いたため' });
    await close(tx, 'hqFinance', april);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_amount: 1100, adjustment_amount: 0, number: '202404-00002' });
    const [left] = await tx`select count(*) as n from adjustments`;
    expect(left?.n).toBe(0);
  }));
});

test('a written-off advance is in no bill, before or after the payee names it', () => inJuly(async (tx) => {
  const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '1' });
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', acceptanceNo: '2' });
  const writeOff = (tx_: Tx, feeKind: string) => actAs(tx_, 'hqFinance', () =>
    tx_`select write_off_advance(a.id, '誤納付のため協会負担') from advances a where a.application_id = ${id} and a.fee_kind = ${feeKind}`);
  await writeOff(tx, 'inspection');
  await reportAll(tx, april);
  await writeOff(tx, 'tech_info');
  expect((await close(tx, 'hqFinance', april)).totals).toMatchObject({ usage_count: 2, kei_fee_amount: 1200, tech_fee_amount: 400 });
  expect(await stateOf(tx, id, 'inspection')).toEqual({ state: 'written_off', billed_in: null });
}));

test('three months in a row stand each for itself', () => inJuly(async (tx) => {
  for (const [month, day] of [[april, '2024-04-30'], [may, '2024-05-31'], [june, '2024-06-30']] as const) {
    await mirror(tx, { siteId: sakura1, completedOn: day });
    expect((await closeWith(tx, month)).totals).toMatchObject({ usage_count: 1, total: 1778 });
  }
}));
