-- 納付先照合: what a payee and we do not agree about, and what finance does about it (D-23).

-- A payee and month is compared from the day its report by lines has come, or its month is closed: before that all of ours is only ours.
create function private.compared_until(p_payee text) returns date
language sql stable security definer set search_path = '' as $$
  select (greatest(
    (select max(r.month) from public.payee_reports r where r.payee = p_payee and r.form = 'lines'), private.last_closed_month()) + interval '1 month')::date
$$;
comment on function private.compared_until(text) is 'Definer: as last_closed_month.';
grant execute on function private.compared_until(text) to authenticated;

-- state: only_ours 当会だけ, investigate 要調査 (only ours after two closings), only_theirs 未帰属, twice_theirs 重複, amount_differs, month_differs.
-- month is the payee's, ours where the payee has none; since the day it was paid. Months before the first closing are settled elsewhere.
create view public.payee_differences with (security_invoker = true) as
with ours as (
  select 'a' || a.id as id, case a.fee_kind when 'inspection' then 'keikenkyo' else 'kikou' end as payee, date_trunc('month', a.advanced_on::timestamp)::date as month,
    case when greatest(date_trunc('month', a.advanced_on::timestamp)::date, (select private.first_closed_month())) < (select private.last_closed_month())
      then 'investigate' else 'only_ours' end as state,
    a.vehicle_kind, a.paid_acceptance_no as acceptance_no, a.amount as own_amount, null::int as payee_amount, a.advanced_on as since, a.id as advance_id, null::bigint as line_id,
    a.application_id, a.requester_id, a.agent_branch_id, a.home_branch_id
  from public.advance_ledger a
  where a.matched_line_id is null and a.billing_month is null and a.written_off_at is null
    and a.advanced_on >= coalesce((select private.first_closed_month()), '-infinity')
    and a.advanced_on < (case a.fee_kind when 'inspection' then (select private.compared_until('keikenkyo')) else (select private.compared_until('kikou')) end)
), theirs as (
  select 'l' || l.id as id, l.payee, l.month,
    case when l.state = 'unattributed' then 'only_theirs' when l.state = 'duplicate' then 'twice_theirs' when l.amount <> l.own_amount then 'amount_differs' else 'month_differs' end as state,
    l.vehicle_kind, l.acceptance_no, case when l.state = 'matched' then l.own_amount end as own_amount, l.amount as payee_amount, l.paid_on as since, l.advance_id, l.id as line_id,
    a.application_id, l.requester_id, l.agent_branch_id, l.home_branch_id
  from public.payee_lines l
  left join public.advance_ledger a on a.id = l.advance_id
  where l.settled_at is null and (l.state <> 'matched' or l.amount <> l.own_amount or l.month <> l.own_month)
)
select d.*, coalesce(d.payee_amount, 0) - coalesce(d.own_amount, 0) as difference, private.today() - d.since as age_days,
  r.code as requester_code, r.name as requester_name, b.code as branch_code, b.name as branch_name
from (select * from ours union all select * from theirs) d
left join public.requesters r on r.id = d.requester_id
left join public.branches b on b.id = d.agent_branch_id
where (select private.my_company()) is null;
comment on view public.payee_differences is '納付先照合の差異: one row a difference that is open. Under the policies of advance_ledger and payee_lines, and for the office alone.';
comment on column public.payee_differences.difference is 'Whole yen: theirs less ours.';
comment on column public.payee_differences.age_days is 'Days since it was paid.';
grant select on public.payee_differences to authenticated;

