import type postgres from 'postgres';
import { codeOf } from '../failure.ts';
import { refuse } from './reply.ts';

type Person = { id: string; last_sign_in_at: string | null };
type Decision = { decision?: string; message?: string };

const UNDEFINED = new Set(['42883', '3F000']); // no such function, no such schema

/** Asks the database; undefined when the migrations define no hook. */
const decide = async (sql: postgres.Sql, userId: string, valid: boolean): Promise<Decision | undefined> => {
  try {
    const [row] = await sql<{ answer: Decision }[]>`
      select private.password_verification_attempt(${sql.json({ user_id: userId, valid })}) as answer`;
    return row?.answer;
  } catch (cause) {
    if (UNDEFINED.has(codeOf(cause))) return undefined;
    throw cause;
  }
};

/** A refused sign-in leaves no session and no trace of a successful one. */
const undo = async (sql: postgres.Sql, person: Person): Promise<void> => {
  await sql`
    delete from auth.sessions where id = (
      select id from auth.sessions where user_id = ${person.id} order by created_at desc limit 1)`;
  await sql`update auth.users set last_sign_in_at = ${person.last_sign_in_at} where id = ${person.id}`;
};

/**
 * The Postgres password-verification hook of hosted Supabase, which the library lacks: after each attempt of a known
 * person the database is told whether the password was right, and may refuse the sign-in (lock-out). `attempt` lets
 * the library do its part.
 */
export const withVerificationHook = async (sql: postgres.Sql, email: string, attempt: () => Promise<Response>): Promise<Response> => {
  const [person] = await sql<Person[]>`
    select id, last_sign_in_at::text from auth.users where lower(email) = ${email.toLowerCase()}`;
  const response = await attempt();
  if (!person) return response;
  const answer = await decide(sql, person.id, response.ok);
  if (answer?.decision !== 'reject') return response;
  if (response.ok) await undo(sql, person);
  return refuse(400, 'invalid_credentials', answer.message ?? 'Further password verification attempts will be rejected.');
};
