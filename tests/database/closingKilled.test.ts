import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { startDatabase } from '../../tools/stack/postgres/index.ts';
import { openCluster, startServer } from '../../tools/stack/postgres/server.ts';
import { loadSecrets } from '../../tools/stack/secrets.ts';
import { closed, closingBooks, loadClosingMonth, untouched } from '../support/closingBooks.ts';
import { connect, type Sql } from '../support/connection.ts';
import { temporaryFolder } from '../support/temporary.ts';

// Closing is killed at random moments: its backend, the whole PostgreSQL, or whoever called it. The month is then either
// untouched or closed as if nothing had happened. CLOSING_KILLS=50 for the long run.

const kills = Number(process.env['CLOSING_KILLS'] ?? 4);
const folder = temporaryFolder('closing-killed');
const database = await startDatabase({ dataDir: folder.dir });
const clusterDir = path.join(folder.dir, 'pg');
const { superPassword } = await loadSecrets(folder.dir);
const port = Number(new URL(database.url).port);
let stop = database.stop;
afterAll(async () => {
  await stop();
  folder.remove();
});

const here = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const asOwner = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = connect(database.superUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const booksOf = () => asOwner(closingBooks);

/** Starts a closing in a process of its own and answers once its transaction runs. */
const startClosing = async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', here('closeOnce.ts'), database.url], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  let text = '';
  const backend = await new Promise<number>((resolve) => {
    child.stdout.on('data', (data) => {
      text += String(data);
      const pid = /closing (\d+)/.exec(text)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    });
    void ended.then(() => resolve(0));
  });
  return { child, ended, backend, finished: () => text.includes('closed') };
};

const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile: then the closing is through.
  }
};
const postmasterPid = (): number => Number(readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** PostgreSQL starts again as the stack does it; its old children may take a moment to notice. */
const startAgain = async (attempts = 40): Promise<void> => {
  try {
    const server = await startServer(await openCluster({ clusterDir, superPassword, durable: false }), port);
    stop = server.stop;
  } catch (cause) {
    if (attempts === 0) throw cause;
    await sleep(500);
    return startAgain(attempts - 1);
  }
};
const answers = async (attempts = 120): Promise<void> => {
  try {
    await asOwner((sql) => sql`select 1`);
  } catch (cause) {
    if (attempts === 0) throw cause;
    await sleep(250);
    return answers(attempts - 1);
  }
};

const ways = ['backend', 'postmaster', 'caller'] as const;

test(`${kills} times killed, the books are right each time`, { timeout: 60_000 + kills * 60_000 }, async () => {
  await asOwner(loadClosingMonth);
  expect(await booksOf()).toEqual(untouched);
  const seen = { untouched: 0, closed: 0 };
  let longest = 300;
  for (let round = 0; round < kills; round += 1) {
    const way = ways[round % ways.length];
    const closing = await startClosing();
    const from = Date.now();
    await Promise.race([closing.ended, sleep(Math.random() * longest)]);
    if (way === 'backend') killed(closing.backend);
    if (way === 'caller') killed(closing.child.pid ?? 0);
    if (way === 'postmaster') killed(postmasterPid());
    await closing.ended;
    if (closing.finished()) longest = Math.max(50, Date.now() - from);
    if (way === 'postmaster') await startAgain();
    await answers();
    // a killed caller leaves a closing that may still run to its end
    await asOwner((sql) => sql`select pg_advisory_lock(hashtext('billing'))`);

    const after = await booksOf();
    expect([untouched, closed], `round ${round + 1}, ${way}`).toContainEqual(after);
    if (closing.finished()) expect(after['status']).toBe('closed');
    seen[after['status'] === 'closed' ? 'closed' : 'untouched'] += 1;
    const again = await startClosing();
    await again.ended;
    expect(again.finished()).toBe(after['status'] === 'open');
    expect(await booksOf()).toEqual(closed);
    await asOwner((sql) => sql`select private.do_reopen('2024-04-01', '次の回のため')`);
    expect({ ...(await booksOf()), gaps: 0 }).toEqual(untouched);
  }
  console.log(`closing killed: ${JSON.stringify({ kills, ...seen })}`);
});