-- What a payee names and nobody was found for is given to a case by a person: to its advance that no report has named, or to
-- a new one when we had none. The number the payee names becomes the number it was paid under, so that later files find it too.
create function private.attribute_payee_line(p_line_id bigint, p_application_id bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_line public.payee_lines;
  v_case public.applications;
  v_advance public.advance_ledger;
  v_kind text;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  end if;
  perform private.share_billing_lock();
  select * into v_line from public.payee_lines l where l.id = p_line_id for update;
  select * into v_case from public.applications a where a.id = p_application_id;
  v_kind := private.fee_kind_of(v_line.payee);
  if v_line.id is null or v_case.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_line.state <> 'unattributed' or v_line.settled_at is not null then
    perform private.refuse(409, 'payee_line_settled');
  elsif v_case.vehicle_kind <> v_line.vehicle_kind or (v_case.cashless and v_kind = 'tech_info') then
    perform private.refuse(409, 'case_has_no_such_fee');
  end if;
  select * into v_advance from public.advance_ledger a where a.application_id = p_application_id and a.fee_kind = v_kind for update;
  if v_advance.matched_line_id is not null or v_advance.written_off_at is not null then
    perform private.refuse(409, 'advance_settled');
  elsif v_advance.id is null then
    insert into public.advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id, acceptance_no, paid_acceptance_no, advanced_on, amount)
    values (v_case.id, v_kind, v_case.vehicle_kind, v_case.agent_branch_id, v_case.home_branch_id, v_case.requester_id, v_case.site_id,
      coalesce(v_case.acceptance_no, v_line.acceptance_no), v_line.acceptance_no, v_line.paid_on, v_line.amount);
  else
    update public.advance_ledger a set paid_acceptance_no = v_line.acceptance_no where a.id = v_advance.id;
  end if;
  perform private.match_lines(v_line.payee, array[v_line.acceptance_no]);
  perform private.write_audit('payee_lines', p_line_id::text, 'attribute', v_case.agent_branch_id, jsonb_build_object('paid_acceptance_no', v_advance.paid_acceptance_no),
    jsonb_build_object('request_no', v_case.request_no, 'paid_acceptance_no', v_line.acceptance_no, 'amount', v_line.amount, 'reason', btrim(p_reason)));
  select * into v_line from public.payee_lines l where l.id = p_line_id;
  return to_jsonb(v_line);
end $$;
comment on function private.attribute_payee_line(bigint, bigint, text) is 'Definer: nobody writes lines or advances by hand; it judges the caller.';
create function public.attribute_payee_line(p_line_id bigint, p_application_id bigint, p_reason text) returns jsonb
language sql set search_path = '' as $$ select private.attribute_payee_line(p_line_id, p_application_id, p_reason) $$;
comment on function public.attribute_payee_line(bigint, bigint, text) is
  'Gives a line that is 未帰属 to a case, by 本部経理 with a reason: it is billed in the first open month. Answers the line. 409 payee_line_settled,
advance_settled (the case''s fee was matched or written off), case_has_no_such_fee.';

