-- A setting keeps a value that the rules can read: a wrong one would lock people out or bend bills.

-- A name as banks write it (全銀, domain §11.3): half-width capital kana, capital letters, digits and few signs; null when a
-- character has no such form. Twin of domain/bankKana.ts toBankKana.
create function private.bank_kana(p_text text) returns text
language sql immutable set search_path = '' as $$
  with katakana as (
    select translate(normalize(p_text, nfkc),
      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ',
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ') as text
  ), half as (
    select btrim(translate(upper(normalize(k.text, nfd) collate "C"),
      'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン' || U&'\3099\309A' || '「」、。・¥' || U&'\2010\2011\2012\2013\2014\2015\2212',
      'ｦｱｲｳｴｵﾔﾕﾖﾂ-ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ' || 'ﾞﾟ' || '｢｣,..\' || '-------')) as text
    from katakana k
  )
  select h.text from half h where h.text ~ '^[0-9A-Zｱ-ﾝﾞﾟ ().,/\\｢｣-]*$'
$$;
grant execute on function private.bank_kana(text) to authenticated;

create function private.setting_is_valid(p_key text, p_old jsonb, p_new jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case
    when p_key in ('password_valid_days', 'invoice_registration_no', 'transfer_account') and p_new = 'null' then true
    when p_key = 'transfer_account' then jsonb_typeof(p_new) = 'string' and char_length(p_new #>> '{}') between 1 and 200
    when p_key = 'debit_consignor' then jsonb_typeof(p_new) = 'object'
      and p_new ->> 'code' ~ '^[0-9]{10}$' and private.bank_kana(p_new ->> 'name') is not null and char_length(private.bank_kana(p_new ->> 'name')) between 1 and 40
      and p_new ->> 'bank_code' ~ '^[0-9]{4}$' and char_length(private.bank_kana(p_new ->> 'bank_name')) <= 15
      and p_new ->> 'branch_code' ~ '^[0-9]{3}$' and char_length(private.bank_kana(p_new ->> 'branch_name')) <= 15
      and p_new ->> 'account_type' in ('ordinary', 'checking') and p_new ->> 'account_number' ~ '^[0-9]{7}$'
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

-- AINAS takes applications in these hours (D-36); the end of the year may lie across New Year.
create function private.in_service_hours(p_at timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select x.clock >= x.h ->> 'open' and x.clock < x.h ->> 'close' and not case
    when x.h ->> 'closed_from' <= x.h ->> 'closed_to' then x.day between x.h ->> 'closed_from' and x.h ->> 'closed_to'
    else x.day >= x.h ->> 'closed_from' or x.day <= x.h ->> 'closed_to' end
  from (
    select private.setting('service_hours') as h, to_char(p_at at time zone 'Asia/Tokyo', 'HH24:MI') as clock,
      to_char(p_at at time zone 'Asia/Tokyo', 'MM-DD') as day
  ) x
$$;

create function private.on_setting_written() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- a change to null comes as an SQL one
  new.value := coalesce(new.value, 'null');
  if not coalesce(private.setting_is_valid(new.key, old.value, new.value), false) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', new.key));
  end if;
  new.updated_at := private.now();
  return new;
end $$;
grant execute on function private.setting_is_valid(text, jsonb, jsonb) to authenticated;
create trigger on_settings_written before update of value on public.settings for each row execute function private.on_setting_written();
