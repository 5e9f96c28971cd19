-- 立替金元帳: what head office has advanced and not billed yet, what it has billed and not collected yet, and the proof that
-- neither loses a yen (domain §4.4). Both are read from the rows themselves; nothing is booked twice.

-- An advance with the months of its life, own yen. Months settled elsewhere before the first closing are outside the book.
create function private.book_advances() returns table (fee_kind text, requester_id bigint, home_branch_id bigint, amount int,
  advanced date, billed date, written_off date)
language sql stable security definer set search_path = '' as $$
  select a.fee_kind, a.requester_id, a.home_branch_id, a.amount, date_trunc('month', a.advanced_on::timestamp)::date,
    case when a.billing_month <= c.last then a.billing_month end, date_trunc('month', a.written_off_at at time zone 'Asia/Tokyo')::date
  from public.advance_ledger a cross join (select private.first_closed_month() as first, private.last_closed_month() as last offset 0) c
  where a.advanced_on >= coalesce(c.first, '-infinity') or a.billing_month >= c.first
$$;
comment on function private.book_advances() is 'Definer: the book reads all, whoever calls.';

-- One month of the book by payee, company and its branch: opening + advanced − billed − written_off = closing. closing counts
-- the advances that stand open at the end of the month, apart from the movements. difference: theirs less ours of what was billed.
create function private.advance_book(p_month date) returns table (payee text, requester_id bigint, home_branch_id bigint,
  opening bigint, advanced bigint, billed bigint, written_off bigint, closing bigint)
language sql stable security definer set search_path = '' as $$
  select private.payee_of(x.fee_kind), x.requester_id, x.home_branch_id, sum(x.opening), sum(x.advanced), sum(x.billed), sum(x.written_off), sum(x.closing)
  from (
    select b.fee_kind, b.requester_id, b.home_branch_id,
      coalesce(sum(b.amount) filter (where b.advanced < p_month), 0) - coalesce(sum(b.amount) filter (where b.billed < p_month), 0)
        - coalesce(sum(b.amount) filter (where b.written_off < p_month), 0) as opening,
      coalesce(sum(b.amount) filter (where b.advanced = p_month), 0) as advanced,
      coalesce(sum(b.amount) filter (where b.billed = p_month), 0) as billed,
      coalesce(sum(b.amount) filter (where b.written_off = p_month), 0) as written_off,
      coalesce(sum(b.amount) filter (where b.advanced <= p_month and coalesce(least(b.billed, b.written_off) > p_month, true)), 0)
        - coalesce(sum(b.amount) filter (where b.advanced > p_month and least(b.billed, b.written_off) <= p_month), 0) as closing
    from private.book_advances() b
    group by 1, 2, 3
  ) x
  group by 1, 2, 3
$$;
comment on function private.advance_book(date) is 'Definer: the book reads all, whoever calls.';

-- What a company owes at the end of a day, part by part: money that came pays the oldest statement first, in it 軽検協, 機構, the
-- rest. The parts of a company add up to its balance; what it paid too much is the part credit, negative.
create function private.receivables(p_as_of date, p_month date) returns table (requester_id bigint, home_branch_id bigint, month date, due_on date, payee text, amount bigint)
language sql stable security definer set search_path = '' as $$
  with part as (
    select s.requester_id, s.collection, s.month, s.debit_cycle, v.place, v.payee, v.amount,
      sum(v.amount) over (partition by s.requester_id, s.collection order by s.month, v.place) as billed
    from public.statements s
    cross join lateral (values (1, 'keikenkyo', s.kei_fee_amount), (2, 'kikou', s.tech_fee_amount),
      (3, 'other', s.total - s.kei_fee_amount - s.tech_fee_amount)) v (place, payee, amount)
    where s.status <> 'cancelled' and s.month <= p_month
  ), money as (
    select x.requester_id, x.collection, sum(x.amount) as amount
    from (
      select d.requester_id, 'head_office' as collection, d.amount from public.debit_results d where d.state = 'collected' and d.debit_on <= p_as_of
      union all
      select r.requester_id, case r.method when 'branch' then 'branch' else 'head_office' end, r.amount from public.receipts r where r.cancelled_at is null and r.received_on <= p_as_of
    ) x group by 1, 2
  ), due as materialized (
    select m.month, c as debit_cycle, private.debit_day(m.month, c) as due_on from (select distinct p.month from part p) m cross join unnest(array[6, 27]) c
  ), owed as (
    select p.requester_id, p.month, d.due_on, p.payee,
      greatest(p.billed - coalesce(m.amount, 0), 0) - greatest(p.billed - p.amount - coalesce(m.amount, 0), 0) as amount
    from part p
    left join money m using (requester_id, collection)
    join due d on d.month = p.month and d.debit_cycle = p.debit_cycle
    union all
    select requester_id, null, null, 'credit', -greatest(coalesce(m.amount, 0) - greatest(coalesce(b.billed, 0), 0), 0) + least(coalesce(b.billed, 0), 0)
    from money m full join (select p.requester_id, p.collection, sum(p.amount) as billed from part p group by 1, 2) b using (requester_id, collection)
  )
  select o.requester_id, r.branch_id, o.month, o.due_on, o.payee, o.amount::bigint
  from owed o join public.requesters r on r.id = o.requester_id where o.amount <> 0
