-- How 連絡カード reach people: one mail when sent, one with each reminder, and their place on 作業一覧. Without a mail address the
-- card waits in the app and can be printed.

-- One mail a company about its cards among p_ids, to its confirmed address; no plate and no name in it, the link asks for sign-in (D-35).
create function private.mail_cards(p_ids bigint[], p_reminder boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.queue_mail('contact_card', format('contact_card:%s:%s', c.first, c.reminders), c.requester_id, c.address, jsonb_build_object('count', c.count,
    'reminder', p_reminder, 'path', case c.count when 1 then format('/contact_cards/%s/show', c.first) else '/contact_cards' end))
  from (
    select k.requester_id, private.confirmed_address(k.requester_id) as address, min(k.id) as first, count(*) as count, sum(k.reminders) as reminders
    from public.contact_cards k where k.id = any (p_ids) group by k.requester_id
  ) c
  where c.address is not null;
end $$;
comment on function private.mail_cards(bigint[], boolean) is 'Definer: nobody writes the outbox by hand.';

-- Reminds of every card whose day has come without an answer: once a business day, five times at most.
create function private.remind_cards() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_ids bigint[];
begin
  if not private.is_business_day(private.today()) then
    return 0;
  end if;
  with reminded as (
    update public.contact_cards c set reminders = c.reminders + 1, reminded_at = private.now()
    where c.state = 'open' and c.due_on <= private.today() and c.reminders < 5 and private.jst_day(c.created_at) < private.today()
      and coalesce(private.jst_day(c.reminded_at) < private.today(), true)
    returning c.id
  )
  select array_agg(r.id order by r.id) into v_ids from reminded r;
  perform private.mail_cards(v_ids, true);
  return coalesce(cardinality(v_ids), 0);
end $$;
comment on function private.remind_cards() is 'Definer: run by the clock.';
insert into private.schedules (name, cron, statement) values ('card-reminders', '30 8 * * *', 'select private.remind_cards()');

-- The card of each case that waits for somebody: answered first, then the one longest open.
create function private.work_cards(p_ids bigint[]) returns table (application_id bigint, card jsonb)
language sql stable set search_path = '' as $$
  select distinct on (c.application_id) c.application_id, jsonb_build_object('id', c.id, 'kind', c.kind, 'state', c.state, 'created_at', c.created_at, 'due_on', c.due_on,
    'answered_at', c.answered_at, 'reminders', c.reminders)
  from public.contact_cards c where c.application_id = any (p_ids) and c.state in ('open', 'answered') order by c.application_id, c.state, c.id
$$;
grant execute on function private.work_cards(bigint[]) to authenticated;
