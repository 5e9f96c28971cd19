import { setClock } from './clock.ts';
import { hasDatabase, isUnfinished, layoutOf, markUnfinished, wipe } from './folder.ts';
import type { Log, StackOptions } from './options.ts';
import { freePort } from './ports.ts';
import { bootstrap } from './postgres/bootstrap.ts';
import { supabaseDir, urlsOf } from './postgres/database.ts';
import { migrate } from './postgres/migrate.ts';
import { createCluster, findServer, openCluster, startServer } from './postgres/server.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { supervise } from './supervise.ts';
import type { Undo } from './undo.ts';

/**
 * Empties the folder when asked to, or when a first start broke off in it: what is there then is half a database, perhaps with
 * its server still running.
 */
export const prepareFolder = async ({ dataDir, fresh = false }: StackOptions, log: Log): Promise<Secrets> => {
  if (hasDatabase(dataDir) && (fresh || isUnfinished(dataDir))) {
    if (!fresh) log('The first start did not finish; starting over.');
    const old = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: '', durable: true });
    await findServer(old)?.stop();
    wipe(dataDir);
  }
  return loadSecrets(dataDir);
};

/** Brings PostgreSQL up with everything that has to be in it, and keeps it up until the stack is stopped. */
export const prepareDatabase = async (options: StackOptions, secrets: Secrets, undo: Undo, log: Log) => {
  const { dataDir, durable = true, clock } = options;
  const cluster = await openCluster({ clusterDir: layoutOf(dataDir).cluster, superPassword: secrets.superPassword, durable });
  const isNew = !cluster.exists();
  if (isNew) {
    markUnfinished(dataDir);
    log('Creating the database …');
    await createCluster(cluster);
  }
  let port = await freePort();
  const start = async () => {
    const server = await startServer(cluster, port);
    port = server.port; // an adopted server keeps its own; a restarted one must come back where the pools look for it
    return server;
  };
  const server = await supervise('The database', start, log);
  undo.add(server.stop);
  const urls = urlsOf(port, secrets);
  await bootstrap(urls.superUrl, secrets.databasePassword);
  const applied = await migrate(urls.url, options.supabaseDir ?? supabaseDir);
  if (applied.length > 0 && !isNew) log(`Migrated: ${applied.join(', ')}`);
  await setClock(urls.superUrl, clock);
  return { ...urls, isNew, isUp: server.isUp };
};
