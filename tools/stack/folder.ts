import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf, StackFailure } from './failure.ts';

/** What lies where in a data folder. */
export const layoutOf = (dataDir: string) => ({
  cluster: path.join(dataDir, 'pg'),
  storage: path.join(dataDir, 'storage'),
  mail: path.join(dataDir, 'mail'),
  deno: path.join(dataDir, 'deno'),
  /** Exists from before the database is created until the first start is complete. */
  unfinished: path.join(dataDir, 'first-start-unfinished'),
  /** Lines to print at every start, left by the seeding. */
  accounts: path.join(dataDir, 'accounts.json'),
});

/** Makes the data folder, for its owner alone. */
export const openFolder = (dataDir: string): void => {
  try {
    const { mail, storage } = layoutOf(dataDir);
    for (const dir of [dataDir, mail, storage]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StackFailure(`The data folder ${dataDir} cannot be created (${codeOf(cause)}); choose another with --data-dir.`, { cause });
  }
};

/** Whether a database, complete or not, lies in the folder. */
export const hasDatabase = (dataDir: string): boolean => existsSync(layoutOf(dataDir).cluster);

/**
 * Whether a first start broke off here. It is told by a file that was written before anything else, never by the absence of
 * one: a lost file must not look like permission to start over.
 */
export const isUnfinished = (dataDir: string): boolean => existsSync(layoutOf(dataDir).unfinished);

export const markUnfinished = (dataDir: string): void => writeFileSync(layoutOf(dataDir).unfinished, '');
export const markFinished = (dataDir: string): void => rmSync(layoutOf(dataDir).unfinished, { force: true });

/** Deletes everything of a data folder that a first start makes. The lock stays. */
export const wipe = (dataDir: string): void => {
  const { cluster, storage, mail, accounts } = layoutOf(dataDir);
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
  for (const part of [cluster, storage, mail, accounts]) rmSync(part, { recursive: true, force: true });
  rmSync(path.join(dataDir, 'secrets.json'), { force: true });
  openFolder(dataDir);
};
