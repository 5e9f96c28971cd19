-- What a month would bill: one set of queries, read by the preview and written by the closing (domain §4.6, D-20 – D-27).

create type private.billing_line as (
  sort int, kind text, label text, usage_month date, vehicle_kind text, quantity int, unit_price int, amount int, tax_rate int
);

create type private.billing_head as (
  requester_id bigint, home_branch_id bigint, code text,
  usage_count int, usage_amount int, hotekisho_count int, hotekisho_amount int, taxable_10 int, tax_10 int,
  kei_fee_count int, kei_fee_amount int, tech_fee_count int, tech_fee_amount int, adjustment_amount int,
  total int, outstanding_before int, transfer_asked int, debit_cycle int, debit_on date, collection text, lines private.billing_line[]
);

-- Payees whose report of the month has not come: the month is then billed by our own record (D-23).
create function private.payees_missing(p_month date) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(p), '{}') from unnest(array['keikenkyo', 'kikou']) p
  where not exists (select from public.payee_reports r where r.payee = p and r.month = p_month)
$$;
comment on function private.payees_missing(date) is 'Definer: closing reads all, whoever calls.';

-- Payees whose part of a month our own record bills: no report has come, or one of totals that names no 受付番号.
create function private.payees_by_own_record(p_month date) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(p), '{}') from unnest(array['keikenkyo', 'kikou']) p
  where not exists (select from public.payee_reports r where r.payee = p and r.month = p_month and r.form = 'lines')
$$;
comment on function private.payees_by_own_record(date) is 'Definer: closing reads all, whoever calls.';

-- Our own advances of a month that no report has named, for the payees given; those known only after their own month was billed
-- by our own record, too, since no report by lines will name them.
create function private.own_advances(p_month date, p_payees text[]) returns setof public.advance_ledger
language sql stable security definer set search_path = '' as $$
  select a.* from public.advance_ledger a
  where a.advanced_on < (p_month + interval '1 month')::date and a.advanced_on >= least(p_month, private.first_closed_month())
    and a.fee_kind = any (array(select private.fee_kind_of(p) from unnest(p_payees) p))
    and a.matched_line_id is null and a.billing_month is null and a.written_off_at is null
    and (a.advanced_on >= p_month or not exists (
      select from public.payee_reports r
      where r.payee = private.payee_of(a.fee_kind) and r.month = date_trunc('month', a.advanced_on::timestamp)::date and r.form = 'lines'))
$$;
comment on function private.own_advances(date, text[]) is 'Definer: closing reads all, whoever calls.';

-- One line of a bill before it has its place in it; whole yen. Plain columns: a million cases make a hundred thousand of them.
create type private.billed_line as (
  requester_id bigint, sort int, kind text, label text, usage_month date, vehicle_kind text, quantity int, unit_price int, amount int, tax_rate int
);

-- 利用料金: completed cases at the price of their date, the month's own, late ones apart, reversals last (D-21). A line
-- without a price has unit_price null. Cases are counted before they meet their price: those of the month in one group,
-- late ones, and all of a month in which a price changes, by day.
create function private.usage_lines(p_month date) returns setof private.billed_line
language sql stable security definer set search_path = '' as $$
  with changes as (
    select exists (
      select from public.prices p, (select (p_month + interval '1 month' - interval '1 day')::date as last_day) m
      where p.item = 'usage' and (p.valid_from > p_month and p.valid_from <= m.last_day or p.valid_to >= p_month and p.valid_to < m.last_day)) as in_month
  ), grouped as (
    select a.requester_id, case when a.completed_on < p_month or (select c.in_month from changes c) then a.completed_on else p_month end as day, count(*)::int as quantity
    from public.applications a
    where a.billing_month = p_month
    group by 1, 2
  ), counted as (
    select g.requester_id, case when g.day >= p_month then p_month else date_trunc('month', g.day::timestamp)::date end as usage_month,
      p.amount as unit_price, sum(g.quantity)::int as quantity
    from grouped g
    left join public.prices p on p.item = 'usage' and g.day >= p.valid_from and g.day <= coalesce(p.valid_to, 'infinity')
    group by 1, 2, 3
    union all
    select u.requester_id, date_trunc('month', u.completed_on::timestamp)::date, u.unit_price, -count(*)::int
    from public.usage_adjustments u where u.billing_month = p_month
    group by 1, 2, 3
  )
  select c.requester_id, case when c.quantity < 0 then 22 when c.usage_month < p_month then 21 else 20 end, 'usage',
    '継続検査OSS利用料金' || case when c.quantity < 0 then private.month_note(c.usage_month, '取消') when c.usage_month < p_month then private.month_note(c.usage_month, '完了') else '' end,
    c.usage_month, null, c.quantity, c.unit_price, c.quantity * c.unit_price, 10
  from counted c
