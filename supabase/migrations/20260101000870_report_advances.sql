-- 軽OSS検査手数料・技術情報管理手数料立替実績 (domain §5.2): one row an actual payment by head office, in the period of its 立替日.

-- What was advanced for whom. Written-off payments are left out: the report shows what will be billed (domain §4.5, note 5).
create function private.advances_between(p_from date, p_to date, p_vehicle_kind text, p_requester_id bigint, p_branch_id bigint, p_site_id bigint,
  p_after_day date, p_after_id bigint, p_limit int)
returns table (id bigint, application_id bigint, fee_kind text, acceptance_no text, paid_acceptance_no text, advanced_on date, amount int)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query execute $q$
    select l.id, l.application_id, l.fee_kind, l.acceptance_no, l.paid_acceptance_no, l.advanced_on, l.amount
    from public.advance_ledger l
    where l.advanced_on between $1 and $2 and l.written_off_at is null and ($3 is null or l.vehicle_kind = $3)
      and (l.fee_kind = 'tech_info' or l.vehicle_kind = 'kei')
      and ($4 is null or l.requester_id = $4) and ($5 is null or l.agent_branch_id = $5) and ($6 is null or l.site_id = $6)
      and ($7 is null or (l.advanced_on, l.id) > ($7, $8))
    order by l.advanced_on, l.id
    limit $9
  $q$ using p_from, p_to, p_vehicle_kind, p_requester_id, p_branch_id, p_site_id, p_after_day, p_after_id, p_limit;
end $$;
comment on function private.advances_between(date, date, text, bigint, bigint, bigint, date, bigint, int) is
  'Definer: 立替実績 is for everyone who sees the case (domain §5.2), before the month that bills it is published; the caller keeps the rows of his cases alone.';
grant execute on function private.advances_between(date, date, text, bigint, bigint, bigint, date, bigint, int) to authenticated;

create function public.report_advances(p_from date, p_to date, p_vehicle_kind text default null, p_requester_id bigint default null,
  p_branch_id bigint default null, p_max_rows int default 100000, p_page_size int default null, p_after jsonb default null) returns json
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) else p_branch_id end;
  v_site bigint := private.my_site();
  v_to date := private.report_end(p_to);
  v_count int;
  v_rows json;
  v_last jsonb;
begin
  perform private.require_report_reader(p_vehicle_kind);
  perform private.require_period(p_from, v_to);
  if p_after is null then
    select count(*) into v_count
    from private.advances_between(p_from, v_to, p_vehicle_kind, v_requester, v_branch, v_site, null, null, p_max_rows + 1);
    if v_count > p_max_rows then
      perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
    end if;
  end if;

  execute $q$
    with l as materialized (
      select * from private.advances_between($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ), c as materialized (
      select a.id, a.site_id, a.vehicle_kind, a.chassis_no, a.filing_status, a.oss_status, a.oss_status_label
      from public.applications a
      where a.id = any (array(select l.application_id from l))
        and ($4 is null or a.requester_id = $4) and ($5 is null or a.agent_branch_id = $5) and ($6 is null or a.site_id = $6)
    )
    select json_agg(json_build_array(
      l.fee_kind, p.ainas_org_id, p.requester_name, p.site_code, p.site_name, c.vehicle_kind, c.chassis_no, l.acceptance_no, l.advanced_on, l.amount,
      case when c.filing_status = 'completed' then fs.label_ja else coalesce(c.oss_status_label, os.label_ja, fs.label_ja) end,
      case when l.paid_acceptance_no <> l.acceptance_no then private.paid_under(l.fee_kind, l.paid_acceptance_no) end,
      p.requester_code)
      order by p.requester_code, p.site_code, l.advanced_on, l.id),
      (select jsonb_build_object('day', m.advanced_on, 'id', m.id) from l m order by m.advanced_on, m.id offset $9 - 1 limit case when $9 is null then 0 else 1 end)
    from l
    join c on c.id = l.application_id
    join private.places(array(select distinct c.site_id from c)) p using (site_id)
    left join public.filing_statuses fs on fs.code = c.filing_status and fs.vehicle_kind = c.vehicle_kind
    left join public.oss_statuses os on os.code = c.oss_status and os.vehicle_kind = c.vehicle_kind
  $q$ into v_rows, v_last using p_from, v_to, p_vehicle_kind, v_requester, v_branch, v_site,
    (p_after ->> 'day')::date, (p_after ->> 'id')::bigint, p_page_size;

  return json_build_object(
    'heading', private.report_heading(v_requester, v_branch), 'from', p_from, 'to', v_to, 'row_count', v_count, 'next', v_last,
    'columns', array['fee_kind', 'ainas_org_id', 'requester_name', 'site_code', 'site_name', 'vehicle_kind', 'chassis_no', 'acceptance_no',
      'advanced_on', 'amount', 'status_label', 'remark', 'requester_code'],
    'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_advances(date, date, text, bigint, bigint, int, int, jsonb) is
  '立替実績 of the payments whose 立替日 lies in the period, for the cases in the caller''s scope: { heading, from, to, row_count (of all pages, on the first), columns,
rows, next } with the keys of src/domain/reports/advances.ts. p_branch_id is the agent branch. Refused as report_fee_details.';
grant execute on function public.report_advances(date, date, text, bigint, bigint, int, int, jsonb) to authenticated;
alter function public.report_advances(date, date, text, bigint, bigint, int, int, jsonb) set statement_timeout = '60s';
