-- Money that comes by hand 入金, and what finance does about failures (D-28).

-- Whether the caller books money for a company: 本部経理 all, 支部管理者 what its branch collects from its own companies.
create function private.may_book(p_method text, p_branch_id bigint) returns boolean
language sql stable set search_path = '' as $$
  select private.has_role('hq_finance') or (p_method = 'branch' and private.has_role('branch_admin') and p_branch_id = private.my_branch())
$$;

-- 振込依頼書 that are paid wait for nothing more.
create function private.close_paid_requests(p_requester_id bigint) returns void
language sql security definer set search_path = '' as $$
  update public.debit_followups f set closed_at = private.now(), closed_by = (select auth.uid()), close_reason = '入金済'
  from private.held_amounts() h
  where f.requester_id = p_requester_id and f.kind = 'transfer_request' and f.closed_at is null and h.requester_id = f.requester_id and h.amount = 0
$$;
comment on function private.close_paid_requests(bigint) is 'Definer: follow-ups have no write grants.';

create function private.book_receipt(p_requester_id bigint, p_received_on date, p_amount int, p_method text, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- a branch that billed a company collects from it, also after the company moved to another
  v_branch bigint := (
    select case when p_method = 'branch' and exists (select from public.statements s
      where s.requester_id = r.id and s.collection = 'branch' and s.status <> 'cancelled' and s.home_branch_id = private.my_branch()) then private.my_branch() else r.branch_id end
    from public.requesters r where r.id = p_requester_id);
  v_row public.receipts;
begin
  if not private.may_book(p_method, v_branch) then
    perform private.refuse(403, 'not_allowed');
  elsif v_branch is null then
    perform private.refuse(404, 'not_found');
  elsif coalesce(p_amount, 0) not between 1 and 999999999 then
    perform private.refuse(400, 'invalid_amount');
  elsif p_received_on > private.today() then
    perform private.refuse(400, 'date_in_future');
  elsif coalesce(p_method not in ('transfer', 'branch'), true) or p_received_on is null then
    perform private.refuse(400, 'invalid_value');
  elsif char_length(p_note) > 200 then
    perform private.refuse(400, 'too_long', '{"field": "note", "max": 200}');
  end if;
  perform private.take_billing_lock();
  insert into public.receipts (requester_id, home_branch_id, received_on, amount, method, note, created_by)
  values (p_requester_id, v_branch, p_received_on, p_amount, p_method, nullif(btrim(p_note), ''), (select auth.uid()))
  returning * into v_row;
  perform private.close_paid_requests(p_requester_id);
  perform private.write_audit('receipts', v_row.id::text, 'insert', v_branch, null, to_jsonb(v_row));
  return to_jsonb(v_row);
end $$;
comment on function private.book_receipt(bigint, date, int, text, text) is 'Definer: receipts have no insert grant; it judges the caller.';
create function public.book_receipt(p_requester_id bigint, p_received_on date, p_amount int, p_method text default 'transfer', p_note text default null) returns jsonb
language sql set search_path = '' as $$ select private.book_receipt(p_requester_id, p_received_on, p_amount, p_method, p_note) $$;
comment on function public.book_receipt(bigint, date, int, text, text) is
  '入金 of whole yen on a day (JST), in part too: transfer by 本部経理, branch (支部徴収) by 支部管理者 for its companies as well. Answers the row.';

create function private.cancel_receipt(p_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.receipts;
begin
  select * into v_row from public.receipts r where r.id = p_id for update;
  if not coalesce(private.may_book(v_row.method, v_row.home_branch_id), false) then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  elsif v_row.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_row.cancelled_at is not null then
    perform private.refuse(409, 'receipt_cancelled');
  end if;
  perform private.take_billing_lock();
  update public.receipts r set cancelled_at = private.now(), cancelled_by = (select auth.uid()), cancel_reason = btrim(p_reason) where r.id = p_id;
  perform private.write_audit('receipts', p_id::text, 'cancel', v_row.home_branch_id, to_jsonb(v_row), jsonb_build_object('reason', btrim(p_reason)));
end $$;
comment on function private.cancel_receipt(bigint, text) is 'Definer: receipts have no update grant; it judges the caller.';
create function public.cancel_receipt(p_id bigint, p_reason text) returns void
language sql set search_path = '' as $$ select private.cancel_receipt(p_id, p_reason) $$;
comment on function public.cancel_receipt(bigint, text) is 'Takes a booked 入金 back, with a reason; the row stays. 409 receipt_cancelled.';

-- 口座確認 settled (debited again), or 振込依頼書 withdrawn (its amount goes with the next file).
create function private.close_followup(p_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.debit_followups;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not private.is_reason(p_reason) then
    perform private.refuse(400, 'reason_required');
  end if;
  update public.debit_followups f set closed_at = private.now(), closed_by = (select auth.uid()), close_reason = btrim(p_reason)
  where f.id = p_id and f.closed_at is null returning * into v_row;
  if v_row.id is null then
    perform private.refuse(404, 'not_found');
  end if;
  perform private.write_audit('debit_followups', p_id::text, 'close', v_row.home_branch_id, null,
    jsonb_build_object('kind', v_row.kind, 'amount', v_row.amount, 'reason', btrim(p_reason)));
end $$;
comment on function private.close_followup(bigint, text) is 'Definer: follow-ups have no update grant; it judges the caller.';
create function public.close_followup(p_id bigint, p_reason text) returns void
language sql set search_path = '' as $$ select private.close_followup(p_id, p_reason) $$;
comment on function public.close_followup(bigint, text) is 'Settles a 口座確認 or withdraws a 振込依頼書, by 本部経理, with a reason.';

grant execute on function private.may_book(text, bigint), private.book_receipt(bigint, date, int, text, text), public.book_receipt(bigint, date, int, text, text),
  private.cancel_receipt(bigint, text), public.cancel_receipt(bigint, text), private.close_followup(bigint, text), public.close_followup(bigint, text) to authenticated;
