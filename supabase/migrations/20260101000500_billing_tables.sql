-- What a month's bill is made of: the months themselves, statements 引落予定明細 with their lines, corrections of months
-- that are closed, 保適証サービス counts and debit accounts (decisions D-20 – D-29). The acts follow in the next files.

create table public.billing_months (
  month date primary key check (month = private.month_of(month)),
  status text not null check (status in ('open', 'closed', 'published')),
  last_number int not null default 0,
  closed_at timestamptz,
  closed_by uuid,
  published_at timestamptz,
  published_by uuid,
  reopened_at timestamptz,
  reopened_by uuid,
  reason text check (char_length(reason) between 1 and 500)
);
comment on table public.billing_months is '月次締め: a month has a row once it was closed; open again after 再開 (D-24).';
comment on column public.billing_months.last_number is 'Last statement number used: a reopened month goes on from it, so that no number is used twice.';
comment on column public.billing_months.reason is 'Why it was closed without a payee''s report, or reopened.';

create table public.statements (
  id bigint generated always as identity primary key,
  number text collate "C" not null unique,
  month date not null references public.billing_months,
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  usage_count int not null default 0,
  usage_amount int not null default 0,
  hotekisho_count int not null default 0,
  hotekisho_amount int not null default 0,
  taxable_10 int not null default 0,
  tax_10 int not null default 0,
  kei_fee_count int not null default 0,
  kei_fee_amount int not null default 0,
  tech_fee_count int not null default 0,
  tech_fee_amount int not null default 0,
  adjustment_amount int not null default 0,
  total int not null,
  outstanding_before int not null default 0,
  transfer_asked int not null default 0,
  debit_cycle int not null check (debit_cycle in (6, 27)),
  debit_on date,
  collection text not null check (collection in ('head_office', 'branch')),
  status text not null default 'closed' check (status in ('closed', 'published', 'cancelled')),
  closed_at timestamptz not null default private.now(),
  closed_by uuid,
  published_at timestamptz,
  addressee jsonb,
  issuer jsonb,
  return_10 int not null default 0 check (return_10 <= 0),
  return_tax_10 int not null default 0 check (return_tax_10 <= 0),
  content_hash text collate "C" check (content_hash ~ '^[0-9a-f]{64}$'),
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  constraint statements_transfer_is_outstanding check (transfer_asked between 0 and greatest(outstanding_before, 0)),
  constraint statements_total_adds_up check (total = usage_amount + hotekisho_amount + kei_fee_amount + tech_fee_amount + adjustment_amount)
);
comment on table public.statements is '引落予定明細: one a company and month; whole yen. Garages see it when it is published.';
comment on column public.statements.number is 'YYYYMM-nnnnn (more digits after 99999): gapless within the month; cancelled by 再開, never used again.';
comment on column public.statements.home_branch_id is '所属 when the month was closed: the branch that reads the statement.';
comment on column public.statements.taxable_10 is '10%対象計, tax included: 利用料金, 保適証サービス and taxable adjustments (D-26).';
comment on column public.statements.tax_10 is '内消費税, contained in taxable_10; rounded once a statement.';
comment on column public.statements.outstanding_before is '前月以前の繰越: printed apart, never part of total (D-28).';
comment on column public.statements.transfer_asked is 'Of outstanding_before what an open 振込依頼書 asks for: it is not debited (D-28).';
comment on column public.statements.debit_on is '引落予定日; null when there is nothing to debit or the branch collects.';
comment on column public.statements.addressee is 'Name and address of the company as of publication (D-26).';
comment on column public.statements.return_10 is '返還: taxable corrections that give back, tax included, with the tax contained in them; part of taxable_10 and tax_10.';
comment on column public.statements.content_hash is 'SHA-256 of what was published (private.statement_content), as lower-case hex: 電子帳簿保存法.';
comment on column public.statements.cancel_reason is 'Why 再開 cancelled it: its number stays used.';
comment on column public.statements.issuer is 'Name and registration number of the association as of publication (D-26).';
create unique index statements_month_requester_idx on public.statements (month, requester_id) where status <> 'cancelled';
create index statements_requester_idx on public.statements (requester_id, month desc);
create index statements_branch_idx on public.statements (home_branch_id, month desc);

-- 引落予定額: what the debit day of a statement asks for.
create function private.debit_amount(s public.statements) returns int
language sql immutable set search_path = '' as $$ select s.total + s.outstanding_before - s.transfer_asked $$;
grant execute on function private.debit_amount(public.statements) to authenticated;

