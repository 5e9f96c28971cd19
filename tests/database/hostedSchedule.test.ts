import { expect, test } from 'vitest';
import { useWorld } from '../support/database.ts';

// What pg_cron would be told. Its own schema is not there in the embedded database, so a stand-in writes down the calls.

const world = await useWorld();

test('every schedule is told to pg_cron in UTC, functions by pg_net with the key out of Vault; again changes nothing', () => world.rollback(async (tx) => {
  await tx.unsafe(`
    create schema cron;
    create table cron.job (jobname text primary key, schedule text, command text);
    create function cron.schedule(text, text, text) returns bigint language sql as 'insert into cron.job values ($1, $2, $3); select 1::bigint';
    create function cron.unschedule(text) returns boolean language sql as 'delete from cron.job where jobname = $1; select true';
    insert into cron.job values ('oss-gone', '* * * * *', 'select 1'), ('another', '* * * * *', 'select 1');`);
  const install = async () => (await tx<{ jobs: number }[]>`select private.install_schedules('https://x.supabase.co') as jobs`)[0]?.jobs;
  const jobs = await install();
  expect(await install()).toBe(jobs);
  const [count] = await tx<{ mine: number; others: number }[]>`
    select count(*) filter (where jobname like 'oss-%')::int as mine, count(*) filter (where jobname not like 'oss-%')::int as others from cron.job`;
  expect(count).toEqual({ mine: jobs, others: 1 });
  expect(await tx`select schedule, command from cron.job where jobname = 'oss-forget-mails'`).toEqual([{ schedule: '50 18 * * *', command: 'select private.forget_mails()' }]);
  expect(await tx`select schedule from cron.job where jobname = 'oss-erase-vehicle-users'`).toEqual([{ schedule: '*/10 16,17,18,19 * * *' }]);
  const [send] = await tx<{ schedule: string; command: string }[]>`select schedule, command from cron.job where jobname = 'oss-send-mail'`;
  expect(send?.schedule).toBe('* * * * *');
  expect(send?.command).toContain("net.http_post(url := 'https://x.supabase.co/functions/v1/send-mail'");
  expect(send?.command).toContain("where name = 'secret_key'");
}));
