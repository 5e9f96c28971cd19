import { describe, expect, test } from 'vitest';
import { type Case, type CaseRef, caseOf, fire, request, save } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

// 予約送信: who may hold a draft, when and as whom it goes out, and what keeps it back.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const MORNING = '2025-05-02T09:00:00+09:00';

const hold = (tx: Tx, person: PersonName, { id, version }: CaseRef, on: string) => attempt(tx, (point) => actAs(point, person, async () => {
  const [row] = await point<{ held: Case }[]>`select hold_application(${id}, ${version}, ${on}) as held`;
  return row?.held;
}));
const cancel = (tx: Tx, person: PersonName, { id, version }: CaseRef) => attempt(tx, (point) => actAs(point, person, async () => {
  const [row] = await point<{ free: Case }[]>`select cancel_hold(${id}, ${version}) as free`;
  return row?.free;
}));
const release = async (tx: Tx, at?: string): Promise<number> => {
  if (at) await setClock(tx, at);
  const [row] = await tx<{ sent: number }[]>`select private.release_holds() as sent`;
  return row?.sent ?? 0;
};
const draft = (tx: Tx, fields: Record<string, unknown> = {}) => save(tx, 'sakuraPreparer', request(sakura1, 'kei', fields));
const lines = async (tx: Tx, id: number) =>
  (await tx<{ line: string }[]>`select concat_ws(' ', event, source, coalesce(actor_name, '-')) as line from application_events where application_id = ${id} order by id`).map(({ line }) => line);

/** A complete draft, held by さくら's submitter until 10 May. */
const held = async (tx: Tx): Promise<CaseRef> => {
  await setClock(tx, MORNING);
  const { value } = await hold(tx, 'sakuraSubmitter', await draft(tx), '2025-05-10');
  return { id: value?.id ?? 0, version: value?.version ?? 0 };
};

describe('a draft', () => {
  test('goes out by itself on its day, in service hours, once, as the person who held it', () => world.rollback(async (tx) => {
    const { id } = await held(tx);
    expect(await release(tx, '2025-05-09T12:00:00+09:00')).toBe(0);
    expect(await release(tx, '2025-05-10T06:59:00+09:00')).toBe(0);
    expect(await release(tx, '2025-05-10T07:00:00+09:00')).toBe(1);
    expect(await release(tx)).toBe(0);
    expect(await caseOf(tx, id)).toMatchObject({ filing_status: 'requested', held_until: null, held_by: null, hold_problem: null });
    expect(await lines(tx, id)).toEqual(['create screen sakuraPreparer', 'hold screen sakuraSubmitter', 'submit schedule sakuraSubmitter']);
  }));

  test('waits over the days on which the office is closed', () => world.rollback(async (tx) => {
    await setClock(tx, MORNING);
    await hold(tx, 'sakuraSubmitter', await draft(tx), '2025-12-29');
    for (const closed of ['2025-12-29T12:00:00+09:00', '2026-01-03T12:00:00+09:00']) expect(await release(tx, closed), closed).toBe(0);
    expect(await release(tx, '2026-01-04T07:10:00+09:00')).toBe(1);
  }));

  test.each([['sakuraPreparer', 'not_allowed'], ['sakuraSubmitter2', 'not_found'], ['sakuraAdmin', 'not_allowed'], ['kitaSubmitter', 'not_found']] as const)(
    'is not held by %s', (person, code) => world.rollback(async (tx) => {
      await setClock(tx, MORNING);
      expect((await hold(tx, person, await draft(tx), '2025-05-10')).refusal).toMatchObject({ code });
    }));

  test('is held by the agent too', () => world.rollback(async (tx) => {
    await setClock(tx, MORNING);
    expect((await hold(tx, 'tokyoStaff', await draft(tx), '2025-05-10')).value).toMatchObject({ held_until: '2025-05-10', filing_status: 'draft' });
  }));

  test('is not held while something is missing, nor for a day that has passed, nor twice from one reading', () => world.rollback(async (tx) => {
    await setClock(tx, MORNING);
    expect((await hold(tx, 'sakuraSubmitter', await draft(tx, { liability_ready: false }), '2025-05-10')).refusal)
      .toMatchObject({ code: 'condition_not_met', details: { missing: ['prerequisites_ready'] } });
    expect((await hold(tx, 'sakuraSubmitter', await draft(tx, { update_method: 'requester' }), '2025-05-10')).refusal)
      .toMatchObject({ code: 'condition_not_met', details: { missing: ['record_agent_ready'] } });
    const good = await draft(tx);
    for (const day of ['2025-05-01', '2027-01-01']) expect((await hold(tx, 'sakuraSubmitter', good, day)).refusal).toMatchObject({ code: 'invalid_date' });
    await hold(tx, 'sakuraSubmitter', good, '2025-05-10');
    expect((await hold(tx, 'sakuraSubmitter', good, '2025-05-11')).refusal).toMatchObject({ code: 'stale_version' });
  }));

  test('may be held in the evening although 送信 is refused outside service hours', () => world.rollback(async (tx) => {
    await tx`update settings set value = 'true' where key = 'refuse_outside_hours'`;
    await setClock(tx, '2025-05-02T23:00:00+09:00');
    const made = await draft(tx);
    expect(await fire(tx, 'sakuraSubmitter', 'submit', made)).toMatchObject({ ok: false, code: 'condition_not_met', details: { missing: ['within_hours'] } });
    expect((await hold(tx, 'sakuraSubmitter', made, '2025-05-03')).value).toMatchObject({ held_until: '2025-05-03' });
    expect(await release(tx, '2025-05-03T08:00:00+09:00')).toBe(1);
  }));
});

