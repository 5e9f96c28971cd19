-- 作業一覧 of a branch: the cases it must do something about, by what must be done next. Invoker functions: the policies show
-- each person the own part, and the branch is a constant of the statement, which makes it fast (docs/bench.md).

-- Everything not yet handed over: small beside the table, and ordered as the queues are read.
create index applications_work_idx on public.applications (agent_branch_id, oss_status, filing_status, status_changed_at, id)
  include (home_branch_id, requester_id, site_id)
  where oss_status is distinct from 'issued';
create index fee_payments_open_idx on public.fee_payments (agent_branch_id, due_on, application_id)
  include (home_branch_id, requester_id, site_id)
  where status in ('due', 'failed');

-- Whose queues: a branch its own, head office the one it chose.
create function private.work_branch(p_branch bigint) returns bigint
language sql stable set search_path = '' as $$
  select coalesce(private.my_branch(), case when private.is_hq() then p_branch end)
$$;

-- Where the cases of each queue stand. recent: what failed long ago was settled otherwise.
create function private.work_places() returns table (queue text, filing text, oss text, recent boolean)
language sql immutable set search_path = '' as $$
  values ('file', 'requested', null, false),
    ('fees', 'filing', 'inspection_fee_due', false), ('fees', 'filing', 'tech_fee_due', false), ('fees', 'filing', 'fees_due', false),
    ('fees', 'filing', 'payment_retry', false), ('weight_tax', 'filing', 'weight_tax_due', false),
    ('contact', 'correction_requested', 'correction_requested', false), ('contact', 'error', null, true), ('contact', 'error', 'rejected', true),
    ('contact', 'error', 'not_accepted', true), ('contact', 'error', 'void', true), ('hand_over', 'completed', 'issue_pending', false)
$$;

-- The statement's parts that find the cases of a queue (null: of all): each one range of applications_work_idx. One part for
-- places of a kind, not one a place, because every part asks the policy anew.
create function private.work_parts(p_branch bigint, p_queue text) returns text
language sql stable set search_path = '' as $$
  select string_agg(format($q$
      select a.id, a.filing_status, a.oss_status, a.status_changed_at, %s as requester_id, %s as chassis_no from public.applications a
      where a.agent_branch_id = %s and a.oss_status is distinct from 'issued' and a.oss_status %s and a.filing_status = any (%L::text[])%s
    $q$, case when w.recent then 'a.requester_id' else 'null::bigint' end, case when w.recent then 'a.chassis_no' else 'null::text' end,
    coalesce(p_branch::text, 'null::bigint'), case when w.none then 'is null' else format('= any (%L::text[])', w.oss) end, w.filings,
    case when w.recent then format(' and a.status_changed_at >= %L', private.trouble_since()::timestamp at time zone 'Asia/Tokyo') end), ' union all ')
  from (
    select p.oss is null as none, p.recent, array_agg(p.oss) as oss, array_agg(distinct p.filing) as filings
    from private.work_places() p where p_queue is null or p.queue = p_queue group by 1, 2
  ) w
$$;

