-- 明細 検査手数料・技術情報管理手数料・重量税明細: one row a case completed in the period (domain §5.1, §5.6). One JSON, because the
-- Data API cuts sets at 1,000 rows; a row is an array, its keys stand once in `columns`, which halves 10,000 rows. Under the
-- caller's policies; the scope goes in as constants as well, for speed.

-- In the order in which long reports are read, page after page.
create index applications_procedure_idx on public.applications (procedure_completed_on, id, agent_branch_id) where procedure_completed_on is not null;
create index applications_procedure_requester_idx on public.applications (requester_id, procedure_completed_on, id) where procedure_completed_on is not null;

-- Refuses what domain §5.6 does not offer: days from the first of 19 months ago to yesterday.
create function private.require_period(p_from date, p_to date) returns void
language plpgsql stable set search_path = '' as $$
declare
  v_oldest date := (private.month_of(private.today()) - interval '19 months')::date;
  v_newest date := private.today() - 1;
begin
  if p_from is null or p_to is null then
    perform private.refuse(400, 'period_required');
  elsif greatest(p_from, p_to) > v_newest then
    perform private.refuse(400, 'period_not_over', jsonb_build_object('newest', v_newest));
  elsif p_from > p_to then
    perform private.refuse(400, 'period_reversed');
  elsif p_from < v_oldest then
    perform private.refuse(400, 'period_too_old', jsonb_build_object('oldest', v_oldest));
  end if;
end $$;

-- Whom a report is about, for its heading: the company that was asked for, and a branch or the company's own.
create function private.report_heading(p_requester_id bigint, p_branch_id bigint) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('issued_on', private.today(),
    'requester', (select jsonb_build_object('code', r.code, 'name', r.name, 'ainas_org_id', r.ainas_org_id) from public.requesters r where r.id = p_requester_id),
    'branch', (select jsonb_build_object('code', b.code, 'name', b.name) from public.branches b
      where b.id = coalesce(p_branch_id, (select r.branch_id from public.requesters r where r.id = p_requester_id))))
$$;

