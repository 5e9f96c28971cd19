import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process ended meanwhile
  }
};

/** A process with everything it started. */
const familyOf = (pid: number): number[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const parent = new Map(all.map((id) => [id, Number(/\) \S (?<ppid>\d+)/.exec(read(`/proc/${id}/stat`))?.groups?.ppid)]));
  const family = [pid];
  for (const member of family) family.push(...all.filter((id) => parent.get(id) === member));
  return family;
};

/**
 * Memory of a process and all it started, in MB: shared pages are counted once (PSS), because PostgreSQL's processes share
 * most of theirs. Linux only; undefined elsewhere.
 */
export const memoryOf = (pid: number): number | undefined => {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = familyOf(pid).map((id) => Number(/^Pss:\s+(?<kB>\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.groups?.kB ?? 0));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
};
