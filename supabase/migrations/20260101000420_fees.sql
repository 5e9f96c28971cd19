-- Prices with validity dates 料金, official fees of a case 納付, and money advanced for a garage 立替.

create table public.prices (
  id bigint generated always as identity primary key,
  item text collate "C" not null check (item in
    ('usage', 'hotekisho', 'ainas_cost', 'kei_inspection', 'registered_inspection', 'tech_info', 'branch_commission')),
  amount int not null check (amount >= 0),
  tax_rate int not null default 0 check (tax_rate in (0, 8, 10)),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  created_by uuid,
  created_at timestamptz not null default private.now(),
  version int not null default 1,
  constraint prices_do_not_overlap exclude using gist (item with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table public.prices is '料金・手数料: whole yen; usage, hotekisho and branch_commission contain consumption tax, official fees carry none (D-20).';
alter table public.prices enable row level security;
create policy prices_select on public.prices for select to authenticated using (
  (select private.is_hq_or_auditor()) or (select private.my_branch()) is not null);
comment on policy prices_select on public.prices is 'Head office, auditor and branches read the prices.';
grant select on public.prices to authenticated;
create trigger on_prices_changed after insert or update or delete on public.prices
  for each row execute function private.on_audited_change('id');

-- Whole yen of an item on a day; null when no price row covers the day (the caller names the item in its refusal).
create function private.price_on(p_item text, p_day date) returns int
language sql stable security definer set search_path = '' as $$
  select p.amount from public.prices p
  where p.item = p_item and p.valid_from <= p_day and (p.valid_to is null or p.valid_to >= p_day)
$$;
comment on function private.price_on(text, date) is 'Definer: rules need prices that a garage may not list.';

-- Whole yen of an official fee on a day, by kind of vehicle (D-20).
create function private.fee_price(p_vehicle_kind text, p_fee_kind text, p_day date) returns int
language sql stable set search_path = '' as $$
  select private.price_on(case when p_fee_kind = 'tech_info' then 'tech_info' else p_vehicle_kind || '_inspection' end, p_day)
$$;

create table public.fee_payments (
  application_id bigint not null references public.applications on delete cascade,
  fee_kind text collate "C" not null check (fee_kind in ('inspection', 'tech_info', 'weight_tax')),
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  amount int check (amount >= 0),
  status text collate "C" not null check (status in ('due', 'paid', 'failed', 'waived')),
  paid_on date,
  due_on date,
  primary key (application_id, fee_kind),
  constraint fee_payments_paid_has_date check ((status = 'paid') = (paid_on is not null))
);
comment on table public.fee_payments is '納付情報: one row a fee of a case, carried through 再申請 (domain §2.10).';
create index fee_payments_due_idx on public.fee_payments (due_on) where status in ('due', 'failed');

create table public.advance_ledger (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications,
  fee_kind text collate "C" not null check (fee_kind in ('inspection', 'tech_info')),
  vehicle_kind text not null,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  acceptance_no text collate "C" not null,
  paid_acceptance_no text collate "C" not null,
  advanced_on date not null,
  amount int not null check (amount > 0),
  matched_line_id bigint,
  billing_month date check (billing_month = private.month_of(billing_month)),
  written_off_at timestamptz,
  written_off_by uuid,
  written_off_reason text,
  created_at timestamptz not null default private.now(),
  unique (fee_kind, paid_acceptance_no),
  unique (application_id, fee_kind),
  constraint advance_ledger_write_off_has_reason check ((written_off_at is null) = (written_off_reason is null))
);
comment on table public.advance_ledger is '立替: one row an actual payment by head office (D-22); read through the view advances.';
comment on column public.advance_ledger.paid_acceptance_no is 'The 受付番号 the money was paid under; acceptance_no follows 再申請 (domain §4.5).';
comment on column public.advance_ledger.billing_month is 'Month whose statement bills it: set when the payee''s line matches (D-23), so that closing writes no row here.';
create index advance_ledger_requester_idx on public.advance_ledger (requester_id, advanced_on);
create index advance_ledger_agent_idx on public.advance_ledger (agent_branch_id, advanced_on);
create index advance_ledger_advanced_idx on public.advance_ledger (advanced_on, fee_kind) include (requester_id, amount, billing_month);
create index advance_ledger_billing_idx on public.advance_ledger (billing_month, requester_id) where billing_month is not null;
create index advance_ledger_matched_idx on public.advance_ledger (matched_line_id) where matched_line_id is not null;

alter table public.fee_payments enable row level security;
alter table public.advance_ledger enable row level security;
create policy fee_payments_select on public.fee_payments for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or home_branch_id = (select private.my_branch())
  or requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy fee_payments_select on public.fee_payments is 'As the case it belongs to.';
grant select on public.fee_payments to authenticated;

-- Its policy stands with those of the bills (0505): a company sees what a published month holds.
grant select on public.advance_ledger to authenticated;
