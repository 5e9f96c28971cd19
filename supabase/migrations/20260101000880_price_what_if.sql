-- What a new price would have made of a month: counts of that month at its own prices and at another one (D-20).

create function private.price_what_if(p_item text, p_amount int, p_month date) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  v_month date := coalesce(p_month, (private.month_of(private.today()) - interval '1 month')::date);
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() then
    perform private.refuse(403, 'not_allowed');
  elsif coalesce(p_amount, -1) not between 0 and 9999999 or v_month <> private.month_of(v_month) then
    perform private.refuse(400, 'invalid_value');
  end if;
  return (
    with counted as (
      select l.requester_id as whose, l.quantity, l.unit_price from private.usage_lines(v_month) l where p_item = 'usage'
      union all
      select h.requester_id, h.count, private.price_on(p_item, v_month) from public.hotekisho_counts h where p_item = 'hotekisho' and h.month = v_month and h.count > 0
      union all
      select f.agent_branch_id, f.quantity, f.unit_price from private.branch_fee_counts(v_month) f where p_item = 'branch_commission'
      union all
      select null, sum(u.completed)::int, private.price_on(p_item, v_month) from public.usage_monthly u where p_item = 'ainas_cost' and u.month = v_month
      union all
      select a.requester_id, count(*)::int, a.amount from public.advance_ledger a
      where a.fee_kind = case p_item when 'kei_inspection' then 'inspection' when 'tech_info' then 'tech_info' end
        and a.advanced_on between v_month and (v_month + interval '1 month' - interval '1 day')::date group by 1, 3
      union all
      select f.requester_id, count(*)::int, f.amount from public.fee_payments f join public.applications a on a.id = f.application_id
      where p_item = 'registered_inspection' and f.fee_kind = 'inspection' and a.vehicle_kind = 'registered' and a.completed_on between v_month and (v_month + interval '1 month' - interval '1 day')::date
      group by 1, 3
    )
    select jsonb_build_object('item', p_item, 'month', v_month, 'amount', p_amount, 'count', coalesce(sum(c.quantity), 0), 'whose', count(distinct c.whose),
      'before', coalesce(sum(c.quantity::bigint * c.unit_price), 0), 'after', coalesce(sum(c.quantity::bigint), 0) * p_amount)
    from counted c);
end $$;
comment on function private.price_what_if(text, int, date) is 'Definer: reads all cases; it judges the caller.';
create function public.price_what_if(p_item text, p_amount int, p_month date default null) returns jsonb
language sql stable set search_path = '' as $$ select private.price_what_if(p_item, p_amount, p_month) $$;
comment on function public.price_what_if(text, int, date) is
  'For head office: what another price of an item would have made of a month (last month unless given): { item, month, amount, count, whose (companies or branches),
before, after } in yen.';
grant execute on function private.price_what_if(text, int, date), public.price_what_if(text, int, date) to authenticated;
alter function public.price_what_if(text, int, date) set statement_timeout = '30s';
