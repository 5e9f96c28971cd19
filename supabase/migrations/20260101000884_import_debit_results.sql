-- The bank's answer: the same file with a code in every line (domain §11.3). It is taken whole or not at all.

-- Batch that a result file speaks of: the newest with its month and day; made ones first.
create function private.batch_of_result(p_mmdd text) returns public.debit_batches
language sql stable security definer set search_path = '' as $$
  select b from public.debit_batches b
  where b.status <> 'cancelled' and to_char(b.debit_on, 'MMDD') = p_mmdd and b.debit_on <= (private.today() + interval '3 months')::date
  order by b.status = 'made' desc, b.debit_on desc limit 1
$$;
comment on function private.batch_of_result(text) is 'Definer: imports read all; callers were judged by require_importer.';

-- Everything that speaks against a staged result file; none: it agrees with the batch to the yen.
create function private.debit_result_faults(p_import_id bigint, p_batch public.debit_batches) returns setof private.import_result
language sql stable security definer set search_path = '' as $$
  with header as (
    select r.line, x.* from public.import_rows r cross join lateral jsonb_to_record(r.data) x (record text, kind text, consignor_code text, debit_on text, expected_on date)
    where r.import_id = p_import_id and x.record = 'header'
  ), data as materialized (
    select r.line, x.*, row_number() over (partition by x.customer_no order by r.line) as occurrence, d.id as result_id, d.amount as sent_amount,
      (a.bank_code, a.branch_code, a.account_type, a.account_number) is distinct from (x.bank_code, x.branch_code, x.account_type, x.account_number) as other_account
    from public.import_rows r
    cross join lateral jsonb_to_record(r.data) x (record text, customer_no text, bank_code text, branch_code text, account_type text, account_number text, amount bigint, result_code text)
    left join public.requesters q on q.code = x.customer_no
    left join public.debit_results d on d.batch_id = p_batch.id and d.requester_id = q.id and d.line_no is not null
    left join public.debit_result_accounts a on a.result_id = d.id
    where r.import_id = p_import_id and x.record = 'data'
  ), trailer as (
    select r.line, r.data, x.field, (r.data ->> x.field)::bigint as said, x.counted
    from public.import_rows r
    cross join (select count(*) as n, coalesce(sum(amount), 0) as yen, count(*) filter (where result_code = '0') as ok,
      coalesce(sum(amount) filter (where result_code = '0'), 0) as ok_yen from data) s
    cross join lateral (values ('count', s.n), ('amount', s.yen), ('collected_count', s.ok), ('collected_amount', s.ok_yen),
      ('failed_count', s.n - s.ok), ('failed_amount', s.yen - s.ok_yen)) x (field, counted)
    where r.import_id = p_import_id and r.data ->> 'record' = 'trailer'
  )
  select h.line, 'rejected', 'debit_on', h.debit_on, case when p_batch.id is null or h.expected_on <> p_batch.debit_on then 'other_debit_date' else 'debit_result_twice' end
  from header h where p_batch.id is null or p_batch.status = 'settled' or h.expected_on <> p_batch.debit_on
  union all
  select h.line, 'rejected', 'consignor_code', h.consignor_code, 'other_consignor' from header h
  where p_batch.status = 'made' and (h.consignor_code <> p_batch.consignor ->> 'code' or h.kind <> '91')
  union all
  select d.line, 'rejected', v.field, v.value, v.code
  from data d
  cross join lateral (
    select 'customer_no' as field, d.customer_no as value, case when d.result_id is null then 'not_in_debit_file' else 'debit_line_twice' end as code
    where d.result_id is null or d.occurrence > 1
    union all
    select 'amount', d.amount::text, 'debit_amount_differs' where d.amount <> d.sent_amount
    union all
    select 'account_number', d.account_number, 'debit_account_differs' where d.result_id is not null and d.other_account
    union all
    select 'result_code', d.result_code, 'unknown_result_code' where d.result_code not in ('0', '1', '2', '3', '4', '8', '9')
  ) v
  where p_batch.status = 'made'
  union all
  select t.line, 'rejected', t.field, t.said::text, 'debit_total_differs' from trailer t where t.said <> t.counted
  union all
  select t.line, 'rejected', 'count', t.said::text, 'debit_lines_missing' from trailer t
  where p_batch.status = 'made' and t.field = 'count' and t.counted < p_batch.record_count
