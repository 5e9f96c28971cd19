-- ダッシュボード: what must be done today first, figures second; one jsonb a role. Invoker functions: the policies show each
-- person their own part, and a constant filter of the caller's scope makes it fast (docs/bench.md).

create index applications_needs_review_idx on public.applications (agent_branch_id) where needs_review;

-- The queue a case stands in: what the office works off, by the two axes that lists filter by.
create function private.queue_of(p_filing text, p_oss text) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_filing = 'error' then 'trouble'
    when p_oss in ('receiving', 'accepted') then 'receiving'
    when p_oss in ('inspection_fee_due', 'tech_fee_due', 'fees_due') then 'fees_due'
    when p_oss in ('reception_review', 'inspection_review') then 'review'
    when p_oss in ('weight_tax_due', 'payment_retry', 'correction_requested', 'issue_pending') then p_oss
    when p_oss is null and p_filing in ('draft', 'requested') then p_filing end
$$;

-- First day of the window in which a failed case counts as open trouble: older ones were settled by a new request.
create function private.trouble_since() returns date
language sql stable set search_path = '' as $$ select private.today() - 60 $$;

-- {queue: {count, oldest}}; oldest is the earliest 依頼日時. p_scope names the scope column of applications, null is the nation.
create function private.dashboard_queues(p_scope text, p_id bigint) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_scope text := case when p_scope is null then 'true' else format('a.%I = %L::bigint', p_scope, p_id) end;
  v_queues jsonb;
begin
  -- index ranges instead of one OR, which would read the heap; materialized, or the name is asked of every row
  execute format($q$
    with counted as materialized (
      select a.oss_status, null::text as filing_status, count(*) as count, min(a.requested_at) as oldest
      from public.applications a
      where a.oss_status = any ('{receiving,accepted,inspection_fee_due,tech_fee_due,fees_due,reception_review,inspection_review,weight_tax_due,payment_retry,correction_requested,issue_pending}')
        and %1$s group by 1
      union all
      select null, a.filing_status, count(*), min(a.requested_at)
      from public.applications a
      where a.oss_status is null and a.filing_status = any ('{draft,requested}') and %1$s group by 2
      union all
      select null, a.filing_status, count(*), min(a.requested_at)
      from public.applications a
      where a.oss_status is null and a.filing_status = 'error' and a.requested_at >= $1 and %1$s group by 2
      union all
      select a.oss_status, 'error', count(*), min(a.requested_at)
      from public.applications a
      where a.oss_status = any ('{rejected,not_accepted,void}') and a.requested_at >= $1 and %1$s group by 1
    ), queues as (
      select private.queue_of(c.filing_status, c.oss_status) as queue, sum(c.count) as count, min(c.oldest) as oldest
      from counted c group by 1
    )
    select coalesce(jsonb_object_agg(q.queue, jsonb_build_object('count', q.count, 'oldest', q.oldest)), '{}') from queues q where q.queue is not null
  $q$, v_scope) into v_queues using private.trouble_since()::timestamp at time zone 'Asia/Tokyo';
  return v_queues;
end $$;

-- Fees of open cases that fall due within three days, or are already late.
create function private.dashboard_due(p_scope text, p_id bigint) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  v_count bigint;
begin
  execute format($q$
    select count(distinct f.application_id) from public.fee_payments f join public.applications a on a.id = f.application_id
    where f.status in ('due', 'failed') and f.due_on between $1 and $2 and a.outcome = 'open' and %s
  $q$, case when p_scope is null then 'true' else format('f.%I = %L::bigint', p_scope, p_id) end)
  into v_count using private.trouble_since(), private.today() + 3;
  return v_count;
end $$;

-- The month so far by day, beside the same days of last year. p_branch null is the nation.
create function private.dashboard_days(p_branch bigint) returns jsonb
language sql stable set search_path = '' as $$
  with month as materialized (
    select m as first, (m + interval '1 month')::date - 1 as last, (m - interval '1 year')::date as first_before, (m - interval '11 months')::date - 1 as last_before
    from private.month_of(private.today()) m
  ), counted as (
    select u.day, sum(u.requested) as requested, sum(u.completed) as completed
    from public.usage_daily u
    where (p_branch is null or u.agent_branch_id = p_branch)
      and (u.day between (select m.first from month m) and (select m.last from month m)
        or u.day between (select m.first_before from month m) and (select m.last_before from month m))
    group by 1
  )
  select jsonb_agg(jsonb_build_object('day', d::date, 'requested', n.requested, 'completed', n.completed, 'last_year', coalesce(l.completed, 0)) order by d)
  from month m
  cross join generate_series(m.first::timestamp, m.last::timestamp, interval '1 day') d
  left join counted n on n.day = d::date
  left join counted l on l.day = (d - interval '1 year')::date
