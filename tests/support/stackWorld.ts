import { afterAll } from 'vitest';
import { type Stack, startStack } from '../../tools/stack/stack.ts';
import { buildWorld, openWorld, type World } from '../world.ts';
import { castPassword, type PersonName, personOf } from './cast.ts';
import { connect } from './connection.ts';
import { temporaryFolder } from './temporary.ts';

export type Answer<T> = { status: number; body: T };
export type Session = { access_token: string; refresh_token: string };
export type StackWorld = World & {
  stack: Stack;
  /** The answer of Auth to a sign-in by login ID. */
  signIn: (loginId: string, password: string) => Promise<Answer<Session & { error_code?: string }>>;
  /** The token of a person of the cast. */
  tokenOf: (person: PersonName) => Promise<string>;
  /** A request with a token and JSON. */
  call: <T>(path: string, token: string, body?: unknown) => Promise<Answer<T>>;
};

const parse = (text: string): unknown => (text === '' ? null : JSON.parse(text));

/** A running product of its own for one test file, with the named cast in it. */
export const useStackWorld = async (): Promise<StackWorld> => {
  const folder = temporaryFolder('stack-world');
  const stack = await startStack({ dataDir: folder.dir, quiet: true, durable: false, buildApp: false });
  const sql = connect(stack.databaseUrl);
  const world = openWorld(stack.databaseUrl, await buildWorld(sql).finally(() => sql.end()));
  afterAll(async () => {
    await world.close();
    await stack.stop();
    folder.remove();
  });

  const send = async <T>(path: string, headers: Record<string, string>, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${stack.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { apikey: stack.publishableKey, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: parse(await response.text()) as T };
  };
  const signIn: StackWorld['signIn'] = (loginId, password) =>
    send('/auth/v1/token?grant_type=password', {}, { email: loginId.includes('@') ? loginId : `${loginId.toLowerCase()}@login.invalid`, password });
  return {
    ...world,
    stack,
    signIn,
    tokenOf: async (person) => (await signIn(personOf(person).loginId, castPassword)).body.access_token,
    call: (path, token, body) => send(path, { authorization: `Bearer ${token}` }, body),
  };
};
