-- Which month bills a case (decisions D-21) and what an import changes in a month that is closed (D-24). Kept by the
-- database when the case changes, so that closing writes no case.

-- A case that is complete stands in the month of its date, or in the first open one when that is closed. A billed case
-- whose date or company changes is taken back at its old price and billed anew. Cases of months settled elsewhere stay there.
create function private.on_application_billable() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_open date;
begin
  perform private.share_billing_lock();
  v_open := private.first_open_month();
  if tg_op = 'UPDATE' and old.billing_month < v_open then
    if not private.is_closed(old.billing_month) then
      new.billing_month := case when new.completed_on is not null then old.billing_month end;
      return new;
    end if;
    insert into public.usage_adjustments (application_id, requester_id, home_branch_id, completed_on, unit_price, billed_month, billing_month)
    select old.id, r.id, r.branch_id, old.completed_on, private.price_on('usage', old.completed_on), old.billing_month, v_open
    from public.requesters r where r.id = old.requester_id;
  end if;
  new.billing_month := case
    when new.completed_on is not null and not new.needs_review then greatest(private.month_of(new.completed_on), v_open) end;
  return new;
end $$;
comment on function private.on_application_billable() is 'Definer: corrections have no insert grant.';

create trigger on_application_completed before insert on public.applications
  for each row when (new.completed_on is not null) execute function private.on_application_billable();
create trigger on_application_billing_changed before update on public.applications
  for each row when ((old.completed_on, old.requester_id, old.needs_review) is distinct from (new.completed_on, new.requester_id, new.needs_review))
  execute function private.on_application_billable();

-- A count that comes or changes after its month was closed makes the difference in the first open month (D-24).
create function private.on_hotekisho_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_before int := case when tg_op = 'UPDATE' then old.count else 0 end;
  v_price int := private.price_on('hotekisho', new.month);
begin
  perform private.share_billing_lock();
  if private.is_closed(new.month) and v_price is null then
    perform private.refuse(409, 'price_missing', jsonb_build_array(jsonb_build_object('item', 'hotekisho', 'month', to_char(new.month, 'YYYY-MM'), 'count', new.count)));
  elsif private.is_closed(new.month) and v_price > 0 then
    insert into public.adjustments (month, requester_id, home_branch_id, kind, taxable, amount, label, reason, source_month, created_by)
    select private.first_open_month(), r.id, r.branch_id, 'hotekisho_difference', true, (new.count - v_before) * v_price,
      '保適証サービス利用料金' || private.month_note(new.month, '利用') || '差額', '利用件数が締めの後に届いたため（' || (new.count - v_before) || '件）', new.month, (select auth.uid())
    from public.requesters r where r.id = new.requester_id;
  end if;
  return null;
end $$;
comment on function private.on_hotekisho_changed() is 'Definer: adjustments have no insert grant.';
create trigger on_hotekisho_added after insert on public.hotekisho_counts
  for each row when (new.count <> 0) execute function private.on_hotekisho_changed();
create trigger on_hotekisho_updated after update on public.hotekisho_counts
  for each row when (new.count <> old.count) execute function private.on_hotekisho_changed();

-- What the closing asks of cases without reading them all.
create index applications_undated_idx on public.applications (requester_id) where outcome = 'completed' and completed_on is null;
create index applications_review_idx on public.applications (requester_id) where needs_review;

-- A future price is prepared, and the one before it ends the day before; a price that has been in force is never changed (D-20).
-- p: { item, amount, valid_from, tax_rate? }. Answers the row. Refusals: not_allowed, invalid_price, price_in_use.
create function private.save_price(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_item text := p ->> 'item';
  v_pending jsonb;
  v_from date;
  v_current public.prices;
  v_next date;
  v_row public.prices;
begin
  if not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif not coalesce(p ->> 'amount' ~ '^\d{1,7}$' and pg_input_is_valid(p ->> 'valid_from', 'date')
      and v_item in ('usage', 'hotekisho', 'ainas_cost', 'kei_inspection', 'registered_inspection', 'tech_info', 'branch_commission')
      and coalesce(p ->> 'tax_rate', '10') in ('0', '8', '10'), false) then
    perform private.refuse(400, 'invalid_price');
  end if;
  v_from := p ->> 'valid_from';
  perform private.take_billing_lock();
  select * into v_current from public.prices c
  where c.item = v_item and c.valid_from <= v_from and (c.valid_to is null or c.valid_to >= v_from);
  if v_current.id is not null and v_from <= private.today() then
    perform private.refuse(409, 'price_in_use', jsonb_build_object('item', v_item, 'valid_from', v_current.valid_from));
  end if;
  if v_current.valid_from = v_from and (p ->> 'version')::int is distinct from v_current.version then
    perform private.refuse_stale('prices', v_current.id::text);
  end if;
  v_pending := private.need_approval('price',
    jsonb_build_object('item', v_item, 'amount', (p ->> 'amount')::int, 'valid_from', v_from, 'tax_rate', (p ->> 'tax_rate')::int, 'version', (p ->> 'version')::int),
    null, jsonb_build_object('amount_before', v_current.amount));
  if v_pending is not null then
    return v_pending;
  end if;
  if v_current.valid_from = v_from then
    update public.prices c set amount = (p ->> 'amount')::int, tax_rate = coalesce((p ->> 'tax_rate')::int, c.tax_rate), version = c.version + 1
    where c.id = v_current.id returning * into v_row;
    return to_jsonb(v_row);
  end if;
  update public.prices c set valid_to = v_from - 1 where c.id = v_current.id;
  select min(c.valid_from) into v_next from public.prices c where c.item = v_item and c.valid_from > v_from;
  insert into public.prices (item, amount, tax_rate, valid_from, valid_to, created_by)
  values (v_item, (p ->> 'amount')::int, coalesce((p ->> 'tax_rate')::int, v_current.tax_rate,
    case when v_item in ('usage', 'hotekisho', 'ainas_cost', 'branch_commission') then 10 else 0 end), v_from, v_next - 1, private.responsible())
  returning * into v_row;
  return to_jsonb(v_row);
end $$;
insert into private.approval_acts (act, run) values ('price', 'private.save_price');
comment on function private.save_price(jsonb) is 'Definer: prices have no write grant; it judges the caller.';
create function public.save_price(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.save_price(p) $$;
comment on function public.save_price(jsonb) is '本部経理 prepares a price: { item, amount, valid_from, tax_rate?, version? }; a price in force is never changed (409
price_in_use), one that is prepared for that day in the version that was read (409 stale_version).';
grant execute on function private.save_price(jsonb), public.save_price(jsonb) to authenticated;
