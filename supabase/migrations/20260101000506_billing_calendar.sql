-- Where the closing stands. While nothing is closed any past month may be the first; earlier ones count as settled
-- elsewhere (D-24). What arrives late is billed in the first open month.

create function private.first_closed_month() returns date
language sql stable security definer set search_path = '' as $$
  select min(b.month) from public.billing_months b where b.status in ('closed', 'published')
$$;
create function private.last_closed_month() returns date
language sql stable security definer set search_path = '' as $$
  select max(b.month) from public.billing_months b where b.status in ('closed', 'published')
$$;

-- The month after the last closed one; a first month that was reopened; null while nothing was ever closed.
-- plpgsql keeps its plan: a file asks ten thousand times.
create function private.first_open_month() returns date
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce((max(b.month) filter (where b.status in ('closed', 'published')) + interval '1 month')::date, min(b.month))
    from public.billing_months b
  );
end $$;
comment on function private.first_closed_month() is 'Definer: garages read states that depend on it, not the table.';
comment on function private.last_closed_month() is 'Definer: garages read states that depend on it, not the table.';
comment on function private.first_open_month() is 'Definer: what a garage''s act completes is billed by it.';
grant execute on function private.first_closed_month(), private.last_closed_month(), private.first_open_month() to authenticated;

-- True when a statement of ours has billed the month; null and months settled elsewhere are not.
create function private.is_closed(p_month date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.billing_months b where b.month = p_month and b.status in ('closed', 'published'))
$$;
comment on function private.is_closed(date) is 'Definer: as first_open_month.';

-- Whoever assigns something to the first open month shares this lock until his transaction ends; closing takes it alone.
-- So nothing slips into a month while its statements are being written. Whoever changes cases, advances or payees' lines
-- takes it before their rows: closing and reopening lock those after it.
create function private.share_billing_lock() returns void
language plpgsql set search_path = '' as $$ begin perform pg_advisory_xact_lock_shared(hashtext('billing')); end $$;
create function private.take_billing_lock() returns void
language sql set search_path = '' as $$ select pg_advisory_xact_lock(hashtext('billing')) $$;

-- 『（9月完了分）』: what tells a line of another month apart.
create function private.month_note(p_month date, p_what text) returns text
language sql immutable set search_path = '' as $$ select '（' || extract(month from p_month) || '月' || p_what || '分）' $$;

-- The p_count-th business day after a day (before it when negative).
create function private.business_day_from(p_day date, p_count int) returns date
language sql stable set search_path = '' as $$
  select d.day from (
    select g::date as day, row_number() over (order by abs(g::date - p_day)) as n
    from generate_series(p_day + sign(p_count)::int, p_day + sign(p_count)::int * (abs(p_count) * 2 + 20), make_interval(days => sign(p_count)::int)) g
    where private.is_business_day(g::date)
  ) d where d.n = abs(p_count)
$$;

-- データ締切 and 結果到着 of a debit day, by the settings of its cycle.
create function private.debit_deadline(p_debit_on date, p_cycle int) returns date
language sql stable set search_path = '' as $$
  select private.business_day_from(p_debit_on, -(private.setting('debit_deadline_days_' || p_cycle) #>> '{}')::int)
$$;
create function private.debit_result_day(p_debit_on date, p_cycle int) returns date
language sql stable set search_path = '' as $$
  select private.business_day_from(p_debit_on, (private.setting('debit_result_days_' || p_cycle) #>> '{}')::int)
$$;
