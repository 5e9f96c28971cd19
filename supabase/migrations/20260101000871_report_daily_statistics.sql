-- OSS申請日次統計 (domain §5.3, D-31, D-37): what was filed, completed, corrected, rejected and withdrawn each day of a month that is over.

-- The few events that count; without it a month of a branch would read the whole history.
create index application_events_counted_idx on public.application_events (agent_branch_id, created_at) include (site_id, vehicle_kind, to_oss_status)
  where to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn');
create index application_events_counted_requester_idx on public.application_events (requester_id, created_at) include (site_id, vehicle_kind, to_oss_status)
  where to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn');

create type private.daily_count as (day date, place_id bigint, vehicle_kind text, filed bigint, completed bigint, corrections bigint, rejections bigint, withdrawals bigint);

-- Counts by day and workshop, from the rows and events that the caller sees.
create function private.daily_by_site(p_from date, p_to date, p_vehicle_kind text, p_requester_id bigint, p_branch_id bigint, p_site_id bigint)
returns setof private.daily_count
language plpgsql stable set search_path = '' as $$
begin
  return query execute $q$
    select x.day, x.site_id, x.vehicle_kind, sum(x.filed), sum(x.completed), sum(x.corrections), sum(x.rejections), sum(x.withdrawals)
    from (
      select private.jst_day(a.filed_at) as day, a.site_id, a.vehicle_kind, 1 as filed, 0 as completed, 0 as corrections, 0 as rejections, 0 as withdrawals
      from public.applications a
      where a.filed_at >= $1::timestamp at time zone 'Asia/Tokyo' and a.filed_at < ($2 + 1)::timestamp at time zone 'Asia/Tokyo'
        and ($4 is null or a.requester_id = $4) and ($5 is null or a.agent_branch_id = $5) and ($6 is null or a.site_id = $6)
      union all
      select a.completed_on, a.site_id, a.vehicle_kind, 0, 1, 0, 0, 0
      from public.applications a
      where a.completed_on between $1 and $2
        and ($4 is null or a.requester_id = $4) and ($5 is null or a.agent_branch_id = $5) and ($6 is null or a.site_id = $6)
      union all
      select private.jst_day(e.created_at), e.site_id, e.vehicle_kind, 0, 0, (e.to_oss_status = 'correction_requested')::int,
        (e.to_oss_status in ('rejected', 'not_accepted'))::int, (e.to_oss_status = 'withdrawn')::int
      from public.application_events e
      where e.created_at >= $1::timestamp at time zone 'Asia/Tokyo' and e.created_at < ($2 + 1)::timestamp at time zone 'Asia/Tokyo'
        and e.to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn') and e.from_oss_status is distinct from e.to_oss_status
        and ($4 is null or e.requester_id = $4) and ($5 is null or e.agent_branch_id = $5) and ($6 is null or e.site_id = $6)
    ) x
    where $3 is null or x.vehicle_kind = $3
    group by 1, 2, 3
  $q$ using p_from, p_to, p_vehicle_kind, p_requester_id, p_branch_id, p_site_id;
end $$;

-- One row a day and place: five counts of 登録車, five of 軽 and their sums.
create function private.daily_rows(p_counts private.daily_count[], p_places jsonb) returns json
language sql stable set search_path = '' as $$
  with place as materialized (
    select (p ->> 'id')::bigint as id, p ->> 'code' as code, p ->> 'name' as name, p ->> 'requester_code' as requester_code, p ->> 'requester_name' as requester_name
    from jsonb_array_elements(p_places) p
  ), summed as (
    select c.day, c.place_id,
      sum(c.filed) filter (where c.vehicle_kind = 'registered') as r1, sum(c.completed) filter (where c.vehicle_kind = 'registered') as r2,
      sum(c.corrections) filter (where c.vehicle_kind = 'registered') as r3, sum(c.rejections) filter (where c.vehicle_kind = 'registered') as r4,
      sum(c.withdrawals) filter (where c.vehicle_kind = 'registered') as r5,
      sum(c.filed) filter (where c.vehicle_kind = 'kei') as k1, sum(c.completed) filter (where c.vehicle_kind = 'kei') as k2,
      sum(c.corrections) filter (where c.vehicle_kind = 'kei') as k3, sum(c.rejections) filter (where c.vehicle_kind = 'kei') as k4,
      sum(c.withdrawals) filter (where c.vehicle_kind = 'kei') as k5,
      sum(c.filed) as t1, sum(c.completed) as t2, sum(c.corrections) as t3, sum(c.rejections) as t4, sum(c.withdrawals) as t5
    from unnest(p_counts) c
    group by 1, 2
    having sum(c.filed + c.completed + c.corrections + c.rejections + c.withdrawals) > 0
  )
  select coalesce(json_agg(json_build_array(s.day, p.requester_name, p.code, p.name,
    coalesce(s.r1, 0), coalesce(s.r2, 0), coalesce(s.r3, 0), coalesce(s.r4, 0), coalesce(s.r5, 0),
    coalesce(s.k1, 0), coalesce(s.k2, 0), coalesce(s.k3, 0), coalesce(s.k4, 0), coalesce(s.k5, 0), s.t1, s.t2, s.t3, s.t4, s.t5)
    order by s.day, p.requester_code, p.code), '[]')
  from summed s join place p on p.id = s.place_id
