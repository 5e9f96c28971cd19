-- Where each course ends, and what was paid on the way: data at scale plays no history.

create temp table seed_ends as
select s.id as scenario_id, s.kind, s.name, m.to_filing, m.to_oss, private.outcome_of(m.to_filing, m.to_oss) as outcome,
  e.submitted, e.filed, e.accepted, e.completed, e.refiled, e.inspection, e.tech_info, e.weight_tax
from seed_scenarios s
cross join lateral (
  select bool_or(t.event = 'submit') as submitted, bool_or(t.event = 'file') as filed,
    bool_or(t.event = 'accept' or coalesce(t.argument = 'accepted', false)) as accepted, bool_or(t.event in ('pay_weight_tax', 'settle_card')) as completed,
    bool_or(t.event = 'refile') as refiled, max(t.seq) as last,
    case when s.name = 'waived' then 'waived' when bool_or(t.event in ('pay_inspection', 'settle_card')) then 'paid'
      when bool_or(t.event = 'accept') and s.kind <> 'c' then 'due' end as inspection,
    case when s.name = 'waived' then 'waived' when bool_or(t.event in ('pay_tech', 'settle_card')) then 'paid'
      when bool_or(t.event = 'accept') and s.kind <> 'c' then 'due' end as tech_info,
    case when bool_or(t.event in ('pay_weight_tax', 'settle_card')) then 'paid'
      when coalesce(bool_or(t.event = 'payment_failed' and t.argument = 'weight_tax'), false) then 'failed' when bool_or(t.event = 'pass') then 'due' end as weight_tax
  from seed_steps t where t.scenario_id = s.id
) e
join seed_steps l on l.scenario_id = s.id and l.seq = e.last
cross join lateral (
  select k.to_filing, case k.to_oss when 'argument' then l.argument else k.to_oss end as to_oss
  from seed_marks k where k.event = l.event and k.kind = s.kind
) m;

-- Cases of months that are closed count as billed there; later ones stand in their month.
create temp table seed_billing as select coalesce(private.first_open_month(), '-infinity') as first_open;