-- The cases of a branch's queues (p_queue, or all): next deadline, and since when the case is where it is. A case stands in
-- its own queue, and in `contact` as well while an answer to a call or a 連絡カード is awaited or has come, or the company awaits one (支部への依頼).
create function private.work_rows(p_branch bigint, p_queue text) returns table (queue text, id bigint, due_on date, since timestamptz)
language plpgsql stable set search_path = '' as $$
begin
  return query execute format($q$
    with due as materialized (
      select f.application_id, min(f.due_on) as due_on from public.fee_payments f
      where f.agent_branch_id = %1$s and f.status in ('due', 'failed') and f.due_on >= %2$L group by 1
    ), awaited as materialized (
      select w.application_id, min(w.due_on) as due_on from (
        select c.application_id, c.follow_up_on as due_on from public.contacts c
        where c.agent_branch_id = %1$s and c.closed_at is null and c.follow_up_on is not null
        union all
        select r.application_id, r.asked_on from public.case_requests r where r.agent_branch_id = %1$s and r.state = 'asked'
        union all
        -- an answered card is the branch's turn since that day
        select k.application_id, coalesce((k.answered_at at time zone 'Asia/Tokyo')::date, k.due_on) from public.contact_cards k
        where k.agent_branch_id = %1$s and k.state in ('open', 'answered')
      ) w group by 1
    ), standing as materialized (
      select p.queue, a.id, a.status_changed_at
      from (%3$s) a join private.work_places() p on p.filing = a.filing_status and p.oss is not distinct from a.oss_status
      -- a failed case was repaired when the car has a newer one
      where not p.recent or not exists (
        select from public.applications n where n.chassis_no = a.chassis_no and n.requester_id = a.requester_id and n.id > a.id)
    )
    select s.queue, s.id, least(d.due_on, w.due_on), s.status_changed_at
    from standing s
    left join due d on d.application_id = s.id and s.queue in ('fees', 'weight_tax', 'contact')
    left join awaited w on w.application_id = s.id and s.queue = 'contact'
    union all
    select 'contact', w.application_id, w.due_on, a.status_changed_at
    from awaited w join public.applications a on a.id = w.application_id
    where %4$L and not exists (select from standing s where s.queue = 'contact' and s.id = w.application_id)
  $q$, coalesce(p_branch::text, 'null::bigint'), private.trouble_since(), private.work_parts(p_branch, p_queue), coalesce(p_queue, 'contact') = 'contact');
end $$;

create function private.work_counts(p_branch bigint) returns jsonb
language sql stable set search_path = '' as $$
  -- materialized, or the clock is asked of every row
  with clock as materialized (
    select private.today() as today
  )
  select jsonb_object_agg(q.queue, jsonb_build_object('count', coalesce(n.count, 0), 'overdue', coalesce(n.overdue, 0), 'soon', coalesce(n.soon, 0)))
  from unnest(array['file', 'fees', 'weight_tax', 'contact', 'hand_over']) q (queue)
  left join (
    select r.queue, count(*) as count, count(*) filter (where r.due_on < t.today) as overdue,
      count(*) filter (where r.due_on between t.today and t.today + 3) as soon
    from private.work_rows(private.work_branch(p_branch), null) r cross join clock t
    group by 1
  ) n using (queue)
$$;

-- What a row of the list shows of a case; the columns are named as in applications.
create function private.work_row(a public.applications) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'version', a.version, 'request_no', a.request_no, 'application_no', a.application_no,
    'vehicle_kind', a.vehicle_kind, 'plate_area', a.plate_area, 'plate_class', a.plate_class, 'plate_kana', a.plate_kana,
    'plate_number', a.plate_number, 'plate_raw', a.plate_raw, 'small_plate', a.small_plate, 'chassis_no', a.chassis_no,
    'filing_status', a.filing_status, 'oss_status', a.oss_status, 'oss_status_label', a.oss_status_label, 'requester_id', a.requester_id,
    'site_id', a.site_id, 'status_changed_at', a.status_changed_at, 'requested_at', a.requested_at, 'inspection_expires_on', a.inspection_expires_on)
$$;

-- The last line of 連絡 of each case: at once, or its policy would be asked a row.
create function private.work_contacts(p_ids bigint[]) returns table (application_id bigint, last_contact jsonb)
language sql stable set search_path = '' as $$
  select distinct on (c.application_id) c.application_id, jsonb_build_object('created_at', c.created_at, 'contacted', c.contacted,
    'channel', c.channel, 'said', c.said, 'follow_up_on', c.follow_up_on, 'closed_at', c.closed_at, 'actor_name', c.actor_name)
  from public.contacts c where c.application_id = any (p_ids) order by c.application_id, c.id desc
$$;

-- One page of a queue, of one company when named, deadline first, then the oldest in its step; p_after is `next` of the page before.
create function private.work_list(p_branch bigint, p_queue text, p_after jsonb, p_limit int, p_requester bigint) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 100), 1), 500);
  v_page jsonb;
