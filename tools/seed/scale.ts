import type postgres from 'postgres';
import { runPending, schedulePending } from './pending.ts';
import { runScripts, script } from './scripts.ts';

const BATCH = 100_000;
/** From here on building the indexes once is cheaper than keeping them row by row (docs/bench.md). */
const REBUILD_INDEXES_FROM = 300_000;
const MONTHS = 20;

export type ScaleOptions = {
  applications: number;
  /** Called after each batch and at the start of each part that follows, with the number of rows done. */
  progress: (done: number, what: string) => void;
};

const row = async (query: Promise<readonly postgres.Row[]>): Promise<postgres.Row> => {
  const [first] = await query;
  if (!first) throw new Error('a query that always has a row has none');
  return first;
};

const addBatches = async (sql: postgres.Sql, total: number, progress: ScaleOptions['progress']): Promise<void> => {
  const { base } = await row(sql`
    select coalesce(max(a.application_no)::bigint - 300000000, 0)::text as base from public.applications a where a.application_no between '300000001' and '999999999'`);
  for (let done = 0; done < total; ) {
    const last = Math.min(done + BATCH, total);
    const { id } = await row(sql`select coalesce(max(a.id), 0)::text as id from public.applications a`);
    await sql`
      select set_config('seed.first', ${String(done + 1)}, false), set_config('seed.last', ${String(last)}, false),
        set_config('seed.first_id', ${String(id)}, false), set_config('seed.base', ${String(base)}, false)`;
    await sql.begin((tx) => tx.unsafe(script('scale_batch')).simple());
    done = last;
    progress(done, 'applications');
  }
};

/**
 * Adds deterministic cases, with fees, advances and one line of history each, to a database that may hold anything. `sql` is one
 * connection of the superuser: triggers are off, the roll-ups are counted anew at the end. Months that are closed stay as
 * they were billed. What a broken run left undone is done first by the next.
 */
export const addApplications = async (sql: postgres.Sql, { applications, progress }: ScaleOptions): Promise<void> => {
  await sql.unsafe('set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = \'1GB\'; set work_mem = \'256MB\'').simple();
  await runPending(sql, (what) => progress(0, what));
  await sql`select set_config('seed.applications', ${String(applications)}, false), set_config('seed.months', ${String(MONTHS)}, false)`;
  await runScripts(sql, ['helpers', 'scale_companies', 'calendar', 'scenarios', 'cases', 'scale_courses']);
  await schedulePending(sql, applications >= REBUILD_INDEXES_FROM);
  await addBatches(sql, applications, progress);
  await runPending(sql, (what) => progress(applications, what));
};
