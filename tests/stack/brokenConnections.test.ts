import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../tools/stack/stack.ts';
import { api, createStarts } from './starts.ts';

// Connections of the pool that break while a request waits for them.

const { prepared, start, clean } = createStarts();
const dataDir = prepared();
let stack: Stack;

beforeAll(async () => {
  stack = await start(dataDir);
});
afterAll(clean);

const asOwner = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(stack.superUrl, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end());
};
const napping = () => asOwner((sql) => sql<{ pid: number }[]>`select pid from pg_stat_activity where state = 'active' and query ~ 'nap' and pid <> pg_backend_pid()`);
const nap = () => api(stack, 'rpc/nap', { method: 'POST', body: '{"p_seconds": 20}', signal: AbortSignal.timeout(12_000) });

/** The statuses of `count` naps whose connections are broken by `how`. */
const broken = async (count: number, how: (pid: number) => Promise<unknown>): Promise<number[]> => {
  const naps = Array.from({ length: count }, nap);
  await expect.poll(async () => (await napping()).length, { timeout: 10_000 }).toBe(count);
  for (const { pid } of await napping()) await how(pid);
  return Promise.all(naps.map(async (answer) => (await answer).status));
};

const ask = async (): Promise<number> => (await api(stack, 'shops?select=id')).status;

/** Every connection of the pool answers again. */
const recovers = async (): Promise<void> => {
  await expect.poll(async () => new Set(await Promise.all(Array.from({ length: 40 }, ask))), { timeout: 15_000 }).toEqual(new Set([200]));
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with the others.
  }
};

describe('a request whose connection breaks', () => {
  it('is answered with 503 when its backend is ended, again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await broken(5, (pid) => asOwner((sql) => sql`select pg_terminate_backend(${pid})`))).toEqual([503, 503, 503, 503, 503]);
      await recovers();
    }
  });

  it('is answered with 503 when PostgreSQL is killed with it', async () => {
    const postmaster = Number(readFileSync(path.join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const killed = await broken(3, (pid) => {
      kill(postmaster);
      kill(pid);
      return Promise.resolve();
    });
    expect(killed).toEqual([503, 503, 503]);
    await recovers();
  });
});
