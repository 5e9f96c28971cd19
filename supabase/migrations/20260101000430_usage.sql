-- 利用件数: roll-ups kept exact by the database (D-37). Cases count by their dates, so that a 再申請 counts once;
-- corrections, rejections and withdrawals count events on their JST day.

create table public.usage_daily (
  day date not null,
  agent_branch_id bigint not null references public.branches,
  vehicle_kind text not null,
  requested int not null default 0,
  filed int not null default 0,
  completed int not null default 0,
  corrections int not null default 0,
  rejections int not null default 0,
  withdrawals int not null default 0,
  cashless int not null default 0,
  days_taken bigint not null default 0,
  primary key (agent_branch_id, day, vehicle_kind)
);
comment on table public.usage_daily is 'Counts by day, agent branch and kind: a small table for dashboards.';
comment on column public.usage_daily.cashless is 'Completed cases that were settled by card.';
comment on column public.usage_daily.days_taken is 'Sum over the completed cases of the days from 依頼日時 to completion; divided by completed, the mean.';
create index usage_daily_day_idx on public.usage_daily (day, agent_branch_id);

create table public.usage_monthly (
  month date not null,
  agent_branch_id bigint not null references public.branches,
  requester_id bigint not null references public.requesters,
  site_id bigint not null,
  vehicle_kind text not null,
  requested int not null default 0,
  filed int not null default 0,
  completed int not null default 0,
  corrections int not null default 0,
  rejections int not null default 0,
  withdrawals int not null default 0,
  primary key (site_id, month, agent_branch_id, vehicle_kind)
);
comment on table public.usage_monthly is 'The same counts by month, site and kind: what the usage screens add up.';
create index usage_monthly_agent_idx on public.usage_monthly (agent_branch_id, month) include (requester_id, site_id, vehicle_kind, completed);
create index usage_monthly_requester_idx on public.usage_monthly (requester_id, month);
create index usage_monthly_month_idx on public.usage_monthly (month, agent_branch_id) include (vehicle_kind, completed);

alter table public.usage_daily enable row level security;
alter table public.usage_monthly enable row level security;
create policy usage_daily_select on public.usage_daily for select to authenticated using (
  (select private.is_hq()) or agent_branch_id = (select private.my_branch()));
comment on policy usage_daily_select on public.usage_daily is 'Head office all, a branch its own.';
create policy usage_monthly_select on public.usage_monthly for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy usage_monthly_select on public.usage_monthly is 'Head office all, a branch what it filed, a garage its own.';
grant select on public.usage_daily, public.usage_monthly to authenticated;

create type private.usage_delta as (
  day date, agent_branch_id bigint, requester_id bigint, site_id bigint, vehicle_kind text,
  requested int, filed int, completed int, corrections int, rejections int, withdrawals int, cashless int, days_taken int
);

-- The days on which a case counts, each with the measure it adds to.
create function private.usage_points(p_requested_at timestamptz, p_filed_at timestamptz, p_completed_on date, p_cashless boolean)
returns table (day date, requested int, filed int, completed int, cashless int, days_taken int)
language sql stable set search_path = '' as $$
  select v.* from (values
    (private.jst_day(p_requested_at), 1, 0, 0, 0, 0),
    (private.jst_day(p_filed_at), 0, 1, 0, 0, 0),
    (p_completed_on, 0, 0, 1, p_cashless::int, greatest(0, coalesce(p_completed_on - private.jst_day(p_requested_at), 0)))) v (day, requested, filed, completed, cashless, days_taken)
  where v.day is not null
$$;

-- Adds signed counts to both roll-ups. Keys are taken in order, so that two writers never wait for each other in a circle.
create function private.add_usage(p_deltas private.usage_delta[]) returns void
language sql set search_path = '' as $$
  insert into public.usage_daily as u (day, agent_branch_id, vehicle_kind, requested, filed, completed, corrections, rejections, withdrawals, cashless, days_taken)
  select d.day, d.agent_branch_id, d.vehicle_kind, sum(d.requested), sum(d.filed), sum(d.completed), sum(d.corrections), sum(d.rejections), sum(d.withdrawals),
    sum(d.cashless), sum(d.days_taken)
  from unnest(p_deltas) d
  group by 1, 2, 3
  having not (sum(d.requested) = 0 and sum(d.filed) = 0 and sum(d.completed) = 0 and sum(d.corrections) = 0 and sum(d.rejections) = 0 and sum(d.withdrawals) = 0
    and sum(d.cashless) = 0 and sum(d.days_taken) = 0)
  order by 2, 1, 3
  on conflict (agent_branch_id, day, vehicle_kind) do update set
    requested = u.requested + excluded.requested, filed = u.filed + excluded.filed, completed = u.completed + excluded.completed,
    corrections = u.corrections + excluded.corrections, rejections = u.rejections + excluded.rejections, withdrawals = u.withdrawals + excluded.withdrawals,
    cashless = u.cashless + excluded.cashless, days_taken = u.days_taken + excluded.days_taken;

  insert into public.usage_monthly as u (month, agent_branch_id, requester_id, site_id, vehicle_kind, requested, filed, completed, corrections, rejections, withdrawals)
  select private.month_of(d.day), d.agent_branch_id, d.requester_id, d.site_id, d.vehicle_kind,
    sum(d.requested), sum(d.filed), sum(d.completed), sum(d.corrections), sum(d.rejections), sum(d.withdrawals)
  from unnest(p_deltas) d
  group by 1, 2, 3, 4, 5
  having not (sum(d.requested) = 0 and sum(d.filed) = 0 and sum(d.completed) = 0 and sum(d.corrections) = 0 and sum(d.rejections) = 0 and sum(d.withdrawals) = 0)
  order by 4, 1, 2, 5
  on conflict (site_id, month, agent_branch_id, vehicle_kind) do update set
    requested = u.requested + excluded.requested, filed = u.filed + excluded.filed, completed = u.completed + excluded.completed,
    corrections = u.corrections + excluded.corrections, rejections = u.rejections + excluded.rejections, withdrawals = u.withdrawals + excluded.withdrawals;
