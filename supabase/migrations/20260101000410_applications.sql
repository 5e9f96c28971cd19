-- Applications 申請, the car's user 使用者 (personal data, apart), and the append-only history.

create sequence private.request_numbers;
create sequence private.application_numbers start 100000001 maxvalue 999999999;

create table public.applications (
  id bigint generated always as identity primary key,
  request_no text collate "C" not null unique default 'R' || lpad(nextval('private.request_numbers')::text, 9, '0'),
  application_no text collate "C" check (char_length(application_no) between 1 and 9),
  vehicle_kind text not null check (vehicle_kind in ('registered', 'kei')),
  application_type text not null default 'initial' check (application_type in ('initial', 'refiled')),
  source text not null default 'screen' check (source in ('screen', 'import', 'api')),

  -- status: four axes, kept apart (D-10); only private.transition and imports change them
  filing_status text collate "C" not null default 'draft',
  oss_status text collate "C",
  oss_status_label text,
  oss_status_raw text,
  resume_status_raw text,
  outcome text collate "C" not null default 'open' check (outcome in
    ('open', 'completed', 'rejected', 'not_accepted', 'withdrawn', 'void', 'system_error')),
  status_changed_at timestamptz not null default private.now(),
  suspension_reserved boolean not null default false,
  needs_review boolean not null default false,

  -- scope: set by the database when the case is made; a later move of company or site does not change it
  agent_branch_id bigint not null references public.branches,
  home_branch_id bigint not null references public.branches,
  requester_id bigint not null references public.requesters,
  site_id bigint not null,

  -- first registration: never corrected afterwards (domain §2.5)
  plate_area text collate "C",
  plate_class text collate "C",
  plate_kana text collate "C",
  plate_number text collate "C",
  plate_raw text,
  chassis_no text collate "C" not null check (char_length(chassis_no) between 1 and 30),
  small_plate boolean not null default false,
  no_plate_class boolean not null default false,
  re_stamped boolean not null default false,

  -- conditions (domain §2.7)
  cashless boolean not null default false,
  inspection_fee_waived boolean not null default false,
  tech_fee_waived boolean not null default false,
  certificate_period text,
  shortening_allowed boolean not null default false,
  parking_fine_receipt boolean not null default false,
  planned_on date,
  receipt_by text check (receipt_by in ('agent', 'requester')),
  update_method text not null default 'office' check (update_method in ('office', 'agent', 'requester', 'agent_specific', 'requester_specific')),
  record_agent_no text collate "C" check (record_agent_no ~ '^[0-9A-Za-z]{10}$'),
  certificate_no text collate "C" check (certificate_no ~ '^([0-9]{5}|[0-9]{11}|[0-9]{13})$'),
  account_ref text,
  option_code text,
  custom_1 text,
  custom_2 text,
  custom_3 text,
  custom_4 text,
  custom_5 text,
  memo text check (char_length(memo) <= 1000),
  inspection_expires_on date,
  inspected_on date,
  liability_ends_on date,
  hotekisho_ready boolean not null default false,
  liability_ready boolean not null default false,
  hotekisho_checked_on date,
  liability_checked_on date,
  mandate_kind text check (mandate_kind in ('portal', 'public_vehicle')),
  mandate_on date,
  hotekisho_reregistered boolean not null default false,

  -- 予約送信: a draft that is sent by itself (20260101000840)
  held_until date,
  held_by uuid,
  hold_problem jsonb,

  -- facts of the portal
  filing_office text collate "C",
  acceptance_no text collate "C" check (char_length(acceptance_no) between 1 and 20),
  previous_acceptance_no text collate "C" check (char_length(previous_acceptance_no) between 1 and 20),
  message_flag boolean not null default false,
  notice_flag boolean not null default false,
  due_notice_flag boolean not null default false,
  hotekisho_obtained boolean,
  liability_obtained boolean,
  review_requested_at timestamptz,
  issue_ready_on date,
  record_agent_name text check (char_length(record_agent_name) <= 100),
  issue_judgement text check (char_length(issue_judgement) <= 100),
  mirrored_at timestamptz,

  -- dates of the case: instants, and JST days
  requested_at timestamptz,
  filed_at timestamptz,
  completed_on date,
  procedure_completed_on date,
  requester_updated_at timestamptz,
  agent_updated_at timestamptz,
  billing_month date check (billing_month = private.month_of(billing_month)),
  person_erased boolean not null default false,

  version int not null default 1,
  created_at timestamptz not null default private.now(),
  created_by uuid,
  foreign key (site_id, requester_id) references public.sites (id, requester_id),
  constraint applications_cashless_is_registered check (not cashless or vehicle_kind = 'registered'),
  constraint applications_mandate_is_registered check (mandate_kind is null or vehicle_kind = 'registered'),
  constraint applications_held_is_draft check (held_until is null or (filing_status = 'draft' and held_by is not null)),
  constraint applications_completed_has_date check (billing_month is null or completed_on is not null)
);
comment on table public.applications is '申請: one request to file one car, from 依頼前 to 交付完了. 再申請 keeps the row and gets a new 受付番号.';
comment on column public.applications.request_no is '依頼番号: ours, from the first save (D-15a).';
comment on column public.applications.application_no is '申請ID: AINAS''s; unique and fixed once known (D-15a).';
comment on column public.applications.oss_status_label is 'Label of the last file when its code is unknown (D-14).';
comment on column public.applications.oss_status_raw is '申請状況ステータス: OSS''s own text, stored as it comes.';
comment on column public.applications.hotekisho_obtained is '保安基準適合証取得: OSS has found it; null as long as nobody has looked. liability_obtained: 自賠責保険証取得.';
comment on column public.applications.review_requested_at is '検査記録審査依頼日時 (軽).';
comment on column public.applications.issue_ready_on is '交付準備完了日 / 返付（交付）準備完了日.';
comment on column public.applications.record_agent_name is '記録等事務代行名称; issue_judgement: 記録等事務代行交付可能判定結果. OSS''s own words.';
comment on column public.applications.needs_review is '要確認: several cases matched an imported row; not billed until settled (D-15b).';
comment on column public.applications.completed_on is '登録完了日 / 検査記録完了日: makes the case billable (domain §4.3).';
comment on column public.applications.hotekisho_checked_on is 'Day on which 保適証 was ticked as registered; kept by the database. liability_checked_on likewise for 自賠責.';
comment on column public.applications.mandate_kind is '委任状種別: an 電子委任状 made on the ministry''s portal (F-31), or one for a 公用車 free of fees (domain §8.4). 登録車 only.';
comment on column public.applications.held_until is '予約送信: the day on which the draft is sent by itself, as held_by.';
comment on column public.applications.hold_problem is 'Why the last release was refused: {code, details, at}; the draft stays held.';
comment on column public.applications.person_erased is '使用者 and メモ were erased after the end (D-8b); false again once something is written anew (20260101000867).';
comment on column public.applications.billing_month is 'Month whose statement bills the usage fee; kept by the database (D-21), so that closing writes no case.';

