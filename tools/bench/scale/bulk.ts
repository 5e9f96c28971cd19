import type postgres from 'postgres';
import { timed } from '../measure.ts';
import { asPerson } from './run.ts';
import type { Outcome } from './run.ts';
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

const EVENTS = [['file', 'requested', null, false], ['accept', 'filing', 'receiving', true], ['pay_weight_tax', 'filing', 'weight_tax_due', false], ['hand_over', 'completed', 'issue_pending', false]] as const;

/** One event on 1,000 cases, taken back afterwards; a branch has done it when the last answer is there. */
export const bulkOutcomes = async (sql: postgres.Sql, person: Person): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const [event, filing, oss, numbered] of EVENTS) {
    const items = await itemsOf(sql, person, filing, oss, numbered);
    const statement = (tx: postgres.TransactionSql) => tx<{ ok: number; all: number }[]>`
      select count(*) filter (where (r ->> 'ok')::boolean)::int as ok, count(*)::int as all from jsonb_array_elements(public.transition(${event}, ${items}::text::jsonb)) r`;
    const seconds: number[] = [];
    let done = { ok: 0, all: 0 };
    for (let round = 0; round < 3; round += 1) {
      const run = await asPerson(sql, person, true, (tx) => timed(() => statement(tx).execute()));
      seconds.push(run.seconds);
      done = run.value[0] ?? done;
    }
    const ms = Math.min(...seconds) * 1000;
    outcomes.push({ group: 'bulk', name: `${event} on ${done.all} cases (${done.ok} done)`, statement: event, limit: 5000, who: person.title, clock: ms, ms, floor: ms, faults: [] });
  }
  return outcomes;
};
