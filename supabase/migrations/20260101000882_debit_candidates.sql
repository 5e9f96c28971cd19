-- Who is debited on a day, how much, and from which account: one query for the preview, the file and its checks (D-25, D-28).

-- The closed month whose statements fall on a debit day; null when none does.
create function private.debit_month(p_debit_on date, p_cycle int) returns date
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select max(s.month) from public.statements s where s.debit_on = p_debit_on and s.debit_cycle = p_cycle and s.status <> 'cancelled'),
    (select b.month from public.billing_months b
     where b.status <> 'open' and b.month >= (p_debit_on - interval '6 months')::date and private.debit_day(b.month, p_cycle) = p_debit_on order by b.month desc limit 1))
$$;
comment on function private.debit_month(date, int) is 'Definer: debit files read all, whoever calls.';
create index statements_debit_idx on public.statements (debit_on, debit_cycle) where debit_on is not null and status <> 'cancelled';

create type private.debit_candidate as (
  requester_id bigint, code text, name text, home_branch_id bigint, month_amount bigint, outstanding_amount bigint, account_id bigint, outcome text, published boolean
);

-- Companies that owe something on a debit day. outcome: sent, no_account (口座登録中), account_query (口座確認, until a newer
-- account is registered). A company without a bill that month is asked again for what older ones left; one whose bill is
-- not positive keeps it for the next.
create function private.debit_candidates(p_debit_on date, p_cycle int) returns setof private.debit_candidate
language sql stable security definer set search_path = '' as $$
  with billed as (
    select s.requester_id, sum(s.total) as total, sum(s.outstanding_before) as carried, bool_and(s.status = 'published') as published
    from public.statements s
    where s.debit_on = p_debit_on and s.debit_cycle = p_cycle and s.status <> 'cancelled' and s.collection = 'head_office'
    group by 1
  ), owing as (
    select p.requester_id, coalesce(b.total, 0) as month_amount, coalesce(b.published, true) as published,
      -- what is scheduled holds this day's bill; of a day that passed it is not, and a later bill may carry it over
      case when p_debit_on >= private.today() then p.billed - p.collected - p.scheduled - p.in_flight + coalesce(b.carried, 0)
        else p.billed - p.collected - p.scheduled_total - p.in_flight - coalesce(b.total, 0) end as outstanding,
      coalesce(h.amount, 0) as held
    from private.debit_positions() p
    left join billed b using (requester_id)
    left join private.held_amounts() h using (requester_id)
    where b.requester_id is not null
      or (p.billed - p.collected - p.scheduled - p.in_flight > 0 and not exists (
        select from public.statements s
        where s.requester_id = p.requester_id and s.month = private.debit_month(p_debit_on, p_cycle) and s.status <> 'cancelled'))
  )
  select r.id, r.code, r.name, r.branch_id, o.month_amount, o.outstanding - least(o.held, greatest(o.outstanding, 0)), a.id,
    case when a.id is null then 'no_account' when q.id is not null then 'account_query' else 'sent' end, o.published
  from owing o
  join public.requesters r on r.id = o.requester_id
  left join lateral (
    select d.id, d.updated_at, d.bank_code, d.branch_code, d.account_type from public.debit_accounts d where d.requester_id = r.id and d.valid_from <= private.today() order by d.valid_from desc limit 1
  ) a on true
  left join public.debit_followups q on q.requester_id = r.id and q.kind = 'account_query' and q.closed_at is null and a.updated_at <= q.created_at
    -- an account that was registered ahead and is valid by now answers the question as well
    and exists (select from public.debit_result_accounts k join public.debit_account_numbers n on n.account_id = a.id
      where k.result_id = q.result_id and (k.bank_code, k.branch_code, k.account_type, k.account_number) = (a.bank_code, a.branch_code, a.account_type, n.account_number))
  where o.month_amount + o.outstanding - least(o.held, greatest(o.outstanding, 0)) > 0
    and (o.month_amount <> 0 or (r.debit_cycle = p_cycle and r.collection = 'head_office'))
  order by r.code
$$;
comment on function private.debit_candidates(date, int) is 'Definer: debit files read all, whoever calls.';
