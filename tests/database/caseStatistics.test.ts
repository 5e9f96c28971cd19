import { expect, test } from 'vitest';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// 申請データ統計検索: the counts are those of the rows that each caller sees, by site, kind and status.

const world = await useWorld();

type Row = { site_id: number; vehicle_kind: string; counts: Record<string, number>; total: number; site_code: string };
const rowsOf = (tx: Tx, caller: PersonName, from: string, to: string, kind: string | null = null): Promise<Row[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: { rows: Row[] } }[]>`select case_statistics(${from}, ${to}, ${kind}) as answer`;
  return row?.answer.rows ?? [];
});
const refusalOf = async (tx: Tx, caller: PersonName, from: string | null, to: string | null) =>
  (await attempt(tx, (point) => actAs(point, caller, () => point`select case_statistics(${from}, ${to})`))).refusal?.code;

test.each([
  ['sakuraAdmin', 'requester_id = :requester'], ['sakuraSiteAdmin', 'site_id = :site'], ['sakuraSubmitter2', 'site_id = :site'], ['tokyoStaff', 'agent_branch_id = :branch'], ['kanagawaStaff', 'agent_branch_id = :branch'],
] as [PersonName, string][])('%s counts what he sees', (person, scope) => world.rollback(async (tx) => {
  const mine = scope.replace(/:(\w+)/, (_, what: string) => `(select ${what}_id from members where user_id = '${world.people[person].id}')`);
  const expected = await tx.unsafe(`
    select site_id, vehicle_kind, jsonb_object_agg(filing_status, n) as counts, sum(n)::int as total from (
      select site_id, vehicle_kind, filing_status, count(*)::int as n from applications
      where ${mine} and private.jst_day(requested_at) between '2025-04-01' and '2025-05-31' group by 1, 2, 3) x
    group by 1, 2 order by 1, 2`);
  const rows = await rowsOf(tx, person, '2025-04-01', '2025-05-31');
  const plain = rows.map(({ site_id, vehicle_kind, counts, total }) => ({ site_id, vehicle_kind, counts, total }));
  expect(plain.toSorted((a, b) => a.site_id - b.site_id || a.vehicle_kind.localeCompare(b.vehicle_kind))).toEqual([...expected]);
  expect(rows.length).toBeGreaterThan(0);
  expect((await rowsOf(tx, person, '2025-04-01', '2025-05-31', 'kei')).every((row) => row.vehicle_kind === 'kei')).toBe(true);
}));

test('asks for a period that can be read at once, and is not head office’s', () => world.rollback(async (tx) => {
  expect(await refusalOf(tx, 'hqAdmin', '2025-04-01', '2025-04-30')).toBe('not_allowed');
  expect(await refusalOf(tx, 'auditor', '2025-04-01', '2025-04-30')).toBe('not_allowed');
  expect(await refusalOf(tx, 'sakuraAdmin', null, '2025-04-30')).toBe('period_required');
  expect(await refusalOf(tx, 'sakuraAdmin', '2025-05-01', '2025-04-30')).toBe('period_reversed');
  expect(await refusalOf(tx, 'tokyoStaff', '2025-01-01', '2025-04-30')).toBe('period_too_long');
  expect(await refusalOf(tx, 'sakuraAdmin', '2024-01-01', '2025-04-30')).toBe('period_too_long');
}));
