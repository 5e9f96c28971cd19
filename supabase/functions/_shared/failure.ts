import { formatDateTime } from '../../../src/domain/dateText.ts';
import { errors } from '../../../src/i18n/errors.ts';

/** Codes of PostgreSQL and the Data API that people may meet, in the product's own words. */
const aliases: Record<string, string> = {
  '23505': 'duplicate', '23503': 'still_referenced', '23514': 'invalid_value', '22P02': 'invalid_value', '22003': 'invalid_value', '22008': 'invalid_value',
  '42501': 'forbidden', '57014': 'timeout', PGRST116: 'not_found', PGRST301: 'not_signed_in', PGRST303: 'not_signed_in',
};

const sentences: Readonly<Record<string, string>> = errors;

/** The Japanese sentence of a code, or of the code with who did it; `%{name}` is filled from `details`. */
export const messageOf = (code: string, details?: unknown): string => {
  const values: object = typeof details === 'object' && details !== null ? { ...details, code } : { code };
  const named = 'actor_name' in values && values.actor_name !== null ? sentences[`${code}_by`] : undefined;
  return (named ?? sentences[code] ?? errors.unknown).replaceAll(/%\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = Reflect.get(values, name);
    if (name === 'at' && typeof value === 'string') return formatDateTime(value);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
};

/** What a function answers when it cannot do what was asked: `{ code, message, details }` with an HTTP status. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, details: unknown = null) {
    super(messageOf(code, details));
    this.name = 'Failure';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  toJSON(): { code: string; message: string; details: unknown } {
    return { code: this.code, message: this.message, details: this.details };
  }
}

const read = (body: unknown, name: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const parsed = (text: string): unknown => {
  if (!/^[[{]/.test(text)) return text || null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** An error of the Data API: SQL raises its code as the message (`PT409`, `month_not_over`), the rest has codes of its own. */
export const failureOf = (status: number, body: unknown): Failure => {
  const message = read(body, 'message');
  if (/^PT\d{3}$/.test(read(body, 'code'))) return new Failure(status, message, parsed(read(body, 'details')));
  const code = aliases[read(body, 'code')];
  if (status === 401) return new Failure(401, 'not_signed_in');
  return new Failure(code === 'timeout' ? 504 : status, code ?? 'unavailable');
};