-- Refuses who has no cases to report on, and a kind of vehicle that there is not.
create function private.require_report_reader(p_vehicle_kind text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif private.has_role('auditor') then
    perform private.refuse(403, 'not_allowed');
  elsif p_vehicle_kind is not null and p_vehicle_kind not in ('registered', 'kei') then
    perform private.refuse(400, 'invalid_value', '{"field": "vehicle_kind"}');
  end if;
end $$;

-- A whole month may be asked for while it runs: it ends yesterday.
create function private.report_end(p_to date) returns date
language sql stable set search_path = '' as $$
  select case when p_to = (private.month_of(private.today()) + interval '1 month' - interval '1 day')::date then least(p_to, private.today() - 1) else p_to end
$$;

-- 備考 of a fee that was paid under another number (domain §4.5).
create function private.paid_under(p_fee_kind text, p_acceptance_no text) returns text
language sql immutable set search_path = '' as $$
  select '受付番号' || p_acceptance_no || 'にて' || case p_fee_kind when 'inspection' then '検査手数料' else '技術情報管理手数料' end || 'は納付済'
$$;
grant execute on function private.report_end(date), private.paid_under(text, text) to authenticated;

-- 備考: the number a fee was paid under when 再申請 gave the case another (domain §4.5).
create function private.fee_remarks(p_application_ids bigint[]) returns table (application_id bigint, remark text)
language sql stable security definer set search_path = '' as $$
  select l.application_id, string_agg(private.paid_under(l.fee_kind, l.paid_acceptance_no), '、' order by l.fee_kind)
  from public.advance_ledger l
  where l.application_id = any (p_application_ids) and l.paid_acceptance_no <> l.acceptance_no
  group by l.application_id
$$;
comment on function private.fee_remarks(bigint[]) is 'Definer: 明細 tells it to everyone who sees the case; advances are listed by few.';

-- Names of workshops and their companies, for rows of cases the caller sees.
create function private.places(p_site_ids bigint[])
returns table (site_id bigint, site_code text, site_name text, requester_code text, requester_name text, ainas_org_id text)
language sql stable security definer set search_path = '' as $$
  select s.id, s.code, s.name, r.code, r.name, r.ainas_org_id
  from public.sites s join public.requesters r on r.id = s.requester_id where s.id = any (p_site_ids)
$$;
comment on function private.places(bigint[]) is 'Definer: who sees a case sees its places; their policies would be asked row by row.';
grant execute on function private.require_period(date, date), private.fee_remarks(bigint[]), private.places(bigint[]),
  private.report_heading(bigint, bigint), private.require_report_reader(text) to authenticated;

-- p_page_size: at most so many rows, after the key p_after that the page before named in `next`.
create function public.report_fee_details(p_from date, p_to date, p_vehicle_kind text default null, p_requester_id bigint default null,
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

  -- EXECUTE: planned with the values, so that each scope meets its index
  if p_after is null then
    execute $q$
      select count(*) from (
        select from public.applications a
        where a.procedure_completed_on between $1 and $2
          and ($3 is null or a.vehicle_kind = $3) and ($4 is null or a.requester_id = $4)
          and ($5 is null or a.agent_branch_id = $5) and ($6 is null or a.site_id = $6)
        limit $7 + 1) x
    $q$ into v_count using p_from, v_to, p_vehicle_kind, v_requester, v_branch, v_site, p_max_rows;
    if v_count > p_max_rows then
      perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
    end if;
  end if;

  execute $q$
    with c as materialized (
      select a.*
      from public.applications a
      where a.procedure_completed_on between $1 and $2
        and ($3 is null or a.vehicle_kind = $3) and ($4 is null or a.requester_id = $4)
        and ($5 is null or a.agent_branch_id = $5) and ($6 is null or a.site_id = $6)
        and ($7 is null or (a.procedure_completed_on, a.id) > ($7, $8))
      order by a.procedure_completed_on, a.id
      limit $9
    ), fee as (
      select f.application_id,
        max(f.amount) filter (where f.fee_kind = 'inspection') as inspection, max(f.paid_on) filter (where f.fee_kind = 'inspection') as inspection_on,
        max(f.amount) filter (where f.fee_kind = 'tech_info') as tech, max(f.paid_on) filter (where f.fee_kind = 'tech_info') as tech_on,
        max(f.amount) filter (where f.fee_kind = 'weight_tax') as tax, max(f.paid_on) filter (where f.fee_kind = 'weight_tax') as tax_on
      from public.fee_payments f
      where f.application_id = any (array(select c.id from c)) and f.status <> 'waived'
        and ($4 is null or f.requester_id = $4) and ($5 is null or f.agent_branch_id = $5) and ($6 is null or f.site_id = $6)
      group by f.application_id
    )
    select json_agg(json_build_array(
      p.ainas_org_id, p.requester_name, p.site_code, p.site_name, c.vehicle_kind, c.chassis_no,
      coalesce(nullif(concat_ws('-', nullif(c.plate_area, ''), nullif(c.plate_class, ''), nullif(c.plate_kana, ''), nullif(c.plate_number, '')), ''), c.plate_raw),
      c.requested_at, fee.inspection, fee.inspection_on, fee.tech, fee.tech_on, c.procedure_completed_on, fee.tax, fee.tax_on,
      c.application_no, c.acceptance_no,
      case when c.filing_status = 'completed' then fs.label_ja else coalesce(c.oss_status_label, os.label_ja) end,
      m.remark, p.requester_code)
      order by p.requester_code, p.site_code, c.procedure_completed_on, c.id),
      (select jsonb_build_object('day', l.procedure_completed_on, 'id', l.id) from c l order by l.procedure_completed_on, l.id offset $9 - 1 limit case when $9 is null then 0 else 1 end)
    from c
    join private.places(array(select distinct c.site_id from c)) p using (site_id)
    left join fee on fee.application_id = c.id
    left join private.fee_remarks(array(select c.id from c)) m on m.application_id = c.id
    left join public.filing_statuses fs on fs.code = c.filing_status and fs.vehicle_kind = c.vehicle_kind
    left join public.oss_statuses os on os.code = c.oss_status and os.vehicle_kind = c.vehicle_kind
  $q$ into v_rows, v_last using p_from, v_to, p_vehicle_kind, v_requester, v_branch, v_site,
    (p_after ->> 'day')::date, (p_after ->> 'id')::bigint, p_page_size;

  return json_build_object(
    'heading', private.report_heading(v_requester, v_branch), 'from', p_from, 'to', v_to, 'row_count', v_count, 'next', v_last,
    'columns', array['ainas_org_id', 'requester_name', 'site_code', 'site_name', 'vehicle_kind', 'chassis_no', 'plate', 'requested_at',
      'inspection_fee_amount', 'inspection_fee_paid_on', 'tech_fee_amount', 'tech_fee_paid_on', 'procedure_completed_on', 'weight_tax_amount',
      'weight_tax_paid_on', 'application_no', 'acceptance_no', 'status_label', 'remark', 'requester_code'],
    'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_fee_details(date, date, text, bigint, bigint, int, int, jsonb) is
  '明細 of the cases whose OSS手続完了日 lies in the period, within the caller''s scope: { heading, from, to, row_count (of all pages, on the first), columns, rows,
next } with the keys of src/domain/reports/feeDetails.ts. p_branch_id is the agent branch. Refused: 400 period_required, period_reversed,
period_too_old, period_not_over; 413 too_many_rows.';
grant execute on function public.report_fee_details(date, date, text, bigint, bigint, int, int, jsonb) to authenticated;
alter function public.report_fee_details(date, date, text, bigint, bigint, int, int, jsonb) set statement_timeout = '60s';
