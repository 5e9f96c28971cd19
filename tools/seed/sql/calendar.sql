-- The days of the demo, what a day is worth, and which workshop sends how much. `seed.months` months end yesterday.

create temp table seed_period as
select private.month_of(private.today() - 1) - make_interval(months => current_setting('seed.months')::int - 1) as starts,
  private.today() - 1 as ends;

-- Office days, numbered; some weeks beyond the end, so that a step can fall after yesterday and be cut off.
create temp table seed_office_days as
select row_number() over (order by d)::int as n, d::date as day
from seed_period p, generate_series(p.starts, p.ends + 60, '1 day') d
where private.is_business_day(d::date) and to_char(d, 'MMDD') not in ('1229', '1230');
create unique index on seed_office_days (n);

-- Weekdays carry the work, garages send a little on Saturdays; the end of the business year is the peak.
create temp table seed_days as
select x.day, x.office_n, sum(x.weight) over (order by x.day) / sum(x.weight) over () as up_to
from (
  select d::date as day, (select min(o.n) from seed_office_days o where o.day >= d::date) as office_n,
    case when o.day is not null then 1 when extract(isodow from d) = 6 then 0.08 else 0.02 end
    * (array[0.95, 1.1, 1.6, 0.9, 0.9, 1.0, 1.0, 0.85, 1.05, 1.0, 0.95, 0.9])[extract(month from d)::int]
    * (0.85 + 0.3 * pg_temp.u(d::date - date '2000-01-01', 50)) as weight
  from seed_period p
  cross join lateral generate_series(p.starts, p.ends, '1 day') d
  left join seed_office_days o on o.day = d::date
  where to_char(d, 'MMDD') not between '1229' and '1231' and to_char(d, 'MMDD') not in ('0101', '0102', '0103')
) x;

create temp table seed_sites as
select x.*, sum(x.weight) over (order by x.site_id) / sum(x.weight) over () as up_to
from (
  select s.id as site_id, s.requester_id, s.branch_id as agent_branch_id, r.branch_id as home_branch_id, r.code as requester_code,
    s.code as site_code, s.record_agent_no, s.created_at::date as since,
    case when r.code = 'C0000001' then (array[12, 6, 4])[s.code::int] when r.code = 'C0000002' then 8
      else exp(1.1 * (pg_temp.u(s.id, 51) + pg_temp.u(s.id, 52) + pg_temp.u(s.id, 53) - 1.5) * 2) end as weight
  from public.sites s join public.requesters r on r.id = s.requester_id
  where s.status = 'active' and r.contract_status = 'active' and r.onboarding_status in ('in_use', 'changing')
) x;
create unique index on seed_sites (site_id);

-- Who acts: a few people of each branch and of each workshop. People of the demo accounts act where they belong.
create temp table seed_people as
select 'agent' as side, a.branch_id as place, k as slot, m.user_id as actor_id,
  coalesce(m.display_name, pg_temp.person(a.branch_id * 10 + k, 60)) as name, coalesce(m.role, 'branch_staff') as role
from seed_areas a cross join generate_series(0, 2) k
left join public.members m on m.branch_id = a.branch_id and k = 0 and m.role = 'branch_staff'
union all
select 'garage', s.site_id, k, m.user_id, coalesce(m.display_name, pg_temp.person(s.site_id * 10 + k, 62)), 'submitter'
from seed_sites s cross join generate_series(0, 1) k
left join public.members m on m.role = 'submitter' and m.requester_id = s.requester_id
  and (k = 0 and m.site_id = s.site_id or k = 1 and m.site_id is null);
create unique index on seed_people (side, place, slot);
analyze seed_people;

-- The last bound takes whatever rounding left above it.
update seed_days set up_to = 2 where up_to = (select max(up_to) from seed_days);
update seed_sites set up_to = 2 where up_to = (select max(up_to) from seed_sites);
create index on seed_days (up_to);
create index on seed_sites (up_to);
analyze seed_days;
analyze seed_sites;
