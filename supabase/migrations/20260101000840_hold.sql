-- 予約送信: a complete draft waits for its day, usually the first on which nothing is shortened (domain §8.3), and is then
-- sent by itself in service hours, as the person who held it. An edit takes it out of the queue.

-- Whatever takes a draft out of 依頼前, a person or a file of AINAS, ends its waiting.
create function private.on_held_case_moved() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.held_until := null;
  new.held_by := null;
  new.hold_problem := null;
  return new;
end $$;
create trigger on_applications_held_moved before update of filing_status on public.applications
  for each row when (old.held_until is not null and new.filing_status <> 'draft') execute function private.on_held_case_moved();

-- Refuses what 送信 would refuse now; that the office is closed at this hour does not matter for a later day.
create function private.check_sendable(p_case public.applications) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v private.transition_case;
begin
  select * into v from private.judge_transition('submit',
    jsonb_build_array(jsonb_build_object('id', (p_case).id, 'version', (p_case).version)), null, '{}');
  if v.code is not null and v.details -> 'missing' is distinct from '["within_hours"]' then
    perform private.refuse(case v.code when 'not_allowed' then 403 else 409 end, v.code, v.details);
  end if;
end $$;
comment on function private.check_sendable(public.applications) is 'Definer: as judge_transition.';

create function private.hold_application(p_id bigint, p_version int, p_on date) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.applications := private.own_draft(p_id, p_version);
begin
  if p_on is null or p_on < private.today() or p_on > private.today() + 400 then
    perform private.refuse(400, 'invalid_date', '{"field": "held_until"}');
  end if;
  perform private.check_sendable(v);
  perform private.write_own_event('hold', v, 'screen', jsonb_build_object('on', p_on));
  update public.applications a set held_until = p_on, held_by = (select auth.uid()), hold_problem = null, version = a.version + 1
  where a.id = p_id returning * into v;
  return to_jsonb(v);
end $$;
comment on function private.hold_application(bigint, int, date) is 'Definer: applications have no update grant; it judges the caller itself.';

create function private.cancel_hold(p_id bigint, p_version int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.applications := private.own_draft(p_id, p_version);
begin
  if v.held_until is null then
    perform private.refuse(409, 'not_held');
  end if;
  perform private.write_own_event('unhold', v, 'screen', '{}');
  update public.applications a set held_until = null, held_by = null, hold_problem = null, version = a.version + 1
  where a.id = p_id returning * into v;
  return to_jsonb(v);
end $$;
comment on function private.cancel_hold(bigint, int) is 'Definer: as hold_application. Whoever may edit the draft may stop it.';

create function public.hold_application(p_id bigint, p_version int, p_on date) returns jsonb
language sql set search_path = '' as $$ select private.hold_application(p_id, p_version, p_on) $$;
comment on function public.hold_application(bigint, int, date) is '予約送信: the draft is sent by itself on that JST day, if the caller may send it and it could be sent now.';
create function public.cancel_hold(p_id bigint, p_version int) returns jsonb
language sql set search_path = '' as $$ select private.cancel_hold(p_id, p_version) $$;
comment on function public.cancel_hold(bigint, int) is 'Takes a draft out of 予約送信. Answers the row.';
grant execute on function private.hold_application(bigint, int, date), private.cancel_hold(bigint, int),
  public.hold_application(bigint, int, date), public.cancel_hold(bigint, int) to authenticated;

-- From here on the transaction acts as the person, for work that the clock or a key does in somebody's name.
create function private.act_as(p_user uuid) returns void
language sql set search_path = '' as $$
  select set_config('request.jwt.claims', case when p_user is null then ''
    else jsonb_build_object('sub', p_user, 'role', 'authenticated')::text end, true)
$$;

-- Keeps why a release was refused. A line in the history only when the reason is new: the clock comes back every few minutes.
create function private.note_hold_problem(p_id bigint, p_code text, p_details jsonb) returns void
language sql security definer set search_path = '' as $$
  with noted as (
    update public.applications a set hold_problem = jsonb_build_object('code', p_code, 'details', p_details, 'at', private.now())
    where a.id = p_id and a.held_until is not null
      and (a.hold_problem ->> 'code', a.hold_problem -> 'details') is distinct from (p_code, coalesce(p_details, 'null'))
    returning *
  )
  insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, to_filing_status, source, details)
  select n.id, n.agent_branch_id, n.home_branch_id, n.requester_id, n.site_id, n.vehicle_kind, 'hold_failed', 'draft', 'draft', 'schedule',
    jsonb_build_object('code', p_code)
  from noted n
$$;
comment on function private.note_hold_problem(bigint, text, jsonb) is 'Definer: run by the clock.';

-- Sends what is due, in groups of one person; those that were refused before come last, so that they hold up nobody.
-- Answers how many were sent. Run twice it sends nothing twice: what was sent is no draft any more.
create function private.release_holds() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_group record;
  v_result jsonb;
  v_sent int := 0;
begin
  if not private.in_service_hours(private.now()) then
    return 0;
  end if;
  for v_group in
    select h.held_by, jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version) order by h.id) as items
    from (
      select d.*, (row_number() over (partition by d.held_by order by d.id) - 1) / 1000 as part
      from (
        select a.id, a.version, a.held_by from public.applications a where a.held_until <= private.today()
        order by a.hold_problem is not null, a.held_until, a.id limit 5000 for update skip locked
      ) d
    ) h group by h.held_by, h.part
  loop
    perform private.act_as(v_group.held_by);
    if private.my_role() is null then
      perform private.note_hold_problem((i ->> 'id')::bigint, 'person_unavailable', null) from jsonb_array_elements(v_group.items) i;
    else
      for v_result in select jsonb_array_elements(private.transition('submit', v_group.items, null, '{}', 'schedule')) loop
        if (v_result ->> 'ok')::boolean then
          v_sent := v_sent + 1;
        else
          perform private.note_hold_problem((v_result ->> 'id')::bigint, v_result ->> 'code', v_result -> 'details');
        end if;
      end loop;
    end if;
  end loop;
  perform private.act_as(null);
  return v_sent;
end $$;
comment on function private.release_holds() is 'Definer: run by the clock, acting as each person in turn.';
insert into private.schedules (name, cron, statement) values ('release-holds', '*/10 * * * *', 'select private.release_holds()');

-- What comes by itself to a branch in the days ahead. today: what is due, also what was refused before; week: within seven days, today among them.
create function private.work_forecast(p_branch bigint) returns jsonb
language sql stable set search_path = '' as $$
  with clock as materialized (
    select private.today() as today, private.work_branch(p_branch) as branch
  )
  select jsonb_build_object(
    'today', count(*) filter (where a.held_until <= c.today), 'tomorrow', count(*) filter (where a.held_until = c.today + 1),
    'week', count(*) filter (where a.held_until <= c.today + 7), 'last_day', c.today + 7, 'stuck', count(*) filter (where a.hold_problem is not null))
  from clock c left join public.applications a on a.agent_branch_id = c.branch and a.held_until is not null
  group by c.today
$$;
create function public.work_forecast(p_branch bigint default null) returns jsonb
language sql stable set search_path = '' as $$ select private.work_forecast(p_branch) $$;
comment on function public.work_forecast(bigint) is
  '予約送信 that will reach the caller''s branch, or p_branch for head office: {today, tomorrow, week, last_day, stuck}. stuck: could not be sent on their day.';
grant execute on function private.work_forecast(bigint), public.work_forecast(bigint) to authenticated;
