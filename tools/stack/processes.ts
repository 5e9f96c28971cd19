import { readFileSync } from 'node:fs';
import { codeOf } from './failure.ts';

/** Fields of /proc/<pid>/stat behind the command's name, or nothing where there is no /proc. */
const stat = (pid: number): string[] | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return undefined;
  }
};

/** Whether a process runs. A zombie does not: in a container without an init nobody ever collects it. */
export const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
  return stat(pid)?.[0] !== 'Z';
};

/** When a process started, in ticks since boot: with it a pid that was given to another program is told apart. */
export const startedAt = (pid: number): string => stat(pid)?.[19] ?? '';
