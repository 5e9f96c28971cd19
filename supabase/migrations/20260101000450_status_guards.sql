-- What keeps status honest whoever writes, and what the machine needs to know of a case before it judges an event.

-- A change of status needs its line in the history, written in the same transaction; the line needs a row of the machine.
-- Everything is counted, never asked by `exists`: for the first row found the planner loops, and a file of 10,000 cases has none.
create function private.lacks_line(p_id bigint, p_filing text, p_oss text) returns boolean
language sql stable set search_path = '' as $$
  select count(*) = 0 from public.application_events e
  where e.application_id = p_id and e.transaction_id = pg_current_xact_id()
    and e.to_filing_status = p_filing and e.to_oss_status is not distinct from p_oss
$$;

create function private.on_status_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from new_rows n where private.lacks_line(n.id, n.filing_status, n.oss_status)) > 0 then
    perform private.refuse(403, 'status_is_guarded');
  end if;
  return null;
end $$;
comment on function private.on_status_changed() is 'Definer: must see the whole history whoever writes.';

-- No nested loops: a plan made for one row is kept, and 10,000 rows against 10,000 would take minutes.
create function private.on_status_updated() returns trigger
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
declare
  v_unlined bigint;
  v_renumbered bigint;
begin
  select count(*) filter (where (n.filing_status, n.oss_status) is distinct from (o.filing_status, o.oss_status)
      and private.lacks_line(n.id, n.filing_status, n.oss_status)),
    count(*) filter (where o.application_no is not null and n.application_no is distinct from o.application_no)
  into v_unlined, v_renumbered
  from new_rows n join old_rows o using (id);
  if v_unlined > 0 then
    perform private.refuse(403, 'status_is_guarded');
  elsif v_renumbered > 0 then
    perform private.refuse(403, 'application_no_is_fixed');
  end if;
  return null;
end $$;
comment on function private.on_status_updated() is 'Definer: must see the whole history whoever writes.';

create trigger on_applications_inserted_guard after insert on public.applications
  referencing new table as new_rows for each statement execute function private.on_status_changed();
create trigger on_applications_updated_guard after update on public.applications
  referencing old table as old_rows new table as new_rows for each statement execute function private.on_status_updated();

-- Only a draft can be deleted (domain A3), and history goes only with it.
create function private.on_case_deleted() returns trigger
language plpgsql set search_path = '' as $$
begin
  if exists (select from old_rows o where o.filing_status <> 'draft') then
    perform private.refuse(409, 'not_a_draft');
  end if;
  return null;
end $$;
create trigger on_applications_deleted_guard after delete on public.applications
  referencing old table as old_rows for each statement execute function private.on_case_deleted();

create function private.on_history_deleted() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from old_rows o join public.applications a on a.id = o.application_id) then
    perform private.refuse(403, 'history_is_append_only');
  end if;
  return null;
end $$;
comment on function private.on_history_deleted() is 'Definer: must see every case whoever deletes.';
create trigger on_application_events_deleted_guard after delete on public.application_events
  referencing old table as old_rows for each statement execute function private.on_history_deleted();

-- Imports mirror AINAS and may jump (D-14); every other change is a row of status_transitions.
create function private.on_event_written() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from new_rows e
    where e.source <> 'import' and e.event <> 'create'
      and (e.from_filing_status, e.from_oss_status) is distinct from (e.to_filing_status, e.to_oss_status)
      and not exists (
        select from public.status_transitions t
        where t.event = e.event and t.vehicle_kind = e.vehicle_kind
          and t.from_filing = e.from_filing_status and t.from_oss is not distinct from e.from_oss_status
          and t.to_filing = e.to_filing_status and t.to_oss is not distinct from e.to_oss_status)
  ) or exists (
    select from new_rows e
    where not exists (select from public.filing_statuses s where s.code = e.to_filing_status and s.vehicle_kind = e.vehicle_kind)
      or (e.to_oss_status is not null
        and not exists (select from public.oss_statuses s where s.code = e.to_oss_status and s.vehicle_kind = e.vehicle_kind))
  ) then
    perform private.refuse(403, 'transition_does_not_exist');
  end if;
  return null;
end $$;
comment on function private.on_event_written() is 'Definer: compares with the machine whoever writes.';
create trigger on_application_events_guard after insert on public.application_events
  referencing new table as new_rows for each statement execute function private.on_event_written();

-- Within the reach of a person of the company: the whole company, or the one site.
create function private.works_for(p_member public.members, p_case public.applications) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce((p_member).requester_id = (p_case).requester_id
    and ((p_member).site_id is null or (p_member).site_id = (p_case).site_id), false)
$$;

-- Mirrors applications_select for one case, where a definer function reads past the policy.
create function private.sees_case(p_member public.members, p_case public.applications) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce((p_member).role in ('hq_admin', 'hq_finance', 'hq_viewer'), false)
    or coalesce((p_member).branch_id in ((p_case).agent_branch_id, (p_case).home_branch_id), false)
    or private.works_for(p_member, p_case)
$$;

