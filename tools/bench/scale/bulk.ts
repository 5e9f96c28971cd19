import type postgres from 'postgres';
import { messageOf } from '../../stack/failure.ts';
import { timed } from '../measure.ts';
import { asPerson, faultsIn, type Loud, onCore, type Outcome } from './run.ts';
import { literal } from './statements.ts';
import type { Person } from './people.ts';

const CASES = 1000;

/** Cases of the branch that stand before an event, as `transition` takes them; each with a 受付番号 of its own where one is given. */
const itemsOf = async (sql: postgres.Sql, { scope }: Person, filing: string, oss: string | null, numbered: boolean): Promise<string> => {
  const [row] = await sql.unsafe<{ items: string }[]>(`
    select json_agg(json_build_object('id', x.id, 'version', x.version, 'values', ${numbered ? "json_build_object('acceptance_no', 'BENCH' || x.id)" : "'{}'::json"}))::text as items from (
      select a.id, a.version from public.applications a where ${scope} and a.oss_status ${oss === null ? 'is null' : `= '${oss}'`} and a.filing_status = '${filing}'
      order by a.requested_at desc limit ${CASES}) x`);
  return row?.items ?? '[]';
};

const EVENTS = [
  ['file', 'requested', null, false], ['accept', 'filing', 'receiving', true], ['pay_weight_tax', 'filing', 'weight_tax_due', false],
  ['hand_over', 'completed', 'issue_pending', false],
] as const;

const ROUNDS = 3;

/** One event on 1,000 cases, taken back afterwards: the fastest of some rounds, for on a busy machine each waits for a core. */
const fire = async (sql: postgres.Sql, loud: Loud, person: Person, event: string, items: string): Promise<Outcome> => {
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const clocks: number[] = [];
  const cores: number[] = [];
  let done = { ok: 0, all: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = onCore(backend?.pid ?? 0);
    const run = await asPerson(sql, person, true, (tx) => timed(() => tx<{ ok: number; all: number }[]>`
      select count(*) filter (where (r ->> 'ok')::boolean)::int as ok, count(*)::int as all from jsonb_array_elements(public.transition(${event}, ${items}::text::jsonb)) r`.execute()));
    clocks.push(run.seconds * 1000);
    cores.push(onCore(backend?.pid ?? 0) - before);
    done = run.value[0] ?? done;
  }
  const clock = Math.min(...clocks);
  const faults = await faultsIn(loud, person, `select public.transition(${literal(event)}, ${literal(items)}::jsonb)`, { scan: Infinity, lookups: Infinity });
  const ms = Number.isNaN(cores[0]) ? clock : Math.min(...cores);
  return { group: 'bulk', name: `${event} on ${done.all} cases, ${done.ok} done`, statement: event, limit: 5000, who: person.title, clock, ms, floor: ms, faults };
};

/** What a branch does to many cases at once; no trigger may read a large table from end to end. */
export const bulkOutcomes = async (sql: postgres.Sql, loud: Loud, person: Person): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const [event, filing, oss, numbered] of EVENTS) {
    const outcome = await fire(sql, loud, person, event, await itemsOf(sql, person, filing, oss, numbered)).catch((cause: unknown): Outcome => ({
      group: 'bulk', name: event, statement: event, limit: 5000, who: person.title, clock: Infinity, ms: Infinity, floor: Number.NaN, faults: [messageOf(cause)] }));
    outcomes.push(outcome);
  }
  return outcomes;
};
