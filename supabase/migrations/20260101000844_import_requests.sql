-- 依頼データ from outside, by a key or by a file: one row at a time through save_application and transition, as the person.

-- The code that a refused row is answered with; anything but a refusal or a wrong value is a mistake of ours and goes on.
create function private.row_error(p_state text, p_message text, p_detail text) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if p_state like 'PT%' then
    return jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', p_message,
      'field', case when p_detail like '{%' then p_detail::jsonb ->> 'field' end)));
  elsif left(p_state, 2) in ('22', '23') then
    return '[{"code": "invalid_value"}]';
  end if;
  return null;
end $$;

-- p: {site_code, fields: {columns…, user}, send}. Answers {ok, id, request_no, application_no, version, filing_status, sent,
-- warnings, errors}; a row that cannot be sent stays as a draft and says why.
create function private.take_request(p_company bigint, p jsonb, p_source text, p_may_send boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_site bigint := (select s.id from public.sites s where s.requester_id = p_company and s.code = p ->> 'site_code');
  v_open boolean := exists (select from public.applications a where a.chassis_no = p #>> '{fields,chassis_no}' and a.requester_id = p_company and a.outcome = 'open');
  v_case jsonb;
  v_sent jsonb;
  v_errors jsonb := '[]';
  v_state text;
  v_message text;
  v_detail text;
begin
  if v_site is null then
    return '{"ok": false, "errors": [{"field": "site_code", "code": "unknown_site"}]}';
  end if;
  begin
    v_case := private.save_application((p -> 'fields') || jsonb_build_object('site_id', v_site), p_source);
  exception when others then
    get stacked diagnostics v_state = returned_sqlstate, v_message = message_text, v_detail = pg_exception_detail;
    v_errors := private.row_error(v_state, v_message, v_detail);
    if v_errors is null then
      raise;
    end if;
    return jsonb_build_object('ok', false, 'errors', v_errors);
  end;
  if (p ->> 'send')::boolean and not p_may_send then
    v_errors := '[{"field": "send", "code": "api_key_may_not_send"}]';
  elsif (p ->> 'send')::boolean then
    v_sent := private.transition('submit', jsonb_build_array(jsonb_build_object('id', v_case -> 'id', 'version', v_case -> 'version')), null, '{}', p_source) -> 0;
    if not (v_sent ->> 'ok')::boolean then
      v_errors := jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('field', 'send', 'code', v_sent -> 'code', 'missing', v_sent #> '{details,missing}')));
    end if;
  end if;
  return (
    select jsonb_build_object('ok', true, 'id', a.id, 'request_no', a.request_no, 'application_no', a.application_no, 'version', a.version,
      'filing_status', a.filing_status, 'sent', a.filing_status = 'requested', 'errors', v_errors,
      'warnings', case when v_open then '[{"field": "chassis_no", "code": "open_case_exists"}]'::jsonb else '[]' end)
    from public.applications a where a.id = (v_case ->> 'id')::bigint);
end $$;
comment on function private.take_request(bigint, jsonb, text, boolean) is 'Definer: its parts judge the caller; the duplicate is looked for in all of the company.';

-- What the function `requests` hands on: rows in order, each either {site_code, fields, send} or already refused as {errors}.
create function private.take_requests(p_key text, p_idempotency_key text, p_body_hash text, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_key public.api_keys;
  v_kept private.api_answers;
  v_row jsonb;
  v_results jsonb := '[]';
begin
  select * into v_key from public.api_keys k where k.key_hash = sha256(convert_to(coalesce(p_key, ''), 'UTF8')) and k.revoked_at is null;
  if v_key.id is null then
    perform private.refuse(401, 'api_key_invalid');
  end if;
  perform private.act_as(v_key.user_id);
  if private.my_company() is distinct from v_key.requester_id or not private.has_role('submitter', 'preparer') then
    perform private.refuse(403, 'api_key_person_unavailable');
  end if;
  -- a second call with the same key waits here for the first, and then reads what that one answered
  insert into private.api_answers (requester_id, idempotency_key, body_hash) values (v_key.requester_id, p_idempotency_key, p_body_hash)
  on conflict do nothing;
  if not found then
    select * into v_kept from private.api_answers a where a.requester_id = v_key.requester_id and a.idempotency_key = p_idempotency_key;
    if v_kept.body_hash <> p_body_hash then
      perform private.refuse(422, 'idempotency_key_reused');
    end if;
    return v_kept.answer;
  end if;
  for v_row in select r from jsonb_array_elements(p_rows) r loop
    v_results := v_results || jsonb_build_array(case when v_row ? 'errors' then jsonb_build_object('ok', false, 'errors', v_row -> 'errors')
      else private.take_request(v_key.requester_id, v_row, 'api', v_key.may_send) end);
  end loop;
  update private.api_answers a set answer = v_results where a.requester_id = v_key.requester_id and a.idempotency_key = p_idempotency_key;
  return v_results;
end $$;
comment on function private.take_requests(text, text, text, jsonb) is 'Definer: keys have no grants; from act_as on it works with the rights of the person of the key.';
create function public.take_requests(p_key text, p_idempotency_key text, p_body_hash text, p_rows jsonb) returns jsonb
language sql set search_path = '' as $$ select private.take_requests(p_key, p_idempotency_key, p_body_hash, p_rows) $$;
comment on function public.take_requests(text, text, text, jsonb) is '依頼データ of a company by its key: one result a row, in order. The same Idempotency-Key gives the same answer.';
grant execute on function private.take_requests(text, text, text, jsonb), public.take_requests(text, text, text, jsonb) to service_role;
alter function public.take_requests(text, text, text, jsonb) set statement_timeout = '60s';

-- 依頼データの取込: a file of the garage becomes drafts.
create table public.request_imports (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  sha256 text collate "C" not null,
  file_name text not null check (char_length(file_name) <= 200),
  read int not null,
  inserted int not null,
  actor_id uuid,
  actor_name text,
  created_at timestamptz not null default private.now(),
  unique (requester_id, sha256)
);
comment on table public.request_imports is '依頼データの取込の記録: a file that was taken in once changes nothing when it comes again.';
alter table public.request_imports enable row level security;
create policy request_imports_select on public.request_imports for select to authenticated using (
  requester_id = (select private.my_company()));
comment on policy request_imports_select on public.request_imports is 'The people of the company; no file holds anything here but its name.';
grant select on public.request_imports to authenticated;

-- One row of a file: a car that has an open case already is left alone.
create function private.import_request(p_company bigint, p_row jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.applications a
    where a.chassis_no = p_row #>> '{fields,chassis_no}' and a.requester_id = p_company and a.outcome = 'open') then
    return jsonb_build_object('ok', false, 'warnings', jsonb_build_array(jsonb_build_object('field', 'chassis_no', 'code', 'open_case_exists')));
  end if;
  return private.take_request(p_company, p_row, 'import', false);
end $$;
comment on function private.import_request(bigint, jsonb) is 'Definer: as take_request.';

-- p_rows: [{line, site_code, fields}], up to 1,000. Answers {inserted, unchanged, rejected, warnings, imported_at}; cells as
-- {line, field, code}. A preview is the same run, rolled back; imported_at says that this very file came before.
create function private.import_requests(p_file_name text, p_sha256 text, p_rows jsonb, p_preview boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company bigint := private.my_company();
  v_before timestamptz;
  v_answer jsonb;
begin
  if not private.has_role('submitter', 'preparer') then
    perform private.refuse(403, 'not_allowed');
  elsif jsonb_array_length(p_rows) > 1000 then
    perform private.refuse(413, 'too_large', '{"limit": 1000}');
  end if;
  select i.created_at into v_before from public.request_imports i where i.requester_id = v_company and i.sha256 = p_sha256;
  if v_before is not null then
    return jsonb_build_object('inserted', 0, 'unchanged', jsonb_array_length(p_rows), 'rejected', '[]'::jsonb, 'warnings', '[]'::jsonb, 'imported_at', v_before);
  end if;
  begin
    with done as materialized (
      select (r ->> 'line')::int as line, private.import_request(v_company, r) as result
      from jsonb_array_elements(p_rows) with ordinality x (r, ord)
    )
    select jsonb_build_object(
      'inserted', count(*) filter (where (d.result ->> 'ok')::boolean),
      'unchanged', count(*) filter (where jsonb_array_length(coalesce(d.result -> 'warnings', '[]')) > 0),
      'rejected', coalesce((select jsonb_agg(jsonb_build_object('line', d.line) || e order by d.line) from done d, jsonb_array_elements(d.result -> 'errors') e), '[]'),
      'warnings', coalesce((select jsonb_agg(jsonb_build_object('line', d.line) || e order by d.line) from done d, jsonb_array_elements(d.result -> 'warnings') e), '[]'))
    into v_answer from done d;
    if p_preview then
      raise exception using errcode = 'PR000';
    end if;
  exception when sqlstate 'PR000' then
    return v_answer;
  end;
  if (v_answer ->> 'inserted')::int > 0 then
    insert into public.request_imports (requester_id, sha256, file_name, read, inserted, actor_id, actor_name)
    select v_company, p_sha256, left(p_file_name, 200), jsonb_array_length(p_rows), (v_answer ->> 'inserted')::int, m.user_id, m.display_name
    from private.me() m;
  end if;
  return v_answer;
end $$;
comment on function private.import_requests(text, text, jsonb, boolean) is 'Definer: its parts judge the caller.';
create function public.import_requests(p_file_name text, p_sha256 text, p_rows jsonb, p_preview boolean) returns jsonb
language sql set search_path = '' as $$ select private.import_requests(p_file_name, p_sha256, p_rows, p_preview) $$;
comment on function public.import_requests(text, text, jsonb, boolean) is '依頼データの取込: good rows become drafts in one transaction; a preview is the same run, rolled back.';
grant execute on function private.import_requests(text, text, jsonb, boolean), public.import_requests(text, text, jsonb, boolean) to authenticated;
alter function public.import_requests(text, text, jsonb, boolean) set statement_timeout = '120s';