$$;

-- One trigger function a table serves all three acts; which transition tables exist depends on the act.
-- No nested loops: a plan made for one row is kept, and 10,000 rows against 10,000 would take minutes.
create function private.on_applications_counted() returns trigger
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
declare
  v_deltas private.usage_delta[];
begin
  if tg_op = 'INSERT' then
    select array_agg((p.day, n.agent_branch_id, n.requester_id, n.site_id, n.vehicle_kind, p.requested, p.filed, p.completed, 0, 0, 0, p.cashless, p.days_taken)::private.usage_delta)
    into v_deltas
    from new_rows n cross join lateral private.usage_points(n.requested_at, n.filed_at, n.completed_on, n.cashless) p;
  elsif tg_op = 'DELETE' then
    select array_agg((p.day, o.agent_branch_id, o.requester_id, o.site_id, o.vehicle_kind, -p.requested, -p.filed, -p.completed, 0, 0, 0, -p.cashless, -p.days_taken)::private.usage_delta)
    into v_deltas
    from old_rows o cross join lateral private.usage_points(o.requested_at, o.filed_at, o.completed_on, o.cashless) p;
  else
    with changed as (
      select n.id from new_rows n join old_rows o using (id)
      where (n.requested_at, n.filed_at, n.completed_on, n.cashless, n.agent_branch_id, n.requester_id, n.site_id)
        is distinct from (o.requested_at, o.filed_at, o.completed_on, o.cashless, o.agent_branch_id, o.requester_id, o.site_id)
    ), signed as (
      select 1 as sign, n.agent_branch_id, n.requester_id, n.site_id, n.vehicle_kind, p.*
      from new_rows n join changed using (id) cross join lateral private.usage_points(n.requested_at, n.filed_at, n.completed_on, n.cashless) p
      union all
      select -1, o.agent_branch_id, o.requester_id, o.site_id, o.vehicle_kind, p.*
      from old_rows o join changed using (id) cross join lateral private.usage_points(o.requested_at, o.filed_at, o.completed_on, o.cashless) p
    )
    select array_agg((s.day, s.agent_branch_id, s.requester_id, s.site_id, s.vehicle_kind,
      s.sign * s.requested, s.sign * s.filed, s.sign * s.completed, 0, 0, 0, s.sign * s.cashless, s.sign * s.days_taken)::private.usage_delta)
    into v_deltas from signed s;
  end if;
  if v_deltas is not null then
    perform private.add_usage(v_deltas);
  end if;
  return null;
end $$;
comment on function private.on_applications_counted() is 'Definer: nobody may write the roll-ups by hand.';

create trigger on_applications_inserted_count after insert on public.applications
  referencing new table as new_rows for each statement execute function private.on_applications_counted();
create trigger on_applications_updated_count after update on public.applications
  referencing old table as old_rows new table as new_rows for each statement execute function private.on_applications_counted();
create trigger on_applications_deleted_count after delete on public.applications
  referencing old table as old_rows for each statement execute function private.on_applications_counted();

create function private.on_events_counted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_deltas private.usage_delta[];
begin
  select array_agg((private.jst_day(e.created_at), e.agent_branch_id, e.requester_id, e.site_id, e.vehicle_kind, 0, 0, 0,
    (e.to_oss_status = 'correction_requested')::int,
    (e.to_oss_status in ('rejected', 'not_accepted'))::int,
    (e.to_oss_status = 'withdrawn')::int, 0, 0)::private.usage_delta)
  into v_deltas
  from new_rows e
  where e.to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn')
    and e.from_oss_status is distinct from e.to_oss_status;
  if v_deltas is not null then
    perform private.add_usage(v_deltas);
  end if;
  return null;
end $$;
comment on function private.on_events_counted() is 'Definer: nobody may write the roll-ups by hand.';
create trigger on_application_events_count after insert on public.application_events
  referencing new table as new_rows for each statement execute function private.on_events_counted();

-- National totals are public (利用件数グラフ): by month and kind, nothing finer.
create function private.national_usage() returns table (month date, vehicle_kind text, requested bigint, filed bigint, completed bigint)
language sql stable security definer set search_path = '' as $$
  select u.month, u.vehicle_kind, sum(u.requested), sum(u.filed), sum(u.completed)
  from (select private.month_of(d.day) as month, d.vehicle_kind, d.requested, d.filed, d.completed from public.usage_daily d) u
  where u.month < private.month_of(private.today())
  group by 1, 2 order by 1, 2
$$;
comment on function private.national_usage() is 'Definer: shows sums of rows that an anonymous reader may not see.';
create function public.national_usage() returns table (month date, vehicle_kind text, requested bigint, filed bigint, completed bigint)
language sql stable set search_path = '' as $$ select * from private.national_usage() $$;
comment on function public.national_usage() is 'National monthly totals; anonymous readers see these.';
grant execute on function private.national_usage(), public.national_usage() to anon, authenticated;
