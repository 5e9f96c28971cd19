import process from 'node:process';
import { failureOf } from './failure.ts';

/** Newer projects hold their keys as JSON by name, older ones a single service_role key. */
export const secretKey = (): string => {
  const keys: unknown = JSON.parse(process.env.SUPABASE_SECRET_KEYS ?? '{}');
  const named: unknown = typeof keys === 'object' && keys !== null ? Reflect.get(keys, 'default') : undefined;
  return typeof named === 'string' ? named : (process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');
};

/** A new kind of key is no token and must not travel as one; the old kind is both. */
const headers = (): Record<string, string> => {
  const key = secretKey();
  return { apikey: key, 'content-type': 'application/json', ...(key.startsWith('sb_') ? {} : { authorization: `Bearer ${key}` }) };
};

/** A request with the secret key: for the Auth admin API and the RPCs that only the service role may call. */
export const fetchAsService = (path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', body?: Record<string, unknown>): Promise<Response> =>
  fetch(`${process.env.SUPABASE_URL ?? ''}${path}`, { method, headers: headers(), ...(body && { body: JSON.stringify(body) }) });

/** Calls an RPC as the service role. Throws the `Failure` that the database answered. */
export const rpcAsService = async <Answer>(name: string, args: Record<string, unknown>): Promise<Answer> => {
  const response = await fetchAsService(`/rest/v1/rpc/${name}`, 'POST', args);
  const text = await response.text();
  if (!response.ok) throw failureOf(response.status, text === '' ? null : JSON.parse(text));
  return (text === '' ? null : JSON.parse(text)) as Answer;
};
