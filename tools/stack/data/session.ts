import type { ConnectionContextOptions, VarsContext } from '@supabase/lite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { z } from 'zod';

type Queries = PostgresConnection['kysely'];
type Rpc = NonNullable<ConnectionContextOptions['rpc']>;

const contextSchema = z.object({
  auth: z.object({ role: z.string().nullish(), uid: z.string().nullish(), jwt: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  storage: z.object({ operation: z.string().nullish() }).nullish(),
});

/** Roles a token may act as: those that PostgREST's login may switch to. Anything else would be the owner's rights. */
const ROLES = new Set(['anon', 'authenticated', 'service_role']);

/** Hosted timeouts: the login role of PostgREST has 8 s, anon 3 s. */
const timeoutOf = (role: string): string => (role === 'anon' ? '3s' : '8s');

/** The function that a path such as `/rest/v1/rpc/close_month` calls. */
export const functionOf = (rpc: Rpc): string => decodeURIComponent(/\/rpc\/(?<name>[^/?]+)/.exec(rpc.path)?.groups?.name ?? '');

/**
 * What the transaction of one request knows, as name and value: role, claims, timeout, and for a function call the
 * HTTP request as PostgREST shows it.
 */
const settingsOf = (vars: VarsContext | undefined, rpc: Rpc | undefined): [string, string][] => {
  const { auth, storage } = contextSchema.parse(vars ?? {});
  const role = auth?.role ?? 'anon';
  if (!ROLES.has(role)) throw Object.assign(new Error(`role "${role}" is not allowed`), { code: '42501', severity: 'ERROR' });
  const request: [string, string][] = rpc
    ? [
        ['response.status', ''],
        ['response.headers', ''],
        ['request.method', rpc.method],
        ['request.path', rpc.path],
        ['request.headers', JSON.stringify(rpc.requestHeaders ?? {})],
      ]
    : [];
  return [
    ['role', role],
    ['request.jwt.claims', JSON.stringify(auth?.jwt ?? { role })],
    ['request.jwt.claim.sub', auth?.uid ?? ''],
    ['request.jwt.claim.role', role],
    ['storage.operation', storage?.operation ?? ''],
    ...request,
    ...(rpc?.readOnly ? [['transaction_read_only', 'on'] as [string, string]] : []),
  ];
};

/**
 * The one statement that sets up the transaction of a request. `declared` is the statement timeout that the called
 * function declares for itself (`set statement_timeout` in its definition); PostgREST "hoists" it in the same way,
 * because inside the function the clock of the running statement has already been set.
 */
export const sessionStatement = (queries: Queries, vars: VarsContext | undefined, rpc: Rpc | undefined, declared?: string) => {
  const settings = settingsOf(vars, rpc);
  const timeout: [string, string] = ['statement_timeout', declared ?? timeoutOf(settings[0]?.[1] ?? 'anon')];
  return queries.selectNoFrom(({ fn, val }) =>
    [...settings, timeout].map(([name, value], index) => fn('set_config', [val(name), val(value), val(true)]).as(`s${index}`)),
  );
};
