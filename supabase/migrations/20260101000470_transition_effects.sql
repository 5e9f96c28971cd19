-- What a transition writes: history, fees, advances, the case itself; all in the caller's transaction, set-based.

create function private.write_events(p_event text, p_note text, p_source text, p_cases private.transition_case[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, on_behalf, source, note, details)
  select a.id, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, a.vehicle_kind, s.event,
    s.from_filing, s.from_oss, s.to_filing, s.to_oss,
    case when s.step = 1 then m.user_id end, case when s.step = 1 then m.display_name end, case when s.step = 1 then m.role end,
    s.step = 1 and c.on_behalf, p_source, case when s.step = 1 then coalesce(c.vals ->> 'note', p_note) end,
    case when s.step = 1 then c.vals - 'note' else '{}' end
  from unnest(p_cases) c
  join public.applications a on a.id = c.id
  cross join private.me() m
  cross join lateral (values
    (1, p_event, c.from_filing, c.from_oss, c.to_filing, c.to_oss),
    (2, c.auto_event, c.to_filing, c.to_oss, c.end_filing, c.end_oss)) s (step, event, from_filing, from_oss, to_filing, to_oss)
  where s.event is not null
  order by c.ord, s.step
$$;
comment on function private.write_events(text, text, text, private.transition_case[]) is 'Definer: nobody inserts history by hand. What the system fires by itself carries no actor.';

-- One fee of each case set to a status. An amount already known stays; a fee already paid or waived stays as it is.
create function private.put_fee(p_cases private.transition_case[], p_fee_kind text, p_status text, p_with_amount boolean default false) returns void
language sql security definer set search_path = '' as $$
  insert into public.fee_payments as f (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on, due_on)
  select a.id, p_fee_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id,
    case when p_with_amount then (c.vals ->> 'amount')::int
      when p_fee_kind <> 'weight_tax' then private.fee_price(a.vehicle_kind, p_fee_kind, c.paid_on) end,
    p_status, case when p_status = 'paid' then c.paid_on end, (c.vals ->> 'due_on')::date
  from unnest(p_cases) c join public.applications a on a.id = c.id
  on conflict (application_id, fee_kind) do update set
    status = excluded.status,
    paid_on = excluded.paid_on,
    due_on = coalesce(excluded.due_on, f.due_on),
    amount = case when p_with_amount then excluded.amount else coalesce(f.amount, excluded.amount) end
  where f.status not in ('paid', 'waived')
$$;
comment on function private.put_fee(private.transition_case[], text, text, boolean) is 'Definer: nobody writes fees by hand.';

-- 立替: one row an actual payment; only for fees head office pays (domain §4.2), never for cashless, never twice in a chain.
create function private.put_advances(p_cases private.transition_case[], p_fee_kind text) returns void
language sql security definer set search_path = '' as $$
  insert into public.advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id,
    acceptance_no, paid_acceptance_no, advanced_on, amount)
  select a.id, p_fee_kind, a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id,
    a.acceptance_no, a.acceptance_no, f.paid_on, f.amount
  from unnest(p_cases) c
  join public.applications a on a.id = c.id
  join public.fee_payments f on f.application_id = a.id and f.fee_kind = p_fee_kind and f.status = 'paid'
  where not a.cashless and (p_fee_kind = 'tech_info' or a.vehicle_kind = 'kei')
$$;
comment on function private.put_advances(private.transition_case[], text) is 'Definer: nobody writes advances by hand.';

