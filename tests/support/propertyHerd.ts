import { personOf, type PersonName } from './cast.ts';
import type { Sql, Tx } from './connection.ts';
import type { World } from '../world.ts';

/** How many cases live how long, and where their randomness comes from. The same settings give the same sequences. */
export type Settings = { seed: number; sequences: number; workers: number; rounds: number };

/** What each may do in the machine, told apart from the functions under test. Nobody in the last two may do anything. */
const actors: Partial<Record<PersonName, string[]>> = {
  hqAdmin: ['agent'], tokyoStaff: ['agent'], sakuraSubmitterAll: ['submitter', 'company'], kitaPreparer: [], hqViewer: [],
};

/** The likely way through leads to the end; every other event comes often enough. */
const weights: Record<string, number> = {
  submit: 20, file: 20, accept: 20, pay_inspection: 12, pay_tech: 12, pass: 8, pay_weight_tax: 12, settle_card: 8, hand_over: 2, rewrite_ic: 2,
  request_correction: 3, correct: 8, reject: 4, refile: 12, suspend: 6, resume: 8, resumed: 8, withdrawn: 8, payment_failed: 2, not_accept: 2,
};

const tables = `
  create schema property;
  create function property.roll(p_seed bigint, p_n bigint, p_round int, p_what text) returns float8 language sql immutable as $$
    select (hashtextextended(p_what || ':' || p_round || ':' || p_n, p_seed) & 4503599627370495) / 4503599627370496.0::float8 $$;
  create table property.actors (name text primary key, kinds text[] not null, branch_id bigint, requester_id bigint);
  create table property.weights (event text collate "C" primary key, weight float8 not null);
  create unlogged table property.cases (n bigint primary key, id bigint not null, worker int not null, starts int not null, ends int not null);
  create unlogged table property.plan (
    worker int, round int, call int, n bigint, id bigint, version int, event text collate "C", actor text, noted boolean, vals jsonb, expected boolean, print text);
  create index on property.plan (worker, round, call);
  create unlogged table property.answers (worker int, round int, id bigint, ok boolean, code text, version int, new_id bigint);
  create index on property.answers (worker, round, id);
  create table property.failures (what text, n bigint, round int, detail jsonb);
  grant usage on schema property to authenticated;
  grant select on property.plan to authenticated;
  grant insert on property.answers to authenticated;

  -- all that a refused event must leave as it was
  create function property.print(p_case public.applications) returns text language sql stable as $$
    select md5(p_case::text
      || coalesce((select string_agg(f::text, '|' order by f.fee_kind) from public.fee_payments f where f.application_id = p_case.id), '')
      || coalesce((select string_agg(l::text, '|' order by l.id) from public.advance_ledger l where l.application_id = p_case.id), '')
      || (select count(*) from public.application_events e where e.application_id = p_case.id)) $$;`;

/** Cases of both kinds with random flags, half as drafts of a garage and half as a file of AINAS brings them, at 申請受付処理中. */
const breed = (tx: Tx, { seed, sequences, workers, rounds }: Settings) => tx`
  with wanted as (
    select n, property.roll(${seed}, n, 0, 'imported') < 0.5 as imported,
      case when property.roll(${seed}, n, 0, 'kind') < 0.5 then 'kei' else 'registered' end as kind
    from generate_series(1, ${sequences}::int) n
  ), site as (
    select s.*, r.branch_id as home_branch_id, row_number() over (order by s.id) - 1 as k, count(*) over () as sites
    from sites s join requesters r on r.id = s.requester_id
  ), fresh as (
    insert into applications (vehicle_kind, source, filing_status, oss_status, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no,
      cashless, inspection_fee_waived, tech_fee_waived, update_method, hotekisho_ready, liability_ready, requested_at, filed_at)
    select w.kind, case when imported then 'import' else 'screen' end, case when imported then 'filing' else 'draft' end, case when imported then 'receiving' end,
      s.branch_id, s.home_branch_id, s.requester_id, s.id, 'PROP-' || w.n,
      w.kind = 'registered' and property.roll(${seed}, n, 0, 'cashless') < 0.25,
      property.roll(${seed}, n, 0, 'inspection') < 0.15, property.roll(${seed}, n, 0, 'tech') < 0.15,
      (array['office', 'agent', 'requester', 'agent_specific', 'requester_specific'])[1 + floor(5 * property.roll(${seed}, n, 0, 'method'))],
      property.roll(${seed}, n, 0, 'ready') < 0.95, true,
      case when imported then private.now() end, case when imported then private.now() end
    from wanted w join site s on s.k = floor(s.sites * property.roll(${seed}, n, 0, 'site')) order by w.n
    returning *
  ), users as (
    insert into application_vehicle_users (application_id, agent_branch_id, requester_id, site_id, ownership, name, address_1)
    select id, agent_branch_id, requester_id, site_id, 'individual', '見本 太郎', '東京都見本町' from fresh
  ), history as (
    insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, from_filing_status,
      to_filing_status, to_oss_status, source)
    select f.id, f.agent_branch_id, f.home_branch_id, f.requester_id, f.site_id, f.vehicle_kind, e.event, e.from_filing, e.to_filing, e.to_oss, f.source
    from fresh f join (values (1, 'create', null, 'draft', null), (2, 'import', 'draft', 'filing', 'receiving')) e (k, event, from_filing, to_filing, to_oss)
      on e.k = 1 or f.source = 'import'
    order by f.id, e.k
  ), life as (
    select f.id, substr(f.chassis_no, 6)::bigint as n from fresh f
  )
  insert into property.cases (n, id, worker, starts, ends)
  select n, id, n % ${workers}, s.starts, least(${rounds}, s.starts - floor(7 * ln(1 - property.roll(${seed}, n, 0, 'ends')))::int)
  from life cross join lateral (select 1 + floor(${rounds} * 0.4 * property.roll(${seed}, n, 0, 'starts'))::int as starts) s`;

/** Writes the schema `property` beside the product, and all cases, in one transaction. */
export const prepare = (sql: Sql, { ids }: World, settings: Settings): Promise<unknown> => sql.begin(async (tx) => {
  await tx.unsafe(tables);
  for (const [name, kinds] of Object.entries(actors)) {
    const { branch, company } = personOf(name as PersonName);
    await tx`insert into property.actors values (${name}, ${kinds}, ${branch ? ids.branch[branch] : null}, ${company ? ids.company[company] : null})`;
  }
  await tx`insert into property.weights select distinct event, coalesce((${tx.json(weights)}::jsonb ->> event)::float8, 1) from status_transitions where not 'system' = any (actors)`;
  await tx`select set_config('app.clock_offset', ('2025-04-01T09:00:00+09:00'::timestamptz - now())::text, true)`;
  await breed(tx, settings);
});
