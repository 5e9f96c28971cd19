-- How a payee's line finds the advance it pays for (decisions D-23): by the 受付番号 the money was paid under. A matched
-- line names the month that bills it, so that closing writes no row here.

create function private.fee_kind_of(p_payee text) returns text
language sql immutable set search_path = '' as $$ select case p_payee when 'keikenkyo' then 'inspection' when 'kikou' then 'tech_info' end $$;
create function private.payee_of(p_fee_kind text) returns text
language sql immutable set search_path = '' as $$ select case p_fee_kind when 'inspection' then 'keikenkyo' when 'tech_info' then 'kikou' end $$;
create function private.payee_label(p_payee text) returns text
language sql immutable set search_path = '' as $$ select case p_payee when 'keikenkyo' then '軽OSS検査手数料' when 'kikou' then '技術情報管理手数料' end $$;

-- Matches what is unattributed: all of a payee's lines, or those of some 受付番号, but what finance has settled (taken back by
-- the payee, or 協会負担): that is in no bill until it is opened again. The earliest line of an advance is billed, others of it are queried. An advance billed by our own record keeps its month; theirs makes the difference.
create function private.match_lines(p_payee text, p_acceptance_nos text[] default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_open date;
begin
  perform private.share_billing_lock();
  v_open := private.first_open_month();
  with found as materialized (
    select l.id, l.amount, a.id as advance_id, a.requester_id, a.agent_branch_id, a.home_branch_id,
      a.amount as own_amount, a.billing_month as own_billing, private.month_of(a.advanced_on) as own_month,
      a.matched_line_id is null and row_number() over (partition by a.id order by l.month, l.occurrence, l.id) = 1 as is_first,
      case when a.written_off_at is null then coalesce(a.billing_month, greatest(l.month, v_open)) end as billing_month
    from public.payee_lines l
    join public.advance_ledger a on a.fee_kind = private.fee_kind_of(p_payee) and a.paid_acceptance_no = l.acceptance_no
    where l.payee = p_payee and l.state = 'unattributed' and l.settled_at is null
      and (p_acceptance_nos is null or l.acceptance_no = any (p_acceptance_nos))
  ), lines as (
    update public.payee_lines l set
      state = case when f.is_first then 'matched' else 'duplicate' end, advance_id = f.advance_id, own_amount = f.own_amount, own_month = f.own_month,
      requester_id = f.requester_id, agent_branch_id = f.agent_branch_id, home_branch_id = f.home_branch_id,
      billing_month = case when f.is_first then f.billing_month end
    from found f where l.id = f.id
  ), advances as (
    update public.advance_ledger a set matched_line_id = f.id, billing_month = f.billing_month
    from found f where f.is_first and a.id = f.advance_id
  )
  insert into public.adjustments (month, requester_id, home_branch_id, kind, taxable, amount, label, reason, source_month, created_by)
  select v_open, r.id, r.branch_id, 'payee_difference', false, f.amount - f.own_amount,
    private.payee_label(p_payee) || private.month_note(f.own_billing, '請求') || '差額', '納付先の報告が締めの後に届いたため', f.own_billing, (select auth.uid())
  from found f join public.requesters r on r.id = f.requester_id
  where f.is_first and f.own_billing is not null and f.amount <> f.own_amount;
end $$;
comment on function private.match_lines(text, text[]) is 'Definer: nobody writes lines or advances by hand.';

-- A payee's report came after its month was billed by our own record (D-23), in whichever bill: what it does not name is taken
-- back and waits, open again, for a later report.
create function private.take_back_own_billing(p_payee text, p_month date) returns void
language sql security definer set search_path = '' as $$
  with taken as (
    update public.advance_ledger a set billing_month = null
    from public.advance_ledger o
    where o.id = a.id and o.fee_kind = private.fee_kind_of(p_payee) and o.matched_line_id is null
      and o.advanced_on between p_month and (p_month + interval '1 month' - interval '1 day')::date and private.is_closed(o.billing_month)
    returning a.requester_id, a.amount, o.billing_month as billed
  )
  insert into public.adjustments (month, requester_id, home_branch_id, kind, taxable, amount, label, reason, source_month, created_by)
  select private.first_open_month(), r.id, r.branch_id, 'payee_difference', false, -sum(t.amount),
    private.payee_label(p_payee) || private.month_note(t.billed, '請求') || '取消', '納付先の報告に記載がないため（' || count(*) || '件）', t.billed, (select auth.uid())
  from taken t join public.requesters r on r.id = t.requester_id
  group by r.id, r.branch_id, t.billed
$$;
comment on function private.take_back_own_billing(text, date) is 'Definer: nobody writes advances by hand.';

-- To be called after the lines of a payee's report were written: counts the report, matches it and whatever was left of
-- earlier ones.
create function private.match_payee_lines(p_payee text, p_month date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.match_lines(p_payee);
  perform private.take_back_own_billing(p_payee, p_month);
  update public.payee_reports r set (line_count, amount) =
    (select count(*), coalesce(sum(l.amount), 0) from public.payee_lines l where l.payee = p_payee and l.month = p_month)
  where r.payee = p_payee and r.month = p_month;
end $$;
comment on function private.match_payee_lines(text, date) is 'Definer: as match_lines.';

-- An advance that comes to be known after the payee named it is matched at once.
create function private.on_advances_added() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.match_lines(private.payee_of(x.fee_kind), x.acceptance_nos)
  from (
    select n.fee_kind, array_agg(n.paid_acceptance_no) as acceptance_nos
    from new_rows n
    where exists (select from public.payee_lines l
      where l.acceptance_no = n.paid_acceptance_no and l.payee = private.payee_of(n.fee_kind) and l.state = 'unattributed')
    group by n.fee_kind
  ) x;
  return null;
end $$;
comment on function private.on_advances_added() is 'Definer: as match_lines.';
create trigger on_advances_added_match after insert on public.advance_ledger
  referencing new table as new_rows for each statement execute function private.on_advances_added();

-- A later file that names another amount for a line already billed: the line follows the truth, the bill gets the difference.
-- No nested loops: a plan made for one row is kept, and 10,000 rows against 10,000 would take minutes.
create function private.on_payee_lines_changed() returns trigger
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
begin
  insert into public.adjustments (month, requester_id, home_branch_id, kind, taxable, amount, label, reason, source_month, created_by)
  select private.first_open_month(), r.id, r.branch_id, 'payee_difference', false, n.amount - o.amount,
    private.payee_label(n.payee) || private.month_note(n.billing_month, '請求') || '差額', '納付先の報告が締めの後に変わったため', n.billing_month, (select auth.uid())
  from new_rows n join old_rows o using (id) join public.requesters r on r.id = n.requester_id
  where n.amount <> o.amount and private.is_closed(o.billing_month);
  return null;
end $$;
comment on function private.on_payee_lines_changed() is 'Definer: adjustments have no insert grant.';
create trigger on_payee_lines_updated_adjust after update on public.payee_lines
  referencing old table as old_rows new table as new_rows for each statement execute function private.on_payee_lines_changed();

-- 立替 as people read it. recorded 記録, matched 照合, billed 請求, collected 回収 (its bill is paid, or was settled
-- elsewhere before the first closing), investigate 要調査 (still unmatched after two closings), written_off 協会負担.
create view public.advances with (security_invoker = true) as
select a.id, a.application_id, a.fee_kind, a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id,
  a.acceptance_no, a.paid_acceptance_no, a.advanced_on, a.amount,
  case
    when a.written_off_at is not null then 'written_off'
    when a.billing_month < (select private.first_closed_month()) then 'collected'
    when a.billing_month <= (select private.last_closed_month()) then case when private.is_collected(a.requester_id, a.billing_month) then 'collected' else 'billed' end
    when a.matched_line_id is not null then 'matched'
    when greatest(date_trunc('month', a.advanced_on::timestamp)::date, (select private.first_closed_month())) < (select private.last_closed_month()) then 'investigate'
    else 'recorded'
  end as state,
  case when a.billing_month between (select private.first_closed_month()) and (select private.last_closed_month()) then a.billing_month end as billed_in
from public.advance_ledger a;
comment on view public.advances is '立替: what head office paid for a garage, and where it stands (D-22). Under the policies of advance_ledger.';
grant select on public.advances to authenticated;
