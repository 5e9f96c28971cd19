-- 支部手数料: what head office owes its branches for completed cases, and what AINAS bills head office for the same ones (D-28a).

-- Completed cases of a month's bills by agent branch, kind and price of their date; what a bill took back counts there
-- and is counted off in the month that took it back, so that a closed month stays as it was paid out. unit_price null: no price covers the date.
create function private.branch_fee_counts(p_month date) returns table (agent_branch_id bigint, vehicle_kind text, unit_price int, quantity int)
language sql stable security definer set search_path = '' as $$
  with grouped as (
    select a.agent_branch_id, a.vehicle_kind, a.completed_on as day, count(*)::int as quantity from public.applications a where a.billing_month = p_month group by 1, 2, 3
    union all
    select a.agent_branch_id, a.vehicle_kind, u.completed_on, case u.billing_month when p_month then -1 else 1 end
    from public.usage_adjustments u join public.applications a on a.id = u.application_id
    where u.billing_month = p_month or u.billed_month = p_month
  )
  select g.agent_branch_id, g.vehicle_kind, p.amount, sum(g.quantity)::int
  from grouped g
  left join public.prices p on p.item = 'branch_commission' and g.day >= p.valid_from and g.day <= coalesce(p.valid_to, 'infinity')
  group by 1, 2, 3 having sum(g.quantity) <> 0
$$;
comment on function private.branch_fee_counts(date) is 'Definer: reads all cases; its callers judge.';

-- See public.report_branch_fees.
create function private.branch_fee_rows(p_from date, p_to date, p_branch_id bigint, p_max_rows int) returns json
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  v_branch bigint := coalesce(private.my_branch(), p_branch_id);
  v_from date := private.month_of(p_from);
  v_rows json;
  v_count int;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() and private.my_branch() is null then
    perform private.refuse(403, 'not_allowed');
  elsif p_from is null or p_to is null then
    perform private.refuse(400, 'period_required');
  elsif p_from > p_to then
    perform private.refuse(400, 'period_reversed');
  end if;
  with month as (
    select g::date as month from generate_series(v_from::timestamp, p_to::timestamp, interval '1 month') g
  ), fee as (
    select m.month, b.code, b.name, f.unit_price, coalesce(sum(f.quantity) filter (where f.vehicle_kind = 'registered'), 0) as registered,
      coalesce(sum(f.quantity) filter (where f.vehicle_kind = 'kei'), 0) as kei, sum(f.quantity) as quantity
    from month m cross join lateral private.branch_fee_counts(m.month) f join public.branches b on b.id = f.agent_branch_id
    where v_branch is null or b.id = v_branch
    group by 1, 2, 3, 4
  )
  select count(*), json_agg(json_build_array(f.month, f.code, f.name, f.registered, f.kei, f.quantity, f.unit_price, f.quantity * f.unit_price,
    sign(f.quantity) * (abs(f.quantity * f.unit_price) * 10 / 110)) order by f.month, f.code, f.unit_price)
  into v_count, v_rows from fee f;
  if v_count > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return json_build_object('heading', private.report_heading(null, v_branch), 'from', v_from, 'to', p_to,
    'columns', array['month', 'branch_code', 'branch_name', 'registered', 'kei', 'quantity', 'unit_price', 'amount', 'tax'], 'rows', coalesce(v_rows, '[]'));
end $$;
comment on function private.branch_fee_rows(date, date, bigint, int) is 'Definer: reads all cases; it judges the caller and keeps a branch to itself.';
create function public.report_branch_fees(p_from date, p_to date, p_branch_id bigint default null, p_max_rows int default 100000) returns json
language sql stable set search_path = '' as $$ select private.branch_fee_rows(p_from, p_to, p_branch_id, p_max_rows) $$;
comment on function public.report_branch_fees(date, date, bigint, int) is
  '支部手数料計算書 of the months of a period: { heading, from, to, columns, rows } with the keys of src/domain/reports/branchFees.ts; yen, tax contained.
