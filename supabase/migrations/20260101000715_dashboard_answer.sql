-- The dashboard of each role, put together from the parts of the file before.

-- The scope column of applications and its value that a person's own cases have; null is the nation.
create function private.case_scope(p_member public.members, out scope text, out id bigint)
language sql immutable set search_path = '' as $$
  select case when p_member.site_id is not null then 'site_id' when p_member.requester_id is not null then 'requester_id'
    when p_member.branch_id is not null then 'agent_branch_id' end,
    coalesce(p_member.site_id, p_member.requester_id, p_member.branch_id)
$$;

create function private.dashboard(p_member public.members) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  s record := private.case_scope(p_member);
  v jsonb := jsonb_build_object('today', private.today(), 'now', private.now(), 'trouble_since', private.trouble_since());
  v_due bigint;
begin
  if p_member.role is null then
    perform private.refuse(401, 'not_signed_in');
  elsif p_member.role = 'auditor' then
    return v;
  end if;
  if p_member.role = 'hq_finance' then
    return v || jsonb_build_object('closing', private.dashboard_closing(4), 'debits', private.dashboard_debits(),
      'differences', private.dashboard_differences(), 'failed_debits', private.dashboard_failed_debits(), 'months', private.dashboard_months());
  end if;
  -- the same lines as the rule of 要注意一覧, whose count for the nation the clock may keep; muted or not, they fall due
  select k.lines + k.muted into v_due from private.kept_count('due_soon') k;
  v := v || jsonb_build_object('queues', private.dashboard_queues(s.scope, s.id), 'due_soon', coalesce(v_due, private.dashboard_due(s.scope, s.id)));
  if p_member.role in ('hq_admin', 'hq_viewer') then
    return v || jsonb_build_object('days', private.dashboard_days(null), 'closing', private.dashboard_closing(2),
      'last_day', private.dashboard_last_day(), 'branches', private.dashboard_branches(private.dashboard_last_day()),
      'needs_review', (select count(*) from public.applications a where a.needs_review),
      'pending_sites', (select count(*) from public.sites x where x.status = 'pending'));
  elsif p_member.branch_id is not null then
    return v || jsonb_build_object('days', private.dashboard_days(p_member.branch_id), 'companies', private.dashboard_companies(p_member.branch_id),
      'top', private.dashboard_top('agent_branch_id', p_member.branch_id, 'requester_id'),
      'needs_review', (select count(*) from public.applications a where a.needs_review and a.agent_branch_id = p_member.branch_id),
      'pending_sites', (select count(*) from public.sites x where x.status = 'pending' and x.branch_id = p_member.branch_id));
  end if;
  return v || jsonb_build_object('months', private.dashboard_own_months(s.scope, s.id),
    'top', private.dashboard_top(s.scope, s.id, 'site_id'),
    'draw_notice', case when p_member.role = 'requester_admin' then private.my_draw_notice() end,
    'statement', case when p_member.role = 'requester_admin' then private.dashboard_statement(p_member.requester_id) end);
end $$;

create function public.dashboard() returns jsonb
language sql stable set search_path = '' as $$ select private.dashboard(private.me()) $$;
comment on function public.dashboard() is 'ダッシュボード of the caller: queues with counts, due fees, and the figures of the role''s charts. Read-only.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'private'::regnamespace
    and (p.proname like 'dashboard%' or p.proname in ('queue_of', 'trouble_since', 'case_scope'))
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
grant execute on function public.dashboard() to authenticated;