describe('a held draft', () => {
  test('is taken out by whoever may edit it, and by an edit', () => world.rollback(async (tx) => {
    const first = await held(tx);
    expect((await cancel(tx, 'sakuraPreparer', first)).value).toMatchObject({ held_until: null });
    expect((await cancel(tx, 'sakuraPreparer', await caseOf(tx, first.id))).refusal).toMatchObject({ code: 'not_held', state: 'PT409' });
    const second = await held(tx);
    expect(await save(tx, 'sakuraPreparer', { ...second, memo: '変更' })).toMatchObject({ held_until: null, held_by: null });
    expect((await lines(tx, second.id)).slice(-2)).toEqual(['edit screen sakuraPreparer', 'unhold screen sakuraPreparer']);
    expect(await release(tx, '2025-05-10T09:00:00+09:00')).toBe(0);
  }));

  test('stays when a rule is broken meanwhile, says why once, and goes out when it is mended', () => world.rollback(async (tx) => {
    const { id } = await held(tx);
    await tx`update sites set status = 'pending' where id = ${sakura1}`;
    expect(await release(tx, '2025-05-10T09:00:00+09:00')).toBe(0);
    expect(await release(tx, '2025-05-10T09:10:00+09:00')).toBe(0);
    expect(await caseOf(tx, id)).toMatchObject({ filing_status: 'draft', held_until: '2025-05-10', hold_problem: { code: 'condition_not_met', details: { missing: ['site_active'] } } });
    expect((await lines(tx, id)).filter((line) => line.startsWith('hold_failed'))).toEqual(['hold_failed schedule -']);
    await tx`update sites set status = 'active' where id = ${sakura1}`;
    expect(await release(tx, '2025-05-10T09:20:00+09:00')).toBe(1);
  }));

  test('stays when the person is gone, and does not hold up the others', () => world.rollback(async (tx) => {
    const orphan = await held(tx);
    const other = await draft(tx);
    await hold(tx, 'tokyoStaff', other, '2025-05-10');
    await tx`update members set disabled_at = now() where user_id = ${world.people.sakuraSubmitter.id}`;
    expect(await release(tx, '2025-05-10T09:00:00+09:00')).toBe(1);
    expect(await caseOf(tx, orphan.id)).toMatchObject({ filing_status: 'draft', hold_problem: { code: 'person_unavailable' } });
    expect(await caseOf(tx, other.id)).toMatchObject({ filing_status: 'requested' });
  }));

  test('is out of the queue when it is sent by hand', () => world.rollback(async (tx) => {
    const { id, version } = await held(tx);
    expect(await fire(tx, 'sakuraSubmitter', 'submit', { id, version })).toMatchObject({ ok: true });
    expect(await caseOf(tx, id)).toMatchObject({ held_until: null, held_by: null });
  }));

  test('leaves nobody’s rights behind on the connection', () => world.rollback(async (tx) => {
    await held(tx);
    await release(tx, '2025-05-10T09:00:00+09:00');
    expect(await tx<{ me: unknown }[]>`select private.my_role() as me`).toEqual([{ me: null }]);
  }));
});

const forecast = (tx: Tx, person: PersonName, branch: number | null = null) => actAs(tx, person, async () =>
  (await tx<{ ahead: Record<string, unknown> }[]>`select work_forecast(${branch}) as ahead`)[0]?.ahead);

describe('what a branch sees coming', () => {
  test('are the held requests of its own area, by day, and those that could not be sent', () => world.rollback(async (tx) => {
    await setClock(tx, MORNING);
    for (const day of ['2025-05-02', '2025-05-03', '2025-05-03', '2025-05-09', '2025-05-10']) {
      expect((await hold(tx, 'sakuraSubmitter', await draft(tx), day)).refusal, day).toBeUndefined();
    }
    expect(await forecast(tx, 'tokyoStaff')).toEqual({ today: 1, tomorrow: 2, week: 4, last_day: '2025-05-09', stuck: 0 });
    expect(await forecast(tx, 'hqAdmin', world.ids.branch.tokyo)).toMatchObject({ week: 4 });
    expect(await forecast(tx, 'sapporoStaff', world.ids.branch.tokyo)).toMatchObject({ week: 0 });
    await tx`update sites set status = 'pending' where id = ${sakura1}`;
    await release(tx);
    expect(await forecast(tx, 'tokyoStaff')).toMatchObject({ today: 1, stuck: 1 });
  }));
});

test('保適証 and 自賠責 keep the day on which they were ticked', () => world.rollback(async (tx) => {
  await setClock(tx, MORNING);
  const made = await draft(tx, { hotekisho_ready: true, liability_ready: false });
  expect(made).toMatchObject({ hotekisho_checked_on: '2025-05-02', liability_checked_on: null });
  await setClock(tx, '2025-05-03T09:00:00+09:00');
  const later = await save(tx, 'sakuraPreparer', { id: made.id, version: made.version, liability_ready: true });
  expect(later).toMatchObject({ hotekisho_checked_on: '2025-05-02', liability_checked_on: '2025-05-03' });
  expect(await save(tx, 'sakuraPreparer', { id: made.id, version: later.version, hotekisho_ready: false })).toMatchObject({ hotekisho_checked_on: null });
}));

test('電子委任状 is recorded for 登録車 only', () => world.rollback(async (tx) => {
  expect(await save(tx, 'sakuraPreparer', request(sakura1, 'registered', { mandate_kind: 'portal', mandate_on: '2025-05-01' }))).toMatchObject({ mandate_kind: 'portal' });
  expect((await attempt(tx, (point) => save(point, 'sakuraPreparer', request(sakura1, 'kei', { mandate_kind: 'portal' })))).refusal).toMatchObject({ state: '23514' });
}));