$$;

-- Completed cases by month, this year beside last year. Reads the small roll-up by branch and day.
create function private.dashboard_months() returns jsonb
language sql stable set search_path = '' as $$
  with this as materialized (
    select private.month_of(private.today()) as month
  ), counted as (
    select date_trunc('month', u.day::timestamp) as month, sum(u.completed) as completed
    from public.usage_daily u where u.day >= (select (t.month - interval '23 months')::date from this t) group by 1
  )
  select jsonb_agg(jsonb_build_object('month', m::date, 'completed', coalesce(n.completed, 0), 'last_year', coalesce(l.completed, 0)) order by m)
  from this t
  cross join generate_series(t.month - interval '11 months', t.month::timestamp, interval '1 month') m
  left join counted n on n.month = m
  left join counted l on l.month = m - interval '1 year'
$$;

-- The latest day, within a week, on which anything was completed: an early morning or a holiday shows the day before.
create function private.dashboard_last_day() returns date
language sql stable set search_path = '' as $$
  select coalesce(max(u.day), private.today()) from public.usage_daily u
  where u.day between private.today() - 7 and private.today() and u.completed > 0
$$;

-- Each branch: completed on p_day and on the same weekday before, this month, and what was refused this month.
create function private.dashboard_branches(p_day date) returns jsonb
language sql stable set search_path = '' as $$
  with this as materialized (
    select private.month_of(private.today()) as month, least(p_day - 7, private.month_of(private.today())) as since
  ), counted as (
    select u.agent_branch_id,
      sum(u.completed) filter (where u.day = p_day) as day,
      sum(u.completed) filter (where u.day = p_day - 7) as week_before,
      sum(u.completed) filter (where u.day >= (select t.month from this t)) as month,
      sum(u.rejections) filter (where u.day >= (select t.month from this t)) as rejections
    from public.usage_daily u where u.day >= (select t.since from this t) group by 1
  )
  select jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'office', b.office, 'day', coalesce(c.day, 0), 'week_before', coalesce(c.week_before, 0),
    'month', coalesce(c.month, 0), 'rejections', coalesce(c.rejections, 0)) order by b.code)
  from public.branches b left join counted c on c.agent_branch_id = b.id
$$;

-- Companies of a branch's cases that need a word: corrections, failed payments and recent refusals, the most first.
create function private.dashboard_companies(p_branch bigint) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', c.requester_id, 'name', r.name, 'corrections', c.corrections, 'retries', c.retries, 'trouble', c.trouble)
    order by c.corrections + c.retries + c.trouble desc, r.code), '[]')
  from (
    select a.requester_id,
      count(*) filter (where a.oss_status = 'correction_requested') as corrections,
      count(*) filter (where a.oss_status = 'payment_retry') as retries,
      count(*) filter (where a.oss_status in ('rejected', 'not_accepted')) as trouble
    from public.applications a
    where a.agent_branch_id = p_branch and a.oss_status = any ('{correction_requested,payment_retry,rejected,not_accepted}')
      and a.requested_at >= (select private.trouble_since()::timestamp at time zone 'Asia/Tokyo')
    group by 1 order by count(*) desc, 1 limit 8
  ) c join public.requesters r on r.id = c.requester_id
$$;

