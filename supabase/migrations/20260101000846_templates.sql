-- 申請テンプレート: what a workshop always fills in the same way; and what a former application of a car can lend to the next.

create table public.application_templates (
  id bigint generated always as identity primary key,
  requester_id bigint not null references public.requesters,
  site_id bigint,
  name text not null check (char_length(name) between 1 and 40),
  vehicle_kind text check (vehicle_kind in ('registered', 'kei')),
  is_default boolean not null default false,
  values jsonb not null default '{}' check (jsonb_typeof(values) = 'object'),
  version int not null default 1,
  foreign key (site_id, requester_id) references public.sites (id, requester_id)
);
comment on table public.application_templates is '申請テンプレート: saved values of 自動車及び諸条件 for a site, or for all sites of the company; a form is filled with them.';
comment on column public.application_templates.vehicle_kind is 'Null: for both kinds.';
comment on column public.application_templates.is_default is 'Taken by itself when a new request of the site and kind is begun; of several the site''s own, then the first by name.';
create index application_templates_requester_idx on public.application_templates (requester_id, site_id);
create index application_templates_site_idx on public.application_templates (site_id, requester_id);

alter table public.application_templates enable row level security;
create policy application_templates_select on public.application_templates for select to authenticated using (
  requester_id = (select private.my_requester())
  or (requester_id = (select private.my_company()) and (site_id is null or site_id = (select private.my_site()))));
comment on policy application_templates_select on public.application_templates is 'The company; a person bound to a site that site''s and those of the company.';
grant select on public.application_templates to authenticated;

