-- The status machine as data (domain §3.4, §3.5; contract "Events of transition"). Rows are in 20260101000900.

create table public.filing_statuses (
  code text collate "C" not null,
  vehicle_kind text not null check (vehicle_kind in ('registered', 'kei')),
  label_ja text not null,
  sort int not null,
  turn text not null check (turn in ('requester', 'agent', 'office', 'trouble', 'done', 'ended')),
  primary key (code, vehicle_kind)
);
comment on table public.filing_statuses is '申請ステータス: AINAS''s coarse axis. turn: who acts next, which is what the colour says.';

create table public.oss_statuses (like public.filing_statuses including all);
comment on table public.oss_statuses is 'OSSステータス: AINAS''s summary of OSS, the axis people watch.';

create table public.status_transitions (
  id bigint generated always as identity primary key,
  event text collate "C" not null,
  vehicle_kind text not null check (vehicle_kind in ('registered', 'kei')),
  from_filing text collate "C" not null,
  from_oss text collate "C",
  to_filing text collate "C" not null,
  to_oss text collate "C",
  actors text[] not null check (actors <@ array['agent', 'submitter', 'company', 'system']),
  needs text[] not null default '{}',
  excludes text[] not null default '{}',
  required_values text[] not null default '{}',
  optional_values text[] not null default '{}',
  foreign key (from_filing, vehicle_kind) references public.filing_statuses (code, vehicle_kind),
  foreign key (to_filing, vehicle_kind) references public.filing_statuses (code, vehicle_kind),
  foreign key (from_oss, vehicle_kind) references public.oss_statuses (code, vehicle_kind),
  foreign key (to_oss, vehicle_kind) references public.oss_statuses (code, vehicle_kind),
  unique nulls not distinct (event, vehicle_kind, from_filing, from_oss, to_filing, to_oss, actors, needs, excludes)
);
comment on table public.status_transitions is 'Every change of status there is. The database refuses all others, whoever asks (D-13).';
comment on column public.status_transitions.actors is 'agent: the agent branch, or hq_admin on its behalf; submitter and company: people of the company; system: fires by itself in the same transaction.';
comment on column public.status_transitions.needs is 'Facts of private.case_facts() that must all hold.';
comment on column public.status_transitions.excludes is 'Facts of private.case_facts() of which none may hold.';
create index status_transitions_from_filing_idx on public.status_transitions (from_filing, vehicle_kind);
create index status_transitions_to_filing_idx on public.status_transitions (to_filing, vehicle_kind);
create index status_transitions_from_oss_idx on public.status_transitions (from_oss, vehicle_kind);
create index status_transitions_to_oss_idx on public.status_transitions (to_oss, vehicle_kind);

create table public.transition_events (
  event text collate "C" primary key,
  label_ja text not null,
  sort int not null,
  shortcut text,
  confirm boolean not null default false
);
comment on table public.transition_events is 'Names of the events for buttons and the history, the likely one first.';

do $$
declare t text;
begin
  foreach t in array array['filing_statuses', 'oss_statuses', 'status_transitions', 'transition_events'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('create policy %1$s_select on public.%1$I for select to authenticated using ((select private.my_role()) is not null)', t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t, 'Everyone signed in reads the vocabulary.');
    execute format('grant select on public.%I to authenticated', t);
  end loop;
end $$;
