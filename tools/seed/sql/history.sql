-- Plays the courses through the calendar: one row a step that happened before today.

create temp table seed_cases as
select c.*, row_number() over (order by c.n) + coalesce((select max(a.id) from public.applications a), 0) as id
from pg_temp.draw_cases(1, current_setting('seed.applications')::bigint, current_setting('seed.applications')::bigint) c;
alter table seed_cases add primary key (n);
analyze seed_cases;

create temp table seed_history as
with walk as (
  select c.n, s.seq, s.event, s.argument, m.to_filing, m.to_oss, m.side,
    m.minutes * (0.5 + 1.3 * pg_temp.u(c.n * 64 + s.seq, 20)) as minutes,
    sum(case s.pause when '+' then 1 when '~' then (pg_temp.u(c.n, 21) < 0.35)::int when '*' then 1 + pg_temp.below(c.n, 22, 4) else 0 end)
      over (partition by c.n order by s.seq) as days
  from seed_cases c
  join seed_steps s on s.scenario_id = c.scenario_id
  join seed_marks m on m.event = s.event and m.kind = c.kind
), placed as (
  -- what the garage does first is done on the day itself, a Saturday too; offices work on office days
  select w.n, w.seq, w.event, w.argument, w.to_filing, w.side,
    case w.to_oss when 'argument' then w.argument else w.to_oss end as to_oss, w.minutes,
    case when w.days = 0 and w.event in ('create', 'edit', 'submit') and w.seq <= 3 then c.day else o.day end as day, c.requester_id
  from walk w join seed_cases c using (n) join seed_office_days o on o.n = c.office_n + w.days
), timed as (
  select p.*, (p.day + time '08:30' + make_interval(secs => 60 * (110 * pg_temp.u(p.n, 23)
    + sum(p.minutes) over (partition by p.n, p.day order by p.seq)))) at time zone 'Asia/Tokyo' as at
  from placed p
)
select t.n, t.seq, t.event, t.argument, t.side, t.day, date_trunc('second', t.at) as at,
  lag(t.to_filing) over w as from_filing, lag(t.to_oss) over w as from_oss, t.to_filing, t.to_oss,
  sum((t.event = 'accept' or t.argument = 'accepted')::int) over w as acceptances
from timed t, seed_period p
where t.day <= p.ends
window w as (partition by t.n order by t.seq);
create index on seed_history (n, event);
analyze seed_history;

-- 受付番号: nineteen digits that no payee's sample uses.
create function pg_temp.acceptance_no(p_n bigint, p_day date, p_times bigint) returns text
language sql immutable as $$ select '1' || to_char($2, 'YYYYMMDD') || lpad(($1 * 4 + $3)::text, 10, '0') $$;

-- What the steps add up to, one row a case.
create temp table seed_states as
select h.n,
  (array_agg(h.to_filing order by h.seq desc))[1] as filing_status,
  (array_agg(h.to_oss order by h.seq desc))[1] as oss_status,
  max(h.at) filter (where (h.from_filing, h.from_oss) is distinct from (h.to_filing, h.to_oss)) as status_changed_at,
  min(h.at) as created_at,
  case when bool_or(h.event = 'submit') and (array_agg(h.to_filing order by h.seq desc))[1] <> 'draft' then max(h.at) filter (where h.event = 'submit') end as requested_at,
  min(h.at) filter (where h.event = 'file') as filed_at,
  max(h.day) filter (where h.event in ('pay_weight_tax', 'settle_card')) as completed_on,
  max(h.at) filter (where h.side = 'garage') as requester_updated_at,
  max(h.at) filter (where h.side = 'agent') as agent_updated_at,
  max(h.at) filter (where h.event = 'import') as mirrored_at,
  max(h.argument) filter (where h.event = 'import') as imported_status,
  count(*) filter (where h.side <> 'system')::int as version,
  bool_or(h.event = 'refile') as refiled,
  bool_or(h.event = 'submit') as submitted,
  bool_or(h.event = 'rewrite_ic') as rewritten,
  coalesce((array_agg(h.event order by h.seq desc))[1] = 'reserve_suspension', false) as suspension_reserved,
  min(h.day) filter (where h.acceptances = 1 and (h.event = 'accept' or h.argument = 'accepted')) as first_accepted,
  min(h.day) filter (where h.acceptances = 2 and h.event = 'accept') as then_accepted
from seed_history h group by h.n;
create unique index on seed_states (n);
analyze seed_states;
