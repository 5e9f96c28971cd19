-- 申請データ from AINAS, part 3: advances, and the run itself.

-- 立替 of paid fees that head office advances (domain §4.2): one per fee kind and paid 受付番号, which is the former number after 再申請
-- (§4.5). A row already there follows the case's number; its date and amount only until a payee's line or a bill holds it (D-24).
create function private.put_import_advances(p_cases bigint[]) returns void
language sql security definer set search_path = '' as $$
  with paid as materialized (
    select a.id, a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, f.fee_kind, f.paid_on,
      coalesce(f.amount, private.fee_price(a.vehicle_kind, f.fee_kind, f.paid_on)) as amount,
      coalesce(a.acceptance_no, a.previous_acceptance_no) as acceptance_no, coalesce(a.previous_acceptance_no, a.acceptance_no) as paid_acceptance_no
    from unnest(p_cases) c (id)
    join public.applications a on a.id = c.id
    join public.fee_payments f on f.application_id = a.id and f.status = 'paid' and (f.fee_kind = 'tech_info' or (f.fee_kind = 'inspection' and a.vehicle_kind = 'kei'))
    where not a.cashless and not a.needs_review and num_nonnulls(a.acceptance_no, a.previous_acceptance_no) > 0
  ), followed as (
    update public.advance_ledger l set acceptance_no = p.acceptance_no,
      advanced_on = case when l.matched_line_id is null and l.billing_month is null then p.paid_on else l.advanced_on end,
      amount = case when l.matched_line_id is null and l.billing_month is null and p.amount > 0 then p.amount else l.amount end
    from paid p where l.application_id = p.id and l.fee_kind = p.fee_kind
  )
  insert into public.advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id,
    acceptance_no, paid_acceptance_no, advanced_on, amount)
  select p.id, p.fee_kind, p.vehicle_kind, p.agent_branch_id, p.home_branch_id, p.requester_id, p.site_id,
    p.acceptance_no, p.paid_acceptance_no, p.paid_on, p.amount
  from paid p where p.amount > 0
  on conflict do nothing
$$;
comment on function private.put_import_advances(bigint[]) is 'Definer: nobody writes advances by hand.';

-- What people should look at although the row was taken.
create function private.ainas_warnings(p_import_id bigint) returns setof private.import_result
language sql stable security definer set search_path = '' as $$
  select w.line, 'warning', v.field, v.value, v.code
  from private.ainas_rows w
  left join public.applications a on a.id = w.case_id
  cross join lateral (values
    ('filing_status_label', (w.f).filing_status_label, 'unknown_status', w.filing_status = 'unknown' and w.duplicate_of is null),
    ('oss_status_label', (w.f).oss_status_label, 'unknown_status', w.oss_status = 'unknown' and w.duplicate_of is null),
    ('cashless', '有', 'not_for_kei', (w.f).cashless and (w.f).vehicle_kind = 'kei' and w.duplicate_of is null),
    ('application_no', (w.f).application_no, 'superseded_in_file', w.superseded),
    ('application_no', (w.f).application_no, 'needs_review', w.duplicate_of is null and a.needs_review),
    ('completed_on', '', 'completed_without_date', w.duplicate_of is null and a.filing_status = 'completed' and a.completed_on is null)
  ) v (field, value, code, holds)
  where w.import_id = p_import_id and w.problem is null and v.holds
  union all
  -- paid here, but the money of this 受付番号 already stands with another case
  select w.line, 'warning', 'acceptance_no', a.acceptance_no, 'advance_exists'
  from private.ainas_rows w
  join public.applications a on a.id = w.case_id
  join public.fee_payments f on f.application_id = a.id and f.status = 'paid' and f.fee_kind in ('inspection', 'tech_info')
  join public.advance_ledger l on l.fee_kind = f.fee_kind and l.paid_acceptance_no = coalesce(a.previous_acceptance_no, a.acceptance_no)
  where w.import_id = p_import_id and w.result in ('inserted', 'updated') and not a.needs_review and l.application_id <> a.id
    and not exists (select from public.advance_ledger o where o.application_id = a.id and o.fee_kind = f.fee_kind)
$$;
comment on function private.ainas_warnings(bigint) is 'Definer: as the run it reports on.';

create function private.import_ainas(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  perform private.read_ainas(p_import_id);
  analyze private.ainas_rows (import_id, line, case_id, problem, duplicate_of, result);
  perform private.match_ainas_by_number(p_import_id);
  perform private.match_ainas_unnumbered(p_import_id);
  perform from public.applications a where a.id in (select w.case_id from private.ainas_rows w where w.import_id = p_import_id) order by a.id for update;
  perform private.insert_ainas_cases(p_import_id);
  perform private.put_ainas_fees(p_import_id);
  perform private.update_ainas_cases(p_import_id);
  perform private.move_ainas_cases(p_import_id);
  perform private.put_import_advances(array(
    select w.case_id from private.ainas_rows w where w.import_id = p_import_id and w.result in ('inserted', 'updated')));
  return query
    select w.line, case when w.problem is not null then 'rejected' else coalesce(w.result, 'unchanged') end, w.problem_field,
      to_jsonb(w.f) ->> w.problem_field, w.problem
    from private.ainas_rows w where w.import_id = p_import_id
    union all
    select * from private.ainas_warnings(p_import_id);
  delete from private.ainas_rows w where w.import_id = p_import_id;
end $$;
comment on function private.import_ainas(bigint) is 'Definer: writes cases, history, fees and advances, which have no grants; callers were judged by require_importer.';
