-- The file that goes to the bank: 全銀 預金口座振替, records of 120 bytes (domain §11.3). Made once and kept; asked again it is the same.

-- The first character of a name that banks cannot take; null when all can.
create function private.bank_kana_fault(p_text text) returns text
language sql immutable set search_path = '' as $$
  select c.c from regexp_split_to_table(normalize(p_text, nfc), '') with ordinality c (c, n) where private.bank_kana(c.c) is null order by c.n limit 1
$$;

-- Names of the accounts a file would use that cannot be written: [{ code, name, field, character, value }]. The value of
-- a holder is not repeated, the character is (D-29).
create function private.kana_faults(p_debit_on date, p_cycle int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('company', c.code || ' ' || c.name, 'field', x.field, 'character', coalesce(private.bank_kana_fault(x.value), ''),
    'reason', case when private.bank_kana(x.value) is null then 'character' else 'length' end) order by c.code, x.field), '[]')
  from private.debit_candidates(p_debit_on, p_cycle) c
  join public.debit_accounts a on a.id = c.account_id
  join public.debit_account_numbers n on n.account_id = a.id
  cross join lateral (values ('bank_name', a.bank_name, 15), ('branch_name', a.branch_name, 15), ('holder_kana', n.holder_kana, 30)) x (field, value, width)
  where c.outcome = 'sent' and coalesce(char_length(private.bank_kana(x.value)) not between 1 and x.width, true)
$$;
comment on function private.kana_faults(date, int) is 'Definer: reads account holders for finance, who was judged before.';

-- The lines of a batch's file, in order, each of 120 half-width characters.
create function private.debit_file_lines(p_batch_id bigint) returns text[]
language sql stable security definer set search_path = '' as $$
  with batch as (
    select b.*, lpad('', 17) as blank from public.debit_batches b where b.id = p_batch_id
  ), data as (
    select d.line_no, '2' || a.bank_code || rpad(a.bank_name, 15) || a.branch_code || rpad(a.branch_name, 15) || lpad('', 4)
      || case a.account_type when 'ordinary' then '1' else '2' end || a.account_number || rpad(a.holder_kana, 30)
      || lpad(d.amount::text, 10, '0') || d.new_code || rpad(r.code, 20) || '0' || lpad('', 8) as line
    from public.debit_results d
    join public.debit_result_accounts a on a.result_id = d.id
    join public.requesters r on r.id = d.requester_id
    where d.batch_id = p_batch_id and d.line_no is not null
  )
  select array['1' || '91' || '0' || (b.consignor ->> 'code') || rpad(b.consignor ->> 'name', 40) || to_char(b.debit_on, 'MMDD')
      || (b.consignor ->> 'bank_code') || rpad(b.consignor ->> 'bank_name', 15) || (b.consignor ->> 'branch_code') || rpad(b.consignor ->> 'branch_name', 15)
      || case b.consignor ->> 'account_type' when 'ordinary' then '1' else '2' end || (b.consignor ->> 'account_number') || b.blank]
    || (select array_agg(d.line order by d.line_no) from data d)
    || ('8' || lpad(b.record_count::text, 6, '0') || lpad(b.amount::text, 12, '0') || repeat('0', 36) || lpad('', 65))
    || ('9' || lpad('', 119))
  from batch b
$$;
comment on function private.debit_file_lines(bigint) is 'Definer: reads account numbers for finance, who was judged before.';

-- A file that leaves must add up: its lines against the batch, the batch against what was billed.
create function private.check_debit_file(p_lines text[], p_batch public.debit_batches) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_count int;
  v_amount bigint;
begin
  select count(*), sum(substr(l, 81, 10)::bigint) into v_count, v_amount from unnest(p_lines) l where l like '2%';
  if v_count is distinct from p_batch.record_count or v_amount is distinct from p_batch.amount
    or exists (select from unnest(p_lines) l where l !~ '^[ -~｡-ﾟ]{120}$') then
    perform private.refuse(500, 'debit_totals_differ', jsonb_build_object('count', v_count, 'amount', v_amount));
  end if;
end $$;
comment on function private.check_debit_file(text[], public.debit_batches) is 'Definer: as debit_file_lines.';

