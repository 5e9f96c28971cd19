import { Cron } from 'croner';
import type postgres from 'postgres';
import { messageOf } from './failure.ts';

type Schedule = { name: string; cron: string; statement: string };

const read = async (sql: postgres.Sql): Promise<Schedule[]> => {
  const [found] = await sql<{ exists: boolean }[]>`select to_regclass('private.schedules') is not null as exists`;
  return found?.exists ? sql<Schedule[]>`select name, cron, statement from private.schedules order by name` : [];
};

/**
 * Runs the statements of `private.schedules` at their times in Asia/Tokyo, as the role `postgres`, never twice at once.
 * Hosted Supabase runs the same table by pg_cron. Returns the function that ends it.
 */
export const startSchedule = async (sql: postgres.Sql, log: (line: string) => void): Promise<() => void> => {
  const jobs = (await read(sql)).map(({ name, cron, statement }) => {
    const failed = (cause: unknown) => log(`Schedule ${name} failed: ${messageOf(cause)}`);
    return new Cron(cron, { timezone: 'Asia/Tokyo', protect: true, catch: failed }, async () => {
      await sql.unsafe(statement);
    });
  });
  return () => {
    for (const job of jobs) job.stop();
  };
};
