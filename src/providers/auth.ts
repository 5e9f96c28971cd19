import type { AuthProvider } from 'react-admin';
import { loginAddress } from '../domain/loginId.ts';
import { canAccess } from './access.ts';
import { AppError, toAppError } from './errors.ts';
import { gateOf, type ProfileStore } from './profile.ts';

/** The part of auth-js that signing in needs. */
export type AuthGate = {
  signInWithPassword: (credentials: { email: string; password: string }) => Promise<{ error: unknown }>;
  signOut: (options: { scope: 'local' }) => Promise<unknown>;
  getSession: () => Promise<{ data: { session: unknown } }>;
};

const LOCKED = new Set(['account_locked', 'too_many_requests', 'over_request_rate_limit']);

/** Every refusal reads the same, so that an answer never tells whether an account exists (docs/decisions.md D-6). */
const signInError = (error: unknown): AppError => {
  const known = toAppError(error);
  if (LOCKED.has(known.code)) return new AppError({ code: 'account_locked', status: known.status });
  if (known.status >= 400 && known.status < 500) return new AppError({ code: 'sign_in_refused', status: known.status });
  return known;
};

/**
 * react-admin's authProvider over Supabase Auth and `my_profile`.
 * `login` takes `{ loginId, password }`; a login ID or a mail address. Only 401 ends a session: a refused row is a message.
 */
export const createAuthProvider = (auth: AuthGate, profile: ProfileStore): AuthProvider => {
  const isSignedIn = async (): Promise<boolean> => {
    const { data } = await auth.getSession();
    return data.session !== null && data.session !== undefined;
  };
  return {
    login: async ({ loginId, password }: { loginId: string; password: string }) => {
      const { error } = await auth.signInWithPassword({ email: loginAddress(loginId), password });
      if (error !== null && error !== undefined) throw signInError(error);
      profile.clear();
      const me = await profile.get().catch(async (failure: unknown) => {
        await auth.signOut({ scope: 'local' });
        throw signInError(failure);
      });
      const gate = gateOf(me);
      return gate === undefined ? undefined : { redirectTo: gate };
    },
    logout: async () => {
      profile.clear();
      // Signing out must work with the server down or the session gone: the local session is removed in any case.
      await auth.signOut({ scope: 'local' }).catch(() => undefined);
    },
    checkAuth: async () => {
      if (!await isSignedIn()) throw { message: false };
    },
    checkError: async (error: unknown) => {
      if (toAppError(error).status === 401) throw new AppError({ code: 'session_expired', status: 401 });
    },
    getIdentity: async () => {
      const me = await profile.get();
      return { id: me.user_id, fullName: me.display_name };
    },
    // Asked before anybody has signed in, too: there is nobody then, and nothing to be refused.
    getPermissions: async () => (await isSignedIn() ? (await profile.get()).role : undefined),
    canAccess: async ({ resource, action }) => canAccess((await profile.get()).role, { resource, action }),
  };
};
