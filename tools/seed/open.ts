import { existsSync } from 'node:fs';
import path from 'node:path';
import { StackFailure } from '../stack/failure.ts';
import { hasDatabase, isUnfinished, layoutOf } from '../stack/folder.ts';
import { acquireLock } from '../stack/lock.ts';
import { freePort } from '../stack/ports.ts';
import { urlsOf } from '../stack/postgres/database.ts';
import { openCluster, startServer } from '../stack/postgres/server.ts';
import { findRunning } from '../stack/running.ts';
import { loadSecrets } from '../stack/secrets.ts';

export type OpenDatabase = { superUrl: string; close: () => Promise<void> };

/** The database of a data folder: that of the running product, or started for this purpose alone. */
export const openDatabase = async (folder: string): Promise<OpenDatabase> => {
  const dataDir = path.resolve(folder);
  const running = existsSync(dataDir) ? findRunning(dataDir) : undefined;
  if (running) return { superUrl: running.superUrl, close: () => Promise.resolve() };
  if (!hasDatabase(dataDir) || isUnfinished(dataDir)) {
    throw new StackFailure(`There is no database in ${dataDir}; start the product once with \`npm start\`.`);
  }
  const release = acquireLock(dataDir);
  const secrets = await loadSecrets(dataDir);
  const cluster = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: secrets.superPassword, durable: true });
  const server = await startServer(cluster, await freePort());
  const close = async () => {
    await server.stop();
    release();
  };
  return { superUrl: urlsOf(server.port, secrets).superUrl, close };
};
