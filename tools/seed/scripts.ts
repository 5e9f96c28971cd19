import { readFileSync } from 'node:fs';
import type postgres from 'postgres';

/** Text of a script in `sql/`. */
export const script = (name: string): string => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');

/** Runs scripts one after the other on one connection: they hand their work on in temporary tables. */
export const runScripts = async (sql: postgres.Sql, names: string[]): Promise<void> => {
  for (const name of names) await sql.unsafe(script(name)).simple();
};
