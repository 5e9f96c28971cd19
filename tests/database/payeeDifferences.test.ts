import { describe, expect, test } from 'vitest';
import { close, forgetBilling, linesOf, mirror, report, reportAll, stateOf, statementOf } from '../support/billing.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
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
  return work(tx);
});

type Difference = { payee: string; state: string; acceptance_no: string; difference: number; age_days: number };
const differences = (tx: Tx, caller: Caller = 'hqFinance') => actAs(tx, caller, async () => {
  const rows = await tx<Difference[]>`select payee, state, acceptance_no, difference, age_days from payee_differences order by payee, state, acceptance_no`;
  return rows.map((row) => ({ ...row }));
});
const lineId = async (tx: Tx, no: string): Promise<number> => (await tx<{ id: number }[]>`select id from payee_lines where acceptance_no = ${no} order by occurrence desc limit 1`)[0]?.id ?? 0;
const settle = (tx: Tx, no: string, as: string, caller: Caller = 'hqFinance') => lineId(tx, no).then((id) =>
  actAs(tx, caller, () => tx`select settle_payee_line(${id}, ${as}, '納付先に確認した') as line`));
const attribute = async (tx: Tx, no: string, applicationId: number) => {
  const id = await lineId(tx, no);
  return actAs(tx, 'hqFinance', () => tx`select attribute_payee_line(${id}, ${applicationId}, '車台番号で確認した')`);
};
const row = (line: number, month: string, no: string, paid: string) => ({ line, month, acceptance_no: no, amount: 1200, paid_on: paid });
const refusedBy = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal?.code;

describe('差異', () => {
  test('every kind is told with its yen and its age', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'OURS', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'TWICE', completedOn: '2024-04-11' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'AMOUNT', completedOn: '2024-04-12' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'MONTH', completedOn: '2024-05-02', advancedOn: '2024-05-02' });
    expect(await differences(tx)).toEqual([]);
    await report(tx, 'kikou', april, [
      { acceptance_no: 'TWICE' }, { acceptance_no: 'TWICE', occurrence: 2 }, { acceptance_no: 'AMOUNT', amount: 300 }, { acceptance_no: 'MONTH' }, { acceptance_no: 'THEIRS' }]);
    expect(await differences(tx)).toEqual([
      { payee: 'kikou', state: 'amount_differs', acceptance_no: 'AMOUNT', difference: -100, age_days: 70 },
      { payee: 'kikou', state: 'month_differs', acceptance_no: 'MONTH', difference: 0, age_days: 70 },
      { payee: 'kikou', state: 'only_ours', acceptance_no: 'OURS', difference: -400, age_days: 61 },
      { payee: 'kikou', state: 'only_theirs', acceptance_no: 'THEIRS', difference: 400, age_days: 70 },
      { payee: 'kikou', state: 'twice_theirs', acceptance_no: 'TWICE', difference: 400, age_days: 70 },
    ]);
    expect((await differences(tx, 'sapporoStaff'))).toEqual([]);
    expect((await differences(tx, 'tokyoStaff')).map(({ state }) => state)).toEqual(['amount_differs', 'month_differs', 'only_ours', 'twice_theirs']);
  }));

  test('only ours becomes 要調査 after two closings, and leaves by 協会負担', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'OURS', completedOn: '2024-04-10' });
    await reportAll(tx, april, ['OURS']);
    await close(tx, 'hqFinance', april);
    expect((await differences(tx)).map(({ state }) => state)).toEqual(['only_ours']);
    await reportAll(tx, may);
    await close(tx, 'hqFinance', may);
    expect((await differences(tx)).map(({ state }) => state)).toEqual(['investigate']);
    await actAs(tx, 'hqFinance', () => tx`select write_off_advance(a.id, '納付先に記録がない') from advances a where a.application_id = ${id}`);
    expect(await differences(tx)).toEqual([]);
    expect(await stateOf(tx, id, 'tech_info')).toMatchObject({ state: 'written_off' });
  }));
});

