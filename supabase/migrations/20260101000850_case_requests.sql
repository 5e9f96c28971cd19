-- 支部への依頼: what only the branch may do to a sent request (中断, 再開, 取下, 再申請, 差戻し) and the company asks for with a
-- note (D-15). Asked, then done or declined with an answer that the company reads; kept, never deleted.

create table public.case_requests (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications on delete cascade,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  kind text collate "C" not null check (kind in ('return', 'suspend', 'resume', 'withdraw', 'refile')),
  note text not null check (char_length(note) between 1 and 500),
  state text collate "C" not null default 'asked' check (state in ('asked', 'done', 'declined', 'cancelled')),
  answer text check (char_length(answer) between 1 and 500),
  asked_by uuid,
  asked_name text,
  asked_at timestamptz not null default private.now(),
  asked_on date not null default private.today(),
  answered_by uuid,
  answered_name text,
  answered_at timestamptz,
  on_behalf boolean not null default false,
  constraint case_requests_settled_has_time check ((state = 'asked') = (answered_at is null)),
  constraint case_requests_declined_says_why check (state <> 'declined' or answer is not null)
);
comment on table public.case_requests is '支部への依頼: the company asks, the agent branch does or declines (D-15).';
comment on column public.case_requests.on_behalf is 'Answered by 本部管理者 in the branch''s place (D-4).';
create index case_requests_application_idx on public.case_requests (application_id, id);
create unique index case_requests_asked_idx on public.case_requests (application_id, kind) where state = 'asked';
create index case_requests_open_idx on public.case_requests (agent_branch_id, asked_on, application_id) where state = 'asked';