create unique index applications_application_no_idx on public.applications (application_no) where application_no is not null;
create index applications_acceptance_no_idx on public.applications (acceptance_no) where acceptance_no is not null;
-- Whatever the order of a list is, the columns of the policy are in its index: else a page far down, and every count, reads
-- each row it passes over.
create index applications_newest_idx on public.applications (requested_at desc, id desc)
  include (agent_branch_id, home_branch_id, requester_id, site_id);
create index applications_oss_status_idx on public.applications (oss_status, requested_at desc, id desc)
  include (agent_branch_id, home_branch_id, requester_id, site_id);
create index applications_agent_status_idx on public.applications (agent_branch_id, oss_status, requested_at desc, id desc)
  include (filing_status, home_branch_id, requester_id, site_id);
create index applications_agent_idx on public.applications (agent_branch_id, requested_at desc, id desc)
  include (home_branch_id, requester_id, site_id);
create index applications_home_idx on public.applications (home_branch_id, requested_at desc, id desc)
  include (agent_branch_id, requester_id, site_id);
-- A garage's cases are few: with the statuses beside them its counts and its dashboard read the index alone.
create index applications_requester_idx on public.applications (requester_id, requested_at desc, id desc)
  include (agent_branch_id, home_branch_id, site_id, oss_status, filing_status);
create index applications_site_idx on public.applications (site_id, requester_id, requested_at desc, id desc)
  include (agent_branch_id, home_branch_id, oss_status, filing_status);
-- What is not completed is rare, and looked for most.
create index applications_filing_idx on public.applications (filing_status, requested_at desc, id desc)
  include (oss_status, agent_branch_id, home_branch_id, requester_id, site_id) where filing_status <> 'completed';
