-- Head office's own files: requesters 事業者 and sites 依頼人拠点. An empty cell leaves what is known.

create function private.import_requesters(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  return query
  with file as (
    select r.line, r.data, x.*, row_number() over (partition by x.code order by r.line) as occurrence,
      first_value(r.data) over (partition by x.code order by r.line) as first_data,
      first_value(x.code) over (partition by x.ainas_org_id order by r.line) as first_owner
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (code text, name text, branch_code text, postal_code text, address text, phone text,
      ainas_org_id text, member_code text, debit_cycle int, report_email text)
    where r.import_id = p_import_id
  ), judged as materialized (
    select f.*, b.id as branch_id, q as old, case
        when f.code is null or f.code !~ '^C[0-9]{7}$' then 'invalid_requester_code'
        when b.id is null then 'unknown_branch'
        when f.first_data <> f.data then 'duplicate_in_file'
        when f.ainas_org_id is not null and (f.first_owner <> f.code
          or exists (select from public.requesters o where o.ainas_org_id = f.ainas_org_id and o.code <> f.code)) then 'ainas_org_id_taken'
      end as problem
    from file f
    left join public.branches b on b.code = f.branch_code
    left join public.requesters q on q.code = f.code
  ), next as (
    select j.line, j.code, j.branch_id, (j.old).id as old_id, (j.old).branch_id as old_branch_id, j.branch_code,
      j.name, coalesce(j.postal_code, (j.old).postal_code) as postal_code, coalesce(j.address, (j.old).address) as address,
      coalesce(j.phone, (j.old).phone) as phone, coalesce(j.ainas_org_id, (j.old).ainas_org_id) as ainas_org_id,
      coalesce(j.member_code, (j.old).member_code) as member_code, j.debit_cycle, coalesce(j.report_email, (j.old).report_email) as report_email, j.old
    from judged j where j.problem is null and j.occurrence = 1
  ), changed as (
    select n.* from next n
    where (n.name, n.branch_id, n.postal_code, n.address, n.phone, n.ainas_org_id, n.member_code, n.debit_cycle, n.report_email)
      is distinct from ((n.old).name, (n.old).branch_id, (n.old).postal_code, (n.old).address, (n.old).phone, (n.old).ainas_org_id,
        (n.old).member_code, (n.old).debit_cycle, (n.old).report_email)
  ), added as (
    insert into public.requesters (code, name, branch_id, postal_code, address, phone, ainas_org_id, member_code, debit_cycle, report_email)
    select n.code, n.name, n.branch_id, n.postal_code, n.address, n.phone, n.ainas_org_id, n.member_code, n.debit_cycle, n.report_email
    from changed n where n.old_id is null order by n.line
    returning id
  ), altered as (
    update public.requesters q set name = n.name, branch_id = n.branch_id, postal_code = n.postal_code, address = n.address, phone = n.phone,
      ainas_org_id = n.ainas_org_id, member_code = n.member_code, debit_cycle = n.debit_cycle, report_email = n.report_email, version = q.version + 1
    from changed n where q.id = n.old_id
    returning q.id
  )
  select j.line, case when j.problem is not null then 'rejected' when c.line is null then 'unchanged' when c.old_id is null then 'inserted' else 'updated' end,
    p.field, j.data ->> p.field, j.problem
  from judged j
  left join changed c on c.line = j.line
  left join lateral (select case j.problem when 'unknown_branch' then 'branch_code' when 'ainas_org_id_taken' then 'ainas_org_id' else 'code' end as field) p
    on j.problem is not null
  union all
  -- 所属 decides who bills and who sees the company: said before it is done
  select c.line, 'warning', 'branch_code', c.branch_code, 'home_branch_changes' from changed c where c.old_branch_id <> c.branch_id;
end $$;
comment on function private.import_requesters(bigint) is 'Definer: requesters has no insert grant; callers were judged by require_importer.';

create function private.import_sites(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  return query
  with file as (
    select r.line, r.data, x.*, row_number() over (partition by x.ainas_org_id, x.code order by r.line) as occurrence,
      first_value(r.data) over (partition by x.ainas_org_id, x.code order by r.line) as first_data
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (ainas_org_id text, code text, name text, short_name text, branch_code text, record_agent_no text)
    where r.import_id = p_import_id
  ), judged as materialized (
    select f.*, b.id as branch_id, q.id as requester_id, s as old, case
        when q.id is null then 'unknown_requester'
        when b.id is null then 'unknown_branch'
        when f.code is null or f.code !~ '^[0-9A-Za-z]{1,7}$' then 'invalid_site_code'
        when f.first_data <> f.data then 'duplicate_in_file'
        -- 廃止: its code is never used again
        when s.status = 'closed' then 'site_closed'
      end as problem
    from file f
    left join public.requesters q on q.ainas_org_id = f.ainas_org_id
    left join public.branches b on b.code = f.branch_code
    left join public.sites s on s.requester_id = q.id and s.code = f.code
  ), changed as (
    select j.line, j.requester_id, j.code, j.name, j.short_name, j.branch_id, j.branch_code, (j.old).id as old_id, (j.old).branch_id as old_branch_id,
      coalesce(j.record_agent_no, (j.old).record_agent_no) as record_agent_no
    from judged j
    where j.problem is null and j.occurrence = 1
      and (j.name, j.short_name, j.branch_id, coalesce(j.record_agent_no, (j.old).record_agent_no))
        is distinct from ((j.old).name, (j.old).short_name, (j.old).branch_id, (j.old).record_agent_no)
  ), added as (
    insert into public.sites (requester_id, code, name, short_name, branch_id, record_agent_no)
    select c.requester_id, c.code, c.name, c.short_name, c.branch_id, c.record_agent_no from changed c where c.old_id is null order by c.line
    returning id
  ), altered as (
    update public.sites s set name = c.name, short_name = c.short_name, branch_id = c.branch_id, record_agent_no = c.record_agent_no, version = s.version + 1
    from changed c where s.id = c.old_id
    returning s.id
  )
  select j.line, case when j.problem is not null then 'rejected' when c.line is null then 'unchanged' when c.old_id is null then 'inserted' else 'updated' end,
    p.field, j.data ->> p.field, j.problem
  from judged j
  left join changed c on c.line = j.line
  left join lateral (select case j.problem when 'unknown_requester' then 'ainas_org_id' when 'unknown_branch' then 'branch_code' else 'code' end as field) p
    on j.problem is not null
  union all
  select c.line, 'warning', 'branch_code', c.branch_code, 'area_branch_changes' from changed c where c.old_branch_id <> c.branch_id;
end $$;
comment on function private.import_sites(bigint) is 'Definer: sites has no insert grant; callers were judged by require_importer.';
