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
create policy notices_insert on public.notices for insert to authenticated with check (
  (select private.has_role('hq_admin')) or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch()) and not is_public));
comment on policy notices_insert on public.notices is '本部管理者 any, 支部管理者 for the own branch.';
create policy notices_update on public.notices for update to authenticated
  using ((select private.has_role('hq_admin')) or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch())))
  with check ((select private.has_role('hq_admin')) or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch()) and not is_public));
comment on policy notices_update on public.notices is 'As for posting.';
create policy notices_delete on public.notices for delete to authenticated using (
  (select private.has_role('hq_admin')) or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch())));
comment on policy notices_delete on public.notices is 'As for posting.';
grant select, delete on public.notices to authenticated;
grant insert (posted_on, ends_on, important, audience, is_public, branch_id, title, body, link),
  update (posted_on, ends_on, important, audience, is_public, title, body, link) on public.notices to authenticated;
grant select (id, posted_on, important, audience, title, body, link) on public.notices to anon;
create trigger on_notices_changed after insert or update or delete on public.notices
  for each row execute function private.on_audited_change('id', 'branch_id');
