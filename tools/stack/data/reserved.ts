import type postgres from 'postgres';
import { codeOf } from '../failure.ts';
import { isUnreachable } from './errors.ts';

type Sql = Pick<postgres.Sql, 'reserve'>;

/** How its server ended a session: told once more by the connection that takes the place of the broken one. */
const ENDED = /^57P0[12]$/;
const MOST_ENDED = 20;

/** A connection of the pool; one that only repeats why the last session ended is asked for again. */
const reserveOne = async (reserve: Sql['reserve'], attempts = MOST_ENDED): Promise<postgres.ReservedSql> => {
  try {
    return await reserve();
  } catch (cause) {
    if (attempts === 0 || !ENDED.test(codeOf(cause))) throw cause;
    return reserveOne(reserve, attempts - 1);
  }
};

/**
 * Reserves a connection of the pool that says nothing more once it broke. postgres.js itself would send the ROLLBACK that follows
 * the failure on the closed socket, which either never answers or ends this process, and `release` would give the closed connection to
 * the next request. It takes a broken connection back by itself.
 */
export const reserveWatched = async (reserve: Sql['reserve']): Promise<postgres.ReservedSql> => {
  const reserved = await reserveOne(reserve);
  let broken: unknown;
  const watched = (ask: () => unknown): unknown => {
    if (broken !== undefined) return Promise.reject(broken);
    const query = ask();
    if (query instanceof Promise) {
      query.catch((cause: unknown) => {
        if (isUnreachable(cause)) broken ??= cause;
      });
    }
    return query;
  };
  const release = () => {
    if (broken === undefined) reserved.release();
  };
  return new Proxy(reserved, {
    apply: (target, self, args) => watched(() => Reflect.apply(target, self, args) as unknown),
    get: (target, name) => {
      if (name === 'release') return release;
      if (name === 'unsafe') return (...args: Parameters<typeof target.unsafe>) => watched(() => target.unsafe(...args));
      return Reflect.get(target, name) as unknown;
    },
  });
};

/** A transaction on such a connection: committed when `work` is through, rolled back when it throws. */
export const inTransaction = async <T>(sql: Sql, work: (tx: postgres.ReservedSql) => Promise<T>): Promise<T> => {
  const tx = await reserveWatched(sql.reserve);
  try {
    await tx`begin`;
    const value = await work(tx);
    await tx`commit`;
    return value;
  } catch (cause) {
    await tx`rollback`.catch(() => undefined); // on a broken connection the server has rolled back already
    throw cause;
  } finally {
    tx.release();
  }
};
