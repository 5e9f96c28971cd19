-- 納付先との差異 as a report: what of `payee_differences` belongs to the payees' months of the period.

create function public.report_payee_differences(p_from date, p_to date, p_vehicle_kind text default null, p_requester_id bigint default null,
  p_branch_id bigint default null, p_max_rows int default 100000) returns json
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_branch bigint := coalesce(p_branch_id, private.my_branch());
  v_count int;
  v_rows json;
begin
  perform private.require_report_reader(p_vehicle_kind);
  if private.my_company() is not null then
    perform private.refuse(403, 'not_allowed');
  elsif p_from is null or p_to is null then
    perform private.refuse(400, 'period_required');
  elsif p_from > p_to then
    perform private.refuse(400, 'period_reversed');
  end if;
  execute $q$
    with d as materialized (
      select d.* from public.payee_differences d
      where d.month between date_trunc('month', $1::timestamp)::date and $2 and ($3 is null or d.vehicle_kind = $3)
        and ($4 is null or d.requester_id = $4) and ($5 is null or d.agent_branch_id = $5)
      limit $6 + 1
    )
    select (select count(*) from d), (select json_agg(json_build_array(d.payee, d.month, d.state, d.branch_name, d.requester_code, d.requester_name, d.vehicle_kind,
      d.acceptance_no, d.own_amount, d.payee_amount, d.difference, d.since, d.age_days) order by d.month, d.payee, d.state, d.since, d.acceptance_no) from d)
  $q$ into v_count, v_rows using p_from, p_to, p_vehicle_kind, p_requester_id, v_branch, p_max_rows;
  if v_count > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return json_build_object('heading', private.report_heading(p_requester_id, v_branch), 'from', p_from, 'to', p_to,
    'columns', array['payee', 'month', 'state', 'branch_name', 'requester_code', 'requester_name', 'vehicle_kind', 'acceptance_no', 'own_amount', 'payee_amount',
      'difference', 'since', 'age_days'],
    'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_payee_differences(date, date, text, bigint, bigint, int) is
  'Open differences with the payees by their month, for the office within its scope: { heading, from, to, columns, rows } with the keys of
src/domain/reports/payeeDifferences.ts. Refused: 400 period_required, period_reversed; 403 not_allowed to garages; 413 too_many_rows.';
grant execute on function public.report_payee_differences(date, date, text, bigint, bigint, int) to authenticated;
alter function public.report_payee_differences(date, date, text, bigint, bigint, int) set statement_timeout = '30s';
