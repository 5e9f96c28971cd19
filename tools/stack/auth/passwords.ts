import { compare, hash } from 'bcryptjs';
import type postgres from 'postgres';
import type { Claims } from './claims.ts';
import { parity } from '../parity.ts';
import { json, refuse } from './reply.ts';

const MINIMUM_LENGTH = parity.minimumPasswordLength;
const MAXIMUM_BYTES = 72; // bcrypt reads no more
const BCRYPT_COST = 10;

/** GoTrue's refusal of a password that is too short or longer than bcrypt reads; undefined when it is acceptable. */
export const weakPassword = (password: string): Response | undefined => {
  const length = [...password].length;
  if (length >= MINIMUM_LENGTH && Buffer.byteLength(password) <= MAXIMUM_BYTES) return undefined;
  const msg =
    length < MINIMUM_LENGTH
      ? `Password should be at least ${MINIMUM_LENGTH} characters.`
      : `Password cannot be longer than ${MAXIMUM_BYTES} bytes.`;
  return json({ code: 422, error_code: 'weak_password', msg, weak_password: { reasons: ['length'] } }, 422);
};

export const hashPassword = (password: string): Promise<string> => hash(password, BCRYPT_COST);

const isRecovery = (claims: Claims): boolean => (claims.amr ?? []).some(({ method }) => ['otp', 'recovery', 'magiclink'].includes(method));

/**
 * Hosted setting `require_current_password`, which the library does not know: who changes a password must know the old
 * one, except in a session that began with a recovery link.
 */
export const guardPasswordChange = async (
  sql: postgres.Sql,
  claims: Claims,
  body: { password?: string; currentPassword?: string },
): Promise<Response | undefined> => {
  if (body.password === undefined) return undefined;
  if (!isRecovery(claims)) {
    const [user] = await sql<{ hash: string | null }[]>`select encrypted_password as hash from auth.users where id = ${claims.sub}`;
    const known = body.currentPassword !== undefined && (await compare(body.currentPassword, user?.hash ?? ''));
    if (!known) return refuse(400, 'current_password_invalid', 'Current password required when setting new password.');
  }
  return weakPassword(body.password);
};
