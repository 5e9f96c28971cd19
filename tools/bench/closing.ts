import type postgres from 'postgres';
import { script } from '../seed/scripts.ts';
import { type Measure, median, timed } from './measure.ts';

const ROUNDS = 3;
class Undo extends Error {}

const closeOnce = async (sql: postgres.Sql, month: string): Promise<number> => {
  let seconds = Number.NaN;
  await sql
    .begin(async (tx) => {
      await tx`
        select set_config('request.jwt.claims', json_build_object('sub', m.user_id, 'role', 'authenticated')::text, true)
        from public.members m where m.login_id = 'hq-finance'`;
      ({ seconds } = await timed(() => tx`select public.close_month(${month}::date, 'close', false)`.execute()));
      throw new Undo();
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof Undo)) throw cause;
    });
  return seconds;
};

/** Closes a month that has some 20,000 completed cases and their payees' lines, in the database, several times over. */
export const measureClosing = async (sql: postgres.Sql, month: string): Promise<Measure[]> => {
  await sql.unsafe(script('scale_billing')).simple();
  await sql`analyze`;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await closeOnce(sql, month));
  return [{ name: 'closing a month of 20,000 completed cases', value: median(times), unit: 's', limit: 1 }];
};
