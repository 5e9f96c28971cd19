-- Who the caller is and what that lets him read. Every policy compares indexed columns with these scalars inside
-- `(select …)`, so that each is computed once a statement (docs/bench.md). They read the members row, not the token:
-- dismissal and a forced password change take effect on the next request (D-6, D-9).

-- What stands between a person and the rows, as far as the second factor goes (D-7): `verify` when he has one and this
-- session has not shown it, `enroll` when his role must have one, else `ok`. plpgsql, because settings come later.
create function private.second_factor_state(p_user_id uuid, p_role text) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select auth.jwt()) ->> 'aal' = 'aal2' then
    return 'ok';
  elsif exists (select from auth.mfa_factors f where f.user_id = p_user_id and f.status = 'verified') then
    return 'verify';
  elsif p_role in ('hq_admin', 'hq_finance', 'hq_viewer', 'auditor', 'branch_admin', 'branch_staff')
    and private.setting_is_on('second_factor_required') then
    return 'enroll';
  end if;
  return 'ok';
end $$;
comment on function private.second_factor_state(uuid, text) is 'Definer: the factors are readable to Auth alone.';

-- Each question below reads the caller's row by the same condition and answers what it is asked: nothing when nobody is signed in,
-- the person is disabled, the password must be changed first, or a second factor is still to be shown. Written out from one
-- text, since policies ask these in every statement: a function that asked another for the row would take three times as
-- long. plpgsql for its plan, which a session keeps: SQL functions would be planned anew each time.
do $$
declare
  q record;
begin
  for q in select * from (values
    ('me()', 'public.members', 'm.*', 'null'),
    ('my_role()', 'text', 'm.role', 'null'),
    ('my_branch()', 'bigint', 'm.branch_id', 'null'),
    -- the company of a person who works for all of it; null for one bound to a site
    ('my_requester()', 'bigint', 'case when m.site_id is null then m.requester_id end', 'null'),
    -- the company of anybody who works for one, bound to a site or not
    ('my_company()', 'bigint', 'm.requester_id', 'null'),
    ('my_site()', 'bigint', 'm.site_id', 'null'),
    -- head office reads every case; the auditor none (D-2)
    ('is_hq()', 'boolean', $q$m.role in ('hq_admin', 'hq_finance', 'hq_viewer')$q$, 'false'),
    ('is_hq_or_auditor()', 'boolean', $q$m.role in ('hq_admin', 'hq_finance', 'hq_viewer', 'auditor')$q$, 'false'),
    ('has_role(variadic p_roles text[])', 'boolean', 'm.role = any (p_roles)', 'false')
  ) x (signature, type, expression, nobody) loop
    execute format($f$
      create function private.%s returns %s
      language plpgsql stable security definer set search_path = '' as $body$
      declare
        v_answer %2$s;
        v_token jsonb := auth.jwt();
      begin
        select %s into v_answer from public.members m
        where m.user_id = (v_token ->> 'sub')::uuid and m.disabled_at is null and not m.must_change_password
          and (m.password_expires_on is null or m.password_expires_on >= private.today())
          and (v_token ->> 'aal' = 'aal2' or private.second_factor_state(m.user_id, m.role) = 'ok');
        return case when found then v_answer else %s end;
      end $body$ $f$, q.signature, q.type, q.expression, q.nobody);
    execute format('comment on function private.%s is %L', replace(q.signature, 'variadic p_roles ', ''),
      'Definer: reads members whatever policies the caller is under, else they would recurse.');
    execute format('grant execute on function private.%s to authenticated', replace(q.signature, 'variadic p_roles ', ''));
  end loop;
end $$;

-- Companies with a workshop in the caller's branch area (D-3). Policies ask `in (select unnest((select …)))`, which is hashed once: of
-- the thousands of a large branch `= any (…)` would compare each with each row. The inner select keeps the planner from
-- calling the function to guess how many there are.
create function private.my_area_requesters() returns bigint[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_branch bigint := private.my_branch();
begin
  return case when v_branch is null then '{}'::bigint[]
    else array(select distinct s.requester_id from public.sites s where s.branch_id = v_branch) end;
end $$;
-- Sites of the companies at home in the caller's branch are seen with the company.
create function private.my_home_requesters() returns bigint[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_branch bigint := private.my_branch();
begin
  return case when v_branch is null then '{}'::bigint[]
    else array(select r.id from public.requesters r where r.branch_id = v_branch) end;
end $$;
comment on function private.my_area_requesters() is 'Definer: reads the directory whatever policies the caller is under, else they would recurse.';
comment on function private.my_home_requesters() is 'Definer: reads the directory whatever policies the caller is under, else they would recurse.';
grant execute on function private.my_area_requesters(), private.my_home_requesters() to authenticated;

create policy holidays_select on public.holidays for select to authenticated using ((select private.my_role()) is not null);
comment on policy holidays_select on public.holidays is 'Everyone signed in reads the calendar.';

create policy branches_select on public.branches for select to authenticated using ((select private.my_role()) is not null);
comment on policy branches_select on public.branches is 'Everyone signed in reads the branch directory.';
create policy branches_select_anon on public.branches for select to anon using (true);
comment on policy branches_select_anon on public.branches is 'The directory of branches is public.';
grant select on public.branches to authenticated;
grant select (id, code, name, region, office, postal_code, address, phone) on public.branches to anon;

create policy requesters_select on public.requesters for select to authenticated using (
  (select private.is_hq())
  or branch_id = (select private.my_branch())
  or id in (select unnest((select private.my_area_requesters())))
  or id = (select private.my_company()));
comment on policy requesters_select on public.requesters is 'Head office all; a branch its own companies and those with a site in its area; a garage its own.';
grant select on public.requesters to authenticated;

create policy sites_select on public.sites for select to authenticated using (
  (select private.is_hq())
  or branch_id = (select private.my_branch())
  or requester_id in (select unnest((select private.my_home_requesters())))
  or requester_id = (select private.my_requester())
  or id = (select private.my_site()));
comment on policy sites_select on public.sites is 'Head office all; a branch the sites of its area and of its companies; a company its own; a person bound to a site that one.';
grant select on public.sites to authenticated;

create policy members_select on public.members for select to authenticated using (
  user_id = (select (private.me()).user_id)
  or (select private.has_role('hq_admin', 'auditor'))
  or ((select private.has_role('branch_admin')) and (branch_id = (select private.my_branch())
      or (role = 'requester_admin' and requester_id in (select unnest((select private.my_home_requesters()))))))
  or ((select private.has_role('requester_admin')) and requester_id = (select private.my_company()))
  or ((select private.has_role('site_admin')) and site_id = (select private.my_site())));
comment on policy members_select on public.members is
  'Oneself always; administrators those they administer: head office all, a branch its people and the administrators of its companies, a company its people, a site its people.';
grant select (user_id, login_id, email, display_name, role, branch_id, requester_id, site_id, disabled_at, password_expires_on,
  must_change_password, locked_until, last_sign_in_at, version, created_at) on public.members to authenticated;
