-- 送信: every mail is a row before it is a mail (D-35). A key names what the mail is about, so that a schedule that fires twice
-- makes one row; a claim with a lease lets one worker send it, and another go on when that one died.

create table public.mail_outbox (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in ('fee_details', 'advances', 'ainas_registered', 'debit_notice', 'address_confirmation', 'contact_card', 'general')),
  key text collate "C" not null unique,
  requester_id bigint references public.requesters,
  branch_id bigint references public.branches,
  to_address text not null check (to_address ~ '^[^@\s]+@[^@\s]+$'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  state text collate "C" not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  attempts int not null default 0,
  error text,
  next_try_at timestamptz not null default private.now(),
  claim uuid,
  created_at timestamptz not null default private.now(),
  sent_at timestamptz,
  resent_from bigint references public.mail_outbox,
  asked_by text
);
comment on table public.mail_outbox is '送信履歴: one row a mail. Written by the database alone; the words are made from kind and facts when it is sent (D-35).';
comment on column public.mail_outbox.facts is 'Counts, dates, amounts and the page a link leads to; never a plate, a chassis number or a name of a person.';
comment on column public.mail_outbox.branch_id is 'Home branch of the company when the mail was made: it may read and resend it.';
comment on column public.mail_outbox.next_try_at is 'When a queued mail is due; for one being sent, when its claim has run out and another worker may take it.';
create index mail_outbox_requester_idx on public.mail_outbox (requester_id, id desc);
create index mail_outbox_branch_idx on public.mail_outbox (branch_id, id desc);
create index mail_outbox_due_idx on public.mail_outbox (next_try_at, id) where state in ('queued', 'sending');
create index mail_outbox_resent_idx on public.mail_outbox (resent_from) where resent_from is not null;

alter table public.mail_outbox enable row level security;
create policy mail_outbox_select on public.mail_outbox for select to authenticated using (
  (select private.is_hq())
  or branch_id = (select private.my_branch())
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_company())));
comment on policy mail_outbox_select on public.mail_outbox is 'Head office all, a branch the mails to its companies, a company''s administrator its own.';
grant select (id, kind, requester_id, branch_id, to_address, facts, state, attempts, error, next_try_at, created_at, sent_at, resent_from, asked_by)
  on public.mail_outbox to authenticated;

-- Puts a mail into the outbox unless one with this key is there. Answers its id, or null when it was there.
create function private.queue_mail(p_kind text, p_key text, p_requester_id bigint, p_to text, p_facts jsonb) returns bigint
language sql set search_path = '' as $$
  insert into public.mail_outbox (kind, key, requester_id, branch_id, to_address, facts)
  values (p_kind, p_key, p_requester_id, (select r.branch_id from public.requesters r where r.id = p_requester_id), p_to, p_facts)
  on conflict (key) do nothing returning id
$$;
comment on function private.queue_mail(text, text, bigint, text, jsonb) is 'For code of the database only; each kind''s facts are those of src/domain/mail.ts.';

-- The company's address, if it was confirmed and the company still has its contract.
create function private.confirmed_address(p_requester_id bigint) returns text
language sql stable set search_path = '' as $$
  select r.report_email from public.requesters r
  where r.id = p_requester_id and r.report_email_confirmed_at is not null and r.contract_status <> 'left'
$$;

-- Whether a mail may still go out: between making and sending an address may have changed. Only the confirmation and
-- 登録完了 go to an address that nobody has confirmed.
create function private.mail_may_go(p_mail public.mail_outbox) returns boolean
language sql stable set search_path = '' as $$
  select case (p_mail).kind
    when 'ainas_registered' then true
    when 'address_confirmation' then exists (select from public.requesters r
      where r.id = (p_mail).requester_id and r.report_email = (p_mail).to_address and r.report_email_confirmed_at is null)
    else (p_mail).requester_id is null or coalesce(private.confirmed_address((p_mail).requester_id) = (p_mail).to_address, false) end
$$;

create function private.mail_attempts() returns int language sql immutable set search_path = '' as $$ select 8 $$;
-- How long a worker may keep a mail before another takes it: far longer than a run of the function lasts.
create function private.mail_lease() returns interval language sql immutable set search_path = '' as $$ select interval '10 minutes' $$;

