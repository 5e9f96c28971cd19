-- 申請データ統計検索: how many requests of a period stand where, by site and kind, for a garage and for the agent branch.

create function public.case_statistics(p_from date, p_to date, p_vehicle_kind text default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_rows jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif private.my_branch() is null and private.my_company() is null then
    perform private.refuse(403, 'not_allowed');
  elsif p_from is null or p_to is null then
    perform private.refuse(400, 'period_required');
  elsif p_from > p_to then
    perform private.refuse(400, 'period_reversed');
  -- a year of a company, two months of a branch: what is read at once
  elsif p_to - p_from > (case when private.my_company() is null then 62 else 366 end) then
    perform private.refuse(400, 'period_too_long');
  end if;
  execute format($q$
    with counted as materialized (
      select t.site_id, t.vehicle_kind, t.filing_status, count(*) as count from public.applications t
      where %1$s and t.requested_at >= %2$L and t.requested_at < %3$L and (%4$L::text is null or t.vehicle_kind = %4$L) group by 1, 2, 3
    ), line as (
      select c.site_id, c.vehicle_kind, jsonb_object_agg(c.filing_status, c.count) as counts, sum(c.count) as total from counted c group by 1, 2
    )
    select jsonb_agg(jsonb_build_object('site_id', l.site_id, 'vehicle_kind', l.vehicle_kind, 'counts', l.counts, 'total', l.total,
      'site_code', p.site_code, 'site_name', p.site_name, 'requester_name', p.requester_name) order by p.requester_name, p.site_code, l.vehicle_kind desc)
    from line l left join private.places(array(select distinct c.site_id from counted c)) p on p.site_id = l.site_id
  $q$, private.scope_sql(false), p_from::timestamp at time zone 'Asia/Tokyo', (p_to + 1)::timestamp at time zone 'Asia/Tokyo', p_vehicle_kind) into v_rows;
  return jsonb_build_object('rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.case_statistics(date, date, text) is
  'Requests by 依頼日時 within the caller''s scope: { rows: [{ site_id, site_code, site_name, requester_name, vehicle_kind, counts: { filing status: n }, total }] }. Refused: 403 not_allowed (head office has usage_matrix); 400 period_required, period_reversed, period_too_long (62 days for a branch, 366 for a company).';
grant execute on function public.case_statistics(date, date, text) to authenticated;
