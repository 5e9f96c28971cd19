import { describe, expect, test } from 'vitest';
import type { PersonName } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// Notices, settings and prices: every change carries the version that was read (D-17).

const world = await useWorld();
const { branch } = world.ids;
type Saved = Record<string, unknown> & { id: number; version: number };

const save = (tx: Tx, person: PersonName, noun: 'notice' | 'setting', fields: Record<string, unknown>) => attempt(tx, (point) => actAs(point, person, async () => {
  const [row] = await point<{ saved: Saved }[]>`select ${point(`save_${noun}`)}(${json(point, fields)}) as saved`;
  return row?.saved;
}));
const remove = (tx: Tx, person: PersonName, id: number, version: number) =>
  attempt(tx, (point) => actAs(point, person, () => point`select delete_notice(${id}, ${version})`));
const newNotice = { title: '年末年始の窓口', body: '12月29日から休みます。' };
const log = (tx: Tx, subject: string, id: string) =>
  tx`select actor_name, action, branch_id from audit_log where subject = ${subject} and subject_id = ${id} order by id`;

describe('a notice', () => {
  test('is posted by 本部管理者 for all, by 支部管理者 for the own branch only', () => world.rollback(async (tx) => {
    expect((await save(tx, 'hqAdmin', 'notice', { ...newNotice, is_public: true })).value).toMatchObject({ branch_id: null, is_public: true, version: 1 });
    expect((await save(tx, 'tokyoAdmin', 'notice', newNotice)).value).toMatchObject({ branch_id: branch.tokyo });
    expect((await save(tx, 'tokyoAdmin', 'notice', { ...newNotice, branch_id: branch.sapporo })).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'tokyoAdmin', 'notice', { ...newNotice, is_public: true })).refusal).toMatchObject({ code: 'field_not_allowed' });
    expect((await save(tx, 'tokyoStaff', 'notice', newNotice)).refusal).toMatchObject({ code: 'not_allowed' });
  }));

  test('stays with its branch, and is changed and deleted by who may post it', () => world.rollback(async (tx) => {
    const made = (await save(tx, 'hqAdmin', 'notice', { ...newNotice, branch_id: branch.tokyo })).value;
    const id = made?.id ?? 0;
    expect((await save(tx, 'hqAdmin', 'notice', { id, version: 1, branch_id: branch.sapporo })).refusal).toMatchObject({ code: 'field_not_allowed' });
    expect((await save(tx, 'sapporoAdmin', 'notice', { id, version: 1, title: 'x' })).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await remove(tx, 'sapporoAdmin', id, 1)).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'tokyoAdmin', 'notice', { id, version: 1, title: '改めて' })).value).toMatchObject({ title: '改めて', version: 2 });
    expect((await remove(tx, 'tokyoAdmin', id, 2)).refusal).toBeUndefined();
    expect(await log(tx, 'notices', String(id))).toMatchObject([
      { action: 'insert', actor_name: 'hqAdmin', branch_id: branch.tokyo }, { action: 'update', actor_name: 'tokyoAdmin' }, { action: 'delete', actor_name: 'tokyoAdmin' }]);
  }));

  test('that another person changed meanwhile is neither overwritten nor deleted, and says who it was', () => world.rollback(async (tx) => {
    const id = (await save(tx, 'hqAdmin', 'notice', { ...newNotice, branch_id: branch.tokyo })).value?.id ?? 0;
    await save(tx, 'hqAdmin', 'notice', { id, version: 1, body: '12月28日から休みます。' });
    const stale = { code: 'stale_version', state: 'PT409', details: { actor_name: 'hqAdmin' } };
    expect((await save(tx, 'tokyoAdmin', 'notice', { id, version: 1, title: 'x' })).refusal).toMatchObject(stale);
    expect((await save(tx, 'tokyoAdmin', 'notice', { id, title: 'x' })).refusal).toMatchObject(stale);
    expect((await remove(tx, 'tokyoAdmin', id, 1)).refusal).toMatchObject(stale);
    await remove(tx, 'hqAdmin', id, 2);
    expect((await save(tx, 'hqAdmin', 'notice', { id, version: 2, title: 'x' })).refusal).toMatchObject(stale);
  }));
});

test('a setting that another person changed meanwhile is not overwritten, and says who it was', () => world.rollback(async (tx) => {
  const change = (person: PersonName, version: number, value: unknown) => save(tx, person, 'setting', { id: 'lock_minutes', version, value });
  expect((await change('hqAdmin', 1, 20)).value).toMatchObject({ key: 'lock_minutes', value: 20, version: 2 });
  expect((await change('hqAdmin', 1, 30)).refusal).toMatchObject({ code: 'stale_version', state: 'PT409', details: { actor_name: 'hqAdmin' } });
  expect((await change('hqAdmin', 2, 'soon')).refusal).toMatchObject({ code: 'invalid_value' });
  expect((await change('hqFinance', 2, 30)).refusal).toMatchObject({ code: 'not_allowed' });
  expect((await save(tx, 'hqAdmin', 'setting', { id: 'lock_minutes', version: 2, label_ja: 'x' })).refusal).toMatchObject({ code: 'field_not_allowed' });
  expect(await log(tx, 'settings', 'lock_minutes')).toMatchObject([{ action: 'update', actor_name: 'hqAdmin' }]);
}));

test('a price that another person prepared for the same day is not overwritten, and says who it was', () => world.rollback(async (tx) => {
  const prepare = (amount: number, version?: number) => attempt(tx, (point) => actAs(point, 'hqFinance', async () =>
    (await point`select save_price(${json(point, { item: 'usage', amount, valid_from: '2099-01-01', ...(version !== undefined && { version }) })}) as saved`)[0]?.['saved'] as unknown));
  expect((await prepare(180)).value).toMatchObject({ amount: 180, version: 1 });
  expect((await prepare(190)).refusal).toMatchObject({ code: 'stale_version', details: { actor_name: 'hqFinance' } });
  expect((await prepare(190, 1)).value).toMatchObject({ amount: 190, version: 2 });
  expect((await prepare(200, 1)).refusal).toMatchObject({ code: 'stale_version' });
}));

test('a person, a template and the agent data say who was faster, too', () => world.rollback(async (tx) => {
  const [member] = await tx<{ user_id: string }[]>`select user_id from members where login_id = 'c9100001-irai001' or role = 'submitter' order by login_id limit 1`;
  const rename = (version: number) => attempt(tx, (point) => actAs(point, 'hqAdmin', () =>
    point`select save_member(${json(point, { user_id: member?.user_id, version, display_name: '改名' })})`));
  await rename(1);
  expect((await rename(1)).refusal).toMatchObject({ code: 'stale_version', details: { actor_name: 'hqAdmin' } });
  const office = (version: number) => attempt(tx, (point) => actAs(point, 'tokyoAdmin', () =>
    point`select save_agent_office(${json(point, { branch_id: branch.tokyo, version, kei_pickup_name: '見本' })})`));
  expect((await office(1)).refusal).toBeUndefined();
  expect((await office(1)).refusal).toMatchObject({ code: 'stale_version', details: { actor_name: 'tokyoAdmin' } });
}));
