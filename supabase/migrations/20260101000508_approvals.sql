-- 二人承認: with the setting on, an act of finance waits until a second person lets it happen (D-24).

create table private.approval_acts (
  act text collate "C" primary key,
  run text not null
);
comment on table private.approval_acts is
  'Acts that wait for a second person. run: the function (payload jsonb) returns jsonb that carries one out; it judges again, as the second person.';

create table public.approvals (
  id bigint generated always as identity primary key,
  act text collate "C" not null,
  payload jsonb not null,
  about jsonb not null default '{}',
  reason text,
  state text collate "C" not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'withdrawn', 'expired')),
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamptz not null default private.now(),
  expires_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  note text check (char_length(note) between 1 and 500),
  constraint approvals_second_person check (state <> 'approved' or decided_by <> requested_by),
  constraint approvals_decided_has_time check ((state = 'pending') = (decided_at is null))
);
comment on table public.approvals is '承認待ち: what was asked, by whom, and who decided it. Nobody approves what he asked for.';
comment on column public.approvals.payload is 'What is carried out, word for word.';
comment on column public.approvals.about is 'What the second person reads beside it: names and figures as they were when it was asked.';
-- The same act asked twice waits once.
create unique index approvals_pending_idx on public.approvals (act, md5(payload::text)) where state = 'pending';
create index approvals_newest_idx on public.approvals (state, id desc);

alter table public.approvals enable row level security;
create policy approvals_select on public.approvals for select to authenticated using ((select private.is_hq()));
comment on policy approvals_select on public.approvals is 'Head office sees what waits for a second person; 本部経理 decides.';
grant select on public.approvals to authenticated;

create function private.expire_approvals() returns void
language sql security definer set search_path = '' as $$
  update public.approvals a set state = 'expired', decided_at = private.now() where a.state = 'pending' and a.expires_at <= private.now()
$$;
comment on function private.expire_approvals() is 'Definer: run by the clock, and before anything is asked.';
insert into private.schedules (name, cron, statement) values ('expire-approvals', '10 0 * * *', 'select private.expire_approvals()');

-- True inside the transaction in which a second person lets exactly this act happen. The setting names the row; the row
-- decides, and no client can write it.
create function private.is_approved(p_act text, p_payload jsonb) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.approvals a
    where a.id = nullif(current_setting('app.approval', true), '')::bigint and a.act = p_act and a.payload = p_payload
      and a.state = 'approved' and a.decided_at = private.now() and a.decided_by = (select auth.uid()))
$$;
comment on function private.is_approved(text, jsonb) is 'Definer: acts ask it whoever calls them.';

-- Who stands for what is written now: whoever asked, when a second person carries it out; else the caller.
create function private.responsible() returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select a.requested_by from public.approvals a
    where a.id = nullif(current_setting('app.approval', true), '')::bigint and a.state = 'approved' and a.decided_at = private.now()), (select auth.uid()))
$$;
comment on function private.responsible() is 'Definer: acts ask it whoever calls them.';

-- To be asked by every act of approval_acts after it has judged the caller and its values, before it writes anything.
-- Null: go on. Otherwise the act waits, and the answer is the act''s own: { approval: { id, act, state, requested_by_name, expires_at } }.
create function private.need_approval(p_act text, p_payload jsonb, p_reason text default null, p_about jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.approvals;
begin
  if not private.setting_is_on('two_person_approval') or private.is_approved(p_act, p_payload) then
    return null;
  end if;
  perform private.expire_approvals();
  insert into public.approvals (act, payload, about, reason, requested_by, requested_by_name, expires_at)
  select p_act, p_payload, p_about, p_reason, m.user_id, m.display_name, private.now() + make_interval(days => (private.setting('approval_days') #>> '{}')::int)
  from private.me() m
  on conflict (act, md5(payload::text)) where state = 'pending' do nothing
  returning * into v_row;
  if v_row.id is null then
    select * into v_row from public.approvals a where a.act = p_act and md5(a.payload::text) = md5(p_payload::text) and a.state = 'pending';
  else
    perform private.write_audit('approvals', v_row.id::text, 'request', null, null,
      jsonb_strip_nulls(jsonb_build_object('act', p_act, 'reason', p_reason) || p_about));
  end if;
  return jsonb_build_object('approval', jsonb_build_object('id', v_row.id, 'act', v_row.act, 'state', v_row.state,
    'requested_by_name', v_row.requested_by_name, 'expires_at', v_row.expires_at));
end $$;
comment on function private.need_approval(text, jsonb, text, jsonb) is 'Definer: approvals have no insert grant; the act has judged the caller.';

-- See public.decide_approval.
create function private.decide_approval(p_id bigint, p_decision text, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.approvals;
  v_run text;
  v_result jsonb;
  v_note text := nullif(btrim(p_note), '');
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.has_role('hq_finance') then
    perform private.refuse(403, 'not_allowed');
  elsif coalesce(p_decision not in ('approve', 'reject', 'withdraw'), true) then
    perform private.refuse(400, 'invalid_value');
  elsif p_decision = 'reject' and v_note is null then
    perform private.refuse(400, 'reason_required');
  elsif char_length(v_note) > 500 then
    perform private.refuse(400, 'too_long', '{"field": "note", "max": 500}');
  end if;
  select * into v_row from public.approvals a where a.id = p_id for update;
  if v_row.id is null then
    perform private.refuse(404, 'not_found');
  elsif v_row.state <> 'pending' then
    perform private.refuse(409, 'approval_decided', jsonb_build_object('state', v_row.state, 'by', v_row.decided_by_name));
  elsif v_row.expires_at <= private.now() then
    perform private.refuse(409, 'approval_expired');
  elsif v_row.requested_by = (select auth.uid()) and p_decision <> 'withdraw' then
    perform private.refuse(403, 'own_approval');
  elsif v_row.requested_by <> (select auth.uid()) and p_decision = 'withdraw' then
    perform private.refuse(403, 'not_allowed');
  end if;

  update public.approvals a set decided_by = m.user_id, decided_by_name = m.display_name, decided_at = private.now(), note = v_note,
    state = case p_decision when 'approve' then 'approved' when 'reject' then 'rejected' else 'withdrawn' end
  from private.me() m where a.id = p_id;
  perform private.write_audit('approvals', p_id::text, p_decision, null, null,
    jsonb_strip_nulls(jsonb_build_object('act', v_row.act, 'note', v_note, 'requested_by_name', v_row.requested_by_name)));
  if p_decision = 'approve' then
    select t.run into strict v_run from private.approval_acts t where t.act = v_row.act;
    perform set_config('app.approval', p_id::text, true);
    execute format('select %s($1)', v_run) into v_result using v_row.payload;
    perform set_config('app.approval', '', true);
  end if;
  return jsonb_build_object('id', p_id, 'act', v_row.act, 'result', v_result);
end $$;
comment on function private.decide_approval(bigint, text, text) is 'Definer: approvals have no update grant; it judges the caller.';
create function public.decide_approval(p_id bigint, p_decision text, p_note text default null) returns jsonb
language sql set search_path = '' as $$ select private.decide_approval(p_id, p_decision, p_note) $$;
comment on function public.decide_approval(bigint, text, text) is
  '承認待ち: approve (a second 本部経理; the act runs in the same transaction and result is its answer), reject (with a note) or withdraw (whoever
asked). Refused with 403 own_approval, 409 approval_decided, approval_expired, and whatever the act itself refuses: then it still waits.';
grant execute on function private.decide_approval(bigint, text, text), public.decide_approval(bigint, text, text) to authenticated;
alter function public.decide_approval(bigint, text, text) set statement_timeout = '300s';
