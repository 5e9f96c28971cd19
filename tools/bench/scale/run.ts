import { readFileSync } from 'node:fs';
import type postgres from 'postgres';
import { z } from 'zod';
import { messageOf } from '../../stack/failure.ts';
import { median } from '../measure.ts';
import { become, type Person } from './people.ts';
import { type Bounds, explained, faultsOf } from './plans.ts';
import type { Question } from './questions.ts';

/**
 * How a question fared, in ms under the policies: by the clock, and on a core (what it costs, whoever else is at work; by the
 * clock where the system does not tell). `floor`: on a core without policies. And what is wrong with its plans.
 */
export type Outcome = Question & { who: string; clock: number; ms: number; floor: number; faults: string[] };

const ROUNDS = 5;
/** Rows of cases of others that a plan may throw away: a page or two; where it may walk, the nation's of two days. */
const REMOVED = 2000;
const WALKED = 50_000;
/** Nobody's cases are another's to head office, and what concerns all that is open reads all that is open. */
const boundsOf = ({ title }: Person, { walks, group }: Question): Bounds => {
  const scan = title === 'hq' && group === 'work' ? Infinity : walks ? WALKED : REMOVED;
  return { scan, lookups: Math.max(scan, WALKED) };
};
const TIMEOUT = '30s';
class Undo extends Error {}

/** Runs `work` as a person, or as the owner of everything whom no policy holds back, and takes everything back. */
export const asPerson = async <T>(sql: postgres.Sql, person: Person, policies: boolean, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> => {
  const kept: T[] = [];
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local statement_timeout = '${TIMEOUT}'`);
    await become(tx, person, policies);
    kept.push(await work(tx));
    throw new Undo();
  }).catch((cause: unknown) => {
    if (!(cause instanceof Undo)) throw cause;
  });
  return kept[0] as T;
};

const plans = z.array(z.object({ 'QUERY PLAN': z.array(explained) }));

/** Planning and execution, in ms by the clock. */
const timeOf = async (tx: postgres.TransactionSql, statement: string): Promise<number> => {
  const [row] = plans.parse(await tx.unsafe(`explain (analyze, timing off, format json) ${statement}`));
  const [plan] = row?.['QUERY PLAN'] ?? [];
  return (plan?.['Planning Time'] ?? 0) + (plan?.['Execution Time'] ?? 0);
};

/** How long a process has been on a core, in ms; Linux only. */
export const onCore = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
};

/** Middle of some rounds after one that warms up. */
const time = (sql: postgres.Sql, person: Person, policies: boolean, statement: string): Promise<{ clock: number; core: number }> =>
  asPerson(sql, person, policies, async (tx) => {
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await timeOf(tx, statement);
    const clocks: number[] = [];
    const cores: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = onCore(backend?.pid ?? 0);
      clocks.push(await timeOf(tx, statement));
      cores.push(onCore(backend?.pid ?? 0) - before);
    }
    const clock = median(clocks);
    return { clock, core: Number.isNaN(cores[0]) ? clock : Math.min(clock, median(cores)) };
  });


/** A connection whose every plan comes back as a notice, nested ones too, gathered in `told`. */
export type Loud = { sql: postgres.Sql; told: string[] };
export const talkative = async (open: (onnotice: (notice: postgres.Notice) => void) => postgres.Sql): Promise<Loud> => {
  const told: string[] = [];
  const sql = open((notice) => {
    const text = String(notice['message']);
    const start = text.indexOf('plan:');
    if (start >= 0) told.push(text.slice(start + 'plan:'.length));
  });
  await sql.unsafe(`
    load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_timing = off;
    set auto_explain.log_format = json; set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice`).simple();
  return { sql, told };
};

/** What is wrong with the plans of a statement and of all that its functions run, as auto_explain tells them. */
export const faultsIn = async ({ sql, told }: Loud, person: Person, statement: string, bounds: Bounds): Promise<string[]> => {
  told.length = 0;
  await asPerson(sql, person, true, (tx) => tx.unsafe(statement));
  const found = told.map((text) => explained.parse(JSON.parse(text)).Plan);
  return [...new Set(found.flatMap((plan) => faultsOf(plan, bounds, person.own)))];
};

/** Asks a question under the policies and without, beside each other, and looks at its plans. */
export const ask = async (quiet: postgres.Sql, loud: Loud, person: Person, question: Question): Promise<Outcome> => {
  const outcome = { ...question, who: person.title };
  try {
    const { clock, core: ms } = await time(quiet, person, true, question.statement);
    const { core: floor } = await time(quiet, person, false, question.statement);
    return { ...outcome, clock, ms, floor, faults: await faultsIn(loud, person, question.statement, boundsOf(person, question)) };
  } catch (cause) {
    return { ...outcome, clock: Infinity, ms: Infinity, floor: Number.NaN, faults: [messageOf(cause)] };
  }
};
