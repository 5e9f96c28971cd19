-- The one report address of a company: confirmed by a link that only its reader has, before anything else is sent there (D-35).

create table private.mail_tokens (
  hash text primary key,
  requester_id bigint not null references public.requesters on delete cascade,
  address text not null,
  expires_at timestamptz not null default private.now() + interval '7 days'
);
comment on table private.mail_tokens is 'Hashes of the tokens in confirmation mails; the token itself is kept nowhere.';
create index mail_tokens_requester_idx on private.mail_tokens (requester_id);

create function private.mail_token_hash(p_token text) returns text
language sql immutable set search_path = '' as $$ select encode(extensions.digest(p_token, 'sha256'), 'hex') $$;

-- A token for one sending: made when the mail leaves, so that neither the outbox nor who reads it ever has it.
create function private.new_mail_token(p_requester_id bigint, p_address text) returns text
language plpgsql set search_path = '' as $$
declare
  v_token text := encode(extensions.gen_random_bytes(24), 'hex');
begin
  delete from private.mail_tokens t where t.expires_at < private.now();
  insert into private.mail_tokens (hash, requester_id, address) values (private.mail_token_hash(v_token), p_requester_id, p_address);
  return v_token;
end $$;

create function private.queue_confirmation(p_requester public.requesters) returns bigint
language sql set search_path = '' as $$
  select private.queue_mail('address_confirmation', format('address_confirmation:%s:%s', (p_requester).id, gen_random_uuid()), (p_requester).id, (p_requester).report_email, '{}')
  where not exists (select from public.mail_outbox m where m.requester_id = (p_requester).id and m.kind = 'address_confirmation'
    and m.to_address = (p_requester).report_email and m.state in ('queued', 'sending'))
$$;

-- Another address has to be confirmed anew; whoever asks for mails asks for that.
create function private.on_requester_mail_set() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.report_email is distinct from old.report_email then
    new.report_email_confirmed_at := null;
  end if;
  new.mail_daily_since := case when new.mail_daily_details then coalesce(new.mail_daily_since, private.today()) end;
  return new;
end $$;
create trigger on_requesters_mail_set before insert or update of report_email, mail_daily_details on public.requesters
  for each row execute function private.on_requester_mail_set();

create function private.on_requester_mail_asked() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.report_email is not null and new.report_email_confirmed_at is null then
    perform private.queue_confirmation(new);
  end if;
  return null;
end $$;
comment on function private.on_requester_mail_asked() is 'Definer: nobody writes the outbox by hand.';
create trigger on_requesters_mail_asked after update on public.requesters for each row
  when (new.report_email is distinct from old.report_email
    or (new.mail_daily_details and not old.mail_daily_details) or (new.mail_monthly_advances and not old.mail_monthly_advances))
  execute function private.on_requester_mail_asked();
create trigger on_requesters_added_mail_asked after insert on public.requesters for each row
  when (new.mail_daily_details or new.mail_monthly_advances) execute function private.on_requester_mail_asked();

create function private.confirm_report_address(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_requester bigint;
begin
  update public.requesters r set report_email_confirmed_at = coalesce(r.report_email_confirmed_at, private.now()),
    mail_daily_since = case when r.mail_daily_details then greatest(r.mail_daily_since, private.today()) end, version = r.version + 1
  from private.mail_tokens t
  where t.hash = private.mail_token_hash(p_token) and t.expires_at >= private.now() and r.id = t.requester_id and r.report_email = t.address
    and r.report_email_confirmed_at is null
  returning r.id into v_requester;
  -- a link that is opened twice is as good as once
  if v_requester is null and not exists (
    select from private.mail_tokens t join public.requesters r on r.id = t.requester_id
    where t.hash = private.mail_token_hash(p_token) and r.report_email = t.address and r.report_email_confirmed_at is not null) then
    perform private.refuse(404, 'confirmation_invalid');
  end if;
  return '{"confirmed": true}';
end $$;
comment on function private.confirm_report_address(text) is 'Definer: whoever has the token has read the mail; no account is needed.';
create function public.confirm_report_address(p_token text) returns jsonb
language sql set search_path = '' as $$ select private.confirm_report_address(p_token) $$;
comment on function public.confirm_report_address(text) is 'From the link of the confirmation mail, without signing in. Refused: 404 confirmation_invalid (wrong, older than 7 days, or another address since).';
grant execute on function private.confirm_report_address(text), public.confirm_report_address(text) to anon, authenticated;

-- Sends the confirmation once more: the company itself, its home branch, 本部管理者.
create function private.send_confirmation(p_requester_id bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.requesters;
begin
  select r.* into v from public.requesters r where r.id = p_requester_id and (
    private.has_role('hq_admin')
    or (private.has_role('branch_admin', 'branch_staff') and r.branch_id = private.my_branch())
    or (private.has_role('requester_admin') and r.id = private.my_company()));
  if v.id is null then
    perform private.refuse(403, 'not_allowed');
  elsif v.report_email is null or v.report_email_confirmed_at is not null then
    perform private.refuse(409, 'nothing_to_confirm');
  elsif private.queue_confirmation(v) is null then
    perform private.refuse(409, 'mail_is_queued');
  end if;
  return jsonb_build_object('to', v.report_email);
end $$;
comment on function private.send_confirmation(bigint) is 'Definer: nobody writes the outbox by hand; it judges the caller itself.';
create function public.send_confirmation(p_requester_id bigint) returns jsonb
language sql set search_path = '' as $$ select private.send_confirmation(p_requester_id) $$;
comment on function public.send_confirmation(bigint) is 'Sends the confirmation of the report address again: { to }. Refused: 403 not_allowed, 409 nothing_to_confirm, mail_is_queued.';
grant execute on function private.send_confirmation(bigint), public.send_confirmation(bigint) to authenticated;