create table public.statement_lines (
  statement_id bigint not null references public.statements on delete cascade,
  line_no int not null,
  kind text collate "C" not null check (kind in ('hotekisho', 'usage', 'kei_fee', 'tech_fee', 'adjustment')),
  label text not null,
  usage_month date,
  vehicle_kind text check (vehicle_kind in ('registered', 'kei')),
  quantity int not null,
  unit_price int not null,
  amount int not null,
  tax_rate int not null check (tax_rate in (0, 10)),
  primary key (statement_id, line_no)
);
comment on table public.statement_lines is 'Lines of a statement. usage_month: month of completion (usage) or of the payee''s report (fees), when it is another than the statement''s the label says so.';

create table public.usage_adjustments (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications,
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  completed_on date not null,
  unit_price int not null,
  quantity int not null default -1 check (quantity = -1),
  billed_month date not null references public.billing_months (month),
  billing_month date not null check (billing_month = private.month_of(billing_month)),
  created_at timestamptz not null default private.now()
);
comment on table public.usage_adjustments is 'A billed case that changed its date or company, or is no longer complete: taken back at the price it was billed (D-21).';
comment on column public.usage_adjustments.billed_month is 'Month whose statement billed the case.';
comment on column public.usage_adjustments.billing_month is 'Month whose statement takes it back: the first open one then.';
create index usage_adjustments_billing_idx on public.usage_adjustments (billing_month, requester_id);
create index usage_adjustments_billed_idx on public.usage_adjustments (billed_month);
create index usage_adjustments_application_idx on public.usage_adjustments (application_id);
create index usage_adjustments_requester_idx on public.usage_adjustments (requester_id);
create index usage_adjustments_branch_idx on public.usage_adjustments (home_branch_id);

create table public.adjustments (
  id bigint generated always as identity primary key,
  month date not null check (month = private.month_of(month)),
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  kind text not null check (kind in ('manual', 'payee_difference', 'hotekisho_difference')),
  taxable boolean not null,
  amount int not null check (amount <> 0),
  label text not null check (char_length(label) between 1 and 60),
  reason text not null check (char_length(reason) between 1 and 500),
  source_month date,
  created_by uuid,
  created_at timestamptz not null default private.now(),
  constraint adjustments_automatic_has_source check ((kind = 'manual') = (source_month is null))
);
comment on table public.adjustments is '調整: correction of a month that is closed, billed in month, with reason and person (D-24).';
comment on column public.adjustments.source_month is 'The closed month whose data an import changed; undone when that month is reopened.';
create index adjustments_month_idx on public.adjustments (month, requester_id);
create index adjustments_requester_idx on public.adjustments (requester_id);
create index adjustments_branch_idx on public.adjustments (home_branch_id);
create index adjustments_source_idx on public.adjustments (source_month) where source_month is not null;

create table public.hotekisho_counts (
  month date not null check (month = private.month_of(month)),
  requester_id bigint not null references public.requesters,
  count int not null check (count >= 0),
  imported_at timestamptz not null default private.now(),
  primary key (month, requester_id)
);
comment on table public.hotekisho_counts is '保適証サービス利用件数 by month and company, as imported (D-27).';
create index hotekisho_counts_requester_idx on public.hotekisho_counts (requester_id);

create table public.debit_accounts (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  valid_from date not null,
  bank_code text collate "C" not null check (bank_code ~ '^[0-9]{4}$'),
  bank_name text not null check (char_length(bank_name) between 1 and 15),
  branch_code text collate "C" not null check (branch_code ~ '^[0-9]{3}$'),
  branch_name text not null check (char_length(branch_name) between 1 and 15),
  account_type text not null check (account_type in ('ordinary', 'checking')),
  masked_number text not null check (masked_number ~ '^\*{4}[0-9]{3}$'),
  updated_at timestamptz not null default private.now(),
  unique (requester_id, valid_from),
  unique (id, requester_id)
);
comment on table public.debit_accounts is '口座振替口座: the one valid on the day a debit file is made is debited (D-28). Shows the last three digits only.';

create table public.debit_account_numbers (
  account_id bigint primary key,
  requester_id bigint not null,
  account_number text collate "C" not null check (account_number ~ '^[0-9]{7}$'),
  holder_kana text not null check (char_length(holder_kana) between 1 and 30),
  foreign key (account_id, requester_id) references public.debit_accounts (id, requester_id) on delete cascade
);
comment on table public.debit_account_numbers is 'Full account numbers and holders, apart: 本部経理 and the company''s own administrator (D-29). Never logged.';
create index debit_account_numbers_account_idx on public.debit_account_numbers (account_id, requester_id);
create trigger on_debit_accounts_changed after insert or update or delete on public.debit_accounts
  for each row execute function private.on_audited_change('requester_id', 'home_branch_id');

-- Months whose statements garages may see; a short list, computed once a statement.
create function private.published_months() returns date[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(b.month), '{}') from public.billing_months b where b.status = 'published'
$$;
comment on function private.published_months() is 'Definer: a garage may not list billing_months.';
grant execute on function private.published_months() to authenticated;
