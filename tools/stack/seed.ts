import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { layoutOf } from './folder.ts';

/** What the seeding is given: a running API and its database. */
export type SeedTarget = { url: string; databaseUrl: string; publishableKey: string; secretKey: string; log: (line: string) => void };

/** Demo data, or nothing but the first people. */
export type SeedKind = 'demo' | 'none';

type Seeder = (target: SeedTarget) => Promise<unknown>;
const module = z.object({ seedDemo: z.custom<Seeder>((value) => typeof value === 'function'), seedFirstPeople: z.custom<Seeder>((value) => typeof value === 'function') });
const lines = z.array(z.string()).catch([]);

/**
 * Fills a new database through the running API. Answers the lines to print once: initial passwords. The accounts of the
 * demo are no secret and are kept, to be printed at every start.
 */
export const seedFirst = async (kind: SeedKind, target: SeedTarget, dataDir: string): Promise<string[]> => {
  const { seedDemo, seedFirstPeople } = module.parse(await import(new URL('../seed/index.ts', import.meta.url).href));
  if (kind === 'none') return lines.parse(await seedFirstPeople(target));
  const accounts = lines.parse(await seedDemo(target));
  writeFileSync(layoutOf(dataDir).accounts, JSON.stringify(accounts));
  return [];
};

/** The lines about the demo accounts, or none. */
export const demoAccounts = (dataDir: string): string[] => {
  const file = layoutOf(dataDir).accounts;
  return existsSync(file) ? lines.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
};
