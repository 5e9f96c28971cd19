-- 連絡カード: a question to the garage with the fields to fill, instead of a telephone call (domain §6.5, §8.2, §8.3). The company
-- answers in the app, by the link of a mail, or on the printed sheet; the answer fills 補正 and 再申請; what was agreed to is evidence.

create table public.contact_cards (
  id bigint generated always as identity primary key,
  application_id bigint not null references public.applications on delete cascade,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null references public.requesters,
  site_id bigint not null,
  kind text collate "C" not null check (kind in ('correction', 'rejection', 'shortening', 'balance')),
  question text not null check (char_length(question) between 1 and 1000),
  fields text[] not null default '{}',
  consent_text text check (char_length(consent_text) between 1 and 1000),
  due_on date not null,
  state text collate "C" not null default 'open' check (state in ('open', 'answered', 'closed', 'cancelled')),
  sent_by uuid,
  sent_name text,
  on_behalf boolean not null default false,
  created_at timestamptz not null default private.now(),
  reminders int not null default 0,
  reminded_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_name text,
  constraint contact_cards_consent_is_for_shortening check ((kind = 'shortening') = (consent_text is not null)),
  constraint contact_cards_answered_has_time check (state <> 'answered' or answered_at is not null)
);
comment on table public.contact_cards is '連絡カード: open → answered → closed, or cancelled. Holds no 使用者 (D-8b): answers are apart.';
comment on column public.contact_cards.fields is 'Names of the values that the garage is asked for, as private.card_fields() lists them.';
comment on column public.contact_cards.due_on is 'JST day by which the answer is awaited; reminders go out from that day on.';
create index contact_cards_application_idx on public.contact_cards (application_id, id);
create unique index contact_cards_open_idx on public.contact_cards (application_id, kind) where state in ('open', 'answered');
create index contact_cards_agent_idx on public.contact_cards (agent_branch_id, due_on, application_id) include (home_branch_id, requester_id, site_id, state, answered_at)
  where state in ('open', 'answered');
create index contact_cards_requester_idx on public.contact_cards (requester_id, id desc);

create table public.contact_card_answers (
  id bigint generated always as identity primary key,
  card_id bigint not null references public.contact_cards on delete cascade,
  application_id bigint not null,
  agent_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  vals jsonb not null,
  note text check (char_length(note) <= 1000),
  via text not null check (via in ('app', 'sheet')),
  answered_by uuid,
  answered_name text,
  created_at timestamptz not null default private.now()
);
comment on table public.contact_card_answers is 'Answers to 連絡カード, the last one counts; may hold 使用者: the company within its scope and the agent branch, nobody else (D-8b).';
comment on column public.contact_card_answers.via is 'app: by the company itself; sheet: typed in by the branch from the printed sheet or a call.';
create index contact_card_answers_card_idx on public.contact_card_answers (card_id, id);

create table public.card_consents (
  id bigint generated always as identity primary key,
  card_id bigint not null references public.contact_cards,
  application_id bigint not null,
  agent_branch_id bigint not null,
  home_branch_id bigint not null,
  requester_id bigint not null,
  site_id bigint not null,
  agreed boolean not null,
  consent_text text not null,
  via text not null check (via in ('app', 'sheet')),
  person_id uuid,
  person_name text not null,
  person_role text not null,
  signed_name text check (char_length(signed_name) between 1 and 60),
  created_at timestamptz not null default private.now(),
  constraint card_consents_sheet_is_signed check ((via = 'sheet') = (signed_name is not null))
);
comment on table public.card_consents is '短縮の承諾: who agreed to or refused which text, and when. Append-only evidence.';
comment on column public.card_consents.signed_name is 'Whoever signed the sheet; person_… is then who typed it in.';
create index card_consents_application_idx on public.card_consents (application_id, id);
create index card_consents_card_idx on public.card_consents (card_id);
create trigger on_card_consents_changed before update or delete or truncate on public.card_consents for each statement execute function private.on_history_changed();

