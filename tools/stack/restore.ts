/** `npm run restore -- FILE`: puts a backup in the place of the data folder's contents. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { command, parseFile, tar } from './archive.ts';
import { codeOf, StackFailure } from './failure.ts';
import { hasDatabase, layoutOf, markFinished, openFolder } from './folder.ts';
import { acquireLock } from './lock.ts';
import { freePort } from './ports.ts';
import { findServer, openCluster, startServer } from './postgres/server.ts';
import { loadSecrets } from './secrets.ts';

const BESIDE = ['secrets.json', 'accounts.json', 'storage', 'mail'];
const NEEDED = ['PG_VERSION', 'backup_label', 'secrets.json'];

/** Unpacks into a folder beside the data, so that a bad file is found before anything is touched. */
const unpack = async (file: string, dataDir: string): Promise<string> => {
  const stage = path.join(dataDir, 'restoring');
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { mode: 0o700 });
  try {
    await tar(['-xzf', file, '-C', stage]);
    if (NEEDED.some((name) => !existsSync(path.join(stage, name)))) throw new StackFailure(`${file} is not a backup made by npm run backup.`);
    return stage;
  } catch (cause) {
    rmSync(stage, { recursive: true, force: true });
    throw cause instanceof StackFailure && cause.message.startsWith('tar failed')
      ? new StackFailure(`${file} is not a backup made by npm run backup.`, { cause })
      : cause;
  }
};

const moveIfThere = (from: string, to: string): void => {
  if (!existsSync(from)) return;
  try {
    renameSync(from, to);
  } catch (cause) {
    if (codeOf(cause) !== 'EXDEV') throw cause; // the cluster may lie on another disk, see postgres/identity.ts
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    rmSync(from, { recursive: true });
  }
};

/** Moves what was there into a folder of its own; answers that folder, or undefined when there was nothing. */
const setAside = async (dataDir: string): Promise<string | undefined> => {
  if (!hasDatabase(dataDir)) return undefined;
  const old = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: '', durable: true });
  await findServer(old)?.stop();
  const aside = path.join(dataDir, `replaced-${new Date().toISOString().replaceAll(/[:.]/g, '')}`);
  mkdirSync(aside, { mode: 0o700 });
  moveIfThere(old.as.clusterDir, path.join(aside, 'pg'));
  for (const name of BESIDE) moveIfThere(path.join(dataDir, name), path.join(aside, name));
  return aside;
};

/** Starts the restored database once and stops it: recovery from the log is done, and it is known to work. */
const prove = async (dataDir: string, stage: string): Promise<void> => {
  for (const name of BESIDE) moveIfThere(path.join(stage, name), path.join(dataDir, name));
  const secrets = await loadSecrets(dataDir);
  const cluster = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: secrets.superPassword, durable: true });
  const { clusterDir, uid, gid } = cluster.as;
  moveIfThere(stage, clusterDir);
  chmodSync(clusterDir, 0o700);
  for (const name of ['pg_replslot', 'pg_stat_tmp', 'pg_dynshmem', 'pg_notify', 'pg_subtrans', 'pg_wal/archive_status', 'pg_wal/summaries']) {
    mkdirSync(path.join(clusterDir, name), { recursive: true, mode: 0o700 });
  }
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, clusterDir]);
  const server = await startServer(cluster, await freePort());
  await server.stop();
};

/**
 * Restores `file` into a data folder that is not in use. Answers the folder into which the former contents were moved, if
 * there were any: nothing is deleted.
 */
export const restore = async ({ file, dataDir }: { file: string; dataDir: string }): Promise<string | undefined> => {
  const [source, folder] = [path.resolve(file), path.resolve(dataDir)];
  if (!existsSync(source)) throw new StackFailure(`${source} does not exist.`);
  openFolder(folder);
  const release = acquireLock(folder);
  try {
    const stage = await unpack(source, folder);
    const aside = await setAside(folder);
    await prove(folder, stage);
    markFinished(folder);
    return aside;
  } finally {
    release();
  }
};

if (process.argv[1]?.endsWith('restore.ts')) {
  const main = async (): Promise<void> => {
    const options = parseFile('restore', process.argv.slice(2));
    const aside = await restore(options);
    console.log(`Restored ${path.resolve(options.file)} into ${path.resolve(options.dataDir)}.`);
    if (aside) console.log(`What was there before lies in ${aside}; delete it when you no longer need it.`);
  };
  command(main());
}
