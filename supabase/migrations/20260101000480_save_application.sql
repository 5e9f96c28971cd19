-- 依頼データ 初期登録 and 更新: drafts are written here and nowhere else.

-- As whom the caller may write a draft of a site: submitter and preparer of the company, or the branch of the site's area.
create function private.may_draft(p_site public.sites) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(case
    when m.role in ('submitter', 'preparer') then m.requester_id = (p_site).requester_id and (m.site_id is null or m.site_id = (p_site).id)
    when m.role in ('branch_admin', 'branch_staff') then m.branch_id = (p_site).branch_id
    else m.role = 'hq_admin' end, false)
  from private.me() m
$$;
comment on function private.may_draft(public.sites) is 'Definer: as the scope functions.';

create function private.save_vehicle_user(p_case public.applications, p_user jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.application_vehicle_users as u
    (application_id, agent_branch_id, requester_id, site_id, ownership, name, representative, address_1, address_2)
  select (p_case).id, (p_case).agent_branch_id, (p_case).requester_id, (p_case).site_id,
    p_user ->> 'ownership', p_user ->> 'name', p_user ->> 'representative', p_user ->> 'address_1', p_user ->> 'address_2'
  on conflict (application_id) do update set ownership = excluded.ownership, name = excluded.name,
    representative = excluded.representative, address_1 = excluded.address_1, address_2 = excluded.address_2, updated_at = private.now()
$$;
comment on function private.save_vehicle_user(public.applications, jsonb) is 'Definer: personal data has no write grant.';

create function private.write_own_event(p_event text, p_case public.applications, p_source text, p_details jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, to_filing_status, actor_id, actor_name, actor_role, on_behalf, source, details)
  select (p_case).id, (p_case).agent_branch_id, (p_case).home_branch_id, (p_case).requester_id, (p_case).site_id, (p_case).vehicle_kind, p_event,
    case when p_event <> 'create' then 'draft' end, 'draft', m.user_id, m.display_name, m.role, m.role = 'hq_admin', p_source, p_details
  from private.me() m
$$;
comment on function private.write_own_event(text, public.applications, text, jsonb) is 'Definer: nobody inserts history by hand.';

create function private.create_application(p jsonb, p_source text) returns public.applications
language plpgsql security definer set search_path = '' as $$
declare
  v_site public.sites;
  v public.applications;
begin
  select * into v_site from public.sites s where s.id = (p ->> 'site_id')::bigint;
  if v_site.id is null or not private.may_draft(v_site) then
    perform private.refuse(403, 'not_allowed');
  elsif v_site.status = 'closed' then
    perform private.refuse(409, 'site_is_closed');
  end if;
  v := jsonb_populate_record(null::public.applications, p);
  with fresh as (
    insert into public.applications (vehicle_kind, source, agent_branch_id, home_branch_id, requester_id, site_id, created_by, application_no,
      plate_area, plate_class, plate_kana, plate_number, chassis_no, small_plate, no_plate_class, re_stamped)
    select v.vehicle_kind, p_source, v_site.branch_id, r.branch_id, r.id, v_site.id, (select auth.uid()), private.issue_application_no(),
      v.plate_area, v.plate_class, v.plate_kana, v.plate_number, v.chassis_no,
      coalesce(v.small_plate, false), coalesce(v.no_plate_class, false), coalesce(v.re_stamped, false)
    from public.requesters r where r.id = v_site.requester_id
    returning *
  ), written as (
    select private.write_own_event('create', f, p_source, '{}') from fresh f
  )
  select f.* into v from fresh f cross join written;
  return v;
end $$;
comment on function private.create_application(jsonb, text) is 'Definer: applications have no insert grant. 代理人 is always the branch of the site''s area (domain §2.5).';

-- A draft the caller may write, locked, in the version that was read; else the refusal that says why not.
create function private.own_draft(p_id bigint, p_version int) returns public.applications
language plpgsql security definer set search_path = '' as $$
declare
  v public.applications;
begin
  select * into v from public.applications a where a.id = p_id for update;
  if v.id is null or not private.sees_case(private.me(), v) then
    perform private.refuse(404, 'not_found');
  elsif not private.may_draft((select s from public.sites s where s.id = v.site_id)) then
    perform private.refuse(403, 'not_allowed');
  elsif v.filing_status <> 'draft' then
    perform private.refuse(409, 'not_a_draft');
  elsif v.version is distinct from p_version then
    perform private.refuse(409, 'stale_version', (select jsonb_build_object('event', e.event, 'actor_name', e.actor_name, 'at', e.created_at)
      from public.application_events e where e.application_id = v.id order by e.id desc limit 1));
  end if;
  return v;
end $$;
comment on function private.own_draft(bigint, int) is 'Definer: applications have no update grant; it judges the caller itself.';

-- p: {id, version, changed fields…, user: {…}}; without id a new draft. Initial fields are fixed from the first save on.
create function private.save_application(p jsonb, p_source text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_initial text[] := '{vehicle_kind,site_id,plate_area,plate_class,plate_kana,plate_number,chassis_no,small_plate,no_plate_class,re_stamped}';
  v_editable text[] := '{cashless,inspection_fee_waived,tech_fee_waived,certificate_period,shortening_allowed,parking_fine_receipt,planned_on,receipt_by,update_method,record_agent_no,certificate_no,account_ref,option_code,custom_1,custom_2,custom_3,custom_4,custom_5,memo,inspection_expires_on,inspected_on,liability_ends_on,hotekisho_ready,liability_ready,mandate_kind,mandate_on}';
  v_changes jsonb;
  v public.applications;
begin
  perform private.refuse_other_fields(p, v_initial || v_editable || '{user}');
  if p -> 'id' is null then
    v := private.create_application(p, p_source);
  else
    v := private.own_draft((p ->> 'id')::bigint, (p ->> 'version')::int);
    if exists (select from jsonb_each(p) f where f.key = any (v_initial) and f.value is distinct from to_jsonb(v) -> f.key) then
      perform private.refuse(403, 'initial_fields_locked');
    end if;
  end if;
  v_changes := (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(p) f where f.key = any (v_editable));
  if v_changes <> '{}' then
    perform private.update_row('applications', v_changes || jsonb_build_object('id', v.id, 'version', v.version));
  end if;
  if p ? 'user' then
    perform private.save_vehicle_user(v, p -> 'user');
  end if;
  if p -> 'id' is not null then
    -- the log says which fields changed, never what they hold: memo and 使用者 are personal
    perform private.write_own_event('edit', v, p_source, jsonb_build_object('fields',
      (select coalesce(jsonb_agg(k), '[]') from jsonb_object_keys(p - 'id' - 'version') k)));
    -- what was to be sent by itself is not what is there now
    if v.held_until is not null then
      perform private.write_own_event('unhold', v, p_source, '{}');
    end if;
  end if;
  update public.applications a set
    held_until = null, held_by = null, hold_problem = null,
    hotekisho_checked_on = case when a.hotekisho_ready then coalesce(a.hotekisho_checked_on, private.today()) end,
    liability_checked_on = case when a.liability_ready then coalesce(a.liability_checked_on, private.today()) end,
    -- 使用者 lies in a table of its own; who changes only that changes the draft all the same
    version = a.version + (p -> 'id' is not null and v_changes = '{}')::int,
    requester_updated_at = case when private.my_company() is not null then private.now() else a.requester_updated_at end,
    agent_updated_at = case when private.my_company() is null then private.now() else a.agent_updated_at end
  where a.id = v.id returning * into v;
  return to_jsonb(v);
end $$;
comment on function private.save_application(jsonb, text) is 'Definer: applications have no update grant; it judges the caller itself.';

create function private.delete_application(p_id bigint, p_version int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v public.applications := private.own_draft(p_id, p_version);
begin
  delete from public.applications a where a.id = p_id;
  perform private.write_audit('applications', v.request_no, 'delete', v.agent_branch_id, jsonb_build_object('request_no', v.request_no), null);
end $$;
comment on function private.delete_application(bigint, int) is 'Definer: as save_application. Only 依頼前 can be deleted (domain A3).';

create function public.save_application(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.save_application(p, 'screen') $$;
comment on function public.save_application(jsonb) is 'Creates or changes a draft (依頼前). Fields are the columns; 使用者 goes in user: {ownership, name, representative, address_1, address_2}.';
create function public.delete_application(p_id bigint, p_version int) returns void
language sql set search_path = '' as $$ select private.delete_application(p_id, p_version) $$;
comment on function public.delete_application(bigint, int) is 'Deletes a draft (依頼前).';
grant execute on function private.save_application(jsonb, text), private.delete_application(bigint, int),
  public.save_application(jsonb), public.delete_application(bigint, int) to authenticated;

-- 使用者 for head office: only with a reason, and the reading is logged (D-8b).
create function private.read_vehicle_user(p_application_id bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.application_vehicle_users;
begin
  if not private.has_role('hq_admin') then
    perform private.refuse(403, 'not_allowed');
  elsif coalesce(btrim(p_reason), '') = '' then
    perform private.refuse(400, 'reason_required');
  end if;
  select * into v from public.application_vehicle_users u where u.application_id = p_application_id;
  perform private.write_audit('application_vehicle_users', p_application_id::text, 'read', v.agent_branch_id, null, jsonb_build_object('reason', p_reason));
  return to_jsonb(v) - 'name_key';
end $$;
comment on function private.read_vehicle_user(bigint, text) is 'Definer: the policy shows head office no 使用者; this way leaves a trace.';
create function public.read_vehicle_user(p_application_id bigint, p_reason text) returns jsonb
language sql set search_path = '' as $$ select private.read_vehicle_user(p_application_id, p_reason) $$;
comment on function public.read_vehicle_user(bigint, text) is '使用者 of a case for 本部管理者, with a reason that is logged.';
grant execute on function private.read_vehicle_user(bigint, text), public.read_vehicle_user(bigint, text) to authenticated;

-- A site with open cases cannot be closed (D-8a).
create function private.on_site_closing() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.applications a where a.site_id = new.id and a.outcome = 'open') then
    perform private.refuse(409, 'site_has_open_cases');
  end if;
  return new;
end $$;
comment on function private.on_site_closing() is 'Definer: counts cases the caller may not list.';
create trigger on_site_closing before update on public.sites
  for each row when (new.status = 'closed' and old.status <> 'closed') execute function private.on_site_closing();