do $$
declare t text;
begin
  foreach t in array array['contact_cards', 'card_consents'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format($f$
      create policy %1$s_select on public.%1$I for select to authenticated using (
        (select private.is_hq())
        or agent_branch_id = (select private.my_branch())
        or home_branch_id = (select private.my_branch())
        or requester_id = (select private.my_requester())
        or site_id = (select private.my_site()))$f$, t);
    execute format('comment on policy %1$s_select on public.%1$I is %2$L', t, 'As the case it belongs to.');
    execute format('grant select on public.%I to authenticated', t);
  end loop;
end $$;
alter table public.contact_card_answers enable row level security;
create policy contact_card_answers_select on public.contact_card_answers for select to authenticated using (
  agent_branch_id = (select private.my_branch())
  or requester_id = (select private.my_requester())
  or site_id = (select private.my_site()));
comment on policy contact_card_answers_select on public.contact_card_answers is 'The company within its scope and the agent branch; nobody else (D-8b).';
grant select on public.contact_card_answers to authenticated;

-- What a card may ask for: columns of 使用者 and of the request that are not fixed by 初期登録.
create function private.card_fields() returns table (field text, is_user boolean)
language sql immutable set search_path = '' as $$
  values ('ownership', true), ('name', true), ('representative', true), ('address_1', true), ('address_2', true),
    ('shortening_allowed', false), ('parking_fine_receipt', false), ('update_method', false), ('record_agent_no', false), ('certificate_no', false), ('account_ref', false)
$$;

-- An answer is not changed, but 使用者 and the note may go from it, both at once (D-8b).
create trigger on_contact_card_answers_changed before update on public.contact_card_answers for each row
  when (to_jsonb(new) = to_jsonb(old) or to_jsonb(new) is distinct from to_jsonb(old)
    || jsonb_build_object('vals', old.vals - '{ownership,name,representative,address_1,address_2}'::text[], 'note', null))
  execute function private.on_history_changed();

-- The first field of an answer that nobody asked for, or that holds what its column cannot; null when all is well.
create function private.card_value_problem(p_fields text[], p_values jsonb) returns text
language sql immutable set search_path = '' as $$
  select v.key from jsonb_each(p_values) v where not coalesce(v.key = any (p_fields) and case
      when v.key in ('shortening_allowed', 'parking_fine_receipt') then jsonb_typeof(v.value) = 'boolean'
      when v.value = 'null' then v.key not in ('name', 'address_1', 'update_method')
      when jsonb_typeof(v.value) <> 'string' then false
      when v.key = 'ownership' then v.value #>> '{}' in ('individual', 'corporate')
      when v.key = 'update_method' then v.value #>> '{}' in ('office', 'agent', 'requester', 'agent_specific', 'requester_specific')
      when v.key = 'record_agent_no' then v.value #>> '{}' ~ '^[0-9A-Za-z]{10}$'
      when v.key = 'certificate_no' then v.value #>> '{}' ~ '^([0-9]{5}|[0-9]{11}|[0-9]{13})$'
      else char_length(v.value #>> '{}') between 1 and case when v.key in ('address_1', 'address_2') then 100 else 60 end end, false)
  limit 1
$$;

-- A card of each of up to 100 cases: {applications, kind, question, fields, due_on, consent_text?}. Answers {ids}.
-- Refusals: those of contact_cases; wrong_status (a draft, or done), card_open (one of the kind waits already), invalid_value, value_required, too_long, invalid_date.
create function private.send_cards(p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_question text := private.contact_text(p, 'question', 1000);
  v_due date := coalesce(private.contact_day(p || jsonb_build_object('follow_up_on', p -> 'due_on')), private.today() + 2);
  v_fields text[] := array(select jsonb_array_elements_text(coalesce(p -> 'fields', '[]')));
  v_consent text := case when p ->> 'kind' = 'shortening' then private.contact_text(p, 'consent_text', 1000) end;
  v_ids bigint[];
  v_taken jsonb;
begin
  if not coalesce(p ->> 'kind' in ('correction', 'rejection', 'shortening', 'balance'), false) then
    perform private.refuse(400, 'invalid_value', '{"field": "kind"}');
  elsif exists (select from unnest(v_fields) f where f not in (select c.field from private.card_fields() c)) then
    perform private.refuse(400, 'invalid_value', '{"field": "fields"}');
  elsif exists (select from private.contact_cases(p -> 'applications') c where c.filing_status = 'draft' or c.outcome in ('completed', 'withdrawn')) then
    perform private.refuse(409, 'wrong_status');
  end if;
  with made as (
    insert into public.contact_cards (application_id, agent_branch_id, home_branch_id, requester_id, site_id, kind, question, fields, consent_text, due_on, sent_by, sent_name, on_behalf)
    select c.id, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id, p ->> 'kind', v_question, v_fields, v_consent, v_due, v_me.user_id, v_me.display_name, v_me.role = 'hq_admin'
    from private.contact_cases(p -> 'applications') c
    on conflict do nothing returning id, application_id
  )
  select array_agg(m.id order by m.id), (select jsonb_agg(i) from jsonb_array_elements_text(p -> 'applications') i where i::bigint not in (select n.application_id from made n))
  into v_ids, v_taken from made m;
  if v_taken is not null then
    perform private.refuse(409, 'card_open', jsonb_build_object('applications', v_taken));
  end if;
  perform private.mail_cards(v_ids, false);
  return jsonb_build_object('ids', to_jsonb(v_ids));
end $$;
comment on function private.send_cards(jsonb) is 'Definer: contact_cards has no write grant; contact_cases judges the caller.';

-- A card for somebody who sees its case, locked.
create function private.card_for_update(p_id bigint) returns public.contact_cards
language plpgsql security definer set search_path = '' as $$
declare
  v public.contact_cards;
begin
  select c.* into v from public.contact_cards c where c.id = p_id for update;
  if v.id is null or not exists (select from public.applications a where a.id = v.application_id and private.sees_case(private.me(), a)) then
    perform private.refuse(404, 'not_found');
  end if;
  return v;
end $$;
comment on function private.card_for_update(bigint) is 'Definer: locks a row that has no update grant; what the caller may not see is not found.';

-- The company's answer, or what the agent reads off the sheet: {values, note, agreed?, signed_name?}. A second answer replaces the first
-- until the card is closed. Refusals: not_found, not_allowed, card_closed, invalid_value, value_required.
create function private.answer_card(p_id bigint, p jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_card public.contact_cards := private.card_for_update(p_id);
  v_case public.applications := (select a from public.applications a where a.id = v_card.application_id);
  v_values jsonb := coalesce(p -> 'values', '{}');
  v_sheet boolean := 'agent' = any (private.actor_kinds(v_me, v_case));
  v_problem text;
begin
  if not v_sheet and not private.works_for(v_me, v_case) then
    perform private.refuse(403, 'not_allowed');
  elsif v_card.state in ('closed', 'cancelled') then
    perform private.refuse(409, 'card_closed');
  elsif jsonb_typeof(v_values) <> 'object' or char_length(p ->> 'note') > 1000 then
    perform private.refuse(400, 'invalid_value', '{"field": "values"}');
  elsif v_card.kind = 'shortening' and not coalesce(jsonb_typeof(p -> 'agreed') = 'boolean', false) then
    perform private.refuse(400, 'value_required', '{"field": "agreed"}');
  -- whoever may not send may not agree for the company either (D-4)
  elsif v_card.kind = 'shortening' and v_me.role = 'preparer' then
    perform private.refuse(403, 'not_allowed');
  elsif v_card.kind <> 'shortening' and v_values = '{}' and coalesce(btrim(p ->> 'note'), '') = '' then
    perform private.refuse(400, 'value_required', '{"field": "note"}');
  end if;
  v_problem := private.card_value_problem(v_card.fields, v_values);
  if v_problem is not null then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', v_problem));
  end if;
  insert into public.contact_card_answers (card_id, application_id, agent_branch_id, requester_id, site_id, vals, note, via, answered_by, answered_name)
  values (p_id, v_card.application_id, v_card.agent_branch_id, v_card.requester_id, v_card.site_id, v_values, nullif(btrim(p ->> 'note'), ''),
    case when v_sheet then 'sheet' else 'app' end, v_me.user_id, v_me.display_name);
  if v_card.kind = 'shortening' then
    insert into public.card_consents (card_id, application_id, agent_branch_id, home_branch_id, requester_id, site_id, agreed, consent_text, via, person_id, person_name, person_role, signed_name)
    values (p_id, v_card.application_id, v_card.agent_branch_id, v_card.home_branch_id, v_card.requester_id, v_card.site_id, (p ->> 'agreed')::boolean, v_card.consent_text,
      case when v_sheet then 'sheet' else 'app' end, v_me.user_id, v_me.display_name, v_me.role,
      case when v_sheet then private.contact_text(p, 'signed_name', 60) end);
  end if;
  update public.contact_cards c set state = 'answered', answered_at = private.now() where c.id = p_id;
  return jsonb_build_object('id', p_id, 'state', 'answered');
end $$;
comment on function private.answer_card(bigint, jsonb) is 'Definer: cards and answers have no write grant; it judges the caller itself.';

-- Takes values of the answered card over into the case and closes the card; p_values null: closes it as it is. Answers {id, version} of the case.
-- Refusals: not_found, not_allowed, card_closed, stale_version, wrong_status (done), invalid_value.
create function private.close_card(p_id bigint, p_version int, p_values jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v_card public.contact_cards := private.card_for_update(p_id);
  v_case public.applications;
begin
  select c.* into v_case from private.contact_cases(jsonb_build_array(v_card.application_id)) c;
  perform from public.applications a where a.id = v_case.id for update;
  if v_card.state in ('closed', 'cancelled') then
    perform private.refuse(409, 'card_closed');
  elsif private.card_value_problem(v_card.fields, coalesce(p_values, '{}')) is not null then
    perform private.refuse(400, 'invalid_value', jsonb_build_object('field', private.card_value_problem(v_card.fields, p_values)));
  elsif coalesce(p_values, '{}') <> '{}' then
    if v_case.outcome in ('completed', 'withdrawn') then
      perform private.refuse(409, 'wrong_status');
    end if;
    perform private.put_case_values(v_case, p_version, p_values, jsonb_build_object('card_id', p_id));
  end if;
  update public.contact_cards c set state = case when v_card.state = 'answered' then 'closed' else 'cancelled' end, closed_at = private.now(),
    closed_by = v_me.user_id, closed_name = v_me.display_name where c.id = p_id;
  return (select jsonb_build_object('id', a.id, 'version', a.version) from public.applications a where a.id = v_case.id);
end $$;
comment on function private.close_card(bigint, int, jsonb) is 'Definer: cards and cases have no write grant; contact_cases judges the caller.';

create function public.send_cards(p jsonb) returns jsonb language sql set search_path = '' as $$ select private.send_cards(p) $$;
comment on function public.send_cards(jsonb) is '連絡カード to the companies of up to 100 cases: {applications: [id], kind: correction|rejection|shortening|balance, question, fields, due_on, consent_text?}. Answer: {ids}.';
create function public.answer_card(p_id bigint, p jsonb) returns jsonb language sql set search_path = '' as $$ select private.answer_card(p_id, p) $$;
comment on function public.answer_card(bigint, jsonb) is 'Answers a card: {values: {field: value}, note, agreed (短縮の確認), signed_name (sheet)}. By the company, or by the agent from the sheet.';
create function public.close_card(p_id bigint, p_version int default null, p_values jsonb default null) returns jsonb
language sql set search_path = '' as $$ select private.close_card(p_id, p_version, p_values) $$;
comment on function public.close_card(bigint, int, jsonb) is 'The agent takes values of an answered card over into the case (its version) and closes the card; without values it only closes, an unanswered one is withdrawn.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace in ('private'::regnamespace, 'public'::regnamespace) and p.proname in ('send_cards', 'answer_card', 'close_card') loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
