-- 整備業務システム (garage software): keys of a company, and the door through which its 依頼データ come in (docs/requests.md).
-- A key works in the name of one 担当者 and can never do more than that person; AINAS knows it no other way.

create table public.api_keys (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  user_id uuid not null references public.members on delete cascade,
  name text not null check (char_length(name) between 1 and 40),
  prefix text collate "C" not null,
  key_hash bytea not null unique,
  may_send boolean not null default false,
  created_at timestamptz not null default private.now(),
  created_name text,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_name text
);
comment on table public.api_keys is 'APIキー: only the SHA-256 of a key is kept. It is a random number of 192 bits, so that no slow hash is needed.';
comment on column public.api_keys.user_id is 'The 担当者 in whose name the software works; a disabled person disables the key.';
comment on column public.api_keys.prefix is 'The first characters of the key, by which people tell keys apart.';
create index api_keys_requester_idx on public.api_keys (requester_id, id);
create index api_keys_user_idx on public.api_keys (user_id);

alter table public.api_keys enable row level security;
create policy api_keys_select on public.api_keys for select to authenticated using (
  (select private.has_role('hq_admin'))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_company()))
  or ((select private.has_role('branch_admin')) and requester_id in (select unnest((select private.my_home_requesters())))));
comment on policy api_keys_select on public.api_keys is 'The company''s administrator; 支部管理者 of its home branch and 本部管理者, who revoke a lost key on a call.';
grant select (id, requester_id, user_id, name, prefix, may_send, created_at, created_name, last_used_at, revoked_at, revoked_name)
  on public.api_keys to authenticated;

