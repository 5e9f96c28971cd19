import '../enableStorage.ts';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';

const text = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** One connection that keeps quiet; the caller ends it. */
export const connect = (url: string): postgres.Sql => postgres(url, { max: 1, onnotice: () => undefined });

/**
 * Brings an empty cluster to what hosted Supabase offers before the first migration: roles, schemas, auth and storage
 * tables. Done in one transaction, so that it is either complete or absent. Also gives `postgres` its password.
 */
export const bootstrap = async (superUrl: string, databasePassword: string): Promise<void> => {
  const { getAuthSchemaSql, getStorageSchemaSql } = await import('@supabase/lite');
  const sql = connect(superUrl);
  try {
    const [row] = await sql<{ done: boolean }[]>`select to_regclass('auth.mfa_factors') is not null as done`;
    if (row?.done) return;
    await sql.begin(async (tx) => {
      for (const part of [text('baseline.sql'), getAuthSchemaSql(), getStorageSchemaSql(), text('system-tables.sql')]) {
        await tx.unsafe(part).simple();
      }
      await tx.unsafe(`alter role postgres password '${databasePassword.replaceAll("'", "''")}'`);
    });
  } finally {
    await sql.end();
  }
};
