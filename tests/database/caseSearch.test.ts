import { describe, expect, test } from 'vitest';
import { complete, request, save, walk } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

// 使用者 by the beginning of the name, メモ within a month (D-38): within scope, and nothing of it to anybody else.

const world = await useWorld();
const { sakura1, sakura2 } = world.ids.site;

const found = (tx: Tx, caller: PersonName, by: { user?: string; memo?: string; month?: string }): Promise<number[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ ids: number[] }[]>`select find_case_ids(${by.user ?? null}, ${by.memo ?? null}, ${by.month ?? null}) as ids`;
  return row?.ids ?? [];
});
const refusalOf = async (tx: Tx, caller: PersonName, by: Parameters<typeof found>[2]) => (await attempt(tx, (point) => found(point, caller, by))).refusal?.code;

const draft = async (tx: Tx, site: number, by: PersonName, name: string, memo: string | null = null): Promise<number> =>
  (await save(tx, by, request(site, 'kei', { user: { ...complete.user, name }, memo }))).id;

describe('使用者', () => {
  test('is found by the beginning of its name in any kana and width, within scope', () => world.rollback(async (tx) => {
    const first = await draft(tx, sakura1, 'sakuraSubmitter', 'カガミ　ハナコ');
    const second = await draft(tx, sakura2, 'sakuraSubmitter2', 'ｶｶﾞﾐ タロウ');
    for (const typed of ['かが', 'カガミ', 'ｶｶﾞ', 'かがみ は']) expect(await found(tx, 'sakuraSubmitter', { user: typed }), typed).toEqual([first]);
    for (const all of ['sakuraAdmin', 'sakuraSubmitterAll', 'tokyoStaff'] as const) expect((await found(tx, all, { user: 'かがみ' })).toSorted((a, b) => a - b), all).toEqual([first, second]);
    for (const other of ['hqAdmin', 'hqViewer', 'auditor', 'sapporoStaff', 'kanagawaStaff', 'kitaSubmitter', 'kitaAdmin'] as const) expect(await found(tx, other, { user: 'かがみ' }), other).toEqual([]);
    expect(await found(tx, 'sakuraSubmitter', { user: 'がみ' })).toEqual([]);
    expect(await refusalOf(tx, 'sakuraSubmitter', { user: '　' })).toBe('value_required');
  }));

  test('is too many beyond 500', () => world.rollback(async (tx) => {
    await tx`
      with made as (
        insert into applications (vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no)
        select a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, 'MANY-' || n
        from applications a, generate_series(1, 501) n where a.id = ${world.cases.kitaDraft.id} returning *
      ), lines as (
        insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, to_filing_status, source)
        select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'create', 'draft', 'screen' from made
      )
      insert into application_vehicle_users (application_id, agent_branch_id, requester_id, site_id, name)
      select id, agent_branch_id, requester_id, site_id, '多数 ' || chassis_no from made`;
    expect(await refusalOf(tx, 'kitaAdmin', { user: '多数' })).toBe('too_many_rows');
    expect(await found(tx, 'kitaAdmin', { user: '多数MANY-50' })).toHaveLength(3);
  }));
});

describe('メモ', () => {
  test('is found by any part, among the requests of a month and the drafts', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-10T10:00:00+09:00');
    const id = await draft(tx, sakura1, 'sakuraSubmitter', '見本', '代車は ﾌﾞｰﾌﾞｰ号');
    expect(await found(tx, 'sakuraSubmitter', { memo: 'ブーブー', month: '2025-03-01' })).toEqual([id]);
    await walk(tx, id, [['sakuraSubmitter', 'submit']]);
    expect(await found(tx, 'sakuraSubmitter', { memo: 'ぶーぶー', month: '2025-03-01' })).toEqual([]);
    for (const reader of ['sakuraSubmitter', 'sakuraAdmin', 'tokyoStaff', 'hqAdmin'] as const) expect(await found(tx, reader, { memo: 'ぶーぶー', month: '2025-05-01' }), reader).toEqual([id]);
    for (const other of ['sakuraSubmitter2', 'kitaAdmin', 'sapporoStaff', 'kanagawaStaff'] as const) expect(await found(tx, other, { memo: 'ぶーぶー', month: '2025-05-01' }), other).toEqual([]);
    expect(await found(tx, 'sakuraSubmitter', { user: '見本', memo: '号', month: '2025-05-01' })).toEqual([id]);
    expect(await found(tx, 'sakuraSubmitter', { user: '別人', memo: '号', month: '2025-05-01' })).toEqual([]);
  }));

  test('needs its month', () => world.rollback(async (tx) => {
    expect(await refusalOf(tx, 'tokyoStaff', { memo: '号' })).toBe('period_required');
    expect(await refusalOf(tx, 'tokyoStaff', { memo: ' ', month: '2025-05-01' })).toBe('value_required');
    expect(await refusalOf(tx, 'tokyoStaff', {})).toBe('value_required');
  }));
});
