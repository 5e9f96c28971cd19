-- 申請データ from AINAS, part 2: what a row makes of a case, its history, fees and advances. All set-based, all in one transaction.

-- A case as a row of the file says it is; an empty cell leaves what is known. Used for new cases and old ones alike.
create function private.mirrored(p_case public.applications, p_row private.ainas_rows) returns public.applications
language plpgsql immutable set search_path = '' as $$
declare
  a public.applications := p_case;
  f private.ainas_file_row := p_row.f;
begin
  a.application_no := f.application_no;
  a.vehicle_kind := f.vehicle_kind;
  a.chassis_no := f.chassis_no;
  a.requester_id := p_row.requester_id;
  a.site_id := p_row.site_id;
  a.agent_branch_id := p_row.agent_branch_id;
  a.home_branch_id := coalesce(a.home_branch_id, p_row.home_branch_id);
  a.needs_review := coalesce(a.needs_review, p_row.needs_review);
  a.application_type := case when 'refiled' in (a.application_type, f.application_type) then 'refiled' else 'initial' end;
  if a.filing_status is null or num_nonnulls(p_row.filing_status, p_row.oss_status) > 0 then
    a.filing_status := coalesce(p_row.filing_status, a.filing_status, 'unknown');
    a.oss_status := p_row.oss_status;
    a.oss_status_label := case when p_row.oss_status = 'unknown' then f.oss_status_label end;
    a.outcome := private.outcome_of(a.filing_status, a.oss_status);
  end if;
  a.oss_status_raw := coalesce(f.oss_status_raw, a.oss_status_raw);
  if f.plate is not null then
    a.plate_raw := f.plate;
    if f.plate_number is not null or a.plate_number is null then
      a.plate_area := f.plate_area;
      a.plate_class := f.plate_class;
      a.plate_kana := f.plate_kana;
      a.plate_number := f.plate_number;
    end if;
  end if;
  a.cashless := coalesce(f.cashless, false) and a.vehicle_kind = 'registered';
  a.filing_office := coalesce(f.filing_office, a.filing_office);
  a.requested_at := coalesce(f.requested_at, a.requested_at);
  a.filed_at := coalesce(f.filed_at, a.filed_at);
  -- refiled and not yet accepted: the number it had is the former one now
  if f.acceptance_no is not null or f.previous_acceptance_no is not null then
    a.acceptance_no := f.acceptance_no;
    a.previous_acceptance_no := coalesce(f.previous_acceptance_no, a.previous_acceptance_no);
  end if;
  -- a completion taken back in AINAS is taken back here; a file without the date does not take it back
  a.completed_on := coalesce(f.completed_on, case when a.filing_status in ('completed', 'unknown') then a.completed_on end);
  a.procedure_completed_on := a.completed_on;
  a.message_flag := coalesce(f.message_flag, false);
  a.notice_flag := coalesce(f.notice_flag, false);
  a.due_notice_flag := coalesce(f.due_notice_flag, false);
  -- columns that not every file has: what the branch has typed in stays then
  a.resume_status_raw := coalesce(f.resume_status_raw, a.resume_status_raw);
  a.hotekisho_obtained := coalesce(f.hotekisho_obtained, a.hotekisho_obtained);
  a.liability_obtained := coalesce(f.liability_obtained, a.liability_obtained);
  a.review_requested_at := coalesce(f.review_requested_at, a.review_requested_at);
  a.issue_ready_on := coalesce(f.issue_ready_on, a.issue_ready_on);
  a.record_agent_name := coalesce(f.record_agent_name, a.record_agent_name);
  a.issue_judgement := coalesce(f.issue_judgement, a.issue_judgement);
  a.inspection_fee_waived := coalesce(f.inspection_fee_waived, a.inspection_fee_waived, false);
  a.tech_fee_waived := coalesce(f.tech_fee_waived, a.tech_fee_waived, false);
  return a;
end $$;

