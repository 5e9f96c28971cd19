import type { PersonName } from './cast.ts';
import { connect, type Sql } from './connection.ts';
import type { Settings } from './propertyHerd.ts';
import { become, setClock } from './session.ts';

/** One share of the cases, driven over a connection of its own: shares know nothing of each other, so two run side by side. */
type Share = { sql: Sql; worker: number; seed: number; takenNo: string };

/** Noon JST of a round: the first half in April, the second in May, after April was closed. */
const clockOf = (round: number, closedAfter: number): string => {
  const late = round > closedAfter;
  const day = 1 + Math.min(27, 2 * (late ? round - closedAfter : round));
  return `2025-0${late ? 5 : 4}-${String(day).padStart(2, '0')}T12:00:00+09:00`;
};

/**
 * Chooses an event for every living case: mostly one that its facts allow, else any; mostly by head office, else by
 * somebody who may or may not; sometimes with an old version or with bad values. What must come of it is worked out from
 * the machine's rows here, before the database is asked.
 */
const plan = ({ sql, worker, seed, takenNo }: Share, round: number) => sql`
  with live as materialized (
    select c.n, a, private.case_facts(a) as facts from property.cases c join applications a on a.id = c.id
    where c.worker = ${worker} and ${round} between c.starts and c.ends
  ), chosen as (
    select l.*, o.event as likely, case when o.event is null or property.roll(${seed}, n, ${round}, 'wild') < 0.08 then e.all[1 + floor(cardinality(e.all) * property.roll(${seed}, n, ${round}, 'event'))] else o.event end as event,
      case when property.roll(${seed}, n, ${round}, 'spoil') < 0.03 then 'version' when property.roll(${seed}, n, ${round}, 'spoil') < 0.07 then 'values' else 'nothing' end as spoil,
      (array['hqAdmin', 'tokyoStaff', 'sakuraSubmitterAll', 'kitaPreparer', 'hqViewer'])[width_bucket(property.roll(${seed}, n, ${round}, 'actor'), array[0, 0.84, 0.91, 0.98, 0.99])] as actor
    from live l
    cross join (select array_agg(event order by event) as all from property.weights) e
    left join lateral (
      select t.event from status_transitions t join property.weights w on w.event = t.event
      where t.vehicle_kind = (l.a).vehicle_kind and t.from_filing = (l.a).filing_status and t.from_oss is not distinct from (l.a).oss_status
        and array_remove(t.needs, 'certificate_reregistered') <@ l.facts and not t.excludes && l.facts
      order by -ln(1 - property.roll(${seed}, n, ${round}, t.event)) / w.weight limit 1
    ) o on true
  ), brought as (
    select c.*, not (c.spoil = 'values') as noted, jsonb_strip_nulls(case
      when event = 'accept' then jsonb_build_object('acceptance_no', case when spoil = 'values' then ${takenNo} else 'P' || n || 'R' || ${round}::int end)
      when event = 'file' and (a).id % 2 = 0 then jsonb_build_object('application_no', (500000000 + (a).id)::text)
      when event = 'refile' then jsonb_build_object('hotekisho_reregistered', property.roll(${seed}, n, ${round}, 'certificate') < 0.9)
      when event in ('pass', 'settle_card', 'pay_inspection', 'pay_tech', 'pay_weight_tax') then jsonb_build_object(
        'amount', case when spoil = 'values' then 0 else 6600 end,
        'paid_on', case when spoil = 'values' then '2999-01-01' when d.back < 15 then (private.today() - d.back)::text end,
        'completed_on', case when d.later < 0.5 then (private.today() - d.back - 3)::text end)
      when event = 'payment_failed' then jsonb_build_object('fee_kind', case when spoil = 'values' then 'toll'
        when (a).oss_status in ('inspection_fee_due', 'weight_tax_due') then replace(replace((a).oss_status, '_fee_due', ''), '_due', '')
        when (a).oss_status = 'fees_due' and 'inspection_open' = any (facts) and (d.later < 0.5 or not 'tech_open' = any (facts)) then 'inspection'
        else 'tech_info' end)
      else '{}' end) as vals
    from chosen c
    cross join lateral (select floor(25 * property.roll(${seed}, n, ${round}, 'back'))::int as back, property.roll(${seed}, n, ${round}, 'later') as later) d
    where c.likely is not null or property.roll(${seed}, n, ${round}, 'idle') < 0.1
  ), judged as (
    select b.*, b.spoil <> 'version' and exists (
      select from status_transitions t join property.actors p on p.name = b.actor
      where t.event = b.event and t.vehicle_kind = (b.a).vehicle_kind and t.from_filing = (b.a).filing_status and t.from_oss is not distinct from (b.a).oss_status
        and t.actors && p.kinds and coalesce(p.branch_id = (b.a).agent_branch_id, true) and coalesce(p.requester_id = (b.a).requester_id, true)
        and t.needs <@ (b.facts || case when (b.vals ->> 'hotekisho_reregistered')::boolean then '{certificate_reregistered}'::text[] else '{}' end)
        and not t.excludes && b.facts
        and (b.spoil <> 'values' or (t.required_values = '{}' and not 'paid_on' = any (t.optional_values)))) as expected
    from brought b
  ), numbered as (
    select j.*, (row_number() over (partition by event, actor, noted order by n) - 1) / 1000 as chunk from judged j
  )
  insert into property.plan (worker, round, call, n, id, version, event, actor, noted, vals, expected, print)
  select ${worker}, ${round}, dense_rank() over (order by event, actor, noted, chunk), n, (a).id, (a).version - (spoil = 'version')::int, event, actor, noted, vals, expected,
    case when not expected then property.print(a) end
  from numbered`;

