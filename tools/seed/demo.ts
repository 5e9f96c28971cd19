import type postgres from 'postgres';
import { runScripts } from './scripts.ts';

/** How much the demo holds, and over how many months up to yesterday. */
const APPLICATIONS = 20_000;
const MONTHS = 20;

export type DemoOptions = {
  /** Makes the people, once their companies exist; answers whatever is to be told about them. */
  createPeople: (sql: postgres.Sql) => Promise<string[]>;
  log?: (line: string) => void;
  applications?: number;
};

/**
 * Fills the database of one connection with companies, people, their cases of the last months, notices and closed months;
 * the same on every machine but for the calendar. `hq-finance` must be among the people: it closes the months.
 */
export const fillDemo = async (sql: postgres.Sql, options: DemoOptions): Promise<string[]> => {
  const { createPeople, log = () => undefined, applications = APPLICATIONS } = options;
  log(`Making the demo data: 400 companies, ${applications.toLocaleString('en')} applications …`);
  await sql`select set_config('seed.applications', ${String(applications)}, false), set_config('seed.months', ${String(MONTHS)}, false)`;
  await sql`update public.settings set value = 'true' where key = 'standalone'`;
  await runScripts(sql, ['helpers', 'companies']);
  const lines = await createPeople(sql);
  await runScripts(sql, ['calendar', 'scenarios', 'cases', 'history', 'applications', 'money', 'notices']);
  log('Closing the months of the demo …');
  await runScripts(sql, ['billing', 'agent']);
  await sql`analyze`;
  return lines;
};
