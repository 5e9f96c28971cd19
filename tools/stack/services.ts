import { createHmac } from 'node:crypto';
import path from 'node:path';
import postgres from 'postgres';
import { openKeys } from './auth/keys.ts';
import { StackFailure } from './failure.ts';
import { layoutOf } from './folder.ts';
import { startDeno } from './functions/deno.ts';
import { watchFunctions } from './functions/watch.ts';
import { MAIL_PATH } from './gateway/mail.ts';
import { openLibrary } from './library.ts';
import { openMail, smtpOf } from './mail.ts';
import type { Log, StackOptions } from './options.ts';
import { supabaseDir } from './postgres/database.ts';
import { muteLibrary } from './quiet.ts';
import type { Secrets } from './secrets.ts';
import { supervise } from './supervise.ts';
import type { Undo } from './undo.ts';

/** The address of the listening server for this machine; `0.0.0.0` is every address, 127.0.0.1 among them. */
export const addressOf = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

/** What the environment says: mail, and the address that people know, for the links in mails (`PUBLIC_URL`). */
export const readEnvironment = (env: NodeJS.ProcessEnv) => {
  const publicUrl = env.PUBLIC_URL;
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw new StackFailure('PUBLIC_URL is not an address; write it like https://oss.example.jp.');
  return { publicUrl: publicUrl?.replace(/\/+$/, ''), smtp: smtpOf(env) };
};
export type Environment = ReturnType<typeof readEnvironment>;

type Context = { options: StackOptions; secrets: Secrets; databaseUrl: string; url: string; environment: Environment; undo: Undo };

/** Auth, Data API and Storage with what they stand on. */
export const openServices = async ({ options, secrets, databaseUrl, url, environment, undo }: Context) => {
  const places = layoutOf(options.dataDir);
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined, backoff: () => 0.2, connection: { TimeZone: 'UTC' } });
  undo.add(() => sql.end({ timeout: 1 }));
  undo.add(muteLibrary());
  const [keys, mail] = await Promise.all([openKeys(secrets), openMail(places.mail, environment.smtp)]);
  const siteUrl = environment.publicUrl ?? url;
  const library = await openLibrary({ databaseUrl, secrets, siteUrl, storageDir: places.storage, mail });
  undo.add(() => library.connection.driver.end({ timeout: 1 }));
  // As PostgREST: `notify pgrst, 'reload schema'`.
  await sql.listen('pgrst', () => void library.connection.clearSchemaCache());
  return { sql, keys, mail, library };
};

/** Deno with the functions and the variables that hosted Supabase gives them; started again when it ends. */
export const startFunctions = async (context: Context, jwks: object, log: Log) => {
  const { options, secrets, databaseUrl, url, environment, undo } = context;
  const functionsDir = path.resolve(options.functionsDir ?? path.join(supabaseDir, 'functions'));
  const { publishableKey, secretKey } = secrets;
  const env = {
    SUPABASE_URL: url,
    SUPABASE_JWKS: JSON.stringify(jwks),
    SUPABASE_ANON_KEY: publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: secretKey,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secretKey }),
    SUPABASE_DB_URL: databaseUrl,
    SITE_URL: environment.publicUrl ?? url,
    // Hosted: `supabase secrets set`. Here it follows from the folder's own secret, so that a backup holds all that opens it.
    ARRIVAL_PASSWORD_KEY: createHmac('sha256', secretKey).update('ARRIVAL_PASSWORD_KEY').digest('base64url'),
    MAIL_URL: `${url}${MAIL_PATH}`,
  };
  const start = () => startDeno({ functionsDir, cacheDir: layoutOf(options.dataDir).deno, reachable: new URL(url).host, env, log });
  const deno = await supervise('Deno', start, log);
  undo.add(deno.stop);
  if (options.dev) undo.add(watchFunctions(functionsDir, () => deno.current().stop(), log));
  return { port: () => (deno.isUp() ? deno.current().port : undefined) };
};
