import type postgres from 'postgres';
import type { Mail } from '../mail.ts';
import { handleAdmin } from './admin.ts';
import { claimsOf } from './claims.ts';
import { handleFactors } from './factors.ts';
import type { Keys } from './keys.ts';
import { guardPasswordChange } from './passwords.ts';
import { bodyOf, json, refuse, text } from './reply.ts';
import { createSessions } from './sessions.ts';
import { withVerificationHook } from './verification.ts';

export type Library = (request: Request) => Promise<Response>;
type Options = { sql: postgres.Sql; keys: Keys; issuer: string; secretKey: string; mail: Mail; library: Library };

/** The same request with a body that has been read already. */
const again = (request: Request, body: object): Request =>
  new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify(body) });

/**
 * `/auth/v1`: GoTrue as supabase-js expects it. What the library does well (passwords, refresh, recovery, sign-out) it
 * does; the rest is added around it.
 */
export const createAuthRouter = ({ sql, keys, issuer, secretKey, mail, library }: Options) => {
  const sessions = createSessions({ sql, keys, issuer });

  const token = async (request: Request, url: URL): Promise<Response> => {
    const password = url.searchParams.get('grant_type') === 'password';
    if (!password) return sessions.outbound(await library(request), 'token_refresh');
    const body = await bodyOf(request);
    const attempt = async () => sessions.outbound(await library(again(request, body)), 'password');
    return withVerificationHook(sql, text(body.email) ?? '', attempt);
  };

  const updateUser = async (request: Request): Promise<Response> => {
    const [claims, body] = [await claimsOf(keys, request), await bodyOf(request)];
    const change = { password: text(body.password), currentPassword: text(body.current_password) };
    const refusal = claims && (await guardPasswordChange(sql, claims, change));
    return refusal ?? sessions.outbound(await library(again(request, body)), 'password');
  };

  const factors = async (request: Request, path: string): Promise<Response> => {
    const claims = await claimsOf(keys, request);
    if (!claims) return refuse(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
    return handleFactors({ sql, sessions }, request, path, claims);
  };

  return async (request: Request, url: URL): Promise<Response> => {
    const path = url.pathname;
    if (path === '/auth/v1/.well-known/jwks.json') return json(keys.jwks, 200, { 'cache-control': 'public, max-age=600' });
    if (request.method === 'OPTIONS') return library(request);
    if (path.startsWith('/auth/v1/admin/users')) return handleAdmin(sql, secretKey, request, url);
    if (path.startsWith('/auth/v1/factors')) return factors(request, path);
    if (path === '/auth/v1/token') return token(request, url);
    if (path === '/auth/v1/user' && request.method === 'PUT') return updateUser(request);
    const answer = await mail.during(url.searchParams.get('redirect_to') ?? '', () => library(request));
    return /^\/auth\/v1\/(verify|signup|user)$/.test(path) ? sessions.outbound(answer, 'otp') : answer;
  };
};
