import { describe, expect, test } from 'vitest';
import { personNames, type PersonName, personOf } from '../support/cast.ts';
import { attempt, connect, json, type Sql, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, become } from '../support/session.ts';

// People: who may administer whom, sign-in names, the last administrator, passwords and the lock (D-5 … D-9).

const world = await useWorld();
const { people } = world;
const { sakura, kita } = world.ids.company;
const { sakura1, sakura2, kita1 } = world.ids.site;
const { tokyo, sapporo } = world.ids.branch;

type Row = Record<string, unknown> & { user_id: string; version: number };
const check = async (tx: Tx, person: PersonName, fields: Record<string, unknown>) =>
  (await attempt(tx, (point) => actAs(point, person, () => point`select check_member(${json(point, { display_name: '新人', ...fields })})`))).refusal?.code ?? 'ok';
const save = (tx: Tx, person: PersonName, fields: Record<string, unknown>) => attempt(tx, (point) => actAs(point, person, async () => {
  const [row] = await point<{ member: Row }[]>`select save_member(${json(point, fields)}) as member`;
  return row?.member;
}));

describe('who may make whom', () => {
  const roles = {
    hq_admin: {}, hq_finance: {}, auditor: {},
    branch_admin: { branch_id: tokyo }, branch_staff: { branch_id: tokyo },
    requester_admin: { requester_id: sakura }, site_admin: { requester_id: sakura, site_id: sakura1 },
    submitter: { requester_id: sakura, site_id: sakura1 }, preparer: { requester_id: sakura, site_id: sakura1 },
  };
  const allowed: Partial<Record<PersonName, (keyof typeof roles)[]>> = {
    hqAdmin: Object.keys(roles) as (keyof typeof roles)[],
    tokyoAdmin: ['branch_admin', 'branch_staff', 'requester_admin'],
    sakuraAdmin: ['requester_admin', 'site_admin', 'submitter', 'preparer'],
    sakuraSiteAdmin: ['submitter', 'preparer'],
  };

  test.each(personNames.filter((name) => name !== 'hqAdmin2'))('%s', (person) => world.rollback(async (tx) => {
    for (const [role, place] of Object.entries(roles)) {
      const prefix = 'branch_id' in place ? '118-' : 'requester_id' in place ? 'c9100001-' : 'hq-';
      const may = (allowed[person] as string[] | undefined)?.includes(role) ?? false;
      expect(`${role}: ${await check(tx, person, { role, ...place, login_id: `${prefix}new` })}`).toBe(`${role}: ${may ? 'ok' : 'not_allowed'}`);
    }
  }));

  test('nobody reaches beyond the own office, company or site', () => world.rollback(async (tx) => {
    expect(await check(tx, 'tokyoAdmin', { role: 'branch_staff', branch_id: sapporo, login_id: '101-new' })).toBe('not_allowed');
    expect(await check(tx, 'tokyoAdmin', { role: 'requester_admin', requester_id: kita, login_id: 'c9100002-new' })).toBe('not_allowed');
    expect(await check(tx, 'sakuraAdmin', { role: 'submitter', requester_id: kita, site_id: kita1, login_id: 'c9100002-new' })).toBe('not_allowed');
    expect(await check(tx, 'sakuraSiteAdmin', { role: 'submitter', requester_id: sakura, site_id: sakura2, login_id: 'c9100001-new' })).toBe('not_allowed');
    expect(await check(tx, 'sakuraSiteAdmin', { role: 'submitter', requester_id: sakura, login_id: 'c9100001-new' })).toBe('not_allowed');
  }));

  test('a person is not moved out of reach, nor taken in from outside', () => world.rollback(async (tx) => {
    const submitter = { user_id: people.sakuraSubmitter.id, version: 1 };
    expect((await save(tx, 'sakuraSiteAdmin', { ...submitter, site_id: sakura2 })).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'sakuraSiteAdmin', { ...submitter, role: 'site_admin' })).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'sakuraAdmin', { user_id: people.kitaSubmitter.id, version: 1, requester_id: sakura, site_id: sakura1 })).refusal).toMatchObject({ code: 'not_allowed' });
    expect((await save(tx, 'sakuraAdmin', { ...submitter, site_id: sakura2 })).value).toMatchObject({ site_id: sakura2, version: 2 });
  }));

  test('nobody learns of people outside: one who is not there answers as one out of reach', () => world.rollback(async (tx) => {
    const answers = [];
    for (const id of [people.kitaSubmitter.id, '00000000-0000-4000-8000-999999999999']) {
      answers.push((await attempt(tx, (point) => actAs(point, 'sakuraAdmin', () => point`select reset_member(${id})`))).refusal);
    }
    expect(answers[0]).toEqual(answers[1]);
  }));

  test('scope must fit the role, and a site its company', () => world.rollback(async (tx) => {
    for (const change of [{ role: 'branch_staff' }, { role: 'site_admin', site_id: null }, { site_id: kita1 }, { branch_id: tokyo }]) {
      const { refusal } = await save(tx, 'hqAdmin', { user_id: people.sakuraSubmitter.id, version: 1, ...change });
      expect(refusal?.state, JSON.stringify(change)).toMatch(/^(23514|23503|PT4..)$/);
    }
  }));
});