describe('未帰属', () => {
  test('given to a case whose advance was noted under another number: billed once', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'TYPO', completedOn: '2024-04-10' });
    await report(tx, 'kikou', april, [{ acceptance_no: 'REAL', vehicle_kind: 'registered' }]);
    expect((await differences(tx)).map(({ state }) => state)).toEqual(['only_ours', 'only_theirs']);
    await attribute(tx, 'REAL', id);
    expect(await differences(tx)).toEqual([]);
    // the same file once more finds it by itself
    await report(tx, 'kikou', april, [{ acceptance_no: 'REAL', vehicle_kind: 'registered' }]);
    await report(tx, 'keikenkyo', april, []);
    await close(tx, 'hqFinance', april);
    expect(await linesOf(tx, (await statementOf(tx, april, sakura)).id)).toContain('tech_fee 技術情報管理手数料（立替） registered 1 400');
  }));

  test('given to a case without an advance: one is made from the payee’s line; after the closing it is billed in the next month', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10', advancedOn: null });
    await report(tx, 'kikou', april, [{ acceptance_no: 'LATE', vehicle_kind: 'registered' }]);
    await report(tx, 'keikenkyo', april, []);
    await close(tx, 'hqFinance', april);
    await attribute(tx, 'LATE', id);
    await reportAll(tx, may, ['LATE']);
    await close(tx, 'hqFinance', may);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual(['tech_fee 技術情報管理手数料（立替）（4月納付分） registered 1 400']);
  }));

  test('is never given to a case that has its line, has no such fee, or without finance', () => inJune(async (tx) => {
    const matched = await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'A', completedOn: '2024-04-10' });
    const card = await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10', cashless: true });
    const kei = await mirror(tx, { siteId: kita1, kind: 'kei', completedOn: '2024-04-10' });
    await report(tx, 'kikou', april, [{ acceptance_no: 'A', vehicle_kind: 'registered' }, { acceptance_no: 'B', vehicle_kind: 'registered' }]);
    expect(await refusedBy(tx, (point) => attribute(point, 'B', matched))).toBe('advance_settled');
    expect(await refusedBy(tx, (point) => attribute(point, 'B', card))).toBe('case_has_no_such_fee');
    expect(await refusedBy(tx, (point) => attribute(point, 'B', kei))).toBe('case_has_no_such_fee');
    expect(await refusedBy(tx, (point) => attribute(point, 'A', matched))).toBe('payee_line_settled');
  }));
});

describe('a difference is settled', () => {
  test('with a reason, each state in its way, and can be opened again', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'AMOUNT', completedOn: '2024-04-12' });
    await report(tx, 'kikou', april, [{ acceptance_no: 'AMOUNT', amount: 300 }, { acceptance_no: 'THEIRS' }]);
    expect(await refusedBy(tx, (point) => settle(point, 'AMOUNT', 'borne'))).toBe('invalid_value');
    expect(await refusedBy(tx, (point) => settle(point, 'THEIRS', 'checked'))).toBe('invalid_value');
    await settle(tx, 'AMOUNT', 'checked');
    await settle(tx, 'THEIRS', 'borne');
    expect(await differences(tx)).toEqual([]);
    expect(await refusedBy(tx, (point) => settle(point, 'THEIRS', 'corrected'))).toBe('payee_line_settled');
    await settle(tx, 'THEIRS', 'open');
    expect((await differences(tx)).map(({ acceptance_no: no }) => no)).toEqual(['THEIRS']);
  }));
});

const bring = (tx: Tx, rows: object[]) => actAs(tx, 'hqFinance', async () => {
  const [row] = await tx<{ answer: Record<string, unknown> }[]>`select import_rows('payee-kikou', 'totals.csv', ${json(tx, rows.map((one, at) => ({ line: at + 2, ...one })))}) as answer`;
  return row?.answer;
});

describe('a difference that is settled', () => {
  test('is told neither by the preview of the closing nor by the dashboard', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, acceptanceNo: 'A', completedOn: '2024-04-10' });
    await report(tx, 'keikenkyo', april, [{ acceptance_no: 'A', amount: 1100 }, { acceptance_no: 'X' }]);
    await report(tx, 'kikou', april, [{ acceptance_no: 'A' }]);
    const told = async () => [
      ...((await close(tx, 'hqFinance', april, { preview: true })).warnings ?? []).filter(({ payee }) => payee).map(({ code, count }) => `${code} ${count}`),
      ...(await actAs(tx, 'hqFinance', () => tx<{ n: string }[]>`select 'dashboard ' || (dashboard() #>> '{differences,count}') as n`)).map(({ n }) => n)];
    expect(await told()).toEqual(['only_theirs 1', 'amount_differs 1', 'dashboard 1']);
    await settle(tx, 'X', 'corrected');
    await settle(tx, 'A', 'checked');
    expect(await told()).toEqual(['dashboard 0']);
  }));

  test('is open again when the payee names other yen', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, acceptanceNo: 'A', completedOn: '2024-04-10' });
    await report(tx, 'keikenkyo', april, [{ acceptance_no: 'A', amount: 1100 }]);
    await settle(tx, 'A', 'checked');
    const rows = [{ ...row(2, april, 'A', april), vehicle_kind: 'kei', amount: 1000 }];
    await actAs(tx, 'hqFinance', () => tx`select import_rows('payee-keikenkyo', 'x.csv', ${json(tx, rows)})`);
    expect((await differences(tx)).filter(({ acceptance_no: no }) => no === 'A')).toMatchObject([{ state: 'amount_differs', difference: -200 }]);
  }));
});

