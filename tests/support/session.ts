import { cast, type PersonName } from './cast.ts';
import type { Tx } from './connection.ts';

/** Who runs a statement: one of the cast, nobody signed in, the service key, or the owner of the schema. */
export type Caller = PersonName | 'anon' | 'service' | 'postgres';

const claimsOf = (caller: Caller): [role: string, claims: string] => {
  if (caller === 'postgres') return ['none', ''];
  if (caller === 'anon') return ['anon', JSON.stringify({ role: 'anon' })];
  if (caller === 'service') return ['service_role', JSON.stringify({ role: 'service_role' })];
  return ['authenticated', JSON.stringify({ role: 'authenticated', sub: cast[caller].id })];
};

/** From here on the transaction acts as the Data API would for `caller`. */
export const become = async (tx: Tx, caller: Caller): Promise<void> => {
  const [role, claims] = claimsOf(caller);
  await tx`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${claims}, true)`;
};

/** `work` as `caller`, then back to the owner of the schema. For transactions in which several people act. */
export const actAs = async <T>(tx: Tx, caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T> => {
  await become(tx, caller);
  const value = await work(tx);
  await become(tx, 'postgres');
  return value;
};

/** Sets the database's clock for this transaction: `2026-11-22T10:00:00+09:00`. */
export const setClock = async (tx: Tx, at: string): Promise<void> => {
  await tx`select set_config('app.clock_offset', (${at}::timestamptz - now())::text, true)`;
};
