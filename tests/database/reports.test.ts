import { describe, expect, test } from 'vitest';
import { type AdvanceRow, advancesReport } from '../../src/domain/reports/advances.ts';
import { dailyStatisticsReport } from '../../src/domain/reports/dailyStatistics.ts';
import { feeDetails } from '../../src/domain/reports/feeDetails.ts';
import { type PayeeDifferenceRow, payeeDifferences } from '../../src/domain/reports/payeeDifferences.ts';
import { type Heading, type ReportAnswer, rowsOf } from '../../src/domain/reports/report.ts';
import { usageBy } from '../../src/domain/reports/usage.ts';
import { forgetBilling, mirror, report as payeeReport } from '../support/billing.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { tokyo, sapporo, kanagawa } = world.ids.branch;
const { sakura1, sakura2, sakuraYokohama, kita1 } = world.ids.site;

const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  return work(tx);
});

type Row = Record<string, string | number | null>;
type Answer = { from: string; to: string; heading: Heading; row_count: number; columns: string[]; next: { day: string; id: number } | null; rows: Row[] };
type Asked = { from?: string; to?: string; kind?: string; requester?: number; branch?: number; max?: number };

const details = (tx: Tx, person: PersonName, { from = '2024-05-01', to = '2024-05-31', kind, requester, branch, max = 5000 }: Asked = {}) => actAs(tx, person, async () => {
  const [row] = await tx<{ answer: Answer }[]>`select report_fee_details(${from}, ${to}, ${kind ?? null}, ${requester ?? null}, ${branch ?? null}, ${max}) as answer`;
  if (!row) throw new Error('report_fee_details answered nothing');
  const { columns, rows, ...rest } = row.answer;
  return { ...rest, rows: rowsOf<Row>({ columns, rows: rows as unknown as unknown[][] }) };
});

const refusal = async (tx: Tx, person: PersonName, asked: Asked) => (await attempt(tx, (point) => details(point, person, asked))).refusal;

describe('明細', () => {
  test('has the keys of its description, and the remark of a fee paid under another number', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-05-10', acceptanceNo: '22', previousAcceptanceNo: '11' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-09', cashless: true });
    const { rows, ...rest } = await details(tx, 'sakuraAdmin');
    expect(rest).toMatchObject({ from: '2024-05-01', to: '2024-05-31', row_count: 2, next: null });
    expect(rest.heading).toMatchObject({ issued_on: '2024-06-10', requester: { code: 'C9100001' }, branch: { code: '118' } });
    const keys = [...feeDetails.columns.map(({ key }) => key), 'requester_code'].toSorted();
    expect(rows.map((row) => Object.keys(row).toSorted())).toEqual([keys, keys]);
    expect(rows[0]).toMatchObject({ vehicle_kind: 'registered', inspection_fee_amount: null, procedure_completed_on: '2024-05-09', remark: null });
    expect(rows[1]).toMatchObject({
      vehicle_kind: 'kei', inspection_fee_amount: 1200, inspection_fee_paid_on: '2024-05-10', tech_fee_amount: 400, acceptance_no: '22', status_label: '手続完了',
      remark: '受付番号11にて検査手数料は納付済、受付番号11にて技術情報管理手数料は納付済',
    });
    expect(rows[1]?.plate).toMatch(/^品川-500-あ-\d+$/);
  }));

  test('shows the OSS status where the filing is not complete', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, completedOn: '2024-05-10', status: ['filing', 'issue_pending'] });
    expect((await details(tx, 'sakuraAdmin')).rows).toMatchObject([{ status_label: '交付待ち' }]);
  }));

  test('holds what each may see, and what he asks for', () => inJune(async (tx) => {
    for (const siteId of [sakura1, sakura2, sakuraYokohama, kita1]) await mirror(tx, { siteId, completedOn: '2024-05-10' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-10' });
    const count = async (person: PersonName, asked?: Asked) => (await details(tx, person, asked)).row_count;
    expect(await count('hqViewer')).toBe(5);
    expect(await count('hqViewer', { kind: 'registered' })).toBe(1);
    expect(await count('hqViewer', { branch: sapporo })).toBe(1);
    expect(await count('hqViewer', { requester: sakura })).toBe(4);
    expect(await count('hqViewer', { requester: sakura, branch: kanagawa })).toBe(1);
    expect(await count('tokyoStaff')).toBe(3);
    expect(await count('tokyoStaff', { requester: sakura })).toBe(4);
    expect(await count('tokyoStaff', { branch: kanagawa })).toBe(1);
    expect(await count('tokyoStaff', { requester: kita })).toBe(0);
    expect(await count('kanagawaStaff', { branch: tokyo })).toBe(0);
    expect(await count('sakuraAdmin')).toBe(4);
    expect(await count('sakuraAdmin', { requester: kita })).toBe(0);
    expect(await count('sakuraSiteAdmin')).toBe(2);
    expect(await count('sakuraSubmitter2')).toBe(1);
    expect(await refusal(tx, 'auditor', {})).toMatchObject({ code: 'not_allowed' });
  }));

  test('refuses periods that §5.6 does not offer; the running month ends yesterday', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, completedOn: '2024-06-09' });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-06-10' });
    expect(await details(tx, 'sakuraAdmin', { from: '2024-06-01', to: '2024-06-30' })).toMatchObject({ to: '2024-06-09', row_count: 1 });
    expect(await refusal(tx, 'sakuraAdmin', { to: '2024-06-10' })).toMatchObject({ state: 'PT400', code: 'period_not_over', details: { newest: '2024-06-09' } });
    expect(await refusal(tx, 'sakuraAdmin', { from: '2022-10-31' })).toMatchObject({ code: 'period_too_old', details: { oldest: '2022-11-01' } });
    expect((await details(tx, 'sakuraAdmin', { from: '2022-11-01' })).row_count).toBe(0);
    expect(await refusal(tx, 'sakuraAdmin', { from: '2024-05-02', to: '2024-05-01' })).toMatchObject({ code: 'period_reversed' });
    expect(await refusal(tx, 'sakuraAdmin', { kind: 'truck' })).toMatchObject({ code: 'invalid_value' });
  }));

  test('is refused when it holds more rows than may be', () => inJune(async (tx) => {
    for (let i = 0; i < 3; i += 1) await mirror(tx, { siteId: sakura1, completedOn: '2024-05-10' });
    expect((await details(tx, 'sakuraAdmin', { max: 3 })).row_count).toBe(3);
    expect(await refusal(tx, 'sakuraAdmin', { max: 2 })).toMatchObject({ state: 'PT413', code: 'too_many_rows', details: { limit: 2 } });
  }));
});

