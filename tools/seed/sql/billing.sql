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

-- What 本部経理 did since, in the order of time: months closed and published, files to the bank, what the bank answered, and
-- money that came by hand.
create temp table seed_acts as
select m.closed_at as at, 'close' as act, m.month, null::int as cycle, null::date as debit_on from seed_months m where m.closes
union all
select (private.debit_deadline(d.day, c) + time '14:10') at time zone 'Asia/Tokyo', 'file', m.month, c, d.day
from seed_months m cross join unnest(array[6, 27]) c cross join lateral (select private.debit_day(m.month, c) as day) d where m.closes
union all
select (private.debit_result_day(d.day, c) + time '11:20') at time zone 'Asia/Tokyo', 'result', m.month, c, d.day
from seed_months m cross join unnest(array[6, 27]) c cross join lateral (select private.debit_day(m.month, c) as day) d where m.closes
union all
select (m.month + interval '1 month 24 days' + time '15:30') at time zone 'Asia/Tokyo', 'receipts', m.month, null, null from seed_months m where m.closes;

-- 振替結果コード of a company on a day: nearly all is collected; one company lacked money twice.
create function pg_temp.result_code(p_code text, p_requester bigint, p_day date) returns text language sql as $$
  select case when p_code = 'C0000006' and p_day > private.today() - 75 then '1'
    when pg_temp.u(p_requester * 100 + extract(doy from p_day)::int, 80) < 0.012 then pg_temp.pick(p_requester, 81, '{1,1,1,9,2}'::text[]) else '0' end
$$;

do $$
declare
  a record;
begin
  perform set_config('request.jwt.claims', jsonb_build_object('sub', f.user_id, 'role', 'authenticated')::text, true)
  from public.members f where f.login_id = 'hq-finance';
  for a in select * from seed_acts s where s.at < pg_catalog.now() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval order by s.at, s.act loop
    perform set_config('app.clock_offset', (a.at - pg_catalog.now())::text, true);
    if a.act = 'close' then
      perform public.close_month(a.month, 'close', false);
      perform set_config('app.clock_offset', (a.at + interval '20 minutes' - pg_catalog.now())::text, true);
      perform public.close_month(a.month, 'publish', false);
    elsif a.act = 'file' then
      perform public.make_debit_file(a.debit_on);
    elsif a.act = 'result' then
      perform private.settle_debit_batch(b.id, (
        select jsonb_object_agg(r.code, pg_temp.result_code(r.code, r.id, a.debit_on)) from public.debit_results d join public.requesters r on r.id = d.requester_id where d.batch_id = b.id))
      from public.debit_batches b where b.debit_on = a.debit_on and b.debit_cycle = a.cycle;
    else
      -- what the branches collected, and transfers on 振込依頼書 that are some weeks old
      perform public.book_receipt(s.requester_id, private.today() - 1, s.total, 'branch', null)
      from public.statements s where s.month = a.month and s.collection = 'branch' and s.status = 'published' and s.total > 0 and pg_temp.u(s.id, 82) < 0.9;
      perform public.book_receipt(f.requester_id, private.today() - 1, f.amount, 'transfer', '振込依頼書による入金')
      from public.debit_followups f where f.kind = 'transfer_request' and f.closed_at is null and f.issued_on < private.today() - 7;
      perform public.close_followup(f.id, '事業者に確認し、口座に変更なし')
      from public.debit_followups f where f.kind = 'account_query' and f.closed_at is null and f.issued_on < private.today() - 7;
    end if;
  end loop;
end $$;
