import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { codeOf, messageOf, StackFailure } from './failure.ts';

const run = promisify(execFile);

/** Runs the system's tar; `tolerated` exit codes count as success. */
export const tar = async (args: string[], tolerated: number[] = []): Promise<void> => {
  try {
    await run('tar', args, { maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') throw new StackFailure('The program tar is missing; install it and try again.', { cause });
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (typeof code === 'number' && tolerated.includes(code)) return;
    throw new StackFailure(`tar failed: ${messageOf(cause).trim().split('\n').at(-1) ?? ''}`, { cause });
  }
};

/** Compresses `from` into `to`, which only its owner may read, and removes `from`; half a file is removed too. */
export const compress = async (from: string, to: string): Promise<void> => {
  try {
    await pipeline(createReadStream(from), createGzip({ level: 6 }), createWriteStream(to, { mode: 0o600 }));
  } catch (cause) {
    rmSync(to, { force: true });
    throw new StackFailure(`${to} could not be written (${codeOf(cause)}).`, { cause });
  } finally {
    rmSync(from, { force: true });
  }
};

/** The command line of backup and restore: one file, and perhaps `--data-dir`. */
export const parseFile = (name: string, args: string[]): { file: string; dataDir: string } => {
  try {
    const { values, positionals } = parseArgs({ args, options: { 'data-dir': { type: 'string', default: '.data' } }, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file !== undefined && rest.length === 0) return { file, dataDir: values['data-dir'] };
  } catch {
    // Answered below.
  }
  throw new StackFailure(`Say which file: npm run ${name} -- FILE [--data-dir DIR].`);
};

/** Runs a command to its end; a StackFailure is one sentence and exit code 1. */
export const command = (work: Promise<void>): void => {
  work.catch((cause: unknown) => {
    console.error(cause instanceof StackFailure ? cause.message : cause);
    process.exit(1);
  });
};
