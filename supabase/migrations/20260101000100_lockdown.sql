-- Deny by default. Older hosted projects grant every new object to the API roles, newer ones do not;
-- these statements make the schema mean the same on all of them. Grants follow by name, feature by feature.
alter default privileges for role postgres in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges for role postgres in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges for role postgres revoke execute on functions from public;

create schema private;
comment on schema private is 'Machinery: never exposed by the Data API. Callers reach it through invoker wrappers in public.';
grant usage on schema private to anon, authenticated, service_role;

create extension if not exists btree_gist with schema extensions;
create extension if not exists pgcrypto with schema extensions;
-- Lint 0026/0027: with pg_graphql installed every readable table would be listed to the world.
drop extension if exists pg_graphql;

-- Refuses the running act. The Data API answers with HTTP p_status and { code: 'PTnnn', message: p_code, details }.
create function private.refuse(p_status int, p_code text, p_details jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = coalesce(p_details::text, '');
end $$;
grant execute on function private.refuse(int, text, jsonb) to authenticated, service_role;

-- The one clock. Tests and the embedded `--clock` move it by a setting that no API caller can reach. The clock and the
-- calendar are plpgsql, because a session keeps its plans: they are asked in every statement and for every row.
create function private.now() returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return pg_catalog.now() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval;
end $$;

-- Calendar day in Asia/Tokyo of an instant.
create function private.jst_day(p_at timestamptz) returns date
language plpgsql immutable set search_path = '' as $$ begin return (p_at at time zone 'Asia/Tokyo')::date; end $$;

create function private.today() returns date
language plpgsql stable set search_path = '' as $$ begin return private.jst_day(private.now()); end $$;

-- First day of the month of a day: months are stored so.
create function private.month_of(p_day date) returns date
language plpgsql immutable set search_path = '' as $$ begin return p_day - (extract(day from p_day)::int - 1); end $$;

grant execute on function private.now(), private.jst_day(timestamptz), private.today(), private.month_of(date)
  to anon, authenticated, service_role;

create table public.holidays (
  day date primary key,
  name text not null
);
comment on table public.holidays is 'National and substitute holidays of Japan. Weekends and 12/31-1/3 are rules, not rows (domain §11.4).';
alter table public.holidays enable row level security;
grant select on public.holidays to authenticated;

-- Banks are shut on weekends, national holidays and 12/31-1/3.
create function private.is_business_day(p_day date) returns boolean
language sql stable set search_path = '' as $$
  select extract(isodow from p_day) < 6
     and to_char(p_day, 'MMDD') not in ('1231', '0101', '0102', '0103')
     and not exists (select from public.holidays h where h.day = p_day)
$$;

-- The day itself, or the next business day (decisions D-25).
create function private.next_business_day(p_day date) returns date
language sql stable set search_path = '' as $$
  select min(d)::date from generate_series(p_day, p_day + 14, '1 day') d where private.is_business_day(d::date)
$$;

-- Search form of a name: NFKC, lower case, katakana as hiragana, no blanks. Twin of domain/text.ts foldName.
create function private.fold(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select translate(
    regexp_replace(lower(normalize(coalesce(p_text, ''), nfkc)), '\s', '', 'g'),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ')
$$;
grant execute on function private.fold(text) to authenticated, service_role;
