import type postgres from 'postgres';
import { claimsOf } from '../auth/claims.ts';
import type { Keys } from '../auth/keys.ts';
import type { Library } from '../auth/router.ts';
import { bodyOf, json, text } from '../auth/reply.ts';
import { inTransaction } from '../data/reserved.ts';

type Options = { sql: postgres.Sql; keys: Keys; secretKey: string; library: Library };

const COLUMNS = ['name', 'created_at', 'updated_at'];

/**
 * `list()` with hosted meaning: names relative to the prefix, folders as rows without an id. The library answers full
 * paths and no folders. Runs as the caller, so the policies on storage.objects decide.
 */
const list = async ({ sql, keys, secretKey }: Options, request: Request, bucket: string): Promise<Response> => {
  const body = await bodyOf(request);
  const claims = await claimsOf(keys, request);
  const role = claims?.role ?? (request.headers.get('apikey') === secretKey ? 'service_role' : 'anon');
  const prefix = (text(body.prefix) ?? '').replace(/^\/+|\/+$/g, '').replace(/$/, (end) => (body.prefix ? '/' : end));
  const sort = typeof body.sortBy === 'object' && body.sortBy !== null ? { column: 'name', order: 'asc', ...body.sortBy } : undefined;
  const column = COLUMNS.find((name) => name === sort?.column) ?? 'name';
  const direction = sort?.order === 'desc' ? sql`desc` : sql`asc`;
  const rows = await inTransaction(sql, async (tx) => {
    await tx`
      select set_config('role', ${role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims ?? { role })}, true),
        set_config('storage.operation', 'storage.object.list', true)`;
    return tx`
      with below as (
        select *, substr(name, ${prefix.length + 1}) as rest from storage.objects
        where bucket_id = ${bucket} and starts_with(name, ${prefix})
      ),
      entries as (
        select distinct split_part(rest, '/', 1) as name, null::uuid as id, null::timestamptz as updated_at,
          null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
        from below where position('/' in rest) > 0
        union all
        select rest, id, updated_at, created_at, last_accessed_at, metadata from below where position('/' in rest) = 0
      )
      select * from entries where position(lower(${text(body.search) ?? ''}) in lower(name)) > 0 or ${text(body.search) ?? ''} = ''
      order by id is not null, ${sql(column)} ${direction}
      limit ${Number(body.limit ?? 100)} offset ${Number(body.offset ?? 0)}`;
  });
  return json(rows);
};

/** supabase-js uploads a form with an unnamed field; the library looks for one named "file", so it gets the bare bytes. */
const unwrapForm = async (request: Request): Promise<Request> => {
  const form = await request.formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (!file) return new Request(request.url, { method: request.method, headers: request.headers });
  const headers = new Headers(request.headers);
  headers.set('content-type', file.type || 'application/octet-stream');
  headers.set('content-length', String(file.size));
  const seconds = form.get('cacheControl');
  if (typeof seconds === 'string') headers.set('cache-control', `max-age=${seconds}`);
  return new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() });
};

type Signed = { signedUrl?: string };

/** supabase-js reads `signedURL` and `url`, relative to /storage/v1; the library answers `signedUrl` in full. */
const renameSigned = (entry: Signed): object => {
  const url = entry.signedUrl?.replace(/^\/storage\/v1/, '');
  return { ...entry, signedURL: url ?? null, url };
};

/** The characters that hosted Storage allows in a key; the library takes any, and the product would break when hosted. */
const KEY = /^[\w/!\-.*'() &$@=;:+,?]*$/;

const invalidKey = (request: Request, url: URL): boolean =>
  (request.method === 'POST' || request.method === 'PUT') &&
  url.pathname.startsWith('/storage/v1/object/') &&
  !KEY.test(decodeURIComponent(url.pathname));

const SIGN = /^\/storage\/v1\/object\/(upload\/)?sign\//;
const LIST = /^\/storage\/v1\/object\/list\/(?<bucket>[^/]+)$/;

/** `/storage/v1`: the library's Storage with the wire format that supabase-js speaks. */
export const createStorageRouter =
  (options: Options) =>
  async (request: Request, url: URL): Promise<Response> => {
    const bucket = LIST.exec(url.pathname)?.groups?.bucket;
    if (bucket && request.method === 'POST') return list(options, request, decodeURIComponent(bucket));
    if (invalidKey(request, url)) {
      const key = decodeURIComponent(url.pathname.split('/').slice(5).join('/'));
      return json({ statusCode: '400', error: 'InvalidKey', message: `Invalid key: ${key}` }, 400);
    }
    const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
    const answer = await options.library(isForm ? await unwrapForm(request) : request);
    if (request.method !== 'POST' || !answer.ok || !SIGN.test(url.pathname)) return answer;
    const body = (await answer.json()) as Signed | Signed[];
    return json(Array.isArray(body) ? body.map(renameSigned) : renameSigned(body));
  };
