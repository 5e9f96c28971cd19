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
  // Numbers that belong to nobody, so that statements and bank files look as they will.
  await sql`update public.settings set value = '"T9999999999999"' where key = 'invoice_registration_no'`;
  await sql`update public.settings set value = '"見本銀行 本店（001） 普通 9999001 ﾐﾎﾝﾚﾝｺﾞｳｶｲ"' where key = 'transfer_account'`;
  await sql`update public.settings set value = value || '{"code": "9999000001", "bank_code": "9998", "bank_name": "ﾐﾎﾝｷﾞﾝｺｳ", "branch_code": "001", "branch_name": "ﾎﾝﾃﾝ", "account_number": "9999001"}' where key = 'debit_consignor'`;
  await runScripts(sql, ['helpers', 'companies']);
  const lines = await createPeople(sql);
  await runScripts(sql, ['calendar', 'scenarios', 'cases', 'history', 'applications', 'money', 'notices']);
  log('Closing the months of the demo …');
  await runScripts(sql, ['billing', 'agent']);
  await sql`analyze`;
  return lines;
};