describe('a line of 未帰属 that is settled', () => {
  test.each(['borne', 'corrected'])('as %s is in no bill, even when its case comes to be known', (as) => inJune(async (tx) => {
    await report(tx, 'keikenkyo', april, [{ acceptance_no: 'X' }]);
    await settle(tx, 'X', as);
    const id = await mirror(tx, { siteId: sakura1, acceptanceNo: 'X', completedOn: '2024-04-10' });
    await reportAll(tx, april, ['X']);
    await close(tx, 'hqFinance', april);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_amount: 0 });
    expect(await stateOf(tx, id, 'inspection')).toEqual({ state: 'recorded', billed_in: null });
  }));

  test('and opened again finds its case, and is billed once', () => inJune(async (tx) => {
    await report(tx, 'keikenkyo', april, [{ acceptance_no: 'X' }]);
    await settle(tx, 'X', 'corrected');
    await mirror(tx, { siteId: sakura1, acceptanceNo: 'X', completedOn: '2024-04-10' });
    await settle(tx, 'X', 'open');
    await report(tx, 'kikou', april, []);
    await close(tx, 'hqFinance', april);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ kei_fee_count: 1, kei_fee_amount: 1200 });
  }));
});

describe('a report of the wrong month is refused as a whole', () => {
  test.each([
    ['that has not come', row(3, '2025-04-01', 'B', '2024-04-02'), '2025-04'],
    ['before its payments', row(3, '2024-04-01', 'B', '2024-05-02'), '2024-04'],
  ])('%s', (_, wrong, value) => inJune(async (tx) => {
    const rows = [row(2, '2024-04-01', 'A', '2024-04-02'), wrong];
    const bring = (point: Tx, preview: boolean) => actAs(point, 'hqFinance', async () =>
      (await point<{ answer: object }[]>`select import_rows('payee-keikenkyo', 'x.csv', ${json(point, rows)}, ${preview}) as answer`)[0]?.answer);
    expect(await bring(tx, true)).toMatchObject({ inserted: 0, rejected: [{ line: 3, column: 'month', value, code: 'wrong_month' }] });
    expect((await attempt(tx, (point) => bring(point, false))).refusal).toMatchObject({ state: 'PT409', code: 'wrong_month_refused', details: { line: 3, value } });
    expect(await tx`select 1 from payee_lines`).toHaveLength(0);
  }));

  test('so is a count of 保適証サービス', () => inJune(async (tx) => {
    const rows = [{ line: 2, month: april, requester_code: 'C9100001', count: 3 }, { line: 3, month: '2024-07-01', requester_code: 'C9100001', count: 3 }];
    const { refusal } = await attempt(tx, (point) => actAs(point, 'hqFinance', () => point`select import_rows('hotekisho', 'x.csv', ${json(point, rows)})`));
    expect(refusal).toMatchObject({ code: 'wrong_month_refused', details: { line: 3, value: '2024-07' } });
    expect(await tx`select 1 from hotekisho_counts`).toHaveLength(0);
  }));
});

describe('a report of totals alone', () => {
  test('is compared by branch; the bill follows our record, and what differs is told', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: kita1, kind: 'registered', completedOn: '2024-04-10' });
    const answer = await bring(tx, [
      { month: april, branch_code: '118', count: 1, amount: 400 }, { month: april, branch_code: '101', count: 2, amount: 800 }, { month: april, branch_code: '999', count: 1, amount: 400 }]);
    expect(answer).toMatchObject({ inserted: 2, rejected_count: 1, rejected: [{ line: 4, code: 'unknown_branch' }] });
    await report(tx, 'keikenkyo', april, []);
    const [overview] = await actAs(tx, 'hqFinance', () => tx<{ answer: unknown }[]>`select payee_overview(${april}) as answer`);
    expect(overview?.answer).toMatchObject([{ payee: 'keikenkyo' }, {
      payee: 'kikou', form: 'totals', count: 3, amount: 1200, ours: 2, ours_amount: 800, branches: [{ branch_code: '101', ours: 1, theirs: 2, ours_amount: 400, theirs_amount: 800 }] }]);
    const preview = await close(tx, 'hqFinance', april, { preview: true });
    expect(preview.refusals).toEqual([]);
    expect(preview.warnings).toContainEqual({ code: 'totals_differ', payee: 'kikou', count: 1, amount: 400 });
    expect(preview.warnings?.map(({ code }) => code)).not.toContain('only_ours');
    await close(tx, 'hqFinance', april);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ tech_fee_count: 1, tech_fee_amount: 400 });
  }));

  test('gives way to lines that come later: what they do not name is taken back', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'A', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'B', completedOn: '2024-04-10' });
    await bring(tx, [{ month: april, branch_code: '118', count: 2, amount: 800 }]);
    await report(tx, 'keikenkyo', april, []);
    await close(tx, 'hqFinance', april);
    const answer = await bring(tx, [{ month: april, acceptance_no: 'A', amount: 400, paid_on: '2024-04-10', vehicle_kind: 'registered' }]);
    expect(answer).toMatchObject({ inserted: 1 });
    await reportAll(tx, may);
    await close(tx, 'hqFinance', may);
    expect(await linesOf(tx, (await statementOf(tx, may, sakura)).id)).toEqual(['adjustment 技術情報管理手数料（4月請求分）取消 1 -400']);
    const [row] = await tx`select form from payee_reports where payee = 'kikou' and month = ${april}`;
    expect(row).toEqual({ form: 'lines' });
  }));
});