const counted = (tx: Tx, person: PersonName, group: string) => actAs(tx, person, async () => {
  const [row] = await tx<{ answer: { rows: Row[] } }[]>`select report_usage('2024-04-01', '2024-05-01', ${group}) as answer`;
  return row?.answer.rows ?? [];
});
const completed = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row.completed), 0);

describe('利用件数', () => {
  test('adds up the same by every grouping, within the scope', () => inJune(async (tx) => {
    for (const day of ['2024-04-30', '2024-05-01', '2024-05-01']) await mirror(tx, { siteId: sakura1, completedOn: day });
    await mirror(tx, { siteId: sakuraYokohama, kind: 'registered', completedOn: '2024-05-02' });
    await mirror(tx, { siteId: kita1, completedOn: '2024-05-02' });
    for (const group of ['branch', 'company', 'site', 'day', 'month']) expect([group, completed(await counted(tx, 'hqViewer', group))]).toEqual([group, 5]);
    const rows = await counted(tx, 'hqViewer', 'branch');
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(usageBy('branch').columns.map(({ key }) => key).toSorted());
    expect(rows.map((row) => [row.month, row.branch_code, row.vehicle_kind, row.completed])).toEqual([
      ['2024-04-01', '118', 'kei', 1], ['2024-05-01', '101', 'kei', 1], ['2024-05-01', '118', 'kei', 2], ['2024-05-01', '119', 'registered', 1]]);
    expect(completed(await counted(tx, 'tokyoStaff', 'company'))).toBe(3);
    expect(completed(await counted(tx, 'tokyoStaff', 'day'))).toBe(3);
    expect(completed(await counted(tx, 'sakuraAdmin', 'site'))).toBe(4);
    expect(completed(await counted(tx, 'sakuraSubmitter', 'site'))).toBe(3);
    expect((await attempt(tx, (point) => counted(point, 'hqViewer', 'planet'))).refusal).toMatchObject({ code: 'invalid_value' });
  }));

  test('of a company are not told by day: days are counted by branch, and would be the nation’s', () => inJune(async (tx) => {
    await mirror(tx, { siteId: kita1, completedOn: '2024-05-02' });
    expect((await attempt(tx, (point) => counted(point, 'sakuraAdmin', 'day'))).refusal).toMatchObject({ code: 'invalid_value' });
    expect((await attempt(tx, (point) => actAs(point, 'hqViewer', () => point`select report_usage('2024-04-01', '2024-05-01', 'day', null, ${sakura})`))).refusal).toMatchObject({ code: 'invalid_value' });
  }));
});

