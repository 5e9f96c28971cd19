import '../enableStorage.ts';
import type { ConnectionContextOptions, VarsContext } from '@supabase/lite';
import { PostgresConnection } from '@supabase/lite/postgres';
import { isUnreachable, normalizeError, unavailableError } from './errors.ts';
import { reserveWatched } from './reserved.ts';
import { functionOf, sessionStatement } from './session.ts';
import { types } from './types.ts';

type Queries = PostgresConnection['kysely'];

/** Carries the result out of a transaction that is to be rolled back. */
class Rollback extends Error {
  constructor(readonly result: unknown) {
    super('rollback');
  }
}

/**
 * The library's connection, corrected to behave like PostgREST.
 *
 * - `withContext` never takes the library's own way, which on the first request grants ALL on every table of every schema
 *   with row-level security to anon, authenticated and service_role: revokes, column grants and private schemas would
 *   silently be undone. It also needs one round trip for the session instead of five or ten, and it applies the
 *   statement timeouts that PostgREST applies.
 * - `introspect` fails when the database cannot be read, instead of answering with an empty schema.
 * - `normalizeDbError` gives every SQLSTATE its documented status with details and hint.
 * - a connection that breaks ends its request with 503 and nothing else.
 * - numerics and timestamps come out as PostgREST prints them.
 */
export class LocalConnection extends PostgresConnection {
  constructor(url: string, pool: number) {
    // A fixed short back-off: after the database came back, requests should not wait for an exponential one.
    super({ url, postgresOptions: { max: pool, onnotice: () => undefined, types, backoff: () => 0.2 } });
    const { reserve } = this.driver;
    this.driver.reserve = () => reserveWatched(reserve);
  }

  /** When the database was last found to be away, in epoch milliseconds; errors that the library swallows are told by it. */
  brokenAt = 0;

  #timeouts: Promise<Map<string, string>> | undefined;

  /** Statement timeouts that functions of the API declare, by function name; read once, like the rest of the schema. */
  private declaredTimeouts(): Promise<Map<string, string>> {
    this.#timeouts ??= this.driver<{ name: string; timeout: string }[]>`
      select p.proname as name, split_part(config, '=', 2) as timeout
      from pg_catalog.pg_proc as p, unnest(p.proconfig) as config
      where p.pronamespace = 'public'::regnamespace and config like 'statement_timeout=%'
    `.then((rows) => new Map(rows.map(({ name, timeout }) => [name, timeout])));
    this.#timeouts.catch(() => (this.#timeouts = undefined));
    return this.#timeouts;
  }

  override async clearSchemaCache(): Promise<void> {
    this.#timeouts = undefined;
    await super.clearSchemaCache();
  }

  override async introspect(options?: { useCache?: boolean }) {
    const schema = await super.introspect(options);
    // Only a catalogue that could not be read lacks the time zones; it would make every table "not found".
    if (!schema.timezones) {
      this.brokenAt = Date.now();
      throw unavailableError();
    }
    return schema;
  }

  override normalizeDbError(cause: unknown): unknown {
    if (isUnreachable(cause)) this.brokenAt = Date.now();
    return normalizeError(super.normalizeDbError(cause));
  }

  override async withContext<T>(
    vars: VarsContext | undefined,
    run: (queries: Queries) => Promise<T>,
    options: ConnectionContextOptions = {},
  ): Promise<T> {
    const { transaction, forceRollback, rpc } = options;
    if (!vars && !forceRollback && !rpc) return run(transaction ?? this.kysely);
    const enter = async (queries: Queries): Promise<void> => {
      const declared = rpc && (await this.declaredTimeouts()).get(functionOf(rpc));
      await sessionStatement(queries, vars, rpc, declared).execute();
    };
    if (transaction) {
      await enter(transaction);
      return run(transaction);
    }
    let value: T | undefined;
    try {
      return await this.kysely.transaction().execute(async (queries) => {
        await enter(queries);
        value = await run(queries);
        if (forceRollback) throw new Rollback(value);
        return value;
      });
    } catch (cause) {
      if (cause instanceof Rollback) return value as T;
      throw cause;
    }
  }
}
