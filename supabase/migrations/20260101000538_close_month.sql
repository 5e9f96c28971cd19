-- Closing a month 月次締め: open → closed → published, or back to open until published (D-24). All or nothing; two at once
-- give one result, the second is told so.

-- Numbers and writes the statements of a month with their lines.
create function private.write_statements(p_month date, p_heads private.billing_head[]) returns void
language sql security definer set search_path = '' as $$
  with month as (
    update public.billing_months b set last_number = b.last_number + cardinality(p_heads)
    where b.month = p_month returning b.last_number - cardinality(p_heads) as before
  ), head as (
    select h.*, row_number() over (order by h.code) + m.before as n from unnest(p_heads) h cross join month m
  ), written as (
    insert into public.statements (number, month, requester_id, home_branch_id, usage_count, usage_amount, hotekisho_count, hotekisho_amount,
      taxable_10, tax_10, kei_fee_count, kei_fee_amount, tech_fee_count, tech_fee_amount, adjustment_amount, total, outstanding_before, transfer_asked,
      debit_cycle, debit_on, collection, closed_by)
    select to_char(p_month, 'YYYYMM') || '-' || lpad(h.n::text, greatest(5, length(h.n::text)), '0'), p_month, h.requester_id, h.home_branch_id, h.usage_count, h.usage_amount,
      h.hotekisho_count, h.hotekisho_amount, h.taxable_10, h.tax_10, h.kei_fee_count, h.kei_fee_amount, h.tech_fee_count, h.tech_fee_amount,
      h.adjustment_amount, h.total, h.outstanding_before, h.transfer_asked, h.debit_cycle, h.debit_on, h.collection, (select private.responsible())
    from head h order by h.n
    returning id, requester_id
  )
  insert into public.statement_lines (statement_id, line_no, kind, label, usage_month, vehicle_kind, quantity, unit_price, amount, tax_rate)
  select w.id, l.line_no, l.kind, l.label, l.usage_month, l.vehicle_kind, l.quantity, l.unit_price, l.amount, l.tax_rate
  from written w
  join head h on h.requester_id = w.requester_id
  cross join unnest(h.lines) with ordinality l (sort, kind, label, usage_month, vehicle_kind, quantity, unit_price, amount, tax_rate, line_no)
  order by w.id, l.line_no
$$;
comment on function private.write_statements(date, private.billing_head[]) is 'Definer: nobody writes statements by hand.';

