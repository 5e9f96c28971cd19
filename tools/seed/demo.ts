import type postgres from 'postgres';
import { createDemoAccounts } from './accounts.ts';
import { runScripts } from './scripts.ts';
import type { SeedTarget } from './target.ts';

/** How much the demo holds, and over how many months up to yesterday. */
const APPLICATIONS = 20_000;
const MONTHS = 20;

/**
 * Fills the database with companies, accounts, and their cases of the last months; deterministic but for the calendar.
 * Answers the lines about the accounts.
 */
export const seedDemoData = async (target: SeedTarget, sql: postgres.Sql): Promise<string[]> => {
  target.log(`Making the demo data: 400 companies, ${APPLICATIONS.toLocaleString('en')} applications …`);
  await sql`select set_config('seed.applications', ${String(APPLICATIONS)}, false), set_config('seed.months', ${String(MONTHS)}, false)`;
  await sql`update public.settings set value = 'true' where key = 'standalone'`;
  await runScripts(sql, ['helpers', 'companies']);
  const lines = await createDemoAccounts(target, sql);
  await runScripts(sql, ['calendar', 'scenarios', 'cases', 'history', 'applications', 'money']);
  await sql`analyze`;
  return lines;
};
