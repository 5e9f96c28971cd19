-- 申請データ from AINAS, part 1: reading a file against what we hold (D-14, D-15b). The file is the truth; only what cannot
-- be stored is refused. The acts follow in the next file.

-- A row as src/domain/imports/ainas.ts reads it.
create type private.ainas_file_row as (
  application_no text, vehicle_kind text, application_type text, filing_status_label text, oss_status_label text, oss_status_raw text,
  plate text, plate_area text, plate_class text, plate_kana text, plate_number text, chassis_no text,
  ainas_org_id text, site_code text, agent_branch_code text, filing_office text, cashless boolean,
  requested_at timestamptz, filed_at timestamptz, acceptance_no text, previous_acceptance_no text, completed_on date,
  inspection_fee_amount int, inspection_fee_paid_on date, tech_fee_amount int, tech_fee_paid_on date, weight_tax_amount int, weight_tax_paid_on date,
  message_flag boolean, notice_flag boolean, due_notice_flag boolean,
  resume_status_raw text, hotekisho_obtained boolean, liability_obtained boolean, review_requested_at timestamptz, issue_ready_on date,
  record_agent_name text, issue_judgement text, inspection_fee_waived boolean, tech_fee_waived boolean
);

create unlogged table private.ainas_rows (
  import_id bigint not null,
  line int not null,
  f private.ainas_file_row not null,
  problem text,
  problem_field text,
  duplicate_of int,
  superseded boolean not null default false,
  requester_id bigint,
  home_branch_id bigint,
  site_id bigint,
  agent_branch_id bigint,
  filing_status text,
  oss_status text,
  case_id bigint,
  candidates bigint[],
  needs_review boolean not null default false,
  result text,
  fee_changes jsonb,
  primary key (import_id, line)
);
comment on table private.ainas_rows is 'Work table of one run: rows with what they mean here. duplicate_of: the later line of the same 申請ID that counts.';
create index ainas_rows_case_idx on private.ainas_rows (case_id);

-- Cases without 申請ID are found by the number they had before 再申請, too.
create index applications_unnumbered_idx on public.applications (previous_acceptance_no)
  where application_no is null and previous_acceptance_no is not null;

