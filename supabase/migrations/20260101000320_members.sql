-- People: profile of the caller, administration of others, passwords and lock-out (D-5 … D-9).
-- The members function pairs these with the Auth admin API.

create table private.password_history (
  user_id uuid not null references public.members on delete cascade,
  changed_at timestamptz not null default private.now(),
  hash text not null,
  primary key (user_id, changed_at)
);
comment on table private.password_history is 'Hashes of the last passwords: none of the last five may be taken again (D-6).';

-- Who signed in, also when the password must be changed before anything else can be seen.
create function private.my_profile() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', m.user_id, 'login_id', coalesce(regexp_replace(m.login_id, '^c(?=[0-9]{7})', 'C'), m.email), 'display_name', m.display_name, 'role', m.role,
    'branch', (select jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) from public.branches b
      where b.id = coalesce(m.branch_id, (select r.branch_id from public.requesters r where r.id = m.requester_id))),
    'requester', (select jsonb_build_object('id', r.id, 'code', r.code, 'name', r.name) from public.requesters r where r.id = m.requester_id),
    'site', (select jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) from public.sites s where s.id = m.site_id),
    'must_change_password', m.must_change_password or coalesce(m.password_expires_on < private.today(), false),
    'password_expires_on', m.password_expires_on,
    'second_factor', private.second_factor_state(m.user_id, m.role),
    'today', private.today(),
    'settings', (select jsonb_object_agg(s.key, s.value) from public.settings s
      where s.key in ('standalone', 'service_hours', 'two_person_approval', 'association_name', 'certificate_items')))
  from public.members m where m.user_id = (select auth.uid()) and m.disabled_at is null
$$;
comment on function private.my_profile() is 'Definer: a person who must change the password sees no row, but must learn just that.';
create function public.my_profile() returns jsonb language sql stable set search_path = '' as $$ select private.my_profile() $$;
comment on function public.my_profile() is 'The caller''s name, role, scope, the database''s today, and the settings the app needs; null for a disabled person.';

