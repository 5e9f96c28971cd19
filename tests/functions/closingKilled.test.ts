import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startStack } from '../../tools/stack/stack.ts';
import { closed, closingBooks, loadClosingMonth, untouched } from '../support/closingBooks.ts';
import { connect, type Sql } from '../support/connection.ts';
import { signedIn } from '../support/office.ts';
import { temporaryFolder } from '../support/temporary.ts';

// 本部経理 closes a month through the gateway, and `kill -9` hits the function or PostgreSQL at a random moment of it. The
// product comes back by itself, the month is either untouched or closed as if nothing had happened, and closing again gives the
// one right result. CLOSING_KILLS=50 for the long run.

const kills = Number(process.env['CLOSING_KILLS'] ?? 3);
// PostgreSQL alone lets a transaction that runs come to its end; with the backend that runs it, nothing does.
const victims = ['function', 'PostgreSQL', 'PostgreSQL and its backend'] as const;
type Look = { moment: 'before' | 'within' | 'after'; backend: number | undefined };

// Node tells of every program that the stack starts; the last Deno of them is the one that runs.
const programs: ChildProcess[] = [];
subscribe('child_process', (message) => {
  if (typeof message === 'object' && message !== null && 'process' in message) programs.push(message.process as ChildProcess);
});
const functionsPid = (): number => programs.findLast(({ spawnfile }) => path.basename(spawnfile ?? '').startsWith('deno'))?.pid ?? 0;

const folder = temporaryFolder('closing-killed-function');
const stack = await startStack({ dataDir: folder.dir, quiet: true, durable: false, buildApp: false });
afterAll(async () => {
  await stack.stop();
  folder.remove();
});
const postgresPid = (): number => Number(readFileSync(path.join(folder.dir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

const asOwner = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = connect(stack.superUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const finance = await signedIn(stack, 'hq-finance', 'hq_finance');
type Answer = { status: number; code?: string };
/** The function's answer; status 0 when the connection broke. */
const call = async (action: string): Promise<Answer> => {
  try {
    const response = await fetch(`${stack.url}/functions/v1/close-month`, {
      method: 'POST',
      headers: { authorization: `Bearer ${finance}`, 'content-type': 'application/json' },
      body: JSON.stringify({ month: '2024-04', action, preview: false, reason: '報告が届かないため' }),
    });
    const body: unknown = await response.json();
    return { status: response.status, ...(typeof body === 'object' && body !== null && 'code' in body && { code: String(body.code) }) };
  } catch {
    return { status: 0 };
  }
};

/** The same, once the product answers again: right after a crash a request may still be told to try once more. */
const settled = async (action: string): Promise<Answer> => {
  let answer = await call(action);
  for (const until = Date.now() + 20_000; answer.status === 503 && Date.now() < until; answer = await call(action)) await sleep(100);
  return answer;
};

/** Whether the closing's transaction has begun or ended. One look at a connection that is open already: a millisecond before the kill. */
const lookAt = async (sql: Sql): Promise<Look> => {
  const [row] = await sql<{ backend: number | null; is_closed: boolean }[]>`
    select (select pid from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and query ~ 'close_month' limit 1) as backend,
      exists (select from billing_months where month = '2024-04-01' and status = 'closed') as is_closed`;
  const backend = row?.backend ?? undefined;
  if (backend !== undefined) return { moment: 'within', backend };
  return { moment: row?.is_closed === true ? 'after' : 'before', backend };
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
};

/** Until the gateway says that every part works, with another process in the place of the killed one. */
const comesBack = async (pidOf: () => number, killed: number): Promise<number> => {
  const from = Date.now();
  const isBack = async () => pidOf() !== killed && (await fetch(`${stack.url}/healthz`)).status === 200;
  await expect.poll(isBack, { timeout: 60_000, interval: 50 }).toBe(true);
  return Date.now() - from;
};

const duration = async (): Promise<number> => {
  const from = Date.now();
  expect(await settled('close')).toMatchObject({ status: 200 });
  const ms = Date.now() - from;
  expect(await call('reopen')).toMatchObject({ status: 200 });
  return ms;
};

test(`${kills} times killed, the product comes back and the books are right each time`, { timeout: 60_000 + kills * 30_000 }, async () => {
  await asOwner(loadClosingMonth);
  expect(await asOwner(closingBooks)).toEqual(untouched);
  await duration(); // the first one loads the function
  const length = await duration();
  const seen: Record<string, number> = {};
  let slowest = 0;
  for (let round = 0; round < kills; round += 1) {
    const victim = victims[round % victims.length] ?? 'function';
    const pidOf = victim === 'function' ? functionsPid : postgresPid;
    const watcher = connect(stack.superUrl);
    await watcher`select 1`;
    const pid = pidOf();
    const closing = call('close');
    await sleep(Math.random() * length * 1.1);
    const { moment, backend } = await lookAt(watcher);
    kill(pid);
    if (victim === 'PostgreSQL and its backend' && backend !== undefined) kill(backend);
    const answer = await closing;
    await watcher.end({ timeout: 1 }).catch(() => undefined);
    slowest = Math.max(slowest, await comesBack(pidOf, pid));
    // a killed function leaves a closing that may still run to its end
    await asOwner((sql) => sql`select pg_advisory_lock(hashtext('billing'))`);

    const books = await asOwner(closingBooks);
    const place = `round ${round + 1}: ${victim} killed ${moment} the transaction, answered ${answer.status}`;
    expect([untouched, closed], place).toContainEqual(books);
    if (answer.status === 200 || moment === 'after') expect(books, place).toEqual(closed);
    else expect([0, 503], place).toContain(answer.status);
    const outcome = `${victim} ${moment}: ${books['status']}`;
    seen[outcome] = (seen[outcome] ?? 0) + 1;

    const again = await settled('close');
    expect(again, place).toMatchObject(books['status'] === 'open' ? { status: 200 } : { status: 409, code: 'month_already_closed' });
    expect(await asOwner(closingBooks), place).toEqual(closed);
    expect(await settled('reopen'), place).toMatchObject({ status: 200 });
    expect({ ...(await asOwner(closingBooks)), gaps: 0 }, place).toEqual(untouched);
  }
  console.log(`closing killed over the network: ${JSON.stringify({ kills, length, slowest, ...seen })}`);
});
