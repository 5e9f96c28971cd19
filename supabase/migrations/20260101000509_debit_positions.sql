-- Who owes what: billed − collected, always, and how much of it is on its way to the bank already (D-28).

-- Of what head office debits, whole yen by company: billed (total of every live statement), collected (振替済 and transfers),
-- scheduled (will go with the file of a day that is not over, what it prints as 前月以前の繰越 included), in_flight (in a file
-- without its result). What is left of billed − collected is outstanding, a day that passed without a file included.
-- scheduled_total: scheduled without what it carries over. p_requester_id null: all companies.
create function private.debit_positions(p_requester_id bigint default null)
returns table (requester_id bigint, billed bigint, collected bigint, scheduled bigint, in_flight bigint, scheduled_total bigint)
language sql stable security definer set search_path = '' as $$
  select x.requester_id, sum(x.billed)::bigint, sum(x.collected)::bigint, sum(x.scheduled)::bigint, sum(x.in_flight)::bigint, sum(x.scheduled_total)::bigint
  from (
    select s.requester_id, sum(s.total) as billed, 0 as collected,
      coalesce(sum(s.total + s.outstanding_before) filter (where s.debit_on >= private.today() and b.id is null), 0) as scheduled, 0 as in_flight,
      coalesce(sum(s.total) filter (where s.debit_on >= private.today() and b.id is null), 0) as scheduled_total
    from public.statements s
    left join public.debit_batches b on b.debit_on = s.debit_on and b.debit_cycle = s.debit_cycle and b.status <> 'cancelled'
    where s.status <> 'cancelled' and s.collection = 'head_office' and (p_requester_id is null or s.requester_id = p_requester_id)
    group by 1
    union all
    select d.requester_id, 0, coalesce(sum(d.amount) filter (where d.state = 'collected'), 0), 0, coalesce(sum(d.amount) filter (where d.state = 'sent'), 0), 0
    from public.debit_results d
    where d.state in ('sent', 'collected') and (p_requester_id is null or d.requester_id = p_requester_id)
    group by 1
    union all
    select r.requester_id, 0, sum(r.amount), 0, 0, 0 from public.receipts r
    where r.cancelled_at is null and r.method = 'transfer' and (p_requester_id is null or r.requester_id = p_requester_id)
    group by 1
  ) x group by 1
$$;
comment on function private.debit_positions(bigint) is 'Definer: closing and debit files read all, whoever calls.';

-- What an open 振込依頼書 still waits for: its amount less what was transferred since. It stays out of the files.
create function private.held_amounts() returns table (requester_id bigint, amount bigint)
language sql stable security definer set search_path = '' as $$
  select f.requester_id, greatest(f.amount - coalesce(sum(r.amount), 0), 0)
  from public.debit_followups f
  left join public.receipts r on r.requester_id = f.requester_id and r.method = 'transfer' and r.cancelled_at is null and r.created_at >= f.created_at
  where f.kind = 'transfer_request' and f.closed_at is null
  group by f.id
$$;
comment on function private.held_amounts() is 'Definer: debit files read all, whoever calls.';

-- Whether the file of a debit day stands: whom it leaves out is not debited that day.
create function private.has_debit_batch(p_debit_on date, p_cycle int) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.debit_batches b where b.debit_on = p_debit_on and b.debit_cycle = p_cycle and b.status <> 'cancelled')
$$;
comment on function private.has_debit_batch(date, int) is 'Definer: garages may not list debit_batches.';
grant execute on function private.has_debit_batch(date, int) to authenticated;

-- Whether what a company owed up to a month has come in: money pays the oldest statement first, each way of collecting apart (P-27).
create function private.is_collected(p_requester_id bigint, p_month date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.statements x
    where x.requester_id = p_requester_id and x.month = p_month and x.status <> 'cancelled'
      and (select sum(s.total) from public.statements s
        where s.requester_id = p_requester_id and s.month <= p_month and s.status <> 'cancelled' and s.collection = x.collection)
      <= (select coalesce(sum(d.amount), 0) from public.debit_results d
          where d.requester_id = p_requester_id and d.state = 'collected' and x.collection = 'head_office')
        + (select coalesce(sum(r.amount), 0) from public.receipts r
          where r.requester_id = p_requester_id and r.cancelled_at is null and (r.method = 'branch') = (x.collection = 'branch')))
$$;
comment on function private.is_collected(bigint, date) is 'Definer: states of advances depend on it for readers who may not list what came in.';
grant execute on function private.is_collected(bigint, date) to authenticated;
