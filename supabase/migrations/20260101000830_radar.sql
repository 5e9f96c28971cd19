-- 要注意一覧: what will go wrong before it does (domain §4.9, §6.3, §8.3): what its rules stand on. The usual age of each step and
-- suspicions that need many rows are counted by the clock; people may mute a line.

-- Open cases are few beside the table: every rule on them is an index-only walk.
create index applications_open_idx on public.applications (agent_branch_id, filing_status, status_changed_at)
  include (oss_status, vehicle_kind, chassis_no, inspection_expires_on, planned_on, held_until, shortening_allowed, outcome, home_branch_id, requester_id, site_id, id)
  where outcome = 'open';
-- The open ones of many cases, such as those of fees that are due: a lookup here reads no case.
create index applications_open_case_idx on public.applications (id)
  include (agent_branch_id, home_branch_id, requester_id, site_id, outcome) where outcome = 'open';
-- What waits to be handed over is complete, not open: 通常より長い滞留 reads the late ones alone.
create index applications_handing_idx on public.applications (status_changed_at, id)
  include (vehicle_kind, filing_status, agent_branch_id, home_branch_id, requester_id, site_id) where oss_status = 'issue_pending';

create table private.step_ages (
  step text collate "C" not null,
  vehicle_kind text not null check (vehicle_kind in ('registered', 'kei')),
  floor interval not null,
  usual interval,
  cases int not null default 0,
  counted_at timestamptz,
  primary key (step, vehicle_kind)
);
comment on table private.step_ages is 'How long a step takes: usual is nine tenths of the last 60 days, floor what never counts as long.';
grant select on private.step_ages to authenticated;
insert into private.step_ages (step, vehicle_kind, floor)
select s.step, k, make_interval(days => s.days)
from (values ('requested', 1), ('receiving', 1), ('accepted', 1), ('reception_review', 3), ('inspection_review', 3), ('inspection_fee_due', 2),
  ('tech_fee_due', 2), ('fees_due', 2), ('weight_tax_due', 2), ('payment_retry', 1), ('correction_requested', 3), ('resuming', 2),
  ('withdrawing', 2), ('suspended', 14), ('issue_pending', 7), ('unknown', 1)) s (step, days)
cross join unnest('{registered,kei}'::text[]) k;

-- The step of a pair of statuses, as private.step_ages names it: SQL, because a function would be called for each row.
create function private.step_sql(p_filing text, p_oss text) returns text
language sql immutable set search_path = '' as $$
  select format($q$case when %1$s in ('suspended', 'resuming', 'withdrawing') then %1$s else coalesce(%2$s, %1$s) end$q$, p_filing, p_oss)
$$;

-- Counts the usual ages anew from the latest 50,000 cases of 60 days; fewer than 30 passages say nothing.
create function private.refresh_step_ages() returns void
language plpgsql security definer set search_path = '' as $$
begin
  execute format($q$
    with recent as materialized (
      select a.id from public.applications a
      where a.requested_at >= private.now() - interval '60 days' order by a.requested_at desc, a.id desc limit 50000
    ), passages as (
      select e.vehicle_kind, %s as step, lead(e.created_at) over (partition by e.application_id order by e.id) - e.created_at as age
      from recent r join public.application_events e on e.application_id = r.id
      where (e.to_filing_status, e.to_oss_status) is distinct from (e.from_filing_status, e.from_oss_status)
    ), counted as (
      select p.vehicle_kind, p.step, count(*) as cases, percentile_cont(0.9) within group (order by p.age) as usual
      from passages p where p.age is not null group by 1, 2
    )
    update private.step_ages s set usual = case when c.cases >= 30 then c.usual end, cases = c.cases, counted_at = private.now()
    from counted c where (c.step, c.vehicle_kind) = (s.step, s.vehicle_kind)
  $q$, private.step_sql('e.to_filing_status', 'e.to_oss_status'));
end $$;
comment on function private.refresh_step_ages() is 'Definer: run by the clock.';

-- What only a comparison of many rows finds. Written by the clock, or with the advance; looked at again whenever it is shown.
create table private.radar_findings (
  rule text collate "C" not null check (rule in ('fee_missing', 'cashless_advanced', 'advance_twice')),
  application_id bigint not null references public.applications on delete cascade,
  fee_kind text collate "C" not null,
  advance_id bigint references public.advance_ledger on delete cascade,
  found_at timestamptz not null default private.now(),
  primary key (rule, application_id, fee_kind)
);
comment on table private.radar_findings is 'Suspicions of domain §4.9-2, -3 and -4 about cases of the last months.';
create index radar_findings_application_idx on private.radar_findings (application_id);
create index radar_findings_advance_idx on private.radar_findings (advance_id) where advance_id is not null;
grant select on private.radar_findings to authenticated;

-- Whether the same fee of the same car was advanced within the 60 days before, for another case that came to something.
create function private.advanced_before(p public.advance_ledger) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.applications a
    join public.applications b on b.chassis_no = a.chassis_no and b.id <> a.id
    join public.advance_ledger e on e.application_id = b.id and e.fee_kind = p.fee_kind
    where a.id = p.application_id and e.advanced_on between p.advanced_on - 60 and p.advanced_on and (e.advanced_on, e.id) < (p.advanced_on, p.id)
      and e.written_off_at is null and b.outcome not in ('withdrawn', 'rejected', 'not_accepted', 'void'))
$$;
comment on function private.advanced_before(public.advance_ledger) is 'Definer: a garage may not read advances of months that are not published.';

