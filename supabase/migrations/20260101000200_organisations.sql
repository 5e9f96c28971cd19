-- Who exists: branches 支部, requesters 事業者, sites 事業場 and the people of each. Access follows in the next file.

create table public.branches (
  id bigint generated always as identity primary key,
  code text collate "C" not null unique check (code ~ '^[0-9]{3}$'),
  name text not null,
  region text not null,
  office text not null,
  postal_code text,
  address text,
  phone text,
  email text,
  version int not null default 1
);
comment on table public.branches is '支部: the regional associations; agents of the filings in their area. How many there are is data (D-1).';
comment on column public.branches.office is '事業場管轄運輸支局等 the transport office whose area the branch covers.';

create table public.requesters (
  id bigint generated always as identity primary key,
  code text collate "C" not null unique check (code ~ '^C[0-9]{7}$'),
  name text not null check (char_length(name) between 1 and 100),
  branch_id bigint not null references public.branches,
  postal_code text,
  address text,
  mailing_name text,
  mailing_postal_code text,
  mailing_address text,
  phone text,
  ainas_org_id text collate "C" unique,
  member_code text collate "C" check (member_code ~ '^[0-9]{7}$'),
  hotekisho_company_no text collate "C" check (hotekisho_company_no ~ '^[0-9]{8}$'),
  agency_company_no text collate "C" check (agency_company_no ~ '^[0-9]{8}$'),
  onboarding_status text not null default 'in_use' check (onboarding_status in (
    'received', 'incomplete', 'sent', 'ainas_pending', 'registered', 'sites_ready', 'account_pending', 'in_use', 'changing', 'left')),
  contract_status text not null default 'active' check (contract_status in ('active', 'suspended', 'left')),
  debit_cycle int not null check (debit_cycle in (6, 27)),
  collection text not null default 'head_office' check (collection in ('head_office', 'branch')),
  ainas_email text check (ainas_email ~ '^[^@\s]+@[^@\s]+$'),
  report_email text check (report_email ~ '^[^@\s]+@[^@\s]+$'),
  mail_daily_details boolean not null default false,
  mail_monthly_advances boolean not null default false,
  report_email_confirmed_at timestamptz,
  mail_daily_since date,
  search_text text generated always as (private.fold(name) || ' ' || lower(code) || ' ' || coalesce(ainas_org_id, '') || ' ' || coalesce(member_code, '')) stored,
  version int not null default 1,
  created_at timestamptz not null default private.now()
);
comment on table public.requesters is '事業者: a company that has filings made for it and is billed.';
comment on column public.requesters.branch_id is '所属: its home branch. Not the agent of its filings: that is the branch of each site''s area.';
comment on column public.requesters.debit_cycle is '引落区分: debited on the 6th (month after next) or the 27th (next month), D-25.';
comment on column public.requesters.ainas_email is 'The address on the AINAS form: 登録完了 goes there (domain §5.7).';
comment on column public.requesters.report_email is 'The one address for mails (D-35). Until somebody who reads it has confirmed it, nothing but the confirmation is sent there.';
comment on column public.requesters.mail_daily_since is 'JST day of the first completions that the daily 明細 mail covers; set when it is switched on.';
create index requesters_branch_id_idx on public.requesters (branch_id, code);

create table public.sites (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  branch_id bigint not null references public.branches,
  code text collate "C" not null check (code ~ '^[0-9A-Za-z]{1,7}$'),
  name text not null check (char_length(name) between 1 and 40),
  short_name text not null check (char_length(short_name) between 1 and 10),
  record_agent_no text collate "C" check (record_agent_no ~ '^[0-9A-Za-z]{10}$'),
  status text not null default 'active' check (status in ('pending', 'active', 'closed')),
  search_text text generated always as (private.fold(name) || ' ' || lower(code)) stored,
  version int not null default 1,
  created_at timestamptz not null default private.now(),
  unique (requester_id, code),
  unique (id, requester_id)
);
comment on table public.sites is '事業場／拠点: a workshop. branch_id is the branch of its area (管轄), the agent of its filings.';
comment on column public.sites.status is 'pending 届出中 (no 送信 until the branch of the area confirms, D-8a), active, closed 廃止 (its code is never used again).';
create index sites_branch_id_idx on public.sites (branch_id, requester_id);

create table public.members (
  user_id uuid primary key references auth.users on delete cascade,
  login_id text collate "C" unique check (login_id = lower(login_id) and login_id ~ '^[0-9a-z-]{1,41}$'),
  email text unique,
  display_name text not null check (char_length(display_name) between 1 and 40),
  role text not null check (role in ('hq_admin', 'hq_finance', 'hq_viewer', 'auditor', 'branch_admin', 'branch_staff',
    'requester_admin', 'site_admin', 'submitter', 'preparer')),
  branch_id bigint references public.branches,
  requester_id bigint references public.requesters,
  site_id bigint,
  disabled_at timestamptz,
  must_change_password boolean not null default true,
  password_expires_on date,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default private.now(),
  foreign key (site_id, requester_id) references public.sites (id, requester_id),
  constraint members_one_sign_in_name check ((login_id is null) <> (email is null)),
  constraint members_scope_fits_role check (case
    when role in ('hq_admin', 'hq_finance', 'hq_viewer', 'auditor') then num_nonnulls(branch_id, requester_id, site_id) = 0
    when role in ('branch_admin', 'branch_staff') then branch_id is not null and num_nonnulls(requester_id, site_id) = 0
    when role = 'requester_admin' then requester_id is not null and num_nonnulls(branch_id, site_id) = 0
    when role = 'site_admin' then num_nonnulls(requester_id, site_id) = 2 and branch_id is null
    else requester_id is not null and branch_id is null end)
);
comment on table public.members is 'ユーザー: one role and one scope per account (D-2). Written only by the members function.';
comment on column public.members.site_id is 'A submitter or preparer without a site works for the whole company (D-3).';
create index members_branch_id_idx on public.members (branch_id) where branch_id is not null;
create index members_requester_id_idx on public.members (requester_id) where requester_id is not null;
create index members_site_id_idx on public.members (site_id, requester_id) where site_id is not null;

alter table public.branches enable row level security;
alter table public.requesters enable row level security;
alter table public.sites enable row level security;
alter table public.members enable row level security;

-- GoTrue keeps the time of the last sign-in on its own row; people read it on ours.
create function private.on_auth_user_signed_in() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.members set last_sign_in_at = new.last_sign_in_at where user_id = new.id;
  return new;
end $$;
comment on function private.on_auth_user_signed_in() is 'Definer: the Auth role that fires it may not write members.';
create trigger on_auth_user_signed_in after update of last_sign_in_at on auth.users
  for each row when (new.last_sign_in_at is distinct from old.last_sign_in_at) execute function private.on_auth_user_signed_in();
