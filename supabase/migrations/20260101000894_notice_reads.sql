-- 既読: who has read which notice, for the badge in the bar. Only what was posted in the last two months asks to be read.

create table public.notice_reads (
  user_id uuid not null references public.members on delete cascade,
  notice_id bigint not null references public.notices on delete cascade,
  read_at timestamptz not null default private.now(),
  primary key (user_id, notice_id)
);
comment on table public.notice_reads is 'Notices a person has opened.';
create index notice_reads_notice_idx on public.notice_reads (notice_id);
alter table public.notice_reads enable row level security;
create policy notice_reads_select on public.notice_reads for select to authenticated using (user_id = (select (private.me()).user_id));
comment on policy notice_reads_select on public.notice_reads is 'One''s own.';
grant select on public.notice_reads to authenticated;

-- The published notices of the last two months that the caller sees and has not read. Under the policies of notices.
create function private.unread_notices() returns setof bigint
language sql stable set search_path = '' as $$
  select n.id from public.notices n
  where n.posted_on between private.today() - 60 and private.today() and coalesce(n.ends_on >= private.today(), true)
    and not exists (select from public.notice_reads r where r.notice_id = n.id and r.user_id = (select auth.uid()))
$$;
create function public.unread_notices() returns int
language sql stable set search_path = '' as $$ select count(*)::int from private.unread_notices() $$;
comment on function public.unread_notices() is 'How many published notices of the last 60 days the caller has not read.';

create function private.note_notices_read(p_ids bigint[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.notice_reads (user_id, notice_id)
  select (private.me()).user_id, i from unnest(p_ids) i where (private.me()).user_id is not null on conflict do nothing
$$;
comment on function private.note_notices_read(bigint[]) is 'Definer: notice_reads has no write grant; it writes for the caller alone.';
create function public.read_notices(p_id bigint default null) returns int
language sql set search_path = '' as $$
  select private.note_notices_read(array(select n.id from public.notices n where n.id = p_id union select u from private.unread_notices() u where p_id is null));
  select count(*)::int from private.unread_notices()
$$;
comment on function public.read_notices(bigint) is '既読: one notice that the caller sees, or all of them. Answers how many are left.';
grant execute on function private.unread_notices(), public.unread_notices(), private.note_notices_read(bigint[]), public.read_notices(bigint) to authenticated;
