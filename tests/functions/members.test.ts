import { describe, expect, test } from 'vitest';
import { castPassword, type PersonName } from '../support/cast.ts';
import { type Answer, useStackWorld } from '../support/stackWorld.ts';

const world = await useStackWorld();
const { call, signIn, tokenOf } = world;
const { sakura } = world.ids.company;
const { sakura1 } = world.ids.site;

type Member = { user_id: string; login_id: string; version: number; initial_password?: string } & { code?: string; message?: string; details?: unknown };

const members = (token: string, body: Record<string, unknown>): Promise<Answer<Member>> => call('/functions/v1/members', token, body);
const membersAs = async (person: PersonName, body: Record<string, unknown>) => members(await tokenOf(person), body);

let count = 0;
/** Somebody new of さくら, by its administrator. */
const newcomer = (more: Record<string, unknown> = {}) =>
  ({ action: 'invite', display_name: '新人', role: 'submitter', requester_id: sakura, site_id: sakura1, login_id: `C9100001-new${++count}`, ...more });

/** A newcomer who has chosen a password. */
const settled = async (): Promise<Member & { password: string; token: string }> => {
  const { body } = await membersAs('sakuraAdmin', newcomer());
  const first = await signIn(body.login_id, body.initial_password ?? '');
  const changed = await members(first.body.access_token, { action: 'change_password', current_password: body.initial_password, new_password: 'First-Choice-1' });
  expect(changed.status).toBe(200);
  return { ...body, password: 'First-Choice-1', token: first.body.access_token };
};

const refresh = (session: { refresh_token: string }) => call('/auth/v1/token?grant_type=refresh_token', '', { refresh_token: session.refresh_token });

const seenBy = async (token: string): Promise<number> => (await call<unknown[]>('/rest/v1/branches?select=id', token)).body.length;

describe('invite', () => {
  test('gives an initial password, with which nothing is seen until it is changed', async () => {
    const { status, body } = await membersAs('sakuraAdmin', newcomer());
    expect(status).toBe(200);
    expect(body).toMatchObject({ display_name: '新人', role: 'submitter', login_id: `c9100001-new${count}`, must_change_password: true });
    expect(body).not.toHaveProperty('failed_attempts');
    const { access_token: token } = (await signIn(body.login_id, body.initial_password ?? '')).body;
    expect(await seenBy(token)).toBe(0);
    const changed = await members(token, { action: 'change_password', current_password: body.initial_password, new_password: 'My-Own-Word-7' });
    expect(changed).toMatchObject({ status: 200, body: { must_change_password: false } });
    expect(await seenBy(token)).toBeGreaterThan(0);
    expect((await signIn(body.login_id, body.initial_password ?? '')).status).toBe(400);
    expect((await signIn(body.login_id, 'My-Own-Word-7')).status).toBe(200);
  });

  test('is refused outside one’s own reach, for a name that is taken, and for bad input', async () => {
    expect(await membersAs('sakuraSubmitter', newcomer())).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await membersAs('kitaAdmin', newcomer())).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await membersAs('sakuraAdmin', newcomer({ login_id: 'C9100001-op' }))).toMatchObject({ status: 409, body: { code: 'login_id_taken' } });
    expect(await membersAs('sakuraAdmin', newcomer({ login_id: 'C9100002-op9' }))).toMatchObject({ status: 400, body: { code: 'invalid_login_id' } });
    expect(await membersAs('sakuraAdmin', newcomer({ role: 'hq_admin' }))).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
    expect(await membersAs('sakuraAdmin', newcomer({ login_id: null }))).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
    const nobody = await members('none', newcomer());
    expect(nobody.status).toBe(401);
    expect(nobody.body.message).toMatch(/[ぁ-ん]/);
  });

  test('leaves no account behind when the person is refused after it was made', async () => {
    await world.sql`create function private.refuse_blocked() returns trigger language plpgsql set search_path = '' as
      $$ begin if new.display_name = '拒否' then perform private.refuse(409, 'last_administrator'); end if; return new; end $$`;
    await world.sql`create trigger refuse_blocked before insert on members for each row execute function private.refuse_blocked()`;
    const refused = newcomer({ display_name: '拒否' });
    expect(await membersAs('sakuraAdmin', refused)).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
    expect(await world.sql`select 1 from auth.users where email = ${`${refused.login_id.toLowerCase()}@login.invalid`}`).toHaveLength(0);
    await world.sql`drop trigger refuse_blocked on members`;
    expect((await membersAs('sakuraAdmin', { ...refused, display_name: '採用' })).status).toBe(200);
  });
});

