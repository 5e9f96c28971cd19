import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { person } from './clients.ts';

const { url, superUrl } = inject('stack');
const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const files = () => readdirSync(inject('stack').mailDir).filter((name) => name.startsWith('scheduled'));
const send = (apikey: string, body: unknown) =>
  fetch(`${url}/mail/v1/send`, { method: 'POST', headers: { apikey, 'content-type': 'application/json' }, body: JSON.stringify(body) });
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

  it('calls the functions of private.schedules with the secret key, whose mails become one file an id', async () => {
    await expect.poll(files, { timeout: 5000 }).toEqual(['scheduled-1.json']);
    expect(JSON.parse(readFileSync(path.join(inject('stack').mailDir, 'scheduled-1.json'), 'utf8'))).toEqual({ to: 'a@example.jp', subject: '件名', text: '本文' });
  });
});

describe('mails of functions', () => {
  const mail = { id: 'other-1', to: 'a@example.jp', subject: '件名', text: '本文' };

  it('are taken with the secret key alone, and only with an address and a name that is safe as a file', async () => {
    const { secretKey, publishableKey } = inject('stack');
    expect((await send(publishableKey, mail)).status).toBe(403);
    expect((await send(secretKey, { ...mail, id: '../x' })).status).toBe(400);
    expect((await send(secretKey, { ...mail, to: 'nobody' })).status).toBe(400);
    expect((await send(secretKey, mail)).status).toBe(204);
  });
});
