-- What 本部経理 does about a difference: an adjustment 調整 in the next bill, or a write-off 協会負担; both with a reason (D-23, D-24).

-- What finance has to say for an act that changes a bill: 1 to 500 characters.
create function private.is_reason(p_reason text) returns boolean
language sql immutable set search_path = '' as $$ select coalesce(char_length(btrim(p_reason)) between 1 and 500, false) $$;

-- p_amount: whole yen, tax included where taxable; negative credits. Answers the row.
create function private.add_adjustment(p_requester_id bigint, p_amount int, p_taxable boolean, p_label text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.adjustments;
  v_company public.requesters;
  v_pending jsonb;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif nullif(btrim(p_reason), '') is null then
    perform private.refuse(400, 'reason_required');
  elsif coalesce(p_amount, 0) = 0 or abs(p_amount) > 99999999 then
    perform private.refuse(400, 'invalid_amount');
  elsif p_taxable is null or coalesce(char_length(btrim(p_label)), 0) not between 1 and 60 or char_length(p_reason) > 500 then
    perform private.refuse(400, 'invalid_value');
  end if;
  select * into v_company from public.requesters r where r.id = p_requester_id;
  if v_company.id is null then
    perform private.refuse(404, 'not_found');
  end if;
  v_pending := private.need_approval('adjustment', jsonb_build_object('requester_id', p_requester_id, 'amount', p_amount, 'taxable', p_taxable,
    'label', btrim(p_label), 'reason', btrim(p_reason)), btrim(p_reason), jsonb_build_object('code', v_company.code, 'name', v_company.name));
  if v_pending is not null then
    return v_pending;
  end if;
  perform private.share_billing_lock();
  insert into public.adjustments (month, requester_id, home_branch_id, kind, taxable, amount, label, reason, created_by)
  values (coalesce(private.first_open_month(), (private.month_of(private.today()) - interval '1 month')::date), v_company.id, v_company.branch_id, 'manual', p_taxable,
    p_amount, btrim(p_label), btrim(p_reason), private.responsible())
  returning * into v_row;
  perform private.write_audit('adjustments', v_row.id::text, 'insert', v_row.home_branch_id, null, to_jsonb(v_row));
  return to_jsonb(v_row);
end $$;
comment on function private.add_adjustment(bigint, int, boolean, text, text) is 'Definer: adjustments have no insert grant; it judges the caller.';
create function public.add_adjustment(p_requester_id bigint, p_amount int, p_taxable boolean, p_label text, p_reason text) returns jsonb
language sql set search_path = '' as $$ select private.add_adjustment(p_requester_id, p_amount, p_taxable, p_label, p_reason) $$;
comment on function public.add_adjustment(bigint, int, boolean, text, text) is '調整 in the first open month (the previous one while nothing is closed yet), by 本部経理, with a reason.';

-- The association bears it: no bill will hold the advance, whatever the payee reports. Refused once it is billed.
create function private.write_off_advance(p_id bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.advance_ledger;
  v_pending jsonb;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  end if;
  perform private.share_billing_lock();
  select * into v_row from public.advance_ledger a where a.id = p_id for update;
  if v_row.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_row.written_off_at is not null or v_row.billing_month <= private.last_closed_month() then
    perform private.refuse(409, 'advance_settled');
  end if;
  v_pending := private.need_approval('write_off', jsonb_build_object('id', p_id, 'reason', btrim(p_reason)), btrim(p_reason), (
    select jsonb_build_object('amount', v_row.amount, 'fee_kind', v_row.fee_kind, 'acceptance_no', v_row.paid_acceptance_no, 'advanced_on', v_row.advanced_on,
      'code', r.code, 'name', r.name) from public.requesters r where r.id = v_row.requester_id));
  if v_pending is not null then
    return v_pending;
  end if;
  update public.advance_ledger a set written_off_at = private.now(), written_off_by = private.responsible(), written_off_reason = btrim(p_reason), billing_month = null
  where a.id = p_id;
  update public.payee_lines l set billing_month = null where l.id = v_row.matched_line_id;
  perform private.write_audit('advances', p_id::text, 'write_off', v_row.home_branch_id, null,
    jsonb_build_object('amount', v_row.amount, 'fee_kind', v_row.fee_kind, 'reason', btrim(p_reason)));
  return jsonb_build_object('id', p_id, 'amount', v_row.amount);
end $$;
comment on function private.write_off_advance(bigint, text) is 'Definer: advances have no update grant; it judges the caller.';
create function public.write_off_advance(p_id bigint, p_reason text) returns jsonb
language sql set search_path = '' as $$ select private.write_off_advance(p_id, p_reason) $$;
comment on function public.write_off_advance(bigint, text) is '協会負担: takes an unbilled advance out of every bill, by 本部経理, with a reason (D-23). 409 advance_settled.';
grant execute on function private.add_adjustment(bigint, int, boolean, text, text), public.add_adjustment(bigint, int, boolean, text, text),
  private.write_off_advance(bigint, text), public.write_off_advance(bigint, text) to authenticated;

create function private.run_adjustment(p jsonb) returns jsonb
language sql set search_path = '' as $$
  select private.add_adjustment((p ->> 'requester_id')::bigint, (p ->> 'amount')::int, (p ->> 'taxable')::boolean, p ->> 'label', p ->> 'reason')
$$;
create function private.run_write_off(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.write_off_advance((p ->> 'id')::bigint, p ->> 'reason') $$;
insert into private.approval_acts (act, run) values ('adjustment', 'private.run_adjustment'), ('write_off', 'private.run_write_off');