create function private.insert_ainas_cases(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  with new_case as (
    insert into public.applications (application_no, vehicle_kind, application_type, source, filing_status, oss_status, oss_status_label, oss_status_raw,
      outcome, needs_review, agent_branch_id, home_branch_id, requester_id, site_id, plate_raw, plate_area, plate_class, plate_kana, plate_number,
      chassis_no, cashless, filing_office, acceptance_no, previous_acceptance_no, message_flag, notice_flag, due_notice_flag, mirrored_at,
      requested_at, filed_at, completed_on, procedure_completed_on, created_by,
      resume_status_raw, hotekisho_obtained, liability_obtained, review_requested_at, issue_ready_on, record_agent_name, issue_judgement,
      inspection_fee_waived, tech_fee_waived)
    select (n.a).application_no, (n.a).vehicle_kind, (n.a).application_type, 'import', (n.a).filing_status, (n.a).oss_status, (n.a).oss_status_label,
      (n.a).oss_status_raw, (n.a).outcome, (n.a).needs_review, (n.a).agent_branch_id, (n.a).home_branch_id, (n.a).requester_id, (n.a).site_id,
      (n.a).plate_raw, (n.a).plate_area, (n.a).plate_class, (n.a).plate_kana, (n.a).plate_number,
      (n.a).chassis_no, (n.a).cashless, (n.a).filing_office, (n.a).acceptance_no, (n.a).previous_acceptance_no, (n.a).message_flag,
      (n.a).notice_flag, (n.a).due_notice_flag, private.now(), (n.a).requested_at, (n.a).filed_at, (n.a).completed_on, (n.a).procedure_completed_on,
      (select auth.uid()), (n.a).resume_status_raw, (n.a).hotekisho_obtained, (n.a).liability_obtained,
      (n.a).review_requested_at, (n.a).issue_ready_on, (n.a).record_agent_name, (n.a).issue_judgement,
      (n.a).inspection_fee_waived, (n.a).tech_fee_waived
    from (
      select private.mirrored(null, w) as a from private.ainas_rows w
      where w.import_id = p_import_id and w.problem is null and w.duplicate_of is null and w.case_id is null
      order by w.line offset 0) n
    returning *
  ), placed as (
    select c as a, w.line, w.candidates, w.f
    from new_case c join private.ainas_rows w on w.import_id = p_import_id and w.duplicate_of is null and w.problem is null
      and (w.f).application_no = c.application_no
  ), history as (
    insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
      to_filing_status, to_oss_status, actor_id, actor_name, actor_role, source, details)
    select (p.a).id, (p.a).agent_branch_id, (p.a).home_branch_id, (p.a).requester_id, (p.a).site_id, (p.a).vehicle_kind, 'import',
      (p.a).filing_status, (p.a).oss_status, m.user_id, m.display_name, m.role, 'import',
      jsonb_strip_nulls(jsonb_build_object('import_id', p_import_id, 'line', p.line, 'new', true, 'candidates', p.candidates,
        'filing_status_label', case when (p.a).filing_status = 'unknown' then (p.f).filing_status_label end, 'oss_status_label', (p.a).oss_status_label))
    from placed p cross join private.me() m
  )
  update private.ainas_rows w set case_id = (p.a).id, result = 'inserted' from placed p where w.import_id = p_import_id and w.line = p.line
$$;
comment on function private.insert_ainas_cases(bigint) is 'Definer: cases and history have no insert grant.';

-- Fees from amounts and dates: paid when dated, waived when the file says so, due when there is only an amount. What is paid or waived here stays so unless the file has a date.
create function private.put_ainas_fees(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  with target as (
    select w.line, w.result is null as is_known, w.case_id, w.agent_branch_id, a.home_branch_id, w.requester_id, w.site_id, v.fee_kind, p as old,
      coalesce(v.amount, p.amount) as amount, coalesce(v.paid_on, p.paid_on) as paid_on,
      case when v.paid_on is not null then 'paid' when v.waived and p.paid_on is null then 'waived' else coalesce(p.status, 'due') end as status
    from private.ainas_rows w
    join public.applications a on a.id = w.case_id
    cross join lateral (values
      ('inspection', (w.f).inspection_fee_amount, (w.f).inspection_fee_paid_on, (w.f).inspection_fee_waived),
      ('tech_info', (w.f).tech_fee_amount, (w.f).tech_fee_paid_on, (w.f).tech_fee_waived),
      ('weight_tax', (w.f).weight_tax_amount, (w.f).weight_tax_paid_on, null)) v (fee_kind, amount, paid_on, waived)
    left join public.fee_payments p on p.application_id = w.case_id and p.fee_kind = v.fee_kind
    where w.import_id = p_import_id and w.problem is null and w.duplicate_of is null and (num_nonnulls(v.amount, v.paid_on) > 0 or v.waived)
  ), changed as materialized (
    select t.* from target t
    where (t.amount, t.paid_on, t.status) is distinct from ((t.old).amount, (t.old).paid_on, (t.old).status)
  ), put as (
    insert into public.fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on)
    select c.case_id, c.fee_kind, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id, c.amount, c.status, c.paid_on from changed c
    on conflict (application_id, fee_kind) do update set amount = excluded.amount, status = excluded.status, paid_on = excluded.paid_on
  )
  update private.ainas_rows w set fee_changes = c.fees
  from (
    select c.line, jsonb_object_agg(c.fee_kind, jsonb_strip_nulls(jsonb_build_object('amount', c.amount, 'status', c.status, 'paid_on', c.paid_on))) as fees
    from changed c where c.is_known group by c.line
  ) c
  where w.import_id = p_import_id and w.line = c.line