-- Takes up to p_limit due mails for one worker. The row lock is held for a moment only; the claim outlives it.
create function private.claim_mails(p_limit int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_claim uuid := gen_random_uuid();
  v_mails jsonb;
begin
  update public.mail_outbox m set state = 'cancelled', claim = null
  where m.state = 'queued' and m.next_try_at <= private.now() and not private.mail_may_go(m);
  update public.mail_outbox m set state = 'failed', claim = null, error = coalesce(m.error, 'no_answer')
  where m.state = 'sending' and m.next_try_at <= private.now() and m.attempts >= private.mail_attempts();

  with due as (
    select m.id from public.mail_outbox m
    where m.state in ('queued', 'sending') and m.next_try_at <= private.now()
    order by m.next_try_at, m.id limit p_limit for update skip locked
  ), taken as (
    update public.mail_outbox m set state = 'sending', claim = v_claim, attempts = m.attempts + 1, next_try_at = private.now() + private.mail_lease()
    from due d where m.id = d.id returning m.*
  )
  select jsonb_agg(jsonb_build_object('id', t.id, 'claim', t.claim, 'kind', t.kind, 'to', t.to_address,
    'facts', t.facts || case when t.kind = 'address_confirmation' then jsonb_build_object('token', private.new_mail_token(t.requester_id, t.to_address)) else '{}' end) order by t.id)
  into v_mails from taken t;
  return coalesce(v_mails, '[]');
end $$;
comment on function private.claim_mails(int) is 'Definer: the service role writes the outbox through this alone.';

-- What became of a mail that was claimed. A worker whose claim ran out changes nothing: the mail is another's.
create function private.finish_mail(p_id bigint, p_claim uuid, p_error text, p_final boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.mail_outbox m set
    state = case when p_error is null then 'sent' when p_final or m.attempts >= private.mail_attempts() then 'failed' else 'queued' end,
    error = left(p_error, 300), claim = null,
    sent_at = case when p_error is null then private.now() end,
    next_try_at = private.now() + make_interval(mins => (2 ^ m.attempts)::int)
  where m.id = p_id and m.claim = p_claim and m.state = 'sending';
  return found;
end $$;
comment on function private.finish_mail(bigint, uuid, text, boolean) is 'Definer: as claim_mails.';

create function public.claim_mails(p_limit int default 20) returns jsonb
language sql set search_path = '' as $$ select private.claim_mails(least(p_limit, 100)) $$;
comment on function public.claim_mails(int) is 'Service role only: [{ id, claim, kind, to, facts }], each for this caller alone until its lease ends.';
create function public.finish_mail(p_id bigint, p_claim uuid, p_error text default null, p_final boolean default false) returns boolean
language sql set search_path = '' as $$ select private.finish_mail(p_id, p_claim, p_error, p_final) $$;
comment on function public.finish_mail(bigint, uuid, text, boolean) is
  'Service role only: sent (no error), or to be tried again after 2, 4, 8 … minutes, eight times at most; p_final gives up at once. False: the claim was lost.';
grant execute on function private.claim_mails(int), public.claim_mails(int), private.finish_mail(bigint, uuid, text, boolean),
  public.finish_mail(bigint, uuid, text, boolean) to service_role;

-- Sends what was sent, or could not be, once more, to the address of today. Refused while one of its line is on its way.
create function private.resend_mail(p_id bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
  v public.mail_outbox;
  v_root bigint;
  v_to text;
  v_id bigint;
begin
  select m.* into v from public.mail_outbox m
  where m.id = p_id and (private.is_hq() or m.branch_id = v_me.branch_id or (v_me.role = 'requester_admin' and m.requester_id = v_me.requester_id));
  if v.id is null then
    perform private.refuse(404, 'not_found');
  elsif not private.has_role('hq_admin', 'branch_admin', 'branch_staff') then
    perform private.refuse(403, 'not_allowed');
  end if;
  v_root := coalesce(v.resent_from, v.id);
  -- two people asking for the same mail see each other
  perform from public.mail_outbox m where m.id = v_root for update;
  if exists (select from public.mail_outbox m where (m.id = v_root or m.resent_from = v_root) and m.state in ('queued', 'sending')) then
    perform private.refuse(409, 'mail_is_queued');
  end if;
  v_to := case when v.kind in ('ainas_registered', 'address_confirmation') or v.requester_id is null then v.to_address
    else private.confirmed_address(v.requester_id) end;
  if v_to is null then
    perform private.refuse(409, 'address_not_confirmed');
  end if;
  insert into public.mail_outbox (kind, key, requester_id, branch_id, to_address, facts, resent_from, asked_by)
  select v.kind, v_root || '#' || (count(*) + 1), v.requester_id, v.branch_id, v_to, v.facts, v_root, v_me.display_name
  from public.mail_outbox m where m.resent_from = v_root
  returning id into v_id;
  return jsonb_build_object('id', v_id);
end $$;
comment on function private.resend_mail(bigint) is 'Definer: nobody writes the outbox by hand; it judges the caller by private.me().';
create function public.resend_mail(p_id bigint) returns jsonb
language sql set search_path = '' as $$ select private.resend_mail(p_id) $$;
comment on function public.resend_mail(bigint) is '再送: 本部管理者 and the home branch. { id } of the new mail. Refused: 404 not_found, 403 not_allowed, 409 mail_is_queued, address_not_confirmed.';
grant execute on function private.resend_mail(bigint), public.resend_mail(bigint) to authenticated;
