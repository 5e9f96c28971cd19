-- お知らせ: the notice board (domain §7).

create table public.notices (
  id bigint generated always as identity primary key,
  posted_on date not null default private.today(),
  ends_on date,
  important boolean not null default false,
  audience text not null default 'all' check (audience in ('all', 'registered', 'kei')),
  is_public boolean not null default false,
  branch_id bigint references public.branches,
  title text not null check (char_length(title) between 1 and 120),
  body text not null check (char_length(body) between 1 and 4000),
  link text check (link ~ '^https?://'),
  version int not null default 1,
  created_by uuid default auth.uid()
);
comment on table public.notices is 'A notice of head office (branch_id null) or of one branch to its own people and companies.';
comment on column public.notices.is_public is 'Also shown on the sign-in page, to anybody.';
create index notices_posted_idx on public.notices (posted_on desc, id desc);
create index notices_branch_id_idx on public.notices (branch_id) where branch_id is not null;
alter table public.notices enable row level security;

-- The branch whose notices the caller reads: his own, or his company's home branch.
create function private.my_home_branch() returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(m.branch_id, r.branch_id) from private.me() m left join public.requesters r on r.id = m.requester_id
$$;
comment on function private.my_home_branch() is 'Definer: as the scope functions.';
grant execute on function private.my_home_branch() to authenticated;

create policy notices_select on public.notices for select to authenticated using (
  (select private.has_role('hq_admin'))
  or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch()))
  or (((select private.is_hq_or_auditor()) or branch_id is null or branch_id = (select private.my_home_branch()))
    and (select private.my_role()) is not null
    and posted_on <= (select private.today()) and coalesce(ends_on >= (select private.today()), true)));
comment on policy notices_select on public.notices is
  'Who may write one sees it at any time; others, while it is published, the national ones and those of their branch (head office all).';
create policy notices_select_anon on public.notices for select to anon using (
  is_public and posted_on <= (select private.today()) and coalesce(ends_on >= (select private.today()), true));
comment on policy notices_select_anon on public.notices is 'Anybody reads the current public notices.';
grant select on public.notices to authenticated;
grant select (id, posted_on, important, audience, title, body, link) on public.notices to anon;
create trigger on_notices_changed after update or delete on public.notices
  for each row execute function private.on_audited_change('id', 'branch_id');

-- Who may write a notice: 本部管理者 any, 支部管理者 those of the own branch, which are never public. One that is gone is told as such.
create function private.check_notice_writer(p_id bigint, p_branch bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v public.notices;
begin
  select * into v from public.notices n where n.id = p_id;
  if not private.has_role('hq_admin', 'branch_admin') then
    perform private.refuse(403, 'not_allowed');
  elsif p_id is not null and v.id is null then
    perform private.refuse_stale('notices', p_id::text);
  elsif not private.has_role('hq_admin') and (case when p_id is null then p_branch else v.branch_id end) is distinct from private.my_branch() then
    perform private.refuse(403, 'not_allowed');
  end if;
end $$;
comment on function private.check_notice_writer(bigint, bigint) is 'Definer: it looks at notices that the caller may not read.';

create function private.save_notice(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id bigint := (p ->> 'id')::bigint;
  v_fields text[] := '{posted_on,ends_on,important,audience,title,body,link}';
begin
  if private.has_role('hq_admin') then
    v_fields := v_fields || '{is_public}'::text[];
  elsif v_id is null and p ->> 'branch_id' is null then
    p := p || jsonb_build_object('branch_id', private.my_branch());
  end if;
  perform private.check_notice_writer(v_id, (p ->> 'branch_id')::bigint);
  perform private.refuse_other_fields(p, v_fields || case when v_id is null then '{branch_id}'::text[] else '{}' end);
  return case when v_id is null then private.insert_row('notices', p) else private.update_row('notices', p) end;
end $$;
comment on function private.save_notice(jsonb) is 'Definer: notices has no write grant; it judges the caller itself.';

create function private.delete_notice(p_id bigint, p_version int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.check_notice_writer(p_id, null);
  delete from public.notices n where n.id = p_id and n.version = p_version;
  if not found then
    perform private.refuse_stale('notices', p_id::text);
  end if;
end $$;
comment on function private.delete_notice(bigint, int) is 'Definer: as save_notice.';

create function public.save_notice(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.save_notice(p) $$;
comment on function public.save_notice(jsonb) is 'Posts (no id) or changes (id and the version that was read) an お知らせ; only changed fields are sent. Answers the row.';
create function public.delete_notice(p_id bigint, p_version int) returns void
language sql set search_path = '' as $$ select private.delete_notice(p_id, p_version) $$;
comment on function public.delete_notice(bigint, int) is 'Deletes an お知らせ in the version that was read.';
grant execute on function private.save_notice(jsonb), private.delete_notice(bigint, int), public.save_notice(jsonb), public.delete_notice(bigint, int) to authenticated;