-- The company's administrator keeps all of them, a site's its own.
create function private.may_keep_template(p_requester bigint, p_site bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(case m.role
    when 'requester_admin' then m.requester_id = p_requester
    when 'site_admin' then m.requester_id = p_requester and m.site_id = p_site end, false)
  from private.me() m
$$;
comment on function private.may_keep_template(bigint, bigint) is 'Definer: as the scope functions.';

create function private.save_application_template(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_fields text[] := '{cashless,certificate_period,shortening_allowed,parking_fine_receipt,receipt_by,update_method,record_agent_no,account_ref,option_code,custom_1,custom_2,custom_3,custom_4,custom_5,memo}';
  v_old public.application_templates;
  v_site bigint;
begin
  perform private.refuse_other_fields(p, '{site_id,name,vehicle_kind,is_default,values}');
  perform private.refuse_other_fields(coalesce(p -> 'values', '{}'), v_fields);
  select * into v_old from public.application_templates t where t.id = (p ->> 'id')::bigint;
  if p -> 'id' is not null and (v_old.id is null or v_old.requester_id is distinct from private.my_company()) then
    perform private.refuse(404, 'not_found');
  end if;
  v_site := case when p ? 'site_id' then (p ->> 'site_id')::bigint else v_old.site_id end;
  if not private.may_keep_template(private.my_company(), v_site)
    or (v_old.id is not null and not private.may_keep_template(v_old.requester_id, v_old.site_id)) then
    perform private.refuse(403, 'not_allowed');
  elsif v_site is not null and not exists (select from public.sites s where s.id = v_site and s.requester_id = private.my_company()) then
    perform private.refuse(400, 'invalid_value', '{"field": "site_id"}');
  elsif v_old.id is not null then
    return private.update_row('application_templates', p);
  end if;
  insert into public.application_templates (requester_id, site_id, name, vehicle_kind, is_default, values)
  values (private.my_company(), v_site, p ->> 'name', p ->> 'vehicle_kind', coalesce((p ->> 'is_default')::boolean, false), coalesce(p -> 'values', '{}'))
  returning * into v_old;
  return to_jsonb(v_old);
end $$;
comment on function private.save_application_template(jsonb) is 'Definer: application_templates has no write grant; it judges the caller itself.';

create function private.delete_application_template(p_id bigint, p_version int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v public.application_templates;
begin
  select * into v from public.application_templates t where t.id = p_id;
  if v.id is null or v.requester_id is distinct from private.my_company() then
    perform private.refuse(404, 'not_found');
  elsif not private.may_keep_template(v.requester_id, v.site_id) then
    perform private.refuse(403, 'not_allowed');
  elsif v.version <> p_version then
    perform private.refuse_stale('application_templates', p_id::text);
  end if;
  delete from public.application_templates t where t.id = p_id;
end $$;
comment on function private.delete_application_template(bigint, int) is 'Definer: as save_application_template.';

create function public.save_application_template(p jsonb) returns jsonb
language sql set search_path = '' as $$ select private.save_application_template(p) $$;
comment on function public.save_application_template(jsonb) is 'Creates or changes an 申請テンプレート: {id?, version?, site_id, name, vehicle_kind, is_default, values}.';
create function public.delete_application_template(p_id bigint, p_version int) returns void
language sql set search_path = '' as $$ select private.delete_application_template(p_id, p_version) $$;
comment on function public.delete_application_template(bigint, int) is 'Deletes an 申請テンプレート in the version that was read.';
grant execute on function private.save_application_template(jsonb), private.delete_application_template(bigint, int),
  public.save_application_template(jsonb), public.delete_application_template(bigint, int) to authenticated;

insert into public.settings (key, value, label_ja) values
  ('certificate_items', '{}', '車検証情報取込みファイルの項目名（変わったとき）');

-- What the newest former case of a car lends to a new request; null when there is none within reach. p names the case
-- ({application_id}), the car ({chassis_no}) or the plate ({vehicle_kind, plate_area, plate_class, plate_kana, plate_number}).
-- Dates and ticks of the old certificate are not lent: they belong to the inspection that is over.
create function public.former_request(p jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'request_no', a.request_no, 'application_no', a.application_no, 'completed_on', a.completed_on, 'requested_at', a.requested_at,
    'outcome', a.outcome, 'filing_status', a.filing_status,
    'fields', jsonb_build_object('vehicle_kind', a.vehicle_kind, 'site_id', case when s.status <> 'closed' then a.site_id end,
      'plate_area', a.plate_area, 'plate_class', a.plate_class, 'plate_kana', a.plate_kana, 'plate_number', a.plate_number, 'chassis_no', a.chassis_no,
      'small_plate', a.small_plate, 'no_plate_class', a.no_plate_class, 're_stamped', a.re_stamped, 'cashless', a.cashless,
      'certificate_period', a.certificate_period, 'shortening_allowed', a.shortening_allowed, 'parking_fine_receipt', a.parking_fine_receipt,
      'receipt_by', a.receipt_by, 'update_method', a.update_method, 'record_agent_no', a.record_agent_no, 'account_ref', a.account_ref,
      'option_code', a.option_code, 'custom_1', a.custom_1, 'custom_2', a.custom_2, 'custom_3', a.custom_3, 'custom_4', a.custom_4, 'custom_5', a.custom_5,
      'inspection_expires_on', private.next_expiry(a)),
    'user', (select jsonb_build_object('ownership', u.ownership, 'name', u.name, 'representative', u.representative, 'address_1', u.address_1, 'address_2', u.address_2)
      from public.application_vehicle_users u where u.application_id = a.id))
  from public.applications a join public.sites s on s.id = a.site_id
  where a.id = (
    select c.id from (
      select b.id, b.requested_at from public.applications b where p ? 'application_id' and b.id = (p ->> 'application_id')::bigint
      union all
      select b.id, b.requested_at from public.applications b where p ? 'chassis_no' and b.chassis_no = p ->> 'chassis_no'
      union all
      select b.id, b.requested_at from public.applications b
      where p ? 'plate_number' and b.plate_number = p ->> 'plate_number' and b.plate_area = p ->> 'plate_area' and b.plate_kana = p ->> 'plate_kana'
        and b.plate_class is not distinct from nullif(p ->> 'plate_class', '') and b.vehicle_kind = p ->> 'vehicle_kind'
    ) c order by c.requested_at desc nulls last, c.id desc limit 1)
$$;
comment on function public.former_request(jsonb) is 'The newest former case of a car within the caller''s reach, as values for a new request.';
grant execute on function public.former_request(jsonb) to authenticated;
