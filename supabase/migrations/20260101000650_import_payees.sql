-- Finance's files: the payees' monthly reports, 保適証サービス counts and debit accounts (D-23, D-27, D-29).

-- A report of a month that has not come, or of one before its payments, bears the wrong month: nothing of it is taken.
create function private.wrong_months(p_import_id bigint) returns setof private.import_result
language sql stable security definer set search_path = '' as $$
  select r.line, 'rejected', 'month', to_char(x.month, 'YYYY-MM'), 'wrong_month'
  from public.import_rows r cross join lateral jsonb_to_record(r.data) x (month date, paid_on date)
  where r.import_id = p_import_id and (x.month > private.today() or x.paid_on >= x.month + interval '1 month')
$$;
comment on function private.wrong_months(bigint) is 'Definer: staged rows have no grant; callers were judged by require_importer.';

-- p_payee: keikenkyo or kikou. Lines are added or updated, none is removed; the same 受付番号 twice in a file is two lines (D-23).
create function private.import_payee(p_import_id bigint, p_payee text) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
declare
  v_months date[];
begin
  return query select * from private.wrong_months(p_import_id);
  if found then
    return;
  elsif exists (select from public.import_rows r where r.import_id = p_import_id and r.data ? 'count') then
    return query select * from private.import_payee_totals(p_import_id, p_payee);
    return;
  end if;
  select array_agg(distinct (r.data ->> 'month')::date) into v_months from public.import_rows r
  where r.import_id = p_import_id and (r.data ->> 'amount')::int > 0;
  -- Lines say more than totals that came before them.
  insert into public.payee_reports as r (payee, month, imported_by)
  select p_payee, m.month, (select auth.uid()) from unnest(v_months) m (month)
  on conflict (payee, month) do update set form = 'lines' where r.form = 'totals';

  return query
  with file as materialized (
    select r.line, x.month, x.acceptance_no, x.amount, x.paid_on, coalesce(x.vehicle_kind, 'kei') as vehicle_kind, x.plate, x.chassis_no,
      row_number() over (partition by x.month, x.acceptance_no order by r.line) as occurrence
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (month date, acceptance_no text, amount int, paid_on date, vehicle_kind text, plate text, chassis_no text)
    where r.import_id = p_import_id and x.amount > 0
  ), judged as materialized (
    select f.*, l.id, l.id is null or (l.amount, l.paid_on, l.vehicle_kind, l.plate, l.chassis_no)
      is distinct from (f.amount, f.paid_on, f.vehicle_kind, coalesce(f.plate, l.plate), coalesce(f.chassis_no, l.chassis_no)) as changed
    from file f
    left join public.payee_lines l on l.payee = p_payee and l.month = f.month and l.acceptance_no = f.acceptance_no and l.occurrence = f.occurrence
  ), added as (
    insert into public.payee_lines (payee, month, acceptance_no, occurrence, amount, paid_on, vehicle_kind, plate, chassis_no)
    select p_payee, j.month, j.acceptance_no, j.occurrence, j.amount, j.paid_on, j.vehicle_kind, j.plate, j.chassis_no
    from judged j where j.id is null order by j.line
  ), altered as (
    update public.payee_lines l set amount = j.amount, paid_on = j.paid_on, vehicle_kind = j.vehicle_kind,
      plate = coalesce(j.plate, l.plate), chassis_no = coalesce(j.chassis_no, l.chassis_no),
      -- what finance has seen or settled was another amount
      settled_as = case when l.amount = j.amount then l.settled_as end, settled_at = case when l.amount = j.amount then l.settled_at end,
      settled_by = case when l.amount = j.amount then l.settled_by end, settled_reason = case when l.amount = j.amount then l.settled_reason end
    from judged j where l.id = j.id and j.changed
  ), refreshed as (
    update public.payee_reports r set imported_at = private.now(), imported_by = (select auth.uid())
    where r.payee = p_payee and r.month in (select j.month from judged j where j.changed)
  )
  select j.line, case when not j.changed then 'unchanged' when j.id is null then 'inserted' else 'updated' end, null::text, null::text, null::text
  from judged j
  union all
  select r.line, 'rejected', 'amount', r.data ->> 'amount', 'invalid_amount' from public.import_rows r
  where r.import_id = p_import_id and not coalesce((r.data ->> 'amount')::int > 0, false);

  perform private.match_payee_lines(p_payee, m.month) from unnest(v_months) m (month) order by m.month;
  -- in no one's bill until our own record of it comes (D-23)
  return query
  with file as (
    select r.line, x.month, x.acceptance_no, row_number() over (partition by x.month, x.acceptance_no order by r.line) as occurrence
    from public.import_rows r cross join lateral jsonb_to_record(r.data) x (month date, acceptance_no text, amount int)
    where r.import_id = p_import_id and x.amount > 0
  )
  select f.line, 'warning', 'acceptance_no', l.acceptance_no, case l.state when 'duplicate' then 'payee_line_duplicate' else 'payee_line_unattributed' end
  from file f
  join public.payee_lines l on l.payee = p_payee and l.month = f.month and l.acceptance_no = f.acceptance_no and l.occurrence = f.occurrence
  where l.state <> 'matched';