$$;
comment on function private.receivables(date, date) is 'Definer: the book reads all, whoever calls.';

-- Every yen that is missing or too much; no row when the books are right. Run it at any time.
create function private.book_faults() returns table (fault text, month date, payee text, requester_id bigint, expected bigint, found bigint)
language sql stable security definer set search_path = '' as $$
  with closed as (
    select b.month from public.billing_months b where b.status <> 'open'
  ), balance as (
    -- an advance that leaves the book twice unbalances every month from then on, so the running one tells of all
    select m.month, x.* from (select private.month_of(private.today()) as month) m cross join lateral private.advance_book(m.month) x
  ), billed as (
    select l.billing_month as month, l.payee, l.requester_id, sum(l.amount) as amount
    from public.payee_lines l where l.billing_month in (select c.month from closed c) group by 1, 2, 3
    union all
    select a.billing_month, private.payee_of(a.fee_kind), a.requester_id, sum(a.amount)
    from public.advance_ledger a where a.matched_line_id is null and a.billing_month in (select c.month from closed c) group by 1, 2, 3
  ), stated as (
    select s.month, case l.kind when 'kei_fee' then 'keikenkyo' else 'kikou' end as payee, s.requester_id, sum(l.amount) as amount
    from public.statements s join public.statement_lines l on l.statement_id = s.id
    where s.status <> 'cancelled' and l.kind in ('kei_fee', 'tech_fee') group by 1, 2, 3
    union all
    select d.source_month, case when d.label like '軽OSS検査手数料%' then 'keikenkyo' else 'kikou' end, d.requester_id, sum(d.amount)
    from public.adjustments d where d.kind = 'payee_difference' group by 1, 2, 3
  ), tied as (
    select month, payee, requester_id, sum(b) as billed, sum(s) as stated
    from (select month, payee, requester_id, amount as b, 0 as s from billed union all select month, payee, requester_id, 0, amount from stated) x group by 1, 2, 3
  )
  select 'balance', b.month, b.payee, b.requester_id, b.opening + b.advanced - b.billed - b.written_off, b.closing
  from balance b where b.opening + b.advanced - b.billed - b.written_off <> b.closing
  union all
  select 'statement', t.month, t.payee, t.requester_id, t.billed, t.stated from tied t where t.billed <> t.stated
  union all
  select 'receivable', null, null, requester_id, coalesce(p.balance, 0), coalesce(r.amount, 0)
  from (
    select x.requester_id, sum(x.amount) as balance
    from (
      select s.requester_id, s.total as amount from public.statements s where s.status <> 'cancelled'
      union all select d.requester_id, -d.amount from public.debit_results d where d.state = 'collected'
      union all select c.requester_id, -c.amount from public.receipts c where c.cancelled_at is null
    ) x group by 1
  ) p
  full join (select v.requester_id, sum(v.amount) as amount from private.receivables('infinity', 'infinity') v group by 1) r using (requester_id)
  where coalesce(p.balance, 0) <> coalesce(r.amount, 0)
$$;
comment on function private.book_faults() is 'Definer: the book reads all, whoever calls.';