describe('sign-in names', () => {
  const submitter = { role: 'submitter', requester_id: sakura, site_id: sakura1 };
  test.each([
    ['C9100001-New', 'ok'], ['c9100001-op', 'login_id_taken'], ['C9100001-OP', 'login_id_taken'], ['c9100002-new', 'invalid_login_id'], ['new', 'invalid_login_id'],
    ['c9100001-', 'invalid_login_id'], [`c9100001-${'x'.repeat(33)}`, 'invalid_login_id'], ['c9100001-ほげ', 'invalid_login_id'], ['c9100001-a.b', 'invalid_login_id'],
  ])('%s of a company: %s', (login_id, code) => world.rollback(async (tx) => {
    expect(await check(tx, 'sakuraAdmin', { ...submitter, login_id })).toBe(code);
  }));

  test('one of a branch begins with its code; a person has a login ID or a mail address, never both', () => world.rollback(async (tx) => {
    const staff = { role: 'branch_staff', branch_id: tokyo };
    expect(await check(tx, 'tokyoAdmin', { ...staff, login_id: '118-neu' })).toBe('ok');
    expect(await check(tx, 'tokyoAdmin', { ...staff, login_id: '101-neu' })).toBe('invalid_login_id');
    expect(await check(tx, 'tokyoAdmin', { ...staff, email: 'neu@example.jp' })).toBe('ok');
    expect(await check(tx, 'tokyoAdmin', { ...staff, email: 'neu@example.jp', login_id: '118-neu' })).toBe('one_sign_in_name');
    expect(await check(tx, 'tokyoAdmin', staff)).toBe('one_sign_in_name');
  }));

  test('a sign-in name is never changed', () => world.rollback(async (tx) => {
    const { refusal } = await save(tx, 'hqAdmin', { user_id: people.sakuraSubmitter.id, version: 1, login_id: 'c9100001-other' });
    expect(refusal).toMatchObject({ code: 'field_not_allowed', details: { field: 'login_id' } });
  }));
});

const removeSlowly = (sql: Sql, by: PersonName, whom: PersonName) => sql.begin(async (tx) => {
  await become(tx, by);
  await tx`select disable_member(${personOf(whom).id}, true)`;
  await tx`select pg_sleep(0.2)`;
});

describe('the last administrator', () => {
  const lastOnes: [PersonName, string][] = [['tokyoAdmin', 'branch_staff'], ['sakuraAdmin', 'submitter'], ['kitaAdmin', 'preparer'], ['sapporoAdmin', 'branch_staff']];

  test.each(lastOnes)('%s is not disabled, deleted or demoted, not even by head office', (person, role) => world.rollback(async (tx) => {
    const { id } = personOf(person);
    const acts: ((point: Tx) => Promise<unknown>)[] = [
      (point) => point`select disable_member(${id}, true)`, (point) => point`select delete_member(${id})`,
      (point) => point`select save_member(${json(point, { user_id: id, version: 1, role })})`,
    ];
    for (const act of acts) expect((await attempt(tx, (point) => actAs(point, 'hqAdmin', () => act(point)))).refusal).toMatchObject({ code: 'last_administrator', state: 'PT409' });
    expect((await attempt(tx, (point) => point`delete from auth.users where id = ${id}`)).refusal).toMatchObject({ code: 'last_administrator' });
  }));

  test('one of two may go, the other stays; a disabled one does not count', () => world.rollback(async (tx) => {
    await actAs(tx, 'hqAdmin', () => tx`select disable_member(${people.hqAdmin2.id}, true)`);
    const own = await attempt(tx, (point) => actAs(point, 'hqAdmin', () => point`select disable_member(${people.hqAdmin.id}, true)`));
    expect(own.refusal).toMatchObject({ code: 'last_administrator' });
    await actAs(tx, 'hqAdmin', () => tx`select disable_member(${people.hqAdmin2.id}, false)`);
    await actAs(tx, 'hqAdmin', () => tx`select delete_member(${people.hqAdmin2.id})`);
  }));

  test('two who remove each other at the same moment do not both succeed', async () => {
    const [first, second] = [connect(world.url), connect(world.url)];
    const done = await Promise.allSettled([removeSlowly(first, 'hqAdmin', 'hqAdmin2'), removeSlowly(second, 'hqAdmin2', 'hqAdmin')]);
    await Promise.all([first.end(), second.end()]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [left] = await world.sql`select count(*)::int as n from members where role = 'hq_admin' and disabled_at is null`;
    expect(left).toEqual({ n: 1 });
    await world.sql`update members set disabled_at = null`;
  });
});

const used = async (tx: Tx, word: string) => actAs(tx, 'service', async () => {
  const [row] = await tx<{ used: boolean }[]>`select password_used_before(${people.sakuraSubmitter.id}, ${word}) as used`;
  return row?.used;
});
const changed = (tx: Tx, word: string) => actAs(tx, 'service', () => tx`select password_changed(${people.sakuraSubmitter.id}, ${word})`);

describe('passwords', () => {
  test('the last five are remembered, and only those', () => world.rollback(async (tx) => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await tx`select set_config('app.clock_offset', ${`${n} minutes`}, true)`;
      await changed(tx, `Word-${n}`);
    }
    expect(await Promise.all([1, 2, 6].map((n) => used(tx, `Word-${n}`)))).toEqual([false, true, true]);
    expect(await used(tx, 'word-6')).toBe(false);
  }));

  test('a change opens what was shut, sets the day it expires by the setting, and takes locks away', () => world.rollback(async (tx) => {
    await tx`update members set must_change_password = true, failed_attempts = 3, locked_until = now() + interval '1 hour' where user_id = ${people.sakuraSubmitter.id}`;
    await tx`update settings set value = '90' where key = 'password_valid_days'`;
    await changed(tx, 'Word-1');
    const [row] = await tx`
      select must_change_password, failed_attempts, locked_until, password_expires_on - private.today() as days from members where user_id = ${people.sakuraSubmitter.id}`;
    expect(row).toEqual({ must_change_password: false, failed_attempts: 0, locked_until: null, days: 90 });
  }));

  test('without a limit a password never expires', () => world.rollback(async (tx) => {
    await changed(tx, 'Word-1');
    expect(await tx`select password_expires_on from members where user_id = ${people.sakuraSubmitter.id}`).toEqual([{ password_expires_on: null }]);
  }));
});