$$;
grant execute on function private.daily_by_site(date, date, text, bigint, bigint, bigint), private.daily_rows(private.daily_count[], jsonb) to authenticated;

create function public.report_daily_statistics(p_from date, p_to date, p_vehicle_kind text default null, p_requester_id bigint default null,
  p_branch_id bigint default null, p_max_rows int default 100000) returns json
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) else p_branch_id end;
  v_newest date := private.month_of(private.today()) - 1;
  v_branches private.daily_count[];
  v_sites private.daily_count[];
begin
  perform private.require_report_reader(p_vehicle_kind);
  if greatest(p_from, p_to) > v_newest then
    perform private.refuse(400, 'period_not_over', jsonb_build_object('newest', v_newest));
  end if;
  perform private.require_period(p_from, p_to);
  if v_requester is null then
    v_branches := array(
      select (u.day, u.agent_branch_id, u.vehicle_kind, u.filed, u.completed, u.corrections, u.rejections, u.withdrawals)::private.daily_count
      from public.usage_daily u
      where u.day between p_from and p_to and (p_vehicle_kind is null or u.vehicle_kind = p_vehicle_kind) and (v_branch is null or u.agent_branch_id = v_branch));
  end if;
  -- The nation by workshop is no sheet that anyone reads: choose a branch or a company.
  if v_requester is not null or v_branch is not null then
    v_sites := array(select d from private.daily_by_site(p_from, p_to, p_vehicle_kind, v_requester, v_branch, private.my_site()) d);
  end if;
  if coalesce(cardinality(v_branches), 0) + coalesce(cardinality(v_sites), 0) > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return json_build_object('heading', private.report_heading(v_requester, v_branch), 'from', p_from, 'to', p_to,
    'columns', array['day', 'requester_name', 'code', 'name', 'registered_filed', 'registered_completed', 'registered_corrections', 'registered_rejections',
      'registered_withdrawals', 'kei_filed', 'kei_completed', 'kei_corrections', 'kei_rejections', 'kei_withdrawals',
      'filed', 'completed', 'corrections', 'rejections', 'withdrawals'],
    'branches', case when v_branches is not null then private.daily_rows(v_branches, (select jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name)) from public.branches b)) end,
    'sites', case when v_sites is not null then private.daily_rows(v_sites, (
      select jsonb_agg(jsonb_build_object('id', p.site_id, 'code', p.site_code, 'name', p.site_name, 'requester_code', p.requester_code, 'requester_name', p.requester_name))
      from private.places(array(select distinct s.place_id from unnest(v_sites) s)) p)) end);
end $$;
comment on function public.report_daily_statistics(date, date, text, bigint, bigint, int) is
  '日次統計 of whole months that are over: { heading, from, to, columns, branches, sites }, the rows of both as arrays with the keys of
src/domain/reports/dailyStatistics.ts. branches: null for one company; sites: null for the nation. Refused: 400 period_required, period_reversed,
period_too_old, period_not_over; 413 too_many_rows.';
grant execute on function public.report_daily_statistics(date, date, text, bigint, bigint, int) to authenticated;
alter function public.report_daily_statistics(date, date, text, bigint, bigint, int) set statement_timeout = '60s';
