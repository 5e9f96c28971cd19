import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';
import { messageOf, StackFailure } from '../failure.ts';
import { connect } from './bootstrap.ts';

const FILE = /^(?<version>\d+)_(?<name>.*)\.sql$/;

/** The line of a file in which PostgreSQL saw an error, from the character position that it reports. */
const lineOf = (text: string, cause: unknown): string => {
  const position = typeof cause === 'object' && cause !== null && 'position' in cause ? Number(cause.position) : Number.NaN;
  return Number.isFinite(position) ? ` line ${text.slice(0, position).split('\n').length}` : '';
};

const runFile = async (sql: postgres.Sql, file: string, after?: (tx: postgres.TransactionSql, text: string) => Promise<unknown>) => {
  const text = readFileSync(file, 'utf8');
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(text).simple();
      await after?.(tx, text);
    });
  } catch (cause) {
    throw new StackFailure(`${path.basename(file)}${lineOf(text, cause)}: ${messageOf(cause)}.`, { cause });
  }
};

const applied = async (sql: postgres.Sql): Promise<Set<string>> => {
  await sql`create schema if not exists supabase_migrations`;
  await sql`create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text)`;
  const rows = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
  return new Set(rows.map(({ version }) => version));
};

/**
 * Applies what is new in `<supabaseDir>/migrations`, each file in one transaction, as the role `postgres` and recorded
 * in the table of the Supabase CLI, so that either tool continues where the other stopped. `seed.sql` runs once, after
 * the first migrations. Returns the names of the files applied.
 */
export const migrate = async (databaseUrl: string, supabaseDir: string): Promise<string[]> => {
  const sql = connect(databaseUrl);
  try {
    const done = await applied(sql);
    const folder = path.join(supabaseDir, 'migrations');
    const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
    const news = files.filter((file) => !done.has(FILE.exec(file)?.groups?.version ?? file) && FILE.test(file));
    for (const file of news) {
      const { version = '', name = '' } = FILE.exec(file)?.groups ?? {};
      await runFile(sql, path.join(folder, file), (tx, text) =>
        tx`insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${name}, ${[text]})`,
      );
    }
    const seed = path.join(supabaseDir, 'seed.sql');
    if (done.size === 0 && news.length > 0 && existsSync(seed)) await runFile(sql, seed);
    return news;
  } finally {
    await sql.end();
  }
};
