-- 口座の動き: what is drawn from a company's account and what will be, as its passbook shows it (domain §4.2): taxes and fees by
-- ダイレクト納付, and the 口座振替 of head office. What head office advances (立替) is never drawn when it is paid.

-- Whether a fee leaves the company's own account when the branch pays it.
create function private.is_drawn_directly(p_vehicle_kind text, p_fee_kind text, p_cashless boolean) returns boolean
language sql immutable set search_path = '' as $$
  select not coalesce(p_cashless, false) and (p_fee_kind = 'weight_tax' or (p_fee_kind = 'inspection' and p_vehicle_kind = 'registered'))
$$;

-- A fee that waits for the branch's payment, until two months after its deadline; where nobody noted one, after the filing.
create function private.still_to_be_drawn(p_due_on date, p_since timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(p_due_on, private.jst_day(p_since)) >= private.today() - 60
$$;

-- Fees that still leave an account, by company: few among many, and the dashboard of each company asks.
create index fee_payments_company_due_idx on public.fee_payments (requester_id, due_on) include (application_id, fee_kind, amount) where status in ('due', 'failed');

-- What waits to be drawn, by company: taxes and fees that the branch will pay on its next business day, and 口座振替 of that day.
-- p_requester_id null: all companies. amount is what is known today (約).
create function private.draw_notices(p_requester_id bigint default null) returns table (requester_id bigint, day date, fee_count bigint, fee_amount bigint, debit_amount bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  -- one company or all: a plan for each
  return query
  with next as materialized (
    select private.next_business_day(private.today() + 1) as day
  ), fees as (
    select f.requester_id, count(*) as count, coalesce(sum(f.amount), 0) as amount
    from public.fee_payments f join public.applications a on a.id = f.application_id
    where f.status in ('due', 'failed') and f.amount > 0 and a.outcome = 'open' and private.is_drawn_directly(a.vehicle_kind, f.fee_kind, a.cashless)
      -- the first line is told before the case is read: what was never paid stays due for ever
      and (f.due_on is null or f.due_on >= private.today() - 60)
      and private.still_to_be_drawn(f.due_on, coalesce(a.filed_at, a.requested_at)) and (p_requester_id is null or f.requester_id = p_requester_id)
    group by 1
  ), debits as (
    -- what stands in the file; before there is one, what the statement says
    select x.requester_id, sum(x.amount) as amount
    from (
      select d.requester_id, d.amount
      from public.debit_batches b join public.debit_results d on d.batch_id = b.id, next n
      where b.debit_on = n.day and b.status <> 'cancelled' and d.state = 'sent' and (p_requester_id is null or d.requester_id = p_requester_id)
      union all
      select s.requester_id, private.debit_amount(s)
      from public.statements s, next n
      where s.debit_on = n.day and s.status = 'published' and (p_requester_id is null or s.requester_id = p_requester_id)
        and not private.has_debit_batch(s.debit_on, s.debit_cycle)
    ) x
    group by 1
  )
  select coalesce(f.requester_id, d.requester_id), n.day, coalesce(f.count, 0), coalesce(f.amount, 0)::bigint, coalesce(d.amount, 0)::bigint
  from fees f full join debits d using (requester_id) cross join next n;
end $$;
comment on function private.draw_notices(bigint) is 'Definer: the mails of the day before read all companies.';

-- The same for the caller's own company, for its dashboard; null when nothing waits.
create function private.my_draw_notice() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('day', n.day, 'count', n.fee_count + (n.debit_amount > 0)::int, 'amount', n.fee_amount + n.debit_amount)
  from private.draw_notices(private.my_requester()) n
  where private.has_role('requester_admin') and private.my_requester() is not null and n.fee_amount + n.debit_amount > 0
$$;
comment on function private.my_draw_notice() is 'Definer: as draw_notices, kept to the caller''s company.';
grant execute on function private.my_draw_notice() to authenticated;

-- One line a day and kind. kind: weight_tax, inspection, debit. state: drawn, failed, planned.
create function private.account_movements(p_from date, p_to date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company bigint := private.my_requester();
  v_next date := private.next_business_day(private.today() + 1);
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.has_role('requester_admin') then
    perform private.refuse(403, 'not_allowed');
  elsif p_from > p_to then
    perform private.refuse(400, 'period_reversed');
  elsif p_to - p_from > 400 then
    perform private.refuse(400, 'invalid_value', '{"field": "from"}');
  end if;
  return (
    with fee as (
      select case when f.status = 'paid' then f.paid_on else v_next end as day, f.fee_kind as kind, case when f.status = 'paid' then 'drawn' else 'planned' end as state, f.amount
      from public.applications a join public.fee_payments f on f.application_id = a.id
      where a.requester_id = v_company and a.requested_at >= (p_from - interval '6 months')
        and private.is_drawn_directly(a.vehicle_kind, f.fee_kind, a.cashless) and f.amount > 0
        and (f.status = 'paid' or (f.status in ('due', 'failed') and a.outcome = 'open' and private.still_to_be_drawn(f.due_on, coalesce(a.filed_at, a.requested_at))))
    ), debit as (
      select d.debit_on as day, case d.state when 'collected' then 'drawn' when 'failed' then 'failed' else 'planned' end as state, d.amount, d.id
      from public.debit_results d where d.requester_id = v_company and d.state in ('sent', 'collected', 'failed')
      union all
      select s.debit_on, 'planned', private.debit_amount(s), null
      from public.statements s
      where s.requester_id = v_company and s.status = 'published' and s.debit_on >= private.today()
        and not private.has_debit_batch(s.debit_on, s.debit_cycle)
    ), line as (
      select f.day, f.kind, f.state, count(*) as count, sum(f.amount) as amount from fee f where f.day between p_from and p_to group by 1, 2, 3
      union all
      select d.day, 'debit', d.state, 1, d.amount from debit d where d.day between p_from and p_to
    )
    select jsonb_build_object('today', private.today(), 'from', p_from, 'to', p_to,
      'account', (select jsonb_build_object('bank_name', a.bank_name, 'branch_name', a.branch_name, 'masked_number', a.masked_number)
        from public.debit_accounts a where a.requester_id = v_company and a.valid_from <= private.today() order by a.valid_from desc limit 1),
      'notice', private.my_draw_notice(),
      'balance', (select p.billed - p.collected from private.debit_positions(v_company) p),
      'rows', (select coalesce(jsonb_agg(to_jsonb(l) order by l.day, l.kind, l.state), '[]') from line l))
  );
end $$;
comment on function private.account_movements(date, date) is 'Definer: one pass over the company''s own rows; it judges the caller and keeps to his company.';
create function public.account_movements(p_from date, p_to date) returns jsonb
language sql stable set search_path = '' as $$ select private.account_movements(p_from, p_to) $$;
comment on function public.account_movements(date, date) is
  '口座の動き of the caller''s company (requester_admin): { today, account, notice, rows: [{ day, kind, state, count, amount }] }, whole yen, JST days; at most 400 days.';
grant execute on function private.account_movements(date, date), public.account_movements(date, date) to authenticated;
