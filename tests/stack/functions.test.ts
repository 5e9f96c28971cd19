import postgres from 'postgres';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { person } from './clients.ts';

const { url, superUrl } = inject('stack');
const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const ticks = async () => (await sql<{ n: number }[]>`select count(*)::int as n from private.ticks`)[0]?.n ?? 0;
const call = (name: string, init?: RequestInit) => fetch(`${url}/functions/v1/${name}`, init);

describe('functions', () => {
  it('receive the caller, the body and their own path', async () => {
    const client = await person('caller');
    const { data } = await client.functions.invoke('echo', { body: { 名前: '花子' } });
    expect(data).toMatchObject({ method: 'POST', path: '/echo', body: { 名前: '花子' }, authorization: expect.stringMatching(/^Bearer ey/) });
  });

  it('import npm packages by bare name and the shared rules', async () => {
    expect(await (await call('packages')).json()).toEqual({
      zod: 12,
      xlsx: [{ a: 1, b: 2 }],
      pdf: expect.any(String),
      zip: 'function',
      client: 'function',
      domain: '1,200円',
    });
  });

  it('answer 500 for a mistake of their own and go on', async () => {
    expect((await call('broken')).status).toBe(500);
    expect((await call('echo')).status).toBe(200);
  });

  it.each(['missing', '_shared', '../../package.json', ''])('that do not exist (%s) are 404', async (name) => {
    expect((await call(name)).status).toBe(404);
  });
});

describe('gateway', () => {
  it('says how it is', async () => {
    const answer = await fetch(`${url}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', functions: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it('tells the app its backend by the name it was called', async () => {
    const { publishableKey } = inject('stack');
    const other = url.replace('127.0.0.1', 'localhost');
    expect(await (await fetch(`${url}/config.json`)).json()).toEqual({ supabaseUrl: url, supabaseKey: publishableKey });
    expect(await (await fetch(`${other}/config.json`)).json()).toMatchObject({ supabaseUrl: other });
  });
});

describe('schedule', () => {
  it('runs the statements of private.schedules', async () => {
    await expect.poll(ticks, { timeout: 5000 }).toBeGreaterThan(0);
  });
});