-- 新規コード of an account: 1 for the first file of a company, 2 after a change, else 0.
create function private.new_code(p_requester_id bigint, p_account_id bigint) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select case when (k.bank_code, k.branch_code, k.account_type, k.account_number) is distinct from (a.bank_code, a.branch_code, a.account_type, n.account_number) then '2' else '0' end
    from public.debit_results d
    join public.debit_result_accounts k on k.result_id = d.id
    join public.debit_accounts a on a.id = p_account_id
    join public.debit_account_numbers n on n.account_id = a.id
    where d.requester_id = p_requester_id and d.line_no is not null and d.state <> 'cancelled'
    order by d.debit_on desc, d.id desc limit 1), '1')
$$;
comment on function private.new_code(bigint, bigint) is 'Definer: compares account numbers for finance, who was judged before.';

-- Writes a batch with its lines and the copies of their accounts. p_rows: as judged before, since the batch itself changes
-- what is still to be asked for. Answers the batch.
create function private.write_debit_batch(p_debit_on date, p_cycle int, p_rows private.debit_candidate[]) returns public.debit_batches
language plpgsql security definer set search_path = '' as $$
declare
  v_consignor jsonb := private.setting('debit_consignor');
  v_batch public.debit_batches;
begin
  insert into public.debit_batches (debit_on, debit_cycle, consignor, record_count, amount, made_by)
  select p_debit_on, p_cycle, v_consignor || jsonb_build_object('name', private.bank_kana(v_consignor ->> 'name'),
      'bank_name', private.bank_kana(v_consignor ->> 'bank_name'), 'branch_name', private.bank_kana(v_consignor ->> 'branch_name')),
    count(*), sum(c.month_amount + c.outstanding_amount), private.responsible()
  from unnest(p_rows) c where c.outcome = 'sent'
  returning * into v_batch;
  with line as (
    insert into public.debit_results (batch_id, line_no, requester_id, home_branch_id, debit_on, debit_cycle, month_amount, outstanding_amount, amount, new_code, state)
    select v_batch.id, case when c.outcome = 'sent' then row_number() over (partition by c.outcome order by c.code) end, c.requester_id, c.home_branch_id,
      p_debit_on, p_cycle, c.month_amount, c.outstanding_amount, c.month_amount + c.outstanding_amount,
      case when c.outcome = 'sent' then private.new_code(c.requester_id, c.account_id) end, c.outcome
    from unnest(p_rows) c
    returning id, requester_id, state
  )
  insert into public.debit_result_accounts (result_id, requester_id, bank_code, bank_name, branch_code, branch_name, account_type, account_number, holder_kana)
  select l.id, l.requester_id, a.bank_code, private.bank_kana(a.bank_name), a.branch_code, private.bank_kana(a.branch_name), a.account_type,
    n.account_number, private.bank_kana(n.holder_kana)
  from line l
  join unnest(p_rows) c on c.requester_id = l.requester_id
  join public.debit_accounts a on a.id = c.account_id
  join public.debit_account_numbers n on n.account_id = a.id
  where l.state = 'sent';
  -- a newer account answers the question about the old one
  update public.debit_followups f set closed_at = private.now(), closed_by = (select auth.uid()), close_reason = '口座の変更'
  from unnest(p_rows) c where c.outcome = 'sent' and f.requester_id = c.requester_id and f.kind = 'account_query' and f.closed_at is null;
  return v_batch;
end $$;
comment on function private.write_debit_batch(date, int, private.debit_candidate[]) is 'Definer: nobody writes batches by hand.';

-- The cycle of a debit day: that of its batch, else of the statements that fall on it.
create function private.debit_cycle_of(p_debit_on date) returns int
language sql stable security definer set search_path = '' as $$
  select c from unnest(array[27, 6]) c
  where exists (select from public.debit_batches b where b.debit_on = p_debit_on and b.debit_cycle = c and b.status <> 'cancelled')
    or private.debit_month(p_debit_on, c) is not null
  limit 1
$$;
comment on function private.debit_cycle_of(date) is 'Definer: debit files read all, whoever calls.';

