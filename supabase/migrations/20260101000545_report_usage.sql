-- 利用件数: what the usage screens and their Excel add up, from the roll-ups (D-37). Under the caller's policies, with the
-- scope as constants.

-- p_group: branch (by month, agent branch and kind), company, site (over the period), day, month. Months are first days.
create function public.report_usage(p_from_month date, p_to_month date, p_group text default 'branch', p_vehicle_kind text default null,
  p_requester_id bigint default null, p_branch_id bigint default null, p_max_rows int default 100000) returns jsonb
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) else p_branch_id end;
  v_counts constant text := $s$ sum(u.requested) as requested, sum(u.filed) as filed, sum(u.completed) as completed,
    sum(u.corrections) as corrections, sum(u.rejections) as rejections, sum(u.withdrawals) as withdrawals $s$;
  v_from constant text := $s$ from public.usage_monthly u
    where u.month between $1 and $2 and ($3 is null or u.vehicle_kind = $3) and ($4 is null or u.requester_id = $4)
      and ($5 is null or u.agent_branch_id = $5) and ($6 is null or u.site_id = $6) $s$;
  v_query text;
  v_rows jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif p_from_month is null or p_to_month is null then
    perform private.refuse(400, 'period_required');
  elsif p_from_month > p_to_month then
    perform private.refuse(400, 'period_reversed');
  end if;
  v_query := case p_group
    when 'branch' then 'select x.month, b.code as branch_code, b.name as branch_name, x.vehicle_kind, x.requested, x.filed, x.completed, x.corrections, x.rejections, x.withdrawals
      from (select u.month, u.agent_branch_id, u.vehicle_kind,' || v_counts || v_from || 'group by 1, 2, 3) x
      join public.branches b on b.id = x.agent_branch_id order by x.month, b.code, x.vehicle_kind desc'
    when 'month' then 'select u.month, u.vehicle_kind,' || v_counts || v_from || 'group by 1, 2 order by 1, 2 desc'
    when 'company' then 'select r.id as requester_id, r.code as requester_code, r.name as requester_name, x.vehicle_kind, x.requested, x.filed, x.completed, x.corrections, x.rejections, x.withdrawals
      from (select u.requester_id, u.vehicle_kind,' || v_counts || v_from || 'group by 1, 2) x
      join public.requesters r on r.id = x.requester_id order by r.code, x.vehicle_kind desc'
    when 'site' then 'select r.code as requester_code, r.name as requester_name, s.id as site_id, s.code as site_code, s.name as site_name, x.vehicle_kind, x.requested, x.filed, x.completed, x.corrections, x.rejections, x.withdrawals
      from (select u.requester_id, u.site_id, u.vehicle_kind,' || v_counts || v_from || 'group by 1, 2, 3) x
      join public.requesters r on r.id = x.requester_id join public.sites s on s.id = x.site_id order by r.code, s.code, x.vehicle_kind desc'
    when 'day' then 'select u.day, u.vehicle_kind,' || v_counts || 'from public.usage_daily u
      where u.day >= $1 and u.day < ($2 + interval ''1 month'')::date and ($3 is null or u.vehicle_kind = $3) and ($5 is null or u.agent_branch_id = $5)
      group by 1, 2 order by 1, 2 desc' end;
  -- days are counted by branch: a company's would be another's figures, or none
  if v_query is null or (p_group = 'day' and v_requester is not null) then
    perform private.refuse(400, 'invalid_value', '{"field": "group"}');
  end if;
  execute 'select jsonb_agg(to_jsonb(y)) from (' || v_query || ') y' into v_rows
  using p_from_month, p_to_month, p_vehicle_kind, v_requester, v_branch, private.my_site();
  if jsonb_array_length(v_rows) > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return jsonb_build_object('heading', private.report_heading(v_requester, v_branch), 'from', p_from_month, 'to', p_to_month, 'group', p_group,
    'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_usage(date, date, text, text, bigint, bigint, int) is
  '利用件数 by branch, company, site, day or month within the caller''s scope: { heading, from, to, group, rows }.
A company has no counts by day (usage_daily is by branch; 日次統計 has them). Refused: 400 period_required, period_reversed, invalid_value; 413 too_many_rows.';
grant execute on function public.report_usage(date, date, text, text, bigint, bigint, int) to authenticated;
alter function public.report_usage(date, date, text, text, bigint, bigint, int) set statement_timeout = '30s';
