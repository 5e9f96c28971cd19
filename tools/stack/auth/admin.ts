import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { z } from 'zod';
import { isUnreachable } from '../data/errors.ts';
import { inTransaction } from '../data/reserved.ts';
import { codeOf, messageOf } from '../failure.ts';
import { hashPassword, weakPassword } from './passwords.ts';
import { bodyOf, json, refuse } from './reply.ts';
import { factorsOf, type User, userColumns } from './users.ts';

const metadata = z.record(z.string(), z.json());
const schema = z.object({
  id: z.uuid().optional(),
  email: z.email().toLowerCase().optional(),
  password: z.string().optional(),
  email_confirm: z.boolean().optional(),
  role: z.string().optional(),
  ban_duration: z.string().optional(),
  app_metadata: metadata.optional(),
  user_metadata: metadata.optional(),
});
type Attributes = z.infer<typeof schema>;
type Work = { sql: postgres.Sql; attributes: Attributes; hash?: string };

const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000 };

/** The end of a ban such as `24h` or `1h30m`; null for `none`. */
const banEnd = (duration: string | undefined): Date | null => {
  if (duration === undefined || duration === 'none') return null;
  const parts = [...duration.matchAll(/(?<count>\d+(?:\.\d+)?)(?<unit>[hms])/g)];
  const length = parts.reduce((sum, { groups }) => sum + Number(groups?.count) * (UNITS[groups?.unit ?? ''] ?? 0), 0);
  return new Date(Date.now() + length);
};

const read = async (sql: postgres.Sql, id: string): Promise<Response> => {
  const [user] = await sql<User[]>`select ${userColumns(sql)} from auth.users where id = ${id}`;
  return user ? json(user) : refuse(404, 'user_not_found', 'User not found');
};

/** Pages come with GoTrue's headers: supabase-js reads the next page out of `link`. */
const list = async (sql: postgres.Sql, url: URL): Promise<Response> => {
  const size = Math.min(Number(url.searchParams.get('per_page') || 50), 1000);
  const page = Number(url.searchParams.get('page') || 1);
  const [total] = await sql<{ count: number }[]>`select count(*)::int as count from auth.users`;
  const users = await sql`
    select ${userColumns(sql)} from auth.users order by created_at desc, id limit ${size} offset ${(page - 1) * size}`;
  const last = Math.max(1, Math.ceil((total?.count ?? 0) / size));
  const link = (number: number, rel: string) => `<${url.origin}${url.pathname}?page=${number}&per_page=${size}>; rel="${rel}"`;
  const links = [...(page < last ? [link(page + 1, 'next')] : []), link(last, 'last')];
  return json({ users, aud: 'authenticated' }, 200, { 'x-total-count': String(total?.count ?? 0), link: links.join(', ') });
};

const create = async ({ sql, attributes, hash }: Work): Promise<Response> => {
  const { email, role = 'authenticated', email_confirm: confirm = false } = attributes;
  if (!email) return refuse(400, 'validation_failed', 'Cannot create a user without either an email or phone');
  const id = attributes.id ?? randomUUID();
  const password = hash ?? (await hashPassword(randomUUID()));
  await inTransaction(sql, async (tx) => {
    await tx`
      insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, banned_until)
      values (${id}, 'authenticated', ${role}, ${email}, ${password}, ${confirm ? new Date() : null},
        ${tx.json({ provider: 'email', providers: ['email'], ...attributes.app_metadata })},
        ${tx.json({ ...attributes.user_metadata, email_verified: confirm })}, ${banEnd(attributes.ban_duration)})`;
    await tx`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data)
      values (${randomUUID()}, 'email', ${id}, ${id}, ${tx.json({ sub: id, email, email_verified: confirm, phone_verified: false })})`;
  });
  return read(sql, id);
};

