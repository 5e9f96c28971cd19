-- 代理人情報: what the agent must hold to file (domain §6.5, F-16…F-18, F-26, F-29, F-37, F-39): certificates, the name 軽検協 hands
-- certificates to, the accounts of the portals, and their 到達番号パスワード, which the database only knows encrypted.

insert into public.settings (key, value, label_ja) values ('certificate_alert_days', '60', '代理人証明書の期限を何日前から知らせるか');

create table public.agent_certificates (
  id bigint generated always as identity primary key,
  branch_id bigint not null references public.branches,
  -- the only kind an exempt body may use (F-17)
  kind text collate "C" not null check (kind = 'commercial_registration'),
  holder text not null check (char_length(holder) between 1 and 100),
  serial_no text check (char_length(serial_no) between 1 and 60),
  starts_on date not null,
  ends_on date not null,
  revoked_on date,
  note text check (char_length(note) <= 400),
  version int not null default 1,
  created_at timestamptz not null default private.now(),
  unique (branch_id, starts_on),
  constraint agent_certificates_dates check (ends_on >= starts_on)
);
comment on table public.agent_certificates is '代理人証明書情報: facts of the certificates the agent files with; the certificates themselves never come here.';
comment on column public.agent_certificates.starts_on is '利用開始日: of several the one that started last before the day of filing is used (F-37).';
comment on column public.agent_certificates.revoked_on is '失効: from this JST day on it is not valid, whatever ends_on says (F-18).';

create table public.agent_offices (
  branch_id bigint primary key references public.branches,
  kei_pickup_name text check (char_length(kei_pickup_name) between 1 and 100),
  kei_pickup_filed text check (char_length(kei_pickup_filed) between 1 and 100),
  registered_user_id text check (char_length(registered_user_id) between 1 and 40),
  registered_payment text check (registered_payment in ('direct', 'direct_treasury', 'bulk')),
  kei_user_id text check (char_length(kei_user_id) between 1 and 40),
  kei_payment text check (kei_payment in ('direct', 'direct_treasury', 'bulk')),
  version int not null default 1
);
comment on table public.agent_offices is '代理人拠点: 軽証明書等管理業者名 and 一括利用者アカウント of a branch.';
comment on column public.agent_offices.kei_pickup_name is '軽証明書等管理業者名 as registered in AINAS; must be kei_pickup_filed to the character (F-39).';
comment on column public.agent_offices.kei_pickup_filed is '軽証明書等管理業者名 as filed at 軽検協.';

