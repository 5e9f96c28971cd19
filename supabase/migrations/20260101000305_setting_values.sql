-- A setting keeps a value that the rules can read: a wrong one would lock people out or bend bills.

create function private.setting_is_valid(p_key text, p_old jsonb, p_new jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case
    when p_key in ('password_valid_days', 'invoice_registration_no') and p_new = 'null' then true
    when p_key = 'password_valid_days' then jsonb_typeof(p_new) = 'number' and p_new #>> '{}' ~ '^[1-9][0-9]{0,3}$'
    when p_key = 'invoice_registration_no' then p_new #>> '{}' ~ '^T[0-9]{13}$'
    when p_key = 'tax_rounding' then p_new in ('"floor"', '"round"', '"ceil"')
    when p_key = 'service_hours' then jsonb_typeof(p_new) = 'object'
      and p_new ->> 'open' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and p_new ->> 'close' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      and p_new ->> 'open' < p_new ->> 'close'
      and p_new ->> 'closed_from' ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' and p_new ->> 'closed_to' ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    when jsonb_typeof(p_new) <> jsonb_typeof(p_old) then false
    when jsonb_typeof(p_new) = 'number' then p_new #>> '{}' ~ '^[1-9][0-9]{0,3}$'
    when jsonb_typeof(p_new) = 'string' then char_length(p_new #>> '{}') between 1 and 200
    else true end
$$;

create function private.on_setting_written() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- the Data API turns a JSON null into an SQL one
  new.value := coalesce(new.value, 'null');
  if not coalesce(private.setting_is_valid(new.key, old.value, new.value), false) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', new.key));
  end if;
  new.updated_at := private.now();
  return new;
end $$;
grant execute on function private.setting_is_valid(text, jsonb, jsonb) to authenticated;
create trigger on_settings_written before update of value on public.settings for each row execute function private.on_setting_written();