describe('update and delete', () => {
  test('changes a person with the version that was read', async () => {
    const { body: made } = await membersAs('sakuraAdmin', newcomer());
    const change = { action: 'update', user_id: made.user_id, version: made.version, display_name: '改名', role: 'preparer', requester_id: sakura, site_id: sakura1 };
    expect(await membersAs('sakuraSiteAdmin', change)).toMatchObject({ status: 200, body: { display_name: '改名', role: 'preparer', version: made.version + 1 } });
    expect(await membersAs('sakuraAdmin', change)).toMatchObject({ status: 409, body: { code: 'stale_version' } });
    expect(await membersAs('sapporoAdmin', change)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  test('deletes a person and the account', async () => {
    const { body: made } = await membersAs('sakuraAdmin', newcomer());
    expect((await membersAs('sakuraAdmin', { action: 'delete', user_id: made.user_id })).status).toBe(200);
    expect((await signIn(made.login_id, made.initial_password ?? '')).status).toBe(400);
    expect(await world.sql`select 1 from auth.users where id = ${made.user_id}`).toHaveLength(0);
  });

  test('keeps the last administrator', async () => {
    for (const action of ['disable', 'delete']) {
      expect(await membersAs('hqAdmin', { action, user_id: world.people.sakuraAdmin.id })).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
    }
    const demoted = { action: 'update', user_id: world.people.tokyoAdmin.id, version: 1, display_name: 'x', role: 'branch_staff', branch_id: world.ids.branch.tokyo };
    expect(await membersAs('hqAdmin', demoted)).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
    expect((await signIn('c9100001', castPassword)).status).toBe(200);
  });
});

describe('dismissal', () => {
  test('takes effect on the very next request, with the token still good', async () => {
    const person = await settled();
    expect(await seenBy(person.token)).toBeGreaterThan(0);
    expect((await membersAs('sakuraAdmin', { action: 'disable', user_id: person.user_id })).status).toBe(200);
    expect(await seenBy(person.token)).toBe(0);
    expect(await members(person.token, { action: 'change_password', current_password: person.password, new_password: 'Another-Word-2' })).toMatchObject({ status: 403, body: { code: 'account_disabled' } });
    const unknown = await signIn('c9100001-nobody', person.password);
    for (const word of [person.password, 'Wrong-Word-1']) expect(await signIn(person.login_id, word)).toEqual(unknown);
    expect((await membersAs('sakuraAdmin', { action: 'enable', user_id: person.user_id })).status).toBe(200);
    expect((await signIn(person.login_id, person.password)).status).toBe(200);
  });
});

describe('passwords', () => {
  test('a reset makes a new initial password, once the person was identified, and must be changed', async () => {
    const person = await settled();
    const reset = { action: 'reset_password', user_id: person.user_id };
    expect(await membersAs('sakuraAdmin', reset)).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
    const { status, body } = await membersAs('sakuraAdmin', { ...reset, identity_confirmed: true });
    expect(status).toBe(200);
    expect((await signIn(person.login_id, person.password)).status).toBe(400);
    const again = await signIn(person.login_id, body.initial_password ?? '');
    expect(again.status).toBe(200);
    expect(await seenBy(again.body.access_token)).toBe(0);
    expect(await seenBy(person.token)).toBe(0);
  });

  test('expiry shuts a person out until the password is changed', async () => {
    const person = await settled();
    await world.sql`update members set password_expires_on = private.today() - 1 where user_id = ${person.user_id}`;
    expect(await seenBy(person.token)).toBe(0);
    expect(await members(person.token, { action: 'change_password', current_password: person.password, new_password: 'Second-Choice-2' })).toMatchObject({ status: 200, body: { must_change_password: false } });
    expect(await seenBy(person.token)).toBeGreaterThan(0);
  });

  test('obeys the rules and is not one of the last five', async () => {
    const person = await settled();
    const change = (current: string, next: string) => members(person.token, { action: 'change_password', current_password: current, new_password: next });
    expect(await change(person.password, 'short')).toMatchObject({ status: 400, body: { code: 'password_weak', details: ['password_length', 'password_three_kinds'] } });
    expect(await change('Not-My-Word-1', 'Second-Choice-2')).toMatchObject({ status: 400, body: { code: 'password_wrong' } });
    expect(await change(person.password, person.password)).toMatchObject({ status: 409, body: { code: 'password_reused' } });
    expect((await change(person.password, 'Second-Choice-2')).status).toBe(200);
    expect((await change('Second-Choice-2', 'Third-Choice-33')).status).toBe(200);
    expect(await change('Third-Choice-33', person.password)).toMatchObject({ status: 409, body: { code: 'password_reused' } });
  });

  test('ends the other sessions and keeps the own', async () => {
    const person = await settled();
    const other = (await signIn(person.login_id, person.password)).body;
    const own = (await signIn(person.login_id, person.password)).body;
    expect((await members(own.access_token, { action: 'change_password', current_password: person.password, new_password: 'Second-Choice-2' })).status).toBe(200);
    expect((await refresh(other)).status).toBe(400);
    expect((await refresh(own)).status).toBe(200);
  });

  test('five failures lock, and no answer tells whether an account exists', async () => {
    const person = await settled();
    const unknown = await signIn('c9100001-nobody', 'Wrong-Word-1');
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await signIn(person.login_id, 'Wrong-Word-1'));
    const locked = await signIn(person.login_id, person.password);
    for (const answer of [...answers, locked]) expect(answer).toEqual(unknown);
    expect(await world.sql`select 1 from members where user_id = ${person.user_id} and locked_until > now()`).toHaveLength(1);
    await world.sql`update members set locked_until = now() - interval '1 second' where user_id = ${person.user_id}`;
    expect((await signIn(person.login_id, person.password)).status).toBe(200);
  });

  test('guesses at the current password lock too', async () => {
    const person = await settled();
    const guess = (current: string) => members(person.token, { action: 'change_password', current_password: current, new_password: 'Second-Choice-2' });
    for (let n = 0; n < 5; n++) expect(await guess('Wrong-Word-1')).toMatchObject({ status: 400, body: { code: 'password_wrong' } });
    expect(await guess(person.password)).toMatchObject({ status: 400, body: { code: 'password_wrong' } });
  });
});
