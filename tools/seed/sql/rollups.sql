-- Counts 利用件数 anew from cases and events: what the triggers keep, in one pass (decisions D-37). Days and months are worked
-- out in place: private.jst_day() and private.month_of() are called once a row and would take most of the time.
truncate public.usage_daily, public.usage_monthly;

create temp table seed_points as
select p.day, a.agent_branch_id, a.requester_id, a.site_id, a.vehicle_kind,
  sum(p.requested)::int as requested, sum(p.filed)::int as filed, sum(p.completed)::int as completed,
  0 as corrections, 0 as rejections, 0 as withdrawals, sum(p.cashless)::int as cashless, sum(p.days_taken)::int as days_taken
from public.applications a
cross join lateral (values
  ((a.requested_at at time zone 'Asia/Tokyo')::date, 1, 0, 0, 0, 0), ((a.filed_at at time zone 'Asia/Tokyo')::date, 0, 1, 0, 0, 0),
  (a.completed_on, 0, 0, 1, a.cashless::int, greatest(0, coalesce(a.completed_on - (a.requested_at at time zone 'Asia/Tokyo')::date, 0)))) p (day, requested, filed, completed, cashless, days_taken)
where p.day is not null
group by 1, 2, 3, 4, 5
union all
select (e.created_at at time zone 'Asia/Tokyo')::date, e.agent_branch_id, e.requester_id, e.site_id, e.vehicle_kind, 0, 0, 0,
  count(*) filter (where e.to_oss_status = 'correction_requested'), count(*) filter (where e.to_oss_status in ('rejected', 'not_accepted')),
  count(*) filter (where e.to_oss_status = 'withdrawn'), 0, 0
from public.application_events e
where e.to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn') and e.from_oss_status is distinct from e.to_oss_status
group by 1, 2, 3, 4, 5;

insert into public.usage_daily (day, agent_branch_id, vehicle_kind, requested, filed, completed, corrections, rejections, withdrawals, cashless, days_taken)
select day, agent_branch_id, vehicle_kind, sum(requested), sum(filed), sum(completed), sum(corrections), sum(rejections), sum(withdrawals), sum(cashless), sum(days_taken)
from seed_points group by 1, 2, 3;

insert into public.usage_monthly (month, agent_branch_id, requester_id, site_id, vehicle_kind, requested, filed, completed, corrections, rejections, withdrawals)
select date_trunc('month', day::timestamp)::date, agent_branch_id, requester_id, site_id, vehicle_kind,
  sum(requested), sum(filed), sum(completed), sum(corrections), sum(rejections), sum(withdrawals)
from seed_points group by 1, 2, 3, 4, 5;

drop table seed_points;
