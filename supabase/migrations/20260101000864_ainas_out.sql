-- Out to AINAS: 代理申請待ち as a file in AINAS's own columns, so that nobody types a request twice; its result comes back as an
-- import of the kind `ainas` and finds its case (D-15b). What was handed out, when and by whom is kept.

create table public.ainas_exports (
  id bigint generated always as identity primary key,
  branch_id bigint not null references public.branches,
  format text not null check (format in ('csv', 'xlsx')),
  made_by uuid,
  made_name text,
  on_behalf boolean not null default false,
  case_count int not null,
  again_count int not null,
  created_at timestamptz not null default private.now()
);
comment on table public.ainas_exports is 'AINASへの出力: one row a file.';
create index ainas_exports_branch_id_idx on public.ainas_exports (branch_id, id desc);
create table public.ainas_export_cases (
  export_id bigint not null references public.ainas_exports on delete cascade,
  application_id bigint not null references public.applications on delete cascade,
  agent_branch_id bigint not null,
  primary key (export_id, application_id)
);
comment on table public.ainas_export_cases is 'The cases of each file that was made for AINAS.';
create index ainas_export_cases_application_idx on public.ainas_export_cases (application_id, export_id);
create index ainas_export_cases_agent_idx on public.ainas_export_cases (agent_branch_id);

alter table public.ainas_exports enable row level security;
alter table public.ainas_export_cases enable row level security;
create policy ainas_exports_select on public.ainas_exports for select to authenticated using (
  (select private.is_hq()) or branch_id = (select private.my_branch()));
create policy ainas_export_cases_select on public.ainas_export_cases for select to authenticated using (
  (select private.is_hq()) or agent_branch_id = (select private.my_branch()));
comment on policy ainas_exports_select on public.ainas_exports is 'Head office all, a branch its own.';
comment on policy ainas_export_cases_select on public.ainas_export_cases is 'Head office all, a branch its own.';
grant select on public.ainas_exports, public.ainas_export_cases to authenticated;

-- When and by whom each case was last handed out.
create function private.work_exports(p_ids bigint[]) returns table (application_id bigint, exported jsonb)
language sql stable set search_path = '' as $$
  select distinct on (c.application_id) c.application_id, jsonb_build_object('at', e.created_at, 'who', e.made_name)
  from public.ainas_export_cases c join public.ainas_exports e on e.id = c.export_id
  where c.application_id = any (p_ids) order by c.application_id, c.export_id desc
$$;

-- A row as AINAS's file has it: the fields of src/domain/imports/ainas.ts. Never 使用者 (D-30).
create function private.ainas_out_row(a public.applications) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('application_no', a.application_no, 'vehicle_kind', a.vehicle_kind, 'application_type', a.application_type,
    'filing_status_label', (select s.label_ja from public.filing_statuses s where s.code = a.filing_status and s.vehicle_kind = a.vehicle_kind),
    'plate', coalesce(nullif(concat_ws('-', nullif(a.plate_area, ''), nullif(a.plate_class, ''), nullif(a.plate_kana, ''), nullif(a.plate_number, '')), ''), a.plate_raw),
    'chassis_no', a.chassis_no, 'ainas_org_id', r.ainas_org_id, 'site_code', s.code, 'agent_branch_code', b.code, 'filing_office', coalesce(a.filing_office, b.office),
    'cashless', a.cashless, 'requested_at', a.requested_at, 'previous_acceptance_no', a.previous_acceptance_no)
  from public.requesters r, public.sites s, public.branches b
  where r.id = a.requester_id and s.id = a.site_id and b.id = a.agent_branch_id
$$;

-- Who may hand out the requests of which branch.
create function private.ainas_out_branch(p_branch bigint) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  v_branch bigint := private.work_branch(p_branch);
begin
  if v_branch is null or not private.has_role('hq_admin', 'branch_admin', 'branch_staff') then
    perform private.refuse(403, 'not_allowed');
  end if;
  return v_branch;
end $$;

-- What 代理申請待ち holds for a file: [{id, request_no, problem, exported}], the longest waiting first.
create function private.ainas_out_cases(p_branch bigint, p_ids jsonb) returns table (id bigint, request_no text, requested_at timestamptz, problem text, exported jsonb)
language sql stable set search_path = '' as $$
  with waiting as materialized (
    select a.id, a.request_no, a.requested_at, a.requester_id from public.applications a
    where a.agent_branch_id = p_branch and a.oss_status is distinct from 'issued' and a.oss_status is null and a.filing_status = 'requested'
      and (p_ids is null or a.id in (select i::bigint from jsonb_array_elements_text(p_ids) i))
  ), handed as materialized (
    select * from private.work_exports(array(select w.id from waiting w))
  )
  select w.id, w.request_no, w.requested_at, case when r.ainas_org_id is null then 'ainas_org_missing' end, h.exported
  from waiting w join public.requesters r on r.id = w.requester_id left join handed h on h.application_id = w.id
  order by w.requested_at, w.id
