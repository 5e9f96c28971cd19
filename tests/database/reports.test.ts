import { describe, expect, test } from 'vitest';
import { feeDetails } from '../../src/domain/reports/feeDetails.ts';
import { usage } from '../../src/domain/reports/usage.ts';
import { mirror } from '../support/billing.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
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
type Answer = { from: string; to: string; issued_on: string; row_count: number; requester: { code: string } | null; branch: { code: string } | null; rows: Row[] };
type Asked = { from?: string; to?: string; kind?: string; requester?: number; branch?: number; max?: number };

const details = (tx: Tx, person: PersonName, { from = '2024-05-01', to = '2024-05-31', kind, requester, branch, max = 5000 }: Asked = {}) => actAs(tx, person, async () => {
  const [row] = await tx<{ answer: Answer }[]>`select report_fee_details(${from}, ${to}, ${kind ?? null}, ${requester ?? null}, ${branch ?? null}, ${max}) as answer`;
  if (!row) throw new Error('report_fee_details answered nothing');
  return row.answer;
});

const refusal = async (tx: Tx, person: PersonName, asked: Asked) => (await attempt(tx, (point) => details(point, person, asked))).refusal;

describe('明細', () => {
  test('has the keys of its description, and the remark of a fee paid under another number', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, kind: 'kei', completedOn: '2024-05-10', acceptanceNo: '22', previousAcceptanceNo: '11' });
    await mirror(tx, { siteId: sakura1, kind: 'registered', completedOn: '2024-05-09', cashless: true });
    const { rows, ...heading } = await details(tx, 'sakuraAdmin');
    expect(heading).toMatchObject({ issued_on: '2024-06-10', from: '2024-05-01', to: '2024-05-31', row_count: 2, requester: { code: 'C9100001' }, branch: { code: '118' } });
    const keys = feeDetails.columns.map(({ key }) => key).toSorted();
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
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(usage.columns.map(({ key }) => key).toSorted());
    expect(rows.map((row) => [row.month, row.branch_code, row.vehicle_kind, row.completed])).toEqual([
      ['2024-04-01', '118', 'kei', 1], ['2024-05-01', '101', 'kei', 1], ['2024-05-01', '118', 'kei', 2], ['2024-05-01', '119', 'registered', 1]]);
    expect(completed(await counted(tx, 'tokyoStaff', 'company'))).toBe(3);
    expect(completed(await counted(tx, 'tokyoStaff', 'day'))).toBe(3);
    expect(completed(await counted(tx, 'sakuraAdmin', 'site'))).toBe(4);
    expect(completed(await counted(tx, 'sakuraSubmitter', 'site'))).toBe(3);
    expect(completed(await counted(tx, 'sakuraAdmin', 'day'))).toBe(0);
    expect((await attempt(tx, (point) => counted(point, 'hqViewer', 'planet'))).refusal).toMatchObject({ code: 'invalid_value' });
  }));
});
