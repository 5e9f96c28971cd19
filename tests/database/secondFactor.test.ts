import { describe, expect, test } from 'vitest';
import { relations } from '../support/accessRelations.ts';
import { cast, type PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, become } from '../support/session.ts';

// D-7: who has a second factor, or must have one, sees nothing until it was shown. The session says so by its claim `aal`.

const world = await useWorld();

const enrol = (tx: Tx, person: PersonName, status = 'verified') => tx`
  insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, secret, created_at, updated_at)
  values (gen_random_uuid(), ${cast[person].id}, '', 'totp', ${status}, 'x', now(), now())`;
const require = (tx: Tx) => tx`update settings set value = 'true' where key = 'second_factor_required'`;
const strong = (tx: Tx, person: PersonName) => tx`
  select set_config('request.jwt.claims', ${JSON.stringify({ role: 'authenticated', sub: cast[person].id, aal: 'aal2' })}, true)`;

/** How many rows the caller sees of everything. */
const everything = Object.entries(relations).filter(([, { closed }]) => !closed).map(([name]) => `(select count(*) from ${name})`).join(' + ');
const rowsOf = async (tx: Tx): Promise<number> => (await tx.unsafe<{ n: number }[]>(`select (${everything})::int as n`))[0]?.n ?? 0;
const stateOf = async (tx: Tx): Promise<unknown> => (await tx<{ state: unknown }[]>`select my_profile() ->> 'second_factor' as state`)[0]?.state;

describe('a person with a verified factor', () => {
  test.each(['hqAdmin', 'tokyoStaff', 'sakuraAdmin', 'sakuraPreparer'] as const)('sees no row and does nothing with the password alone: %s', (person) => world.rollback(async (tx) => {
    expect(await actAs(tx, person, rowsOf)).toBeGreaterThan(0);
    await enrol(tx, person);
    await become(tx, person);
    expect(await rowsOf(tx)).toBe(0);
    expect(await stateOf(tx)).toBe('verify');
    const fired = await attempt(tx, (point) => point`select transition('submit', '[{"id": 1, "version": 1}]')`);
    expect(fired.refusal).toMatchObject({ code: 'not_signed_in' });
    await strong(tx, person);
    expect(await rowsOf(tx)).toBeGreaterThan(0);
    expect(await stateOf(tx)).toBe('ok');
  }));

  test('is not shut out by one that was begun and never proved', () => world.rollback(async (tx) => {
    await enrol(tx, 'tokyoStaff', 'unverified');
    await become(tx, 'tokyoStaff');
    expect(await rowsOf(tx)).toBeGreaterThan(0);
    expect(await stateOf(tx)).toBe('ok');
  }));

  test('must still change an expired password after showing it', () => world.rollback(async (tx) => {
    await enrol(tx, 'tokyoStaff');
    await tx`update members set must_change_password = true where user_id = ${cast.tokyoStaff.id}`;
    await become(tx, 'tokyoStaff');
    await strong(tx, 'tokyoStaff');
    expect(await rowsOf(tx)).toBe(0);
    const [profile] = await tx<{ must: boolean }[]>`select (my_profile() ->> 'must_change_password')::boolean as must`;
    expect(profile?.must).toBe(true);
  }));
});

describe('with the setting', () => {
  const office = ['hqAdmin', 'hqFinance', 'hqViewer', 'auditor', 'tokyoAdmin', 'tokyoStaff'] as const;
  test.each(office)('head office and branches see nothing until they have one: %s', (person) => world.rollback(async (tx) => {
    await require(tx);
    await become(tx, person);
    expect(await rowsOf(tx)).toBe(0);
    expect(await stateOf(tx)).toBe('enroll');
    await strong(tx, person);
    expect(await rowsOf(tx)).toBeGreaterThan(0);
  }));

  test.each(['sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraPreparer'] as const)('a garage may go without: %s', (person) => world.rollback(async (tx) => {
    await require(tx);
    await become(tx, person);
    expect(await rowsOf(tx)).toBeGreaterThan(0);
    expect(await stateOf(tx)).toBe('ok');
  }));
});

const reset = (tx: Tx, by: PersonName, whose: PersonName) =>
  attempt(tx, (point) => actAs(point, by, () => point`select reset_member_factor(${cast[whose].id})`));

describe('a lost factor', () => {
  test('is reset by who administers the person, which the log keeps', () => world.rollback(async (tx) => {
    await enrol(tx, 'tokyoStaff');
    expect((await reset(tx, 'tokyoAdmin', 'tokyoStaff')).refusal).toBeUndefined();
    const [line] = await tx`select action, actor_name from audit_log where subject = 'members' order by id desc limit 1`;
    expect(line).toEqual({ action: 'reset_factor', actor_name: 'tokyoAdmin' });
  }));

  test.each([['tokyoStaff', 'tokyoAdmin'], ['sapporoAdmin', 'tokyoStaff'], ['kitaAdmin', 'sakuraSubmitter'], ['auditor', 'tokyoStaff']] as const)(
    'is nothing that %s does for %s', (by, whose) => world.rollback(async (tx) => {
      expect((await reset(tx, by, whose)).refusal?.code).toBe('not_allowed');
    }));

  test('is nobody\'s own to reset without it', () => world.rollback(async (tx) => {
    await enrol(tx, 'hqAdmin');
    expect((await reset(tx, 'hqAdmin', 'hqAdmin')).refusal?.code).toBe('not_allowed');
  }));
});
