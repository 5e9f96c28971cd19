-- Who reads what of the money (decisions, "Who may do what"). Nobody writes these tables but the acts of the next files.

alter table public.billing_months enable row level security;
alter table public.statements enable row level security;
alter table public.statement_lines enable row level security;
alter table public.usage_adjustments enable row level security;
alter table public.adjustments enable row level security;
alter table public.hotekisho_counts enable row level security;
alter table public.debit_accounts enable row level security;
alter table public.debit_account_numbers enable row level security;

create policy billing_months_select on public.billing_months for select to authenticated using (
  (select private.is_hq()) or (select private.my_branch()) is not null);
comment on policy billing_months_select on public.billing_months is 'Head office and branches see how far the closing is.';

create policy statements_select on public.statements for select to authenticated using (
  (select private.is_hq())
  or home_branch_id = (select private.my_branch())
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester()) and status = 'published'));
comment on policy statements_select on public.statements is 'Head office all, a branch those of its companies, the company''s administrator its own once published.';

create policy statement_lines_select on public.statement_lines for select to authenticated using (
  (select private.is_hq())
  or exists (select from public.statements s where s.id = statement_lines.statement_id));
comment on policy statement_lines_select on public.statement_lines is 'Whoever sees the statement.';

do $$
declare t text;
begin
  foreach t in array array['usage_adjustments', 'adjustments'] loop
    execute format($f$
      create policy %1$s_select on public.%1$I for select to authenticated using (
        (select private.is_hq()) or home_branch_id = (select private.my_branch()))$f$, t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t, 'Head office all, a branch those of its companies; the company reads them as lines of its statement.');
  end loop;
end $$;

create policy hotekisho_counts_select on public.hotekisho_counts for select to authenticated using (
  (select private.is_hq())
  or requester_id in (select unnest((select private.my_home_requesters())))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())));
comment on policy hotekisho_counts_select on public.hotekisho_counts is 'Head office all, a branch those of its companies, the company''s administrator its own.';

create policy debit_accounts_select on public.debit_accounts for select to authenticated using (
  (select private.is_hq())
  or ((select private.has_role('branch_admin')) and requester_id in (select unnest((select private.my_home_requesters()))))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())));
comment on policy debit_accounts_select on public.debit_accounts is 'Masked: head office, 支部管理者 for its companies, the company''s administrator its own (D-29).';

create policy debit_account_numbers_select on public.debit_account_numbers for select to authenticated using (
  (select private.has_role('hq_finance'))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())));
comment on policy debit_account_numbers_select on public.debit_account_numbers is 'Full numbers: 本部経理, and the company''s administrator its own; nobody else (D-29).';

grant select on public.billing_months, public.statements, public.statement_lines, public.usage_adjustments, public.adjustments,
  public.hotekisho_counts, public.debit_accounts, public.debit_account_numbers to authenticated;

create policy advance_ledger_select on public.advance_ledger for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or home_branch_id = (select private.my_branch())
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_requester())
    and billing_month = any ((select private.published_months())::date[])));
comment on policy advance_ledger_select on public.advance_ledger is
  'Head office, the branches concerned, and the company''s administrator its own once the month that bills them is published.';
