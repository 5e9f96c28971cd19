-- Fees of every case as its history left them, and what head office advanced.

create temp table seed_fees as
select c.n, c.id, f.fee_kind, min(h.day) filter (where h.event = f.pay_event or h.event = 'settle_card') as paid_on,
  bool_or(h.event = 'payment_failed' and h.argument = f.fee_kind) as failed,
  min(h.day) filter (where h.event = f.due_event) + 7 as due_on,
  max(h.acceptances) filter (where h.event = f.pay_event) as paid_under,
  k.name = 'waived' and f.fee_kind <> 'weight_tax' as waived
from seed_history h
join seed_cases c using (n)
join seed_scenarios k on k.id = c.scenario_id
cross join (values ('inspection', 'pay_inspection', 'accept'), ('tech_info', 'pay_tech', 'accept'), ('weight_tax', 'pay_weight_tax', 'pass'))
  f (fee_kind, pay_event, due_event)
where h.event in (f.pay_event, f.due_event, 'settle_card') or (h.event = 'payment_failed' and h.argument = f.fee_kind)
group by 1, 2, 3, k.name, c.kind
-- by card nothing is due before it is settled; the card's failure leaves its mark
having c.kind <> 'c' or bool_or(h.event in ('settle_card', 'payment_failed'));
analyze seed_fees;

insert into public.fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on, due_on)
select f.id, f.fee_kind, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id,
  case when f.fee_kind = 'weight_tax' then c.weight_tax
    else private.fee_price(case c.kind when 'k' then 'kei' else 'registered' end, f.fee_kind, c.day) end,
  case when f.waived then 'waived' when f.paid_on is not null then 'paid' when f.failed then 'failed' else 'due' end,
  case when not f.waived then f.paid_on end, f.due_on
from seed_fees f join seed_cases c using (n);

insert into public.advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id,
  acceptance_no, paid_acceptance_no, advanced_on, amount, created_at)
select c.id, f.fee_kind, case c.kind when 'k' then 'kei' else 'registered' end, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id,
  pg_temp.acceptance_no(c.n, coalesce(s.then_accepted, s.first_accepted), case when s.then_accepted is null then 1 else 2 end),
  pg_temp.acceptance_no(c.n, case f.paid_under when 1 then s.first_accepted else s.then_accepted end, f.paid_under),
  f.paid_on, private.fee_price(case c.kind when 'k' then 'kei' else 'registered' end, f.fee_kind, f.paid_on), f.paid_on + time '12:00'
from seed_fees f join seed_cases c using (n) join seed_states s using (n)
where f.paid_on is not null and not f.waived and c.kind <> 'c' and (f.fee_kind = 'tech_info' or (f.fee_kind = 'inspection' and c.kind = 'k'))
order by f.paid_on, c.n;

-- 使用者: kept for open cases and for some days after completion, as the erasing schedule leaves them.
insert into public.application_vehicle_users (application_id, agent_branch_id, requester_id, site_id, ownership, name, representative, address_1, address_2, updated_at)
select c.id, c.agent_branch_id, c.requester_id, c.site_id, o.ownership,
  case o.ownership when 'corporate' then pg_temp.pick(c.n, 45, '{見本商事,架空運輸,見本建設,架空電設,見本食品}'::text[]) || '株式会社' else pg_temp.person(c.n, 46) end,
  case o.ownership when 'corporate' then pg_temp.person(c.n, 48) end,
  a.prefecture || '見本市' || pg_temp.pick(c.n, 50, '{中央,本町,緑町,栄町,旭町}'::text[]),
  pg_temp.full_width((1 + pg_temp.below(c.n, 51, 9)) || '-' || (1 + pg_temp.below(c.n, 52, 30)) || '-' || (1 + pg_temp.below(c.n, 53, 20))),
  s.created_at
from seed_cases c join seed_states s using (n) join seed_areas a on a.branch_id = c.agent_branch_id
cross join lateral (select case when pg_temp.u(c.n, 54) < 0.15 then 'corporate' else 'individual' end as ownership) o
where (s.filing_status not in ('completed', 'error') or s.completed_on > private.today() - 60 or s.status_changed_at > private.now() - interval '60 days')
  -- a fresh draft may still lack its user
  and not (s.filing_status = 'draft' and pg_temp.u(c.n, 55) < 0.4);

-- 予納金 at 軽検協: the balance at the start, then month after month about what the month before had drawn.
insert into public.deposits (booked_on, amount, note, created_at)
select p.starts, 600000, '開始時の残高', p.starts + time '10:00' from seed_period p
union all
select x.day, x.amount, '予納金の補充', x.day + time '10:00'
from (
  select (private.month_of(a.advanced_on) + interval '1 month 9 days')::date as day,
    round(sum(a.amount), -5)::int as amount
  from public.advance_ledger a where a.fee_kind = 'inspection' group by 1
) x where x.day < private.today() and x.amount > 0;

-- 支部手数料 has no price of its own in the rules; the demo shows one.
insert into public.prices (item, amount, tax_rate, valid_from, valid_to) values ('branch_commission', 50, 10, '2019-10-01', null);