-- Whether a case still lacks the payment of a fee, has one it must not have, or has one twice.
create function private.finding_holds(p_finding private.radar_findings) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_finding.rule
    when 'fee_missing' then exists (select from public.applications a where a.id = p_finding.application_id and a.completed_on is not null and not a.cashless)
      and not exists (select from public.advance_ledger l where l.application_id = p_finding.application_id and l.fee_kind = p_finding.fee_kind)
    when 'cashless_advanced' then exists (select from public.applications a where a.id = p_finding.application_id and a.cashless)
      and exists (select from public.advance_ledger l where l.id = p_finding.advance_id and l.written_off_at is null)
    else exists (select from public.advance_ledger l where l.id = p_finding.advance_id and l.written_off_at is null and private.advanced_before(l)) end
$$;
comment on function private.finding_holds(private.radar_findings) is 'Definer: a garage may not read advances of months that are not published.';

-- What is paid twice is found when it is paid, so that a closing need not look at every car again. Of two advances the later one
-- is the doubt, whichever was written down first; whether it holds is asked when it is shown.
create function private.on_advances_added_twice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.radar_findings (rule, application_id, fee_kind, advance_id)
  select distinct on (l.application_id, l.fee_kind) 'advance_twice', l.application_id, l.fee_kind, l.id
  from new_rows n
  join public.applications a on a.id = n.application_id
  join public.applications b on b.chassis_no = a.chassis_no and b.id <> a.id
  join public.advance_ledger e on e.application_id = b.id and e.fee_kind = n.fee_kind and abs(e.advanced_on - n.advanced_on) <= 60
  join public.advance_ledger l on l.id = case when (e.advanced_on, e.id) < (n.advanced_on, n.id) then n.id else e.id end
  on conflict do nothing;
  return null;
end $$;
comment on function private.on_advances_added_twice() is 'Definer: findings have no write grant.';
create trigger on_advances_added_twice after insert on public.advance_ledger
  referencing new table as new_rows for each statement execute function private.on_advances_added_twice();

-- Looks for findings among what was completed or advanced in the last p_days, and forgets those that hold no more.
create function private.refresh_radar(p_days int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_since date := private.today() - p_days;
begin
  delete from private.radar_findings f where not private.finding_holds(f) or f.found_at < private.now() - interval '180 days';
  insert into private.radar_findings (rule, application_id, fee_kind)
  select 'fee_missing', a.id, k
  from public.branches b
  join public.applications a on a.agent_branch_id = b.id and a.completed_on >= v_since
  cross join unnest('{inspection,tech_info}'::text[]) k
  where not a.cashless and a.outcome = 'completed'
    and case k when 'tech_info' then not a.tech_fee_waived else a.vehicle_kind = 'kei' and not a.inspection_fee_waived end
    and not exists (select from public.advance_ledger l where l.application_id = a.id and l.fee_kind = k)
  on conflict do nothing;
  insert into private.radar_findings (rule, application_id, fee_kind, advance_id)
  select 'cashless_advanced', a.id, l.fee_kind, l.id
  from public.advance_ledger l join public.applications a on a.id = l.application_id
  where l.advanced_on >= v_since and a.cashless and l.fee_kind = 'tech_info' and l.written_off_at is null
  on conflict do nothing;
end $$;
comment on function private.refresh_radar(int) is 'Definer: run by the clock.';

insert into private.schedules (name, cron, statement) values
  ('radar-hourly', '7 * * * *', 'select private.refresh_radar(3)'),
  ('radar-nightly', '40 3 * * *', 'select private.refresh_radar(62), private.refresh_step_ages()');

-- Whether two chassis numbers differ by one character put in, left out or mistaken.
create function private.differs_by_one(p_a text, p_b text) returns boolean
language sql immutable set search_path = '' as $$
  select p_a <> p_b and abs(length(p_a) - length(p_b)) <= 1 and exists (
    select from generate_series(1, greatest(length(p_a), length(p_b))) n
    where left(p_a, n - 1) = left(p_b, n - 1) and (
      substr(p_a, n + 1) = substr(p_b, n + 1) or substr(p_a, n) = substr(p_b, n + 1) or substr(p_a, n + 1) = substr(p_b, n)))
$$;

-- Companies that head office debits and that have no account, or one that is not open yet.
create function private.requesters_without_account() returns table (requester_id bigint, opens_on date)
language sql stable security definer set search_path = '' as $$
  select r.id, min(d.valid_from)
  from public.requesters r left join public.debit_accounts d on d.requester_id = r.id
  where r.collection = 'head_office' and r.contract_status = 'active' and r.onboarding_status in ('in_use', 'changing')
  group by r.id having coalesce(min(d.valid_from), 'infinity') > (select private.today())
$$;
comment on function private.requesters_without_account() is 'Definer: who may see that an account is missing need not see accounts; answers no number.';

create table public.radar_mutes (
  id bigint generated always as identity primary key,
  rule text collate "C" not null,
  subject_id bigint not null,
  branch_id bigint references public.branches,
  requester_id bigint references public.requesters,
  muted_until date not null,
  note text not null check (char_length(note) between 1 and 200),
  muted_by uuid,
  muted_by_name text not null,
  created_at timestamptz not null default private.now(),
  unique nulls not distinct (rule, subject_id, branch_id, requester_id)
);
comment on table public.radar_mutes is 'Lines of 要注意一覧 that an office or a company does not want to see until a day. Neither branch nor company: head office''s.';
create index radar_mutes_branch_idx on public.radar_mutes (branch_id) where branch_id is not null;
create index radar_mutes_requester_idx on public.radar_mutes (requester_id) where requester_id is not null;
alter table public.radar_mutes enable row level security;
create policy radar_mutes_select on public.radar_mutes for select to authenticated using (
  (select private.is_hq()) or branch_id = (select private.my_branch()) or requester_id = (select private.my_company()));
comment on policy radar_mutes_select on public.radar_mutes is 'Head office all, a branch and a company its own.';
grant select on public.radar_mutes to authenticated;
