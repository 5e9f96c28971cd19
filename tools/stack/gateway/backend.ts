import type postgres from 'postgres';
import { createAuthRouter } from '../auth/router.ts';
import type { Keys } from '../auth/keys.ts';
import { isUnreachable, UNAVAILABLE } from '../data/errors.ts';
import type { LibraryApp } from '../library.ts';
import type { Mail } from '../mail.ts';
import type { Secrets } from '../secrets.ts';
import { createStorageRouter } from '../storage/router.ts';

type Options = { sql: postgres.Sql; keys: Keys; secrets: Secrets; url: string; mail: Mail; library: LibraryApp; isUp: () => boolean };

/** The answer of everything that needs the database while it is away. */
export const unavailable = (): Response => Response.json(UNAVAILABLE, { status: 503, headers: { 'retry-after': '1', 'access-control-allow-origin': '*' } });

/** Auth, Data API and Storage behind one function; requests during an outage of the database get 503. */
export const createBackend = ({ sql, keys, secrets, url, mail, library, isUp }: Options) => {
  const call = (request: Request) => library.app.fetch(request);
  const auth = createAuthRouter({ sql, keys, issuer: `${url}/auth/v1`, secretKey: secrets.secretKey, mail, library: call });
  const storage = createStorageRouter({ sql, keys, secretKey: secrets.secretKey, library: call });

  const route = (request: Request, target: URL): Promise<Response> => {
    if (target.pathname.startsWith('/auth/')) return auth(request, target);
    return target.pathname.startsWith('/storage/') ? storage(request, target) : call(request);
  };

  return async (request: Request): Promise<Response> => {
    if (!isUp()) return unavailable();
    const begun = Date.now();
    try {
      const answer = await route(request, new URL(request.url));
      // The library turns a broken connection into its own 500 wherever it catches errors by itself.
      const broken = answer.status === 500 && (!isUp() || library.connection.brokenAt >= begun);
      return broken ? unavailable() : answer;
    } catch (cause) {
      if (isUnreachable(cause) || !isUp()) return unavailable();
      console.error(cause);
      return Response.json({ code: 'unexpected_failure', message: 'Unexpected failure, see the terminal.', details: null, hint: null }, { status: 500 });
    }
  };
};