const update = async ({ sql, attributes, hash }: Work, id: string): Promise<Response> => {
  const { email, role, ban_duration: ban } = attributes;
  await inTransaction(sql, async (tx) => {
    await tx`
      update auth.users set
        updated_at = now(),
        email = coalesce(${email ?? null}, email),
        role = coalesce(${role ?? null}, role),
        encrypted_password = coalesce(${hash ?? null}, encrypted_password),
        email_confirmed_at = case when ${attributes.email_confirm === true} then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
        banned_until = case when ${ban !== undefined} then ${banEnd(ban)}::timestamptz else banned_until end,
        raw_app_meta_data = jsonb_strip_nulls(coalesce(raw_app_meta_data, '{}') || ${tx.json(attributes.app_metadata ?? {})}),
        raw_user_meta_data = jsonb_strip_nulls(coalesce(raw_user_meta_data, '{}') || ${tx.json(attributes.user_metadata ?? {})})
      where id = ${id}`;
    if (email) await tx`update auth.identities set identity_data = identity_data || ${tx.json({ email })} where user_id = ${id} and provider = 'email'`;
    // A new password or a ban ends every session that was opened before it.
    if (hash || (ban !== undefined && ban !== 'none')) await tx`delete from auth.sessions where user_id = ${id}`;
  });
  return read(sql, id);
};

const remove = async (sql: postgres.Sql, id: string): Promise<Response> => {
  const [gone] = await sql`delete from auth.users where id = ${id} returning id`;
  return gone ? json({}) : refuse(404, 'user_not_found', 'User not found');
};

const write = async (sql: postgres.Sql, request: Request, id: string | undefined): Promise<Response> => {
  const parsed = schema.safeParse(await bodyOf(request));
  if (!parsed.success) return refuse(400, 'validation_failed', z.prettifyError(parsed.error));
  const { password } = parsed.data;
  const weak = password === undefined ? undefined : weakPassword(password);
  if (weak) return weak;
  const work = { sql, attributes: parsed.data, hash: password === undefined ? undefined : await hashPassword(password) };
  return id ? update(work, id) : create(work);
};

/** `/admin/users/<id>/factors`: the list, and the removal of one. A session that had shown it is worth the password alone again. */
const factors = async (sql: postgres.Sql, method: string, userId: string, factorId: string | undefined): Promise<Response> => {
  if (method === 'GET' && !factorId) return json(await factorsOf(sql, userId));
  if (method !== 'DELETE' || !factorId) return refuse(405, 'validation_failed', 'Method not allowed');
  await sql`update auth.sessions set aal = 'aal1', factor_id = null where user_id = ${userId} and factor_id = ${factorId}`;
  const [gone] = await sql`delete from auth.mfa_factors where id = ${factorId} and user_id = ${userId} returning id`;
  return gone ? json({ id: factorId }) : refuse(404, 'mfa_factor_not_found', 'Factor not found');
};

/**
 * GoTrue's admin API for users (create, list, get, update, delete, factors), which the library lacks. `secretKey` is the only
 * key to it.
 */
export const handleAdmin = async (sql: postgres.Sql, secretKey: string, request: Request, url: URL): Promise<Response> => {
  if (request.headers.get('apikey') !== secretKey) return refuse(403, 'not_admin', 'User not allowed');
  const id = /\/admin\/users\/(?<id>[0-9a-f-]{36})$/.exec(url.pathname)?.groups?.id;
  const factor = /\/admin\/users\/(?<user>[0-9a-f-]{36})\/factors(?:\/(?<id>[0-9a-f-]{36}))?$/.exec(url.pathname)?.groups;
  try {
    if (factor?.user) return await factors(sql, request.method, factor.user, factor.id);
    if (request.method === 'GET') return await (id ? read(sql, id) : list(sql, url));
    if (request.method === 'DELETE' && id) return await remove(sql, id);
    if ((request.method === 'POST' && !id) || (request.method === 'PUT' && id)) return await write(sql, request, id);
    return refuse(405, 'validation_failed', 'Method not allowed');
  } catch (cause) {
    if (isUnreachable(cause)) throw cause;
    if (codeOf(cause) === '23505') return refuse(422, 'email_exists', 'A user with this email address has already been registered');
    return refuse(500, 'unexpected_failure', `Database error: ${messageOf(cause)}`);
  }
};
