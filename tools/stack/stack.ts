import path from 'node:path';
import { layoutOf, markFinished, openFolder } from './folder.ts';
import { createBackend } from './gateway/backend.ts';
import { health } from './gateway/health.ts';
import { listen } from './gateway/listen.ts';
import { createMailRoute } from './gateway/mail.ts';
import { createGateway } from './gateway/server.ts';
import { acquireLock } from './lock.ts';
import type { Log, StackOptions } from './options.ts';
import { claimPort } from './ports.ts';
import { prepareDatabase, prepareFolder } from './prepare.ts';
import { type Addresses, announce } from './running.ts';
import { startSchedule } from './schedule.ts';
import { seedFirst } from './seed.ts';
import { addressOf, openServices, readEnvironment, startFunctions } from './services.ts';
import { createUndo, type Undo } from './undo.ts';
import { openWeb } from './web/web.ts';

export type { StackOptions } from './options.ts';

/** A running stack: addresses, keys, the folder of its mails. */
export type Stack = Addresses & {
  mailDir: string;
  /** Initial passwords and the like of a first start, to be printed once. */
  firstLines: string[];
  stop: () => Promise<void>;
};

const compose = async (given: StackOptions, undo: Undo, log: Log): Promise<Stack> => {
  const options = { ...given, dataDir: path.resolve(given.dataDir) };
  const { dataDir, host = '127.0.0.1', seed = 'skip' } = options;
  const environment = readEnvironment(process.env);
  const port = await claimPort(options.port ?? 0, host);
  const url = addressOf(host, port);

  openFolder(dataDir);
  undo.add(acquireLock(dataDir));
  const secrets = await prepareFolder(options, log);
  const web = openWeb(options, log);
  const database = await prepareDatabase(options, secrets, undo, log);
  const context = { options, secrets, databaseUrl: database.url, url, environment, undo };
  const services = await openServices(context);
  const functions = await startFunctions(context, services.keys.jwks, log);

  const { publishableKey, secretKey } = secrets;
  const server = createGateway({
    keys: services.keys,
    publishableKey,
    backend: createBackend({ ...services, secrets, url, isUp: database.isUp }),
    functionsPort: functions.port,
    mail: createMailRoute(services.mail, secretKey),
    health: () => health({ sql: services.sql, isDatabaseUp: database.isUp, functionsPort: functions.port }),
    app: (request, response) => web.handle(request, response),
  });
  undo.add(await listen(server, port, host));
  undo.add(await web.open(server));

  const addresses = { url, databaseUrl: database.url, superUrl: database.superUrl, publishableKey, secretKey };
  const firstLines = database.isNew && seed !== 'skip' ? await seedFirst(seed, { ...addresses, log }, dataDir) : [];
  markFinished(dataDir);
  undo.add(await startSchedule({ sql: services.sql, url, secretKey, log }));
  undo.add(announce(dataDir, addresses));
  return { ...addresses, mailDir: layoutOf(dataDir).mail, firstLines, stop: undo.run };
};

/**
 * Starts the whole product on one origin: PostgreSQL, Auth, Data API, Storage, functions, schedule and the app. Answers when
 * everything works; when anything fails, all that had been started is stopped and a StackFailure says why.
 */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const log: Log = options.quiet ? () => undefined : (line) => console.log(line);
  const undo = createUndo();
  try {
    return await compose(options, undo, log);
  } catch (cause) {
    await undo.run();
    throw cause;
  }
};
