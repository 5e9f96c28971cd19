-- The statement as a 適格請求書 (D-26, domain §11.4): its six items, what it gives back 返還, and the hash of what was published.

-- The lines of statements as they are hashed: all of a month at once, or of one.
create function private.lines_content(p_ids bigint[]) returns table (statement_id bigint, lines jsonb)
language sql stable security definer set search_path = '' as $$
  select l.statement_id, jsonb_agg(jsonb_build_array(l.kind, l.label, l.usage_month, l.vehicle_kind, l.quantity, l.unit_price, l.amount, l.tax_rate) order by l.line_no)
  from public.statement_lines l where l.statement_id = any (p_ids) group by 1
$$;
comment on function private.lines_content(bigint[]) is 'Definer: publishing reads all, whoever calls.';

-- What a published statement says, word for word. Months and days as text, amounts in whole yen. plpgsql, as the next one: a SQL
-- function within another is planned anew at every call.
create function private.statement_content(p public.statements, p_lines jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('number', p.number, 'month', to_char(p.month, 'YYYY-MM'), 'issued_on', private.jst_day(p.published_at), 'addressee', p.addressee, 'issuer', p.issuer,
    'taxable_10', p.taxable_10, 'tax_10', p.tax_10, 'return_10', p.return_10, 'return_tax_10', p.return_tax_10, 'total', p.total, 'outstanding_before', p.outstanding_before, 'transfer_asked', p.transfer_asked,
    'debit_cycle', p.debit_cycle, 'debit_on', p.debit_on, 'collection', p.collection, 'lines', p_lines);
end $$;

-- SHA-256 of it, lower-case hex.
create function private.content_hash(p public.statements, p_lines jsonb) returns text
language plpgsql stable set search_path = '' as $$
begin
  return encode(sha256(convert_to(private.statement_content(p, p_lines)::text, 'UTF8')), 'hex');
end $$;

-- Of the six items of a 適格請求書 those that a month's statements lack, [{ item, count }]: issuer, addressee, date, description.
-- The registration number is asked for apart (P-21), tax and its rate are columns that are never empty.
create function private.missing_invoice_items(p_month date) returns jsonb
language sql stable security definer set search_path = '' as $$
  with statement as (
    select s.id, coalesce(btrim(r.mailing_name), btrim(r.name)) as addressee, s.month from public.statements s join public.requesters r on r.id = s.requester_id
    where s.month = p_month and s.status = 'closed'
  )
  select jsonb_agg(jsonb_build_object('item', x.item, 'count', x.count))
  from (
    select 'issuer' as item, (select count(*) from statement) as count where nullif(btrim(private.setting('association_name') #>> '{}'), '') is null
    union all
    select 'addressee', count(*) from statement s where coalesce(s.addressee, '') = ''
    union all
    select 'description', count(*) from statement s where not exists (select from public.statement_lines l where l.statement_id = s.id)
      or exists (select from public.statement_lines l where l.statement_id = s.id and btrim(l.label) = '')
  ) x where x.count > 0
$$;
comment on function private.missing_invoice_items(date) is 'Definer: publishing reads all, whoever calls.';

-- What was published is never changed: corrections are adjustments of a later month (D-24).
create function private.on_published_statement_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new is distinct from old then
    perform private.refuse(409, 'month_published');
  end if;
  return new;
end $$;
create trigger on_published_statement_changed before update on public.statements
  for each row when (old.content_hash is not null) execute function private.on_published_statement_changed();

-- 引落結果 of a statement as its reader may know it: cancelled, branch (支部徴収), none (引落なし), scheduled, sent, collected, failed,
-- no_account (口座登録中), account_query.
create function public.debit_state(s public.statements) returns text
language sql stable set search_path = '' as $$
  select case when s.status = 'cancelled' then 'cancelled' when s.collection = 'branch' then 'branch' when s.debit_on is null then 'none' else coalesce((
    select d.state from public.debit_results d
    where d.requester_id = s.requester_id and d.debit_on = s.debit_on and d.debit_cycle = s.debit_cycle and d.state <> 'cancelled' order by d.id desc limit 1),
    -- paid by transfer before the file was made, or its day passed without one: what is left goes with the next
    case when s.debit_on < private.today() or private.has_debit_batch(s.debit_on, s.debit_cycle) then 'none' else 'scheduled' end) end
$$;
comment on function public.debit_state(public.statements) is '引落結果 of a statement; asked for by name (select=*,debit_state).';

-- Whether a published statement still says what was hashed.
create function public.statement_is_intact(s public.statements) returns boolean
language sql stable set search_path = '' as $$ 
  select s.content_hash is null or s.content_hash = private.content_hash(s, (select c.lines from private.lines_content(array[s.id]) c))
$$;
comment on function public.statement_is_intact(public.statements) is 'False when a published statement differs from its hash (電子帳簿保存法); asked for by name.';
grant execute on function public.debit_state(public.statements), public.statement_is_intact(public.statements), private.statement_content(public.statements, jsonb),
  private.content_hash(public.statements, jsonb), private.lines_content(bigint[]) to authenticated;
