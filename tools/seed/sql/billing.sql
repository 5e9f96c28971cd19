-- Months as head office left them: the payees' reports came, months up to the one before the previous were closed and
-- published by 本部経理, each in its time. The previous month is open, its reports differ from our record in three places.

create temp table seed_months as
select m.month, m.month < private.month_of(private.today()) - interval '1 month' as closes,
  -- reports come early in the next month, the closing follows
  least((d.days[3] + time '10:20') at time zone 'Asia/Tokyo', private.now()) as reported_at, (d.days[5] + time '16:05') at time zone 'Asia/Tokyo' as closed_at
from (
  select g::date as month from seed_period p, generate_series(p.starts, private.month_of(private.today()) - interval '1 month', '1 month') g
) m
cross join lateral (
  select array_agg(o.day order by o.n) as days from seed_office_days o where o.day >= m.month + interval '1 month'
) d;

insert into public.hotekisho_counts (month, requester_id, count, imported_at)
select u.month, u.requester_id, (sum(u.completed) * (1.0 + 0.6 * pg_temp.u(u.requester_id * 100 + extract(month from u.month)::int, 70)))::int, m.reported_at
from public.usage_monthly u join seed_months m using (month)
where pg_temp.u(u.requester_id, 71) < 0.85
group by u.month, u.requester_id, m.reported_at having sum(u.completed) > 0;

insert into public.payee_reports (payee, month, imported_at)
select p, m.month, m.reported_at from seed_months m cross join unnest(array['keikenkyo', 'kikou']) p;

-- What the payees counted: our advances, but for the differences of the open month.
insert into public.payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind, plate, chassis_no, created_at)
select private.payee_of(a.fee_kind), m.month, a.paid_acceptance_no,
  case when not m.closes and a.fee_kind = 'inspection' and a.place = 2 then a.amount - 100 else a.amount end,
  a.advanced_on, a.vehicle_kind, case when a.fee_kind = 'inspection' then concat_ws('-', c.plate_area, c.plate_class, c.plate_kana, c.plate_number) end,
  case when a.fee_kind = 'inspection' then c.chassis_no end, m.reported_at
from (
  select l.*, row_number() over (partition by l.fee_kind, private.month_of(l.advanced_on) order by l.requester_id, l.id) as place from public.advance_ledger l
) a
join public.applications c on c.id = a.application_id
join seed_months m on m.month = private.month_of(a.advanced_on)
where m.closes or a.fee_kind <> 'tech_info' or a.place <> 1;

insert into public.payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind, created_at)
select 'kikou', m.month, pg_temp.acceptance_no(99999999, m.month + 9, 1), private.fee_price('registered', 'tech_info', m.month), m.month + 9, 'registered', m.reported_at
from seed_months m where not m.closes;

analyze public.advance_ledger;
analyze public.payee_lines;
analyze public.applications;
-- one call matches all lines of a payee; the counts of its other reports follow
select private.match_payee_lines(p, max(m.month)) from seed_months m cross join unnest(array['keikenkyo', 'kikou']) p group by p;
update public.payee_reports r set line_count = l.count, amount = l.amount
from (select payee, month, count(*) as count, sum(amount) as amount from public.payee_lines group by 1, 2) l
where l.payee = r.payee and l.month = r.month;

do $$
declare
  m record;
begin
  perform set_config('request.jwt.claims', jsonb_build_object('sub', f.user_id, 'role', 'authenticated')::text, true)
  from public.members f where f.login_id = 'hq-finance';
  for m in select * from seed_months where closes order by month loop
    perform set_config('app.clock_offset', (m.closed_at - pg_catalog.now())::text, true);
    perform public.close_month(m.month, 'close', false);
    perform set_config('app.clock_offset', (m.closed_at + interval '20 minutes' - pg_catalog.now())::text, true);
    perform public.close_month(m.month, 'publish', false);
  end loop;
end $$;
