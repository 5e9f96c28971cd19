import { Cron } from 'croner';
import type postgres from 'postgres';
import { messageOf } from './failure.ts';

type Schedule = { name: string; cron: string; statement: string | null; function: string | null };
type Options = { sql: postgres.Sql; url: string; secretKey: string; log: (line: string) => void };

const read = async (sql: postgres.Sql): Promise<Schedule[]> => {
  const [found] = await sql<{ exists: boolean }[]>`select to_regclass('private.schedules') is not null as exists`;
  return found?.exists ? sql<Schedule[]>`select name, cron, statement, function from private.schedules order by name` : [];
};

const call = async ({ url, secretKey }: Options, name: string): Promise<void> => {
  const response = await fetch(`${url}/functions/v1/${name}`, { method: 'POST', headers: { apikey: secretKey } });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${answer.slice(0, 300)}`);
};

/**
 * Runs the statements of `private.schedules` at their times in Asia/Tokyo, as the role `postgres`, and calls its functions with
 * the secret key, never twice at once. Hosted Supabase runs the same table by pg_cron. Returns the function that ends it.
 */
export const startSchedule = async (options: Options): Promise<() => void> => {
  const { sql, log } = options;
  const jobs = (await read(sql)).map(({ name, cron, statement, function: called }) => {
    const failed = (cause: unknown) => log(`Schedule ${name} failed: ${messageOf(cause)}`);
    return new Cron(cron, { timezone: 'Asia/Tokyo', protect: true, catch: failed }, async () => {
      if (statement !== null) await sql.unsafe(statement);
      if (called !== null) await call(options, called);
    });
  });
  return () => {
    for (const job of jobs) job.stop();
  };
};
