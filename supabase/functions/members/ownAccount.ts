import process from 'node:process';
import { publishableKey } from '../_shared/api.ts';
import { Failure } from '../_shared/failure.ts';

/** What a person does with his own Auth account, with his own token. */

const call = (path: string, method: 'GET' | 'POST' | 'PUT', authorization?: string, body?: Record<string, unknown>): Promise<Response> =>
  fetch(`${process.env.SUPABASE_URL ?? ''}/auth/v1${path}`, {
    method,
    headers: { apikey: publishableKey(), 'content-type': 'application/json', ...(authorization && { authorization }) },
    ...(body && { body: JSON.stringify(body) }),
  });

export type Account = { id: string; email: string };

/** The account of a token. Throws 401 `not_signed_in`. */
export const whoIs = async (authorization: string): Promise<Account> => {
  const response = await call('/user', 'GET', authorization);
  if (!response.ok) throw new Failure(401, 'not_signed_in');
  const { id, email }: Account = await response.json();
  return { id, email };
};

/** Tries a password by signing in; a locked account answers like a wrong password. */
export const knowsPassword = async (email: string, password: string): Promise<boolean> => {
  const response = await call('/token?grant_type=password', 'POST', undefined, { email, password });
  await response.body?.cancel();
  if (response.status >= 500) throw new Failure(503, 'unavailable');
  return response.ok;
};

/** Sets the password through the person's own session, which goes on. */
export const replacePassword = async (authorization: string, current: string, next: string): Promise<void> => {
  const response = await call('/user', 'PUT', authorization, { password: next, current_password: current });
  await response.body?.cancel();
  if (!response.ok) throw new Failure(response.status === 422 ? 400 : 502, response.status === 422 ? 'password_weak' : 'unavailable');
};

/** Ends every other session of the person, the one that tried the password too. */
export const endOtherSessions = async (authorization: string): Promise<void> => {
  const response = await call('/logout?scope=others', 'POST', authorization);
  await response.body?.cancel();
};
