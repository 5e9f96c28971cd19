-- Changing the directory: one RPC a noun, because roles may change different columns (decisions "Who may do what").

-- Refuses fields of p that are not in p_allowed.
create function private.refuse_other_fields(p jsonb, p_allowed text[]) returns void
language plpgsql set search_path = '' as $$
declare
  v_field text := (select k from jsonb_object_keys(p) k where not k = any (p_allowed || '{id,version}'::text[]) limit 1);
begin
  if v_field is not null then
    perform private.refuse(403, 'field_not_allowed', jsonb_build_object('field', v_field));
  end if;
end $$;

-- Refuses a change of a row that somebody else was faster to change or delete, and says who (D-17).
create function private.refuse_stale(p_subject text, p_id text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.refuse(409, 'stale_version', (
    select jsonb_build_object('actor_name', l.actor_name, 'at', l.at) from public.audit_log l
    where l.subject = p_subject and l.subject_id = p_id order by l.id desc limit 1));
end $$;
comment on function private.refuse_stale(text, text) is 'Definer: who changes a row may not read the log.';

-- Writes the given fields of one row if it still has the version that was read (D-17). Answers the new row.
create function private.update_row(p_table text, p jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_columns text := (select string_agg(quote_ident(k), ', ') from jsonb_object_keys(p - 'id' - 'version') k);
  v_row jsonb;
begin
  execute format('update public.%1$I t set version = t.version + 1%2$s where t.id = $2 and t.version = $3 returning to_jsonb(t) - ''search_text''',
    p_table, case when v_columns is not null then format(', (%1$s) = (select %1$s from jsonb_populate_record(t, $1) r)', v_columns) end)
  into v_row using p, (p ->> 'id')::bigint, (p ->> 'version')::int;
  if v_row is null then
    perform private.refuse_stale(p_table, p ->> 'id');
  end if;
  return v_row;
end $$;

create function private.insert_row(p_table text, p jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_columns text := (select string_agg(quote_ident(k), ', ') from jsonb_object_keys(p - 'id' - 'version') k);
  v_row jsonb;
begin
  execute format('insert into public.%1$I as t (%2$s) select %2$s from jsonb_populate_record(null::public.%1$I, $1) returning to_jsonb(t) - ''search_text''',
    p_table, v_columns) into v_row using p;
  perform private.write_audit(p_table, v_row ->> 'id', 'insert', (v_row ->> case when p_table = 'branches' then 'id' else 'branch_id' end)::bigint, null, v_row);
  return v_row;
end $$;

create function private.save_branch(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if private.has_role('hq_admin') then
    perform private.refuse_other_fields(p, '{code,name,region,office,postal_code,address,phone,email}');
    if p -> 'id' is null then
      return private.insert_row('branches', p);
    end if;
  elsif private.has_role('branch_admin') and (p ->> 'id')::bigint = private.my_branch() then
    perform private.refuse_other_fields(p, '{postal_code,address,phone,email}');
  else
    perform private.refuse(403, 'not_allowed');
  end if;
  return private.update_row('branches', p);
end $$;
comment on function private.save_branch(jsonb) is 'Definer: branches has no update grant; it judges the caller itself.';

create function private.save_requester(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_office text[] := '{name,postal_code,address,mailing_name,mailing_postal_code,mailing_address,phone,ainas_org_id,member_code,hotekisho_company_no,agency_company_no,onboarding_status,contract_status,debit_cycle,collection,ainas_email,report_email,mail_daily_details,mail_monthly_advances}';
  v_branch bigint := (select r.branch_id from public.requesters r where r.id = (p ->> 'id')::bigint);
begin
  if private.has_role('hq_admin') then
    perform private.refuse_other_fields(p, v_office || '{code,branch_id}');
    if p -> 'id' is null then
      return private.insert_row('requesters', p);
    end if;
  elsif private.has_role('branch_admin') and p -> 'id' is null then
    perform private.refuse_other_fields(p, v_office || '{code}');
    return private.insert_row('requesters', p || jsonb_build_object('branch_id', private.my_branch()));
  elsif private.has_role('branch_admin') and v_branch = private.my_branch() then
    perform private.refuse_other_fields(p, v_office);
  elsif private.has_role('requester_admin') and (p ->> 'id')::bigint = private.my_company() then
    perform private.refuse_other_fields(p, '{report_email,mail_daily_details,mail_monthly_advances}');
  else
    perform private.refuse(403, 'not_allowed');
  end if;
  return private.update_row('requesters', p);
end $$;
comment on function private.save_requester(jsonb) is 'Definer: requesters has no update grant; 事業者名称 and 所属 change only through the office (D-8a).';

create function private.save_site(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_old public.sites;
  v_fields text[] := '{name,short_name,record_agent_no,branch_id,status}';
begin
  select * into v_old from public.sites s where s.id = (p ->> 'id')::bigint;
  if private.has_role('hq_admin') then
    perform private.refuse_other_fields(p, v_fields || case when v_old.id is null then '{code,requester_id}'::text[] else '{}' end);
  elsif private.has_role('branch_admin') and coalesce(v_old.branch_id, (p ->> 'branch_id')::bigint) = private.my_branch() then
    perform private.refuse_other_fields(p, v_fields || case when v_old.id is null then '{code,requester_id}'::text[] else '{}' end);
  elsif private.has_role('requester_admin') and coalesce(v_old.requester_id, private.my_company()) = private.my_company() then
    perform private.refuse_other_fields(p, v_fields || case when v_old.id is null then '{code}'::text[] else '{}' end);
    if p ->> 'status' is distinct from v_old.status and p ->> 'status' <> 'closed' then
      perform private.refuse(403, 'site_needs_confirmation');
    end if;
    -- a new or moved site waits for the branch of its area (D-8a)
    if v_old.id is null or (p ->> 'branch_id')::bigint <> v_old.branch_id then
      p := p || '{"status": "pending"}';
    end if;
    if v_old.id is null then
      p := p || jsonb_build_object('requester_id', private.my_company());
    end if;
  elsif private.has_role('site_admin') and v_old.id = private.my_site() then
    perform private.refuse_other_fields(p, '{name,short_name}');
  else
    perform private.refuse(403, 'not_allowed');
  end if;
  if v_old.status = 'closed' then
    perform private.refuse(409, 'site_is_closed');
  end if;
  return case when v_old.id is null then private.insert_row('sites', p) else private.update_row('sites', p) end;
end $$;
comment on function private.save_site(jsonb) is 'Definer: sites has no update grant; it judges the caller itself (D-8a).';

create function private.save_setting(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.settings;
begin
  if not private.has_role('hq_admin') then
    perform private.refuse(403, 'not_allowed');
  end if;
  perform private.refuse_other_fields(p, '{value}');
  update public.settings s set value = p -> 'value', version = s.version + 1
  where s.key = p ->> 'id' and s.version = (p ->> 'version')::int returning * into v;
  if not found then
    perform private.refuse_stale('settings', p ->> 'id');
  end if;
  return to_jsonb(v);
end $$;
comment on function private.save_setting(jsonb) is 'Definer: settings has no update grant; only 本部管理者 changes one.';

do $$
declare t text;
begin
  foreach t in array array['branch', 'requester', 'site', 'setting'] loop
    execute format('create function public.save_%1$s(p jsonb) returns jsonb language sql set search_path = '''' as $f$ select private.save_%1$s(p) $f$', t);
    execute format('comment on function public.save_%s(jsonb) is %L', t, 'Creates (no id) or changes (id and the version that was read) a row; only changed fields are sent. Answers the row.');
    execute format('grant execute on function private.save_%1$s(jsonb), public.save_%1$s(jsonb) to authenticated', t);
  end loop;
end $$;