$$;
comment on function private.usage_lines(date) is 'Definer: closing reads all, whoever calls.';

-- 立替: the payees'' lines of the month, late ones apart; our own record where a report is missing (D-23).
create function private.fee_lines(p_month date, p_own text[]) returns setof private.billed_line
language sql stable security definer set search_path = '' as $$
  with counted as (
    select l.requester_id, l.payee, l.month, l.vehicle_kind, l.amount, count(*)::int as quantity
    from public.payee_lines l where l.billing_month = p_month
    group by 1, 2, 3, 4, 5
    union all
    select a.requester_id, private.payee_of(a.fee_kind), date_trunc('month', a.advanced_on::timestamp)::date, a.vehicle_kind, a.amount, count(*)::int
    from private.own_advances(p_month, p_own) a
    group by 1, 2, 3, 4, 5
  ), summed as (
    select c.requester_id, c.payee, c.month, c.vehicle_kind, c.amount, sum(c.quantity)::int as quantity from counted c group by 1, 2, 3, 4, 5
  )
  select s.requester_id, k.sort + (s.vehicle_kind = 'kei')::int, k.kind,
    k.label || case when s.month < p_month then private.month_note(s.month, '納付') else '' end,
    s.month, s.vehicle_kind, s.quantity, s.amount, s.quantity * s.amount, 0
  from summed s
  join (select p as payee, private.payee_label(p) || '（立替）' as label, v.kind, v.sort
    from (values ('keikenkyo', 'kei_fee', 30), ('kikou', 'tech_fee', 40)) v (p, kind, sort)) k using (payee)
$$;
comment on function private.fee_lines(date, text[]) is 'Definer: closing reads all, whoever calls.';

create function private.billing_lines(p_month date, p_own text[]) returns setof private.billed_line
language sql stable security definer set search_path = '' as $$
  select * from private.usage_lines(p_month)
  union all
  select * from private.fee_lines(p_month, p_own)
  union all
  select h.requester_id, 10, 'hotekisho', '保適証サービス利用料金', p_month, null, h.count, p.amount, h.count * p.amount, 10
  from public.hotekisho_counts h cross join (select private.price_on('hotekisho', p_month) as amount offset 0) p
  where h.month = p_month and h.count > 0
  union all
  select d.requester_id, 50, 'adjustment', d.label, d.source_month, null, 1, d.amount, d.amount, case when d.taxable then 10 else 0 end
  from public.adjustments d
  where d.month = p_month or (d.month < p_month and not exists (select from public.billing_months))
$$;
comment on function private.billing_lines(date, text[]) is 'Definer: closing reads all, whoever calls.';

-- Tax contained in an amount, whole yen; rounded once a statement, by a setting (D-26). A credit mirrors a charge.
create function private.contained_tax(p_amount int, p_rounding text) returns int
language sql immutable set search_path = '' as $$
  select sign(p_amount) * case p_rounding
    when 'ceil' then ceil(abs(p_amount) * 10 / 110.0) when 'round' then round(abs(p_amount) * 10 / 110.0) else floor(abs(p_amount) * 10 / 110.0) end
$$;

