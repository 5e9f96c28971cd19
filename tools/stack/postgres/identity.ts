import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { StackFailure } from '../failure.ts';

const run = promisify(execFile);

/** How PostgreSQL's programs are run: from where, as whom, on which folder. */
export type Identity = {
  bin: string;
  clusterDir: string;
  uid?: number;
  gid?: number;
  wrap: (program: string, args: string[]) => [string, string[]];
};

const direct: Identity['wrap'] = (program, args) => [program, args];
const namespace = ['-U', '--map-user=1000', '--map-group=1000', '--'];

const works = (program: string, args: string[]): Promise<boolean> =>
  run(program, args).then(
    () => true,
    () => false,
  );

const idOf = async (name: string, flag: '-u' | '-g'): Promise<number | undefined> =>
  run('id', [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  );

/** Whether every folder above lets strangers through; /root and private homes do not. */
const reachable = (target: string): boolean => {
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return false;
    if (dir === path.dirname(dir)) return true;
  }
};

/** A cluster that has to lie elsewhere is still found at its usual place. */
const link = (from: string, to: string): void => {
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) symlinkSync(to, from);
};

/**
 * Becomes `postgres` or `nobody`. What that user cannot reach, because it lies below /root or a private home, is kept under
 * /var/tmp: a copy of the binaries, and the cluster itself.
 */
const asService = async (bin: string, clusterDir: string): Promise<Identity> => {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf(name, '-u'), idOf(name, '-g')]);
    if (uid === undefined || gid === undefined) continue;
    const stage = `/var/tmp/embedded-postgres-${createHash('sha1').update(clusterDir).digest('hex').slice(0, 10)}`;
    chmodSync(path.dirname(clusterDir), 0o711); // may be passed through, not be looked into
    const [binHere, dataHere] = [reachable(bin), reachable(clusterDir)];
    if (!binHere && !existsSync(path.join(stage, 'bin', 'postgres'))) {
      cpSync(path.dirname(bin), stage, { recursive: true, verbatimSymlinks: true });
    }
    if (!dataHere) {
      mkdirSync(stage, { recursive: true, mode: 0o700 });
      link(clusterDir, path.join(stage, 'data'));
    }
    if (existsSync(stage)) chownSync(stage, uid, gid);
    return {
      bin: binHere ? bin : path.join(stage, 'bin'),
      clusterDir: dataHere ? clusterDir : path.join(stage, 'data'),
      uid,
      gid,
      wrap: direct,
    };
  }
  throw new StackFailure('PostgreSQL cannot run as root here: allow user namespaces or add a user named postgres.');
};

/**
 * PostgreSQL refuses to run as uid 0, while containers and servers often have nothing else. As root it gets, in this
 * order: a user namespace in which root is called 1000 (files stay root's, works below /root, needs no account), or an
 * unprivileged account of the machine (where namespaces are forbidden, as in a default Docker container).
 */
export const identity = async (bin: string, clusterDir: string): Promise<Identity> => {
  if (process.getuid?.() !== 0) return { bin, clusterDir, wrap: direct };
  if (await works('unshare', [...namespace, 'true'])) {
    return { bin, clusterDir, wrap: (program, args) => ['unshare', [...namespace, program, ...args]] };
  }
  return asService(bin, clusterDir);
};