type Advances = { heading: Heading; from: string; to: string; row_count: number; next: object | null; columns: string[]; rows: unknown[][] };
const advances = (tx: Tx, person: PersonName, { from = '2024-05-01', to = '2024-05-31', requester, branch, page, after }: Asked & { page?: number; after?: object | null } = {}) =>
  actAs(tx, person, async () => {
    const [row] = await tx<{ answer: Advances }[]>`
      select report_advances(${from}, ${to}, null, ${requester ?? null}, ${branch ?? null}, 5000, ${page ?? null}, ${after ? json(tx, after) : null}) as answer`;
    if (!row) throw new Error('report_advances answered nothing');
    return { ...row.answer, rows: rowsOf<AdvanceRow>(row.answer) };
  });

describe('立替実績', () => {
  // The sheet of domain §4.5: 1,100 yen was the fee of October 2020.
  test('is the manual’s sample: withdrawn and filed anew twice, carried over by 再申請 once', () => world.rollback(async (tx) => {
    await setClock(tx, '2020-11-05T10:00:00+09:00');
    await mirror(tx, { siteId: sakura1, acceptanceNo: '1000000000000000005', advancedOn: '2020-10-01', status: ['error', 'withdrawn'], outcome: 'withdrawn' });
    await mirror(tx, { siteId: sakura1, acceptanceNo: '1100000000000000005', completedOn: '2020-10-02', advancedOn: '2020-10-01' });
    await mirror(tx, { siteId: sakura2, acceptanceNo: '2000000000000000006', previousAcceptanceNo: '1000000000000000006', completedOn: '2020-10-02', advancedOn: '2020-10-01' });
    const answer = await advances(tx, 'sakuraAdmin', { from: '2020-10-01', to: '2020-10-31' });
    const [kei, tech] = advancesReport.sheets(answer, answer.rows);
    expect(kei?.rows.map((row) => Object.fromEntries(['acceptance_no', 'advanced_on', 'amount', 'status_label', 'remark'].map((key) => [key, Reflect.get(row, key)])))).toEqual([
      { acceptance_no: '1000000000000000005', advanced_on: '2020-10-01', amount: 1100, status_label: '取下', remark: null },
      { acceptance_no: '1100000000000000005', advanced_on: '2020-10-01', amount: 1100, status_label: '手続完了', remark: null },
      { acceptance_no: '2000000000000000006', advanced_on: '2020-10-01', amount: 1100, status_label: '手続完了', remark: '受付番号1000000000000000006にて検査手数料は納付済' },
    ]);
    expect(kei?.rows.reduce((sum, row) => sum + Number(Reflect.get(row, 'amount')), 0)).toBe(3300);
    // The technical information fee is one of October 2021.
    expect(tech?.rows).toEqual([]);
  }));

  test('has two sheets by 立替日, also before the month is billed, within each scope', () => inJune(async (tx) => {
    for (const siteId of [sakura1, sakura2, sakuraYokohama, kita1]) await mirror(tx, { siteId, completedOn: '2024-06-01', advancedOn: '2024-05-31' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-02' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-02', cashless: true });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-05-02', advancedOn: '2024-04-30' });
    await tx`update advance_ledger set written_off_at = private.now(), written_off_reason = '協会負担' where requester_id = ${kita} and fee_kind = 'tech_info' and advanced_on = '2024-05-31'`;
    const counted = async (person: PersonName, asked?: Asked) => {
      const { rows } = await advances(tx, person, asked);
      return (['inspection', 'tech_info'] as const).map((kind) => rows.filter((row) => row.fee_kind === kind).length);
    };
    expect(await counted('hqViewer')).toEqual([4, 4]);
    expect(await counted('hqFinance', { branch: sapporo })).toEqual([1, 0]);
    expect(await counted('tokyoStaff')).toEqual([2, 3]);
    expect(await counted('tokyoStaff', { requester: sakura })).toEqual([3, 4]);
    expect(await counted('tokyoStaff', { requester: kita })).toEqual([0, 0]);
    expect(await counted('kanagawaStaff', { branch: tokyo })).toEqual([0, 0]);
    expect(await counted('sakuraAdmin')).toEqual([3, 4]);
    expect(await counted('sakuraAdmin', { requester: kita })).toEqual([0, 0]);
    expect(await counted('sakuraSiteAdmin')).toEqual([1, 2]);
    expect(await counted('sakuraSubmitter2')).toEqual([1, 1]);
    expect((await attempt(tx, (point) => advances(point, 'auditor'))).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await attempt(tx, (point) => advances(point, 'sakuraAdmin', { to: '2024-06-10' }))).refusal).toMatchObject({ code: 'period_not_over' });
  }));

  test('is read page after page by key: every row once', () => inJune(async (tx) => {
    for (let n = 0; n < 5; n += 1) await mirror(tx, { siteId: sakura1, completedOn: '2024-05-31', advancedOn: n < 3 ? '2024-05-30' : '2024-05-31' });
    const whole = await advances(tx, 'sakuraAdmin');
    const read: string[] = [];
    let after: object | null = null;
    do {
      const page: Awaited<ReturnType<typeof advances>> = await advances(tx, 'sakuraAdmin', { page: 4, after });
      read.push(...page.rows.map(({ fee_kind, acceptance_no }) => fee_kind + acceptance_no));
      after = page.next;
    } while (after !== null);
    expect(whole).toMatchObject({ row_count: 10, next: null });
    expect(read.toSorted()).toEqual(whole.rows.map(({ fee_kind, acceptance_no }) => fee_kind + acceptance_no).toSorted());
  }));
});

