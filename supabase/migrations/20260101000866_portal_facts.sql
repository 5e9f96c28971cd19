-- Facts of the portal that the branch types in where it stands, between two files of AINAS (domain §2.10): お知らせ, raw texts and
-- 納付期限. 受付番号 comes with the event `accept`, dates of payment with theirs.

-- p: {id, version, filing_office?, oss_status_raw?, resume_status_raw?, message_flag?, notice_flag?, due_notice_flag?, hotekisho_obtained?,
-- liability_obtained?, review_requested_at?, issue_ready_on?, record_agent_name?, issue_judgement?, inspection_fee_waived?, tech_fee_waived? (登録車, before 受付), due_on?: {fee_kind: day or null}}.
-- Refusals: those of contact_cases; wrong_status (not filed yet), field_not_allowed, invalid_value, invalid_date, fee_not_due, stale_version.
create function private.save_portal_facts(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_case public.applications;
  v_facts jsonb := p - 'due_on';
  v_due jsonb := coalesce(p -> 'due_on', '{}');
  v_fee record;
begin
  perform private.refuse_other_fields(p, '{filing_office,oss_status_raw,resume_status_raw,message_flag,notice_flag,due_notice_flag,hotekisho_obtained,liability_obtained,review_requested_at,issue_ready_on,record_agent_name,issue_judgement,inspection_fee_waived,tech_fee_waived,due_on}');
  select c.* into v_case from private.contact_cases(jsonb_build_array(p -> 'id')) c;
  if v_case.filing_status in ('draft', 'requested') then
    perform private.refuse(409, 'wrong_status');
  -- after 受付 the fees stand, and after 再申請 those that were paid; a 公用車 of 軽 is not filed at all (domain §8.4)
  elsif p ?| '{inspection_fee_waived,tech_fee_waived}' and (v_case.oss_status is distinct from 'receiving' or v_case.vehicle_kind = 'kei'
    or exists (select from public.fee_payments f where f.application_id = v_case.id and f.status = 'paid')) then
    perform private.refuse(409, 'wrong_status');
  elsif exists (select from jsonb_each(v_facts) f where f.key in ('filing_office', 'oss_status_raw', 'resume_status_raw', 'record_agent_name', 'issue_judgement') and char_length(f.value #>> '{}') > 100) then
    perform private.refuse(400, 'too_long', '{"max": 100}');
  elsif not coalesce(v_facts ->> 'issue_ready_on' ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(v_facts ->> 'issue_ready_on', 'date'), true) then
    perform private.refuse(400, 'invalid_date', '{"field": "issue_ready_on"}');
  elsif not coalesce(v_facts ->> 'review_requested_at' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d' and pg_input_is_valid(v_facts ->> 'review_requested_at', 'timestamptz'), true) then
    perform private.refuse(400, 'invalid_date', '{"field": "review_requested_at"}');
  end if;
  perform from public.applications a where a.id = v_case.id for update;
  for v_fee in select d.key, d.value #>> '{}' as day from jsonb_each(v_due) d loop
    if v_fee.day is not null and not (v_fee.day ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(v_fee.day, 'date')) then
      perform private.refuse(400, 'invalid_date', '{"field": "due_on"}');
    end if;
    update public.fee_payments f set due_on = v_fee.day::date where f.application_id = v_case.id and f.fee_kind = v_fee.key and f.status in ('due', 'failed');
    if not found then
      perform private.refuse(409, 'fee_not_due', jsonb_build_object('field', v_fee.key));
    end if;
  end loop;
  perform private.update_row('applications', v_facts);
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, on_behalf, source, details)
  values (v_case.id, v_case.agent_branch_id, v_case.home_branch_id, v_case.requester_id, v_case.site_id, v_case.vehicle_kind, 'edit',
    v_case.filing_status, v_case.oss_status, v_case.filing_status, v_case.oss_status, v_me.user_id, v_me.display_name, v_me.role, v_me.role = 'hq_admin', 'screen',
    jsonb_build_object('fields', (select jsonb_agg(k) from jsonb_object_keys(p - 'id' - 'version') k), 'due_on', v_due));
  update public.applications a set agent_updated_at = private.now() where a.id = v_case.id;
  return jsonb_build_object('id', v_case.id, 'version', (p ->> 'version')::int + 1);
end $$;
comment on function private.save_portal_facts(jsonb) is 'Definer: cases and fees have no write grant; contact_cases judges the caller.';
create function public.save_portal_facts(p jsonb) returns jsonb language sql set search_path = '' as $$ select private.save_portal_facts(p) $$;
comment on function public.save_portal_facts(jsonb) is
  'Facts of the portal of one filed case, by its agent: {id, version, filing_office, oss_status_raw, resume_status_raw, message_flag, notice_flag, due_notice_flag, hotekisho_obtained, liability_obtained, review_requested_at, issue_ready_on, record_agent_name, issue_judgement, inspection_fee_waived, tech_fee_waived, due_on: {fee_kind: day}}.';
grant execute on function private.save_portal_facts(jsonb), public.save_portal_facts(jsonb) to authenticated;
