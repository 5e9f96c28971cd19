-- Files that the office brings 取込: what came, who brought it, what became of it. A preview is the real run, rolled back.

create table public.imports (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in
    ('requesters', 'sites', 'debit-accounts', 'ainas', 'payee-keikenkyo', 'payee-kikou', 'hotekisho', 'debit-result')),
  file_name text not null check (char_length(file_name) between 1 and 255),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'staged' check (state in ('staged', 'done')),
  actor_id uuid not null,
  actor_name text not null,
  branch_id bigint references public.branches,
  created_at timestamptz not null default private.now(),
  finished_at timestamptz,
  read int,
  inserted int,
  updated int,
  unchanged int,
  rejected_count int,
  rejected jsonb not null default '[]',
  warnings jsonb not null default '[]',
  constraint imports_done_has_counts check (state = 'staged' or num_nulls(finished_at, read, inserted, updated, unchanged, rejected_count) = 0)
);
comment on table public.imports is 'データ取込: one row a file. branch_id is the branch of the person who brought it.';
comment on column public.imports.rejected is 'Cells that were not taken: [{line, column, value, code}]; account numbers are masked (D-29).';
create index imports_newest_idx on public.imports (id desc) include (kind, branch_id);
create index imports_branch_id_idx on public.imports (branch_id, id desc);

create table public.import_rows (
  import_id bigint not null references public.imports on delete cascade,
  line int not null check (line > 0),
  data jsonb not null,
  primary key (import_id, line)
);
comment on table public.import_rows is 'Rows of a file until they are used: nobody reads them, they may hold account numbers (D-29).';

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
create policy imports_select on public.imports for select to authenticated using (
  (select private.has_role('hq_admin', 'hq_finance')) or branch_id = (select private.my_branch()));
comment on policy imports_select on public.imports is '本部管理者 and 本部経理 read all imports, a branch its own.';
create policy import_rows_select on public.import_rows for select to authenticated using (false);
comment on policy import_rows_select on public.import_rows is 'Nobody: only the machinery reads staged rows.';
grant select on public.imports to authenticated;

-- What became of one line. result: inserted, updated, unchanged, rejected or warning; the last two name field, value, code.
create type private.import_result as (line int, result text, field text, value text, code text);