test('明細 is read page after page by key: every row once', () => inJune(async (tx) => {
  for (let n = 0; n < 5; n += 1) await mirror(tx, { siteId: sakura1, completedOn: n < 4 ? '2024-05-10' : '2024-05-11' });
  const read: number[] = [];
  let after: unknown = null;
  for (const expected of [2, 2, 1]) {
    const [row] = await actAs(tx, 'sakuraAdmin', () => tx<{ answer: { rows: unknown[]; row_count: number | null; next: unknown } }[]>`
      select report_fee_details('2024-05-01', '2024-05-31', null, null, null, 5000, 2, ${after === null ? null : json(tx, after)}) as answer`);
    expect(row?.answer.rows).toHaveLength(expected);
    expect(row?.answer.row_count).toBe(after === null ? 5 : null);
    read.push(expected);
    after = row?.answer.next ?? null;
  }
  expect(after).toBeNull();
}));

describe('日次統計', () => {
  type Daily = Parameters<typeof dailyStatisticsReport.sheets>[0];
  const daily = (tx: Tx, person: PersonName, { from = '2024-05-01', to = '2024-05-31', requester, branch }: Asked = {}) => actAs(tx, person, async () => {
    const [row] = await tx<{ answer: Daily }[]>`select report_daily_statistics(${from}, ${to}, null, ${requester ?? null}, ${branch ?? null}) as answer`;
    if (!row) throw new Error('report_daily_statistics answered nothing');
    return dailyStatisticsReport.sheets(row.answer, []);
  });
  const completed = (sheets: Awaited<ReturnType<typeof daily>>) =>
    sheets.map(({ description, rows }) => [description.sheetName.slice(-3, -1), rows.reduce((sum, row) => sum + Number(Reflect.get(row, 'completed')), 0)]);

  test('counts a day and workshop in one row, 登録車 and 軽 apart, with the sums', () => inJune(async (tx) => {
    const id = await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-10' });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-05-10' });
    await tx`update applications set filed_at = '2024-05-09T23:30:00+09:00' where id = ${id}`;
    await tx`
      insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, from_oss_status, to_filing_status, to_oss_status, source, created_at)
      select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', 'reception_review', 'correction_requested', 'correction_requested', 'import', '2024-05-10T00:10:00+09:00'
      from applications where id = ${id}`;
    const [sheet] = await daily(tx, 'sakuraAdmin');
    expect(sheet?.rows).toMatchObject([
      { day: '2024-05-09', code: '001', registered_filed: 1, registered_completed: 0, kei_filed: 0, filed: 1, completed: 0 },
      { day: '2024-05-10', registered_filed: 0, registered_completed: 1, registered_corrections: 1, kei_completed: 1, completed: 2, corrections: 1, rejections: 0, withdrawals: 0 },
    ]);
  }));

  test('is by workshop for a company, by branch for the nation, both for a branch; both agree', () => inJune(async (tx) => {
    for (const siteId of [sakura1, sakura2, sakuraYokohama, kita1]) await mirror(tx, { siteId, completedOn: '2024-05-10' });
    expect(completed(await daily(tx, 'hqViewer'))).toEqual([['支部', 4]]);
    expect(completed(await daily(tx, 'hqViewer', { branch: tokyo }))).toEqual([['支部', 2], ['業場', 2]]);
    expect(completed(await daily(tx, 'hqViewer', { requester: sakura }))).toEqual([['業場', 3]]);
    expect(completed(await daily(tx, 'tokyoStaff'))).toEqual([['支部', 2], ['業場', 2]]);
    expect(completed(await daily(tx, 'kanagawaStaff', { branch: tokyo }))).toEqual([['支部', 0], ['業場', 0]]);
    expect(completed(await daily(tx, 'sakuraAdmin'))).toEqual([['業場', 3]]);
    expect(completed(await daily(tx, 'sakuraSiteAdmin'))).toEqual([['業場', 1]]);
    expect(completed(await daily(tx, 'sakuraAdmin', { requester: kita }))).toEqual([['業場', 0]]);
    expect((await attempt(tx, (point) => daily(point, 'auditor'))).refusal).toMatchObject({ code: 'not_allowed' });
  }));

  test('has a sheet a month, of months that are over alone', () => inJune(async (tx) => {
    for (const day of ['2024-04-10', '2024-05-10']) await mirror(tx, { siteId: sakura1, completedOn: day });
    expect((await daily(tx, 'sakuraAdmin', { from: '2024-04-01' })).map(({ description }) => description.sheetName)).toEqual(['2024年4月 事業場別', '2024年5月 事業場別']);
    expect((await attempt(tx, (point) => daily(point, 'sakuraAdmin', { to: '2024-06-30' }))).refusal).toMatchObject({ code: 'period_not_over', details: { newest: '2024-05-31' } });
  }));
});