$$;

-- Marks the cases of a file as handed out and answers its rows. p_ids null: the whole queue. Cases handed out before are left out
-- unless p_again. p_preview: only says what would be in it. Refusals: not_allowed, nothing_to_export, too_many_rows (5,000).
create function private.export_ainas(p_branch bigint, p_ids jsonb, p_again boolean, p_format text, p_preview boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_branch bigint := private.ainas_out_branch(p_branch);
  v_me public.members := private.me();
  v_ids bigint[];
  v_answer jsonb;
  v_export public.ainas_exports;
begin
  select array_agg(c.id order by c.requested_at, c.id) filter (where c.problem is null and (p_again or c.exported is null)),
    jsonb_build_object('waiting', count(*), 'before', count(c.exported), 'skipped', coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'request_no', c.request_no, 'problem', c.problem)
      order by c.requested_at, c.id) filter (where c.problem is not null), '[]'),
      'last', (select to_jsonb(x) from (select e.created_at, e.made_name, e.case_count from public.ainas_exports e where e.branch_id = v_branch order by e.id desc limit 1) x))
  into v_ids, v_answer from private.ainas_out_cases(v_branch, p_ids) c;
  if p_preview then
    return v_answer || jsonb_build_object('cases', coalesce(cardinality(v_ids), 0));
  elsif v_ids is null then
    perform private.refuse(409, 'nothing_to_export');
  elsif cardinality(v_ids) > 5000 then
    perform private.refuse(413, 'too_many_rows', '{"limit": 5000}');
  end if;
  insert into public.ainas_exports (branch_id, format, made_by, made_name, on_behalf, case_count, again_count)
  values (v_branch, p_format, v_me.user_id, v_me.display_name, v_me.role = 'hq_admin', cardinality(v_ids),
    (select count(distinct c.application_id) from public.ainas_export_cases c where c.application_id = any (v_ids)))
  returning * into v_export;
  insert into public.ainas_export_cases (export_id, application_id, agent_branch_id) select v_export.id, i, v_branch from unnest(v_ids) i;
  return v_answer || jsonb_build_object('cases', cardinality(v_ids), 'export_id', v_export.id, 'created_at', v_export.created_at, 'again', v_export.again_count,
    'headers', coalesce(private.setting('import_headers') -> 'ainas', '{}'),
    'rows', (select jsonb_agg(private.ainas_out_row(a) order by a.requested_at, a.id) from public.applications a where a.id = any (v_ids)));
end $$;
comment on function private.export_ainas(bigint, jsonb, boolean, text, boolean) is 'Definer: ainas_exports has no write grant; ainas_out_branch judges the caller.';
create function public.export_ainas(p_branch bigint default null, p_ids jsonb default null, p_again boolean default false, p_format text default 'csv', p_preview boolean default false)
returns jsonb language sql set search_path = '' as $$ select private.export_ainas(p_branch, p_ids, p_again, p_format, p_preview) $$;
comment on function public.export_ainas(bigint, jsonb, boolean, text, boolean) is
  '代理申請待ち for AINAS: {cases, waiting, before, again, skipped, last, headers, rows}; marks them as handed out unless p_preview. p_again: with those handed out before.';

-- D-15d: the moment of the last file of AINAS that the caller''s cases mirror; null when none ever came.
create function private.ainas_as_of(p_branch bigint) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select max(i.finished_at) from public.imports i
  where i.kind = 'ainas' and i.state = 'done' and (i.branch_id is null or p_branch is null and private.is_hq() or i.branch_id = coalesce(private.my_branch(), p_branch)
    or i.branch_id in (select s.branch_id from public.sites s where s.requester_id = private.my_company()))
    and private.my_role() is not null
$$;
comment on function private.ainas_as_of(bigint) is 'Definer: a garage may not list imports; it answers a moment alone.';
create function public.ainas_as_of(p_branch bigint default null) returns timestamptz
language sql stable set search_path = '' as $$ select private.ainas_as_of(p_branch) $$;
comment on function public.ainas_as_of(bigint) is '『AINAS 10/05 14:00 現在』: when the last file that concerns the caller (or p_branch, for head office) was taken in.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace in ('private'::regnamespace, 'public'::regnamespace)
    and p.proname in ('work_exports', 'ainas_out_row', 'ainas_out_branch', 'ainas_out_cases', 'export_ainas', 'ainas_as_of')
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
