import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, StackFailure } from './failure.ts';
import { alive, startedAt } from './processes.ts';

const schema = z.object({ pid: z.number(), startedAt: z.string() });

const fileOf = (dataDir: string): string => path.join(dataDir, 'lock.json');

/** The process that holds a data folder, or undefined when none does or it died without tidying up. */
export const holderOf = (dataDir: string): number | undefined => {
  try {
    const holder = schema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
    return alive(holder.pid) && startedAt(holder.pid) === holder.startedAt ? holder.pid : undefined;
  } catch {
    return undefined;
  }
};

const write = (dataDir: string): boolean => {
  const content = JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) });
  try {
    writeFileSync(fileOf(dataDir), content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw new StackFailure(`The data folder ${dataDir} cannot be written (${codeOf(cause)}); choose another with --data-dir.`, { cause });
  }
};

/**
 * Takes a data folder for this process; two starts on one folder would damage it. Returns the function that gives it
 * back. The lock of a process that was killed is taken over.
 */
export const acquireLock = (dataDir: string): (() => void) => {
  if (!write(dataDir)) {
    const holder = holderOf(dataDir);
    if (holder !== undefined) throw new StackFailure(`The data folder ${dataDir} is in use by process ${holder}; stop that one first.`);
    rmSync(fileOf(dataDir), { force: true });
    if (!write(dataDir)) throw new StackFailure(`The data folder ${dataDir} is being taken by another start; try again.`);
  }
  return () => rmSync(fileOf(dataDir), { force: true });
};
