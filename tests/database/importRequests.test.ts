import { describe, expect, test } from 'vitest';
import { request } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// 依頼データの取込: rows of a file become drafts in one go, and the same file or the same car changes nothing.

const world = await useWorld();
type Cell = { line: number; field?: string; code: string };
type Answer = { inserted: number; unchanged: number; rejected: Cell[]; warnings: Cell[]; imported_at?: string };

let line = 1;
const row = (siteCode = '001', more: Record<string, unknown> = {}) => {
  const { site_id: _site, ...fields } = request(0, 'kei', { chassis_no: `FILE-${line}`, ...more });
  return { line: ++line, site_code: siteCode, fields };
};
const bring = (tx: Tx, person: PersonName, rows: unknown[], preview: boolean, sha = 'a') => attempt(tx, (point) => actAs(point, person, async () => {
  const [found] = await point<{ answer: Answer }[]>`select import_requests('a.xlsx', ${sha}, ${json(point, rows)}, ${preview}) as answer`;
  return found?.answer;
}));
const drafts = async (tx: Tx) => (await tx<{ n: number }[]>`select count(*)::int as n from applications where source = 'import' and filing_status = 'draft'`)[0]?.n;

describe('a file', () => {
  test('is looked at without a trace, then taken in', () => world.rollback(async (tx) => {
    const rows = [row(), row(), row('009'), row('001', { certificate_no: '12' })];
    const counted = { inserted: 2, unchanged: 0, rejected: [{ line: rows[2]?.line, field: 'site_code', code: 'unknown_site' }, { line: rows[3]?.line, code: 'invalid_value' }], warnings: [] };
    expect((await bring(tx, 'sakuraPreparer', rows, true)).value).toEqual(counted);
    expect(await drafts(tx)).toBe(0);
    expect((await bring(tx, 'sakuraPreparer', rows, false)).value).toEqual(counted);
    expect(await drafts(tx)).toBe(2);
    expect(await tx`select event, source, actor_name from application_events where source = 'import' and event = 'create' limit 1`).toEqual([{ event: 'create', source: 'import', actor_name: 'sakuraPreparer' }]);
  }));

  test('brought again changes nothing, also when it was saved anew', () => world.rollback(async (tx) => {
    const rows = [row(), row()];
    await bring(tx, 'sakuraSubmitter', rows, false);
    expect((await bring(tx, 'sakuraSubmitterAll', rows, false)).value).toMatchObject({ inserted: 0, unchanged: 2, imported_at: expect.any(String) });
    expect((await bring(tx, 'sakuraSubmitter', rows, false, 'b')).value).toMatchObject({ inserted: 0, unchanged: 2, warnings: [{ code: 'open_case_exists' }, { code: 'open_case_exists' }] });
    expect(await drafts(tx)).toBe(2);
  }));

  test('makes drafts only where the person may', () => world.rollback(async (tx) => {
    expect((await bring(tx, 'sakuraSubmitter', [row('002')], false)).value).toMatchObject({ inserted: 0, rejected: [{ code: 'not_allowed' }] });
    for (const person of ['sakuraAdmin', 'sakuraSiteAdmin', 'tokyoStaff', 'hqAdmin', 'auditor'] as const) expect((await bring(tx, person, [row()], false)).refusal, person).toMatchObject({ code: 'not_allowed' });
    expect((await bring(tx, 'kitaSubmitter', [row()], false, 'c')).value).toMatchObject({ inserted: 1 });
  }));

  test('of more than 1,000 rows is refused as a whole', () => world.rollback(async (tx) => {
    expect((await bring(tx, 'sakuraSubmitter', Array.from({ length: 1001 }, () => ({})), true)).refusal).toMatchObject({ code: 'too_large', state: 'PT413' });
  }));

  test('of 200 rows takes seconds', () => world.rollback(async (tx) => {
    const started = performance.now();
    expect((await bring(tx, 'sakuraSubmitter', Array.from({ length: 200 }, () => row()), false)).value).toMatchObject({ inserted: 200 });
    expect((performance.now() - started) / 1000).toBeLessThan(20);
  }));
});
