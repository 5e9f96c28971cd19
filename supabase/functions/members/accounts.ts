import { Failure } from '../_shared/failure.ts';
import { fetchAsService } from '../_shared/service.ts';

/** The Auth side of a person, by Auth's admin API. The database has judged the caller before any of these is called. */

const errorCodeOf = async (response: Response): Promise<string> => {
  const body: unknown = await response.json().catch(() => null);
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'error_code') : undefined;
  return typeof code === 'string' ? code : '';
};

const failureOfAuth = async (response: Response): Promise<Failure> => {
  const code = await errorCodeOf(response);
  if (code === 'email_exists') return new Failure(409, 'login_id_taken');
  if (code === 'weak_password') return new Failure(400, 'password_weak');
  console.error(`Auth answered ${response.status} ${code}`);
  return new Failure(502, 'unavailable');
};

/** Makes the account of an address. Answers its id. */
export const createAccount = async (email: string, password: string): Promise<string> => {
  const response = await fetchAsService('/auth/v1/admin/users', 'POST', { email, password, email_confirm: true });
  if (!response.ok) throw await failureOfAuth(response);
  const { id }: { id: string } = await response.json();
  return id;
};

/** A new password ends every session of the person. */
export const setPassword = async (userId: string, password: string): Promise<void> => {
  const response = await fetchAsService(`/auth/v1/admin/users/${userId}`, 'PUT', { password });
  if (!response.ok) throw await failureOfAuth(response);
};

/** Removes the account; one that is gone already is as good. */
export const removeAccount = async (userId: string): Promise<void> => {
  const response = await fetchAsService(`/auth/v1/admin/users/${userId}`, 'DELETE');
  if (!response.ok && response.status !== 404) throw await failureOfAuth(response);
};

/** Removes every second factor of the account; none is as good. */
export const removeFactors = async (userId: string): Promise<void> => {
  const path = `/auth/v1/admin/users/${userId}/factors`;
  const response = await fetchAsService(path, 'GET');
  if (!response.ok) throw await failureOfAuth(response);
  const factors: { id: string }[] = await response.json();
  for (const { id } of factors) {
    const removed = await fetchAsService(`${path}/${id}`, 'DELETE');
    if (!removed.ok && removed.status !== 404) throw await failureOfAuth(removed);
    await removed.body?.cancel();
  }
};
