import { formatDateTime } from '../domain/dateText.ts';
import { hasMessage, translate } from '../i18n/translate.ts';

/** What the servers answer: PostgREST bodies, `{code, message, details}` of the functions, or Auth errors. */
export type ErrorBody = { code?: unknown; error_code?: unknown; message?: unknown; msg?: unknown; details?: unknown; hint?: unknown };

const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Codes of PostgreSQL, PostgREST and HTTP that a person may meet, in the product's own words. */
const ALIASES: Record<string, string> = {
  '23505': 'duplicate', '23503': 'still_referenced', '23514': 'invalid_value', '23502': 'missing_value', '22P02': 'invalid_value',
  '42501': 'forbidden', '57014': 'timeout', PGRST116: 'not_found', PGRST301: 'session_expired', PGRST303: 'session_expired',
};
const BY_STATUS: Record<number, string> = {
  401: 'session_expired', 403: 'forbidden', 404: 'not_found', 413: 'too_large', 429: 'too_many_requests', 503: 'unavailable',
};

const parsed = (details: unknown): unknown => {
  if (typeof details !== 'string' || !/^[[{]/.test(details)) return details ?? undefined;
  try {
    return JSON.parse(details);
  } catch {
    return details;
  }
};

const asParams = (details: unknown): Record<string, unknown> => {
  if (details === null || typeof details !== 'object' || Array.isArray(details)) return {};
  const at: unknown = Reflect.get(details, 'at');
  return { ...details, ...(typeof at === 'string' ? { at: formatDateTime(at) } : {}) };
};

/** The sentence for a code; a server's own Japanese sentence stands in where the catalogue has none. */
const sentence = (code: string, details: unknown, fallback: string | undefined): string => {
  const params = asParams(details);
  const key = params['actor_name'] !== undefined && hasMessage(`errors.${code}_by`) ? `errors.${code}_by` : `errors.${code}`;
  if (hasMessage(key)) {
    const text = translate(key, params);
    return typeof details === 'string' && JAPANESE.test(details) ? `${text}（${details}）` : text;
  }
  return fallback !== undefined && JAPANESE.test(fallback) ? fallback : translate('errors.unknown', { code });
};

/**
 * The one error of the app. `code` is stable snake_case, `message` Japanese for people, `status` the HTTP status (0: no answer),
 * `details` text or parsed JSON. react-admin shows `message` and hands `status` to `checkError`.
 */
export class AppError extends Error {
  readonly code: string;
  readonly details: unknown;
  readonly status: number;

  constructor(from: { code: string; message?: string | undefined; details?: unknown; status?: number }) {
    const details = parsed(from.details);
    super(sentence(from.code, details, from.message));
    this.name = 'AppError';
    this.code = from.code;
    this.details = details;
    this.status = from.status ?? 0;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** SQL raises its code as the message (`PTnnn`); functions send it as the code; PostgreSQL and PostgREST have codes of their own. */
const codeOf = (status: number, body: ErrorBody): string => {
  const message = text(body.message) ?? text(body.msg);
  const code = text(body.error_code) ?? text(body.code);
  if (message !== undefined && SNAKE.test(message)) return message;
  if (code !== undefined && ALIASES[code] !== undefined) return ALIASES[code];
  if (code !== undefined && SNAKE.test(code)) return code;
  return BY_STATUS[status] ?? code ?? `http_${status}`;
};

/** Any answer that is not a success, as an `AppError`. */
export const errorFromAnswer = (status: number, body: unknown): AppError => {
  const known: ErrorBody = body !== null && typeof body === 'object' ? body : {};
  return new AppError({
    code: codeOf(status, known), message: text(known.message) ?? text(known.msg), details: known.details, status,
  });
};

/** Anything that was thrown: our own errors stay, a failed `fetch` becomes `network`. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof TypeError) return new AppError({ code: 'network' });
  const body = error !== null && typeof error === 'object' ? error : {};
  const status = Number(Reflect.get(body, 'status') ?? 0);
  if (status === 0 && /fetch/i.test(String(Reflect.get(body, 'name')))) return new AppError({ code: 'network' });
  return errorFromAnswer(Number.isFinite(status) ? status : 0, body);
};