-- See public.advance_book.
create function private.read_advance_book(p_month date, p_group text) returns jsonb
language plpgsql stable security definer set search_path = '' set work_mem = '64MB' as $$
declare
  v_branch bigint := private.my_branch();
  v_end date := (p_month + interval '1 month' - interval '1 day')::date;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() and v_branch is null then
    perform private.refuse(403, 'not_allowed');
  elsif p_month is distinct from private.month_of(p_month) or coalesce(p_group not in ('payee', 'branch', 'company'), true) then
    perform private.refuse(400, 'invalid_value');
  end if;
  return (
    with named as (
      select r.id, case p_group when 'branch' then b.code when 'company' then r.code end as code, case p_group when 'branch' then b.name when 'company' then r.name end as name
      from public.requesters r join public.branches b on b.id = r.branch_id where v_branch is null or r.branch_id = v_branch
    ), book as (
      select x.payee, n.code, n.name, sum(x.opening) as opening, sum(x.advanced) as advanced, sum(x.billed) as billed, sum(x.written_off) as written_off, sum(x.closing) as closing
      from private.advance_book(p_month) x join named n on n.id = x.requester_id group by 1, 2, 3
    ), owed as (
      select x.payee, n.code, n.name, sum(x.opening) as opening, sum(x.billed) as billed, sum(x.opening) + sum(x.billed) - sum(x.closing) as collected, sum(x.closing) as closing
      from (
        select v.requester_id, v.payee, v.amount as opening, 0 as billed, 0 as closing from private.receivables(p_month - 1, (p_month - interval '1 month')::date) v
        union all select v.requester_id, v.payee, 0, 0, v.amount from private.receivables(v_end, p_month) v
        union all
        select s.requester_id, p.payee, 0, p.amount, 0 from public.statements s
        cross join lateral (values ('keikenkyo', s.kei_fee_amount), ('kikou', s.tech_fee_amount), ('other', s.total - s.kei_fee_amount - s.tech_fee_amount)) p (payee, amount)
        where s.month = p_month and s.status <> 'cancelled'
      ) x join named n on n.id = x.requester_id group by 1, 2, 3
    ), aged as (
      select n.code, n.name, sum(v.amount) as total,
        coalesce(sum(v.amount) filter (where v.due_on >= private.today()), 0) as not_due,
        coalesce(sum(v.amount) filter (where v.due_on between private.today() - 30 and private.today() - 1), 0) as days_30,
        coalesce(sum(v.amount) filter (where v.due_on between private.today() - 60 and private.today() - 31), 0) as days_60,
        coalesce(sum(v.amount) filter (where v.due_on between private.today() - 90 and private.today() - 61), 0) as days_90,
        coalesce(sum(v.amount) filter (where v.due_on < private.today() - 90), 0) as older,
        coalesce(sum(v.amount) filter (where v.due_on is null), 0) as credit
      from private.receivables(private.today(), private.month_of(private.today())) v join named n on n.id = v.requester_id group by 1, 2
    )
    select jsonb_build_object('month', p_month,
      'book', (select coalesce(jsonb_agg(to_jsonb(b) order by b.code, b.payee), '[]') from book b
        where (b.opening, b.advanced, b.billed, b.written_off, b.closing) is distinct from (0::numeric, 0::numeric, 0::numeric, 0::numeric, 0::numeric)),
      'receivables', (select coalesce(jsonb_agg(to_jsonb(o) order by o.code, o.payee), '[]') from owed o where (o.opening, o.billed, o.closing) is distinct from (0::numeric, 0::numeric, 0::numeric)),
      'ageing', (select coalesce(jsonb_agg(to_jsonb(a) order by a.code), '[]') from aged a where a.total <> 0 or a.credit <> 0),
      'faults', case when v_branch is null then (select count(*) from private.book_faults()) end));
end $$;
comment on function private.read_advance_book(date, text) is 'Definer: the book reads all; it judges the caller and keeps a branch to its own companies.';
create function public.advance_book(p_month date, p_group text default 'payee') returns jsonb
language sql stable set search_path = '' as $$ select private.read_advance_book(p_month, p_group) $$;
comment on function public.advance_book(date, text) is
  '立替金元帳 of a month by payee, branch or company, yen: { book: opening + advanced − billed − written_off = closing; receivables: opening + billed −
collected = closing, by payee, other and credit; ageing as of today by due day; faults: yen that do not add up, for head office }. A branch reads its companies.';
grant execute on function private.read_advance_book(date, text), public.advance_book(date, text) to authenticated;
alter function public.advance_book(date, text) set statement_timeout = '60s';