-- As whom a person may act on a case (D-3, D-4).
create function private.actor_kinds(p_member public.members, p_case public.applications) returns text[]
language sql immutable set search_path = '' as $$
  select array_remove(array[
    case when (p_member).role = 'hq_admin'
      or ((p_member).role in ('branch_admin', 'branch_staff') and (p_member).branch_id = (p_case).agent_branch_id) then 'agent' end,
    case when (p_member).role = 'submitter' and private.works_for(p_member, p_case) then 'submitter' end,
    case when (p_member).role in ('requester_admin', 'site_admin', 'submitter') and private.works_for(p_member, p_case) then 'company' end
  ], null)
$$;

-- What holds of a case: the words of status_transitions.needs and .excludes.
create function private.case_facts(p_case public.applications) returns text[]
language sql stable security definer set search_path = '' as $$
  select array_remove(array[
    case when (p_case).cashless then 'cashless' end,
    case when (p_case).acceptance_no is not null then 'has_acceptance_no' end,
    case when (p_case).acceptance_no is not null and f.any_paid then 'fee_recorded' end,
    case when f.inspection_open then 'inspection_open' end,
    case when f.tech_open then 'tech_open' end,
    case when f.inspection_open or f.tech_open then 'fee_open' end,
    case when f.failed_inspection then 'failed_inspection' end,
    case when f.failed_tech_info then 'failed_tech_info' end,
    case when f.failed_weight_tax then 'failed_weight_tax' end,
    case when (p_case).suspension_reserved then 'suspension_reserved' end,
    case when (p_case).hotekisho_reregistered then 'certificate_reregistered' end,
    case when (p_case).update_method in ('requester', 'requester_specific') then 'company_rewrites' end,
    case when (p_case).hotekisho_ready and (p_case).liability_ready then 'prerequisites_ready' end,
    case when (p_case).filing_status = 'draft' and exists (
      select from public.application_vehicle_users u
      where u.application_id = (p_case).id and u.name <> '' and u.address_1 <> ''
        and (u.ownership is not null or (p_case).vehicle_kind = 'kei')) then 'user_complete' end,
    case when (p_case).filing_status = 'draft' and exists (
      select from public.sites s where s.id = (p_case).site_id and s.status = 'active') then 'site_active' end,
    -- a number that is missing ends as 未受付 (domain §2.8)
    case when (p_case).filing_status = 'draft' and case (p_case).update_method
      when 'requester' then exists (select from public.sites s where s.id = (p_case).site_id and s.record_agent_no is not null)
      when 'office' then true when 'agent' then true
      else (p_case).record_agent_no is not null end then 'record_agent_ready' end,
    case when (p_case).filing_status = 'draft'
      and (not private.setting_is_on('refuse_outside_hours') or private.in_service_hours(private.now())) then 'within_hours' end,
    case when (p_case).filing_status = 'draft' and exists (
      select from public.requesters r where r.id = (p_case).requester_id and r.contract_status = 'active') then 'contract_active' end
  ], null)
  from (
    select
      not (p_case).inspection_fee_waived and not coalesce(bool_or(p.fee_kind = 'inspection' and p.status in ('paid', 'waived')), false) as inspection_open,
      not (p_case).tech_fee_waived and not coalesce(bool_or(p.fee_kind = 'tech_info' and p.status in ('paid', 'waived')), false) as tech_open,
      coalesce(bool_or(p.status = 'paid'), false) as any_paid,
      bool_or(p.fee_kind = 'inspection' and p.status = 'failed') as failed_inspection,
      bool_or(p.fee_kind = 'tech_info' and p.status = 'failed') as failed_tech_info,
      bool_or(p.fee_kind = 'weight_tax' and p.status = 'failed') as failed_weight_tax
    from public.fee_payments p where p.application_id = (p_case).id
  ) f
$$;
comment on function private.case_facts(public.applications) is 'Definer: the machine judges on all of a case, not on what the caller may list.';

-- Events the caller may fire on a case now, the likely one first. Computed column: select=*,available_events.
create function private.available_events(p_case public.applications) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_actors text[] := private.actor_kinds(private.me(), p_case);
  v_facts text[] := private.case_facts(p_case);
begin
  return (
    select coalesce(array_agg(e.event order by e.sort), '{}')
    from public.transition_events e
    where exists (
      select from public.status_transitions t
      where t.event = e.event and t.vehicle_kind = (p_case).vehicle_kind
        and t.from_filing = (p_case).filing_status and t.from_oss is not distinct from (p_case).oss_status
        and t.actors && v_actors
        -- a fact that the form itself can bring does not hide the button
        and array_remove(t.needs, case when 'hotekisho_reregistered' = any (t.optional_values) then 'certificate_reregistered' end) <@ v_facts
        and not t.excludes && v_facts)
  );
end $$;
comment on function private.available_events(public.applications) is 'Definer: as case_facts.';
create function public.available_events(p_case public.applications) returns text[]
language sql stable set search_path = '' as $$ select private.available_events(p_case) $$;
grant execute on function private.available_events(public.applications), public.available_events(public.applications) to authenticated;
