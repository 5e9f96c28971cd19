import { AppError, toAppError } from './errors.ts';
import type { Http } from './http.ts';
import type { Role } from './access.ts';

export type ProfilePlace = { id: number; code: string; name: string };

/**
 * Who is signed in, as the database says (rpc `my_profile`), never as the token says: a dismissal or a new role counts at once.
 * `today` is the database's day in JST, `YYYY-MM-DD`.
 */
export type Profile = {
  user_id: string;
  login_id: string;
  display_name: string;
  role: Role;
  branch: ProfilePlace | null;
  requester: ProfilePlace | null;
  site: ProfilePlace | null;
  must_change_password: boolean;
  password_expires_on: string | null;
  /** What is still to be done before anything can be seen: show the second factor, or enrol one. */
  second_factor: 'ok' | 'verify' | 'enroll';
  today: string;
  settings: Record<string, unknown>;
};

/**
 * The page that a person must pass before any other, in this order: the second factor, because Auth changes no password
 * without it; the password; the enrolment.
 */
export const gateOf = ({ second_factor: factor, must_change_password: password }: Pick<Profile, 'second_factor' | 'must_change_password'>): string | undefined => {
  if (factor === 'verify') return '/factor';
  if (password) return '/password';
  return factor === 'enroll' ? '/factor' : undefined;
};

export type ProfileState = { profile?: Profile; error?: AppError };
export type ProfileStore = {
  /** The profile of this session, read once. @throws AppError `account_disabled` when there is no member behind the session */
  get: () => Promise<Profile>;
  /** Reads again; listeners hear only of a change. */
  refresh: () => Promise<void>;
  clear: () => void;
  state: () => ProfileState;
  subscribe: (listener: () => void) => () => void;
};

export const createProfileStore = (http: Http): ProfileStore => {
  const listeners = new Set<() => void>();
  let state: ProfileState = {};
  let pending: Promise<Profile> | undefined;

  const settle = (next: ProfileState) => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const read = async (): Promise<Profile> => {
    const { json } = await http.send('/rest/v1/rpc/my_profile', { method: 'POST', json: {} });
    if (json === null || typeof json !== 'object') throw new AppError({ code: 'account_disabled', status: 401 });
    return json as Profile;
  };
  const load = (): Promise<Profile> => {
    // An answer that arrives after a sign-out must not bring the old person back: only the newest read may settle.
    const mine: Promise<Profile> = read().then(
      (profile) => {
        if (pending === mine) settle({ profile });
        return profile;
      },
      (error: unknown) => {
        const failure = toAppError(error);
        if (pending === mine) {
          pending = undefined;
          settle(state.profile === undefined ? { error: failure } : state);
        }
        throw failure;
      },
    );
    pending = mine;
    return mine;
  };

  return {
    get: () => pending ?? load(),
    refresh: async () => {
      await load();
    },
    clear: () => {
      pending = undefined;
      settle({});
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
