-- Finding cases by what is personal: 使用者 by the beginning of the folded name, メモ by any part within a month (D-38). Ids only,
-- so that the list itself stays one indexed query; invoker functions, so that the policies decide what can be found.

-- The caller's scope as constants of a statement: policies make a search safe, this makes it fast (docs/bench.md).
create function private.scope_sql(p_with_home boolean) returns text
language sql stable set search_path = '' as $$
  select coalesce(string_agg(c, ' and '), 'true')
  from unnest(array[
    case when private.my_branch() is not null then case when p_with_home
      then format('(t.agent_branch_id = %1$s or t.home_branch_id = %1$s)', private.my_branch()) else format('t.agent_branch_id = %s', private.my_branch()) end end,
    case when private.my_company() is not null then format('t.requester_id = %s', private.my_company()) end,
    case when private.my_site() is not null then format('t.site_id = %s', private.my_site()) end]) c
  where c is not null
$$;

create function private.find_by_user(p_user text, p_limit int) returns bigint[]
language plpgsql stable set search_path = '' as $$
declare
  v_key text := private.fold(p_user);
  v_ids bigint[];
begin
  if v_key = '' then
    perform private.refuse(400, 'value_required', jsonb_build_object('field', 'p_user'));
  end if;
  execute format($q$
    select array(select t.application_id from public.application_vehicle_users t where %s and t.name_key >= %L and t.name_key < %L limit %s)
  $q$, private.scope_sql(false), v_key, left(v_key, -1) || chr(ascii(right(v_key, 1)) + 1), coalesce(p_limit::text, 'all')) into v_ids;
  return v_ids;
end $$;

-- Requests of the month, and drafts, which have no 依頼日時 yet.
create function private.find_by_memo(p_memo text, p_month date, p_among bigint[], p_limit int) returns bigint[]
language plpgsql stable set search_path = '' as $$
declare
  v_text text := private.fold(p_memo);
  v_from timestamptz := private.month_of(p_month)::timestamp at time zone 'Asia/Tokyo';
  v_to timestamptz := (private.month_of(p_month) + interval '1 month') at time zone 'Asia/Tokyo';
  v_ids bigint[];
begin
  if v_text = '' then
    perform private.refuse(400, 'value_required', jsonb_build_object('field', 'p_memo'));
  elsif p_month is null then
    perform private.refuse(400, 'period_required');
  end if;
  execute format($q$
    select array(
      select t.id from public.applications t
      where %1$s and (t.requested_at >= %2$L and t.requested_at < %3$L or t.requested_at is null) and t.memo is not null
        and ($1 is null or t.id = any ($1)) and strpos(private.fold(t.memo), %4$L) > 0 limit %5$s)
  $q$, private.scope_sql(true), v_from, v_to, v_text, p_limit) into v_ids using p_among;
  return v_ids;
end $$;

create function public.find_case_ids(p_user text default null, p_memo text default null, p_month date default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_cap constant int := 500;
  v_ids bigint[];
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif p_user is null and p_memo is null then
    perform private.refuse(400, 'value_required', jsonb_build_object('field', 'p_user'));
  end if;
  if p_user is not null then
    v_ids := private.find_by_user(p_user, case when p_memo is null then v_cap + 1 end);
  end if;
  if p_memo is not null then
    v_ids := private.find_by_memo(p_memo, p_month, v_ids, v_cap + 1);
  end if;
  if cardinality(v_ids) > v_cap then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', v_cap));
  end if;
  return to_jsonb(v_ids);
end $$;
comment on function public.find_case_ids(text, text, date) is
  'Ids of up to 500 cases within the caller''s scope by the beginning of 使用者 and a part of メモ among the requests of a month (and drafts). Refused: 400 value_required, period_required; 413 too_many_rows.';
grant execute on function private.scope_sql(boolean), private.find_by_user(text, int), private.find_by_memo(text, date, bigint[], int),
  public.find_case_ids(text, text, date) to authenticated;