-- p: {name, user_id, may_send}. Answers the row and, this once, the key itself.
create function private.make_api_key(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_person public.members;
  v_key text := 'oss_' || encode(extensions.gen_random_bytes(24), 'hex');
  v public.api_keys;
begin
  perform private.refuse_other_fields(p, '{name,user_id,may_send}');
  if not private.has_role('requester_admin') then
    perform private.refuse(403, 'not_allowed');
  end if;
  select * into v_person from public.members m where m.user_id = (p ->> 'user_id')::uuid and m.requester_id = private.my_company()
    and m.role in ('submitter', 'preparer') and m.disabled_at is null;
  if v_person.user_id is null or ((p ->> 'may_send')::boolean and v_person.role <> 'submitter') then
    perform private.refuse(400, 'invalid_value', '{"field": "user_id"}');
  elsif char_length(btrim(coalesce(p ->> 'name', ''))) not between 1 and 40 then
    perform private.refuse(400, 'invalid_value', '{"field": "name"}');
  elsif (select count(*) from public.api_keys k where k.requester_id = v_person.requester_id and k.revoked_at is null) >= 20 then
    perform private.refuse(409, 'too_many_keys');
  end if;
  insert into public.api_keys (requester_id, user_id, name, prefix, key_hash, may_send, created_name)
  values (v_person.requester_id, v_person.user_id, btrim(p ->> 'name'), left(v_key, 10), sha256(convert_to(v_key, 'UTF8')),
    coalesce((p ->> 'may_send')::boolean, false), (private.me()).display_name) returning * into v;
  perform private.write_audit('api_keys', v.id::text, 'insert', (select r.branch_id from public.requesters r where r.id = v.requester_id), null,
    to_jsonb(v) - 'key_hash');
  return to_jsonb(v) - 'key_hash' || jsonb_build_object('key', v_key);
end $$;
comment on function private.make_api_key(jsonb) is 'Definer: api_keys has no write grant; it judges the caller itself.';

create function private.revoke_api_key(p_id bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.api_keys;
begin
  update public.api_keys k set revoked_at = private.now(), revoked_name = (private.me()).display_name
  where k.id = p_id and k.revoked_at is null and case private.my_role()
    when 'requester_admin' then k.requester_id = private.my_company()
    when 'branch_admin' then k.requester_id = any (private.my_home_requesters())
    else private.has_role('hq_admin') end
  returning * into v;
  if v.id is null then
    perform private.refuse(404, 'not_found');
  end if;
  perform private.write_audit('api_keys', v.id::text, 'revoke', (select r.branch_id from public.requesters r where r.id = v.requester_id), null,
    jsonb_build_object('revoked_at', v.revoked_at));
  return to_jsonb(v) - 'key_hash';
end $$;
comment on function private.revoke_api_key(bigint) is 'Definer: as make_api_key. A key is never restored.';

create function public.make_api_key(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.make_api_key(p) $$;
comment on function public.make_api_key(jsonb) is 'Makes a key of the caller''s company: {name, user_id, may_send}. `key` is answered this once.';
create function public.revoke_api_key(p_id bigint) returns jsonb
language sql set search_path = '' as $$ select private.revoke_api_key(p_id) $$;
comment on function public.revoke_api_key(bigint) is 'Ends a key at once. Answers its row.';
grant execute on function private.make_api_key(jsonb), private.revoke_api_key(bigint), public.make_api_key(jsonb), public.revoke_api_key(bigint) to authenticated;

insert into public.settings (key, value, label_ja) values
  ('api_calls_per_minute', '60', 'API: キーごとの1分あたりの呼出し回数');

create table private.api_calls (
  api_key_id bigint not null references public.api_keys on delete cascade,
  minute timestamptz not null,
  calls int not null default 1,
  primary key (api_key_id, minute)
);
comment on table private.api_calls is 'Calls of a key by the minute: what the rate limit counts.';

create table private.api_answers (
  requester_id bigint not null references public.requesters on delete cascade,
  idempotency_key text collate "C" not null check (char_length(idempotency_key) between 1 and 200),
  body_hash text collate "C" not null,
  answer jsonb,
  created_at timestamptz not null default private.now(),
  primary key (requester_id, idempotency_key)
);
comment on table private.api_answers is 'What was answered to an Idempotency-Key of a company: numbers and codes, nothing of a 使用者. Kept for a week.';

-- The key of a call, if it may call now. Counted apart from what the call does, so that a refused one counts too.
create function private.admit_api_key(p_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.api_keys;
  v_minute timestamptz := date_trunc('minute', private.now());
  v_calls int;
begin
  select * into v from public.api_keys k where k.key_hash = sha256(convert_to(coalesce(p_key, ''), 'UTF8')) and k.revoked_at is null;
  if v.id is null then
    perform private.refuse(401, 'api_key_invalid');
  end if;
  insert into private.api_calls as c (api_key_id, minute) values (v.id, v_minute)
  on conflict (api_key_id, minute) do update set calls = c.calls + 1 returning c.calls into v_calls;
  if v_calls > (private.setting('api_calls_per_minute') #>> '{}')::int then
    perform private.refuse(429, 'too_many_requests',
      jsonb_build_object('retry_after', ceil(extract(epoch from v_minute + interval '1 minute' - private.now()))::int));
  end if;
  if v.last_used_at is null or v.last_used_at < v_minute then
    update public.api_keys k set last_used_at = private.now() where k.id = v.id;
    delete from private.api_calls c where c.api_key_id = v.id and c.minute < v_minute;
  end if;
  return jsonb_build_object('id', v.id, 'may_send', v.may_send);
end $$;
comment on function private.admit_api_key(text) is 'Definer: keys and counts have no grants; called by the function `requests` alone.';
create function public.admit_api_key(p_key text) returns jsonb
language sql set search_path = '' as $$ select private.admit_api_key(p_key) $$;
comment on function public.admit_api_key(text) is 'Counts a call of a key; 401 for an unknown one, 429 with retry_after (seconds) beyond the limit of the minute.';
grant execute on function private.admit_api_key(text), public.admit_api_key(text) to service_role;

create function private.forget_api_answers() returns void
language sql security definer set search_path = '' as $$
  delete from private.api_answers a where a.created_at < private.now() - interval '7 days'
$$;
comment on function private.forget_api_answers() is 'Definer: run by the clock.';
insert into private.schedules (name, cron, statement) values ('forget-api-answers', '40 3 * * *', 'select private.forget_api_answers()');