-- See public.make_debit_file.
create function private.make_debit_file(p_debit_on date) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_cycle int;
  v_rows private.debit_candidate[];
  v_batch public.debit_batches;
  v_lines text[];
  v_pending jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  end if;
  perform private.take_billing_lock();
  v_cycle := private.debit_cycle_of(p_debit_on);
  if v_cycle is null then
    perform private.refuse(409, 'no_debit_day', jsonb_build_object('debit_on', p_debit_on));
  end if;
  select * into v_batch from public.debit_batches b where b.debit_on = p_debit_on and b.debit_cycle = v_cycle and b.status <> 'cancelled';
  if v_batch.id is null then
    v_rows := array(select c from private.debit_candidates(p_debit_on, v_cycle) c);
    if not exists (select from unnest(v_rows) c where c.outcome = 'sent') then
      perform private.refuse(409, 'nothing_to_debit');
    elsif private.kana_faults(p_debit_on, v_cycle) <> '[]' then
      perform private.refuse(409, 'bank_kana_fault', (private.kana_faults(p_debit_on, v_cycle) -> 0) || jsonb_build_object('faults', private.kana_faults(p_debit_on, v_cycle)));
    end if;
    -- figures that changed since the first person saw them ask for a second one anew
    v_pending := private.need_approval('debit_file', (
      select jsonb_build_object('debit_on', p_debit_on, 'record_count', count(*), 'amount', sum(c.month_amount + c.outstanding_amount)) from unnest(v_rows) c where c.outcome = 'sent'), null, (
      select jsonb_build_object('debit_on', p_debit_on, 'count', count(*), 'total', sum(c.month_amount + c.outstanding_amount)) from unnest(v_rows) c where c.outcome = 'sent'));
    if v_pending is not null then
      return v_pending;
    end if;
    v_batch := private.write_debit_batch(p_debit_on, v_cycle, v_rows);
    perform private.write_audit('debit_batches', v_batch.id::text, 'insert', null, null,
      jsonb_build_object('debit_on', p_debit_on, 'debit_cycle', v_cycle, 'record_count', v_batch.record_count, 'amount', v_batch.amount));
  end if;
  v_lines := private.debit_file_lines(v_batch.id);
  perform private.check_debit_file(v_lines, v_batch);
  return jsonb_build_object('id', v_batch.id, 'debit_on', p_debit_on, 'debit_cycle', v_cycle, 'record_count', v_batch.record_count, 'amount', v_batch.amount, 'lines', to_jsonb(v_lines));
end $$;
comment on function private.make_debit_file(date) is 'Definer: batches have no write grants; it judges the caller.';
create function public.make_debit_file(p_debit_on date) returns jsonb
language sql set search_path = '' as $$ select private.make_debit_file(p_debit_on) $$;
comment on function public.make_debit_file(date) is
  '口座振替データ of a debit day, by 本部経理: { id, debit_on, debit_cycle, record_count, amount, lines } with lines of 120 half-width characters. Made once and
kept; asked again it is the same. With 二人承認 on, { approval } until a second person agrees. 409 no_debit_day, nothing_to_debit, bank_kana_fault ({ company, field, character, faults }); 500 debit_totals_differ.';
grant execute on function private.make_debit_file(date), public.make_debit_file(date) to authenticated;
alter function public.make_debit_file(date) set statement_timeout = '60s';

create function private.run_debit_file(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.make_debit_file((p ->> 'debit_on')::date) - 'lines' $$;
insert into private.approval_acts (act, run) values ('debit_file', 'private.run_debit_file');

-- Takes back a file that has not gone out, so that it can be made anew with another account or amount.
create function private.cancel_debit_batch(p_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_batch public.debit_batches;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  end if;
  perform private.take_billing_lock();
  select * into v_batch from public.debit_batches b where b.id = p_id for update;
  if v_batch.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_batch.status <> 'made' then
    perform private.refuse(409, 'debit_batch_settled');
  end if;
  update public.debit_batches b set status = 'cancelled', cancelled_at = private.now(), cancelled_by = (select auth.uid()), cancel_reason = btrim(p_reason) where b.id = p_id;
  update public.debit_results d set state = 'cancelled' where d.batch_id = p_id;
  perform private.write_audit('debit_batches', p_id::text, 'cancel', null, jsonb_build_object('status', 'made'),
    jsonb_build_object('status', 'cancelled', 'debit_on', v_batch.debit_on, 'reason', btrim(p_reason)));
end $$;
comment on function private.cancel_debit_batch(bigint, text) is 'Definer: batches have no write grants; it judges the caller.';
create function public.cancel_debit_batch(p_id bigint, p_reason text) returns void
language sql set search_path = '' as $$ select private.cancel_debit_batch(p_id, p_reason) $$;
comment on function public.cancel_debit_batch(bigint, text) is 'Takes back a debit file without a result, by 本部経理, with a reason. 409 debit_batch_settled.';
grant execute on function private.cancel_debit_batch(bigint, text), public.cancel_debit_batch(bigint, text) to authenticated;
