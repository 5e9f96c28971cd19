import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { admin, anonymous, createPerson, PASSWORD, person, signIn } from './clients.ts';

const { url, mailDir, superUrl, publishableKey } = inject('stack');
const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const tokenOf = async (client: Awaited<ReturnType<typeof signIn>>): Promise<string> =>
  (await client.auth.getSession()).data.session?.access_token ?? '';

const mailTo = (address: string): { text: string } => {
  const mails = readdirSync(mailDir).map((file) => JSON.parse(readFileSync(path.join(mailDir, file), 'utf8')) as { to: string; text: string });
  return mails.findLast(({ to }) => to === address) ?? { text: '' };
};

describe('tokens', () => {
  it('are ES256, verify against the JWKS and carry the claims of GoTrue', async () => {
    const token = await tokenOf(await person('token'));
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${url}/auth/v1/.well-known/jwks.json`)), { issuer: `${url}/auth/v1` });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', kid: expect.any(String) });
    expect(payload).toMatchObject({
      aud: 'authenticated',
      role: 'authenticated',
      email: 'token@example.com',
      aal: 'aal1',
      amr: [{ method: 'password', timestamp: expect.any(Number) }],
      app_metadata: { provider: 'email', providers: ['email'] },
      user_metadata: { email_verified: true },
      is_anonymous: false,
      phone: '',
      session_id: expect.any(String),
    });
  });

  it('keep their way of signing in over a refresh', async () => {
    const client = await person('refresh');
    const before = await tokenOf(client);
    expect((await client.auth.refreshSession()).error).toBeNull();
    expect(await tokenOf(client)).not.toBe(before);
    expect((await client.auth.getClaims()).data?.claims).toMatchObject({ amr: [{ method: 'password' }] });
  });

  const forged = [
    ['nonsense', async () => 'a.b.c'],
    ['unsigned', async () => `${btoa('{"alg":"none"}')}.${btoa('{"role":"service_role"}')}.x`],
    ['signed with another secret', () => new SignJWT({ role: 'service_role' }).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32))],
  ] as const;
  it.each(forged)('that are %s are refused by the Data API', async (_name, make) => {
    const headers = { apikey: publishableKey, authorization: `Bearer ${await make()}` };
    const answer = await fetch(`${url}/rest/v1/orders?select=id`, { headers });
    expect(answer.status).toBe(401);
  });

  it('an unknown key is refused', async () => {
    expect((await fetch(`${url}/rest/v1/orders`, { headers: { apikey: 'nope' } })).status).toBe(401);
    expect((await fetch(`${url}/rest/v1/orders`)).status).toBe(401);
  });
});

describe('sign-in', () => {
  it('is the only way in: nobody signs up', async () => {
    const { error } = await anonymous().auth.signUp({ email: 'new@example.com', password: PASSWORD });
    expect(error?.code).toBe('signup_disabled');
  });

  it('does not tell whether an account exists', async () => {
    await createPerson('known@example.com');
    const answers = await Promise.all(
      ['known@example.com', 'unknown@example.com'].map((email) => anonymous().auth.signInWithPassword({ email, password: 'wrong-wrong' })),
    );
    expect(answers.map(({ error }) => [error?.status, error?.code, error?.message])).toEqual([
      [400, 'invalid_credentials', 'Invalid login credentials'],
      [400, 'invalid_credentials', 'Invalid login credentials'],
    ]);
  });

  it('asks the password-verification hook, which may refuse a right password', async () => {
    const id = await createPerson('locked@example.com', { locked: true });
    const right = await anonymous().auth.signInWithPassword({ email: 'Locked@example.com', password: PASSWORD });
    expect(right.error).toMatchObject({ status: 400, code: 'invalid_credentials', message: 'locked for a while' });
    await anonymous().auth.signInWithPassword({ email: 'locked@example.com', password: 'wrong-wrong' });
    expect(await sql`select valid from private.attempts where user_id = ${id} order by valid desc`).toMatchObject([{ valid: true }, { valid: false }]);
    expect(await sql`select 1 from auth.sessions where user_id = ${id}`).toHaveLength(0);
    expect(await sql`select last_sign_in_at from auth.users where id = ${id}`).toMatchObject([{ last_sign_in_at: null }]);
  });

  it('ends with a ban, also for the running session', async () => {
    const id = await createPerson('banned@example.com');
    const client = await signIn('banned@example.com');
    await admin().auth.admin.updateUserById(id, { ban_duration: '24h' });
    expect((await client.auth.refreshSession()).error).not.toBeNull();
    await expect(signIn('banned@example.com')).rejects.toMatchObject({ code: 'user_banned' });
    await admin().auth.admin.updateUserById(id, { ban_duration: 'none' });
    await expect(signIn('banned@example.com')).resolves.toBeDefined();
  });
});

describe('passwords', () => {
  it('change only with the current one', async () => {
    const client = await person('change');
    const wrong = await client.auth.updateUser({ password: 'Another-long-1', current_password: 'wrong-wrong' });
    expect(wrong.error?.code).toBe('current_password_invalid');
    expect((await client.auth.updateUser({ password: 'Another-long-1' })).error?.code).toBe('current_password_invalid');
    expect((await client.auth.updateUser({ password: 'Another-long-1', current_password: PASSWORD })).error).toBeNull();
    await expect(signIn('change@example.com', 'Another-long-1')).resolves.toBeDefined();
  });

  it.each([
    ['short', 'seven77'],
    ['longer than bcrypt reads', 'あ'.repeat(25)],
  ])('that are %s are refused to people and administrators', async (name, password) => {
    const client = await person(`weak-${name.split(' ')[0]}`);
    expect((await client.auth.updateUser({ password, current_password: PASSWORD })).error?.code).toBe('weak_password');
    expect((await admin().auth.admin.createUser({ email: 'weak@example.com', password })).error?.code).toBe('weak_password');
  });

  it('are recovered by mail, on the page that was asked for, once', async () => {
    await createPerson('forgot@example.com');
    await anonymous().auth.resetPasswordForEmail('forgot@example.com', { redirectTo: `${url}/set-password` });
    const link = /https?:\S*verify\S*/.exec(mailTo('forgot@example.com').text)?.[0] ?? '';
    const opened = await fetch(link, { redirect: 'manual' });
    const target = new URL(opened.headers.get('location') ?? '');
    expect(target.pathname).toBe('/set-password');
    const fragment = new URLSearchParams(target.hash.slice(1));
    const client = anonymous();
    const session = { access_token: fragment.get('access_token') ?? '', refresh_token: fragment.get('refresh_token') ?? '' };
    expect((await client.auth.setSession(session)).error).toBeNull();
    expect((await client.auth.updateUser({ password: 'Recovered-long-1' })).error).toBeNull();
    expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toContain('error');
  });

  it('a recovery link never leads to another site', async () => {
    await createPerson('phished@example.com');
    await anonymous().auth.resetPasswordForEmail('phished@example.com', { redirectTo: 'https://evil.example.com/' });
    const link = /https?:\S*verify\S*/.exec(mailTo('phished@example.com').text)?.[0] ?? '';
    const opened = await fetch(link, { redirect: 'manual' });
    expect(new URL(opened.headers.get('location') ?? '').origin).toBe(url);
  });
});

describe('administration of users', () => {
  it('creates, lists by page, reads, changes and deletes', async () => {
    const { admin: users } = admin().auth;
    const id = await createPerson('Managed@Example.com', { role: 'chief' });
    const read = (await users.getUserById(id)).data.user;
    expect(read).toMatchObject({ email: 'managed@example.com', app_metadata: { role: 'chief' }, identities: [{ email: 'managed@example.com' }] });
    expect((await users.createUser({ email: 'managed@example.com', password: PASSWORD })).error?.code).toBe('email_exists');
    const page = await users.listUsers({ page: 1, perPage: 1 });
    expect(page.data).toMatchObject({ nextPage: 2, users: [{ id: expect.any(String) }] });
    await users.updateUserById(id, { email: 'renamed@example.com', app_metadata: { role: null, other: 1 } });
    expect((await users.getUserById(id)).data.user).toMatchObject({ email: 'renamed@example.com', app_metadata: { other: 1 } });
    expect((await users.deleteUser(id)).error).toBeNull();
    expect((await users.getUserById(id)).error?.status).toBe(404);
  });

  it('ends the sessions of a password that was reset', async () => {
    const client = await person('reset');
    const { data } = await client.auth.getUser();
    await admin().auth.admin.updateUserById(data.user?.id ?? '', { password: 'Reset-by-office-1' });
    expect((await client.auth.refreshSession()).error).not.toBeNull();
  });

  it('needs the secret key', async () => {
    expect((await anonymous().auth.admin.listUsers()).error?.code).toBe('not_admin');
    expect((await (await person('curious')).auth.admin.listUsers()).error?.code).toBe('not_admin');
  });

  it('says what is wrong with its input', async () => {
    expect((await admin().auth.admin.createUser({ email: 'no address', password: PASSWORD })).error?.code).toBe('validation_failed');
    expect((await admin().auth.admin.createUser({ password: PASSWORD })).error?.code).toBe('validation_failed');
  });
});
