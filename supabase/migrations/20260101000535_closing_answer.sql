-- What the closing tells: totals, by home branch, by debit day, warnings and checks; and why it would refuse.

-- The recorded statements of a closed month in the shape of a preview, without their lines.
create function private.stored_heads(p_month date) returns setof private.billing_head
language sql stable security definer set search_path = '' as $$
  select s.requester_id, s.home_branch_id, null::text, s.usage_count, s.usage_amount, s.hotekisho_count, s.hotekisho_amount, s.taxable_10, s.tax_10,
    s.kei_fee_count, s.kei_fee_amount, s.tech_fee_count, s.tech_fee_amount, s.adjustment_amount,
    s.total, s.outstanding_before, s.transfer_asked, s.debit_cycle, s.debit_on, s.collection, null::private.billing_line[]
  from public.statements s where s.month = p_month and s.status <> 'cancelled'
$$;
comment on function private.stored_heads(date) is 'Definer: closing reads all, whoever calls.';

create function private.closing_totals(p_heads private.billing_head[]) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'usage_count', coalesce(sum(h.usage_count), 0), 'usage_amount', coalesce(sum(h.usage_amount), 0),
    'hotekisho_count', coalesce(sum(h.hotekisho_count), 0), 'hotekisho_amount', coalesce(sum(h.hotekisho_amount), 0),
    'taxable_10', coalesce(sum(h.taxable_10), 0), 'tax_10', coalesce(sum(h.tax_10), 0),
    'kei_fee_count', coalesce(sum(h.kei_fee_count), 0), 'kei_fee_amount', coalesce(sum(h.kei_fee_amount), 0),
    'tech_fee_count', coalesce(sum(h.tech_fee_count), 0), 'tech_fee_amount', coalesce(sum(h.tech_fee_amount), 0),
    'adjustment_amount', coalesce(sum(h.adjustment_amount), 0), 'total', coalesce(sum(h.total), 0),
    'outstanding_before', coalesce(sum(h.outstanding_before), 0))
  from unnest(p_heads) h
$$;

create function private.closing_answer(p_month date, p_heads private.billing_head[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'month', to_char(p_month, 'YYYY-MM'),
    'status', coalesce((select b.status from public.billing_months b where b.month = p_month), 'open'),
    'registration_no', private.setting('invoice_registration_no'),
    'reason', (select b.reason from public.billing_months b where b.month = p_month),
    'statements', cardinality(p_heads),
    'totals', private.closing_totals(p_heads),
    'branches', (
      select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name, 'statements', x.statements, 'usage_count', x.usage_count, 'total', x.total) order by b.code), '[]')
      from (select h.home_branch_id, count(*) as statements, sum(h.usage_count) as usage_count, sum(h.total) as total from unnest(p_heads) h group by 1) x
      join public.branches b on b.id = x.home_branch_id),
    'debits', (
      select coalesce(jsonb_agg(jsonb_build_object('debit_cycle', x.debit_cycle, 'debit_on', x.debit_on, 'collection', x.collection, 'count', x.count, 'amount', x.amount)
        order by x.debit_on, x.debit_cycle), '[]')
      from (select h.debit_cycle, h.debit_on, h.collection, count(*) as count, sum(h.total + h.outstanding_before - h.transfer_asked) as amount from unnest(p_heads) h group by 1, 2, 3) x))
$$;
comment on function private.closing_answer(date, private.billing_head[]) is 'Definer: closing reads all, whoever calls.';

-- Counts that have no price, [{ item, month, count }]; null when all have one (D-20).
create function private.missing_prices(p_heads private.billing_head[]) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('item', x.kind, 'month', to_char(x.usage_month, 'YYYY-MM'), 'count', x.count))
  from (
    select l.kind, l.usage_month, sum(l.quantity) as count
    from unnest(p_heads) h cross join unnest(h.lines) l where l.unit_price is null group by 1, 2 order by 1, 2
  ) x
$$;

-- Everything that forbids closing a month, [{ code, details }] in the order in which it is told. A reason lifts the
-- missing report of a payee, nothing else.
create function private.closing_refusals(p_month date, p_heads private.billing_head[], p_reason text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', x.code, 'details', x.details)) order by x.rank), '[]')
  from (
    select 1 as rank, 'month_not_over' as code, null::jsonb as details where p_month >= private.month_of(private.today())
    union all
    select 2, 'month_already_closed', null where private.is_closed(p_month) or p_month < private.first_closed_month()
    union all
    select 3, 'previous_month_open', jsonb_build_object('month', to_char(private.first_open_month(), 'YYYY-MM')) where p_month > private.first_open_month()
    union all
    select 4, 'payee_report_missing', jsonb_build_object('payees', private.payees_missing(p_month))
    where p_reason is null and cardinality(private.payees_missing(p_month)) > 0
    union all
    select 5, 'price_missing', m.missing from (select private.missing_prices(p_heads) as missing offset 0) m where m.missing is not null
  ) x
$$;
comment on function private.closing_refusals(date, private.billing_head[], text) is 'Definer: closing reads all, whoever calls.';
