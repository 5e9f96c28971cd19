import { createClient } from '@supabase/supabase-js';
import { createActions } from './actions.ts';
import { createAuthProvider } from './auth.ts';
import type { Config } from './config.ts';
import { createDataProvider } from './data.ts';
import { createFactors } from './factors.ts';
import { createHttp } from './http.ts';
import { createI18nProvider } from './i18n.ts';
import { createProfileStore } from './profile.ts';

/** Everything the app needs from the backend at `config`, wired together. */
export const createProviders = ({ supabaseUrl, supabaseKey }: Config) => {
  const client = createClient(supabaseUrl, supabaseKey);
  const token = async () => (await client.auth.getSession()).data.session?.access_token;
  const http = createHttp({ url: supabaseUrl, key: supabaseKey, token });
  const profile = createProfileStore(http);
  const actions = createActions(http);
  return {
    http, profile, actions, factors: createFactors(client.auth.mfa),
    dataProvider: createDataProvider({ url: supabaseUrl, client, http, profile, actions }),
    authProvider: createAuthProvider(client.auth, profile),
    i18nProvider: createI18nProvider(),
  };
};
export type Providers = ReturnType<typeof createProviders>;
