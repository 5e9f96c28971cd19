import { expect, test } from 'vitest';
import { close, forgetBilling, mirror, reportAll } from '../support/billing.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { closedMonth, makeFile, register } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura1, sakuraYokohama, kita1 } = world.ids.site;

const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await forgetBilling(tx);
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  return work(tx);
});

type Line = { code: string; owner_code: string | null; counts: Record<string, number>; total: number };
const matrix = (tx: Tx, person: PersonName, group: string, measure = 'completed', max = 2000) => actAs(tx, person, async () => {
  const [row] = await tx<{ answer: { rows: Line[] } }[]>`
    select usage_matrix('2024-04-01', '2024-05-01', ${group}, ${measure}, null, null, null, ${max}) as answer`;
  return row?.answer.rows ?? [];
});
const short = (lines: Line[]) => lines.map(({ code, counts, total }) => [code, counts, total]);

test('counts by month add up the same by branch, company and site, within the scope', () => inJune(async (tx) => {
  for (const day of ['2024-04-30', '2024-05-01', '2024-05-01']) await mirror(tx, { siteId: sakura1, completedOn: day });
  await mirror(tx, { siteId: sakuraYokohama, completedOn: '2024-05-02' });
  await mirror(tx, { siteId: kita1, completedOn: '2024-05-02' });
  expect(short(await matrix(tx, 'hqViewer', 'branch'))).toEqual([
    ['101', { '2024-05-01': 1 }, 1], ['118', { '2024-04-01': 1, '2024-05-01': 2 }, 3], ['119', { '2024-05-01': 1 }, 1]]);
  for (const group of ['company', 'site']) expect((await matrix(tx, 'hqFinance', group)).reduce((sum, { total }) => sum + total, 0)).toBe(5);
  expect((await matrix(tx, 'tokyoStaff', 'company')).map(({ total }) => total)).toEqual([3]);
  expect((await matrix(tx, 'sakuraAdmin', 'site')).map(({ total }) => total).toSorted()).toEqual([1, 3]);
  expect((await matrix(tx, 'sakuraSubmitter', 'site')).map(({ total }) => total)).toEqual([3]);
  expect(await matrix(tx, 'hqViewer', 'branch', 'withdrawals')).toEqual([]);
  expect((await attempt(tx, (point) => matrix(point, 'hqViewer', 'branch', 'completed', 2))).refusal).toMatchObject({ state: 'PT413', code: 'too_many_rows' });
  expect((await attempt(tx, (point) => matrix(point, 'hqViewer', 'branch', 'total; drop table x'))).refusal).toMatchObject({ code: 'invalid_value' });
}));

type Act = { at: string | null; by: string | null };
type Overview = { payees: ({ payee: string; count: number | null } & Act)[]; closed: Act; reopened: Act; reason: string | null; previous: { month: string } | null; changes: { code: string; now: number; before: number; parts: Record<string, number> }[] };
const overview = (tx: Tx, month: string) => actAs(tx, 'hqViewer', async () => {
  const [row] = await tx<{ answer: Overview }[]>`select closing_overview(${month}) as answer`;
  if (!row) throw new Error('closing_overview answered nothing');
  return row.answer;
});

test('the overview of a closing names who did what, and the bills that change most by their parts', () => inJune(async (tx) => {
  await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', advancedOn: null });
  await reportAll(tx, '2024-04-01');
  expect(await overview(tx, '2024-04-01')).toMatchObject({ closed: { at: null, by: null }, previous: null, changes: [] });
  await close(tx, 'hqFinance', '2024-04-01');
  const [person] = await tx<{ name: string }[]>`select display_name as name from members where role = 'hq_finance'`;
  expect((await overview(tx, '2024-04-01')).closed).toMatchObject({ by: person?.name });
  for (const day of ['2024-05-02', '2024-05-03']) await mirror(tx, { siteId: sakura1, completedOn: day, advancedOn: null });
  await mirror(tx, { siteId: kita1, completedOn: '2024-05-02', advancedOn: null });
  const may = await overview(tx, '2024-05-01');
  expect(may.previous).toMatchObject({ month: '2024-04' });
  expect(may.payees.map(({ payee, count }) => [payee, count])).toEqual([['keikenkyo', null], ['kikou', null]]);
  expect(may.changes.map(({ now, before, parts }) => [now, before, parts.usage])).toEqual([[356, 178, 178], [178, 0, 178]]);
  await close(tx, 'hqFinance', '2024-04-01', { action: 'reopen', reason: '件数の訂正' });
  expect(await overview(tx, '2024-04-01')).toMatchObject({ closed: { at: null }, reopened: { by: person?.name }, reason: '件数の訂正' });
}));

test('a debit day tells of its file only once it is made: before, the page offers to make it', () => inJune(async (tx) => {
  await setClock(tx, '2024-05-08T10:00:00+09:00');
  await register(tx, world.ids.company.sakura);
  await closedMonth(tx, '2024-04-01', [[sakura1, 1]]);
  const batchOf = () => actAs(tx, 'hqFinance', async () => (await tx<{ batch: unknown }[]>`select debit_day_detail('2024-05-27') -> 'batch' as batch`)[0]?.batch);
  expect(await batchOf()).toBeNull();
  const { id } = await makeFile(tx, '2024-05-27');
  expect(await batchOf()).toMatchObject({ id, status: 'made', record_count: 1 });
}));