-- Roles that may bring a kind of file (contract "import-file").
create function private.require_importer(p_kind text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not coalesce(case
      when p_kind in ('requesters', 'sites') then private.has_role('hq_admin')
      when p_kind = 'ainas' then private.has_role('hq_admin', 'branch_admin', 'branch_staff')
      when p_kind in ('debit-accounts', 'payee-keikenkyo', 'payee-kikou', 'hotekisho', 'debit-result') then private.has_role('hq_finance')
    end, false) then
    perform private.refuse(403, 'not_allowed');
  end if;
end $$;

-- Opens an import. Answers its id.
create function private.stage_import(p_kind text, p_file_name text, p_sha256 text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_id bigint;
begin
  perform private.require_importer(p_kind);
  insert into public.imports (kind, file_name, sha256, actor_id, actor_name, branch_id)
  select p_kind, left(coalesce(nullif(btrim(p_file_name), ''), p_kind), 255), p_sha256, m.user_id, m.display_name, m.branch_id
  from private.me() m
  returning id into v_id;
  return v_id;
end $$;
comment on function private.stage_import(text, text, text) is 'Definer: imports have no insert grant; it judges the caller itself.';

-- The caller's own import that is still open, or the one he lets another person bring; locked against a second commit.
create function private.open_import(p_import_id bigint) returns public.imports
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports;
begin
  select * into v_import from public.imports i where i.id = p_import_id and i.actor_id = private.responsible() for update;
  if v_import.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_import.state = 'done' then
    perform private.refuse(409, 'import_already_done');
  end if;
  perform private.require_importer(v_import.kind);
  return v_import;
end $$;
comment on function private.open_import(bigint) is 'Definer: locks a row that has no update grant; only the person who opened it gets it.';

-- Adds rows [{line, …}] to an open import; the same lines sent again replace themselves, so that a retry is harmless.
create function private.add_import_rows(p_import_id bigint, p_rows jsonb, p_limit int) returns int
language plpgsql security definer set search_path = '' as $$
begin
  perform private.open_import(p_import_id);
  if jsonb_typeof(p_rows) is distinct from 'array' then
    perform private.refuse(400, 'invalid_items');
  elsif jsonb_array_length(p_rows) > p_limit then
    perform private.refuse(413, 'too_large', jsonb_build_object('limit', p_limit));
  end if;
  insert into public.import_rows as r (import_id, line, data)
  select p_import_id, (e.value ->> 'line')::int, e.value - 'line' from jsonb_array_elements(p_rows) e
  on conflict (import_id, line) do update set data = excluded.data;
  return jsonb_array_length(p_rows);
end $$;
comment on function private.add_import_rows(bigint, jsonb, int) is 'Definer: staged rows have no grant at all.';

-- What became of every line of a staged file. Each kind has its own function, in the files that follow.
create function private.run_import(p_kind text, p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  -- Two files of a kind at once would both find the same row missing.
  perform pg_advisory_xact_lock(hashtext('import ' || p_kind));
  perform private.share_billing_lock();
  -- The table is empty between runs: without figures the planner takes a large file for a small one.
  analyze public.import_rows (import_id, line);
  case p_kind
    when 'requesters' then return query select * from private.import_requesters(p_import_id);
    when 'sites' then return query select * from private.import_sites(p_import_id);
    when 'ainas' then return query select * from private.import_ainas(p_import_id);
    when 'debit-accounts' then return query select * from private.import_debit_accounts(p_import_id);
    when 'payee-keikenkyo', 'payee-kikou' then return query select * from private.import_payee(p_import_id, substr(p_kind, 7));
    when 'hotekisho' then return query select * from private.import_hotekisho(p_import_id);
    when 'debit-result' then return query select * from private.import_debit_result(p_import_id);
    else perform private.refuse(400, 'unsupported_kind');
  end case;
end $$;
comment on function private.run_import(text, bigint) is 'Definer: the tables it writes have no grants; callers were judged by require_importer.';

-- Account numbers stay out of answers and logs, whichever column they slipped into (D-29).
create function private.mask_digits(p_text text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(p_text, '(?<![C0-9])[0-9]{2,}(?=[0-9]{3})', '****', 'g')
$$;

create function private.mask_cells(p_cells jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(e.value || jsonb_build_object('value', private.mask_digits(e.value ->> 'value'))), '[]') from jsonb_array_elements(coalesce(p_cells, '[]')) e
$$;

-- Runs a staged import. p_read and p_rejected: what the reader of the file counted and refused before;
-- p_headers: {field: header} of the file, so that people find the column. At most 10,000 refused cells and warnings are listed.
create function private.finish_import(p_import_id bigint, p_preview boolean, p_read int, p_rejected jsonb, p_headers jsonb) returns jsonb
language plpgsql security definer set search_path = '' set work_mem = '64MB' set jit = off as $$
declare
  v_import public.imports := private.open_import(p_import_id);
  v_masked boolean := v_import.kind = 'debit-accounts';
  v_pending jsonb;
  v_answer jsonb;
  v_wrong jsonb;
begin
  if v_masked and not p_preview then
    v_pending := private.need_approval('debit_accounts', jsonb_build_object('import_id', p_import_id, 'read', p_read, 'headers', p_headers,
      'rejected', private.mask_cells(p_rejected)), null, jsonb_build_object('file_name', v_import.file_name, 'read', p_read));
  end if;
  begin
    with outcome as materialized (
      select * from private.run_import(v_import.kind, p_import_id)
    ), told as (
      select o.result, o.line, 1 as rank, jsonb_build_object('line', o.line, 'column', coalesce(p_headers ->> o.field, o.field),
        'value', case when v_masked or o.field = 'account_number' then private.mask_digits(o.value) else left(o.value, 100) end, 'code', o.code) as cell
      from outcome o where o.result in ('rejected', 'warning')
      union all
      select 'rejected', (e.value ->> 'line')::int, 0, jsonb_build_object('line', (e.value ->> 'line')::int, 'column', e.value ->> 'column',
        'value', case when v_masked then private.mask_digits(e.value ->> 'value') else left(e.value ->> 'value', 100) end, 'code', e.value ->> 'code')
      from jsonb_array_elements(coalesce(p_rejected, '[]')) e
    ), ranked as (
      select t.*, row_number() over (partition by t.result order by t.line, t.rank) as place from told t
    )
    select jsonb_build_object(
      'read', coalesce(p_read, (select count(*) from public.import_rows r where r.import_id = p_import_id)),
      'inserted', (select count(*) from outcome o where o.result = 'inserted'),
      'updated', (select count(*) from outcome o where o.result = 'updated'),
      'unchanged', (select count(*) from outcome o where o.result = 'unchanged'),
      'rejected_count', (select count(distinct t.line) from told t where t.result = 'rejected'),
      'rejected', (select coalesce(jsonb_agg(t.cell order by t.place) filter (where t.result = 'rejected'), '[]') from ranked t where t.place <= 10000),
      'warnings', (select coalesce(jsonb_agg(t.cell order by t.place) filter (where t.result = 'warning'), '[]') from ranked t where t.place <= 10000))
    into v_answer;
    if p_preview or v_pending is not null then
      raise exception using errcode = 'PT299', message = 'preview';
    end if;
  exception when sqlstate 'PT299' then
    return v_answer || coalesce(v_pending, '{}');
  end;
  -- the bank's answer is taken whole or not at all (D-28)
  if v_import.kind = 'debit-result' and (v_answer ->> 'rejected_count')::int > 0 then
    perform private.refuse(409, 'debit_result_refused', v_answer #> '{rejected,0}' || jsonb_build_object('rejected', v_answer -> 'rejected'));
  end if;
  -- a file of another month is a mistake as a whole
  select e.value into v_wrong from jsonb_array_elements(v_answer -> 'rejected') e where e.value ->> 'code' = 'wrong_month' limit 1;
  if v_wrong is not null then
    perform private.refuse(409, 'wrong_month_refused', v_wrong || jsonb_build_object('rejected', v_answer -> 'rejected'));
  end if;
  update public.imports i set state = 'done', finished_at = private.now(), read = (v_answer ->> 'read')::int, inserted = (v_answer ->> 'inserted')::int,
    updated = (v_answer ->> 'updated')::int, unchanged = (v_answer ->> 'unchanged')::int, rejected_count = (v_answer ->> 'rejected_count')::int,
    rejected = v_answer -> 'rejected', warnings = v_answer -> 'warnings'
  where i.id = p_import_id;
  delete from public.import_rows r where r.import_id = p_import_id;
  return v_answer || jsonb_build_object('import_id', p_import_id);
end $$;
comment on function private.finish_import(bigint, boolean, int, jsonb, jsonb) is 'Definer: writes the record of the import; open_import judges the caller.';

create function private.run_debit_accounts(p jsonb) returns jsonb
language sql set search_path = '' as $$
  select private.finish_import((p ->> 'import_id')::bigint, false, (p ->> 'read')::int, p -> 'rejected', p -> 'headers')
$$;
insert into private.approval_acts (act, run) values ('debit_accounts', 'private.run_debit_accounts');

-- A file in one call: staged, run and, for a preview, forgotten.
create function private.import_rows(p_kind text, p_file_name text, p_rows jsonb, p_preview boolean, p_read int, p_rejected jsonb,
  p_headers jsonb, p_sha256 text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id bigint;
  v_answer jsonb;
begin
  begin
    v_id := private.stage_import(p_kind, p_file_name, p_sha256);
    perform private.add_import_rows(v_id, p_rows, 30000);
    v_answer := private.finish_import(v_id, p_preview, p_read, p_rejected, p_headers);
    if p_preview then
      raise exception using errcode = 'PT299', message = 'preview';
    end if;
  exception when sqlstate 'PT299' then
    null;
  end;
  return v_answer;
end $$;
comment on function private.import_rows(text, text, jsonb, boolean, int, jsonb, jsonb, text) is 'Definer: as its parts, which judge the caller.';

-- {field: header} where the files of a kind name a column otherwise than usual; also tells at once who may not bring one.
create function private.import_headers(p_kind text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_importer(p_kind);
  return coalesce(private.setting('import_headers') -> p_kind, '{}');
end $$;
comment on function private.import_headers(text) is 'Definer: as private.setting.';
create function public.import_headers(p_kind text) returns jsonb
language sql stable set search_path = '' as $$ select private.import_headers(p_kind) $$;
comment on function public.import_headers(text) is 'Headers of a kind of import file that differ from the usual ones (setting import_headers).';
grant execute on function private.import_headers(text), public.import_headers(text) to authenticated;

create function public.stage_import(p_kind text, p_file_name text, p_sha256 text default null) returns bigint
language sql set search_path = '' as $$ select private.stage_import(p_kind, p_file_name, p_sha256) $$;
create function public.add_import_rows(p_import_id bigint, p_rows jsonb) returns int
language sql set search_path = '' as $$ select private.add_import_rows(p_import_id, p_rows, 1000) $$;
create function public.commit_import(p_import_id bigint, p_preview boolean default false, p_read int default null,
  p_rejected jsonb default '[]', p_headers jsonb default '{}') returns jsonb
language sql set search_path = '' as $$ select private.finish_import(p_import_id, p_preview, p_read, p_rejected, p_headers) $$;
create function public.import_rows(p_kind text, p_file_name text, p_rows jsonb, p_preview boolean default false, p_read int default null,
  p_rejected jsonb default '[]', p_headers jsonb default '{}', p_sha256 text default null) returns jsonb
language sql set search_path = '' as $$
  select private.import_rows(p_kind, p_file_name, p_rows, p_preview, p_read, p_rejected, p_headers, p_sha256)
$$;
comment on function public.stage_import(text, text, text) is 'Opens the import of a large file; rows follow by add_import_rows, 1,000 a call, then commit_import.';
comment on function public.add_import_rows(bigint, jsonb) is 'Up to 1,000 rows [{line, …}] of an import opened by the caller.';
comment on function public.commit_import(bigint, boolean, int, jsonb, jsonb) is
  'Runs a staged import: {read, inserted, updated, unchanged, rejected, warnings}; a preview is the same run, rolled back.';
comment on function public.import_rows(text, text, jsonb, boolean, int, jsonb, jsonb, text) is
  'A file of up to 30,000 rows in one call; answers as commit_import.';
alter function public.commit_import(bigint, boolean, int, jsonb, jsonb) set statement_timeout = '300s';
alter function public.import_rows(text, text, jsonb, boolean, int, jsonb, jsonb, text) set statement_timeout = '300s';
grant execute on function private.stage_import(text, text, text), public.stage_import(text, text, text),
  private.add_import_rows(bigint, jsonb, int), public.add_import_rows(bigint, jsonb),
  private.finish_import(bigint, boolean, int, jsonb, jsonb), public.commit_import(bigint, boolean, int, jsonb, jsonb),
  private.import_rows(text, text, jsonb, boolean, int, jsonb, jsonb, text), public.import_rows(text, text, jsonb, boolean, int, jsonb, jsonb, text)
  to authenticated;

-- Files opened and never committed.
create function private.forget_staged_imports() returns void
language sql security definer set search_path = '' as $$
  delete from public.imports i where i.state = 'staged' and i.created_at < private.now() - interval '1 day'
    and not exists (select from public.approvals a where a.state = 'pending' and a.act = 'debit_accounts' and a.payload ->> 'import_id' = i.id::text)
$$;
comment on function private.forget_staged_imports() is 'Definer: run by the clock.';
insert into private.schedules (name, cron, statement) values
  ('forget-staged-imports', '20 3 * * *', 'select private.forget_staged_imports()');
