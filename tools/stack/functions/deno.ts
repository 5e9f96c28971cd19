import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackFailure } from '../failure.ts';
import { freePort } from '../ports.ts';
import type { Program } from '../supervise.ts';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const router = fileURLToPath(new URL('router.ts', import.meta.url));

export type Deno = Program & { port: number };
/** `reachable` is the host and port of the gateway. */
export type DenoOptions = { functionsDir: string; cacheDir: string; reachable: string; env: Record<string, string>; log: (line: string) => void };

/** The binary inside the platform's npm package; its launcher would need the install script that npm does not run. */
const binary = (): string => {
  const name = `${os.platform()}-${os.arch()}${os.platform() === 'linux' ? '-glibc' : ''}`;
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`@deno/${name}/package.json`));
    const file = path.join(folder, os.platform() === 'win32' ? 'deno.exe' : 'deno');
    if (existsSync(file)) return realpathSync(file);
  } catch {
    // Answered below, together with a package that lacks its binary.
  }
  throw new StackFailure(`Deno for ${name} is not installed; run \`npm ci\` and start again.`);
};

/**
 * Everything comes from node_modules (`manual`, no downloads), and a function reaches this machine and nothing else:
 * what it may do on hosted Supabase it does through the API.
 */
const argumentsOf = ({ functionsDir, reachable }: DenoOptions, port: number): string[] => [
  'run',
  '--quiet',
  '--no-remote',
  // Deno's coming rule for aborts; without it each first request prints a warning.
  '--unstable-no-legacy-abort',
  '--cached-only',
  '--no-lock',
  '--node-modules-dir=manual',
  `--allow-net=127.0.0.1,${reachable}`,
  '--allow-env',
  '--allow-sys',
  `--allow-read=${repository},${functionsDir}`,
  router,
  functionsDir,
  String(port),
];

/** Starts Deno with all functions and waits until it listens. It ends by itself when this process is gone. */
export const startDeno = async (options: DenoOptions): Promise<Deno> => {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(binary(), argumentsOf(options, port), {
    cwd: repository,
    detached: true, // Ctrl-C in the terminal reaches only us; we stop things in order
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH, HOME, DENO_DIR: options.cacheDir, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1', ...options.env },
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  let problems = '';
  child.stderr.on('data', (data) => {
    problems = `${problems}${String(data)}`.slice(-2000);
    options.log(String(data).trimEnd());
  });
  const ready = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (data) => {
      const lines = String(data).trimEnd().split('\n');
      if (lines.includes('READY')) resolve(true);
      for (const line of lines.filter((text) => text !== 'READY' && text !== '')) options.log(line);
    });
    void exited.then(() => resolve(false));
  });
  if (!(await ready)) throw new StackFailure(`Deno did not start: ${problems.trim().split('\n')[0] ?? 'no reason given'}.`);
  return {
    port,
    exited,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