A branch reads its own. Refused: 400 period_required, period_reversed; 403 not_allowed; 413 too_many_rows.';

create table public.ainas_bills (
  month date primary key check (month = private.month_of(month)),
  count int not null check (count >= 0),
  amount int not null check (amount >= 0),
  note text check (char_length(note) between 1 and 200),
  booked_at timestamptz not null default private.now(),
  booked_by uuid
);
comment on table public.ainas_bills is 'What AINAS bills head office for a month: completed cases and yen, tax included.';
alter table public.ainas_bills enable row level security;
create policy ainas_bills_select on public.ainas_bills for select to authenticated using ((select private.is_hq()));
comment on policy ainas_bills_select on public.ainas_bills is 'Head office.';
grant select on public.ainas_bills to authenticated;

create function private.book_ainas_bill(p_month date, p_count int, p_amount int, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.ainas_bills;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif p_month is distinct from private.month_of(p_month) or coalesce(p_count, -1) < 0 or char_length(p_note) > 200 then
    perform private.refuse(400, 'invalid_value');
  elsif coalesce(p_amount, -1) < 0 then
    perform private.refuse(400, 'invalid_amount');
  end if;
  insert into public.ainas_bills as b (month, count, amount, note, booked_by) values (p_month, p_count, p_amount, nullif(btrim(p_note), ''), (select auth.uid()))
  on conflict (month) do update set count = excluded.count, amount = excluded.amount, note = excluded.note, booked_at = private.now(), booked_by = excluded.booked_by
  returning * into v_row;
  perform private.write_audit('ainas_bills', to_char(p_month, 'YYYY-MM'), 'update', null, null, to_jsonb(v_row));
  return to_jsonb(v_row);
end $$;
comment on function private.book_ainas_bill(date, int, int, text) is 'Definer: ainas_bills has no write grant; it judges the caller.';
create function public.book_ainas_bill(p_month date, p_count int, p_amount int, p_note text default null) returns jsonb
language sql set search_path = '' as $$ select private.book_ainas_bill(p_month, p_count, p_amount, p_note) $$;
comment on function public.book_ainas_bill(date, int, int, text) is 'What AINAS bills for a month (first day), by 本部経理; again replaces it. Answers the row.';

-- Months newest first, for head office: our completed cases × price of the month beside AINAS''s bill.
create function public.ainas_comparison(p_months int default 12) returns jsonb
language sql stable set search_path = '' as $$
  select case when (select private.is_hq()) then (
    select coalesce(jsonb_agg(jsonb_build_object('month', m.month, 'ours', m.ours, 'unit_price', m.price, 'ours_amount', m.ours * m.price,
      'theirs', b.count, 'theirs_amount', b.amount, 'note', b.note, 'booked_at', b.booked_at) order by m.month desc), '[]')
    from (
      select g::date as month, 
        (select p.amount from public.prices p where p.item = 'ainas_cost' and p.valid_from <= g::date and (p.valid_to is null or p.valid_to >= g::date)) as price,
        (select coalesce(sum(u.completed), 0) from public.usage_monthly u where u.month = g::date) as ours
      from generate_series((private.month_of(private.today()) - make_interval(months => least(greatest(p_months, 1), 36)))::timestamp,
        private.month_of(private.today()) - interval '1 month', interval '1 month') g
    ) m left join public.ainas_bills b on b.month = m.month) end
$$;
comment on function public.ainas_comparison(int) is
  'AINAS''s bill beside our count of completed cases for head office, newest first: [{ month, ours, unit_price, ours_amount, theirs, theirs_amount, note, booked_at }]; yen.';
grant execute on function private.branch_fee_rows(date, date, bigint, int), public.report_branch_fees(date, date, bigint, int),
  private.book_ainas_bill(date, int, int, text), public.book_ainas_bill(date, int, int, text), public.ainas_comparison(int) to authenticated;
alter function public.report_branch_fees(date, date, bigint, int) set statement_timeout = '30s';
