-- What the person who closes should know first: differences with the payees and the checks of domain §4.9. They warn; they
-- never block (D-23, D-24). Each is { code, count, amount, … } and is left out when its count is 0.

create function private.only_positive(p_rows jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(r order by o), '[]') from jsonb_array_elements(p_rows) with ordinality x (r, o) where (r ->> 'count')::int > 0
$$;

-- Check 5 of domain §4.9: what each payee reported beside what we advanced in the month, by agent branch; theirs without a
-- branch are those nobody could be found for.
create function private.payee_comparison(p_month date) returns jsonb
language sql stable security definer set search_path = '' as $$
  with counted as (
    select case a.fee_kind when 'inspection' then 'keikenkyo' else 'kikou' end as payee, a.agent_branch_id, count(*) as ours, sum(a.amount) as ours_amount, 0::bigint as theirs, 0::bigint as theirs_amount
    from public.advance_ledger a
    where a.advanced_on between p_month and (p_month + interval '1 month' - interval '1 day')::date
    group by 1, 2
    union all
    select l.payee, l.agent_branch_id, 0, 0, count(*), sum(l.amount) from public.payee_lines l where l.month = p_month group by 1, 2
    union all
    select t.payee, t.agent_branch_id, 0, 0, sum(t.count), sum(t.amount)
    from public.payee_totals t join public.payee_reports r on r.payee = t.payee and r.month = t.month and r.form = 'totals'
    where t.month = p_month group by 1, 2
  ), summed as (
    select c.payee, c.agent_branch_id, sum(c.ours) as ours, sum(c.ours_amount) as ours_amount, sum(c.theirs) as theirs, sum(c.theirs_amount) as theirs_amount
    from counted c group by 1, 2
  )
  select coalesce(jsonb_agg(jsonb_build_object('payee', s.payee, 'branch_code', b.code, 'branch_name', b.name, 'ours', s.ours, 'ours_amount', s.ours_amount,
    'theirs', s.theirs, 'theirs_amount', s.theirs_amount) order by s.payee, b.code), '[]')
  from summed s left join public.branches b on b.id = s.agent_branch_id
  where (s.ours, s.ours_amount) is distinct from (s.theirs, s.theirs_amount)
$$;
comment on function private.payee_comparison(date) is 'Definer: closing reads all, whoever calls.';