$$;
comment on function private.debit_result_faults(bigint, public.debit_batches) is 'Definer: compares account numbers; callers were judged by require_importer.';

-- What the failures of a settled batch ask for: 口座確認 after codes 2, 3, 4; 振込依頼書 over the whole debt after two in a row (D-28).
create function private.follow_up(p_batch_id bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.debit_followups as f (kind, requester_id, home_branch_id, result_id, amount, issued_on)
  select 'account_query', d.requester_id, d.home_branch_id, d.id, d.amount, private.today()
  from public.debit_results d where d.batch_id = p_batch_id and d.result_code in ('2', '3', '4')
  on conflict (requester_id, kind) where closed_at is null do update set result_id = excluded.result_id, amount = excluded.amount, created_at = excluded.created_at;

  insert into public.debit_followups as f (kind, requester_id, home_branch_id, result_id, amount, issued_on, due_on)
  select 'transfer_request', d.requester_id, d.home_branch_id, d.id, p.billed - p.collected - p.scheduled - p.in_flight, private.today(),
    private.next_business_day(private.today() + (private.setting('transfer_due_days') #>> '{}')::int)
  from public.debit_results d
  cross join lateral private.debit_positions(d.requester_id) p
  cross join lateral (
    select l.state from public.debit_results l
    where l.requester_id = d.requester_id and l.id <> d.id and l.state in ('collected', 'failed') and l.debit_on <= d.debit_on
    order by l.debit_on desc, l.id desc limit 1
  ) before
  where d.batch_id = p_batch_id and d.state = 'failed' and before.state = 'failed' and p.billed - p.collected - p.scheduled - p.in_flight > 0
  on conflict (requester_id, kind) where closed_at is null do update
    set result_id = excluded.result_id, amount = excluded.amount, issued_on = excluded.issued_on, due_on = excluded.due_on, created_at = excluded.created_at;
end $$;
comment on function private.follow_up(bigint) is 'Definer: follow-ups have no write grants.';

-- Settles a batch: p_codes holds each company's 振替結果コード.
create function private.settle_debit_batch(p_batch_id bigint, p_codes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.debit_results d set result_code = c.value, state = case c.value when '0' then 'collected' else 'failed' end
  from public.requesters r join jsonb_each_text(p_codes) c on c.key = r.code
  where d.batch_id = p_batch_id and d.requester_id = r.id and d.state = 'sent';
  update public.debit_batches b set status = 'settled', settled_at = private.now(), settled_by = (select auth.uid()),
    collected_count = x.ok, collected_amount = x.ok_yen, failed_count = x.bad, failed_amount = x.bad_yen
  from (
    select count(*) filter (where d.state = 'collected') as ok, coalesce(sum(d.amount) filter (where d.state = 'collected'), 0) as ok_yen,
      count(*) filter (where d.state = 'failed') as bad, coalesce(sum(d.amount) filter (where d.state = 'failed'), 0) as bad_yen
    from public.debit_results d where d.batch_id = p_batch_id
  ) x
  where b.id = p_batch_id;
  perform private.follow_up(p_batch_id);
end $$;
comment on function private.settle_debit_batch(bigint, jsonb) is 'Definer: batches have no write grants; callers were judged before.';

create function private.import_debit_result(p_import_id bigint) returns setof private.import_result
language plpgsql security definer set search_path = '' as $$
declare
  v_batch public.debit_batches;
  v_codes jsonb;
begin
  perform private.take_billing_lock();
  v_batch := private.batch_of_result((select r.data ->> 'debit_on' from public.import_rows r where r.import_id = p_import_id and r.data ->> 'record' = 'header'));
  return query select * from private.debit_result_faults(p_import_id, v_batch);
  if found then
    return;
  end if;
  select jsonb_object_agg(r.data ->> 'customer_no', r.data ->> 'result_code') into v_codes
  from public.import_rows r where r.import_id = p_import_id and r.data ->> 'record' = 'data';
  perform private.settle_debit_batch(v_batch.id, v_codes);
  return query
  select r.line, 'updated', null::text, null::text, null::text from public.import_rows r where r.import_id = p_import_id and r.data ->> 'record' = 'data';
end $$;
comment on function private.import_debit_result(bigint) is 'Definer: batches have no write grants; callers were judged by require_importer.';
