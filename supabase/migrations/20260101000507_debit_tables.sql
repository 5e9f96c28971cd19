-- 口座振替: what was asked of the banks, what came of it, and money that came by hand (D-25, D-28, domain §11.3).

create table public.debit_batches (
  id bigint generated always as identity primary key,
  debit_on date not null,
  debit_cycle int not null check (debit_cycle in (6, 27)),
  status text not null default 'made' check (status in ('made', 'settled', 'cancelled')),
  consignor jsonb not null,
  record_count int not null check (record_count > 0),
  amount bigint not null check (amount > 0),
  made_at timestamptz not null default private.now(),
  made_by uuid,
  collected_count int,
  collected_amount bigint,
  failed_count int,
  failed_amount bigint,
  settled_at timestamptz,
  settled_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (char_length(cancel_reason) between 1 and 500),
  constraint debit_batches_result_adds_up check (status <> 'settled'
    or (collected_count + failed_count = record_count and collected_amount + failed_amount = amount and settled_at is not null)),
  constraint debit_batches_cancelled_says_why check ((status = 'cancelled') = (cancel_reason is not null))
);
comment on table public.debit_batches is '口座振替データ: one file a debit date and cycle. made until its result file comes, then settled; a cancelled one may be made anew.';
comment on column public.debit_batches.consignor is 'Head of the file as of the day it was made: 委託者 and its own account.';
create unique index debit_batches_day_idx on public.debit_batches (debit_on, debit_cycle) where status <> 'cancelled';

create table public.debit_results (
  id bigint generated always as identity primary key,
  batch_id bigint not null references public.debit_batches,
  line_no int check (line_no > 0),
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  debit_on date not null,
  debit_cycle int not null,
  month_amount int not null,
  outstanding_amount int not null,
  amount int not null,
  new_code text collate "C" check (new_code in ('0', '1', '2')),
  state text not null check (state in ('sent', 'collected', 'failed', 'no_account', 'account_query', 'cancelled')),
  result_code text collate "C" check (result_code in ('0', '1', '2', '3', '4', '8', '9')),
  constraint debit_results_amount_adds_up check (amount = month_amount + outstanding_amount and amount > 0),
  constraint debit_results_code_fits_state check (case state when 'collected' then result_code = '0' when 'failed' then result_code <> '0' else result_code is null end),
  constraint debit_results_line_fits_state check (state in ('cancelled') or (state in ('sent', 'collected', 'failed')) = (line_no is not null))
);
comment on table public.debit_results is '振替結果: a line of the file and what the bank answered; also companies that could not be debited that day, and why.';
comment on column public.debit_results.month_amount is '引落合計 of the statements due that day; outstanding_amount is what older ones had left (D-28). Whole yen.';
comment on column public.debit_results.new_code is '新規コード: 1 初回, 2 変更, 0 その他.';
comment on column public.debit_results.result_code is '振替結果コード (domain §11.3): 0 振替済, others 振替不能.';
create unique index debit_results_batch_idx on public.debit_results (batch_id, requester_id);
create index debit_results_requester_idx on public.debit_results (requester_id, debit_on desc);
create index debit_results_branch_idx on public.debit_results (home_branch_id, debit_on desc);
create index debit_results_state_idx on public.debit_results (requester_id, state) include (amount) where state in ('sent', 'collected');

create table public.debit_result_accounts (
  result_id bigint primary key references public.debit_results on delete cascade,
  requester_id bigint not null references public.requesters,
  bank_code text collate "C" not null,
  bank_name text not null,
  branch_code text collate "C" not null,
  branch_name text not null,
  account_type text not null check (account_type in ('ordinary', 'checking')),
  account_number text collate "C" not null check (account_number ~ '^[0-9]{7}$'),
  holder_kana text not null
);
comment on table public.debit_result_accounts is 'Account of a line as it stood in the file, a copy, in the letters banks take: 本部経理 and the company''s own administrator (D-29).';
create index debit_result_accounts_requester_idx on public.debit_result_accounts (requester_id);

create table public.receipts (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  received_on date not null,
  amount int not null check (amount between 1 and 999999999),
  method text not null check (method in ('transfer', 'branch')),
  note text check (char_length(note) between 1 and 200),
  created_by uuid,
  created_at timestamptz not null default private.now(),
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (char_length(cancel_reason) between 1 and 500),
  constraint receipts_cancelled_says_why check ((cancelled_at is null) = (cancel_reason is null))
);
comment on table public.receipts is '入金: booked by hand, in part or in full. transfer pays what head office debits, branch what the branch collects (支部徴収).';
create index receipts_requester_idx on public.receipts (requester_id, received_on desc);
create index receipts_branch_idx on public.receipts (home_branch_id, received_on desc);

create table public.debit_followups (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('transfer_request', 'account_query')),
  requester_id bigint not null references public.requesters,
  home_branch_id bigint not null references public.branches,
  result_id bigint not null references public.debit_results,
  amount int not null check (amount > 0),
  issued_on date not null,
  due_on date,
  created_at timestamptz not null default private.now(),
  closed_at timestamptz,
  closed_by uuid,
  close_reason text check (char_length(close_reason) between 1 and 500),
  constraint debit_followups_closed_says_why check ((closed_at is null) = (close_reason is null))
);
comment on table public.debit_followups is 'What a failure asks for: 振込依頼書 after two in a row (its amount waits for a transfer), 口座確認 after codes 2, 3, 4 (no debit until settled).';
create unique index debit_followups_open_idx on public.debit_followups (requester_id, kind) where closed_at is null;
create index debit_followups_result_idx on public.debit_followups (result_id);
create index debit_followups_branch_idx on public.debit_followups (home_branch_id);
create index debit_followups_requester_idx on public.debit_followups (requester_id, id desc);

alter table public.debit_batches enable row level security;
alter table public.debit_results enable row level security;
alter table public.debit_result_accounts enable row level security;
alter table public.receipts enable row level security;
alter table public.debit_followups enable row level security;

create policy debit_batches_select on public.debit_batches for select to authenticated using ((select private.is_hq()));
comment on policy debit_batches_select on public.debit_batches is 'Head office: the files are its own.';

do $$
declare t text;
begin
  foreach t in array array['debit_results', 'receipts', 'debit_followups'] loop
    execute format($f$
      create policy %1$s_select on public.%1$I for select to authenticated using (
        (select private.is_hq())
        or home_branch_id = (select private.my_branch())
        or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())))$f$, t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t, 'Head office all, a branch those of its companies, the company''s administrator its own.');
  end loop;
end $$;

create policy debit_result_accounts_select on public.debit_result_accounts for select to authenticated using (
  (select private.has_role('hq_finance'))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())));
comment on policy debit_result_accounts_select on public.debit_result_accounts is 'Full numbers: 本部経理, and the company''s administrator its own; nobody else (D-29).';

grant select on public.debit_batches, public.debit_results, public.debit_result_accounts, public.receipts, public.debit_followups to authenticated;