-- Open differences with the payees, and what else makes the bills of a month incomplete. p_comparison: payee_comparison of the month.
create function private.closing_warnings(p_month date, p_heads private.billing_head[], p_comparison jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with missing as (
    select p as payee, (select jsonb_build_object('count', count(*), 'amount', coalesce(sum(a.amount), 0)) from private.own_advances(p_month, array[p]) a) as own
    from unnest(private.payees_missing(p_month)) p
  ), last_day as (
    select (p_month + interval '1 month' - interval '1 day')::date as day
  ), only_ours as (
    select a.fee_kind, count(*) as count, sum(a.amount) as amount
    from public.advance_ledger a, last_day
    where a.billing_month is null and a.matched_line_id is null and a.written_off_at is null
      and a.advanced_on <= last_day.day and a.advanced_on >= coalesce(private.first_closed_month(), p_month)
      and a.fee_kind <> all (array(select private.fee_kind_of(p) from unnest(private.payees_by_own_record(p_month)) p))
    group by 1
  ), theirs as (
    select l.payee, l.state, count(*) as count, sum(l.amount) as amount
    from public.payee_lines l where l.state <> 'matched' and l.settled_at is null and l.month <= p_month
      and l.month >= coalesce(private.first_closed_month(), p_month)
    group by 1, 2
  ), differs as (
    select l.payee, count(*) as count, sum(l.amount - l.own_amount) as amount
    from public.payee_lines l where l.billing_month = p_month and l.amount <> l.own_amount and l.settled_at is null
    group by 1
  ), totals as (
    select c ->> 'payee' as payee, count(*) as count, sum((c ->> 'theirs_amount')::bigint - (c ->> 'ours_amount')::bigint) as amount
    from jsonb_array_elements(p_comparison) c
    where exists (select from public.payee_reports r where r.payee = c ->> 'payee' and r.month = p_month and r.form = 'totals')
    group by 1
  ), no_account as (
    select count(*) as count, coalesce(sum(h.total), 0) as amount
    from unnest(p_heads) h
    where h.debit_on is not null and not exists (
      select from public.debit_accounts d where d.requester_id = h.requester_id and d.valid_from <= h.debit_on)
  ), too_late as (
    -- once a debit day, not once a bill: offset 0 keeps the planner from asking before it groups
    select coalesce(sum(d.count), 0) as count, coalesce(sum(d.amount), 0) as amount
    from (
      select h.debit_on, h.debit_cycle, count(*) as count, sum(h.total + h.outstanding_before - h.transfer_asked) as amount
      from unnest(p_heads) h where h.debit_on is not null group by 1, 2 offset 0
    ) d
    where private.debit_deadline(d.debit_on, d.debit_cycle) < private.today()
  )
  select private.only_positive(jsonb_agg(w.row))
  from (
    select jsonb_build_object('code', 'payee_report_missing', 'payee', payee, 'count', greatest((own ->> 'count')::int, 1), 'amount', own -> 'amount') as row from missing
    union all select jsonb_build_object('code', 'only_ours', 'payee', private.payee_of(fee_kind), 'count', count, 'amount', amount) from only_ours
    union all select jsonb_build_object('code', case state when 'duplicate' then 'twice_theirs' else 'only_theirs' end, 'payee', payee, 'count', count, 'amount', amount) from theirs
    union all select jsonb_build_object('code', 'amount_differs', 'payee', payee, 'count', count, 'amount', amount) from differs
    union all select jsonb_build_object('code', 'totals_differ', 'payee', payee, 'count', count, 'amount', amount) from totals
    union all select jsonb_build_object('code', 'hotekisho_missing', 'count', 1, 'amount', 0)
      where not exists (select from public.hotekisho_counts h where h.month = p_month)
    union all select jsonb_build_object('code', 'account_missing', 'count', count, 'amount', amount) from no_account
    union all select jsonb_build_object('code', 'debit_deadline_passed', 'count', count, 'amount', amount) from too_late
    union all select jsonb_build_object('code', 'needs_review', 'count', count(*), 'amount', 0)
      from public.applications a where a.needs_review and a.completed_on is not null
  ) w
$$;
comment on function private.closing_warnings(date, private.billing_head[], jsonb) is 'Definer: closing reads all, whoever calls.';

-- Checks 1 to 4 of domain §4.9. amount: yen that may be missing or too much. Advances are read once, those of the month's cases
-- only; what was paid twice is found when it is paid (20260101000830). plpgsql, because that comes later.
create function private.closing_checks(p_month date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with done as materialized (
      select a.id, a.vehicle_kind, a.cashless, a.inspection_fee_waived, a.tech_fee_waived
      from public.applications a where a.billing_month = p_month
    ), advanced as (
      select l.application_id, bool_or(l.fee_kind = 'inspection') as inspection, bool_or(l.fee_kind = 'tech_info') as tech
      from public.advance_ledger l
      where l.application_id between (select min(d.id) from done d) and (select max(d.id) from done d)
      group by 1
    ), missing as (
      select count(*) filter (where d.vehicle_kind = 'kei' and not d.inspection_fee_waived and p.inspection is not true) as kei,
        count(*) filter (where not d.cashless and not d.tech_fee_waived and p.tech is not true) as tech
      from done d left join advanced p on p.application_id = d.id
    )
    select private.only_positive(jsonb_agg(c.row))
    from (
      select jsonb_build_object('code', 'completed_without_date', 'count', count(*), 'amount', count(*) * coalesce(private.price_on('usage', p_month), 0)) as row
        from public.applications a where a.outcome = 'completed' and a.completed_on is null
      union all select jsonb_build_object('code', 'kei_fee_not_advanced', 'count', m.kei, 'amount', m.kei * coalesce(private.price_on('kei_inspection', p_month), 0)) from missing m
      union all select jsonb_build_object('code', 'tech_fee_not_advanced', 'count', m.tech, 'amount', m.tech * coalesce(private.price_on('tech_info', p_month), 0)) from missing m
      union all select jsonb_build_object('code', 'cashless_advanced', 'count', count(*), 'amount', coalesce(sum(l.amount), 0))
        from done d join public.advance_ledger l on l.application_id = d.id and l.fee_kind = 'tech_info' where d.cashless
      union all select jsonb_build_object('code', 'paid_twice', 'count', count(*), 'amount', coalesce(sum(l.amount), 0))
        from private.radar_findings f join public.advance_ledger l on l.id = f.advance_id
        where f.rule = 'advance_twice' and l.advanced_on between p_month and (p_month + interval '1 month' - interval '1 day')::date and private.finding_holds(f)
    ) c);
end $$;
comment on function private.closing_checks(date) is 'Definer: closing reads all, whoever calls.';