create function private.do_close(p_month date, p_own text[], p_heads private.billing_head[], p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- 調整 made before anything was closed: the first month that is closed bills them
  update public.adjustments d set month = p_month where d.month < p_month and not exists (select from public.billing_months);
  insert into public.billing_months as b (month, status, closed_at, closed_by, reason)
  values (p_month, 'closed', private.now(), private.responsible(), p_reason)
  on conflict (month) do update set status = 'closed', closed_at = excluded.closed_at, closed_by = excluded.closed_by, reason = excluded.reason;
  perform private.write_statements(p_month, p_heads);
  update public.advance_ledger a set billing_month = p_month
  where a.id in (select o.id from private.own_advances(p_month, p_own) o);
end $$;
comment on function private.do_close(date, text[], private.billing_head[], text) is 'Definer: nobody writes months by hand.';

-- Garages see the statements; name, address and registration number are kept as they are now, with what they give back (D-26),
-- and the hash of all of it. No nested loops: right after a closing the planner takes a month's statements for a single one, and
-- 30,000 against 30,000 would take minutes.
create function private.do_publish(p_month date) returns void
language sql security definer set search_path = '' set enable_nestloop = off as $$
  update public.billing_months b set status = 'published', published_at = private.now(), published_by = private.responsible() where b.month = p_month;
  update public.statements s set status = 'published', published_at = private.now(),
    addressee = jsonb_build_object('code', r.code, 'name', coalesce(r.mailing_name, r.name), 'postal_code', coalesce(r.mailing_postal_code, r.postal_code),
      'address', coalesce(r.mailing_address, r.address)),
    issuer = i.issuer, return_10 = coalesce(g.amount, 0), return_tax_10 = private.contained_tax(coalesce(g.amount, 0), i.rounding)
  from public.statements o
  join public.requesters r on r.id = o.requester_id
  cross join (
    select jsonb_build_object('name', private.setting('association_name'), 'registration_no', private.setting('invoice_registration_no')) as issuer,
      private.setting('tax_rounding') #>> '{}' as rounding) i
  left join (
    select l.statement_id, sum(l.amount)::int as amount from public.statement_lines l
    join public.statements m on m.id = l.statement_id and m.month = p_month
    where l.tax_rate = 10 and l.amount < 0 group by 1) g on g.statement_id = o.id
  where o.id = s.id and s.month = p_month and s.status = 'closed';
  update public.statements s set content_hash = private.content_hash(s, c.lines)
  from private.lines_content(array(select m.id from public.statements m where m.month = p_month and m.status = 'published')) c
  where c.statement_id = s.id;
$$;
comment on function private.do_publish(date) is 'Definer: nobody writes statements by hand.';

-- A file that went to the bank holds the month's amounts: the month stays closed until the file is taken back.
create function private.has_debit_file(p_month date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.debit_batches b
    where b.status <> 'cancelled' and exists (
      select from public.statements s where s.month = p_month and s.debit_on = b.debit_on and s.debit_cycle = b.debit_cycle and s.status <> 'cancelled'))
$$;
comment on function private.has_debit_file(date) is 'Definer: closing reads all, whoever calls.';

-- Undoes the closing of the last closed month: its numbers stay used, what arrived since belongs to it again.
create function private.do_reopen(p_month date, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_next date := (p_month + interval '1 month')::date;
begin
  update public.billing_months b set status = 'open', closed_at = null, closed_by = null,
    reopened_at = private.now(), reopened_by = private.responsible(), reason = p_reason
  where b.month = p_month;
  update public.statements s set status = 'cancelled', cancelled_at = private.now(), cancelled_by = (select private.responsible()), cancel_reason = p_reason
  where s.month = p_month and s.status = 'closed';
  delete from public.adjustments d where d.source_month = p_month;
  delete from public.usage_adjustments u where u.billed_month = p_month;
  update public.usage_adjustments u set billing_month = p_month where u.billing_month = v_next;
  update public.applications a set billing_month = p_month where a.billing_month = v_next and a.completed_on < v_next;
  update public.advance_ledger a set billing_month = null where a.billing_month = p_month and a.matched_line_id is null;
  update public.advance_ledger a set billing_month = p_month
  from public.payee_lines l where l.id = a.matched_line_id and l.billing_month = v_next and l.month <= p_month;
  update public.payee_lines l set billing_month = p_month where l.billing_month = v_next and l.month <= p_month;
end $$;
comment on function private.do_reopen(date, text) is 'Definer: nobody writes months by hand.';

-- See public.close_month.
create function private.close_month(p_month date, p_action text, p_preview boolean, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' set work_mem = '64MB' set jit = off as $$
declare
  v_reason text := nullif(btrim(p_reason), '');
  v_status text;
  v_own text[];
  v_heads private.billing_head[];
  v_refusals jsonb := '[]';
  v_comparison jsonb;
  v_pending jsonb;
  v_answer jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.has_role(variadic case when p_preview then '{hq_admin,hq_finance,hq_viewer}' else '{hq_finance}' end::text[]) then
    perform private.refuse(403, 'not_allowed');
  elsif p_month is distinct from private.month_of(p_month) or coalesce(p_action not in ('close', 'publish', 'reopen'), true) then
    perform private.refuse(400, 'invalid_value');
  elsif char_length(v_reason) > 500 then
    perform private.refuse(400, 'too_long', '{"field": "reason", "max": 500}');
  end if;
  if not p_preview then
    perform private.take_billing_lock();
  end if;
  select b.status into v_status from public.billing_months b where b.month = p_month;

  if p_action = 'close' then
    v_own := private.payees_by_own_record(p_month);
    if coalesce(v_status, 'open') = 'open' then
      v_heads := array(select h from private.billing_heads(p_month, v_own) h);
    else
      v_heads := array(select h from private.stored_heads(p_month) h);
    end if;
    v_refusals := private.closing_refusals(p_month, v_heads, v_reason);
  else
    v_heads := array(select h from private.stored_heads(p_month) h);
    v_refusals := case
      when coalesce(v_status, 'open') = 'open' then '[{"code": "month_not_closed"}]'
      when v_status = 'published' then '[{"code": "month_published"}]'
      when p_action = 'reopen' and p_month < private.last_closed_month() then '[{"code": "later_month_closed"}]'
      when p_action = 'reopen' and private.has_debit_file(p_month) then '[{"code": "debit_file_made"}]'
      when p_action = 'publish' and private.missing_invoice_items(p_month) is not null
        then jsonb_build_array(jsonb_build_object('code', 'statement_incomplete', 'details', jsonb_build_object('items', private.missing_invoice_items(p_month))))
      else '[]' end;
  end if;

  if p_preview then
    v_comparison := private.payee_comparison(p_month);
    return private.closing_answer(p_month, v_heads) || jsonb_build_object('preview', true, 'refusals', v_refusals,
      'warnings', private.closing_warnings(p_month, v_heads, v_comparison), 'checks', private.closing_checks(p_month), 'payees', v_comparison);
  elsif v_refusals <> '[]' then
    perform private.refuse(409, v_refusals #>> '{0,code}', v_refusals #> '{0,details}');
  elsif p_action = 'reopen' and v_reason is null then
    perform private.refuse(400, 'reason_required');
  end if;
  -- figures that changed since the first person saw them ask for a second one anew
  v_pending := private.need_approval(p_action || '_month', jsonb_build_object('month', p_month, 'action', p_action, 'reason', v_reason,
      'total', private.closing_totals(v_heads) -> 'total'), v_reason,
    jsonb_build_object('statements', cardinality(v_heads), 'total', private.closing_totals(v_heads) -> 'total'));
  if v_pending is not null then
    return v_pending;
  end if;

  if p_action = 'close' then
    perform private.do_close(p_month, v_own, v_heads, v_reason);
  elsif p_action = 'publish' then
    perform private.do_publish(p_month);
  else
    perform private.do_reopen(p_month, v_reason);
    v_heads := '{}';
  end if;
  v_answer := private.closing_answer(p_month, v_heads) || jsonb_build_object('preview', false);
  perform private.write_audit('billing_months', to_char(p_month, 'YYYY-MM'), p_action, null, jsonb_build_object('status', coalesce(v_status, 'open')),
    jsonb_strip_nulls(v_answer - '{month,branches,debits,preview}'::text[] || jsonb_build_object('reason', v_reason)));
  return v_answer;
end $$;
comment on function private.close_month(date, text, boolean, text) is 'Definer: months, statements and advances have no write grants; it judges the caller.';

create function public.close_month(p_month date, p_action text default 'close', p_preview boolean default true, p_reason text default null) returns jsonb
language sql set search_path = '' as $$ select private.close_month(p_month, p_action, p_preview, p_reason) $$;
comment on function public.close_month(date, text, boolean, text) is
  'Closes, publishes or reopens a month (first day), or shows what that would give (D-24). Answer: { month, status, statements, totals, branches, debits },
a preview also { refusals, warnings, checks, payees }. Refused with 409 month_not_over, month_already_closed, previous_month_open,
payee_report_missing (lifted by a reason), price_missing; month_not_closed, month_published, later_month_closed, debit_file_made, statement_incomplete; 400 reason_required.';
grant execute on function private.close_month(date, text, boolean, text), public.close_month(date, text, boolean, text) to authenticated;
alter function public.close_month(date, text, boolean, text) set statement_timeout = '120s';

create function private.run_closing(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.close_month((p ->> 'month')::date, p ->> 'action', false, p ->> 'reason') $$;
insert into private.approval_acts (act, run)
values ('close_month', 'private.run_closing'), ('publish_month', 'private.run_closing'), ('reopen_month', 'private.run_closing');
