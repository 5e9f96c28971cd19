import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { AdminContext, memoryStore, ResourceContextProvider } from 'react-admin';
import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createActions } from '../../src/providers/actions.ts';
import { createAuthProvider, type AuthGate } from '../../src/providers/auth.ts';
import { BackendProvider } from '../../src/providers/context.tsx';
import { createDataProvider } from '../../src/providers/data.ts';
import { createFactors, type FactorGate } from '../../src/providers/factors.ts';
import { createHttp } from '../../src/providers/http.ts';
import { createI18nProvider } from '../../src/providers/i18n.ts';
import { createProfileStore, type Profile } from '../../src/providers/profile.ts';
import { lightTheme } from '../../src/theme/theme.ts';

// Screens come when they come: a busy machine takes seconds for what takes milliseconds.
configure({ asyncUtilTimeout: 15_000 });

export const me = (over: Partial<Profile> = {}): Profile => ({
  user_id: 'u1', login_id: '118-staff', display_name: '見本 太郎', role: 'branch_staff', branch: { id: 18, code: '118', name: '東京都自動車整備振興会' },
  requester: null, site: null, must_change_password: false, second_factor: 'ok', password_expires_on: null, today: '2026-10-05', settings: {}, ...over,
});

export type Call = { method: string; url: string; body: unknown; prefer: string | null };
/** Answers a request by its decoded address: a body, or a whole `Response`; undefined is an empty list. */
export type Answer = (url: string, call: Call) => unknown;

/** `fetch` of the wire: records what is asked and answers like PostgREST, counted. */
export const wire = (profile: Profile | null, answer: Answer = () => undefined) => {
  const calls: Call[] = [];
  const fetcher = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = decodeURIComponent(String(input)).replace('http://api', '');
    const call = { method: init.method ?? 'GET', url, body: typeof init.body === 'string' ? JSON.parse(init.body) as unknown : init.body, prefer: new Headers(init.headers).get('prefer') };
    calls.push(call);
    const found = url.endsWith('/rpc/my_profile') ? profile : answer(url, call) ?? [];
    if (found instanceof Response) return found;
    const total = Array.isArray(found) ? found.length : 1;
    return new Response(JSON.stringify(found), { status: 200, headers: { 'content-range': `0-${Math.max(0, total - 1)}/${total}` } });
  };
  return { calls, fetcher };
};

const noFactors: FactorGate = {
  enroll: async () => ({ data: { id: 'f1', totp: { secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/x:y?secret=ABCDEFGHIJKLMNOP' } }, error: null }),
  challengeAndVerify: async () => ({ data: {}, error: null }), unenroll: async () => ({ data: {}, error: null }), listFactors: async () => ({ data: { totp: [] }, error: null }),
};

export const backendOf = (profile: Profile | null, answer?: Answer, gate?: Partial<AuthGate>, factors?: Partial<FactorGate>) => {
  const { calls, fetcher } = wire(profile, answer);
  const http = createHttp({ url: 'http://api', key: 'publishable', token: async () => 'token', fetcher });
  const store = createProfileStore(http);
  const actions = createActions(http);
  const auth: AuthGate = {
    signInWithPassword: async () => ({ error: null }), signOut: async () => undefined, getSession: async () => ({ data: { session: {} } }), ...gate,
  };
  return {
    calls, actions, profile: store, factors: createFactors({ ...noFactors, ...factors }),
    dataProvider: createDataProvider({ url: 'http://api', http, profile: store, actions }),
    authProvider: createAuthProvider(auth, store),
  };
};

/** Renders a piece of the app over `backendOf`, in the app's providers; a text missing from the catalogue fails the test. */
export const renderInApp = async (ui: ReactNode, options: { profile?: Profile; answer?: Answer; gate?: Partial<AuthGate>; factors?: Partial<FactorGate>; at?: string; resource?: string } = {}) => {
  const backend = backendOf(options.profile ?? me(), options.answer, options.gate, options.factors);
  await backend.profile.get();
  const missing: string[] = [];
  const element = (
    <BackendProvider value={backend}>
      <AdminContext
        dataProvider={backend.dataProvider} authProvider={backend.authProvider} i18nProvider={createI18nProvider((key) => missing.push(key))}
        queryClient={new QueryClient({ defaultOptions: { queries: { retry: false } } })} store={memoryStore()} theme={lightTheme}
      >
        {options.resource === undefined ? ui : <ResourceContextProvider value={options.resource}>{ui}</ResourceContextProvider>}
      </AdminContext>
    </BackendProvider>
  );
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [options.at ?? '/'] });
  return { ...render(<RouterProvider router={router} />), ...backend, router, missing };
};
