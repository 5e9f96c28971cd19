-- 連絡: who of a garage was called about a case, what was said, and when to ask again. A log: nothing in it is rewritten,
-- a line that waits for an answer is only closed.

create table public.contacts (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications on delete cascade,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  contacted text not null check (char_length(contacted) between 1 and 60),
  channel text collate "C" not null check (channel in ('phone', 'mail', 'visit')),
  said text not null check (char_length(said) between 1 and 1000),
  follow_up_on date,
  actor_id uuid,
  actor_name text,
  on_behalf boolean not null default false,
  created_at timestamptz not null default private.now(),
  closed_at timestamptz,
  closed_by uuid,
  closed_name text,
  constraint contacts_closed_was_open check (closed_at is null or follow_up_on is not null)
);
comment on table public.contacts is '連絡の記録: kept by the agent branch, read by the home branch and head office; a garage does not see it.';
comment on column public.contacts.contacted is 'The person at the garage who was called, written to or met.';
comment on column public.contacts.follow_up_on is 'JST day by which an answer is awaited; the line is open until it is closed. Null: nothing is awaited.';
comment on column public.contacts.on_behalf is 'Written by 本部管理者 in the branch''s place (D-4).';
create index contacts_application_idx on public.contacts (application_id, id);
create index contacts_open_idx on public.contacts (agent_branch_id, follow_up_on, application_id) include (home_branch_id)
  where closed_at is null and follow_up_on is not null;

alter table public.contacts enable row level security;
create policy contacts_select on public.contacts for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or home_branch_id = (select private.my_branch()));
comment on policy contacts_select on public.contacts is 'Head office all; a branch what concerns the cases it files or its companies have filed.';
grant select on public.contacts to authenticated;

create function private.on_contact_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.closed_at is not null
    or to_jsonb(new) - array['closed_at', 'closed_by', 'closed_name'] <> to_jsonb(old) - array['closed_at', 'closed_by', 'closed_name'] then
    perform private.refuse(403, 'history_is_append_only');
  end if;
  return new;
end $$;
create trigger on_contacts_changed before update on public.contacts
  for each row execute function private.on_contact_changed();

-- The text of a field without outer blanks, within its length.
create function private.contact_text(p jsonb, p_field text, p_max int) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_text text := btrim(coalesce(p ->> p_field, ''), E' \u3000\t\r\n');
begin
  if v_text = '' then
    perform private.refuse(400, 'value_required', jsonb_build_object('field', p_field));
  elsif char_length(v_text) > p_max then
    perform private.refuse(400, 'too_long', jsonb_build_object('field', p_field, 'max', p_max));
  end if;
  return v_text;
end $$;

-- Day by which an answer is awaited: today or later, or none.
create function private.contact_day(p jsonb) returns date
language plpgsql stable set search_path = '' as $$
declare
  v_day text := nullif(p ->> 'follow_up_on', '');
begin
  if not coalesce(v_day ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(v_day, 'date'), true) or v_day::date < private.today() then
    perform private.refuse(400, 'invalid_date', jsonb_build_object('field', 'follow_up_on'));
  end if;
  return v_day::date;
end $$;

-- The cases that p_ids names, all of which the caller must act for; a call may concern several cars.
create function private.contact_cases(p_ids jsonb) returns setof public.applications
language plpgsql stable security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_ids bigint[];
begin
  if not coalesce(jsonb_typeof(p_ids) = 'array' and jsonb_array_length(p_ids) between 1 and 100, false)
    or exists (select from jsonb_array_elements_text(p_ids) i where i !~ '^\d{1,18}$') then
    perform private.refuse(400, 'invalid_items');
  end if;
  v_ids := array(select distinct i::bigint from jsonb_array_elements_text(p_ids) i);
  if (select count(*) from public.applications a where a.id = any (v_ids) and private.sees_case(v_me, a)) < cardinality(v_ids) then
    perform private.refuse(404, 'not_found');
  elsif exists (select from public.applications a where a.id = any (v_ids) and not 'agent' = any (private.actor_kinds(v_me, a))) then
    perform private.refuse(403, 'not_allowed');
  end if;
  return query select a.* from public.applications a where a.id = any (v_ids);
end $$;
comment on function private.contact_cases(jsonb) is 'Definer: tells a case out of sight from one the caller may not act for.';

create function private.add_contact(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_contacted text := private.contact_text(p, 'contacted', 60);
  v_said text := private.contact_text(p, 'said', 1000);
  v_day date := private.contact_day(p);
  v_ids jsonb;
begin
  if not coalesce(p ->> 'channel' in ('phone', 'mail', 'visit'), false) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', 'channel'));
  end if;
  with added as (
    insert into public.contacts (application_id, agent_branch_id, home_branch_id, contacted, channel, said, follow_up_on, actor_id, actor_name, on_behalf)
    select c.id, c.agent_branch_id, c.home_branch_id, v_contacted, p ->> 'channel', v_said, v_day,
      v_me.user_id, v_me.display_name, v_me.role = 'hq_admin'
    from private.contact_cases(p -> 'applications') c
    returning id
  )
  select jsonb_agg(a.id order by a.id) into v_ids from added a;
  return jsonb_build_object('ids', v_ids);
end $$;
comment on function private.add_contact(jsonb) is 'Definer: nobody writes the log by hand; it judges the caller by private.me().';

create function private.close_contact(p_id bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_contact public.contacts;
begin
  select c.* into v_contact from public.contacts c where c.id = p_id for update;
  if v_contact.id is null then
    perform private.refuse(404, 'not_found');
  end if;
  perform from private.contact_cases(jsonb_build_array(v_contact.application_id));
  -- closing twice is closing once: two people may have heard the same answer
  update public.contacts c set closed_at = private.now(), closed_by = v_me.user_id, closed_name = v_me.display_name
  where c.id = p_id and c.closed_at is null and c.follow_up_on is not null
  returning c.* into v_contact;
  return jsonb_build_object('id', p_id);
end $$;
comment on function private.close_contact(bigint) is 'Definer: as add_contact.';

create function public.add_contact(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.add_contact(p) $$;
comment on function public.add_contact(jsonb) is
  'Writes one line of 連絡 on each of up to 100 cases: {applications: [id], contacted, channel: phone|mail|visit, said, follow_up_on?}. Answer: {ids}.';
create function public.close_contact(p_id bigint) returns jsonb
language sql set search_path = '' as $$ select private.close_contact(p_id) $$;
comment on function public.close_contact(bigint) is 'Nothing more is awaited of this line of 連絡.';
grant execute on function private.add_contact(jsonb), public.add_contact(jsonb), private.close_contact(bigint), public.close_contact(bigint) to authenticated;