begin
  if not coalesce(p_queue in ('file', 'fees', 'weight_tax', 'contact', 'hand_over'), false) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', 'p_queue'));
  end if;
  with page as materialized (
    select r.id, r.due_on, r.since, coalesce(r.due_on, 'infinity') as due_order
    from private.work_rows(private.work_branch(p_branch), p_queue) r
    where (p_after is null or (coalesce(r.due_on, 'infinity'), r.since, r.id)
      > ((p_after ->> 'due')::date, (p_after ->> 'since')::timestamptz, (p_after ->> 'id')::bigint))
      and (p_requester is null or exists (select from public.applications a where a.id = r.id and a.requester_id = p_requester))
    order by due_order, r.since, r.id limit v_limit + 1
  ), shown as materialized (
    select p.*, a as one from (select * from page order by due_order, since, id limit v_limit) p join public.applications a on a.id = p.id
  ), places as materialized (
    select * from private.places(array(select distinct (s.one).site_id from shown s))
  ), spoken as materialized (
    select * from private.work_contacts(array(select s.id from shown s))
  ), asked as materialized (
    select * from private.work_requests(array(select s.id from shown s))
  ), carded as materialized (
    select * from private.work_cards(array(select s.id from shown s))
  ), handed as materialized (
    select * from private.work_exports(array(select s.id from shown s))
  )
  select jsonb_build_object(
    'rows', coalesce(jsonb_agg(private.work_row(s.one) || jsonb_build_object('due_on', s.due_on,
      'last_contact', k.last_contact, 'request', q.request, 'card', d.card, 'exported', x.exported, 'requester_name', p.requester_name, 'site_code', p.site_code, 'site_name', p.site_name) order by s.due_order, s.since, s.id), '[]'),
    'next', case when (select count(*) from page) > v_limit then (
      select jsonb_build_object('due', l.due_order, 'since', l.since, 'id', l.id) from shown l order by l.due_order desc, l.since desc, l.id desc limit 1) end)
  into v_page
  from shown s left join places p on p.site_id = (s.one).site_id left join spoken k on k.application_id = s.id
  left join asked q on q.application_id = s.id left join carded d on d.application_id = s.id
  left join handed x on x.application_id = s.id;
  return v_page;
end $$;

-- The companies whose cases stand in a queue, those with the most first: [{id, name, count}].
create function private.work_companies(p_branch bigint, p_queue text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'count', c.count) order by c.count desc, c.name), '[]')
  from (
    select r.id, r.name, count(*) as count
    from private.work_rows(private.work_branch(p_branch), p_queue) w join public.applications a on a.id = w.id join public.requesters r on r.id = a.requester_id
    group by r.id, r.name
  ) c
$$;

-- Changes whenever a case enters or leaves a queue, changes its step or its next date: asked often instead of the list.
create function private.work_version(p_branch bigint) returns text
language sql stable set search_path = '' as $$
  select coalesce(sum(hashtextextended(concat_ws('/', w.queue, w.id, w.due_on, extract(epoch from w.since)), 0)::numeric)::text, '0')
  from private.work_rows(private.work_branch(p_branch), null) w
$$;

create function public.work_counts(p_branch bigint default null) returns jsonb
language sql stable set search_path = '' as $$ select private.work_counts(p_branch) $$;
comment on function public.work_counts(bigint) is
  '作業一覧: {queue: {count, overdue, soon}} of the caller''s branch, or of p_branch for head office. soon: due today or within three days.';
create function public.work_companies(p_queue text, p_branch bigint default null) returns jsonb
language sql stable set search_path = '' as $$ select private.work_companies(p_branch, p_queue) $$;
comment on function public.work_companies(text, bigint) is 'The companies of a queue: [{id, name, count}].';
create function public.work_version(p_branch bigint default null) returns text
language sql stable set search_path = '' as $$ select private.work_version(p_branch) $$;
comment on function public.work_version(bigint) is 'A text that changes when a queue of the branch does: cheaper to ask than its rows.';
create function public.work_list(p_queue text, p_branch bigint default null, p_after jsonb default null, p_limit int default 100, p_requester bigint default null) returns jsonb
language sql stable set search_path = '' as $$ select private.work_list(p_branch, p_queue, p_after, p_limit, p_requester) $$;
comment on function public.work_list(text, bigint, jsonb, int, bigint) is
  'One page of a queue (file, fees, weight_tax, contact, hand_over), of one company when p_requester names it, deadline first, then oldest: {rows, next}; p_after is the `next` of the page before.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p
    where p.pronamespace in ('private'::regnamespace, 'public'::regnamespace) and p.proname like 'work\_%'
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
