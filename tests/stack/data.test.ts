import { inject } from 'vitest';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SupabaseClient } from '@supabase/supabase-js';
import { admin, anonymous, person, SHOP } from './clients.ts';

const sql = postgres(inject('stack').superUrl, { max: 1, onnotice: () => undefined });
let someone: SupabaseClient;

beforeAll(async () => {
  someone = await person('data');
});
afterAll(() => sql.end());

describe('grants', () => {
  it('are those of the migrations after the first requests', async () => {
    await someone.from('orders').select('id').limit(1);
    const [rights] = await sql`
      select has_table_privilege('anon', 'public.locked', 'select') as locked,
        has_table_privilege('authenticated', 'public.locked', 'select') as locked_authenticated,
        has_schema_privilege('anon', 'private', 'usage') as private_usage,
        has_table_privilege('authenticated', 'private.secrets', 'select') as secrets,
        has_column_privilege('authenticated', 'public.orders', 'shop_id', 'update') as column_update`;
    expect(rights).toEqual({ locked: false, locked_authenticated: false, private_usage: false, secrets: false, column_update: false });
  });

  it('refuse a table, a column and a schema that were not granted', async () => {
    expect((await someone.from('locked').select('*')).status).toBe(403);
    expect((await someone.from('orders').update({ shop_id: SHOP }).eq('id', 1)).status).toBe(403);
    expect((await someone.schema('private').from('secrets').select('*')).status).toBe(406);
    expect((await anonymous().from('orders').select('id')).status).toBe(401);
  });
});

describe('values', () => {
  it('numerics are numbers, timestamps are ISO 8601', async () => {
    const { data } = await someone.from('orders').select('id,price,placed_at').eq('no', 'N1').single();
    expect(data).toEqual({ id: 1, price: 1.5, placed_at: '2026-01-01T10:00:00+00:00' });
  });

  it('a jsonb argument arrives as what was sent, not as a text of it', async () => {
    const sent = { id: 1, names: ['a', '"b"'], deep: { on: true, none: null } };
    expect((await someone.rpc('echo', { p: sent })).data).toEqual({ type: 'object', p: sent });
    expect((await someone.rpc('echo', { p: [1, 'two'] })).data).toEqual({ type: 'array', p: [1, 'two'] });
    expect((await someone.rpc('echo', { p: 'text' })).data).toEqual({ type: 'string', p: 'text' });
  });

  it('no more than 1,000 rows in an answer, with the exact count beside them', async () => {
    const { data, count } = await someone.from('orders').select('id', { count: 'exact' });
    expect(data).toHaveLength(1000);
    expect(count).toBeGreaterThanOrEqual(1200);
  });
});

describe('session of a request', () => {
  it('knows role, claims and person', async () => {
    const { data } = await someone.rpc('whoami');
    const { data: user } = await someone.auth.getUser();
    expect(data).toMatchObject({ role: 'authenticated', uid: user.user?.id, claims: { email: 'data@example.com', role: 'authenticated' } });
    expect((await anonymous().rpc('whoami')).data).toMatchObject({ role: 'anon', uid: null });
    expect((await admin().rpc('whoami')).data).toMatchObject({ role: 'service_role' });
  });

  it('has the statement timeout of the role, or the one the function declares', async () => {
    expect((await someone.rpc('timeout')).data).toBe('8s');
    expect((await anonymous().rpc('timeout')).data).toBe('3s');
    expect((await someone.rpc('long_timeout')).data).toBe('90s');
  });

  it('is read-only for GET', async () => {
    expect((await someone.rpc('touch', {}, { get: true })).status).toBe(405);
    expect((await someone.rpc('touch')).status).toBe(204);
  });
});

describe('errors', () => {
  const expected: [string, number][] = [
    ['P0001', 400],
    ['P0002', 500],
    ['22023', 400],
    ['23514', 400],
    ['23P01', 400],
    ['28000', 403],
    ['40001', 500],
    ['42501', 403],
    ['53400', 500],
    ['55P03', 500],
    ['57014', 500],
    ['PT409', 409],
    ['PT422', 422],
    ['ZZ001', 400],
  ];

  it.each(expected)('SQLSTATE %s answers %i with code, message, details and hint', async (code, status) => {
    const answer = await someone.rpc('raise_code', { p_code: code });
    expect(answer.status).toBe(status);
    expect(answer.error).toMatchObject({ code, message: 'boom', details: 'the detail', hint: 'the hint' });
  });

  it('a PTnnn error of the product arrives whole', async () => {
    const answer = await someone.rpc('stale');
    expect(answer.status).toBe(409);
    expect(answer.error).toMatchObject({ code: 'PT409', message: 'stale_version', details: '{"version": 3}' });
  });

  it('a constraint that is violated by a row', async () => {
    const { status, error } = await someone.from('orders').insert({ shop_id: SHOP, no: 'negative', price: -1 });
    expect(status).toBe(400);
    expect(error?.code).toBe('23514');
    const twice = await someone.from('orders').insert({ shop_id: SHOP, no: 'N1' });
    expect([twice.status, twice.error?.code]).toEqual([409, '23505']);
    const refused = await someone.from('orders').insert({ shop_id: SHOP, no: 'forbidden', note: 'forbidden' });
    expect([refused.status, refused.error?.code]).toEqual([403, '42501']);
  });
});

describe('schema', () => {
  it('is read again after notify pgrst', async () => {
    await sql`create table public.fresh (id int primary key)`;
    await sql`grant select on public.fresh to authenticated`;
    await sql`alter table public.fresh enable row level security`;
    await sql`select pg_notify('pgrst', 'reload schema')`;
    await expect.poll(async () => (await someone.from('fresh').select('*')).status, { timeout: 3000 }).toBe(200);
  });
});