create function private.put_fees_of_event(p_event text, p_cases private.transition_case[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_direct private.transition_case[];
begin
  if p_event = 'accept' then
    v_direct := array(select c from unnest(p_cases) c join public.applications a on a.id = c.id where not a.cashless);
    perform private.put_fee(array(select c from unnest(v_direct) c join public.applications a on a.id = c.id where a.inspection_fee_waived), 'inspection', 'waived');
    perform private.put_fee(array(select c from unnest(v_direct) c join public.applications a on a.id = c.id where a.tech_fee_waived), 'tech_info', 'waived');
    perform private.put_fee(v_direct, 'inspection', 'due');
    perform private.put_fee(v_direct, 'tech_info', 'due');
    -- 再申請: the money follows the new number, the number it was paid under stays (domain §4.5)
    update public.advance_ledger l set acceptance_no = c.vals ->> 'acceptance_no'
    from unnest(p_cases) c where l.application_id = c.id;
  elsif p_event = 'pay_inspection' then
    perform private.put_fee(p_cases, 'inspection', 'paid');
    perform private.put_advances(p_cases, 'inspection');
  elsif p_event = 'pay_tech' then
    perform private.put_fee(p_cases, 'tech_info', 'paid');
    perform private.put_advances(p_cases, 'tech_info');
  elsif p_event = 'payment_failed' then
    perform private.put_fee(array(select c from unnest(p_cases) c where c.vals ->> 'fee_kind' = k), k, 'failed')
    from unnest(array['inspection', 'tech_info', 'weight_tax']) k;
  elsif p_event = 'pass' then
    perform private.put_fee(p_cases, 'weight_tax', 'due', true);
  elsif p_event = 'pay_weight_tax' then
    perform private.put_fee(p_cases, 'weight_tax', 'paid');
  elsif p_event = 'settle_card' then
    perform private.put_fee(p_cases, 'inspection', 'paid');
    perform private.put_fee(p_cases, 'tech_info', 'paid');
    perform private.put_fee(p_cases, 'weight_tax', 'paid', true);
  end if;
end $$;
comment on function private.put_fees_of_event(text, private.transition_case[]) is 'Definer: as put_fee.';

-- How a case ends, by where it stands.
create function private.outcome_of(p_filing text, p_oss text) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_filing = 'completed' then 'completed'
    when p_filing = 'error' and p_oss in ('rejected', 'not_accepted', 'withdrawn', 'void') then p_oss
    when p_filing = 'error' then 'system_error'
    else 'open' end
$$;

create function private.put_cases(p_event text, p_cases private.transition_case[]) returns void
language sql security definer set search_path = '' as $$
  update public.applications a set
    filing_status = c.end_filing,
    oss_status = c.end_oss,
    oss_status_label = null,
    outcome = private.outcome_of(c.end_filing, c.end_oss),
    version = a.version + 1,
    status_changed_at = case when (a.filing_status, a.oss_status) is distinct from (c.end_filing, c.end_oss) then private.now() else a.status_changed_at end,
    requested_at = case p_event when 'submit' then private.now() when 'return' then null else a.requested_at end,
    filed_at = case when p_event = 'file' then coalesce(a.filed_at, private.now()) else a.filed_at end,
    application_no = case when p_event = 'file' then coalesce(a.application_no, c.vals ->> 'application_no') else a.application_no end,
    application_type = case when p_event = 'refile' then 'refiled' else a.application_type end,
    previous_acceptance_no = case when p_event = 'refile' then coalesce(a.acceptance_no, a.previous_acceptance_no) else a.previous_acceptance_no end,
    acceptance_no = case p_event when 'accept' then c.vals ->> 'acceptance_no' when 'refile' then null else a.acceptance_no end,
    hotekisho_reregistered = a.hotekisho_reregistered and p_event <> 'refile',
    suspension_reserved = case p_event when 'reserve_suspension' then true when 'suspend' then false else a.suspension_reserved end,
    completed_on = case when p_event in ('pay_weight_tax', 'settle_card') then c.completed_on else a.completed_on end,
    procedure_completed_on = case when p_event in ('pay_weight_tax', 'settle_card') then c.completed_on else a.procedure_completed_on end,
    agent_updated_at = case when c.as_agent then private.now() else a.agent_updated_at end,
    requester_updated_at = case when c.as_agent then a.requester_updated_at else private.now() end
  from unnest(p_cases) c
  where a.id = c.id
$$;
comment on function private.put_cases(text, private.transition_case[]) is 'Definer: status columns have no grant.';

create function private.apply_transition(p_event text, p_note text, p_source text, p_cases private.transition_case[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_events(p_event, p_note, p_source, p_cases);
  perform private.put_fees_of_event(p_event, p_cases);
  perform private.put_cases(p_event, p_cases);
end $$;
comment on function private.apply_transition(text, text, text, private.transition_case[]) is 'Definer: as its parts.';

-- A fresh draft with the data of a former case (申請データ再利用): plate and chassis too, no fact of the portal.
create function private.copy_case(p_id bigint, p_source text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_new bigint;
begin
  with source as (
    select a.*, r.branch_id as home_now, s.branch_id as agent_now
    from public.applications a join public.requesters r on r.id = a.requester_id join public.sites s on s.id = a.site_id where a.id = p_id
  ), copy as (
    insert into public.applications (vehicle_kind, source, agent_branch_id, home_branch_id, requester_id, site_id, plate_area, plate_class, plate_kana,
      plate_number, plate_raw, chassis_no, small_plate, no_plate_class, re_stamped, cashless, inspection_fee_waived, tech_fee_waived, certificate_period,
      shortening_allowed, parking_fine_receipt, receipt_by, update_method, record_agent_no, certificate_no, account_ref, option_code,
      custom_1, custom_2, custom_3, custom_4, custom_5, memo, inspection_expires_on, inspected_on, liability_ends_on, mandate_kind, mandate_on, created_by, application_no)
    select vehicle_kind, p_source, agent_now, home_now, requester_id, site_id, plate_area, plate_class, plate_kana,
      plate_number, plate_raw, chassis_no, small_plate, no_plate_class, re_stamped, cashless, inspection_fee_waived, tech_fee_waived, certificate_period,
      shortening_allowed, parking_fine_receipt, receipt_by, update_method, record_agent_no, certificate_no, account_ref, option_code,
      custom_1, custom_2, custom_3, custom_4, custom_5, memo, inspection_expires_on, inspected_on, liability_ends_on, mandate_kind, mandate_on, (select auth.uid()),
      private.issue_application_no()
    from source returning *
  ), history as (
    insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
      to_filing_status, actor_id, actor_name, actor_role, source, details)
    select c.id, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id, c.vehicle_kind, 'create',
      'draft', m.user_id, m.display_name, m.role, p_source, jsonb_build_object('copied_from', p_id)
    from copy c cross join private.me() m
  ), vehicle_user as (
    insert into public.application_vehicle_users (application_id, agent_branch_id, requester_id, site_id, ownership, name, representative, address_1, address_2)
    select c.id, c.agent_branch_id, c.requester_id, c.site_id, u.ownership, u.name, u.representative, u.address_1, u.address_2
    from copy c join public.application_vehicle_users u on u.application_id = p_id
  )
  select id into v_new from copy;
  return v_new;
end $$;
comment on function private.copy_case(bigint, text) is 'Definer: applications have no insert grant.';

-- 申請ID: ours when the office runs without AINAS (単独運用, D-15a), else empty until AINAS names it.
create function private.issue_application_no() returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_no text;
begin
  if not private.setting_is_on('standalone') then
    return null;
  end if;
  loop
    v_no := nextval('private.application_numbers')::text;
    exit when not exists (select from public.applications a where a.application_no = v_no);
  end loop;
  return v_no;
end $$;
comment on function private.issue_application_no() is 'Definer: the sequence has no grant.';

-- Up to 1,000 times {id, version, values?}.
create function private.are_items(p_items jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(p_items) = 'array' and jsonb_array_length(p_items) between 1 and 1000 then not exists (
    select from jsonb_array_elements(p_items) i
    where not coalesce(i ->> 'id' ~ '^\d{1,18}$' and i ->> 'version' ~ '^\d{1,9}$' and jsonb_typeof(coalesce(i -> 'values', '{}')) = 'object', false))
  else false end
$$;

-- The number that an event gives to a case and that no other case may have.
create function private.new_number(p_event text, p_vals jsonb) returns text
language sql immutable set search_path = '' as $$
  select case p_event when 'accept' then p_vals ->> 'acceptance_no' when 'file' then p_vals ->> 'application_no' end
$$;

-- Fires p_event on every case of p_items as the caller. Answer: [{id, ok, version | code, details}] in the order asked.
create function private.transition(p_event text, p_items jsonb, p_note text, p_values jsonb, p_source text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_cases private.transition_case[];
  v_good private.transition_case[];
  v_copies jsonb := '{}';
  v_uncertified bigint[];
begin
  if (select private.my_role()) is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not exists (select from public.status_transitions t where t.event = p_event and not 'system' = any (t.actors)) then
    perform private.refuse(400, 'unknown_event', jsonb_build_object('event', p_event));
  elsif not private.are_items(p_items) or jsonb_typeof(coalesce(p_values, '{}')) <> 'object' then
    perform private.refuse(400, 'invalid_items');
  end if;
  -- before any case, in the order of the closing: who locked cases first would wait for it in a circle
  perform private.share_billing_lock();
  perform from public.applications a
  where a.id in (select (i ->> 'id')::bigint from jsonb_array_elements(p_items) i) order by a.id for update;

  v_cases := array(select c from private.judge_transition(p_event, p_items, p_note, p_values) c);
  v_good := array(select c from unnest(v_cases) c where c.code is null
    -- the same new number on two cases of one call goes to the first
    and not exists (select from unnest(v_cases) d where d.ord < c.ord and d.code is null and private.new_number(p_event, d.vals) = private.new_number(p_event, c.vals)));
  perform private.apply_transition(p_event, p_note, p_source, v_good);
  if p_event = 'reuse' then
    select jsonb_object_agg(c.id, private.copy_case(c.id, p_source)) into v_copies from unnest(v_good) c;
  elsif p_event in ('file', 'refile') then
    -- 代理人証明書情報 is missing or not valid: AINAS will answer システムエラー (F-26); said, not refused, because AINAS may know better
    with agents as materialized (
      select distinct a.agent_branch_id as id from unnest(v_good) c join public.applications a on a.id = c.id
    )
    select array_agg(x.id) into v_uncertified from agents x where private.certificate_state(x.id, private.today()) in ('none', 'revoked', 'expired');
  end if;

  return (
    select jsonb_agg(jsonb_strip_nulls(case when g.id is not null
        then jsonb_build_object('id', c.id, 'ok', true, 'version', a.version, 'new_id', v_copies -> c.id::text,
          'warning', case when a.agent_branch_id = any (v_uncertified) then 'no_valid_certificate' end)
        else jsonb_build_object('id', c.id, 'ok', false, 'code', coalesce(c.code, case p_event when 'accept' then 'acceptance_no_taken' else 'application_no_taken' end), 'details', c.details) end) order by c.ord)
    from unnest(v_cases) c
    left join unnest(v_good) g on g.ord = c.ord
    left join public.applications a on a.id = c.id
  );
end $$;
comment on function private.transition(text, jsonb, text, jsonb, text) is 'Definer: status, fees and history have no grants; it judges the caller by private.me().';

create function public.transition(p_event text, p_items jsonb, p_note text default null, p_values jsonb default '{}') returns jsonb
language sql set search_path = '' as $$ select private.transition(p_event, p_items, p_note, p_values, 'screen') $$;
comment on function public.transition(text, jsonb, text, jsonb) is 'One event on up to 1,000 cases (contract "transition"). One refused case never blocks the others.';
grant execute on function private.transition(text, jsonb, text, jsonb, text), public.transition(text, jsonb, text, jsonb) to authenticated;
alter function public.transition(text, jsonb, text, jsonb) set statement_timeout = '60s';
