-- 車両台帳: the cars of a company, one row a 車台番号, kept from its applications as they move; what comes due when.

-- Years that a new certificate lasts: as chosen, else by the plate: freight (class 1 and 4), business and rental cars one year.
-- plpgsql, as the next one: a SQL function within another is planned anew at every call, a millisecond a case.
create function private.years_valid(p_case public.applications) returns int
language plpgsql immutable set search_path = '' as $$
begin
  return case
    when p_case.vehicle_kind = 'kei' then 2
    when p_case.certificate_period is not null then case when p_case.certificate_period like '1%' then 1 else 2 end
    when p_case.plate_class ~ '^[14]' or p_case.plate_kana = any (string_to_array('あいうえかきくけこをわれ', null)) then 1
    else 2 end;
end $$;

-- 有効期間満了日 after the case: while it is open the one it was made for; when completed the old day some years on, or, had it
-- been filed more than two months before, from the day of completion (domain §8.3).
create function private.next_expiry(p_case public.applications) returns date
language plpgsql immutable set search_path = '' as $$
begin
  return case
    when p_case.outcome <> 'completed' then p_case.inspection_expires_on
    when p_case.completed_on between (p_case.inspection_expires_on - interval '2 months')::date and p_case.inspection_expires_on
      then (p_case.inspection_expires_on + make_interval(years => private.years_valid(p_case)))::date
    else (p_case.completed_on + make_interval(years => private.years_valid(p_case)))::date - 1 end;
end $$;
grant execute on function private.years_valid(public.applications), private.next_expiry(public.applications) to authenticated;

create table public.cars (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  site_id bigint not null,
  chassis_no text collate "C" not null,
  vehicle_kind text not null,
  plate_area text collate "C",
  plate_class text collate "C",
  plate_kana text collate "C",
  plate_number text collate "C",
  small_plate boolean not null,
  next_expires_on date,
  expiry_estimated boolean not null,
  last_application_id bigint not null,
  last_on date not null,
  last_outcome text collate "C" not null,
  unique (requester_id, chassis_no),
  foreign key (site_id, requester_id) references public.sites (id, requester_id)
);
comment on table public.cars is '車両台帳: one row a car of a company, as its newest application left it. A car belongs to the site of that application.';
comment on column public.cars.expiry_estimated is 'The certificate''s own day was not known: worked out from the day of completion and the plate.';
comment on column public.cars.last_on is 'JST day by which applications of the car are ordered: completed, else requested, else made.';
create index cars_requester_due_idx on public.cars (requester_id, next_expires_on, id) include (site_id, last_outcome);
create index cars_site_due_idx on public.cars (site_id, requester_id, next_expires_on, id) include (last_outcome);
create index cars_plate_idx on public.cars (requester_id, plate_number);

alter table public.cars enable row level security;
create policy cars_select on public.cars for select to authenticated using (
  requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy cars_select on public.cars is 'The company; a person bound to a site the cars of that site.';
grant select on public.cars to authenticated;

-- Cases that make a car known: those that were sent, or came from AINAS. The newest of a car wins, whatever the order of writing.
create function private.put_cars(p_ids bigint[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.cars as c (requester_id, site_id, chassis_no, vehicle_kind, plate_area, plate_class, plate_kana, plate_number, small_plate,
    next_expires_on, expiry_estimated, last_application_id, last_on, last_outcome)
  select distinct on (a.requester_id, a.chassis_no) a.requester_id, a.site_id, a.chassis_no, a.vehicle_kind, a.plate_area, a.plate_class, a.plate_kana, a.plate_number,
    a.small_plate, private.next_expiry(a), a.outcome = 'completed' and (a.inspection_expires_on is null or (a.certificate_period is null and a.vehicle_kind = 'registered')),
    a.id, coalesce(a.completed_on, private.jst_day(a.requested_at), private.jst_day(a.created_at)) as last_on, a.outcome
  from public.applications a
  where a.id = any (p_ids) and a.filing_status <> 'draft'
  order by a.requester_id, a.chassis_no, last_on desc, a.id desc
  on conflict (requester_id, chassis_no) do update set
    site_id = excluded.site_id, vehicle_kind = excluded.vehicle_kind, plate_area = excluded.plate_area, plate_class = excluded.plate_class,
    plate_kana = excluded.plate_kana, plate_number = excluded.plate_number, small_plate = excluded.small_plate, next_expires_on = excluded.next_expires_on,
    expiry_estimated = excluded.expiry_estimated, last_application_id = excluded.last_application_id, last_on = excluded.last_on, last_outcome = excluded.last_outcome
  where c.last_application_id = excluded.last_application_id or (c.last_on, c.last_application_id) < (excluded.last_on, excluded.last_application_id)
$$;
comment on function private.put_cars(bigint[]) is 'Definer: nobody writes cars by hand.';

create function private.on_cars_inserted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_ids bigint[] := (select array_agg(n.id) from new_rows n where n.filing_status <> 'draft');
begin
  if v_ids is not null then
    perform private.put_cars(v_ids);
  end if;
  return null;
end $$;
comment on function private.on_cars_inserted() is 'Definer: as put_cars.';
create trigger on_applications_inserted_cars after insert on public.applications
  referencing new table as new_rows for each statement execute function private.on_cars_inserted();

create function private.on_cars_updated() returns trigger
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
declare
  v_ids bigint[] := (
    select array_agg(n.id) from new_rows n join old_rows o using (id)
    where n.filing_status <> 'draft' and (o.filing_status = 'draft'
      or (n.outcome, n.completed_on, n.inspection_expires_on, n.certificate_period, n.requested_at) is distinct from (o.outcome, o.completed_on, o.inspection_expires_on, o.certificate_period, o.requested_at)
      or (n.requester_id, n.site_id, n.chassis_no, n.plate_area, n.plate_class, n.plate_kana, n.plate_number) is distinct from
        (o.requester_id, o.site_id, o.chassis_no, o.plate_area, o.plate_class, o.plate_kana, o.plate_number)));
begin
  if v_ids is not null then
    perform private.put_cars(v_ids);
  end if;
  return null;
end $$;
comment on function private.on_cars_updated() is 'Definer: as put_cars. No nested loops: as on_status_updated.';
create trigger on_applications_updated_cars after update on public.applications
  referencing old table as old_rows new table as new_rows for each statement execute function private.on_cars_updated();

-- Cars by the day on which they come due, and how many of them are under way already. Answers [{day, cars, open}].
create function public.cars_calendar(p_from date, p_to date) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'cars', d.cars, 'open', d.open) order by d.day), '[]')
  from (
    select c.next_expires_on as day, count(*) as cars, count(*) filter (where c.last_outcome = 'open') as open
    from public.cars c
    where c.requester_id = (select private.my_company()) and ((select private.my_site()) is null or c.site_id = (select private.my_site()))
      and c.next_expires_on between p_from and least(p_to, p_from + 800)
    group by c.next_expires_on
  ) d
$$;
comment on function public.cars_calendar(date, date) is '平準化: the cars of the caller by 有効期間満了日, up to 800 days.';
grant execute on function public.cars_calendar(date, date) to authenticated;
