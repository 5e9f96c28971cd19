-- transition: one event on many cases. Set-based; a case that is refused says why and never blocks the others.

create type private.transition_case as (
  ord int, id bigint, code text, details jsonb, vals jsonb, vehicle_kind text,
  from_filing text, from_oss text, to_filing text, to_oss text,
  auto_event text, end_filing text, end_oss text,
  as_agent boolean, on_behalf boolean, paid_on date, completed_on date
);

-- The first thing wrong with the values of an event, as {code, field}; null when all is well.
create function private.value_problem(p_event text, p_case public.applications, p_vals jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('code', x.code, 'field', x.field)
  from (
    select 1 as rank, 'invalid_date' as code, k as field from unnest(array['paid_on', 'completed_on', 'due_on']) k
    where p_vals ->> k is not null and not (p_vals ->> k ~ '^\d{4}-\d{2}-\d{2}$' and pg_input_is_valid(p_vals ->> k, 'date'))
    union all
    select 2, 'date_in_future', k from unnest(array['paid_on', 'completed_on']) k
    where p_vals ->> k ~ '^\d{4}-\d{2}-\d{2}$' and p_vals ->> k > private.today()::text
    union all
    select 3, 'invalid_amount', 'amount' where p_vals ->> 'amount' is not null and not p_vals ->> 'amount' ~ '^[1-9]\d{0,8}$'
    union all
    select 4, 'invalid_format', 'acceptance_no' where p_vals ->> 'acceptance_no' is not null and not p_vals ->> 'acceptance_no' ~ '^[0-9A-Za-z]{1,20}$'
    union all
    select 4, 'invalid_format', 'application_no' where p_vals ->> 'application_no' is not null and not p_vals ->> 'application_no' ~ '^[0-9]{9}$'
    union all
    select 5, 'acceptance_no_taken', 'acceptance_no' where p_event = 'accept' and exists (
      select from public.applications a where a.acceptance_no = p_vals ->> 'acceptance_no'
      union all
      select from public.applications a where a.previous_acceptance_no = p_vals ->> 'acceptance_no' and a.id = (p_case).id
      union all
      -- money was paid under it, wherever the case stands now
      select from public.advance_ledger l where l.fee_kind in ('inspection', 'tech_info') and l.paid_acceptance_no = p_vals ->> 'acceptance_no')
    union all
    select 5, 'application_no_taken', 'application_no' where p_event = 'file' and exists (
      select from public.applications a where a.application_no = p_vals ->> 'application_no' and a.id <> (p_case).id)
    union all
    select 5, 'application_no_is_fixed', 'application_no' where p_event = 'file'
      and (p_case).application_no <> p_vals ->> 'application_no'
    union all
    select 6, 'fee_not_due', 'fee_kind' where p_event = 'payment_failed' and p_vals ->> 'fee_kind' <> all (case
      when (p_case).cashless then '{inspection,tech_info,weight_tax}'
      when (p_case).oss_status = 'inspection_fee_due' then '{inspection}'
      when (p_case).oss_status = 'tech_fee_due' then '{tech_info}'
      when (p_case).oss_status = 'weight_tax_due' then '{weight_tax}'
      else array(select o.fee from (values ('inspection_open', 'inspection'), ('tech_open', 'tech_info')) o (fact, fee)
        where o.fact = any (private.case_facts(p_case))) end::text[])
    union all
    select 7, 'price_missing', f.kind from (values ('inspection'), ('tech_info')) f (kind)
    where p_event = case f.kind when 'inspection' then 'pay_inspection' else 'pay_tech' end
      and coalesce((select p.amount from public.fee_payments p where p.application_id = (p_case).id and p.fee_kind = f.kind),
        private.fee_price((p_case).vehicle_kind, f.kind,
          case when pg_input_is_valid(p_vals ->> 'paid_on', 'date') then (p_vals ->> 'paid_on')::date else private.today() end)) is null
  ) x order by x.rank limit 1
$$;
comment on function private.value_problem(text, public.applications, jsonb) is 'Definer: numbers are unique among all cases, seen or not.';

-- Judges an event on each case. p_items: [{id, version, values?}]; values of an item go before the shared ones.
create function private.judge_transition(p_event text, p_items jsonb, p_note text, p_values jsonb)
returns setof private.transition_case
language sql stable security definer set search_path = '' as $$
  with me as materialized (
    select m from private.me() m
  ), item as (
    select x.ord::int, (x.i ->> 'id')::bigint as id, (x.i ->> 'version')::int as version,
      jsonb_strip_nulls(coalesce(p_values, '{}') || coalesce(x.i -> 'values', '{}') || jsonb_build_object('note', nullif(btrim(p_note), ''))) as vals,
      row_number() over (partition by x.i ->> 'id' order by x.ord) as occurrence
    from jsonb_array_elements(p_items) with ordinality x (i, ord)
  ), seen as (
    select i.*, a.a, a.facts || case when i.vals ->> 'hotekisho_reregistered' = 'true' then '{certificate_reregistered}'::text[] else '{}' end as facts,
      a.actors, (a.m).role = 'hq_admin' as is_hq
    from item i left join lateral (
      select a, me.m, private.case_facts(a) as facts, private.actor_kinds(me.m, a) as actors
      from public.applications a, me where a.id = i.id and private.sees_case(me.m, a)
    ) a on true
  ), chosen as (
    select s.*, t.t, t.met, t.allowed, auto.t as auto
    from seen s
    left join lateral (
      select t, f.met, f.allowed
      from public.status_transitions t
      cross join lateral (
        select t.needs <@ s.facts and not t.excludes && s.facts as met, t.actors && s.actors as allowed
      ) f
      where t.event = p_event and t.vehicle_kind = (s.a).vehicle_kind and t.from_filing = (s.a).filing_status
        and t.from_oss is not distinct from (s.a).oss_status and not 'system' = any (t.actors)
      order by f.met and f.allowed desc, f.allowed desc, f.met desc, t.id limit 1
    ) t on true
    left join lateral (
      select t2 as t from public.status_transitions t2
      where t2.actors = '{system}' and t2.vehicle_kind = (s.a).vehicle_kind
        and t2.from_filing = (t.t).to_filing and t2.from_oss = (t.t).to_oss
        and t2.needs <@ s.facts and not t2.excludes && s.facts
    ) auto on true
  ), brought as (
    -- what the row does not ask for is neither used nor kept
    select c.*, (select coalesce(jsonb_object_agg(v.key, v.value), '{}') from jsonb_each(c.vals) v
      where v.key = any ((c.t).required_values || (c.t).optional_values || '{note}'::text[])) as wanted
    from chosen c
  ), judged as (
    select c.*, missing.field as missing, case
      when c.occurrence > 1 then jsonb_build_object('code', 'duplicate_item')
      when (c.a).id is null then jsonb_build_object('code', 'not_found')
      when c.version is distinct from (c.a).version then jsonb_build_object('code', 'stale_version', 'version', (c.a).version)
        || coalesce((select jsonb_build_object('event', e.event, 'actor_name', e.actor_name, 'at', e.created_at)
          from public.application_events e where e.application_id = c.id order by e.id desc limit 1), '{}')
      when (c.t).id is null then jsonb_build_object('code', 'wrong_status', 'filing_status', (c.a).filing_status, 'oss_status', (c.a).oss_status)
      when not c.allowed then jsonb_build_object('code', 'not_allowed')
      when not c.met then jsonb_build_object('code', 'condition_not_met',
        'missing', array(select n from unnest((c.t).needs) n where not n = any (c.facts)),
        'forbidden', array(select n from unnest((c.t).excludes) n where n = any (c.facts)))
      when missing.field is not null then jsonb_build_object('code', 'value_required', 'field', missing.field)
      else private.value_problem(p_event, c.a, c.wanted) end as problem
    from brought c
    left join lateral (
      select v as field from unnest((c.t).required_values) v where coalesce(c.wanted ->> v, '') = '' limit 1
    ) missing on true
  )
  select j.ord, j.id, j.problem ->> 'code', j.problem - 'code', j.wanted, (j.a).vehicle_kind,
    (j.a).filing_status, (j.a).oss_status, (j.t).to_filing, (j.t).to_oss,
    (j.auto).event, coalesce((j.auto).to_filing, (j.t).to_filing), case when (j.auto).id is null then (j.t).to_oss else (j.auto).to_oss end,
    'agent' = any (j.actors), coalesce(j.is_hq, false),
    case when j.problem is null then coalesce((j.wanted ->> 'paid_on')::date, private.today()) end,
    case when j.problem is null then coalesce((j.wanted ->> 'completed_on')::date, (j.wanted ->> 'paid_on')::date, private.today()) end
  from judged j
$$;
comment on function private.judge_transition(text, jsonb, text, jsonb) is 'Definer: judges on all of a case; what the caller may not see is answered not_found.';