create table public.arrival_passwords (
  id bigint generated always as identity primary key,
  branch_id bigint not null references public.branches,
  vehicle_kind text not null check (vehicle_kind in ('registered', 'kei')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  cipher text not null check (cipher ~ '^v1\.[0-9A-Za-z_-]{16}\.[0-9A-Za-z_-]{22,255}$'),
  created_by uuid,
  created_name text,
  created_at timestamptz not null default private.now(),
  constraint arrival_passwords_do_not_overlap exclude using gist (branch_id with =, vehicle_kind with =, tstzrange(valid_from, valid_to) with &&)
);
comment on table public.arrival_passwords is '到達番号パスワード: a change counts for later cases only (F-29), so each case has the one valid when it was filed.';
comment on column public.arrival_passwords.cipher is 'AES-GCM by the function agent-secrets; its key is a secret of the functions and never in the database.';

-- Every branch has its row.
create function private.on_branch_made() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.agent_offices (branch_id) values (new.id);
  return null;
end $$;
comment on function private.on_branch_made() is 'Definer: agent_offices has no insert grant.';
create trigger on_branches_made after insert on public.branches for each row execute function private.on_branch_made();
create trigger on_agent_certificates_changed after insert or update or delete on public.agent_certificates
  for each row execute function private.on_audited_change('id', 'branch_id');
create trigger on_agent_offices_changed after update on public.agent_offices
  for each row execute function private.on_audited_change('branch_id', 'branch_id');

do $$
declare t text;
begin
  foreach t in array array['agent_certificates', 'agent_offices', 'arrival_passwords'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('create policy %1$s_select on public.%1$I for select to authenticated using ((select private.is_hq_or_auditor()) or branch_id = (select private.my_branch()))', t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t, 'Head office and auditor all, a branch its own; a garage none.');
  end loop;
end $$;
grant select on public.agent_certificates, public.agent_offices to authenticated;
grant select (id, branch_id, vehicle_kind, valid_from, valid_to, created_by, created_name, created_at) on public.arrival_passwords to authenticated;

-- The certificate that a filing of a branch on a day would be signed with (F-37), valid or not.
create function private.certificate_on(p_branch bigint, p_day date) returns public.agent_certificates
language sql stable security definer set search_path = '' as $$
  select c from public.agent_certificates c where c.branch_id = p_branch and c.starts_on <= p_day order by c.starts_on desc limit 1
$$;
comment on function private.certificate_on(bigint, date) is 'Definer: the machine judges whoever files.';

-- none, revoked, expired, ending (within the setting's days and nothing follows) or valid.
create function private.certificate_state(p_branch bigint, p_day date) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when c.id is null then 'none'
    when c.revoked_on <= p_day then 'revoked'
    when c.ends_on < p_day then 'expired'
    when c.ends_on <= p_day + (private.setting('certificate_alert_days') #>> '{}')::int and not exists (
      select from public.agent_certificates n
      where n.branch_id = p_branch and n.starts_on between p_day + 1 and c.ends_on + 1 and n.ends_on > c.ends_on and coalesce(n.revoked_on > n.starts_on, true)) then 'ending'
    else 'valid' end
  from private.certificate_on(p_branch, p_day) c
$$;
comment on function private.certificate_state(bigint, date) is 'Definer: as certificate_on.';

-- Who may change the agent data of a branch; answers that branch.
create function private.agent_office_of(p_branch bigint) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from public.branches b where b.id = p_branch
      and (private.has_role('hq_admin') or (private.has_role('branch_admin') and b.id = private.my_branch()))) then
    perform private.refuse(403, 'not_allowed');
  end if;
  return p_branch;
end $$;
comment on function private.agent_office_of(bigint) is 'Definer: as the scope functions. 利用開始日 and the rest are the administrator''s (F-37).';

create function private.save_agent_certificate(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_fields text[] := '{branch_id,kind,holder,serial_no,starts_on,ends_on,revoked_on,note}';
  v_day text;
  v public.agent_certificates;
begin
  perform private.agent_office_of(coalesce((select c.branch_id from public.agent_certificates c where c.id = (p ->> 'id')::bigint), (p ->> 'branch_id')::bigint));
  perform private.refuse_other_fields(p, case when p -> 'id' is null then v_fields else array_remove(v_fields, 'branch_id') end);
  if coalesce(p ->> 'kind', case when p -> 'id' is not null then 'commercial_registration' end, '') <> 'commercial_registration' then
    perform private.refuse(400, 'certificate_kind_not_usable', '{"field": "kind"}');
  end if;
  foreach v_day in array '{starts_on,ends_on,revoked_on}'::text[] loop
    if p ->> v_day is not null and not (p ->> v_day ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(p ->> v_day, 'date')) then
      perform private.refuse(400, 'invalid_date', jsonb_build_object('field', v_day));
    end if;
  end loop;
  if p -> 'id' is not null then
    return private.update_row('agent_certificates', p);
  end if;
  -- the trigger writes the log: no insert_row, which would write it twice
  insert into public.agent_certificates (branch_id, kind, holder, serial_no, starts_on, ends_on, note)
  select r.branch_id, r.kind, r.holder, r.serial_no, r.starts_on, r.ends_on, r.note from jsonb_populate_record(null::public.agent_certificates, p) r
  returning * into v;
  return to_jsonb(v);
end $$;
comment on function private.save_agent_certificate(jsonb) is 'Definer: agent_certificates has no write grant; it judges the caller itself.';

create function private.save_agent_office(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.agent_offices;
begin
  perform private.agent_office_of((p ->> 'branch_id')::bigint);
  perform private.refuse_other_fields(p, '{branch_id,kei_pickup_name,kei_pickup_filed,registered_user_id,registered_payment,kei_user_id,kei_payment}');
  select r.* into v from public.agent_offices o, jsonb_populate_record(o, p) r where o.branch_id = (p ->> 'branch_id')::bigint;
  update public.agent_offices o set kei_pickup_name = v.kei_pickup_name, kei_pickup_filed = v.kei_pickup_filed, registered_user_id = v.registered_user_id,
    registered_payment = v.registered_payment, kei_user_id = v.kei_user_id, kei_payment = v.kei_payment, version = o.version + 1
  where o.branch_id = v.branch_id and o.version = (p ->> 'version')::int returning * into v;
  if not found then
    perform private.refuse_stale('agent_offices', p ->> 'branch_id');
  end if;
  return to_jsonb(v);
end $$;
comment on function private.save_agent_office(jsonb) is 'Definer: agent_offices has no write grant; it judges the caller itself.';

-- A new password from p_valid_from on (now when null); the one before ends there. Only what the function encrypted comes here.
create function private.put_arrival_password(p_branch bigint, p_vehicle_kind text, p_valid_from timestamptz, p_cipher text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_from timestamptz := coalesce(p_valid_from, private.now());
  v_me public.members := private.me();
  v_id bigint;
begin
  perform private.agent_office_of(p_branch);
  perform from public.agent_offices o where o.branch_id = p_branch for update;
  if exists (select from public.arrival_passwords a where a.branch_id = p_branch and a.vehicle_kind = p_vehicle_kind and a.valid_from >= v_from) then
    perform private.refuse(409, 'password_starts_too_early', jsonb_build_object('field', 'valid_from'));
  end if;
  update public.arrival_passwords a set valid_to = v_from where a.branch_id = p_branch and a.vehicle_kind = p_vehicle_kind and a.valid_to is null;
  insert into public.arrival_passwords (branch_id, vehicle_kind, valid_from, cipher, created_by, created_name)
  values (p_branch, p_vehicle_kind, v_from, p_cipher, v_me.user_id, v_me.display_name) returning id into v_id;
  perform private.write_audit('arrival_passwords', v_id::text, 'insert', p_branch, null, jsonb_build_object('vehicle_kind', p_vehicle_kind, 'valid_from', v_from));
  return jsonb_build_object('id', v_id, 'valid_from', v_from);
end $$;
comment on function private.put_arrival_password(bigint, text, timestamptz, text) is 'Definer: arrival_passwords has no write grant; it judges the caller itself.';

-- The password of the day a case was filed, still encrypted, for whoever acts as its agent; each reading is logged.
create function private.read_arrival_password(p_application_id bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_case public.applications;
  v_row public.arrival_passwords;
begin
  select c.* into v_case from private.contact_cases(jsonb_build_array(p_application_id)) c;
  select a.* into v_row from public.arrival_passwords a
  where a.branch_id = v_case.agent_branch_id and a.vehicle_kind = v_case.vehicle_kind
    and a.valid_from <= v_case.filed_at and coalesce(a.valid_to > v_case.filed_at, true);
  if v_row.id is null then
    perform private.refuse(404, 'arrival_password_unknown');
  end if;
  perform private.write_audit('arrival_passwords', v_row.id::text, 'read', v_row.branch_id, null, jsonb_build_object('request_no', v_case.request_no));
  return jsonb_build_object('branch_id', v_row.branch_id, 'vehicle_kind', v_row.vehicle_kind, 'cipher', v_row.cipher, 'valid_from', v_row.valid_from);
end $$;
comment on function private.read_arrival_password(bigint) is 'Definer: nobody reads the column; contact_cases judges the caller, and the reading leaves a line in the log.';

-- What whoever files must know of his agent data; head office names the branch.
create function private.agent_state(p_branch bigint) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('branch_id', b.id, 'certificate_state', private.certificate_state(b.id, t.today), 'certificate_ends_on', (private.certificate_on(b.id, t.today)).ends_on,
    'kei_pickup_name', o.kei_pickup_name, 'kei_pickup_differs', o.kei_pickup_name is distinct from o.kei_pickup_filed)
  from (select private.today() as today) t
  join public.branches b on b.id = coalesce(private.my_branch(), case when private.is_hq() then p_branch end)
  left join public.agent_offices o on o.branch_id = b.id
$$;

create function public.save_agent_certificate(p jsonb) returns jsonb language sql set search_path = '' as $$ select private.save_agent_certificate(p) $$;
comment on function public.save_agent_certificate(jsonb) is 'Creates (no id) or changes (id, version) a certificate of an agent branch: {branch_id, kind, holder, serial_no, starts_on, ends_on, revoked_on, note}.';
create function public.save_agent_office(p jsonb) returns jsonb language sql set search_path = '' as $$ select private.save_agent_office(p) $$;
comment on function public.save_agent_office(jsonb) is 'Changes 軽証明書等管理業者名 and 一括利用者アカウント of a branch: {branch_id, version, changed fields}.';
create function public.put_arrival_password(p_branch bigint, p_vehicle_kind text, p_valid_from timestamptz, p_cipher text) returns jsonb
language sql set search_path = '' as $$ select private.put_arrival_password(p_branch, p_vehicle_kind, p_valid_from, p_cipher) $$;
create function public.read_arrival_password(p_application_id bigint) returns jsonb language sql set search_path = '' as $$ select private.read_arrival_password(p_application_id) $$;
comment on function public.put_arrival_password(bigint, text, timestamptz, text) is 'Used by the function agent-secrets, as the caller.';
comment on function public.read_arrival_password(bigint) is 'Used by the function agent-secrets, as the caller; logged.';
create function public.agent_state(p_branch bigint default null) returns jsonb language sql stable set search_path = '' as $$ select private.agent_state(p_branch) $$;
comment on function public.agent_state(bigint) is
  '{branch_id, certificate_state: none|revoked|expired|ending|valid, certificate_ends_on, kei_pickup_name, kei_pickup_differs} of the caller''s branch, or of p_branch for head office.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace in ('private'::regnamespace, 'public'::regnamespace) and p.proname in
    ('save_agent_certificate', 'save_agent_office', 'put_arrival_password', 'read_arrival_password', 'agent_state', 'certificate_on', 'certificate_state')
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
