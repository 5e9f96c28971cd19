import postgres from 'postgres';
import type { JSONValue } from 'postgres';

/** Values as the tests compare them: bigint as number (ids are small here), dates as `YYYY-MM-DD`. */
const types = {
  bigint: { to: 20, from: [20], serialize: (value: number) => String(value), parse: Number },
  date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value },
};

export type Sql = postgres.Sql<{ bigint: number; date: string }>;
export type Tx = postgres.TransactionSql<{ bigint: number; date: string }>;

/** One connection that keeps quiet; the caller ends it. */
export const connect = (url: string): Sql => postgres(url, { max: 1, onnotice: () => undefined, types });

/** A parameter of type jsonb. */
export const json = (tx: Tx, value: unknown) => tx.json(value as JSONValue);

class Undo extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('rolled back on purpose');
    this.value = value;
  }
}

/** Runs `work` in a transaction that is rolled back whatever happens. Answers what `work` answered. */
export const rolledBack = async <T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    await sql.begin(async (tx) => {
      throw new Undo(await work(tx));
    });
  } catch (cause) {
    if (cause instanceof Undo) return cause.value as T;
    throw cause;
  }
  throw new Error('a transaction that throws cannot commit');
};

/** As `rolledBack`, inside a transaction. */
export const undone = async <T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    await tx.savepoint(async (point) => {
      throw new Undo(await work(point));
    });
  } catch (cause) {
    if (cause instanceof Undo) return cause.value as T;
    throw cause;
  }
  throw new Error('a savepoint that throws cannot be kept');
};

/** What the database answered when it refused: the product's code, SQLSTATE and details. */
export type Refusal = { code: string; state: string; details: unknown };
export type Attempt<T> = { value: T; refusal?: undefined } | { value?: undefined; refusal: Refusal };

const field = (cause: unknown, name: string): string => {
  const value: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const parsed = (detail: string): unknown => (/^[[{]/.test(detail) ? JSON.parse(detail) : detail || undefined);

/** `work` at a savepoint: a refusal is an answer and leaves the transaction usable. `code` is SQLSTATE where SQL itself refuses. */
export const attempt = async <T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<Attempt<T>> => {
  try {
    return { value: await tx.savepoint((point) => work(point)) as T };
  } catch (cause) {
    const state = field(cause, 'code');
    if (state === '') throw cause;
    const own = state.startsWith('PT');
    return { refusal: { code: own ? field(cause, 'message') : state, state, details: own ? parsed(field(cause, 'detail')) : field(cause, 'message') } };
  }
};
