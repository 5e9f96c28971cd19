-- 保存した検索条件: each person's own, by name.

create table public.saved_searches (
  id bigint generated always as identity primary key,
  user_id uuid not null default auth.uid() references public.members (user_id) on delete cascade,
  resource text collate "C" not null check (resource ~ '^[a-z_]{1,40}$'),
  name text not null check (char_length(name) between 1 and 30),
  params jsonb not null check (jsonb_typeof(params) = 'object' and pg_column_size(params) <= 8000),
  created_at timestamptz not null default private.now(),
  unique (user_id, resource, name)
);
comment on table public.saved_searches is 'Filters, order and rows a page of a list, kept under a name by one person for himself.';
comment on column public.saved_searches.params is '{filter, sort, order, perPage} as react-admin keeps them.';

alter table public.saved_searches enable row level security;
create policy saved_searches_select on public.saved_searches for select to authenticated using (user_id = (select (private.me()).user_id));
comment on policy saved_searches_select on public.saved_searches is 'One''s own.';
create policy saved_searches_insert on public.saved_searches for insert to authenticated with check (user_id = (select (private.me()).user_id));
comment on policy saved_searches_insert on public.saved_searches is 'One''s own.';
create policy saved_searches_update on public.saved_searches for update to authenticated
  using (user_id = (select (private.me()).user_id)) with check (user_id = (select (private.me()).user_id));
comment on policy saved_searches_update on public.saved_searches is 'One''s own.';
create policy saved_searches_delete on public.saved_searches for delete to authenticated using (user_id = (select (private.me()).user_id));
comment on policy saved_searches_delete on public.saved_searches is 'One''s own.';
grant select, delete on public.saved_searches to authenticated;
grant insert (resource, name, params), update (name, params) on public.saved_searches to authenticated;
