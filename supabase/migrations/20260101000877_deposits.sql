-- 予納: money that head office leaves at 軽検協 and every kei inspection fee draws on (domain §11.1).

create table public.deposits (
  id bigint generated always as identity primary key,
  booked_on date not null,
  amount int not null check (amount <> 0),
  note text check (char_length(note) between 1 and 200),
  created_by uuid,
  created_at timestamptz not null default private.now()
);
comment on table public.deposits is '予納金 at 軽検協: what was paid in (negative: taken back), whole yen. The first row is the balance of the day the book begins. Append-only.';
create index deposits_booked_idx on public.deposits (booked_on desc);
alter table public.deposits enable row level security;
create policy deposits_select on public.deposits for select to authenticated using ((select private.is_hq()));
comment on policy deposits_select on public.deposits is 'Head office.';
grant select on public.deposits to authenticated;

create function private.book_deposit(p_booked_on date, p_amount int, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.deposits;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif coalesce(p_amount, 0) = 0 or abs(p_amount) > 1999999999 then
    perform private.refuse(400, 'invalid_amount');
  elsif p_booked_on is null or char_length(p_note) > 200 then
    perform private.refuse(400, 'invalid_value');
  elsif p_booked_on > private.today() then
    perform private.refuse(400, 'date_in_future');
  end if;
  insert into public.deposits (booked_on, amount, note, created_by) values (p_booked_on, p_amount, nullif(btrim(p_note), ''), (select auth.uid())) returning * into v_row;
  perform private.write_audit('deposits', v_row.id::text, 'insert', null, null, to_jsonb(v_row));
  return to_jsonb(v_row);
end $$;
comment on function private.book_deposit(date, int, text) is 'Definer: deposits have no insert grant; it judges the caller.';
create function public.book_deposit(p_booked_on date, p_amount int, p_note text default null) returns jsonb
language sql set search_path = '' as $$ select private.book_deposit(p_booked_on, p_amount, p_note) $$;
comment on function public.book_deposit(date, int, text) is '予納金 paid in on a day (JST), or taken back when negative, by 本部経理. Answers the row.';

-- Drawn, month by month: theirs where they have reported, our record where they have not; of the month in which the book begins
-- the payments since its day, which totals do not tell. Pace: our yen a day over the last 30 days.
create function public.deposit_balance() returns jsonb
language sql stable set search_path = '' as $$
  with start as (
    select min(d.booked_on) as day, sum(d.amount) as paid_in from public.deposits d
  ), drawn as (
    select coalesce(sum(case
      when r.month > s.day then r.amount
      when r.form = 'lines' then (select sum(l.amount) from public.payee_lines l where l.payee = 'keikenkyo' and l.month = r.month and l.paid_on >= s.day)
      else (select sum(a.amount) from public.advance_ledger a
        where a.fee_kind = 'inspection' and a.advanced_on >= greatest(s.day, m.month) and a.advanced_on < (m.month + interval '1 month')::date) end), 0) as amount
    from start s
    cross join lateral (
      select g::date as month from generate_series(private.month_of(s.day)::timestamp, private.month_of(private.today()), interval '1 month') g
    ) m
    left join public.payee_reports r on r.payee = 'keikenkyo' and r.month = m.month
  ), pace as (
    select coalesce(sum(a.amount), 0) / 30 as a_day from public.advance_ledger a
    where a.fee_kind = 'inspection' and a.advanced_on between private.today() - 30 and private.today() - 1
  )
  select case when (select private.is_hq()) and s.day is not null then jsonb_build_object('since', s.day, 'paid_in', s.paid_in, 'drawn', d.amount,
    'balance', s.paid_in - d.amount, 'a_day', p.a_day, 'days_left', case when p.a_day > 0 then greatest(floor((s.paid_in - d.amount) / p.a_day), 0) end) end
  from start s, drawn d, pace p
$$;
comment on function public.deposit_balance() is
  '予納残高 for head office, yen: { since, paid_in, drawn, balance, a_day, days_left }; days_left at the pace of the last 30 days, null without one. Null while nothing is booked.';
grant execute on function private.book_deposit(date, int, text), public.book_deposit(date, int, text), public.deposit_balance() to authenticated;
