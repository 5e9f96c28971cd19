-- Erasing 使用者 and メモ some days after a case has ended (D-8b): one act of the clock, set-based, oldest first.

-- The day from which the days count: completion, else the day on which the outcome was reached. One entry a case that ended and may
-- still hold something, so a run reads what is due and nothing else.
create index applications_erasable_idx on public.applications
  ((case when outcome = 'completed' and completed_on is not null then completed_on else (status_changed_at at time zone 'Asia/Tokyo')::date end), id)
  where outcome <> 'open' and not person_erased;
create index contact_card_answers_application_idx on public.contact_card_answers (application_id);

-- A case that is opened again, or whose メモ is written anew, is looked at again.
create function private.on_person_written() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.person_erased := false;
  return new;
end $$;
create trigger on_applications_person_written before update on public.applications for each row
  when (old.person_erased and (new.outcome = 'open' or new.memo is not null)) execute function private.on_person_written();

create function private.on_person_inserted() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.applications a set person_erased = false
  where a.person_erased and a.id in (select n.application_id from new_rows n);
  return null;
end $$;
comment on function private.on_person_inserted() is 'Definer: applications have no update grant.';
create trigger on_vehicle_users_person_written after insert on public.application_vehicle_users
  referencing new table as new_rows for each statement execute function private.on_person_inserted();
create trigger on_card_answers_person_written after insert on public.contact_card_answers
  referencing new table as new_rows for each statement execute function private.on_person_inserted();

-- Erases 使用者, メモ and what answers to 連絡カード hold of both in up to 50,000 cases that ended long enough ago; answers how many
-- cases held any. History stays: its lines name fields, never what they hold. Run twice it erases nothing twice and logs once.
create function private.erase_vehicle_users() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_until date := private.today() - (private.setting('erase_vehicle_users_after_days') #>> '{}')::int;
  v_done jsonb;
begin
  with due as materialized (
    select a.id, a.memo is not null as has_memo from public.applications a
    where a.outcome <> 'open' and not a.person_erased
      and case when a.outcome = 'completed' and a.completed_on is not null then a.completed_on else (a.status_changed_at at time zone 'Asia/Tokyo')::date end <= v_until
    order by case when a.outcome = 'completed' and a.completed_on is not null then a.completed_on else (a.status_changed_at at time zone 'Asia/Tokyo')::date end, a.id
    limit 50000 for update skip locked
  ), vehicle_user as (
    delete from public.application_vehicle_users u using due d where u.application_id = d.id returning u.application_id
  ), answer as (
    update public.contact_card_answers c set vals = c.vals - array(select f.field from private.card_fields() f where f.is_user), note = null
    from due d where c.application_id = d.id
      and (c.note is not null or c.vals ?| array(select f.field from private.card_fields() f where f.is_user))
    returning c.application_id
  ), marked as (
    update public.applications a set person_erased = true, memo = null from due d where a.id = d.id
  ), held as (
    select d.id from due d where d.has_memo union select application_id from vehicle_user union select application_id from answer
  )
  select jsonb_build_object('cases', (select count(*) from held), 'vehicle_users', (select count(*) from vehicle_user),
    'memos', (select count(*) from due d where d.has_memo), 'answers', (select count(*) from answer), 'ended_until', v_until) into v_done;
  if (v_done ->> 'cases')::int > 0 then
    perform private.write_audit('application_vehicle_users', 'erasure', 'erase', null, null, v_done);
  end if;
  return (v_done ->> 'cases')::int;
end $$;
comment on function private.erase_vehicle_users() is 'Definer: run by the clock; nobody may delete personal data by hand.';
-- Several runs a night: a backlog, or a shorter setting, is worked off without one long transaction.
insert into private.schedules (name, cron, statement) values ('erase-vehicle-users', '*/10 1-4 * * *', 'select private.erase_vehicle_users()');
