-- On hosted Supabase pg_cron runs the schedule, in UTC, and pg_net calls the functions. One call after each release copies the
-- table (docs/deploy.md); the embedded runtime reads the table itself and needs none of this.

-- A time of Asia/Tokyo as pg_cron reads it. Only the hour or the hours from-to move, so a schedule that names days cannot be told.
create function private.utc_cron(p_cron text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v text[] := regexp_split_to_array(btrim(p_cron), '\s+');
begin
  if cardinality(v) <> 5 or v[2] = '*' then
    return p_cron;
  elsif v[2] !~ '^\d+(-\d+)?$' or v[3] <> '*' or v[4] <> '*' or v[5] <> '*' then
    raise exception 'the schedule % names days or picks hours; write it so that its statement judges the day', p_cron;
  end if;
  v[2] := (select string_agg(((h + 15) % 24)::text, ',' order by h) from generate_series(split_part(v[2], '-', 1)::int, regexp_replace(v[2], '^.*-', '')::int) h);
  return array_to_string(v, ' ');
end $$;

-- p_url: https://<ref>.supabase.co; p_secret: name in Vault of the secret key. Answers how many jobs there are now.
create function private.install_schedules(p_url text, p_secret text default 'secret_key') returns int
language plpgsql set search_path = '' as $$
declare
  s private.schedules;
  v_count int := 0;
begin
  execute $q$ select cron.unschedule(j.jobname) from cron.job j where j.jobname like 'oss-%' $q$;
  for s in select * from private.schedules order by name loop
    execute 'select cron.schedule($1, $2, $3)' using 'oss-' || s.name, private.utc_cron(s.cron), coalesce(s.statement, format(
      $q$select net.http_post(url := %L, headers := jsonb_build_object('apikey', (select decrypted_secret from vault.decrypted_secrets where name = %L)), body := '{}'::jsonb, timeout_milliseconds := 60000)$q$,
      p_url || '/functions/v1/' || s.function, p_secret));
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
comment on function private.install_schedules(text, text) is 'Run by the administrator of a hosted project, in its SQL editor.';
