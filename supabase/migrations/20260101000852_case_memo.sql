-- メモ更新: the note to the agent may be changed as long as the case is kept, also after filing (domain §2.7).

-- The submitter and the preparer of the company, within their scope, and the agent.
create function private.may_note(p_member public.members, p_case public.applications) returns boolean
language sql immutable set search_path = '' as $$
  select 'agent' = any (private.actor_kinds(p_member, p_case))
    or coalesce((p_member).role in ('submitter', 'preparer') and private.works_for(p_member, p_case), false)
$$;

create function private.save_memo(p_application_id bigint, p_version int, p_memo text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_memo text := nullif(btrim(coalesce(p_memo, ''), E' \u3000\t\r\n'), '');
  v public.applications;
begin
  select * into v from public.applications a where a.id = p_application_id for update;
  if v.id is null or not private.sees_case(v_me, v) then
    perform private.refuse(404, 'not_found');
  elsif not private.may_note(v_me, v) then
    perform private.refuse(403, 'not_allowed');
  elsif char_length(v_memo) > 1000 then
    perform private.refuse(400, 'too_long', jsonb_build_object('field', 'memo', 'max', 1000));
  elsif v.version is distinct from p_version then
    perform private.refuse(409, 'stale_version', (select jsonb_build_object('event', e.event, 'actor_name', e.actor_name, 'at', e.created_at)
      from public.application_events e where e.application_id = v.id order by e.id desc limit 1));
  end if;
  -- what it held and holds is personal: the line says only that it was changed
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, on_behalf, source)
  values (v.id, v.agent_branch_id, v.home_branch_id, v.requester_id, v.site_id, v.vehicle_kind, 'memo',
    v.filing_status, v.oss_status, v.filing_status, v.oss_status, v_me.user_id, v_me.display_name, v_me.role, v_me.role = 'hq_admin', 'screen');
  update public.applications a set memo = v_memo, version = a.version + 1,
    requester_updated_at = case when v_me.requester_id is not null then private.now() else a.requester_updated_at end,
    agent_updated_at = case when v_me.requester_id is null then private.now() else a.agent_updated_at end
  where a.id = v.id returning * into v;
  return jsonb_build_object('id', v.id, 'version', v.version);
end $$;
comment on function private.save_memo(bigint, int, text) is 'Definer: applications have no update grant; it judges the caller by private.me().';

create function public.save_memo(p_application_id bigint, p_version int, p_memo text) returns jsonb
language sql set search_path = '' as $$ select private.save_memo(p_application_id, p_version, p_memo) $$;
comment on function public.save_memo(bigint, int, text) is 'メモ更新 of a case in any status, with the version that was read. Answer: {id, version}.';
grant execute on function private.save_memo(bigint, int, text), public.save_memo(bigint, int, text) to authenticated;
