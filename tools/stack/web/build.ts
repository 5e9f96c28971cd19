import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { StackFailure } from '../failure.ts';
import { repository } from '../functions/deno.ts';
import type { Log } from '../options.ts';

const run = promisify(execFile);
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const dist = path.join(repository, 'dist');
const mark = path.join(dist, '.sources');

const filesIn = (root: string): string[] => {
  const full = path.join(repository, root);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
};

/** A fingerprint of everything the app is built from. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const full = path.join(repository, source);
    const files = /\.\w+$/.test(source) ? [full].filter(existsSync) : filesIn(source);
    for (const file of files.toSorted()) hash.update(path.relative(repository, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const isCurrent = (print: string): boolean => existsSync(mark) && readFileSync(mark, 'utf8') === print;

const firstError = (cause: unknown): string => {
  const stderr = typeof cause === 'object' && cause !== null && 'stderr' in cause ? String(cause.stderr) : String(cause);
  return stderr.split('\n').find((line) => line.trim() !== '')?.trim() ?? 'no reason given';
};

/**
 * Builds the app when `dist/` is missing or was built from other sources. In a process of its own: the bundler's memory
 * would otherwise stay with the server. Answers the folder to serve.
 */
export const ensureBuilt = async (log: Log): Promise<string> => {
  const print = fingerprint();
  if (isCurrent(print)) return dist;
  log('Building the app …');
  const vite = path.join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await run(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: repository, env: { ...process.env, NODE_ENV: 'production' } });
  } catch (cause) {
    throw new StackFailure(`The app could not be built: ${firstError(cause)}`, { cause });
  }
  writeFileSync(mark, print);
  return dist;
};
