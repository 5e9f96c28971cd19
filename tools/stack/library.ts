import './enableStorage.ts';
import path from 'node:path';
import { LocalConnection } from './data/connection.ts';
import type { Mail } from './mail.ts';
import { parity } from './parity.ts';
import { supabaseDir } from './postgres/database.ts';
import type { Secrets } from './secrets.ts';
import { createFolderStorage } from './storage/folder.ts';

const POOL = 10;

const template = (name: keyof typeof parity.subjects) => ({
  subject: parity.subjects[name],
  content_path: path.join(supabaseDir, 'templates', `${name}.html`),
});

const templates = { recovery: template('recovery'), invite: template('invite'), email_change: template('email_change') };

type Options = { databaseUrl: string; secrets: Secrets; siteUrl: string; storageDir: string; mail: Mail };

/**
 * The library's app on our corrected connection: Data API, the core of Auth, Storage. Its settings are those of
 * `supabase/config.toml`. The caller closes the connection.
 */
export const openLibrary = async ({ databaseUrl, secrets, siteUrl, storageDir, mail }: Options) => {
  const { App } = await import('@supabase/lite');
  const connection = new LocalConnection(databaseUrl, POOL);
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: parity.maxRows },
    storage: { enabled: true, file_size_limit: parity.fileSizeLimit },
    auth: {
      enabled: true,
      enable_signup: parity.enableSignup,
      jwt_secret: secrets.innerJwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      site_url: siteUrl,
      jwt_expiry: parity.jwtExpiry,
      minimum_password_length: parity.minimumPasswordLength,
      enable_refresh_token_rotation: true,
      email: {
        enable_signup: parity.enableSignup,
        double_confirm_changes: true,
        otp_length: parity.otpLength,
        otp_expiry: parity.otpExpiry,
        template: templates,
      },
    },
    options: { drivers: { email: mail.driver } },
  });
  Object.assign(app, { _storageAdapter: createFolderStorage(storageDir) });
  await app.init();
  return { app, connection };
};

export type LibraryApp = Awaited<ReturnType<typeof openLibrary>>;
