import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { alive } from '../../tools/stack/processes.ts';
import { api, createStarts, fixture } from './starts.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const { prepared, start, clean } = createStarts();
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await clean();
});

/** Runs a TypeScript file; answers the process and everything it prints. */
const run = (file: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: repository, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code as number | null) };
};

const running = async (dataDir: string) => {
  const process = run(path.join(fixture, 'start.ts'), dataDir);
  await expect.poll(process.output, { timeout: 30_000 }).toContain('Ready: ');
  return process;
};

const postmaster = (dataDir: string): number => Number(readFileSync(path.join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** The process that listens on a port, by the functions' own answer. */
const denoPid = async (output: string): Promise<number> => {
  const url = /Ready: (?<url>\S+)/.exec(output)?.groups?.url ?? '';
  return ((await (await fetch(`${url}/functions/v1/pid`)).json()) as { pid: number }).pid;
};

describe('the process', () => {
  it('serves every part without the favours that the library does to tests', async () => {
    const { child, exit, output } = await running(prepared());
    const url = /Ready: (?<url>\S+)/.exec(output())?.groups?.url ?? '';
    const statuses = await Promise.all(['auth/v1/health', 'rest/v1/', 'storage/v1/bucket', 'functions/v1/echo'].map(async (path) => (await fetch(`${url}/${path}`)).status));
    expect(statuses).not.toContain(404);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('stops everything at Ctrl-C', async () => {
    const dataDir = prepared();
    const { child, exit } = await running(dataDir);
    const pid = postmaster(dataDir);
    child.kill('SIGINT');
    expect(await exit).toBe(0);
    expect(alive(pid)).toBe(false);
  });

  it('when killed leaves a database that the next start takes over, and no functions', async () => {
    const dataDir = prepared();
    const { child, exit, output } = await running(dataDir);
    const [pid, deno] = [postmaster(dataDir), await denoPid(output())];
    child.kill('SIGKILL');
    await exit;
    expect(alive(pid)).toBe(true);
    await expect.poll(() => alive(deno), { timeout: 5000 }).toBe(false);
    const stack = await start(dataDir);
    expect(postmaster(dataDir)).toBe(pid);
    expect((await api(stack, 'shops?select=id')).status).toBe(200);
    await stack.stop();
    expect(alive(pid)).toBe(false);
  });
});

describe('npm start', () => {
  it.each([
    [['--prot', '1'], /^I do not know --prot; .*\n$/],
    [['--clock', 'soon'], /^--clock soon is not a moment; .*\n$/],
  ])('answers %j with one sentence and exit code 1', async (args, sentence) => {
    const { exit, output } = run('tools/stack/main.ts', ...args);
    expect(await exit).toBe(1);
    expect(output()).toMatch(sentence);
  });
});
