import path from 'node:path';
import postgres from 'postgres';
import { openKeys } from './auth/keys.ts';
import { openFolder, layoutOf, markFinished } from './folder.ts';
import { startDeno } from './functions/deno.ts';
import { createBackend } from './gateway/backend.ts';
import { health } from './gateway/health.ts';
import { listen } from './gateway/listen.ts';
import { createGateway } from './gateway/server.ts';
import { muteSqlErrors, openLibrary } from './library.ts';
import { acquireLock } from './lock.ts';
import { openMail, smtpOf } from './mail.ts';
import type { Log, StackOptions } from './options.ts';
import { claimPort } from './ports.ts';
import { supabaseDir } from './postgres/database.ts';
import { prepareDatabase, prepareFolder } from './prepare.ts';
import { type Addresses, announce } from './running.ts';
import { startSchedule } from './schedule.ts';
import { seedFirst } from './seed.ts';
import { supervise } from './supervise.ts';
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

const compose = async (options: StackOptions, undo: Undo, log: Log): Promise<Stack> => {
  const dataDir = path.resolve(options.dataDir);
  const host = options.host ?? '127.0.0.1';
  const smtp = smtpOf(process.env);
  const port = await claimPort(options.port ?? 0, host);
  const local = `http://127.0.0.1:${port}`;
  const url = host === '0.0.0.0' || host === '::' ? local : `http://${host}:${port}`;
  const places = layoutOf(dataDir);

  openFolder(dataDir);
  undo.add(acquireLock(dataDir));
  const secrets = await prepareFolder({ ...options, dataDir }, log);
  const web = openWeb(options, log);
  const database = await prepareDatabase({ ...options, dataDir }, secrets, undo, log);
  const { publishableKey, secretKey } = secrets;

  const sql = postgres(database.url, { max: 4, onnotice: () => undefined, backoff: () => 0.2, connection: { TimeZone: 'UTC' } });
  undo.add(() => sql.end({ timeout: 1 }));
  undo.add(muteSqlErrors());
  const [keys, mail] = await Promise.all([openKeys(secrets), openMail(places.mail, smtp)]);
  const siteUrl = process.env.PUBLIC_URL ?? url;
  const library = await openLibrary({ databaseUrl: database.url, secrets, siteUrl, storageDir: places.storage, mail });
  undo.add(() => library.connection.driver.end({ timeout: 1 }));
  await sql.listen('pgrst', () => void library.connection.clearSchemaCache());

  const functions = await supervise(
    'Deno',
    () =>
      startDeno({
        functionsDir: path.resolve(options.functionsDir ?? path.join(supabaseDir, 'functions')),
        cacheDir: places.deno,
        log,
        env: {
          SUPABASE_URL: local,
          SUPABASE_JWKS: JSON.stringify(keys.jwks),
          SUPABASE_ANON_KEY: publishableKey,
          SUPABASE_SERVICE_ROLE_KEY: secretKey,
          SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: publishableKey }),
          SUPABASE_SECRET_KEYS: JSON.stringify({ default: secretKey }),
          SUPABASE_DB_URL: database.url,
          SITE_URL: siteUrl,
        },
      }),
    log,
  );
  undo.add(functions.stop);

  const functionsPort = () => (functions.isUp() ? functions.current().port : undefined);
  const backend = createBackend({ sql, keys, secrets, url, mail, library, isUp: database.isUp });
  const server = createGateway({
    keys,
    publishableKey,
    backend,
    functionsPort,
    health: () => health({ sql, isDatabaseUp: database.isUp, functionsPort }),
    app: (request, response) => web.handle(request, response),
  });
  undo.add(await listen(server, port, host));
  undo.add(await web.open(server));

  const addresses = { url, databaseUrl: database.url, superUrl: database.superUrl, publishableKey, secretKey };
  const seed = options.seed ?? 'skip';
  const firstLines = database.isNew && seed !== 'skip' ? await seedFirst(seed, { ...addresses, log }, dataDir) : [];
  markFinished(dataDir);
  undo.add(await startSchedule(sql, log));
  undo.add(announce(dataDir, addresses));
  return { ...addresses, mailDir: places.mail, firstLines, stop: undo.run };
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
