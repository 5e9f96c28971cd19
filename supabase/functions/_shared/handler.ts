import type { z } from 'zod';
import { type Api, apiAs } from './api.ts';
import { Failure } from './failure.ts';

/** What a function works with: the checked body, the request, and the Data API as the caller. */
export type Call<Body> = { body: Body; request: Request; api: Api };

export type HandlerOptions<Schema extends z.ZodType> = {
  method?: 'POST' | 'GET';
  /** Of the JSON body, of the fields of a form, or of the query of a GET. */
  schema: Schema;
  /** Who may call without a token of a member, judged before the body is read; throws a `Failure`. */
  admit?: (request: Request) => Promise<void>;
  /** Answers JSON, or a `Response` of its own; throws a `Failure`. */
  run: (call: Call<z.infer<Schema>>) => Promise<unknown>;
};

// Tokens travel in a header, never in a cookie: any origin may call, none gains anything by it.
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, x-client-info, apikey, content-type, idempotency-key, x-api-key',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'content-disposition, retry-after',
};

const readBody = async (request: Request): Promise<unknown> => {
  try {
    if (request.method === 'GET') return Object.fromEntries(new URL(request.url).searchParams);
    const type = request.headers.get('content-type') ?? '';
    return type.startsWith('multipart/form-data') ? Object.fromEntries(await request.formData()) : await request.json();
  } catch {
    throw new Failure(400, 'invalid_body');
  }
};

const check = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  throw new Failure(400, 'invalid_value', error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
};

const answer = async <Schema extends z.ZodType>(request: Request, { method = 'POST', schema, admit, run }: HandlerOptions<Schema>): Promise<Response> => {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
  if (request.method !== method) throw new Failure(405, 'method_not_allowed');
  const authorization = request.headers.get('authorization') ?? '';
  if (admit) await admit(request);
  else if (!/^Bearer .+/i.test(authorization)) throw new Failure(401, 'not_signed_in');
  const body = check(schema, await readBody(request));
  const result = await run({ body, request, api: apiAs(authorization) });
  return result instanceof Response ? result : Response.json(result);
};

/** Seconds until a refused call may be tried again (429). */
const retryAfter = ({ details }: Failure): Record<string, string> => {
  const seconds: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'retry_after') : undefined;
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
};

const failed = (cause: unknown): Response => {
  if (cause instanceof Failure) return Response.json(cause, { status: cause.status, headers: retryAfter(cause) });
  console.error(cause);
  return Response.json(new Failure(500, 'unavailable'), { status: 500 });
};

/**
 * The `fetch` of a function: CORS, token, body, `run` as the caller, and every error as `{ code, message, details }` with
 * its HTTP status. The database judges the caller; nothing here does.
 */
export const createHandler = <Schema extends z.ZodType>(options: HandlerOptions<Schema>) => async (request: Request): Promise<Response> => {
  const response = await answer(request, options).catch(failed);
  for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
  return response;
};
