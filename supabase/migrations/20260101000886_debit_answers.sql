-- What the page 口座振替 shows: debit days, one day, balances, 支部徴収. Head office reads all; account numbers stay masked (D-29).

create function private.require_hq() returns void
language plpgsql stable set search_path = '' as $$
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() then
    perform private.refuse(403, 'not_allowed');
  end if;
end $$;

-- Debit days of the last p_months closed months and of those not closed yet, newest first: what is asked for, by when, and
-- how far it is. state: not_closed, open (作成前), made (作成済), waiting (結果待ち, the day has come), settled (結果反映済).
create function private.debit_calendar(p_months int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_hq();
  return (
    with month as (
      select g::date as month from generate_series((private.month_of(private.today()) - make_interval(months => p_months))::timestamp, private.month_of(private.today()), interval '1 month') g
    ), day as (
      select s.debit_on, s.debit_cycle, max(s.month) as month, sum(private.debit_amount(s)) as amount, count(*) as statements, bool_and(s.status = 'published') as published
      from public.statements s
      where s.debit_on is not null and s.status <> 'cancelled' and s.month >= (select min(m.month) from month m)
      group by 1, 2
      union all
      select private.debit_day(m.month, c), c, m.month, null, null, false
      from month m cross join unnest(array[6, 27]) c
      where coalesce((select b.status from public.billing_months b where b.month = m.month), 'open') = 'open' and private.debit_day(m.month, c) >= private.today()
    )
    select coalesce(jsonb_agg(jsonb_build_object('debit_on', d.debit_on, 'debit_cycle', d.debit_cycle, 'month', d.month, 'published', d.published,
      'deadline', private.debit_deadline(d.debit_on, d.debit_cycle), 'result_on', private.debit_result_day(d.debit_on, d.debit_cycle),
      'statements', d.statements, 'billed', d.amount, 'batch_id', b.id, 'record_count', b.record_count, 'amount', b.amount,
      'collected_count', b.collected_count, 'collected_amount', b.collected_amount, 'failed_count', b.failed_count, 'failed_amount', b.failed_amount,
      'made_at', b.made_at, 'settled_at', b.settled_at,
      'state', case when d.statements is null then 'not_closed' when b.id is null then 'open' when b.status = 'settled' then 'settled'
        when d.debit_on <= private.today() then 'waiting' else 'made' end) order by d.debit_on desc), '[]')
    from day d
    left join public.debit_batches b on b.debit_on = d.debit_on and b.debit_cycle = d.debit_cycle and b.status <> 'cancelled'
  );
end $$;
comment on function private.debit_calendar(int) is 'Definer: one pass over all statements; it judges the caller.';
create function public.debit_calendar(p_months int default 6) returns jsonb
language sql stable set search_path = '' as $$ select private.debit_calendar(p_months) $$;
comment on function public.debit_calendar(int) is 'Debit days, newest first, with data deadline, result day, amounts and state: not_closed, open, made, waiting, settled. Head office.';

-- One debit day: before its file is made what would stand in it, after it what stood and what came of it. At most 1,000 rows
-- of each kind; totals count all.
create function private.debit_day_detail(p_debit_on date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_cycle int;
  v_batch public.debit_batches;
begin
  perform private.require_hq();
  v_cycle := private.debit_cycle_of(p_debit_on);
  if v_cycle is null then
    perform private.refuse(404, 'no_debit_day', jsonb_build_object('debit_on', p_debit_on));
  end if;
  select * into v_batch from public.debit_batches b where b.debit_on = p_debit_on and b.debit_cycle = v_cycle and b.status <> 'cancelled';
  return (
    with line as materialized (
      select c.requester_id, c.code, c.name, c.month_amount, c.outstanding_amount, c.month_amount + c.outstanding_amount as amount, c.outcome as state, null::text as result_code, c.published, c.account_id
      from private.debit_candidates(p_debit_on, v_cycle) c where v_batch.id is null
      union all
      select d.requester_id, r.code, r.name, d.month_amount, d.outstanding_amount, d.amount, d.state, d.result_code, true, null
      from public.debit_results d join public.requesters r on r.id = d.requester_id where d.batch_id = v_batch.id
    ), ranked as (
      select l.*, row_number() over (partition by l.state order by l.code) as place from line l
    ), shown as (
      select k.*, a.bank_name, a.branch_name, a.masked_number
      from ranked k
      left join lateral (
        select a.* from public.debit_accounts a where a.requester_id = k.requester_id and a.valid_from <= private.today() order by a.valid_from desc limit 1
      ) a on true
      where k.place <= 1000
    )
    select jsonb_build_object('debit_on', p_debit_on, 'debit_cycle', v_cycle, 'month', private.debit_month(p_debit_on, v_cycle),
      'deadline', private.debit_deadline(p_debit_on, v_cycle), 'result_on', private.debit_result_day(p_debit_on, v_cycle),
      'batch', case when v_batch.id is not null then to_jsonb(v_batch) end, 'consignor_missing', private.setting('debit_consignor') ->> 'code' = '0000000000',
      'unpublished', (select count(*) from line l where not l.published),
      'faults', case when v_batch.id is null then private.kana_faults(p_debit_on, v_cycle) else '[]' end,
      'totals', (select coalesce(jsonb_object_agg(t.state, jsonb_build_object('count', t.count, 'amount', t.amount)), '{}')
        from (select l.state, count(*) as count, sum(l.amount) as amount from line l group by 1) t),
      'rows', (select coalesce(jsonb_agg(to_jsonb(s) - '{place,account_id,published}'::text[] order by s.code), '[]') from shown s))
  );
end $$;
comment on function private.debit_day_detail(date) is 'Definer: the preview reads all companies; it judges the caller and shows masked accounts only.';
create function public.debit_day_detail(p_debit_on date) returns jsonb
language sql stable set search_path = '' as $$ select private.debit_day_detail(p_debit_on) $$;
comment on function public.debit_day_detail(date) is 'One debit day: batch, totals by state (sent, collected, failed, no_account, account_query), rows, letters no bank takes. Head office. 404 no_debit_day.';

-- Balances that are not zero, by company, largest debt first: { total, rows }. Head office all, a branch its companies.
-- p_what: owing (残高), failed (something left after a failure), no_account (口座登録中), branch (支部徴収).
create function private.debit_balances(p_what text, p_limit int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_branch bigint := private.my_branch();
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() and v_branch is null then
    perform private.refuse(403, 'not_allowed');
  end if;
  return (
    with position as (
      select p.requester_id, p.billed, p.collected, p.scheduled, p.in_flight from private.debit_positions() p where p_what <> 'branch'
      union all
      select x.requester_id, sum(x.billed)::bigint, sum(x.collected)::bigint, 0, 0 from (
        select s.requester_id, s.total as billed, 0 as collected from public.statements s where s.collection = 'branch' and s.status <> 'cancelled'
        union all
        select c.requester_id, 0, c.amount from public.receipts c where c.method = 'branch' and c.cancelled_at is null
      ) x where p_what = 'branch' group by 1
    ), owing as materialized (
      select p.*, p.billed - p.collected as balance, p.billed - p.collected - p.scheduled - p.in_flight as outstanding, r.code, r.name, r.debit_cycle, b.code as branch_code, b.name as branch_name,
        l.state as last_state, l.result_code as last_code, l.debit_on as last_on
      from position p
      join public.requesters r on r.id = p.requester_id
      join public.branches b on b.id = r.branch_id
      left join lateral (
        select d.state, d.result_code, d.debit_on from public.debit_results d
        where d.requester_id = p.requester_id and d.state in ('collected', 'failed') order by d.debit_on desc, d.id desc limit 1
      ) l on p_what in ('owing', 'failed')
      where p.billed <> p.collected and (v_branch is null or r.branch_id = v_branch)
        and (p_what <> 'no_account' or not exists (select from public.debit_accounts a where a.requester_id = r.id and a.valid_from <= private.today()))
    ), chosen as (
      select o.* from owing o where p_what <> 'failed' or (o.outstanding > 0 and (o.last_state = 'failed'
        or exists (select from public.debit_followups f where f.requester_id = o.requester_id and f.closed_at is null)))
    ), listed as (
      select c.*, (select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'amount', f.amount, 'issued_on', f.issued_on, 'due_on', f.due_on) order by f.kind)
        from public.debit_followups f where f.requester_id = c.requester_id and f.closed_at is null) as followups
      from chosen c order by c.balance desc, c.code limit least(p_limit, 1000)
    )
    select jsonb_build_object('count', (select count(*) from chosen), 'balance', (select coalesce(sum(c.balance), 0) from chosen c),
      'billed', (select coalesce(sum(c.billed), 0) from chosen c), 'collected', (select coalesce(sum(c.collected), 0) from chosen c),
      'rows', (select coalesce(jsonb_agg(to_jsonb(l) order by l.balance desc, l.code), '[]') from listed l))
  );
end $$;
comment on function private.debit_balances(text, int) is 'Definer: one pass over all statements; it judges the caller and keeps to his branch.';
create function public.debit_balances(p_what text default 'owing', p_limit int default 500) returns jsonb
language sql stable set search_path = '' as $$ select private.debit_balances(p_what, p_limit) $$;
comment on function public.debit_balances(text, int) is
  'Balances (billed − collected, whole yen) that are not zero: owing, failed (with 再振替, 振込依頼書, 口座確認), no_account 口座登録中, branch 支部徴収. Head office all, branches their companies.';

-- 支部徴収: what a branch collects for a month, company by company: what older months had left, the month's total, and what
-- came in since it was over.
create function private.branch_collection(p_month date, p_branch_id bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('statement_id', s.id, 'number', s.number, 'requester_id', r.id, 'code', r.code, 'name', r.name, 'branch_code', b.code, 'branch_name', b.name,
    'total', s.total, 'outstanding_before', x.before, 'received', x.received, 'balance', x.before + s.total - x.received) order by b.code, r.code), '[]')
  from public.statements s
  join public.requesters r on r.id = s.requester_id
  join public.branches b on b.id = s.home_branch_id
  cross join lateral (
    select coalesce((select sum(o.total) from public.statements o where o.requester_id = s.requester_id and o.collection = 'branch' and o.status <> 'cancelled' and o.month < s.month), 0)
        - coalesce(sum(c.amount) filter (where c.received_on < s.month + interval '1 month'), 0) as before,
      coalesce(sum(c.amount) filter (where c.received_on >= s.month + interval '1 month'), 0) as received
    from public.receipts c where c.requester_id = s.requester_id and c.method = 'branch' and c.cancelled_at is null
  ) x
  where s.month = p_month and s.collection = 'branch' and s.status <> 'cancelled'
    and ((select private.is_hq()) or s.home_branch_id = (select private.my_branch()))
    and (p_branch_id is null or s.home_branch_id = p_branch_id)
$$;
comment on function private.branch_collection(date, bigint) is 'Definer: sums receipts and older statements; keeps to what the caller may read.';
create function public.branch_collection(p_month date, p_branch_id bigint default null) returns jsonb
language sql stable set search_path = '' as $$ select private.branch_collection(p_month, p_branch_id) $$;
comment on function public.branch_collection(date, bigint) is '支部徴収 list of a month, whole yen; a branch reads its own.';

grant execute on function private.require_hq(), private.debit_calendar(int), public.debit_calendar(int), private.debit_day_detail(date), public.debit_day_detail(date),
  private.debit_balances(text, int), public.debit_balances(text, int), private.branch_collection(date, bigint), public.branch_collection(date, bigint) to authenticated;