alter table public.case_requests enable row level security;
create policy case_requests_select on public.case_requests for select to authenticated using (
  (select private.is_hq())
  or agent_branch_id = (select private.my_branch())
  or home_branch_id = (select private.my_branch())
  or requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy case_requests_select on public.case_requests is 'As the case it belongs to.';
grant select on public.case_requests to authenticated;

-- The events of the machine by which the branch does what is asked for.
create function private.request_events() returns table (kind text, event text)
language sql immutable set search_path = '' as $$
  values ('return', 'return'), ('suspend', 'reserve_suspension'), ('suspend', 'suspend'), ('resume', 'resume'), ('withdraw', 'withdraw'), ('refile', 'refile')
$$;

-- What the caller may ask the branch to do with a case where it stands: what the machine lets the branch do from there, what
-- the caller cannot do alone, and what was not asked for already.
create function private.request_kinds(p_case public.applications) returns text[]
language sql stable security definer set search_path = '' as $$
  select case when 'company' = any (private.actor_kinds(private.me(), p_case)) then coalesce(array_agg(distinct k.kind order by k.kind), '{}') else '{}' end
  from private.request_events() k
  join public.status_transitions t on t.event = k.event and 'agent' = any (t.actors) and t.vehicle_kind = (p_case).vehicle_kind
    and t.from_filing = (p_case).filing_status and t.from_oss is not distinct from (p_case).oss_status
  where not t.actors && private.actor_kinds(private.me(), p_case)
    and not exists (select from public.case_requests r where r.application_id = (p_case).id and r.kind = k.kind and r.state = 'asked')
$$;
comment on function private.request_kinds(public.applications) is 'Definer: judges on all of a case, as available_events.';
create function public.request_kinds(p_case public.applications) returns text[]
language sql stable set search_path = '' as $$ select private.request_kinds(p_case) $$;
comment on function public.request_kinds(public.applications) is 'Computed column: what the caller may ask the branch to do with the case now.';

create function private.ask_branch(p_application_id bigint, p_kind text, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_note text := private.contact_text(jsonb_build_object('note', p_note), 'note', 500);
  v_case public.applications;
  v_id bigint;
begin
  select * into v_case from public.applications a where a.id = p_application_id for update;
  if v_case.id is null or not private.sees_case(v_me, v_case) then
    perform private.refuse(404, 'not_found');
  elsif not 'company' = any (private.actor_kinds(v_me, v_case)) then
    perform private.refuse(403, 'not_allowed');
  elsif not exists (select from private.request_events() k where k.kind = p_kind) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', 'kind'));
  elsif exists (select from public.case_requests r where r.application_id = v_case.id and r.kind = p_kind and r.state = 'asked') then
    perform private.refuse(409, 'request_already_asked');
  elsif not p_kind = any (private.request_kinds(v_case)) then
    perform private.refuse(409, 'wrong_status', jsonb_build_object('filing_status', v_case.filing_status, 'oss_status', v_case.oss_status));
  end if;
  insert into public.case_requests (application_id, agent_branch_id, home_branch_id, requester_id, site_id, kind, note, asked_by, asked_name)
  values (v_case.id, v_case.agent_branch_id, v_case.home_branch_id, v_case.requester_id, v_case.site_id, p_kind, v_note, v_me.user_id, v_me.display_name)
  returning id into v_id;
  return jsonb_build_object('id', v_id);
end $$;
comment on function private.ask_branch(bigint, text, text) is 'Definer: nobody writes requests by hand; it judges the caller by private.me().';

-- done and declined are the agent's; cancelled is the company's, as long as nobody has answered.
create function private.answer_request(p_id bigint, p_state text, p_answer text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_request public.case_requests;
  v_case public.applications;
  v_answer text := nullif(btrim(coalesce(p_answer, ''), E' \u3000\t\r\n'), '');
begin
  select * into v_request from public.case_requests r where r.id = p_id for update;
  select * into v_case from public.applications a where a.id = v_request.application_id;
  if v_request.id is null or not private.sees_case(v_me, v_case) then
    perform private.refuse(404, 'not_found');
  elsif not coalesce(p_state in ('done', 'declined', 'cancelled'), false) then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', 'state'));
  elsif not (case when p_state = 'cancelled' then 'company' else 'agent' end = any (private.actor_kinds(v_me, v_case))) then
    perform private.refuse(403, 'not_allowed');
  elsif v_request.state <> 'asked' then
    perform private.refuse(409, 'request_already_answered', jsonb_build_object('state', v_request.state, 'actor_name', v_request.answered_name, 'at', v_request.answered_at));
  elsif p_state = 'declined' and v_answer is null then
    perform private.refuse(400, 'value_required', jsonb_build_object('field', 'answer'));
  elsif char_length(v_answer) > 500 then
    perform private.refuse(400, 'too_long', jsonb_build_object('field', 'answer', 'max', 500));
  end if;
  update public.case_requests r set state = p_state, answer = v_answer, answered_by = v_me.user_id, answered_name = v_me.display_name,
    answered_at = private.now(), on_behalf = v_me.role = 'hq_admin'
  where r.id = p_id;
  return jsonb_build_object('id', p_id);
end $$;
comment on function private.answer_request(bigint, text, text) is 'Definer: as ask_branch.';

-- Doing what was asked for answers it, whether on the screen or in AINAS: the branch does not say it twice.
create function private.on_event_answers_request() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.case_requests r set state = 'done', answered_by = e.actor_id, answered_name = e.actor_name, answered_at = private.now(), on_behalf = e.on_behalf
  from new_rows e
  where r.application_id = e.application_id and r.state = 'asked' and case r.kind
    when 'return' then e.from_filing_status = 'requested' and e.to_filing_status = 'draft'
    when 'suspend' then e.to_filing_status = 'suspended'
    when 'resume' then e.from_filing_status = 'suspended' and e.to_filing_status in ('resuming', 'filing')
    when 'withdraw' then e.to_oss_status in ('withdrawing', 'withdrawn')
    when 'refile' then e.from_filing_status = 'error' and e.to_filing_status = 'filing' end;
  return null;
end $$;
comment on function private.on_event_answers_request() is 'Definer: requests have no write grant, and an import answers those of every branch.';
create trigger on_application_events_answer_requests after insert on public.application_events
  referencing new table as new_rows for each statement execute function private.on_event_answers_request();

create function public.ask_branch(p_application_id bigint, p_kind text, p_note text) returns jsonb
language sql set search_path = '' as $$ select private.ask_branch(p_application_id, p_kind, p_note) $$;
comment on function public.ask_branch(bigint, text, text) is
  'The company asks the agent branch to do p_kind (return, suspend, resume, withdraw, refile) with a case. Answer: {id}. Refused: 409 wrong_status, request_already_asked.';
create function public.answer_request(p_id bigint, p_state text, p_answer text default null) returns jsonb
language sql set search_path = '' as $$ select private.answer_request(p_id, p_state, p_answer) $$;
comment on function public.answer_request(bigint, text, text) is
  'The agent answers a request (done, or declined with p_answer), or the company takes it back (cancelled). Refused: 409 request_already_answered.';
grant execute on function private.request_events(), private.request_kinds(public.applications), public.request_kinds(public.applications),
  private.ask_branch(bigint, text, text), public.ask_branch(bigint, text, text),
  private.answer_request(bigint, text, text), public.answer_request(bigint, text, text) to authenticated;

-- The oldest open request of each case, for the row of the work list: at once, or its policy would be asked a row.
create function private.work_requests(p_ids bigint[]) returns table (application_id bigint, request jsonb)
language sql stable set search_path = '' as $$
  select distinct on (r.application_id) r.application_id, jsonb_build_object('id', r.id, 'kind', r.kind, 'note', r.note, 'asked_name', r.asked_name, 'asked_at', r.asked_at)
  from public.case_requests r where r.application_id = any (p_ids) and r.state = 'asked' order by r.application_id, r.id
$$;
grant execute on function private.work_requests(bigint[]) to authenticated;