const differences = (tx: Tx, person: PersonName, { from = '2024-04-01', to = '2024-04-30', branch }: Asked = {}) => actAs(tx, person, async () => {
  const [row] = await tx<{ answer: ReportAnswer }[]>`select report_payee_differences(${from}, ${to}, null, null, ${branch ?? null}) as answer`;
  if (!row) throw new Error('report_payee_differences answered nothing');
  return rowsOf<PayeeDifferenceRow>(row.answer);
});

describe('納付先との差異', () => {
  test('lists the open ones of the payees’ months with both amounts, for the office within its scope', () => inJune(async (tx) => {
    await forgetBilling(tx);
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'OURS', completedOn: '2024-04-10' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', acceptanceNo: 'AMOUNT', completedOn: '2024-04-12' });
    await payeeReport(tx, 'kikou', '2024-04-01', [{ acceptance_no: 'AMOUNT', amount: 300 }, { acceptance_no: 'THEIRS' }]);
    const rows = await differences(tx, 'hqFinance');
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(payeeDifferences.columns.map(({ key }) => key).toSorted());
    expect(rows.map(({ state, acceptance_no, own_amount, payee_amount, difference }) => [state, acceptance_no, own_amount, payee_amount, difference])).toEqual([
      ['amount_differs', 'AMOUNT', 400, 300, -100], ['only_ours', 'OURS', 400, null, -400], ['only_theirs', 'THEIRS', null, 400, 400]]);
    expect(await differences(tx, 'hqFinance', { from: '2024-05-01', to: '2024-05-31' })).toEqual([]);
    expect((await differences(tx, 'tokyoStaff')).map(({ state }) => state)).toEqual(['amount_differs', 'only_ours']);
    expect(await differences(tx, 'sapporoStaff')).toEqual([]);
    expect(await differences(tx, 'hqViewer', { branch: sapporo })).toEqual([]);
    for (const person of ['sakuraAdmin', 'sakuraSubmitter', 'auditor'] as const) {
      expect((await attempt(tx, (point) => differences(point, person))).refusal).toMatchObject({ code: 'not_allowed' });
    }
  }));
});
