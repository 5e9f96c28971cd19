-- 要確認: a row of AINAS for which several of our cases could have been meant (D-15b). A person looks and decides that it
-- is a case of its own; until then it is billed to nobody.

-- Settles 要確認 of one case: its usage is billed and its payments become advances. Answers {id, version}.
-- Refusals: not_found, not_allowed, stale_version, wrong_status (not 要確認), value_required (note).
create function private.settle_review(p_id bigint, p_version int, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_case public.applications;
begin
  perform private.share_billing_lock();
  select * into v_case from public.applications a where a.id = p_id for update;
  if v_case.id is null or not private.sees_case(v_me, v_case) then
    perform private.refuse(404, 'not_found');
  elsif not 'agent' = any (private.actor_kinds(v_me, v_case)) then
    perform private.refuse(403, 'not_allowed');
  elsif v_case.version is distinct from p_version then
    perform private.refuse(409, 'stale_version', jsonb_build_object('version', v_case.version));
  elsif not v_case.needs_review then
    perform private.refuse(409, 'wrong_status');
  elsif coalesce(btrim(p_note), '') = '' then
    perform private.refuse(400, 'value_required', '{"field": "note"}');
  end if;
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, on_behalf, source, note, details)
  values (v_case.id, v_case.agent_branch_id, v_case.home_branch_id, v_case.requester_id, v_case.site_id, v_case.vehicle_kind, 'edit',
    v_case.filing_status, v_case.oss_status, v_case.filing_status, v_case.oss_status, v_me.user_id, v_me.display_name, v_me.role,
    v_me.role = 'hq_admin', 'screen', btrim(p_note), '{"after": {"needs_review": false}, "before": {"needs_review": true}}');
  update public.applications a set needs_review = false, version = a.version + 1, agent_updated_at = private.now() where a.id = p_id;
  perform private.put_import_advances(array[p_id]);
  return jsonb_build_object('id', p_id, 'version', v_case.version + 1);
end $$;
comment on function private.settle_review(bigint, int, text) is 'Definer: cases, history and advances have no write grant; it judges the caller itself.';
create function public.settle_review(p_id bigint, p_version int, p_note text) returns jsonb
language sql set search_path = '' as $$ select private.settle_review(p_id, p_version, p_note) $$;
comment on function public.settle_review(bigint, int, text) is 'The agent settles 要確認 of an imported case: it is a case of its own and is billed (D-15b).';
grant execute on function private.settle_review(bigint, int, text), public.settle_review(bigint, int, text) to authenticated;