end $$;
comment on function private.import_payee(bigint, text) is 'Definer: payee tables have no write grant; callers were judged by require_importer.';

-- A report of counts and yen by agent branch alone; it replaces what an earlier file said of the same branch.
create function private.import_payee_totals(p_import_id bigint, p_payee text) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.payee_reports (payee, month, form, imported_by)
  select distinct p_payee, (r.data ->> 'month')::date, 'totals', (select auth.uid()) from public.import_rows r where r.import_id = p_import_id
  on conflict (payee, month) do nothing;
  return query
  with file as (
    select r.line, x.month, x.branch_code, x.count, x.amount, b.id as branch_id,
      row_number() over (partition by x.month, x.branch_code order by r.line) as occurrence
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (month date, branch_code text, count int, amount bigint)
    left join public.branches b on b.code = x.branch_code
    where r.import_id = p_import_id
  ), judged as materialized (
    select f.*, t.payee is not null as known, (t.count, t.amount) is distinct from (f.count, f.amount) as changed,
      case when f.branch_id is null then 'unknown_branch' when f.occurrence > 1 then 'duplicate_in_file' end as problem
    from file f
    left join public.payee_totals t on t.payee = p_payee and t.month = f.month and t.agent_branch_id = f.branch_id
  ), put as (
    insert into public.payee_totals (payee, month, agent_branch_id, count, amount)
    select p_payee, j.month, j.branch_id, j.count, j.amount from judged j where j.problem is null and j.changed
    on conflict (payee, month, agent_branch_id) do update set count = excluded.count, amount = excluded.amount
  )
  select j.line, case when j.problem is not null then 'rejected' when not j.changed then 'unchanged' when j.known then 'updated' else 'inserted' end,
    case when j.problem is not null then 'branch_code' end, case when j.problem is not null then j.branch_code end, j.problem
  from judged j;
  update public.payee_reports r set imported_at = private.now(), imported_by = (select auth.uid()), (line_count, amount) =
    (select coalesce(sum(t.count), 0), coalesce(sum(t.amount), 0) from public.payee_totals t where t.payee = r.payee and t.month = r.month)
  where r.payee = p_payee and r.form = 'totals' and r.month in (select (i.data ->> 'month')::date from public.import_rows i where i.import_id = p_import_id);
end $$;
comment on function private.import_payee_totals(bigint, text) is 'Definer: as import_payee.';