-- 引落予定日 of a month's bills in a cycle, moved to a business day (D-25).
create function private.debit_day(p_month date, p_cycle int) returns date
language sql stable set search_path = '' as $$
  select private.next_business_day((p_month + make_interval(months => (private.setting('debit_offset_' || p_cycle) #>> '{}')::int, days => p_cycle - 1))::date)
$$;

-- 前月以前の繰越: what a company still owes, or has to its credit, and no statement or file has asked for yet (D-28); with what of
-- it an open 振込依頼書 asks for.
create function private.carried_over() returns table (requester_id bigint, amount int, transfer_asked int)
language sql stable security definer set search_path = '' as $$
  select p.requester_id, x.amount::int, least(coalesce(h.amount, 0), greatest(x.amount, 0))::int
  from private.debit_positions() p
  cross join lateral (select p.billed - p.collected - p.scheduled - p.in_flight as amount) x
  left join private.held_amounts() h using (requester_id)
  where x.amount <> 0
$$;
comment on function private.carried_over() is 'Definer: closing reads all, whoever calls.';

-- The would-be statements of a month, lines included, in the order of the company codes.
create function private.billing_heads(p_month date, p_own text[]) returns setof private.billing_head
language sql stable security definer set search_path = '' as $$
  with summed as (
    select l.requester_id,
      coalesce(sum(l.quantity) filter (where l.kind = 'usage'), 0)::int as usage_count,
      coalesce(sum(l.amount) filter (where l.kind = 'usage'), 0)::int as usage_amount,
      coalesce(sum(l.quantity) filter (where l.kind = 'hotekisho'), 0)::int as hotekisho_count,
      coalesce(sum(l.amount) filter (where l.kind = 'hotekisho'), 0)::int as hotekisho_amount,
      coalesce(sum(l.amount) filter (where l.tax_rate = 10), 0)::int as taxable_10,
      coalesce(sum(l.quantity) filter (where l.kind = 'kei_fee'), 0)::int as kei_fee_count,
      coalesce(sum(l.amount) filter (where l.kind = 'kei_fee'), 0)::int as kei_fee_amount,
      coalesce(sum(l.quantity) filter (where l.kind = 'tech_fee'), 0)::int as tech_fee_count,
      coalesce(sum(l.amount) filter (where l.kind = 'tech_fee'), 0)::int as tech_fee_amount,
      coalesce(sum(l.amount) filter (where l.kind = 'adjustment'), 0)::int as adjustment_amount,
      coalesce(sum(l.amount), 0)::int as total,
      array_agg((l.sort, l.kind, l.label, l.usage_month, l.vehicle_kind, l.quantity, l.unit_price, l.amount, l.tax_rate)::private.billing_line) as lines
    from (select * from private.billing_lines(p_month, p_own) x order by x.requester_id, x.sort, x.usage_month, x.unit_price) l
    group by l.requester_id
  ), cycle as materialized (
    select c as debit_cycle, private.debit_day(p_month, c) as day from unnest(array[6, 27]) c
  ), tax as materialized (
    -- once an amount, not once a company: many bills have the same
    select a.taxable_10, private.contained_tax(a.taxable_10, (select private.setting('tax_rounding') #>> '{}')) as tax
    from (select distinct s.taxable_10 from summed s) a
  )
  select r.id, r.branch_id, r.code, s.usage_count, s.usage_amount, s.hotekisho_count, s.hotekisho_amount,
    s.taxable_10, t.tax, s.kei_fee_count, s.kei_fee_amount, s.tech_fee_count, s.tech_fee_amount,
    s.adjustment_amount, s.total, coalesce(o.amount, 0), coalesce(o.transfer_asked, 0), r.debit_cycle,
    case when r.collection = 'head_office' and s.total > 0 and s.total + coalesce(o.amount, 0) > 0 then c.day end, r.collection, s.lines
  from summed s
  join public.requesters r on r.id = s.requester_id
  join cycle c on c.debit_cycle = r.debit_cycle
  join tax t on t.taxable_10 = s.taxable_10
  left join private.carried_over() o on o.requester_id = s.requester_id
  order by r.code
$$;
comment on function private.billing_heads(date, text[]) is 'Definer: closing reads all, whoever calls.';
