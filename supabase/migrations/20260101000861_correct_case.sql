-- What a card's answer, or whoever files a case again, puts right in it: the fields that 初期登録 has not fixed.

-- Writes values of private.card_fields() into a case in the version that was read, with a line that names the fields, never what
-- they hold: 使用者 is personal. Refusals: stale_version.
create function private.put_case_values(p_case public.applications, p_version int, p_values jsonb, p_details jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_user jsonb;
  v_facts jsonb;
begin
  select jsonb_object_agg(v.key, v.value) filter (where c.is_user), jsonb_object_agg(v.key, v.value) filter (where not c.is_user)
  into v_user, v_facts from jsonb_each(p_values) v join private.card_fields() c on c.field = v.key;
  -- a number of the former 更新区分 is not sent (domain §2.8)
  if v_facts ->> 'update_method' not in ('agent_specific', 'requester_specific') then
    v_facts := v_facts || '{"record_agent_no": null}';
  end if;
  perform private.update_row('applications', coalesce(v_facts, '{}') || jsonb_build_object('id', p_case.id, 'version', p_version));
  if v_user is not null then
    perform private.save_vehicle_user(p_case, coalesce((select to_jsonb(u) from public.application_vehicle_users u where u.application_id = p_case.id), '{}') || v_user);
  end if;
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, on_behalf, source, details)
  values (p_case.id, p_case.agent_branch_id, p_case.home_branch_id, p_case.requester_id, p_case.site_id, p_case.vehicle_kind, 'edit',
    p_case.filing_status, p_case.oss_status, p_case.filing_status, p_case.oss_status, v_me.user_id, v_me.display_name, v_me.role, v_me.role = 'hq_admin', 'screen',
    p_details || jsonb_build_object('fields', (select jsonb_agg(k) from jsonb_object_keys(p_values) k)));
  update public.applications a set agent_updated_at = case when v_me.requester_id is null then private.now() else a.agent_updated_at end,
    requester_updated_at = case when v_me.requester_id is null then a.requester_updated_at else private.now() end
  where a.id = p_case.id;
end $$;
comment on function private.put_case_values(public.applications, int, jsonb, jsonb) is 'Definer: cases, 使用者 and history have no write grant; its callers judge.';

-- 再申請 with corrected data (domain A18, B18): whoever may file a case again puts right what was wrong, without a card. Plate and 車台番号
-- stay. Answers {id, version}. Refusals: not_found, not_allowed, wrong_status (not to be filed again), invalid_value, value_required, stale_version.
create function private.correct_case(p_id bigint, p_version int, p_values jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_case public.applications;
begin
  select * into v_case from public.applications a where a.id = p_id for update;
  if v_case.id is null or not private.sees_case(v_me, v_case) then
    perform private.refuse(404, 'not_found');
  elsif not private.actor_kinds(v_me, v_case) && '{agent,submitter}' then
    perform private.refuse(403, 'not_allowed');
  elsif not 'refile' = any (private.available_events(v_case)) then
    perform private.refuse(409, 'wrong_status', jsonb_build_object('filing_status', v_case.filing_status, 'oss_status', v_case.oss_status));
  elsif coalesce(p_values, '{}') = '{}' or jsonb_typeof(p_values) <> 'object' then
    perform private.refuse(400, 'value_required', '{"field": "values"}');
  elsif private.card_value_problem(array(select c.field from private.card_fields() c), p_values) is not null then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', private.card_value_problem(array(select c.field from private.card_fields() c), p_values)));
  elsif coalesce(p_values ->> 'update_method', v_case.update_method) in ('agent_specific', 'requester_specific') and coalesce(p_values ->> 'record_agent_no', v_case.record_agent_no) is null then
    perform private.refuse(400, 'value_required', '{"field": "record_agent_no"}');
  end if;
  perform private.put_case_values(v_case, p_version, p_values, '{}');
  return (select jsonb_build_object('id', a.id, 'version', a.version) from public.applications a where a.id = p_id);
end $$;
comment on function private.correct_case(bigint, int, jsonb) is 'Definer: cases have no update grant; it judges the caller itself.';

create function public.correct_case(p_id bigint, p_version int, p_values jsonb) returns jsonb
language sql set search_path = '' as $$ select private.correct_case(p_id, p_version, p_values) $$;
comment on function public.correct_case(bigint, int, jsonb) is 'Corrects a case that the caller may file again (再申請), in the version that was read: 使用者, 更新区分, 委託番号 and the like; never plate or 車台番号. Answer: {id, version}.';
grant execute on function private.correct_case(bigint, int, jsonb), public.correct_case(bigint, int, jsonb) to authenticated;
