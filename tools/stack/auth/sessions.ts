import type { JWTPayload } from 'jose';
import type postgres from 'postgres';
import { parity } from '../parity.ts';
import { type Claims, innerClaims } from './claims.ts';
import type { Keys } from './keys.ts';
import { refuse } from './reply.ts';
import { factorsOf, userColumns } from './users.ts';

const TOKEN_SECONDS = parity.jwtExpiry;
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

type Context = { sql: postgres.Sql; keys: Keys; issuer: string };
type Account = { app: JWTPayload | null; own: JWTPayload | null; phone: string | null; anonymous: boolean; banned: boolean };
type Session = { method: string; startedAt: string; aal: string };

const accountOf = async ({ sql }: Context, userId: string): Promise<Account | undefined> =>
  (
    await sql<Account[]>`
      select raw_app_meta_data as app, raw_user_meta_data as own, phone, is_anonymous as anonymous,
        coalesce(banned_until > now(), false) as banned
      from auth.users where id = ${userId}`
  )[0];

/** The session's method is kept in `tag`, so that `amr` survives refreshes, of which the library says nothing. */
const sessionOf = async ({ sql }: Context, id: string, method: string): Promise<Session | undefined> =>
  (
    await sql<Session[]>`
      update auth.sessions set tag = coalesce(tag, ${method}) where id = ${id}
      returning tag as method, extract(epoch from created_at)::bigint::text as "startedAt", coalesce(aal, 'aal1') as aal`
  )[0];

/**
 * GoTrue's access token for a session of the library: ES256, with the claims that the library's own lacks. Undefined for a
 * banned person, whose session ends: the library ignores `banned_until`.
 */
const mint = async (context: Context, { aal: _aal, amr: _amr, ...claims }: Claims, method: string): Promise<string | undefined> => {
  const [account, session] = await Promise.all([accountOf(context, claims.sub), sessionOf(context, claims.session_id, method)]);
  if (!account || account.banned) {
    await context.sql`delete from auth.sessions where id = ${claims.session_id}`;
    return undefined;
  }
  const aal = session?.aal ?? 'aal1';
  const amr = [{ method: session?.method ?? method, timestamp: Number(session?.startedAt ?? nowSeconds()) }];
  if (aal === 'aal2') amr.push({ method: 'totp', timestamp: nowSeconds() });
  return context.keys.sign({
    ...claims,
    iss: context.issuer,
    phone: account.phone ?? '',
    app_metadata: account.app ?? {},
    user_metadata: account.own ?? {},
    is_anonymous: account.anonymous,
    aal,
    amr,
  });
};

/** Minting and rewriting of sessions. `method` is how the person proved who they are: password, otp. */
export const createSessions = (context: Context) => {
  const { sql, keys } = context;

  /** `GET /verify` answers with a redirect that carries the session in its fragment. */
  const redirected = async (response: Response, location: string): Promise<Response> => {
    const target = new URL(location);
    const fragment = new URLSearchParams(target.hash.slice(1));
    const token = await mint(context, await innerClaims(keys, fragment.get('access_token') ?? ''), 'otp');
    if (token) fragment.set('access_token', token);
    target.hash = token ? fragment.toString() : 'error=access_denied&error_code=user_banned';
    const headers = new Headers(response.headers);
    headers.set('location', target.toString());
    return new Response(null, { status: response.status, headers });
  };

  const withFactors = async (user: unknown): Promise<void> => {
    if (typeof user !== 'object' || user === null || !('id' in user) || typeof user.id !== 'string') return;
    const factors = await factorsOf(sql, user.id);
    if (factors.length > 0) Object.assign(user, { factors });
  };

  /** The library's answer as a client may see it: its token replaced by ours, a user's factors added. */
  const outbound = async (response: Response, method: string): Promise<Response> => {
    const location = response.headers.get('location');
    if (location?.includes('access_token=')) return redirected(response, location);
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
    const body = (await response.json()) as { access_token?: string; user?: unknown; aud?: string };
    if (body.access_token) {
      const token = await mint(context, await innerClaims(keys, body.access_token), method);
      if (!token) return refuse(400, 'user_banned', 'User is banned');
      body.access_token = token;
    }
    await withFactors(body.user ?? (body.aud ? body : undefined));
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(JSON.stringify(body), { status: response.status, headers });
  };

  /** A new token for the running session: after a second factor it says aal2. Undefined for a banned person. */
  const renewed = async (claims: Claims): Promise<object | undefined> => {
    const { sub, session_id, role, email, aud } = claims;
    const now = nowSeconds();
    const token = await mint(context, { sub, session_id, role, email, aud, iat: now, exp: now + TOKEN_SECONDS }, 'password');
    if (!token) return undefined;
    const [refresh] = await sql<{ token: string }[]>`
      select token from auth.refresh_tokens where session_id = ${session_id} and not revoked order by created_at desc limit 1`;
    const [user] = await sql`select ${userColumns(sql)} from auth.users where id = ${sub}`;
    return {
      access_token: token,
      token_type: 'bearer',
      expires_in: TOKEN_SECONDS,
      expires_at: now + TOKEN_SECONDS,
      refresh_token: refresh?.token,
      user: { ...user, factors: await factorsOf(sql, sub) },
    };
  };

  return { outbound, renewed };
};

export type Sessions = ReturnType<typeof createSessions>;