-- Fills the work table: what the codes of each row mean, and the first reason why it cannot be stored.
create function private.read_ainas(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  insert into private.ainas_rows (import_id, line, f, problem, problem_field, requester_id, home_branch_id, site_id, agent_branch_id,
    filing_status, oss_status)
  select p_import_id, x.line, x.f, p.problem, p.field, q.id, q.branch_id, s.id, coalesce(b.id, s.branch_id),
    case when (x.f).filing_status_label is not null then coalesce(fs.code, 'unknown') end,
    case when (x.f).oss_status_label is not null then coalesce(os.code, 'unknown') end
  from (
    select r.*, normalize((r.f).filing_status_label, nfkc) as filing_label, normalize((r.f).oss_status_label, nfkc) as oss_label
    from (
      select r.line, jsonb_populate_record(null::private.ainas_file_row, r.data) as f from public.import_rows r where r.import_id = p_import_id
      offset 0 -- each row is read once, not once for every column used
    ) r offset 0
  ) x
  left join public.requesters q on q.ainas_org_id = (x.f).ainas_org_id
  left join public.sites s on s.requester_id = q.id and s.code = (x.f).site_code
  left join public.branches b on b.code = (x.f).agent_branch_code
  left join public.filing_statuses fs on fs.vehicle_kind = (x.f).vehicle_kind and fs.label_ja = x.filing_label
  left join public.oss_statuses os on os.vehicle_kind = (x.f).vehicle_kind and os.label_ja = x.oss_label
  cross join lateral (select case
      when (x.f).application_no is null then array['required', 'application_no']
      when (x.f).application_no !~ '^[0-9]{1,9}$' then array['invalid_application_no', 'application_no']
      when coalesce((x.f).vehicle_kind not in ('registered', 'kei'), true) then array['required', 'vehicle_kind']
      when (x.f).chassis_no is null then array['required', 'chassis_no']
      when char_length((x.f).chassis_no) > 30 then array['too_long', 'chassis_no']
      when (x.f).acceptance_no !~ '^[0-9]{1,20}$' then array['invalid_acceptance_no', 'acceptance_no']
      when (x.f).previous_acceptance_no !~ '^[0-9]{1,20}$' then array['invalid_acceptance_no', 'previous_acceptance_no']
      when (x.f).agent_branch_code is not null and b.id is null then array['unknown_branch', 'agent_branch_code']
      when b.id <> (select private.my_branch()) then array['other_branch', 'agent_branch_code']
      when q.id is null then array['unknown_requester', 'ainas_org_id']
      when s.id is null then array['unknown_site', 'site_code']
      when b.id is null and s.branch_id <> (select private.my_branch()) then array['other_branch', 'agent_branch_code']
    end as p) c
  cross join lateral (select c.p[1] as problem, c.p[2] as field) p
$$;
comment on function private.read_ainas(bigint) is 'Definer: looks codes up in the whole directory.';

-- By 申請ID. A known one with another car or company is refused; so is one of another agent when a branch brings it.
-- Of several lines with one 申請ID the last counts.
create function private.match_ainas_by_number(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  with judged as (
    select w.line, a.id as case_id, case
        when (w.f).chassis_no <> coalesce(a.chassis_no, first_value((w.f).chassis_no) over same) then array['application_no_conflict', 'chassis_no']
        when w.requester_id <> coalesce(a.requester_id, first_value(w.requester_id) over same) then array['application_no_conflict', 'ainas_org_id']
        when (w.f).vehicle_kind <> coalesce(a.vehicle_kind, first_value((w.f).vehicle_kind) over same) then array['application_no_conflict', 'vehicle_kind']
        when a.agent_branch_id <> (select private.my_branch()) then array['other_branch', 'agent_branch_code']
      end as p
    from private.ainas_rows w
    left join public.applications a on a.application_no = (w.f).application_no
    where w.import_id = p_import_id and w.problem is null
    window same as (partition by (w.f).application_no order by w.line)
  ), placed as (
    select j.*, max(w.line) over (partition by (w.f).application_no, j.p is null) as last_line
    from judged j join private.ainas_rows w on w.import_id = p_import_id and w.line = j.line
  )
  update private.ainas_rows w set case_id = p.case_id, problem = p.p[1], problem_field = p.p[2],
    duplicate_of = case when p.p is null then nullif(p.last_line, p.line) end,
    superseded = p.p is null and p.last_line <> p.line
      and w.f is distinct from (select l.f from private.ainas_rows l where l.import_id = p_import_id and l.line = p.last_line)
  from placed p
  where w.import_id = p_import_id and w.line = p.line
    and (p.case_id is not null or p.p is not null or p.last_line <> p.line)
$$;
comment on function private.match_ainas_by_number(bigint) is 'Definer: 申請ID are unique among all cases, seen or not.';

-- Rows whose 申請ID is new: by 受付番号 or 前受付番号, else by company, site, plate and car among open cases, always without 申請ID.
-- One case for one row is linked; anything else becomes a new case 要確認, with the candidates in its history.
create function private.match_ainas_unnumbered(p_import_id bigint) returns void
language sql security definer set search_path = '' as $$
  with seeker as materialized (
    select w.line, w.f, w.requester_id, w.site_id,
      row_number() over (partition by (w.f).acceptance_no order by w.line) as occurrence
    from private.ainas_rows w
    where w.import_id = p_import_id and w.problem is null and w.duplicate_of is null and w.case_id is null
  ), numbered as (
    select s.line, a.id from seeker s
    join public.applications a on a.acceptance_no = any (array[(s.f).acceptance_no, (s.f).previous_acceptance_no])
    union
    select s.line, a.id from seeker s
    join public.applications a on a.previous_acceptance_no = any (array[(s.f).acceptance_no, (s.f).previous_acceptance_no]) and a.application_no is null
  ), judged as (
    select n.line, n.id,
      a.application_no is null and a.requester_id = s.requester_id and a.chassis_no = (s.f).chassis_no and a.vehicle_kind = (s.f).vehicle_kind
        and coalesce(a.agent_branch_id = (select private.my_branch()), true) as fits,
      a.acceptance_no = (s.f).acceptance_no as same_number
    from numbered n join seeker s using (line) join public.applications a on a.id = n.id
  ), found as (
    select j.line, j.id from judged j where j.fits
    union all
    select s.line, a.id
    from seeker s
    join public.applications a on a.chassis_no = (s.f).chassis_no
    where a.application_no is null and a.outcome = 'open' and a.requester_id = s.requester_id and a.site_id = s.site_id
      and a.vehicle_kind = (s.f).vehicle_kind and coalesce(a.agent_branch_id = (select private.my_branch()), true)
      and (a.plate_raw = (s.f).plate or (a.plate_area, a.plate_class, a.plate_kana, a.plate_number)
        = ((s.f).plate_area, (s.f).plate_class, (s.f).plate_kana, (s.f).plate_number))
      and not exists (select from judged j where j.line = s.line and j.fits)
  ), counted as (
    select f.line, f.id, count(*) over (partition by f.line) as choices, count(*) over (partition by f.id) as rivals from found f
  ), settled as (
    select s.line, min(c.id) filter (where c.choices = 1 and c.rivals = 1) as case_id, array_agg(c.id order by c.id) filter (where c.id is not null) as candidates,
      s.occurrence > 1 and (s.f).acceptance_no is not null
        or exists (select from judged j where j.line = s.line and j.same_number and not j.fits) as number_taken
    from seeker s left join counted c on c.line = s.line
    group by s.line, s.occurrence, s.f
  )
  update private.ainas_rows w set case_id = s.case_id,
    needs_review = s.case_id is null, candidates = case when s.case_id is null then s.candidates end
  from settled s
  where w.import_id = p_import_id and w.line = s.line and (s.candidates is not null or s.number_taken)
$$;
comment on function private.match_ainas_unnumbered(bigint) is 'Definer: a case may wait in a scope that the caller does not see.';
