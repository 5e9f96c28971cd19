import { codeOf } from '../failure.ts';

/**
 * PostgREST's documented HTTP status for an SQLSTATE, where the library has none of its own. Classes of an
 * unreachable database are 503, of a programming or resource fault 500, everything a caller caused 400.
 */
export const statusOf = (sqlstate: string): number => {
  const known: Record<string, number> = { '23503': 409, '23505': 409, '25006': 405, P0001: 400, '42P17': 500, '53400': 500 };
  const exact = known[sqlstate];
  if (exact !== undefined) return exact;
  if (/^(08|53|57P)/.test(sqlstate)) return 503;
  if (/^(0L|0P|28)/.test(sqlstate)) return 403;
  return /^(09|25|2D|38|39|3B|40|54|55|57|58|F0|HV|P0|XX)/.test(sqlstate) ? 500 : 400;
};

/** Codes of postgres.js and of sockets that mean: the database is not there at the moment. */
const UNREACHABLE = /^(CONNECT|CONNECTION_|ECONN|EPIPE|57P0[123])/;

/** Whether an error says that the connection broke or could not be made. */
export const isUnreachable = (cause: unknown): boolean => UNREACHABLE.test(codeOf(cause));

/** What every part answers while the database is being started again. */
export const UNAVAILABLE = {
  code: 'unavailable',
  message: 'The database is being started again; please try once more in a moment.',
  details: null,
  hint: null,
} as const;

/** An error in the shape that makes the library render `body` with `status`, as `raise sqlstate 'PGRST'` would. */
const verbatim = (status: number, body: object): Error =>
  Object.assign(new Error(JSON.stringify(body)), { code: 'PGRST', detail: JSON.stringify({ status, headers: {} }) });

/** What is thrown instead of an error that only says the connection is gone. */
export const unavailableError = (): Error => verbatim(503, UNAVAILABLE);

type DatabaseError = { severity?: string; code: string; message: string; detail?: string; hint?: string };

const isDatabaseError = (cause: unknown): cause is DatabaseError =>
  /^[0-9A-Z]{5}$/.test(codeOf(cause)) && typeof cause === 'object' && cause !== null && 'severity' in cause;

/** SQLSTATEs that the library renders as PostgREST does, or recognises by code (a name taken twice in Storage). */
const RENDERED = /^(42|PT|PGRST|2350[35])/;

/**
 * The library answers every SQLSTATE that it does not know with 500 and code "SUP" and drops details and hint, also for
 * the ordinary P0001, 23514 and 57014. This turns them into what PostgREST answers.
 */
export const normalizeError = (cause: unknown): unknown => {
  if (isUnreachable(cause)) return unavailableError();
  if (!isDatabaseError(cause) || RENDERED.test(cause.code)) return cause;
  const { code, message, detail, hint } = cause;
  return verbatim(statusOf(code), { code, message, details: detail ?? null, hint: hint ?? null });
};