-- Completed this month by company (a branch) or by site (a garage), the most first.
create function private.dashboard_top(p_scope text, p_id bigint, p_by text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_top jsonb;
begin
  execute format($q$
    select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', n.name, 'completed', t.completed, 'last_month', t.last_month) order by t.completed desc, t.id), '[]')
    from (
      select u.%1$I as id, coalesce(sum(u.completed) filter (where u.month = $2), 0) as completed,
        coalesce(sum(u.completed) filter (where u.month < $2), 0) as last_month
      from public.usage_monthly u
      where u.%2$I = $1 and u.month in ($2, ($2 - interval '1 month')::date)
      group by 1 order by 2 desc, 3 desc, 1 limit 10
    ) t join public.%3$I n on n.id = t.id
  $q$, p_by, p_scope, case p_by when 'site_id' then 'sites' else 'requesters' end) into v_top using p_id, private.month_of(private.today());
  return v_top;
end $$;

-- A garage's completed cases by month, this year beside last year.
create function private.dashboard_own_months(p_scope text, p_id bigint) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_months jsonb;
begin
  execute format($q$
    with counted as (
      select u.month, sum(u.completed) as completed from public.usage_monthly u
      where u.%1$I = $1 and u.month >= ($2 - interval '23 months')::date group by 1
    )
    select jsonb_agg(jsonb_build_object('month', m::date, 'completed', coalesce(n.completed, 0), 'last_year', coalesce(l.completed, 0)) order by m)
    from generate_series($2 - interval '11 months', $2::timestamp, interval '1 month') m
    left join counted n on n.month = m::date
    left join counted l on l.month = (m - interval '1 year')::date
  $q$, p_scope) into v_months using p_id, private.month_of(private.today());
  return v_months;
end $$;

-- 引落予定日 of a month's bills in a cycle (D-25).
create function private.dashboard_debit_day(p_month date, p_cycle int) returns date
language sql stable security definer set search_path = '' as $$ select private.debit_day(p_month, p_cycle) $$;
comment on function private.dashboard_debit_day(date, int) is 'Definer: the offsets are settings, which not everybody lists.';

-- The last months with how far each is: status, completed cases, statements and their total, and both debit dates (D-25).
create function private.dashboard_closing(p_months int) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('month', m::date, 'status', coalesce(b.status, 'open'), 'completed', coalesce(u.completed, 0),
    'statements', s.count, 'total', s.total, 'payees', coalesce(p.payees, '{}'),
    'debit_27', private.dashboard_debit_day(m::date, 27), 'debit_6', private.dashboard_debit_day(m::date, 6)) order by m desc)
  from generate_series((private.month_of(private.today()) - make_interval(months => p_months - 1))::timestamp, private.month_of(private.today())::timestamp, interval '1 month') m
  left join public.billing_months b on b.month = m::date
  left join lateral (
    select sum(d.completed) as completed from public.usage_daily d
    where d.day between m::date and (m + interval '1 month')::date - 1
  ) u on true
  left join lateral (
    select count(*) as count, coalesce(sum(s.total), 0) as total from public.statements s
    where s.month = m::date and s.status <> 'cancelled' and b.status <> 'open'
  ) s on true
  left join lateral (select array_agg(r.payee) as payees from public.payee_reports r where r.month = m::date) p on true
$$;

-- The next debit dates with what will be asked for: what stands in the file, before there is one what the statements say.
create function private.dashboard_debits() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('debit_on', d.debit_on, 'cycle', d.debit_cycle, 'count', coalesce(b.record_count, d.count), 'total', coalesce(b.amount, d.total)) order by d.debit_on), '[]')
  from (
    select s.debit_on, s.debit_cycle, count(*) as count, sum(private.debit_amount(s)) as total
    from public.statements s
    where s.month >= (private.month_of(private.today()) - interval '3 months')::date and s.status <> 'cancelled' and s.debit_on >= private.today()
    group by 1, 2 order by 1 limit 4
  ) d left join public.debit_batches b on b.debit_on = d.debit_on and b.debit_cycle = d.debit_cycle and b.status <> 'cancelled'
$$;

-- Payee lines that belong to no one or came twice: differences finance has to settle (D-23).
create function private.dashboard_differences() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('count', count(*), 'amount', coalesce(sum(l.amount), 0))
  from public.payee_lines l
  where l.month >= (private.month_of(private.today()) - interval '3 months')::date and l.state <> 'matched' and l.settled_at is null
$$;

-- Debits that failed in the last two months and what they still ask for: 振込依頼書 and 口座確認 that nobody has closed.
create function private.dashboard_failed_debits() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('count', f.count, 'amount', f.amount, 'transfer_requests', w.transfers, 'account_queries', w.queries)
  from (
    select count(*) as count, coalesce(sum(d.amount), 0) as amount from public.debit_results d
    where d.state = 'failed' and d.debit_on >= private.trouble_since()
  ) f cross join (
    select count(*) filter (where w.kind = 'transfer_request') as transfers, count(*) filter (where w.kind = 'account_query') as queries
    from public.debit_followups w where w.closed_at is null
  ) w
$$;

-- What will be debited next, and when: of the published statements the one whose day comes next, else the latest.
create function private.dashboard_statement(p_requester bigint) returns jsonb
language sql stable set search_path = '' as $$
  select to_jsonb(s) from (
    select s.id, s.number, s.month, private.debit_amount(s) as total, s.debit_on
    from public.statements s where s.requester_id = p_requester and s.status = 'published'
    order by s.debit_on >= private.today() desc nulls last, case when s.debit_on >= private.today() then s.debit_on end, s.month desc limit 1
  ) s
$$;
