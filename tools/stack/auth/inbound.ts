import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import { codeOf } from '../failure.ts';
import type { Keys } from './keys.ts';

/** Why a token was refused, ready to be sent. */
export type Refusal = { status: number; body: object };

const BEARER = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/i;
const CACHE_SIZE = 500;

const refusal = (path: string, expired: boolean): Refusal => {
  if (path.startsWith('/rest/')) {
    const message = expired ? 'JWT expired' : 'No suitable key or wrong key type';
    return { status: 401, body: { code: expired ? 'PGRST303' : 'PGRST301', message, details: null, hint: null } };
  }
  const reason = expired ? ', token has invalid claims: token is expired' : '';
  return { status: 403, body: { code: 403, error_code: 'bad_jwt', msg: `invalid JWT: unable to parse or verify signature${reason}` } };
};

const swap = (request: IncomingMessage, value: string): void => {
  request.headers.authorization = value;
  request.rawHeaders.forEach((name, index) => {
    if (index % 2 === 0 && name.toLowerCase() === 'authorization') request.rawHeaders[index + 1] = value;
  });
};

/**
 * The library signs and verifies with a shared secret (HS256, no `kid`), which `@supabase/server` and the JWKS cannot
 * be used with. So clients hold ES256 tokens, and this swaps each for an HS256 twin on its way in. The header of
 * the Node request is changed in place, because copying a web Request loses the body of an upload.
 */
export const createInbound = (keys: Keys) => {
  const twins = new Map<string, { claims: JWTPayload; token: string }>();

  const twinOf = async (token: string) => {
    const known = twins.get(token);
    if (known && (known.claims.exp ?? 0) * 1000 > Date.now()) return known;
    const claims = await keys.verify(token);
    const twin = { claims, token: await keys.signInner(claims) };
    const oldest = twins.keys().next();
    if (twins.size >= CACHE_SIZE && !oldest.done) twins.delete(oldest.value);
    twins.set(token, twin);
    return twin;
  };

  /** Swaps the bearer token, if there is one. Answers the refusal of a bad one. */
  return async (request: IncomingMessage): Promise<Refusal | undefined> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.groups?.token;
    if (!token) return undefined;
    try {
      swap(request, `Bearer ${(await twinOf(token)).token}`);
      return undefined;
    } catch (cause) {
      return refusal(request.url ?? '', codeOf(cause) === 'ERR_JWT_EXPIRED');
    }
  };
};
