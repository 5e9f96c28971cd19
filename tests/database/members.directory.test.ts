import { describe, expect, test } from 'vitest';
import type { PersonName } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// Branches, companies and workshops: who changes which of their columns, and what a change must never undo (D-8a).

const world = await useWorld();
const { company, site, branch } = world.ids;

const save = (tx: Tx, person: PersonName, noun: 'branch' | 'requester' | 'site', fields: Record<string, unknown>) => attempt(tx, (point) => actAs(point, person, async () => {
  const [row] = await point<{ saved: Record<string, unknown> & { id: number; version: number } }[]>`select ${point(`save_${noun}`)}(${json(point, fields)}) as saved`;
  return row?.saved;
}));

const newSite = { code: '050', name: '新しい工場', short_name: '新', branch_id: branch.kanagawa };

describe('a workshop', () => {
  test('that a company adds waits for the branch of its area', () => world.rollback(async (tx) => {
    const { value: made } = await save(tx, 'sakuraAdmin', 'site', newSite);
    expect(made).toMatchObject({ status: 'pending', requester_id: company.sakura, branch_id: branch.kanagawa });
    const confirm = { id: made?.id, version: made?.version, status: 'active' };
    expect((await save(tx, 'sakuraAdmin', 'site', confirm)).refusal).toMatchObject({ code: 'site_needs_confirmation' });
    expect((await save(tx, 'tokyoAdmin', 'site', confirm)).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'hqAdmin', 'site', confirm)).value).toMatchObject({ status: 'active' });
  }));

  test('that moves to another area waits again', () => world.rollback(async (tx) => {
    const moved = await save(tx, 'sakuraAdmin', 'site', { id: site.sakura2, version: 1, branch_id: branch.kanagawa });
    expect(moved.value).toMatchObject({ status: 'pending', branch_id: branch.kanagawa });
  }));

  test('is added to the own company only', () => world.rollback(async (tx) => {
    expect((await save(tx, 'sakuraAdmin', 'site', { ...newSite, requester_id: company.kita })).refusal).toMatchObject({ code: 'field_not_allowed' });
    expect((await save(tx, 'sakuraAdmin', 'site', { id: site.kita1, version: 1, name: 'x' })).refusal).toMatchObject({ code: 'not_allowed' });
  }));

  test('is not closed while cases are open, and stays closed with its code', () => world.rollback(async (tx) => {
    expect((await save(tx, 'sakuraAdmin', 'site', { id: site.sakura1, version: 1, status: 'closed' })).refusal).toMatchObject({ code: 'site_has_open_cases', state: 'PT409' });
    const { value: made } = await save(tx, 'sakuraAdmin', 'site', newSite);
    const { value: closed } = await save(tx, 'sakuraAdmin', 'site', { id: made?.id, version: made?.version, status: 'closed' });
    expect(closed).toMatchObject({ status: 'closed' });
    const change = { id: closed?.id, version: closed?.version };
    for (const fields of [{ branch_id: branch.tokyo }, { status: 'active' }, { status: 'pending' }, { name: 'x' }]) {
      for (const person of ['sakuraAdmin', 'hqAdmin'] as const) {
        expect((await save(tx, person, 'site', { ...change, ...fields })).refusal?.code, `${person} ${JSON.stringify(fields)}`).toMatch(/^site_(is_closed|needs_confirmation)$/);
      }
    }
    expect((await save(tx, 'sakuraAdmin', 'site', newSite)).refusal).toMatchObject({ state: '23505' });
  }));

  test('its code and company never change', () => world.rollback(async (tx) => {
    for (const fields of [{ code: '099' }, { requester_id: company.kita }]) {
      expect((await save(tx, 'hqAdmin', 'site', { id: site.sakura1, version: 1, ...fields })).refusal).toMatchObject({ code: 'field_not_allowed' });
    }
  }));
});

test('a company’s code never changes, and its cases keep the scope they were made with', () => world.rollback(async (tx) => {
  const moved = await save(tx, 'hqAdmin', 'requester', { id: company.sakura, version: 1, branch_id: branch.sapporo });
  expect(moved.value).toMatchObject({ branch_id: branch.sapporo });
  const seen = await actAs(tx, 'sapporoStaff', () => tx`select 1 from applications where requester_id = ${company.sakura}`);
  expect(seen).toHaveLength(0);
  expect(await actAs(tx, 'tokyoStaff', () => tx`select 1 from applications where id = ${world.cases.sakuraRequested.id}`)).toHaveLength(1);
}));

test.each([['branch', branch.tokyo, 'tokyoAdmin', { phone: '03-1111-1111' }], ['requester', company.sakura, 'sakuraAdmin', { mail_daily_details: true }], ['site', site.sakura1, 'sakuraSiteAdmin', { name: '改名' }]] as const)(
  'a stale change of a %s is refused, and says who was faster',
  (noun, id, person, fields) => world.rollback(async (tx) => {
    expect((await save(tx, 'hqAdmin', noun, { id, version: 1, ...fields })).value).toMatchObject({ version: 2 });
    expect((await save(tx, person, noun, { id, version: 1, ...fields })).refusal).toMatchObject({ code: 'stale_version', state: 'PT409', details: { actor_name: 'hqAdmin' } });
    expect((await save(tx, person, noun, { id, ...fields })).refusal).toMatchObject({ code: 'stale_version' });
  }));

test('every change of the directory is written down, for the branch it concerns', () => world.rollback(async (tx) => {
  await save(tx, 'tokyoAdmin', 'requester', { id: company.sakura, version: 1, name: '新しい名前' });
  const [line] = await actAs(tx, 'tokyoAdmin', () => tx`select actor_name, subject, action, before, after from audit_log order by id desc limit 1`);
  expect(line).toMatchObject({ actor_name: 'tokyoAdmin', subject: 'requesters', action: 'update', after: { name: '新しい名前' } });
  expect(await actAs(tx, 'sapporoAdmin', () => tx`select 1 from audit_log where subject = 'requesters' and subject_id = ${String(company.sakura)}`)).toHaveLength(0);
}));
