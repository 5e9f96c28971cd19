-- 検索 (Ctrl-K): one question, every kind of answer: cases by plate, chassis and any of their numbers, companies, sites.
-- Never 使用者 (D-8b). Only equality and ranges on applications; the policies judge what is shown.

create index applications_previous_acceptance_idx on public.applications (previous_acceptance_no) where previous_acceptance_no is not null;
-- The last four characters, which is what people read out; asked by a definer function alone, as no policy lets it be used otherwise.
create index applications_chassis_end_idx on public.applications (right(chassis_no, 4));

-- Index ranges that the parts name, as SQL on applications `a`; a part of a plate that is empty may be anything.
create function private.find_ranges(p jsonb) returns setof text
language sql immutable set search_path = '' as $$
  select concat_ws(' and ', format('a.plate_number = %L', p #>> '{plate,number}'),
    'a.plate_area = ' || quote_literal(nullif(p #>> '{plate,area}', '')),
    'a.plate_class = ' || quote_literal(nullif(p #>> '{plate,class}', '')),
    'a.plate_kana = ' || quote_literal(nullif(p #>> '{plate,kana}', '')))
  where p #>> '{plate,number}' ~ '^[0-9]{1,4}$'
  union all
  -- the next text after all that begin with the prefix: its last character, one further (collation "C")
  select format('a.chassis_no >= %1$L and a.chassis_no < %2$L', c, left(c, -1) || chr(ascii(right(c, 1)) + 1))
  from (select p ->> 'chassis' as c) x where c ~ '^[0-9A-Z-]{4,25}$'
  union all
  select format('right(a.chassis_no, 4) = %L', p ->> 'chassis_end') where p ->> 'chassis_end' ~ '^[0-9A-Z]{4}$'
  union all
  select format('a.%I = %L', k, p ->> 'key')
  from unnest('{application_no,request_no,acceptance_no,previous_acceptance_no}'::text[]) k where p ->> 'key' ~ '^[0-9A-Z-]{1,20}$'
$$;

-- How many cases of a range are looked at: for one who has few of them more, because most belong to others.
create function private.find_cap(p_scope text) returns int
language sql immutable set search_path = '' as $$ select case when p_scope is null then 1000 else 3000 end $$;

-- Candidates, not yet judged: of each range those of the caller's own scope. Where a range is wider than the cap, also those
-- among the newest of the scope, and broad.
create function private.find_case_ids(p jsonb, p_scope text, p_scope_id bigint, out ids bigint[], out broad boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_cap int := private.find_cap(p_scope);
  v_own text := case p_scope when 'agent_branch_id' then '(a.agent_branch_id = %1$L or a.home_branch_id = %1$L)' else 'a.' || p_scope || ' = %1$L' end;
  v_range text;
  v_found bigint[];
  v_seen int;
begin
  ids := '{}';
  broad := false;
  v_own := case when p_scope is null then 'true' else format(v_own, p_scope_id) end;
  for v_range in select private.find_ranges(p) loop
    execute format($q$
      select coalesce(array_agg(a.id) filter (where %s), '{}'), count(*)
      from (select a.id, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id from public.applications a where %s limit %s) a
    $q$, v_own, v_range, v_cap + 1) into v_found, v_seen;
    ids := ids || v_found;
    if v_seen > v_cap then
      broad := true;
      if p_scope is not null then
        execute format('select array(select a.id from (select a.id, a.chassis_no, a.plate_number, a.plate_area, a.plate_class, a.plate_kana from public.applications a where a.%I = %L::bigint order by a.requested_at desc, a.id desc limit 2000) a where %s)',
          p_scope, p_scope_id, v_range) into v_found;
        ids := ids || v_found;
      end if;
    end if;
  end loop;
end $$;
comment on function private.find_case_ids(jsonb, text, bigint, out bigint[], out boolean) is
  'Definer: a policy in the way would walk a broad range to its end. Answers ids alone, which find_cases reads under the policies.';

-- Cases among the candidates that the caller may see: open ones first, then the newest.
create function private.find_cases(p jsonb, p_ids bigint[], p_limit int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(f) - 'sort' || jsonb_build_object('requester_name', r.name, 'site_name', s.short_name) order by f.sort), '[]')
  from (
    select a.id, a.request_no, a.application_no, a.acceptance_no, a.vehicle_kind, a.filing_status, a.oss_status, a.plate_area, a.plate_class,
      a.plate_kana, a.plate_number, a.small_plate, a.chassis_no, a.requested_at, a.requester_id, a.site_id,
      row_number() over (order by a.outcome <> 'open', a.requested_at desc, a.id desc) as sort,
      case p ->> 'key' when a.application_no then 'application_no' when a.request_no then 'request_no' when a.acceptance_no then 'acceptance_no'
        when a.previous_acceptance_no then 'previous_acceptance_no'
        else case when a.chassis_no between p ->> 'chassis' and (p ->> 'chassis') || '~' or right(a.chassis_no, 4) = p ->> 'chassis_end' then 'chassis_no' else 'plate' end end as matched
    from public.applications a where a.id = any (p_ids)
    order by a.outcome <> 'open', a.requested_at desc, a.id desc limit p_limit
  ) f
  join public.requesters r on r.id = f.requester_id
  join public.sites s on s.id = f.site_id
$$;

-- The part of the directory that a person may see, named by constants; nothing for who is nobody here.
create function private.find_directory_scope(p_member public.members, p_sites boolean) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_sites and p_member.site_id is not null then format('x.id = %s', p_member.site_id)
    when p_member.requester_id is not null then format('x.%I = %s', case when p_sites then 'requester_id' else 'id' end, p_member.requester_id)
    when p_member.role is null then 'false'
    when p_member.branch_id is null then 'true'
    when p_sites then format('(x.branch_id = %1$s or x.requester_id in (select r.id from public.requesters r where r.branch_id = %1$s))', p_member.branch_id)
    else format('x.id in (select r.id from public.requesters r where r.branch_id = %1$s union select s.requester_id from public.sites s where s.branch_id = %1$s)', p_member.branch_id)
  end
$$;

-- Where a company or a site stands among the answers: an exact code first, then names that begin so, then the others.
create function private.find_rank_sql(p_sites boolean) returns text
language sql immutable set search_path = '' as $$
  select format('case when %s then 0 when starts_with(x.search_text, $1) then 1 else 2 end',
    case when p_sites then 'x.code = $2' else 'x.code = $2 or x.ainas_org_id = $2 or x.member_code = $2' end)
$$;

-- Candidates among companies or sites: by code, AINAS id, 会員コード or any part of the name.
create function private.find_directory_ids(p jsonb, p_member public.members, p_limit int, p_sites boolean) returns bigint[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_ids bigint[];
begin
  execute format('select array(select x.id from public.%I x where (strpos(x.search_text, $1) > 0%s) and %s order by %s, x.code limit $3)',
    case when p_sites then 'sites' else 'requesters' end, case when p_sites then '' else ' or x.ainas_org_id = $2' end,
    private.find_directory_scope(p_member, p_sites), private.find_rank_sql(p_sites))
  into v_ids using p ->> 'name', p ->> 'key', p_limit;
  return v_ids;
end $$;
comment on function private.find_directory_ids(jsonb, public.members, int, boolean) is
  'Definer: a policy would be asked of every company of the nation. Answers ids alone, which find_directory reads under the policies.';

create function private.find_directory(p jsonb, p_member public.members, p_limit int, out requesters jsonb, out sites jsonb)
language plpgsql stable set search_path = '' as $$
begin
  execute format($q$
    select coalesce(jsonb_agg(to_jsonb(f) - 'rank' order by f.rank, f.code), '[]') from (
      select x.id, x.code, x.name, x.contract_status, %s as rank from public.requesters x where x.id = any ($3)
    ) f $q$, private.find_rank_sql(false)) into requesters using p ->> 'name', p ->> 'key', private.find_directory_ids(p, p_member, p_limit, false);
  execute format($q$
    select coalesce(jsonb_agg(to_jsonb(f) - 'rank' || jsonb_build_object('requester_name', r.name) order by f.rank, r.code, f.code), '[]') from (
      select x.id, x.code, x.name, x.status, x.requester_id, %s as rank from public.sites x where x.id = any ($3)
    ) f join public.requesters r on r.id = f.requester_id $q$, private.find_rank_sql(true)) into sites using p ->> 'name', p ->> 'key', private.find_directory_ids(p, p_member, p_limit, true);
end $$;

create function private.find_anything(p jsonb, p_member public.members) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_limit constant int := 20;
  s record := private.case_scope(p_member);
  c record := private.find_case_ids(p, s.scope, s.id);
  v jsonb := jsonb_build_object('applications', private.find_cases(p, c.ids, v_limit), 'broad', c.broad);
begin
  if char_length(p ->> 'name') >= 2 then
    return v || (select to_jsonb(d) from private.find_directory(p, p_member, v_limit) d);
  end if;
  return v || '{"requesters": [], "sites": []}';
end $$;

create function public.find_anything(p jsonb) returns jsonb
language sql stable set search_path = '' as $$ select private.find_anything(p, private.me()) $$;
comment on function public.find_anything(jsonb) is
  'Finds within the caller''s scope. p: {plate: {area, class, kana, number}, chassis (4 or more), chassis_end (its last 4), key (申請ID, 依頼番号, 受付番号, a code), name (folded, 2 or more)}. '
  'Answers {applications, requesters, sites, broad}: 20 of each at most; broad: more fit than were looked at.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'private'::regnamespace and p.proname like 'find\_%' loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
grant execute on function public.find_anything(jsonb) to authenticated;