create function private.import_hotekisho(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  return query select * from private.wrong_months(p_import_id);
  if found then
    return;
  end if;
  return query
  with file as (
    select r.line, x.*, q.id as requester_id, row_number() over same as occurrence, first_value(x.count) over same as first_count
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (month date, requester_code text, count int)
    left join public.requesters q on q.code = x.requester_code
    where r.import_id = p_import_id
    window same as (partition by x.month, x.requester_code order by r.line)
  ), judged as materialized (
    select f.*, h.count as old_count, case when f.requester_id is null then 'unknown_requester' when f.first_count <> f.count then 'duplicate_in_file' end as problem
    from file f left join public.hotekisho_counts h on h.month = f.month and h.requester_id = f.requester_id
  ), changed as (
    select j.* from judged j where j.problem is null and j.occurrence = 1 and j.count is distinct from j.old_count
  ), put as (
    insert into public.hotekisho_counts (month, requester_id, count) select c.month, c.requester_id, c.count from changed c
    on conflict (month, requester_id) do update set count = excluded.count, imported_at = private.now()
  )
  select j.line, case when j.problem is not null then 'rejected' when c.line is null then 'unchanged' when c.old_count is null then 'inserted' else 'updated' end,
    case when j.problem is not null then 'requester_code' end, case when j.problem is not null then j.requester_code end, j.problem
  from judged j left join changed c on c.line = j.line;
end $$;
comment on function private.import_hotekisho(bigint) is 'Definer: hotekisho_counts has no write grant; callers were judged by require_importer.';

-- Accounts by company and first day. The number goes to its own table and is said nowhere else (D-29).
create function private.import_debit_accounts(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
begin
  return query
  with file as (
    select r.line, r.data, x.*, q.id as requester_id, q.branch_id as home_branch_id,
      row_number() over same as occurrence, first_value(r.data) over same as first_data
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (requester_code text, valid_from date, bank_code text, bank_name text, branch_code text,
      branch_name text, account_type text, account_number text, holder_kana text)
    left join public.requesters q on q.code = x.requester_code
    where r.import_id = p_import_id
    window same as (partition by x.requester_code, x.valid_from order by r.line)
  ), judged as materialized (
    select f.*, a as old, (n.account_number, n.holder_kana) is distinct from (f.account_number, f.holder_kana) as hidden_changed,
      case when f.requester_id is null then 'unknown_requester' when f.first_data <> f.data then 'duplicate_in_file'
        when f.account_number !~ '^[0-9]{7}$' then 'invalid_account_number' end as problem
    from file f
    left join public.debit_accounts a on a.requester_id = f.requester_id and a.valid_from = f.valid_from
    left join public.debit_account_numbers n on n.account_id = a.id
  ), compared as (
    select j.*, (j.bank_code, j.bank_name, j.branch_code, j.branch_name, j.account_type, '****' || right(j.account_number, 3))
      is distinct from ((j.old).bank_code, (j.old).bank_name, (j.old).branch_code, (j.old).branch_name, (j.old).account_type, (j.old).masked_number) as shown_changed
    from judged j where j.problem is null and j.occurrence = 1
  ), changed as materialized (
    select c.* from compared c where c.hidden_changed or c.shown_changed
  ), account as (
    insert into public.debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number)
    select c.requester_id, c.valid_from, c.bank_code, c.bank_name, c.branch_code, c.branch_name, c.account_type, '****' || right(c.account_number, 3)
    from changed c order by c.line
    on conflict (requester_id, valid_from) do update set bank_code = excluded.bank_code, bank_name = excluded.bank_name, branch_code = excluded.branch_code,
      branch_name = excluded.branch_name, account_type = excluded.account_type, masked_number = excluded.masked_number, updated_at = private.now()
    returning id, requester_id, valid_from
  ), number as (
    insert into public.debit_account_numbers (account_id, requester_id, account_number, holder_kana)
    select a.id, a.requester_id, c.account_number, c.holder_kana from account a join changed c using (requester_id, valid_from)
    on conflict (account_id) do update set account_number = excluded.account_number, holder_kana = excluded.holder_kana
  ), logged as materialized (
    -- a new number or holder behind the same last three digits shows in no column, and must still be seen
    select private.write_audit('debit_accounts', c.requester_id::text, 'update', c.home_branch_id, null,
      jsonb_build_object('valid_from', c.valid_from, 'account_number_or_holder', 'changed'))
    from changed c where (c.old).id is not null and not c.shown_changed
  )
  select j.line, case when j.problem is not null then 'rejected' when c.line is null then 'unchanged' when (c.old).id is null then 'inserted' else 'updated' end,
    case when j.problem is not null then 'requester_code' end, case when j.problem is not null then j.requester_code end, j.problem
  from judged j left join changed c on c.line = j.line
  where (select count(*) from logged) >= 0;
end $$;
comment on function private.import_debit_accounts(bigint) is 'Definer: accounts have no write grant; callers were judged by require_importer.';
