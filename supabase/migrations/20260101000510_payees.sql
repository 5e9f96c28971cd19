-- Monthly reports of the payees 納付先 and how they find our advances (decisions D-23). The bill follows the payee's count.

create table public.payee_reports (
  id bigint generated always as identity primary key,
  payee text collate "C" not null check (payee in ('keikenkyo', 'kikou')),
  month date not null check (month = private.month_of(month)),
  form text not null default 'lines' check (form in ('lines', 'totals')),
  line_count int not null default 0,
  amount bigint not null default 0,
  imported_at timestamptz not null default private.now(),
  imported_by uuid,
  unique (payee, month)
);
comment on table public.payee_reports is '納付先報告: 軽検協 (kei inspection fee) or 機構 (technical information fee), one a month; a later file adds to it.';
comment on column public.payee_reports.form is 'lines: by 受付番号. totals: counts and yen by branch alone, so the bill follows our own record and differences stay open by branch.';

create table public.payee_totals (
  payee text collate "C" not null,
  month date not null,
  agent_branch_id bigint not null references public.branches,
  count int not null check (count >= 0),
  amount bigint not null check (amount >= 0),
  primary key (payee, month, agent_branch_id),
  foreign key (payee, month) references public.payee_reports (payee, month)
);
comment on table public.payee_totals is '納付先報告の合計: what a payee that names no 受付番号 reports by agent branch (D-23).';
create index payee_totals_branch_idx on public.payee_totals (agent_branch_id, month);

create table public.payee_lines (
  id bigint generated always as identity primary key,
  payee text collate "C" not null,
  month date not null,
  acceptance_no text collate "C" not null check (char_length(acceptance_no) between 1 and 20),
  occurrence int not null default 1 check (occurrence >= 1),
  amount int not null check (amount > 0),
  paid_on date not null,
  vehicle_kind text collate "C" not null check (vehicle_kind in ('registered', 'kei')),
  plate text,
  chassis_no text,
  state text collate "C" not null default 'unattributed' check (state in ('matched', 'unattributed', 'duplicate')),
  advance_id bigint references public.advance_ledger,
  own_amount int,
  own_month date,
  settled_as text collate "C" check (settled_as in ('corrected', 'borne', 'checked')),
  settled_at timestamptz,
  settled_by uuid,
  settled_reason text check (char_length(settled_reason) between 1 and 500),
  requester_id bigint,
  agent_branch_id bigint,
  home_branch_id bigint,
  billing_month date check (billing_month = private.month_of(billing_month)),
  created_at timestamptz not null default private.now(),
  unique (payee, month, acceptance_no, occurrence),
  foreign key (payee, month) references public.payee_reports (payee, month),
  constraint payee_lines_attributed check ((state = 'unattributed') = (advance_id is null)),
  constraint payee_lines_settled_says_why check (num_nulls(settled_as, settled_at, settled_reason) in (0, 3)),
  constraint payee_lines_billed_is_matched check (billing_month is null or state = 'matched')
);
comment on table public.payee_lines is '納付先報告の行. Written by imports, matched by the database; a later file updates or adds, removes none.';
comment on column public.payee_lines.occurrence is 'How many times the file had named the same 受付番号 so far: twice theirs is kept as two lines.';
comment on column public.payee_lines.state is 'matched 照合済, unattributed 未帰属 (in no one''s bill), duplicate 重複 (queried, not billed).';
comment on column public.payee_lines.own_amount is 'What our own record says; theirs is billed (D-23).';
comment on column public.payee_lines.own_month is 'Month of our own 立替日.';
comment on column public.payee_lines.settled_as is 'What 本部経理 made of a difference: corrected 納付先が訂正, borne 協会負担, checked 確認済 (theirs counts).';
comment on column public.payee_lines.billing_month is 'Month whose statement bills the line; null: in no bill (D-23).';
create index payee_lines_acceptance_idx on public.payee_lines (acceptance_no, payee);
create index payee_lines_open_idx on public.payee_lines (payee, month) where state <> 'matched';
create index payee_lines_unsettled_idx on public.payee_lines (month, payee) where settled_at is null and (state <> 'matched' or amount <> own_amount or month <> own_month);
create index payee_lines_differing_idx on public.payee_lines (billing_month, payee) include (amount, own_amount) where amount <> own_amount;
create unique index payee_lines_advance_matched_idx on public.payee_lines (advance_id) where state = 'matched';
create index payee_lines_advance_idx on public.payee_lines (advance_id);
-- In the order in which closing counts them, so that a million lines need no sort.
create index payee_lines_billing_idx on public.payee_lines (billing_month, requester_id, payee, month, vehicle_kind, amount)
  where billing_month is not null;

alter table public.advance_ledger add foreign key (matched_line_id) references public.payee_lines;
-- What no report has named yet: the closing asks for it, whatever was advanced in all the years.
create index advance_ledger_open_idx on public.advance_ledger (advanced_on, fee_kind) include (amount, requester_id)
  where matched_line_id is null and billing_month is null and written_off_at is null;

alter table public.payee_reports enable row level security;
alter table public.payee_totals enable row level security;
alter table public.payee_lines enable row level security;
create policy payee_reports_select on public.payee_reports for select to authenticated using (
  (select private.is_hq()) or (select private.my_branch()) is not null);
comment on policy payee_reports_select on public.payee_reports is 'Head office and branches see which reports have come.';
create policy payee_totals_select on public.payee_totals for select to authenticated using (
  (select private.is_hq()) or agent_branch_id = (select private.my_branch()));
comment on policy payee_totals_select on public.payee_totals is 'Head office all, a branch its own.';
create policy payee_lines_select on public.payee_lines for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or home_branch_id = (select private.my_branch())
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())
    and billing_month = any ((select private.published_months())::date[])));
comment on policy payee_lines_select on public.payee_lines is
  'Head office all, a branch lines of its filings and companies, the company''s administrator its own in published months.';
grant select on public.payee_reports, public.payee_totals, public.payee_lines to authenticated;
