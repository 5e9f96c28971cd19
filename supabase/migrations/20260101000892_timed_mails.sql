-- The mails that come by the clock (domain §5.7): 明細 at dawn of the day after completions, 立替実績 on the 1st, 登録完了 when it is.
-- Each day's or month's run is one transaction with its own mark: a second firing finds the mark, a crash leaves none of it,
-- and a morning that was missed is made up for when the clock fires next.

create table private.mail_runs (
  kind text not null,
  day date not null,
  run_at timestamptz not null default private.now(),
  primary key (kind, day)
);
comment on table private.mail_runs is 'JST days on which 明細 mails, and months for which 立替実績 mails, were put into the outbox.';

create table private.mailed_completions (
  application_id bigint primary key references public.applications on delete cascade,
  mailed_on date not null default private.today()
);
comment on table private.mailed_completions is 'Cases that a 明細 mail has told of: none is told of twice, and a late one is told of as 追加.';

-- From this time of the day on mails of the night go out (JST).
create function private.is_mail_dawn() returns boolean
language sql stable set search_path = '' as $$ select (private.now() at time zone 'Asia/Tokyo')::time >= time '05:00' $$;

-- Whether this run is still to be made; from now on it is ours, if the transaction commits.
create function private.begin_mail_run(p_kind text, p_day date) returns boolean
language plpgsql set search_path = '' as $$
begin
  insert into private.mail_runs (kind, day) values (p_kind, p_day) on conflict do nothing;
  return found;
end $$;

-- 明細: completions up to yesterday that no mail has told of. Late is what an earlier morning could not know.
create function private.queue_fee_details() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_today date := private.today();
  v_before date := (select max(m.day) from private.mail_runs m where m.kind = 'fee_details' and m.day < v_today);
  v_count int;
begin
  if not private.is_mail_dawn() or not private.begin_mail_run('fee_details', v_today) then
    return 0;
  end if;
  with due as materialized (
    select a.id, a.requester_id, a.procedure_completed_on as day
    from public.requesters r
    join public.applications a on a.requester_id = r.id
      and a.procedure_completed_on between greatest(r.mail_daily_since, v_today - 62) and v_today - 1
    where r.mail_daily_details and r.report_email_confirmed_at is not null and r.contract_status <> 'left'
      and not exists (select from private.mailed_completions m where m.application_id = a.id)
  ), told as (
    insert into private.mailed_completions (application_id) select d.id from due d
  ), days as (
    select d.requester_id, d.day, count(*) as count, d.day < v_before as late from due d group by 1, 2
  ), mails as (
    insert into public.mail_outbox (kind, key, requester_id, branch_id, to_address, facts)
    select 'fee_details', format('fee_details:%s:%s', r.id, v_today), r.id, r.branch_id, r.report_email,
      jsonb_build_object('count', sum(d.count), 'from', min(d.day), 'to', max(d.day),
        'days', jsonb_agg(jsonb_build_object('day', d.day, 'count', d.count, 'late', coalesce(d.late, false)) order by d.day desc))
    from days d join public.requesters r on r.id = d.requester_id
    group by r.id on conflict (key) do nothing returning 1
  )
  select count(*) into v_count from mails;
  return v_count;
end $$;
comment on function private.queue_fee_details() is 'Definer: run by the clock.';

-- 立替実績: what was advanced in the month before. A first week that was missed is not made up for.
create function private.queue_advance_reports() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_month date := (private.month_of(private.today()) - interval '1 month')::date;
  v_count int;
begin
  if private.today() >= private.month_of(private.today()) + 7 or not private.is_mail_dawn() or not private.begin_mail_run('advances', v_month) then
    return 0;
  end if;
  insert into public.mail_outbox (kind, key, requester_id, branch_id, to_address, facts)
  select 'advances', format('advances:%s:%s', r.id, v_month), r.id, r.branch_id, r.report_email,
    jsonb_build_object('month', v_month, 'count', l.count, 'amount', l.amount)
  from public.requesters r
  join (
    select l.requester_id, count(*) as count, sum(l.amount) as amount from public.advance_ledger l
    where l.advanced_on >= v_month and l.advanced_on < private.month_of(private.today()) and l.written_off_at is null group by 1
  ) l on l.requester_id = r.id
  where r.mail_monthly_advances and r.report_email_confirmed_at is not null and r.contract_status <> 'left'
  on conflict (key) do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function private.queue_advance_reports() is 'Definer: run by the clock.';

-- A company whose AINAS registration is done learns of it at the address it gave: the one on the form, else its report address.
create function private.on_requester_registered() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.queue_mail('ainas_registered', format('ainas_registered:%s', new.id), new.id, coalesce(new.ainas_email, new.report_email), '{}')
  where coalesce(new.ainas_email, new.report_email) is not null;
  return null;
end $$;
comment on function private.on_requester_registered() is 'Definer: nobody writes the outbox by hand.';
create trigger on_requesters_registered after update of onboarding_status on public.requesters for each row
  when (new.onboarding_status = 'registered' and old.onboarding_status is distinct from 'registered') execute function private.on_requester_registered();

-- What was sent is kept as long as lists reach back (D-34).
create function private.forget_mails() returns void
language sql security definer set search_path = '' as $$
  delete from public.mail_outbox m where m.created_at < private.now() - interval '20 months' and m.state in ('sent', 'failed', 'cancelled')
    and not exists (select from public.mail_outbox n where n.resent_from = m.id);
  delete from private.mailed_completions m where m.mailed_on < private.today() - 100;
$$;
comment on function private.forget_mails() is 'Definer: run by the clock.';

insert into private.schedules (name, cron, statement, function) values
  ('mails-of-the-night', '*/5 * * * *', 'select private.queue_fee_details(), private.queue_advance_reports()', null),
  ('forget-mails', '50 3 * * *', 'select private.forget_mails()', null),
  ('send-mail', '* * * * *', null, 'send-mail');
