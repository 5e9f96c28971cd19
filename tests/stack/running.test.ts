import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRunning } from '../../tools/stack/running.ts';
import type { Stack } from '../../tools/stack/stack.ts';
import { api, createStarts } from './starts.ts';

const { folder, prepared, start, clean } = createStarts();
const dataDir = prepared();
let stack: Stack;

beforeAll(async () => {
  stack = await start(dataDir);
});
afterAll(clean);

const postmasterPid = (): number => Number(readFileSync(path.join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('a second start', () => {
  it('on the same folder is refused with one sentence', async () => {
    await expect(start(dataDir)).rejects.toThrow(`The data folder ${dataDir} is in use by process ${process.pid}; stop that one first.`);
  });

  it('on a taken port is refused with one sentence', async () => {
    const port = Number(new URL(stack.url).port);
    const refused = start(folder(), { port });
    await expect(refused).rejects.toThrow(`Port ${port} is taken by another program; stop it or start with \`-- --port N\`.`);
  });
});

describe('the data folder', () => {
  it('tells other tools how to reach the stack', () => {
    expect(findRunning(dataDir)).toMatchObject({ url: stack.url, databaseUrl: stack.databaseUrl });
  });

  it.each(['secrets.json', 'running.json', 'lock.json'])('keeps %s from other people', (file) => {
    expect(statSync(path.join(dataDir, file)).mode & 0o077).toBe(0);
  });

  it('lets nobody into the database without the password', async () => {
    const wrong = new URL(stack.superUrl);
    wrong.password = 'wrong';
    const sql = postgres(wrong.toString(), { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
    await sql.end();
  });
});

describe('a killed Deno', () => {
  it('comes back by itself', async () => {
    const call = async () => (await fetch(`${stack.url}/functions/v1/echo`)).status;
    expect(await call()).toBe(200);
    await fetch(`${stack.url}/functions/v1/exit`).catch(() => undefined);
    await expect.poll(call, { timeout: 8000, interval: 50 }).toBe(200);
  });
});

describe('a killed PostgreSQL', () => {
  it('comes back by itself; meanwhile requests get 503 and one sentence', async () => {
    const statuses = new Set<number>();
    const bodies: unknown[] = [];
    process.kill(postmasterPid(), 'SIGKILL');
    for (const until = Date.now() + 15_000; Date.now() < until && !statuses.has(200); await sleep(20)) {
      const answer = await api(stack, 'shops?select=id');
      statuses.add(answer.status);
      if (answer.status === 503) bodies.push(await answer.json());
    }
    expect(statuses).toEqual(new Set([503, 200]));
    expect(bodies[0]).toMatchObject({ code: 'unavailable', message: expect.stringContaining('try once more') });
    expect((await fetch(`${stack.url}/healthz`)).status).toBe(200);
  });
});
