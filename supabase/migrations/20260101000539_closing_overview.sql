-- Beside the preview: who brought, closed, published or reopened what and when, the month before, and which companies' bills
-- change most and by what. The names are told to those who close and watch the closing, nobody else.

create function private.person_name(p_user_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select m.display_name from public.members m where m.user_id = p_user_id
$$;
comment on function private.person_name(uuid) is 'Definer: 本部経理 may not list members; called where a step says who did it.';

-- The would-be statements of a month that is open, the recorded ones of one that is closed.
create function private.heads_of(p_month date) returns setof private.billing_head
language sql stable security definer set search_path = '' as $$
  select h from private.stored_heads(p_month) h where private.is_closed(p_month)
  union all
  select h from private.billing_heads(p_month, private.payees_by_own_record(p_month)) h where not private.is_closed(p_month)
$$;
comment on function private.heads_of(date) is 'Definer: closing reads all, whoever calls.';

-- The ten companies whose bill differs most from the month before, with the difference of each part of it, in yen.
create function private.largest_changes(p_now private.billing_head[], p_before private.billing_head[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  with change as (
    select coalesce(n.requester_id, b.requester_id) as requester_id, coalesce(n.total, 0) as now, coalesce(b.total, 0) as before,
      jsonb_build_object(
        'usage', coalesce(n.usage_amount, 0) - coalesce(b.usage_amount, 0),
        'hotekisho', coalesce(n.hotekisho_amount, 0) - coalesce(b.hotekisho_amount, 0),
        'kei_fee', coalesce(n.kei_fee_amount, 0) - coalesce(b.kei_fee_amount, 0),
        'tech_fee', coalesce(n.tech_fee_amount, 0) - coalesce(b.tech_fee_amount, 0),
        'adjustment', coalesce(n.adjustment_amount, 0) - coalesce(b.adjustment_amount, 0)) as parts
    from unnest(p_now) n full join unnest(p_before) b on b.requester_id = n.requester_id
  ), largest as (
    select c.* from change c where c.now <> c.before order by abs(c.now - c.before) desc, c.requester_id limit 10
  )
  select coalesce(jsonb_agg(jsonb_build_object('requester_id', r.id, 'code', r.code, 'name', r.name, 'now', l.now, 'before', l.before, 'parts', l.parts)
    order by abs(l.now - l.before) desc, r.id), '[]')
  from largest l join public.requesters r on r.id = l.requester_id
$$;
comment on function private.largest_changes(private.billing_head[], private.billing_head[]) is 'Definer: closing reads all, whoever calls.';

create function private.closing_overview(p_month date) returns jsonb
language plpgsql stable security definer set search_path = '' set work_mem = '64MB' set jit = off as $$
declare
  v_before date := (p_month - interval '1 month')::date;
  v_previous private.billing_head[] := '{}';
  v_month public.billing_months;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.has_role('hq_admin', 'hq_finance', 'hq_viewer') then
    perform private.refuse(403, 'not_allowed');
  elsif p_month is distinct from private.month_of(p_month) then
    perform private.refuse(400, 'invalid_value');
  end if;
  select * into v_month from public.billing_months b where b.month = p_month;
  if private.is_closed(v_before) then
    v_previous := array(select h from private.stored_heads(v_before) h);
  end if;
  return jsonb_build_object(
    'month', p_month,
    'payees', (
      select jsonb_agg(jsonb_build_object('payee', p, 'form', r.form, 'count', r.line_count, 'amount', r.amount, 'at', r.imported_at, 'by', private.person_name(r.imported_by)) order by p)
      from unnest(array['keikenkyo', 'kikou']) p left join public.payee_reports r on r.payee = p and r.month = p_month),
    'hotekisho', (
      select jsonb_build_object('companies', count(*), 'count', coalesce(sum(h.count), 0), 'at', max(h.imported_at)) from public.hotekisho_counts h where h.month = p_month),
    'closed', jsonb_build_object('at', v_month.closed_at, 'by', private.person_name(v_month.closed_by)),
    'published', jsonb_build_object('at', v_month.published_at, 'by', private.person_name(v_month.published_by)),
    'reopened', jsonb_build_object('at', v_month.reopened_at, 'by', private.person_name(v_month.reopened_by)),
    'reason', v_month.reason,
    'previous', case when private.is_closed(v_before) then private.closing_answer(v_before, v_previous) end,
    'changes', case when private.is_closed(v_before) then private.largest_changes(array(select h from private.heads_of(p_month) h), v_previous) else '[]' end);
end $$;
comment on function private.closing_overview(date) is 'Definer: names and statements of all; it judges the caller.';

create function public.closing_overview(p_month date) returns jsonb
language sql stable set search_path = '' as $$ select private.closing_overview(p_month) $$;
comment on function public.closing_overview(date) is
  'Steps of a month''s closing for head office: { payees, hotekisho, closed, published, reopened } each with at and by, reason, previous (as close_month
answers it, null when the month before is not closed) and changes (ten largest, yen by part). Refused with 403 not_allowed.';
grant execute on function private.closing_overview(date), public.closing_overview(date) to authenticated;
alter function public.closing_overview(date) set statement_timeout = '60s';