/** Fires what was planned, as each person would over the Data API: one transaction a call, as many cases as a call may hold. */
const fire = async ({ sql, worker }: Share, round: number, clock: string): Promise<void> => {
  const calls = await sql<{ call: number; event: string; actor: PersonName; noted: boolean }[]>`
    select distinct call, event, actor, noted from property.plan where worker = ${worker} and round = ${round} order by call`;
  for (const { call, event, actor, noted } of calls) {
    await sql.begin(async (tx) => {
      await setClock(tx, clock);
      await become(tx, actor);
      await tx`
        insert into property.answers
        select ${worker}, ${round}, (r ->> 'id')::bigint, (r ->> 'ok')::boolean, r ->> 'code', (r ->> 'version')::int, (r ->> 'new_id')::bigint
        from jsonb_array_elements(transition(${event}, (
          select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'values', p.vals) order by p.n)
          from property.plan p where p.worker = ${worker} and p.round = ${round} and p.call = ${call}), ${noted ? '理由' : null})) r`;
    });
  }
};

/** Compares answers with what was expected, and the cases with how they stood. A copy made by 申請データ再利用 lives on in place of its original. */
const settle = ({ sql, worker }: Share, round: number) => sql.begin(async (tx) => {
  // a round just written is in no statistics yet: the planner would loop over it
  await tx`set local enable_nestloop = off`;
  await tx`
    insert into property.failures
    select f.what, p.n, p.round, to_jsonb(p) || jsonb_build_object('answer', r, 'stands', to_jsonb(a))
    from property.plan p join applications a on a.id = p.id
    left join property.answers r on r.worker = p.worker and r.round = p.round and r.id = p.id
    left join lateral (select max(b.month) + interval '1 month' as open from billing_months b where b.status <> 'open') m on true
    cross join lateral (values
      ('an answer is missing', r.id is null),
      ('answered otherwise than the machine says', r.ok is distinct from p.expected),
      ('a refusal changed the case', not r.ok and property.print(a) is distinct from p.print),
      ('an accepted event is one version', r.ok and (a.version, r.version) is distinct from (p.version + 1, p.version + 1)),
      ('a completion is billed in an open month', r.ok and p.event in ('pay_weight_tax', 'settle_card')
        and a.billing_month is distinct from greatest(date_trunc('month', a.completed_on::timestamp), m.open)::date)) f (what, holds)
    where p.worker = ${worker} and p.round = ${round} and f.holds`;
  await tx`update property.cases c set id = r.new_id from property.plan p join property.answers r on r.worker = p.worker and r.round = p.round and r.id = p.id
    where p.worker = ${worker} and p.round = ${round} and r.new_id is not null and c.n = p.n`;
  await tx`update applications a set hotekisho_ready = true, liability_ready = true
    from property.answers r where r.worker = ${worker} and r.round = ${round} and a.id = r.new_id`;
});

const runShare = async (share: Share, from: number, to: number, closedAfter: number): Promise<void> => {
  for (let round = from; round <= to; round++) {
    const clock = clockOf(round, closedAfter);
    // the tables grow from nothing, and a plan made for an empty one is kept until it is analysed
    await share.sql`analyze applications, application_events, fee_payments, advance_ledger, application_vehicle_users, property.cases, property.plan, property.answers`;
    await share.sql`select set_config('app.clock_offset', (${clock}::timestamptz - now())::text, false)`;
    await plan(share, round);
    await fire(share, round, clock);
    await settle(share, round);
  }
};

/** Drives all cases round by round; `between` runs when nobody else writes, in the middle. */
export const drive = async (url: string, { seed, workers, rounds }: Settings, takenNo: string, between: () => Promise<void>): Promise<void> => {
  const shares = Array.from({ length: workers }, (_, worker): Share => ({ sql: connect(url), worker, seed, takenNo }));
  const middle = Math.ceil(rounds / 2);
  try {
    await Promise.all(shares.map((share) => runShare(share, 1, middle, middle)));
    await between();
    await Promise.all(shares.map((share) => runShare(share, middle + 1, rounds, middle)));
  } finally {
    await Promise.all(shares.map(({ sql }) => sql.end()));
  }
};
