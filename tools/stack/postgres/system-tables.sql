-- After the library created its auth and storage tables: owners and grants as on hosted, and what it leaves out.
do $$
declare
  v_table record;
begin
  for v_table in
    select c.oid::regclass as name, n.nspname as schema
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('auth', 'storage') and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s owner to supabase_%s_admin', v_table.name, v_table.schema);
    execute format('grant all on %s to postgres', v_table.name);
    if v_table.schema = 'storage' then
      execute format('grant all on %s to anon, authenticated, service_role', v_table.name);
    end if;
  end loop;
end
$$;
grant execute on all functions in schema auth, storage to public;

-- The library writes its jsonb columns as JSON strings (a text that holds JSON), so that ->> finds nothing in them.
create function auth.unwrap_json() returns trigger language plpgsql set search_path = '' as $$
declare
  v_row jsonb := to_jsonb(new);
  v_column text;
begin
  foreach v_column in array tg_argv loop
    if jsonb_typeof(v_row -> v_column) = 'string' then
      v_row := jsonb_set(v_row, array[v_column], (v_row ->> v_column)::jsonb);
    end if;
  end loop;
  if tg_table_name = 'users' then
    new.raw_app_meta_data := nullif(v_row -> 'raw_app_meta_data', 'null');
    new.raw_user_meta_data := nullif(v_row -> 'raw_user_meta_data', 'null');
  elsif tg_table_name = 'identities' then
    new.identity_data := v_row -> 'identity_data';
  else
    new.metadata := nullif(v_row -> 'metadata', 'null');
    new.user_metadata := nullif(v_row -> 'user_metadata', 'null');
  end if;
  return new;
end
$$;

create trigger unwrap_json before insert or update on auth.users
  for each row execute function auth.unwrap_json('raw_app_meta_data', 'raw_user_meta_data');
create trigger unwrap_json before insert or update on auth.identities
  for each row execute function auth.unwrap_json('identity_data');
create trigger unwrap_json before insert or update on storage.objects
  for each row execute function auth.unwrap_json('metadata', 'user_metadata');

-- The library has no second factor; these are GoTrue's own columns for TOTP.
create table auth.mfa_factors (
  id uuid primary key,
  user_id uuid not null references auth.users on delete cascade,
  friendly_name text,
  factor_type text not null,
  status text not null default 'unverified',
  secret text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_challenged_at timestamptz
);
create index mfa_factors_user_id_idx on auth.mfa_factors (user_id);

create table auth.mfa_challenges (
  id uuid primary key,
  factor_id uuid not null references auth.mfa_factors on delete cascade,
  created_at timestamptz not null default now(),
  verified_at timestamptz,
  ip_address inet
);
create index mfa_challenges_factor_id_idx on auth.mfa_challenges (factor_id);

alter table auth.mfa_factors owner to supabase_auth_admin;
alter table auth.mfa_challenges owner to supabase_auth_admin;
grant all on auth.mfa_factors, auth.mfa_challenges to postgres;
