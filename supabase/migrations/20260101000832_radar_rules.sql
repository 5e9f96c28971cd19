-- The rules of 要注意一覧, each one statement that answers (subject_id, day, detail): counts, lines and mutes are made from it.
-- Invoker functions: the policies show each person the own part, and a constant filter of the scope makes it fast (docs/bench.md).
-- Nothing in them calls a function for each row.

-- The rules in the order of the screen, what a line is about, and whom it concerns.
create function private.radar_rules() returns table (rule text, subject text, reaches text[])
language sql immutable set search_path = '' as $$
  values ('due_soon', 'application', '{hq,branch}'::text[]), ('expiring', 'application', '{hq,branch,garage}'),
    ('shortening_silent', 'application', '{hq,branch,garage}'), ('shortening_ask', 'application', '{hq,branch,garage}'),
    ('hotekisho_ending', 'application', '{hq,branch,garage}'), ('liability_short', 'application', '{hq,branch,garage}'),
    ('chassis_differs', 'application', '{hq,branch,garage}'), ('double_filing', 'application', '{hq,branch,garage}'), ('filed_again', 'application', '{hq,branch,garage}'),
    ('stuck', 'application', '{hq,branch}'), ('needs_review', 'application', '{hq,branch}'),
    ('completed_without_date', 'application', '{hq,branch}'), ('fee_missing', 'application', '{hq,branch}'),
    ('cashless_advanced', 'application', '{hq,branch}'), ('advance_twice', 'application', '{hq,branch}'),
    ('payee_differs', 'branch', '{hq,branch}'), ('account_not_open', 'requester', '{hq,branch,company}'),
    ('account_missing', 'requester', '{hq,branch,company}'), ('site_pending', 'site', '{hq,branch,company}'),
    ('onboarding', 'requester', '{hq,branch}'),
    ('certificate', 'branch', '{hq,branch}'), ('agent_kei', 'branch', '{hq,branch}'), ('card_waiting', 'application', '{hq,branch,garage}')
$$;
create function private.radar_reaches(p_member public.members) returns text[]
language sql immutable set search_path = '' as $$
  select case when p_member.role in ('hq_admin', 'hq_finance', 'hq_viewer') then '{hq}'::text[] when p_member.branch_id is not null then '{branch}'
    when p_member.role = 'requester_admin' then '{garage,company}' when p_member.requester_id is not null then '{garage}' else '{}' end
$$;

-- Cases that would be filed too early on the day of filing: %1$s is the first day without shortening, %2$s the day of filing (domain §8.3).
-- What is sent is filed in the order it came, whatever its 申請予定日 (§2.7); only a draft waits, for its 予約送信 or for its author.
create function private.radar_shortening_sql(p_unfiled text, p_window text) returns text
language sql stable set search_path = '' as $$
  select format($q$
      select a.id as subject_id, %2$s as day, jsonb_build_object('expires_on', a.inspection_expires_on, 'free_from', %2$s) as detail
      %1$s and not a.shortening_allowed and $q$, p_unfiled, x.free_from) || format(p_window, x.free_from, x.files_on)
  from (select '(a.inspection_expires_on - interval ''2 months'')::date' as free_from, 
    format('case when a.filing_status = ''draft'' then coalesce(a.held_until, greatest(a.planned_on, %1$L)) else %1$L::date end', private.today()) as files_on) x
$$;

-- Rules on open cases: (subject_id, day, detail). A company's drafts are its own affair: the office is warned once they are sent.
create function private.radar_case_sql(p_rule text, p_member public.members) returns text
language plpgsql stable set search_path = '' as $$
declare
  s record := private.case_scope(p_member);
  v_scope text := case when s.scope is null then 'true' else format('a.%I = %s', s.scope, s.id) end;
  v_open text := $q$from public.applications a where a.outcome = 'open' and $q$ || v_scope;
  v_unfiled text := v_open || format(' and a.filing_status = any (%L)', case when s.scope = 'agent_branch_id' or s.scope is null then '{requested}' else '{draft,requested}' end);
  v_today date := private.today();
  v_age text := format($q$select a.id as subject_id, (a.status_changed_at at time zone 'Asia/Tokyo')::date as day,
      jsonb_build_object('since', a.status_changed_at, 'usual_hours', ceil(extract(epoch from greatest(g.floor, g.usual)) / 3600)) as detail
    from public.applications a join private.step_ages g on g.vehicle_kind = a.vehicle_kind and g.step = %s
    where %s and a.status_changed_at < %L::timestamptz - greatest(g.floor, g.usual)$q$, private.step_sql('a.filing_status', 'a.oss_status'), v_scope, private.now());
