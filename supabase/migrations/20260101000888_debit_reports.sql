-- 引落予定明細 and 振替結果 as reports (D-32, domain §4.6), and the notice of the day before a company's account is drawn.

-- Statements of months, each with its lines and the account that is debited (masked; null for who may not know it, D-29), branch by branch.
-- p_debit_cycle: those billed in it alone. p_page_size: at most so many, after the key p_after that the page before named in `next`.
create function public.report_debit_statements(p_from date, p_to date, p_requester_id bigint default null, p_branch_id bigint default null,
  p_debit_cycle int default null, p_max_rows int default 500, p_page_size int default null, p_after jsonb default null) returns jsonb
language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) end;
  v_from date := private.month_of(p_from);
  v_to date := private.month_of(p_to);
  v_count int;
  v_rows jsonb;
  v_last jsonb;
begin
  perform private.require_report_reader(null);
  if p_after is null then
    select count(*) into v_count from (
      select from public.statements s
      where s.month between v_from and v_to and s.status <> 'cancelled'
        and (v_requester is null or s.requester_id = v_requester) and (v_branch is null or s.home_branch_id = v_branch) and (p_debit_cycle is null or s.debit_cycle = p_debit_cycle)
      limit p_max_rows + 1) x;
    if v_count > p_max_rows then
      perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
    end if;
  end if;

  with s as materialized (
    select s.*, b.code as branch_code, b.name as branch_name
    from public.statements s join public.branches b on b.id = s.home_branch_id
    where s.month between v_from and v_to and s.status <> 'cancelled'
      and (v_requester is null or s.requester_id = v_requester) and (v_branch is null or s.home_branch_id = v_branch) and (p_debit_cycle is null or s.debit_cycle = p_debit_cycle)
      and (p_after is null or (s.month, b.code, s.number) > ((p_after ->> 'month')::date, p_after ->> 'branch_code', p_after ->> 'number'))
    order by s.month, b.code, s.number
    limit p_page_size
  )
  select jsonb_agg(to_jsonb(s) - '{id,requester_id,home_branch_id,closed_at,closed_by,cancelled_at,cancelled_by,cancel_reason}'::text[] || jsonb_build_object(
      'code', coalesce(s.addressee ->> 'code', r.code), 'name', coalesce(s.addressee ->> 'name', r.mailing_name, r.name), 'issued_on', private.jst_day(coalesce(s.published_at, s.closed_at)),
      'account', (select jsonb_build_object('bank_name', a.bank_name, 'branch_name', a.branch_name, 'masked_number', a.masked_number)
        from public.debit_accounts a where a.requester_id = s.requester_id and a.valid_from <= coalesce(s.debit_on, private.today()) order by a.valid_from desc limit 1),
      'lines', (select jsonb_agg(to_jsonb(l) - '{id,statement_id}'::text[] order by l.line_no) from public.statement_lines l where l.statement_id = s.id))
      order by s.month, s.branch_code, s.number),
    (select jsonb_build_object('month', l.month, 'branch_code', l.branch_code, 'number', l.number) from s l
      order by l.month, l.branch_code, l.number offset p_page_size - 1 limit case when p_page_size is null then 0 else 1 end)
  into v_rows, v_last
  from s join public.requesters r on r.id = s.requester_id;

  return jsonb_build_object('heading', private.report_heading(v_requester, v_branch), 'from', v_from, 'to', v_to,
    'row_count', v_count, 'next', v_last, 'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_debit_statements(date, date, bigint, bigint, int, int, int, jsonb) is
  '引落予定明細 of months within the caller''s scope, with lines: { heading, from, to, row_count (of all pages, on the first), rows, next }. 413 too_many_rows.';
alter function public.report_debit_statements(date, date, bigint, bigint, int, int, int, jsonb) set statement_timeout = '60s';

-- 振替結果 of the debit days in a period.
create function public.report_debit_results(p_from date, p_to date, p_requester_id bigint default null, p_branch_id bigint default null, p_max_rows int default 5000) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_requester bigint := coalesce(p_requester_id, private.my_company());
  v_branch bigint := case when v_requester is null then coalesce(p_branch_id, private.my_branch()) end;
  v_rows jsonb;
begin
  perform private.require_report_reader(null);
  select jsonb_agg(to_jsonb(x) order by x.debit_on, x.code) into v_rows from (
    select d.debit_on, d.debit_cycle, r.code, r.name, b.code as branch_code, b.name as branch_name, d.month_amount, d.outstanding_amount, d.amount, d.state, d.result_code,
      case when d.state = 'collected' then d.amount end as collected_amount, case when d.state = 'failed' then d.amount end as failed_amount
    from public.debit_results d
    join public.requesters r on r.id = d.requester_id
    join public.branches b on b.id = d.home_branch_id
    where d.debit_on between p_from and p_to and d.state <> 'cancelled' and (v_requester is null or d.requester_id = v_requester) and (v_branch is null or d.home_branch_id = v_branch)
    limit p_max_rows + 1
  ) x;
  if jsonb_array_length(v_rows) > p_max_rows then
    perform private.refuse(413, 'too_many_rows', jsonb_build_object('limit', p_max_rows));
  end if;
  return jsonb_build_object('heading', private.report_heading(v_requester, v_branch), 'from', p_from, 'to', p_to, 'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.report_debit_results(date, date, bigint, bigint, int) is '振替結果 of debit days within the caller''s scope: { heading, from, to, rows }. 413 too_many_rows.';
grant execute on function public.report_debit_statements(date, date, bigint, bigint, int, int, int, jsonb), public.report_debit_results(date, date, bigint, bigint, int) to authenticated;

-- 『明日 14件 約286,400円』 to every company with a confirmed address, on the last business day before; once a day of drawing.
create function private.queue_debit_notices() returns int
language plpgsql security definer set search_path = '' as $$
begin
  return (
    select count(private.queue_mail('debit_notice', format('debit_notice:%s:%s', n.requester_id, n.day), n.requester_id, a.address,
      jsonb_build_object('debit_on', n.day, 'count', n.fee_count + (n.debit_amount > 0)::int, 'amount', n.fee_amount + n.debit_amount)))::int
    from private.draw_notices() n
    cross join lateral (select private.confirmed_address(n.requester_id) as address) a
    where a.address is not null and n.fee_amount + n.debit_amount > 0 and private.is_business_day(private.today()));
end $$;
comment on function private.queue_debit_notices() is 'Definer: run by the clock.';
insert into private.schedules (name, cron, statement) values ('debit-notices', '0 17 * * *', 'select private.queue_debit_notices()');
