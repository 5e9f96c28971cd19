import { z } from 'zod';
import { DEMO_PASSWORD } from '../seed/accounts.ts';
import type { Addresses } from '../stack/running.ts';

const session = z.object({ access_token: z.string() });

/** A person of the demo at the API. */
export type Person = { send: (path: string, init?: RequestInit) => Promise<Response> };

const fail = async (path: string, response: Response): Promise<never> => {
  throw new Error(`${path.split('?')[0]} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
};

/** Signs a demo account in. Its `send` throws on every answer that is not a success. */
export const signIn = async ({ url, publishableKey }: Addresses, loginId: string): Promise<Person> => {
  const send = async (path: string, init: RequestInit = {}, token = publishableKey): Promise<Response> => {
    const headers = { apikey: publishableKey, authorization: `Bearer ${token}`, ...init.headers };
    const ask = () => fetch(`${url}${path}`, { ...init, headers });
    // Laying out a workbook keeps this process busy for so long that a kept connection may have been closed meanwhile.
    const response = await ask().catch(ask);
    return response.ok ? response : fail(path, response);
  };
  const answer = await send('/auth/v1/token?grant_type=password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${loginId.toLowerCase()}@login.invalid`, password: DEMO_PASSWORD }),
  });
  const { access_token: token } = session.parse(await answer.json());
  return { send: (path, init) => send(path, init, token) };
};

/** Calls a function of the database. */
export const call = async (person: Person, name: string, body: object): Promise<unknown> => {
  const answer = await person.send(`/rest/v1/rpc/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return answer.json();
};
