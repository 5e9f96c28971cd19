-- Who owes what: billed − collected, always, and how much of it is on its way to the bank already (D-28).

-- Of what head office debits, whole yen by company: billed (total of every live statement), collected (振替済 and transfers),
-- scheduled (will go with a file not made yet, what it prints as 前月以前の繰越 included), in_flight (in a file without its
-- result). What is left of billed − collected is outstanding. p_requester_id null: all companies.
create function private.debit_positions(p_requester_id bigint default null)
returns table (requester_id bigint, billed bigint, collected bigint, scheduled bigint, in_flight bigint)
language sql stable security definer set search_path = '' as $$
  select x.requester_id, sum(x.billed)::bigint, sum(x.collected)::bigint, sum(x.scheduled)::bigint, sum(x.in_flight)::bigint
  from (
    select s.requester_id, sum(s.total) as billed, 0 as collected,
      coalesce(sum(s.total + s.outstanding_before) filter (where s.debit_on is not null and b.id is null), 0) as scheduled, 0 as in_flight
    from public.statements s
    left join public.debit_batches b on b.debit_on = s.debit_on and b.debit_cycle = s.debit_cycle and b.status <> 'cancelled'
    where s.status <> 'cancelled' and s.collection = 'head_office' and (p_requester_id is null or s.requester_id = p_requester_id)
    group by 1
    union all
    select d.requester_id, 0, coalesce(sum(d.amount) filter (where d.state = 'collected'), 0), 0, coalesce(sum(d.amount) filter (where d.state = 'sent'), 0)
    from public.debit_results d
    where d.state in ('sent', 'collected') and (p_requester_id is null or d.requester_id = p_requester_id)
    group by 1
    union all
    select r.requester_id, 0, sum(r.amount), 0, 0 from public.receipts r
    where r.cancelled_at is null and r.method = 'transfer' and (p_requester_id is null or r.requester_id = p_requester_id)
    group by 1
  ) x group by 1
$$;
comment on function private.debit_positions(bigint) is 'Definer: closing and debit files read all, whoever calls.';