begin
  return case p_rule
    when 'due_soon' then format($q$
      select f.application_id as subject_id, min(f.due_on) as day, jsonb_build_object('fees', jsonb_agg(f.fee_kind order by f.fee_kind)) as detail
      from public.fee_payments f join public.applications a on a.id = f.application_id
      where f.status in ('due', 'failed') and f.due_on between %L and %L and a.outcome = 'open' and %s group by 1$q$,
      private.trouble_since(), v_today + 3, replace(v_scope, 'a.', 'f.'))
    -- two weeks for what is not filed, one for what is not done
    when 'expiring' then format($q$select a.id as subject_id, a.inspection_expires_on as day, '{}'::jsonb as detail
      %s and a.inspection_expires_on between %L and case when a.filing_status in ('draft', 'requested') then %L::date else %L end$q$,
      v_open, v_today - 30, v_today + 14, v_today + 7)
    -- 保適証 is good for 15 days from the inspection, its day among them (docs/decisions.md P-67)
    when 'hotekisho_ending' then format($q$select a.id as subject_id, a.inspected_on + 14 as day, '{}'::jsonb as detail
      %s and a.inspected_on between %L and %L$q$, v_unfiled, v_today - 60, v_today - 10)
    -- 自賠責 must last as long as the new certificate: one year at least, two where the request says so
    when 'liability_short' then format($q$select a.id as subject_id, a.liability_ends_on as day, jsonb_build_object('expires_on', a.inspection_expires_on) as detail
      %s and a.liability_ends_on < (greatest(a.inspection_expires_on, %L) + case when a.certificate_period like '2%%' then interval '2 years' else interval '1 year' end)::date$q$,
      v_unfiled, v_today)
    when 'shortening_silent' then private.radar_shortening_sql(v_unfiled, '%2$s < %1$s - 14')
    when 'shortening_ask' then private.radar_shortening_sql(v_unfiled, '%2$s between %1$s - 14 and %1$s - 1')
    when 'chassis_differs' then format($q$
      select a.id as subject_id, (a.status_changed_at at time zone 'Asia/Tokyo')::date as day, jsonb_build_object('chassis_no', b.chassis_no, 'other_id', b.id) as detail
      from (select a.* %s and a.filing_status in ('draft', 'requested')) a cross join lateral (
        select b.id, b.chassis_no from public.applications b
        where b.plate_number = a.plate_number and b.plate_area = a.plate_area and b.plate_class = a.plate_class and b.plate_kana = a.plate_kana
          and b.id < a.id and b.chassis_no <> a.chassis_no and private.differs_by_one(a.chassis_no, b.chassis_no)
        order by b.id desc limit 1) b$q$, v_open)
    when 'double_filing' then format($q$
      select x.id as subject_id, x.day, jsonb_build_object('ids', x.ids) as detail
      from (select a.id, (a.status_changed_at at time zone 'Asia/Tokyo')::date as day, array_agg(a.id) over (partition by a.chassis_no) as ids %s) x
      where cardinality(x.ids) > 1$q$, v_open)
    -- its fees would be paid again (§4.9-4, before it happens)
    when 'filed_again' then format($q$
      select a.id as subject_id, b.completed_on as day, jsonb_build_object('other_id', b.id) as detail
      from (select a.id, a.chassis_no %s) a cross join lateral (
        select b.id, b.completed_on from public.applications b
        where b.chassis_no = a.chassis_no and b.id < a.id and b.outcome = 'completed' and b.completed_on >= %L
        order by b.id desc limit 1) b$q$, v_unfiled, v_today - 60)
    -- the office asks after cards whose day has passed, the garage sees each that waits for it
    when 'card_waiting' then format($q$
      select c.application_id as subject_id, min(c.due_on) as day, jsonb_build_object('kinds', jsonb_agg(c.kind order by c.id)) as detail
      from public.contact_cards c where c.state = 'open' and %s%s group by 1$q$,
      replace(v_scope, 'a.', 'c.'), case when p_member.requester_id is null then format(' and c.due_on < %L', v_today) else '' end)
    when 'stuck' then v_age || $q$ and a.outcome = 'open' and a.filing_status <> 'draft' union all $q$ || v_age || $q$ and a.oss_status = 'issue_pending'$q$
  end;
end $$;

-- The other rules: imports, money, companies and sites.
create function private.radar_other_sql(p_rule text, p_member public.members) returns text
language plpgsql stable set search_path = '' as $$
declare
  v_case text := coalesce('a.agent_branch_id = ' || p_member.branch_id, 'true');
  v_company text := coalesce('r.branch_id = ' || p_member.branch_id, 'r.id = ' || p_member.requester_id, 'true');
  v_site text := coalesce('s.branch_id = ' || p_member.branch_id, 's.requester_id = ' || p_member.requester_id, 'true');
