import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { inTransaction } from '../data/reserved.ts';
import type { Claims } from './claims.ts';
import { bodyOf, json, refuse, text } from './reply.ts';
import type { Sessions } from './sessions.ts';
import { base32, totpMatches } from './totp.ts';
import { factorsOf } from './users.ts';

const UUID = /^[0-9a-f-]{36}$/;
const CHALLENGE_SECONDS = 300;

type Context = { sql: postgres.Sql; sessions: Sessions };
type Factor = { id: string; status: string; secret: string };

const enroll = async ({ sql }: Context, claims: Claims, body: Record<string, unknown>): Promise<Response> => {
  if (body.factor_type !== 'totp') return refuse(422, 'mfa_totp_enroll_not_enabled', 'factor_type needs to be totp');
  const factors = await factorsOf(sql, claims.sub);
  if (factors.some(({ status }) => status === 'verified') && claims.aal !== 'aal2') {
    return refuse(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
  }
  const [id, secret, name] = [randomUUID(), base32(randomBytes(20)), text(body.friendly_name) ?? ''];
  await sql`
    delete from auth.mfa_factors
    where user_id = ${claims.sub} and status = 'unverified' and (created_at < now() - interval '5 minutes' or friendly_name = ${name})`;
  const [taken] = await sql`select 1 from auth.mfa_factors where user_id = ${claims.sub} and friendly_name = ${name} and ${name} <> ''`;
  if (taken) return refuse(422, 'mfa_factor_name_conflict', 'A factor with that friendly name already exists');
  await sql`
    insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, secret)
    values (${id}, ${claims.sub}, ${name}, 'totp', ${secret})`;
  const issuer = encodeURIComponent(text(body.issuer) ?? 'localhost');
  const label = `${issuer}:${encodeURIComponent(claims.email ?? claims.sub)}`;
  const uri = `otpauth://totp/${label}?algorithm=SHA1&digits=6&issuer=${issuer}&period=30&secret=${secret}`;
  // The picture is left to the app, which draws it from the address.
  return json({ id, type: 'totp', friendly_name: name, totp: { qr_code: '', secret, uri } });
};

const unenroll = async ({ sql }: Context, claims: Claims, factor: Factor): Promise<Response> => {
  if (factor.status === 'verified' && claims.aal !== 'aal2') {
    return refuse(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
  }
  await sql`update auth.sessions set aal = 'aal1', factor_id = null where user_id = ${claims.sub} and factor_id = ${factor.id}`;
  await sql`delete from auth.mfa_factors where id = ${factor.id}`;
  return json({ id: factor.id });
};

const challenge = async ({ sql }: Context, factor: Factor): Promise<Response> => {
  const id = randomUUID();
  await sql`insert into auth.mfa_challenges (id, factor_id) values (${id}, ${factor.id})`;
  return json({ id, type: 'totp', expires_at: Math.floor(Date.now() / 1000) + CHALLENGE_SECONDS });
};

const verify = async ({ sql, sessions }: Context, claims: Claims, factor: Factor, body: Record<string, unknown>): Promise<Response> => {
  const challengeId = text(body.challenge_id) ?? '';
  const [open] = UUID.test(challengeId)
    ? await sql`
        select 1 from auth.mfa_challenges
        where id = ${challengeId} and factor_id = ${factor.id} and verified_at is null
          and created_at > now() - make_interval(secs => ${CHALLENGE_SECONDS})`
    : [];
  if (!open) return refuse(422, 'mfa_challenge_expired', 'MFA challenge has expired, verify against another challenge or create a new challenge.');
  if (!totpMatches(factor.secret, text(body.code) ?? '')) return refuse(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
  await inTransaction(sql, async (tx) => {
    await tx`update auth.mfa_challenges set verified_at = now() where id = ${challengeId}`;
    await tx`update auth.mfa_factors set status = 'verified', updated_at = now() where id = ${factor.id}`;
    await tx`update auth.sessions set aal = 'aal2', factor_id = ${factor.id}, updated_at = now() where id = ${claims.session_id}`;
    // As GoTrue: whoever was signed in with the password alone is signed out.
    await tx`delete from auth.sessions where user_id = ${claims.sub} and id <> ${claims.session_id} and coalesce(aal, 'aal1') = 'aal1'`;
  });
  const session = await sessions.renewed(claims);
  return session ? json(session) : refuse(400, 'user_banned', 'User is banned');
};

/** GoTrue's `/factors` API for TOTP, which the library lacks altogether. */
export const handleFactors = async (context: Context, request: Request, path: string, claims: Claims): Promise<Response> => {
  const [id, action] = path.replace('/auth/v1/factors', '').split('/').filter(Boolean);
  const body = request.method === 'POST' ? await bodyOf(request) : {};
  if (request.method === 'POST' && !id) return enroll(context, claims, body);
  const [factor] = UUID.test(id ?? '')
    ? await context.sql<Factor[]>`select id, status, secret from auth.mfa_factors where id = ${id ?? ''} and user_id = ${claims.sub}`
    : [];
  if (!factor) return refuse(404, 'mfa_factor_not_found', 'Factor not found');
  if (request.method === 'DELETE' && !action) return unenroll(context, claims, factor);
  if (request.method === 'POST' && action === 'challenge') return challenge(context, factor);
  if (request.method === 'POST' && action === 'verify') return verify(context, claims, factor, body);
  return refuse(405, 'validation_failed', 'Method not allowed');
};
