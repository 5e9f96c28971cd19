import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';
import { loadSecrets } from '../secrets.ts';
import { bootstrap, connect } from './bootstrap.ts';
import { migrate } from './migrate.ts';
import { createCluster, openCluster, startServer } from './server.ts';

/** The repository's `supabase/` folder. */
export const supabaseDir = fileURLToPath(new URL('../../../supabase', import.meta.url));

/** Connection URLs of one database: as the ordinary owner `postgres` and as the superuser `supabase_admin`. */
export type DatabaseUrls = { url: string; superUrl: string };

/** The URLs of the database `name` on the cluster at `port`. */
export const urlsOf = (port: number, passwords: { superPassword: string; databasePassword: string }, name = 'postgres'): DatabaseUrls => ({
  url: `postgres://postgres:${passwords.databasePassword}@127.0.0.1:${port}/${name}`,
  superUrl: `postgres://supabase_admin:${passwords.superPassword}@127.0.0.1:${port}/${name}`,
});

const renamed = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

/**
 * Copies the database of `superUrl` as `name` (letters, digits, underscores), replacing an older copy. Takes some
 * 100 ms, so every test file can have a database of its own. Nobody may be connected to the source meanwhile.
 */
export const cloneDatabase = async (source: DatabaseUrls, name: string): Promise<DatabaseUrls> => {
  const template = new URL(source.superUrl).pathname.slice(1);
  const sql = connect(renamed(source.superUrl, 'template1'));
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)} template ${sql(template)} owner postgres strategy file_copy`;
  } finally {
    await sql.end();
  }
  return { url: renamed(source.url, name), superUrl: renamed(source.superUrl, name) };
};

export type Database = DatabaseUrls & { createFromTemplate: (name: string) => Promise<DatabaseUrls>; stop: () => Promise<void> };

/**
 * PostgreSQL with roles, system schemas and all migrations, and nothing else: for tests of the database. Not durable,
 * `dataDir` is meant to be thrown away. The migrated database itself is the template of `createFromTemplate`.
 */
export const startDatabase = async (options: { dataDir: string; supabaseDir?: string }): Promise<Database> => {
  mkdirSync(options.dataDir, { recursive: true });
  const secrets = await loadSecrets(options.dataDir);
  const cluster = await openCluster({ clusterDir: path.join(options.dataDir, 'pg'), superPassword: secrets.superPassword, durable: false });
  if (!cluster.exists()) await createCluster(cluster);
  const server = await startServer(cluster, await freePort());
  const urls = urlsOf(server.port, secrets);
  try {
    await bootstrap(urls.superUrl, secrets.databasePassword);
    await migrate(urls.url, options.supabaseDir ?? supabaseDir);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return { ...urls, createFromTemplate: (name) => cloneDatabase(urls, name), stop: server.stop };
};