begin
  return case
    when p_rule in ('needs_review', 'completed_without_date') then format($q$
      select a.id as subject_id, (coalesce(a.requested_at, a.created_at) at time zone 'Asia/Tokyo')::date as day, '{}'::jsonb as detail
      from public.applications a where %s and %s$q$,
      case p_rule when 'needs_review' then 'a.needs_review' else $q$a.outcome = 'completed' and a.completed_on is null$q$ end, v_case)
    when p_rule in ('fee_missing', 'cashless_advanced', 'advance_twice') then format($q$
      select f.application_id as subject_id, min((f.found_at at time zone 'Asia/Tokyo')::date) as day, jsonb_build_object('fees', jsonb_agg(f.fee_kind order by f.fee_kind)) as detail
      from private.radar_findings f join public.applications a on a.id = f.application_id
      where f.rule = %L and private.finding_holds(f) and %s group by 1$q$, p_rule, v_case)
    when p_rule = 'payee_differs' then format($q$
      select d.agent_branch_id as subject_id, min(d.since) as day, jsonb_build_object('count', count(*), 'amount', sum(d.difference)) as detail
      from public.payee_differences d where d.agent_branch_id is not null and %s group by 1$q$, replace(v_case, 'a.', 'd.'))
    -- its taxes could not be drawn (domain §3.4 A4): the forms are on their way, and cases that no card pays wait already
    when p_rule = 'account_not_open' then format($q$
      select r.id as subject_id, min((a.requested_at at time zone 'Asia/Tokyo')::date) as day, jsonb_build_object('count', count(*), 'status', r.onboarding_status) as detail
      from public.requesters r join public.applications a on a.requester_id = r.id
      where r.onboarding_status not in ('in_use', 'changing', 'left') and a.outcome = 'open' and a.filing_status <> 'draft' and not a.cashless and %s
      group by r.id$q$, coalesce('r.id = ' || p_member.requester_id, v_case))
    when p_rule = 'account_missing' then format($q$
      select r.id as subject_id, coalesce(w.opens_on, (r.created_at at time zone 'Asia/Tokyo')::date) as day, jsonb_build_object('opens_on', w.opens_on) as detail
      from private.requesters_without_account() w join public.requesters r on r.id = w.requester_id where %s$q$, v_company)
    when p_rule = 'site_pending' then format($q$
      select s.id as subject_id, (s.created_at at time zone 'Asia/Tokyo')::date as day, '{}'::jsonb as detail
      from public.sites s where s.status = 'pending' and s.created_at < %L and %s$q$, private.now() - interval '3 days', v_site)
    when p_rule = 'certificate' then format($q$
      select b.id as subject_id, coalesce(c.ends_on, %1$L) as day, jsonb_build_object('state', c.state) as detail
      from (select b.id, private.certificate_state(b.id, %1$L) as state, (private.certificate_on(b.id, %1$L)).ends_on from public.branches b where %2$s) c
      join public.branches b on b.id = c.id where c.state <> 'valid'$q$,
      private.today(), coalesce('b.id = ' || p_member.branch_id, 'true'))
    -- 軽検協 hands nothing over under another name (F-39), and only 国庫金 goes by direct debit (F-40)
    when p_rule = 'agent_kei' then format($q$
      select o.branch_id as subject_id, %L::date as day, jsonb_build_object('problems', o.problems) as detail
      from (select b.branch_id, array_remove(array[
          case when b.kei_pickup_name is null or b.kei_pickup_filed is null then 'pickup_missing' when b.kei_pickup_name <> b.kei_pickup_filed then 'pickup_differs' end,
          case when b.kei_payment <> 'direct_treasury' then 'payment' end], null) as problems
        from public.agent_offices b where %s) o
      where o.problems <> '{}'$q$, private.today(), coalesce('b.branch_id = ' || p_member.branch_id, 'true'))
    when p_rule = 'onboarding' then format($q$
      select r.id as subject_id, (r.created_at at time zone 'Asia/Tokyo')::date as day, jsonb_build_object('status', r.onboarding_status) as detail
      from public.requesters r
      where r.contract_status = 'active' and %1$s and (
        (r.onboarding_status in ('received', 'incomplete', 'sent', 'ainas_pending', 'registered') and r.created_at < %2$L)
        or (r.onboarding_status in ('sites_ready', 'account_pending') and r.created_at < %3$L))$q$,
      v_company, private.now() - interval '10 days', private.now() - interval '40 days')
  end;
end $$;

-- A rule as SQL for a person; refuses rules that do not concern him.
create function private.radar_sql(p_rule text, p_member public.members) returns text
language plpgsql stable set search_path = '' as $$
begin
  if p_member.role is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not exists (select from private.radar_rules() r where r.rule = p_rule) then
    perform private.refuse(400, 'invalid_value', '{"field": "p_rule"}');
  elsif not exists (select from private.radar_rules() r where r.rule = p_rule and r.reaches && private.radar_reaches(p_member)) then
    perform private.refuse(403, 'not_allowed');
  end if;
  return coalesce(private.radar_case_sql(p_rule, p_member), private.radar_other_sql(p_rule, p_member));
end $$;
