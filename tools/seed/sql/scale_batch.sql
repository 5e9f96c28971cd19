-- One batch of data at scale: cases as a mirror of AINAS would hold them, one line of history each, fees and advances.

create temp table seed_batch on commit drop as
select d.*, e.name, e.to_filing, e.to_oss, e.outcome, e.submitted, e.filed, e.accepted, e.refiled, e.inspection, e.tech_info, e.weight_tax as tax_status,
  case d.kind when 'k' then 'kei' else 'registered' end as vehicle_kind,
  current_setting('seed.first_id')::bigint + row_number() over (order by d.n) as id,
  (d.day + time '08:30' + make_interval(secs => 3600 * pg_temp.u(d.n, 23))) at time zone 'Asia/Tokyo' as requested_at,
  -- done on the next office day now and then, but never after yesterday
  case when e.completed then least(o.day, p.ends) end as completed_on, least(o.day, p.ends) as done_on
from pg_temp.draw_cases(current_setting('seed.first')::bigint, current_setting('seed.last')::bigint,
  current_setting('seed.applications')::bigint, current_setting('seed.base')::bigint) d
join seed_ends e on e.scenario_id = d.scenario_id
join seed_office_days o on o.n = d.office_n + (pg_temp.u(d.n, 21) < 0.35)::int
cross join seed_period p;

insert into public.applications (id, request_no, application_no, vehicle_kind, application_type, source, filing_status, oss_status, outcome,
  status_changed_at, agent_branch_id, home_branch_id, requester_id, site_id, plate_area, plate_class, plate_kana, plate_number, chassis_no,
  cashless, inspection_fee_waived, tech_fee_waived, certificate_period, receipt_by, inspection_expires_on, hotekisho_ready, liability_ready,
  acceptance_no, mirrored_at, requested_at, filed_at, completed_on, procedure_completed_on, billing_month, created_at)
overriding system value
select b.id, 'R' || lpad(b.id::text, 9, '0'), (300000000 + b.n)::text, b.vehicle_kind, case when b.refiled then 'refiled' else 'initial' end, 'import',
  b.to_filing, b.to_oss, b.outcome, b.done_on + time '04:00', b.agent_branch_id, b.home_branch_id, b.requester_id, b.site_id,
  b.plate_area, b.plate_class, b.plate_kana, b.plate_number, b.chassis_no, b.kind = 'c', b.name = 'waived', b.name = 'waived',
  case when b.kind <> 'k' then '2年指定整備車' end, case when b.kind = 'k' then 'agent' end, b.day + 30, b.submitted, b.submitted,
  case when b.accepted then '2' || to_char(b.day, 'YYYYMMDD') || lpad(b.n::text, 10, '0') end,
  b.done_on + time '05:00', case when b.submitted then b.requested_at end, case when b.filed then b.requested_at + interval '1 hour' end,
  b.completed_on, b.completed_on, date_trunc('month', b.completed_on::timestamp)::date, b.requested_at
from seed_batch b order by b.id;

insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
  to_filing_status, to_oss_status, source, created_at)
select b.id, b.agent_branch_id, b.home_branch_id, b.requester_id, b.site_id, b.vehicle_kind, 'import', b.to_filing, b.to_oss, 'import', b.done_on + time '04:00'
from seed_batch b order by b.id;

insert into public.fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on, due_on)
select b.id, f.kind, b.agent_branch_id, b.home_branch_id, b.requester_id, b.site_id, f.amount, f.status, case when f.status = 'paid' then b.done_on end, b.day + 7
from seed_batch b
cross join lateral (values ('inspection', b.inspection, 1200), ('tech_info', b.tech_info, 400), ('weight_tax', b.tax_status, b.weight_tax)) f (kind, status, amount)
where f.status is not null
order by b.id;

insert into public.advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id,
  acceptance_no, paid_acceptance_no, advanced_on, amount, billing_month)
select b.id, f.kind, b.vehicle_kind, b.agent_branch_id, b.home_branch_id, b.requester_id, b.site_id, x.no, x.no, b.done_on, f.amount,
  case when b.done_on < s.first_open then date_trunc('month', b.done_on::timestamp)::date end
from seed_batch b
cross join seed_billing s
cross join lateral (select '2' || to_char(b.day, 'YYYYMMDD') || lpad(b.n::text, 10, '0') as no) x
cross join lateral (values ('inspection', b.inspection, 1200), ('tech_info', b.tech_info, 400)) f (kind, status, amount)
where f.status = 'paid' and b.kind <> 'c' and (f.kind = 'tech_info' or b.kind = 'k')
order by b.id;

select setval(pg_get_serial_sequence('public.applications', 'id'), max(id)), setval('private.request_numbers', max(id)) from seed_batch;
