import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { holderOf } from './lock.ts';

const schema = z.object({
  url: z.string(),
  databaseUrl: z.string(),
  superUrl: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
});

/** Addresses and keys of a running stack. */
export type Addresses = z.infer<typeof schema>;

const fileOf = (dataDir: string): string => path.join(dataDir, 'running.json');

/** Notes for other tools how to reach this stack; readable by the owner alone, because it holds the keys. */
export const announce = (dataDir: string, addresses: Addresses): (() => void) => {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(fileOf(dataDir), { force: true });
};

/** The stack that runs on a data folder, or undefined. */
export const findRunning = (dataDir: string): Addresses | undefined => {
  if (holderOf(dataDir) === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};
