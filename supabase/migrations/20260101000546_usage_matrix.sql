-- 利用件数 as a table of branches, companies or sites by month. One number a cell: what the screen, its chart and its Excel show.

create function public.usage_matrix(p_from_month date, p_to_month date, p_group text default 'branch', p_measure text default 'completed',
  p_vehicle_kind text default null, p_requester_id bigint default null, p_branch_id bigint default null, p_max_rows int default 2000) returns jsonb
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) else p_branch_id end;
  v_key text := case p_group when 'branch' then 'agent_branch_id' when 'company' then 'requester_id' when 'site' then 'site_id' end;
  v_names text;
  v_rows jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif p_from_month is null or p_to_month is null then
    perform private.refuse(400, 'period_required');
  elsif p_from_month > p_to_month then
    perform private.refuse(400, 'period_reversed');
  elsif v_key is null or coalesce(p_measure not in ('requested', 'filed', 'completed', 'corrections', 'rejections', 'withdrawals'), true) then
    perform private.refuse(400, 'invalid_value');
  end if;
  v_names := case p_group
    when 'branch' then 'select b.id, b.code, b.name, null::text as owner_code, null::text as owner_name from public.branches b'
    when 'company' then 'select r.id, r.code, r.name, null::text as owner_code, null::text as owner_name from public.requesters r'
    else 'select s.id, s.code, s.name, r.code as owner_code, r.name as owner_name from public.sites s join public.requesters r on r.id = s.requester_id' end;
  execute format($q$
    with cell as (
      select u.%1$I as key, u.month, sum(u.%2$I) as count
      from public.usage_monthly u
      where u.month between $1 and $2 and ($3 is null or u.vehicle_kind = $3) and ($4 is null or u.requester_id = $4)
        and ($5 is null or u.agent_branch_id = $5) and ($6 is null or u.site_id = $6)
      group by 1, 2
    ), line as (
      select c.key, jsonb_object_agg(c.month, c.count) as counts, sum(c.count) as total from cell c where c.count > 0 group by 1 limit $7 + 1
    )
    select jsonb_agg(jsonb_build_object('id', n.id, 'code', n.code, 'name', n.name, 'owner_code', n.owner_code, 'owner_name', n.owner_name,
      'counts', l.counts, 'total', l.total) order by n.owner_code, n.code)
    from line l join (%3$s) n on n.id = l.key
  $q$, v_key, p_measure, v_names) into v_rows
  using p_from_month, p_to_month, p_vehicle_kind, v_requester, v_branch, private.my_site(), p_max_rows;
  if jsonb_array_length(v_rows) > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return jsonb_build_object('issued_on', private.today(), 'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.usage_matrix(date, date, text, text, text, bigint, bigint, int) is
  'Counts of one measure by month (p_group branch, company or site) within the caller''s scope: { issued_on, rows: [{ id, code, name, owner_code,
owner_name, counts: { "YYYY-MM-01": n }, total }] }; rows without counts are left out. Refused: 400 period_required, period_reversed,
invalid_value; 413 too_many_rows.';
grant execute on function public.usage_matrix(date, date, text, text, text, bigint, bigint, int) to authenticated;
alter function public.usage_matrix(date, date, text, text, text, bigint, bigint, int) set statement_timeout = '30s';