-- May the caller administer a person of this role and scope?
create function private.may_administer(p_role text, p_branch_id bigint, p_requester_id bigint, p_site_id bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(case private.my_role()
    when 'hq_admin' then true
    when 'branch_admin' then
      (p_role in ('branch_admin', 'branch_staff') and p_branch_id = private.my_branch())
      or (p_role = 'requester_admin' and p_requester_id = any (private.my_home_requesters()))
    when 'requester_admin' then p_requester_id = private.my_company() and p_role in ('requester_admin', 'site_admin', 'submitter', 'preparer')
    when 'site_admin' then p_requester_id = private.my_company() and p_site_id = private.my_site() and p_role in ('submitter', 'preparer')
  end, false)
$$;
comment on function private.may_administer(text, bigint, bigint, bigint) is 'Definer: as the scope functions.';

-- The person, or a refusal when the caller does not administer them. Nobody learns of people outside.
create function private.administered(p_user_id uuid) returns public.members
language plpgsql stable security definer set search_path = '' as $$
declare
  v public.members;
begin
  select * into v from public.members m where m.user_id = p_user_id;
  if v.user_id is null or not private.may_administer(v.role, v.branch_id, v.requester_id, v.site_id) then
    perform private.refuse(403, 'not_allowed');
  end if;
  return v;
end $$;
comment on function private.administered(uuid) is 'Definer: as may_administer.';

-- A sign-in name starts with the company or branch it belongs to (D-5).
create function private.check_login_id(p_member public.members) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_prefix text := coalesce(
    (select lower(r.code) from public.requesters r where r.id = (p_member).requester_id),
    (select b.code || '-' from public.branches b where b.id = (p_member).branch_id), '');
begin
  if (p_member).login_id is null then
    return;
  elsif (p_member).requester_id is not null then
    if (p_member).login_id !~ ('^' || v_prefix || '(-[0-9a-z]{1,32})?$') then
      perform private.refuse(400, 'invalid_login_id', jsonb_build_object('prefix', upper(v_prefix)));
    end if;
  elsif not starts_with((p_member).login_id, v_prefix) then
    perform private.refuse(400, 'invalid_login_id', jsonb_build_object('prefix', v_prefix));
  end if;
end $$;
comment on function private.check_login_id(public.members) is 'Definer: reads the directory.';

-- Checks a person before the Auth account is made. Answers the normalised row.
create function private.check_member(p jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v public.members;
begin
  v := jsonb_populate_record(null::public.members, p || jsonb_build_object('login_id', lower(p ->> 'login_id'), 'email', lower(p ->> 'email')));
  if not private.may_administer(v.role, v.branch_id, v.requester_id, v.site_id) then
    perform private.refuse(403, 'not_allowed');
  elsif num_nonnulls(v.login_id, v.email) <> 1 then
    perform private.refuse(400, 'one_sign_in_name');
  elsif exists (select from public.members m where m.user_id is distinct from v.user_id and (m.login_id = v.login_id or m.email = v.email)) then
    perform private.refuse(409, 'login_id_taken');
  end if;
  perform private.check_login_id(v);
  return to_jsonb(v);
end $$;
comment on function private.check_member(jsonb) is 'Definer: sign-in names are unique among all people.';

create function private.save_member(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_old public.members;
  v public.members;
begin
  select * into v_old from public.members m where m.user_id = (p ->> 'user_id')::uuid;
  if v_old.user_id is null then
    perform private.refuse_other_fields(p, '{user_id,login_id,email,display_name,role,branch_id,requester_id,site_id}');
    v := jsonb_populate_record(null::public.members, private.check_member(p));
    insert into public.members (user_id, login_id, email, display_name, role, branch_id, requester_id, site_id)
    values (v.user_id, v.login_id, v.email, v.display_name, v.role, v.branch_id, v.requester_id, v.site_id)
    returning * into v;
    return to_jsonb(v);
  end if;
  perform private.administered(v_old.user_id);
  perform private.refuse_other_fields(p, '{user_id,display_name,role,branch_id,requester_id,site_id}');
  v := jsonb_populate_record(v_old, p);
  perform private.check_member(to_jsonb(v));
  update public.members m set display_name = v.display_name, role = v.role, branch_id = v.branch_id, requester_id = v.requester_id,
    site_id = v.site_id, version = m.version + 1
  where m.user_id = v.user_id and m.version = (p ->> 'version')::int returning * into v;
  if not found then
    perform private.refuse_stale('members', v_old.user_id::text);
  end if;
  return to_jsonb(v);
end $$;
comment on function private.save_member(jsonb) is 'Definer: members has no write grant; it judges the caller itself.';

create function private.disable_member(p_user_id uuid, p_disabled boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.members := private.administered(p_user_id);
begin
  update public.members m set disabled_at = case when p_disabled then private.now() end, version = m.version + 1
  where m.user_id = p_user_id returning * into v;
  return to_jsonb(v);
end $$;
comment on function private.disable_member(uuid, boolean) is 'Definer: as save_member. Takes effect on the person''s next request (D-9).';

-- The person must choose a password before anything else; the Auth account gets the new initial one from the function.
create function private.reset_member(p_user_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.members := private.administered(p_user_id);
begin
  update public.members m set must_change_password = true, failed_attempts = 0, locked_until = null, version = m.version + 1
  where m.user_id = p_user_id returning * into v;
  perform private.write_audit('members', p_user_id::text, 'reset_password', v.branch_id, null, null);
  return to_jsonb(v);
end $$;
comment on function private.reset_member(uuid) is 'Definer: as save_member.';

-- A lost second factor: the function removes it from Auth. Nobody does it for himself: the factor would protect nothing.
create function private.reset_member_factor(p_user_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.members := private.administered(p_user_id);
begin
  if p_user_id = (select auth.uid()) then
    perform private.refuse(403, 'not_allowed');
  end if;
  perform private.write_audit('members', p_user_id::text, 'reset_factor', v.branch_id, null, null);
  return to_jsonb(v);
end $$;
comment on function private.reset_member_factor(uuid) is 'Definer: as save_member.';

create function private.delete_member(p_user_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.members := private.administered(p_user_id);
begin
  delete from public.members m where m.user_id = p_user_id;
  return to_jsonb(v);
end $$;
comment on function private.delete_member(uuid) is 'Definer: as save_member. History keeps the name.';

do $$
declare f text;
begin
  foreach f in array array['check_member(p jsonb)', 'save_member(p jsonb)', 'disable_member(p_user_id uuid, p_disabled boolean)',
    'reset_member(p_user_id uuid)', 'reset_member_factor(p_user_id uuid)', 'delete_member(p_user_id uuid)'] loop
    execute format('create function public.%s returns jsonb language sql set search_path = '''' as $f$ select private.%s $f$',
      f, regexp_replace(f, ' (jsonb|uuid|boolean)', '', 'g'));
    execute format('grant execute on function private.%1$s, public.%1$s to authenticated', f);
    execute format('comment on function public.%s is %L', f, 'Used by the members function, as the caller.');
  end loop;
end $$;

-- The last active administrator of head office, a branch or a company stays (D-8), whoever writes.
create function private.on_members_lost() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- nothing to do for the many updates (sign-ins) that take no administrator away
  if not exists (
    select from old_rows o
    where o.role in ('hq_admin', 'branch_admin', 'requester_admin') and o.disabled_at is null
      and not exists (
        select from public.members m
        where m.user_id = o.user_id and m.role = o.role and m.disabled_at is null
          and m.branch_id is not distinct from o.branch_id and m.requester_id is not distinct from o.requester_id)
  ) then
    return null;
  end if;
  -- two administrators removing each other must see each other
  perform pg_advisory_xact_lock(hashtext('members.last_administrator'));
  if exists (
    select from old_rows o
    where o.role in ('hq_admin', 'branch_admin', 'requester_admin') and o.disabled_at is null
      and not exists (
        select from public.members m
        where m.role = o.role and m.disabled_at is null
          and m.branch_id is not distinct from o.branch_id and m.requester_id is not distinct from o.requester_id)
  ) then
    perform private.refuse(409, 'last_administrator');
  end if;
  return null;
end $$;
comment on function private.on_members_lost() is 'Definer: counts administrators the caller may not list.';
create trigger on_members_updated_keep_one after update on public.members
  referencing old table as old_rows for each statement execute function private.on_members_lost();
create trigger on_members_deleted_keep_one after delete on public.members
  referencing old table as old_rows for each statement execute function private.on_members_lost();

-- Passwords. Called by the members function with the service key, after it has checked the current password.
create function private.password_used_before(p_user_id uuid, p_password text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from (select h.hash from private.password_history h where h.user_id = p_user_id order by h.changed_at desc limit 5) last
    where last.hash = extensions.crypt(p_password, last.hash))
$$;
comment on function private.password_used_before(uuid, text) is 'Definer: the hashes are readable to nobody.';

create function private.password_changed(p_user_id uuid, p_password text) returns void
language sql security definer set search_path = '' as $$
  insert into private.password_history (user_id, hash) values (p_user_id, extensions.crypt(p_password, extensions.gen_salt('bf', 8)));
  update public.members m set must_change_password = false, failed_attempts = 0, locked_until = null,
    password_expires_on = private.today() + (nullif(private.setting('password_valid_days'), 'null') #>> '{}')::int,
    version = m.version + 1
  where m.user_id = p_user_id
$$;
comment on function private.password_changed(uuid, text) is 'Definer: as password_used_before.';

create function public.password_used_before(p_user_id uuid, p_password text) returns boolean
language sql stable set search_path = '' as $$ select private.password_used_before(p_user_id, p_password) $$;
create function public.password_changed(p_user_id uuid, p_password text) returns void
language sql set search_path = '' as $$ select private.password_changed(p_user_id, p_password) $$;
comment on function public.password_used_before(uuid, text) is 'Service role only.';
comment on function public.password_changed(uuid, text) is 'Service role only.';
grant execute on function private.password_used_before(uuid, text), private.password_changed(uuid, text),
  public.password_used_before(uuid, text), public.password_changed(uuid, text) to service_role;

-- Auth hook "password verification attempt": locks after too many failures (D-6). A locked or
-- disabled account answers like a wrong password.
create function private.password_verification_attempt(event jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.members;
begin
  select * into v from public.members m where m.user_id = (event ->> 'user_id')::uuid for update;
  if v.locked_until > private.now() or v.disabled_at is not null then
    return '{"decision": "reject", "message": "Invalid login credentials", "should_logout_user": false}';
  elsif (event ->> 'valid')::boolean then
    update public.members m set failed_attempts = 0, locked_until = null where m.user_id = v.user_id and v.failed_attempts > 0;
  else
    update public.members m set
      failed_attempts = case when v.failed_attempts + 1 >= (private.setting('lock_after_failures'))::int then 0 else v.failed_attempts + 1 end,
      locked_until = case when v.failed_attempts + 1 >= (private.setting('lock_after_failures'))::int
        then private.now() + make_interval(mins => (private.setting('lock_minutes'))::int) end
    where m.user_id = v.user_id;
  end if;
  return '{"decision": "continue"}';
end $$;
comment on function private.password_verification_attempt(jsonb) is 'Definer: the Auth role that calls it may not read members.';
grant usage on schema private to supabase_auth_admin;
grant execute on function private.password_verification_attempt(jsonb) to supabase_auth_admin;
grant execute on function private.my_profile(), public.my_profile() to authenticated;
