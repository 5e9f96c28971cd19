import { AuthClient } from '@supabase/auth-js';
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
  // Auth alone: the whole client would bring its own ways to the tables and a live connection, a quarter of what the app weighs.
  const auth = new AuthClient({ url: `${supabaseUrl}/auth/v1`, headers: { apikey: supabaseKey }, storageKey: 'keizoku-kensa-session' });
  const token = async () => (await auth.getSession()).data.session?.access_token;
  const http = createHttp({ url: supabaseUrl, key: supabaseKey, token });
  const profile = createProfileStore(http);
  const actions = createActions(http);
  return {
    http, profile, actions, factors: createFactors(auth.mfa),
    dataProvider: createDataProvider({ url: supabaseUrl, http, profile, actions }),
    authProvider: createAuthProvider(auth, profile),
    i18nProvider: createI18nProvider(),
  };
};
export type Providers = ReturnType<typeof createProviders>;
