/** `npm run backup -- FILE`: an online backup of the database, the stored files and the keys. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';
import { command, compress, parseFile, tar } from './archive.ts';
import { StackFailure } from './failure.ts';
import { hasDatabase, isUnfinished, layoutOf } from './folder.ts';
import { acquireLock } from './lock.ts';
import { freePort } from './ports.ts';
import { connect } from './postgres/bootstrap.ts';
import { urlsOf } from './postgres/database.ts';
import { openCluster, startServer } from './postgres/server.ts';
import { findRunning } from './running.ts';
import { loadSecrets } from './secrets.ts';
import { createUndo } from './undo.ts';

/** What PostgreSQL writes anew at its start, and the log, which is copied at the end. */
const SKIPPED = ['pg_wal/*', 'pg_replslot/*', 'pg_stat_tmp/*', 'pg_dynshmem/*', 'pg_notify/*', 'pg_subtrans/*', 'postmaster.pid', 'postmaster.opts'];
const CHANGED_WHILE_READ = 1;

type Source = { superUrl: string; clusterDir: string; dataDir: string };

/**
 * PostgreSQL's own way to copy a running cluster: between start and stop of a backup the files are copied as they are,
 * and the write-ahead log of that time, which a temporary slot holds back from removal, makes them consistent.
 */
const copyCluster = async (sql: postgres.Sql, { clusterDir, dataDir }: Source, part: string): Promise<void> => {
  await sql`select pg_create_physical_replication_slot('backup', true, true)`;
  await sql`select pg_backup_start('backup', fast => true)`;
  await tar(['-cf', part, ...SKIPPED.map((name) => `--exclude=./${name}`), '-C', clusterDir, '.'], [CHANGED_WHILE_READ]);
  const [label] = await sql<{ labelfile: string; spcmapfile: string }[]>`select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)`;
  const stage = mkdtempSync(path.join(path.dirname(part), '.backup-'));
  try {
    writeFileSync(path.join(stage, 'backup_label'), label?.labelfile ?? '');
    await tar(['-rf', part, '-C', stage, 'backup_label']);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  const log = readdirSync(path.join(clusterDir, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));
  await tar(['-rf', part, '-C', clusterDir, ...log.map((name) => `pg_wal/${name}`)], [CHANGED_WHILE_READ]);
  const others = ['secrets.json', 'accounts.json', 'storage', 'mail'].filter((name) => existsSync(path.join(dataDir, name)));
  await tar(['-rf', part, '-C', dataDir, ...others], [CHANGED_WHILE_READ]);
};

/** The running stack's database, or one started for the occasion. */
const openSource = async (dataDir: string, undo: ReturnType<typeof createUndo>): Promise<Source> => {
  if (!hasDatabase(dataDir) || isUnfinished(dataDir)) throw new StackFailure(`There is no database in ${dataDir} to back up.`);
  const running = findRunning(dataDir);
  if (!running) undo.add(acquireLock(dataDir));
  const secrets = await loadSecrets(dataDir);
  const cluster = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: secrets.superPassword, durable: true });
  const { clusterDir } = cluster.as;
  if (running) return { superUrl: running.superUrl, clusterDir, dataDir };
  const server = await startServer(cluster, await freePort());
  undo.add(server.stop);
  return { superUrl: urlsOf(server.port, secrets).superUrl, clusterDir, dataDir };
};

/** Writes the backup of a data folder, running or stopped, to `file`. Nothing is left behind when it fails. */
export const backup = async ({ file, dataDir }: { file: string; dataDir: string }): Promise<void> => {
  const target = path.resolve(file);
  if (existsSync(target)) throw new StackFailure(`${target} exists; a backup never replaces a file.`);
  const undo = createUndo();
  try {
    const source = await openSource(path.resolve(dataDir), undo);
    mkdirSync(path.dirname(target), { recursive: true });
    const part = `${target}.part`;
    undo.add(() => rmSync(part, { force: true }));
    const sql = connect(source.superUrl);
    undo.add(() => sql.end({ timeout: 1 }));
    await copyCluster(sql, source, part);
    await compress(part, target);
  } finally {
    await undo.run();
  }
};

if (process.argv[1]?.endsWith('backup.ts')) {
  const main = async (): Promise<void> => {
    const options = parseFile('backup', process.argv.slice(2));
    await backup(options);
    console.log(`Saved ${path.resolve(options.file)}; it holds the keys of this installation, keep it where only you can read it.`);
  };
  command(main());
}