const tried = async (tx: Tx, valid: boolean): Promise<unknown> => {
  await tx`select set_config('role', 'supabase_auth_admin', true)`;
  const [row] = await tx<{ answer: unknown }[]>`
    select private.password_verification_attempt(jsonb_build_object('user_id', ${people.sakuraSubmitter.id}::text, 'valid', ${valid}::boolean)) as answer`;
  await become(tx, 'postgres');
  return row?.answer;
};
const failures = async (tx: Tx, times: number) => {
  for (let n = 0; n < times; n++) await tried(tx, false);
};

describe('the lock', () => {
  test('falls after five failures and opens after fifteen minutes', () => world.rollback(async (tx) => {
    await failures(tx, 5);
    expect(await tried(tx, true)).toMatchObject({ decision: 'reject', message: 'Invalid login credentials' });
    await tx`select set_config('app.clock_offset', '14 minutes', true)`;
    expect(await tried(tx, true)).toMatchObject({ decision: 'reject' });
    await tx`select set_config('app.clock_offset', '16 minutes', true)`;
    expect(await tried(tx, true)).toMatchObject({ decision: 'continue' });
  }));

  test('a success in between starts the count anew; how many and how long are settings', () => world.rollback(async (tx) => {
    await failures(tx, 4);
    expect(await tried(tx, true)).toMatchObject({ decision: 'continue' });
    await failures(tx, 4);
    expect(await tried(tx, true)).toMatchObject({ decision: 'continue' });
    await tx`update settings set value = '2' where key = 'lock_after_failures'`;
    await failures(tx, 2);
    expect(await tried(tx, true)).toMatchObject({ decision: 'reject' });
  }));

  test('a disabled person is refused like a wrong password, and counts nothing', () => world.rollback(async (tx) => {
    await tx`update members set disabled_at = now() where user_id = ${people.sakuraSubmitter.id}`;
    for (const valid of [true, false]) expect(await tried(tx, valid)).toMatchObject({ decision: 'reject', message: 'Invalid login credentials' });
    expect(await tx`select failed_attempts from members where user_id = ${people.sakuraSubmitter.id}`).toEqual([{ failed_attempts: 0 }]);
  }));

  test('a reset opens it', () => world.rollback(async (tx) => {
    await failures(tx, 5);
    await actAs(tx, 'sakuraAdmin', () => tx`select reset_member(${people.sakuraSubmitter.id})`);
    expect(await tried(tx, true)).toMatchObject({ decision: 'continue' });
  }));
});

test('who administers whom is written down; failures and sign-ins are not', () => world.rollback(async (tx) => {
  const [before] = await tx<{ id: number }[]>`select max(id) as id from audit_log`;
  await actAs(tx, 'sakuraAdmin', () => tx`select reset_member(${people.sakuraSubmitter.id})`);
  await tx`update members set failed_attempts = 2 where user_id = ${people.sakuraSubmitter.id}`;
  await tx`update auth.users set last_sign_in_at = now() where id = ${people.sakuraSubmitter.id}`;
  const lines = await tx`select actor_name, action, subject_id from audit_log where id > ${before?.id ?? 0} order by id`;
  expect(lines.map((line) => line.action)).toEqual(['update', 'reset_password']);
  expect(lines.every((line) => line.actor_name === 'sakuraAdmin' && line.subject_id === people.sakuraSubmitter.id)).toBe(true);
  const [signedIn] = await tx`select last_sign_in_at is not null as seen from members where user_id = ${people.sakuraSubmitter.id}`;
  expect(signedIn).toEqual({ seen: true });
}));