$$;
comment on function private.put_ainas_fees(bigint) is 'Definer: nobody writes fees by hand.';

-- Cases we had: one line of history for each that changed, the time of the file on all of them.
create function private.update_ainas_cases(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  with next as materialized (
    select w.line, w.fee_changes, w.f, a as old, private.mirrored(a, w) as new
    from private.ainas_rows w join public.applications a on a.id = w.case_id
    where w.import_id = p_import_id and w.problem is null and w.duplicate_of is null and w.result is null
  ), judged as materialized (
    select n.*, n.fee_changes is not null or n.old is distinct from n.new as changed from next n
  ), history as (
    insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
      from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, source, details)
    select (j.new).id, (j.new).agent_branch_id, (j.new).home_branch_id, (j.new).requester_id, (j.new).site_id, (j.new).vehicle_kind, 'import',
      (j.old).filing_status, (j.old).oss_status, (j.new).filing_status, (j.new).oss_status, m.user_id, m.display_name, m.role, 'import',
      jsonb_strip_nulls(jsonb_build_object('import_id', p_import_id, 'line', j.line,
        'after', private.changed_fields(to_jsonb(j.old), to_jsonb(j.new)), 'fees', j.fee_changes,
        'filing_status_label', case when (j.new).filing_status = 'unknown' then (j.f).filing_status_label end))
        || jsonb_build_object('before', private.changed_fields(to_jsonb(j.new), to_jsonb(j.old)))
    from judged j cross join private.me() m where j.changed order by j.line
  ), put as (
    update public.applications a set application_no = (j.new).application_no, application_type = (j.new).application_type,
      filing_status = (j.new).filing_status, oss_status = (j.new).oss_status, oss_status_label = (j.new).oss_status_label,
      oss_status_raw = (j.new).oss_status_raw, outcome = (j.new).outcome, site_id = (j.new).site_id, agent_branch_id = (j.new).agent_branch_id,
      plate_raw = (j.new).plate_raw, plate_area = (j.new).plate_area, plate_class = (j.new).plate_class, plate_kana = (j.new).plate_kana,
      plate_number = (j.new).plate_number, cashless = (j.new).cashless, filing_office = (j.new).filing_office,
      requested_at = (j.new).requested_at, filed_at = (j.new).filed_at, acceptance_no = (j.new).acceptance_no,
      previous_acceptance_no = (j.new).previous_acceptance_no, completed_on = (j.new).completed_on,
      procedure_completed_on = (j.new).procedure_completed_on, message_flag = (j.new).message_flag, notice_flag = (j.new).notice_flag,
      due_notice_flag = (j.new).due_notice_flag,
      resume_status_raw = (j.new).resume_status_raw, hotekisho_obtained = (j.new).hotekisho_obtained, liability_obtained = (j.new).liability_obtained, review_requested_at = (j.new).review_requested_at,
      issue_ready_on = (j.new).issue_ready_on, record_agent_name = (j.new).record_agent_name, issue_judgement = (j.new).issue_judgement,
      inspection_fee_waived = (j.new).inspection_fee_waived, tech_fee_waived = (j.new).tech_fee_waived,
      mirrored_at = private.now(), version = a.version + j.changed::int,
      status_changed_at = case when ((j.old).filing_status, (j.old).oss_status) is distinct from ((j.new).filing_status, (j.new).oss_status)
        then private.now() else a.status_changed_at end
    from judged j where a.id = (j.new).id
  )
  update private.ainas_rows w set result = case when j.changed then 'updated' else 'unchanged' end
  from judged j where w.import_id = p_import_id and w.line = j.line
$$;
comment on function private.update_ainas_cases(bigint) is 'Definer: status columns have no grant.';

-- A case that AINAS moved to another site or agent takes its money and its 使用者 along; its history stays where it was written.
create function private.move_ainas_cases(p_import_id bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  t text;
begin
  foreach t in array array['fee_payments', 'advance_ledger', 'application_vehicle_users'] loop
    execute format($f$
      update public.%I x set agent_branch_id = a.agent_branch_id, site_id = a.site_id
      from private.ainas_rows w join public.applications a on a.id = w.case_id
      where w.import_id = $1 and w.result = 'updated' and x.application_id = a.id
        and (x.agent_branch_id, x.site_id) is distinct from (a.agent_branch_id, a.site_id)$f$, t) using p_import_id;
  end loop;
  -- the payee's line of an advance stands by its branch
  update public.payee_lines l set agent_branch_id = a.agent_branch_id
  from private.ainas_rows w join public.advance_ledger a on a.application_id = w.case_id
  where w.import_id = p_import_id and w.result = 'updated' and l.advance_id = a.id and l.agent_branch_id is distinct from a.agent_branch_id;
end $$;
comment on function private.move_ainas_cases(bigint) is 'Definer: nobody writes these tables by hand.';