-- p_as: corrected (the payee takes it back), borne 協会負担, checked (theirs counts, seen); open undoes it.
create function private.settle_payee_line(p_line_id bigint, p_as text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_line public.payee_lines;
  v_pending jsonb;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  elsif coalesce(p_as not in ('corrected', 'borne', 'checked', 'open'), true) then
    perform private.refuse(400, 'invalid_value');
  end if;
  perform private.share_billing_lock();
  select * into v_line from public.payee_lines l where l.id = p_line_id for update;
  if v_line.id is null then
    perform private.refuse(404, 'not_found');
  elsif (v_line.settled_at is null) = (p_as = 'open') then
    perform private.refuse(409, 'payee_line_settled');
  elsif p_as <> 'open' and (p_as = 'checked') <> (v_line.state = 'matched') then
    perform private.refuse(400, 'invalid_value');
  end if;
  if 'borne' in (p_as, coalesce(v_line.settled_as, '')) then
    v_pending := private.need_approval('line_write_off', jsonb_build_object('line_id', p_line_id, 'as', p_as, 'reason', btrim(p_reason)), btrim(p_reason),
      jsonb_build_object('payee', v_line.payee, 'month', v_line.month, 'acceptance_no', v_line.acceptance_no, 'amount', v_line.amount));
  end if;
  if v_pending is not null then
    return v_pending;
  end if;
  update public.payee_lines l set settled_as = nullif(p_as, 'open'), settled_reason = case when p_as <> 'open' then btrim(p_reason) end,
    settled_at = case when p_as <> 'open' then private.now() end, settled_by = case when p_as <> 'open' then private.responsible() end
  where l.id = p_line_id returning * into v_line;
  if p_as = 'open' and v_line.state = 'unattributed' then
    perform private.match_lines(v_line.payee, array[v_line.acceptance_no]);
    select * into v_line from public.payee_lines l where l.id = p_line_id;
  end if;
  perform private.write_audit('payee_lines', p_line_id::text, 'settle', v_line.agent_branch_id, null,
    jsonb_build_object('settled_as', p_as, 'acceptance_no', v_line.acceptance_no, 'amount', v_line.amount, 'reason', btrim(p_reason)));
  return to_jsonb(v_line);
end $$;
comment on function private.settle_payee_line(bigint, text, text) is 'Definer: payee_lines have no update grant; it judges the caller.';
create function public.settle_payee_line(p_line_id bigint, p_as text, p_reason text) returns jsonb
language sql set search_path = '' as $$ select private.settle_payee_line(p_line_id, p_as, p_reason) $$;
comment on function public.settle_payee_line(bigint, text, text) is
  'What 本部経理 makes of a difference, with a reason: corrected or borne (未帰属, 重複), checked (amount or month differs), open undoes it. Answers the line.';
create function private.run_line_write_off(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.settle_payee_line((p ->> 'line_id')::bigint, p ->> 'as', p ->> 'reason') $$;
insert into private.approval_acts (act, run) values ('line_write_off', 'private.run_line_write_off');

-- A month beside each payee: its report, our record, open differences by state, and branches that do not agree. Reads under the caller's policies.
create function public.payee_overview(p_month date) returns jsonb
language sql stable set search_path = '' as $$
  with last_day as (
    select (p_month + interval '1 month' - interval '1 day')::date as day
  ), ours as (
    select case a.fee_kind when 'inspection' then 'keikenkyo' else 'kikou' end as payee, a.agent_branch_id, count(*) as count, sum(a.amount) as amount
    from public.advance_ledger a where a.advanced_on between p_month and (select day from last_day) group by 1, 2
  ), theirs as (
    select l.payee, l.agent_branch_id, count(*) as count, sum(l.amount) as amount from public.payee_lines l where l.month = p_month group by 1, 2
    union all
    select t.payee, t.agent_branch_id, sum(t.count), sum(t.amount)
    from public.payee_totals t join public.payee_reports r on r.payee = t.payee and r.month = t.month and r.form = 'totals' where t.month = p_month group by 1, 2
  ), branch as (
    select payee, agent_branch_id, coalesce(o.count, 0) as ours, coalesce(o.amount, 0) as ours_amount, coalesce(h.count, 0) as theirs, coalesce(h.amount, 0) as theirs_amount
    from ours o full join theirs h using (payee, agent_branch_id)
  )
  select case when (select private.my_role()) in ('hq_admin', 'hq_finance', 'hq_viewer', 'branch_admin', 'branch_staff') then jsonb_agg(jsonb_build_object(
    'payee', p, 'form', r.form, 'count', r.line_count, 'amount', r.amount, 'at', r.imported_at,
    'ours', (select coalesce(sum(b.ours), 0) from branch b where b.payee = p), 'ours_amount', (select coalesce(sum(b.ours_amount), 0) from branch b where b.payee = p),
    'states', (
      select coalesce(jsonb_agg(jsonb_build_object('state', x.state, 'count', x.count, 'amount', x.amount, 'oldest', x.oldest) order by x.state), '[]')
      from (select d.state, count(*) as count, sum(d.difference) as amount, max(d.age_days) as oldest from public.payee_differences d where d.payee = p and d.month = p_month group by 1) x),
    'branches', (
      select coalesce(jsonb_agg(jsonb_build_object('branch_code', n.code, 'branch_name', n.name, 'ours', b.ours, 'ours_amount', b.ours_amount, 'theirs', b.theirs,
        'theirs_amount', b.theirs_amount) order by n.code), '[]')
      from branch b left join public.branches n on n.id = b.agent_branch_id
      where b.payee = p and r.payee is not null and (b.ours, b.ours_amount) is distinct from (b.theirs, b.theirs_amount))) order by p) end
  from unnest(array['keikenkyo', 'kikou']) p
  left join public.payee_reports r on r.payee = p and r.month = p_month
$$;
comment on function public.payee_overview(date) is
  '納付先照合 of a month (first day): a list of { payee, form, count, amount, at, ours, ours_amount, states, branches }; branches are those whose count or yen differ.
Yen; a branch reads its own part. Null for a garage.';
grant execute on function private.attribute_payee_line(bigint, bigint, text), public.attribute_payee_line(bigint, bigint, text),
  private.settle_payee_line(bigint, text, text), public.settle_payee_line(bigint, text, text), public.payee_overview(date) to authenticated;
