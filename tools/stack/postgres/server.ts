import { execFile, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { messageOf, StackFailure } from '../failure.ts';
import { alive } from '../processes.ts';
import { binaries } from './binaries.ts';
import { type Identity, identity } from './identity.ts';
import { serverArguments } from './settings.ts';

const run = promisify(execFile);
const READY_TIMEOUT_MS = 120_000;

export type ServerOptions = { clusterDir: string; superPassword: string; durable: boolean };

/** A running PostgreSQL. `exited` settles when it stops, for whatever reason. */
export type Server = { port: number; adopted: boolean; exited: Promise<void>; stop: () => Promise<void> };

/** Where one cluster lies and how its programs are run. */
export type Cluster = { as: Identity; options: ServerOptions; exists: () => boolean };

const environment = () => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });

const exec = ({ as }: Cluster, program: string, args: string[]) =>
  run(...as.wrap(path.join(as.bin, program), args), { cwd: as.bin, uid: as.uid, gid: as.gid, env: environment() });

/** Finds binaries and identity for a cluster folder; starts nothing. */
export const openCluster = async (options: ServerOptions): Promise<Cluster> => {
  const as = await identity(await binaries(), path.resolve(options.clusterDir));
  return { as, options, exists: () => existsSync(path.join(as.clusterDir, 'PG_VERSION')) };
};

/**
 * Creates the cluster. Every connection needs its password (scram-sha-256): with `trust` each process of the machine
 * would be superuser. The superuser is `supabase_admin`, as on hosted Supabase, so that `postgres` is an ordinary role.
 */
export const createCluster = async (cluster: Cluster): Promise<void> => {
  const { as, options } = cluster;
  rmSync(as.clusterDir, { recursive: true, force: true });
  mkdirSync(as.clusterDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${as.clusterDir}.password`;
  writeFileSync(passwordFile, options.superPassword, { mode: 0o600 });
  for (const owned of as.uid === undefined ? [] : [as.clusterDir, passwordFile]) chownSync(owned, as.uid ?? 0, as.gid ?? 0);
  try {
    const access = ['-U', 'supabase_admin', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const text = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
    const speed = options.durable ? [] : ['--no-sync'];
    await exec(cluster, 'initdb', ['-D', as.clusterDir, ...access, ...text, ...speed, '--data-checksums', '--no-instructions']);
  } catch (cause) {
    throw new StackFailure(`PostgreSQL could not create its database in ${as.clusterDir}: ${lastLine(messageOf(cause))}.`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.replace(/\.$/, '') ?? '';

/** The lines of postmaster.pid: pid, data folder, start, port, socket, host, memory, status. */
const postmaster = (clusterDir: string): { pid: number; port: number; status: string } | undefined => {
  try {
    const lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
};

const stopServer = async (cluster: Cluster, exited: Promise<void>): Promise<void> => {
  const stopped = exec(cluster, 'pg_ctl', ['stop', '-D', cluster.as.clusterDir, '-m', 'fast', '-w']).catch(() => undefined);
  await Promise.all([stopped, exited]);
};

/** Watches a server that is not our child; only children report their own end. */
const watch = async (pid: number): Promise<void> => {
  while (alive(pid)) await sleep(300);
};

/**
 * A server whose parent was killed keeps running, detached and healthy. The next start takes it over instead of
 * fighting it for the folder.
 */
export const findServer = (cluster: Cluster): Server | undefined => {
  const found = postmaster(cluster.as.clusterDir);
  if (!found || found.status !== 'ready' || !alive(found.pid)) return undefined;
  const exited = watch(found.pid);
  return { port: found.port, adopted: true, exited, stop: () => stopServer(cluster, exited) };
};

/**
 * Starts the server on `port`, or adopts the one that runs already. It is our direct child, so that its end is noticed
 * at once, but in a session of its own, so that Ctrl-C in the terminal reaches only us and we stop things in order.
 */
export const startServer = async (cluster: Cluster, port: number): Promise<Server> => {
  const adopted = findServer(cluster);
  if (adopted) return adopted;
  const { as, options } = cluster;
  const logFile = path.join(path.dirname(options.clusterDir), 'postgres.log');
  const log = openSync(logFile, 'a', 0o600);
  const [program, args] = as.wrap(path.join(as.bin, 'postgres'), ['-D', as.clusterDir, ...serverArguments({ port, durable: options.durable })]);
  const child = spawn(program, args, { cwd: as.bin, uid: as.uid, gid: as.gid, env: environment(), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  for (const start = Date.now(); ; await sleep(25)) {
    const found = postmaster(as.clusterDir);
    if (found?.pid === child.pid && found?.status === 'ready') break;
    if (ended || Date.now() - start > READY_TIMEOUT_MS) {
      throw new StackFailure(`The database did not start: ${lastLine(readFileSync(logFile, 'utf8'))} (see ${logFile}).`);
    }
  }
  child.unref();
  return { port, adopted: false, exited, stop: () => stopServer(cluster, exited) };
};