create index applications_agent_filing_idx on public.applications (agent_branch_id, filing_status, requested_at desc, id desc)
  include (oss_status, home_branch_id, requester_id, site_id) where filing_status <> 'completed';
create index applications_held_idx on public.applications (held_until, id) where held_until is not null;
create index applications_chassis_idx on public.applications (chassis_no);
create index applications_plate_idx on public.applications (plate_number, plate_area, plate_class, plate_kana);
create index applications_billing_idx on public.applications (billing_month, requester_id) include (completed_on, vehicle_kind, agent_branch_id, needs_review)
  where billing_month is not null;
create index applications_completed_idx on public.applications (agent_branch_id, completed_on, requester_id) where completed_on is not null;
-- 日次統計 and 申請日時 of a branch: without, all of its cases are read for a month (9 s of 900,000, now 2.6).
create index applications_filed_idx on public.applications (agent_branch_id, filed_at) include (site_id, vehicle_kind) where filed_at is not null;

-- What the planner cannot know by itself: a site belongs to one company, and the statuses of a case go together. Without, it takes
-- the cases of a site for a handful, and 依頼済 for almost none.
create statistics public.applications_places (dependencies) on site_id, requester_id from public.applications;
create statistics public.applications_steps (mcv) on filing_status, oss_status, outcome from public.applications;

create table public.application_vehicle_users (
  application_id bigint primary key references public.applications on delete cascade,
  agent_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  ownership text check (ownership in ('individual', 'corporate')),
  name text check (char_length(name) <= 60),
  representative text check (char_length(representative) <= 60),
  address_1 text check (char_length(address_1) <= 100),
  address_2 text check (char_length(address_2) <= 100),
  name_key text collate "C" generated always as (private.fold(name)) stored,
  updated_at timestamptz not null default private.now()
);
comment on table public.application_vehicle_users is '使用者: never in a report, file, mail or log (D-30); erased some days after completion (D-8b).';
create index application_vehicle_users_requester_idx on public.application_vehicle_users (requester_id, name_key);
create index application_vehicle_users_agent_idx on public.application_vehicle_users (agent_branch_id, name_key);

create table public.application_events (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications on delete cascade,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  vehicle_kind text not null,
  event text collate "C" not null,
  from_filing_status text collate "C",
  from_oss_status text collate "C",
  to_filing_status text collate "C" not null,
  to_oss_status text collate "C",
  actor_id uuid,
  actor_name text,
  actor_role text,
  on_behalf boolean not null default false,
  source text not null check (source in ('screen', 'import', 'api', 'schedule')),
  note text,
  details jsonb not null default '{}',
  created_at timestamptz not null default private.now(),
  transaction_id xid8 not null default pg_current_xact_id()
);
comment on table public.application_events is '履歴: append-only; nobody changes or deletes a line, not even head office (D-16).';
comment on column public.application_events.on_behalf is 'Done by 本部管理者 in the branch''s place (D-4).';
comment on column public.application_events.transaction_id is 'Lets the guard see that a change of status and its line were written together.';
create index application_events_application_idx on public.application_events (application_id, id);

alter table public.applications enable row level security;
alter table public.application_vehicle_users enable row level security;
alter table public.application_events enable row level security;

do $$
declare t text;
begin
  foreach t in array array['applications', 'application_events'] loop
    execute format($f$
      create policy %1$s_select on public.%1$I for select to authenticated using (
        (select private.is_hq())
        or agent_branch_id = (select private.my_branch())
        or home_branch_id = (select private.my_branch())
        or requester_id = (select private.my_requester())
        or site_id = (select private.my_site()))$f$, t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t,
      'Head office all; a branch what it files or what its companies have filed; a company its own; a person bound to a site that site''s (D-3).');
    execute format('grant select on public.%I to authenticated', t);
  end loop;
end $$;

create policy application_vehicle_users_select on public.application_vehicle_users for select to authenticated using (
  agent_branch_id = (select private.my_branch())
  or requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy application_vehicle_users_select on public.application_vehicle_users is 'The company within its scope and the agent branch; nobody else (D-8b).';
grant select on public.application_vehicle_users to authenticated;

-- History cannot be rewritten, whoever asks.
create function private.on_history_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform private.refuse(403, 'history_is_append_only');
  return null;
end $$;
create trigger on_application_events_changed before update or truncate on public.application_events
  for each statement execute function private.on_history_changed();
create trigger on_audit_log_changed before update or delete or truncate on public.audit_log
  for each statement execute function private.on_history_changed();
