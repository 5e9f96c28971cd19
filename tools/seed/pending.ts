import type postgres from 'postgres';
import { script } from './scripts.ts';

const TABLES = ['applications', 'application_events', 'fee_payments', 'advance_ledger'];

/** Definitions of the indexes that no constraint needs, which can go while rows are poured in. */
const spareIndexes = (sql: postgres.Sql) => sql<{ name: string; definition: string }[]>`
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid in (select ('public.' || t)::regclass from unnest(${TABLES}::text[]) t)
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;

/**
 * Writes down, in the database itself, what has to be done when the rows are in: indexes, roll-ups, matching, statistics. So a
 * run that is killed in the middle costs time and no index. Drops the indexes meanwhile when asked to.
 */
export const schedulePending = async (sql: postgres.Sql, dropIndexes: boolean): Promise<void> => {
  const indexes = dropIndexes ? await spareIndexes(sql) : [];
  const steps = [
    ...indexes.map(({ name, definition }) => ({ what: `index ${name}`, statement: definition })),
    { what: 'payee lines', statement: script('scale_billing') },
    { what: 'usage counts', statement: script('rollups') },
    { what: 'cars', statement: 'select private.put_cars(array(select a.id from public.applications a))' },
    { what: 'statistics', statement: 'analyze' },
  ];
  await sql.begin(async (tx) => {
    await tx`create table private.seed_pending (id int generated always as identity primary key, what text not null, statement text not null)`;
    await tx`insert into private.seed_pending ${tx(steps)}`;
    for (const { name } of indexes) await tx.unsafe(`drop index public."${name}"`);
  });
};

/** Does what is written down and forgets it, step by step. Nothing when no run left anything. */
export const runPending = async (sql: postgres.Sql, starting: (what: string) => void): Promise<void> => {
  const [found] = await sql<{ exists: boolean }[]>`select to_regclass('private.seed_pending') is not null as exists`;
  if (!found?.exists) return;
  const steps = await sql<{ id: number; what: string; statement: string }[]>`select id, what, statement from private.seed_pending order by id`;
  for (const { id, what, statement } of steps) {
    starting(what);
    await sql.unsafe(`${statement}; delete from private.seed_pending where id = ${id}`).simple();
  }
  await sql`drop table private.seed_pending`;
};
