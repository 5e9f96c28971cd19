import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import type { Log } from '../options.ts';
import { repository } from './deno.ts';

const QUIET_MS = 300;

/**
 * For development: ends Deno when a function or a shared rule is saved. The supervisor starts it again, with the new code.
 * Answers the function that ends the watching.
 */
export const watchFunctions = (functionsDir: string, restart: () => Promise<void>, log: Log): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      log('A function changed.');
      void restart();
    }, QUIET_MS);
  };
  const folders = [functionsDir, path.join(repository, 'src', 'domain')].filter((folder) => existsSync(folder));
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
};
