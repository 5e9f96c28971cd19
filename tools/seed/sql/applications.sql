-- Writes cases and their history in one statement, as the guards want it: a status needs its line in the history.

with numbered as (
  select c.*, k.name as course, s.filing_status, s.oss_status, s.status_changed_at, s.created_at, s.requested_at, s.filed_at, s.completed_on,
    s.requester_updated_at, s.agent_updated_at, s.mirrored_at, s.imported_status, s.version, s.refiled, s.submitted, s.rewritten, s.suspension_reserved, s.first_accepted, f.record_agent_no as own_agent_no, a.office, g.actor_id as garage_id,
    case when s.first_accepted is not null then pg_temp.acceptance_no(c.n, s.first_accepted, 1) end as first_no,
    case when s.then_accepted is not null then pg_temp.acceptance_no(c.n, s.then_accepted, 2) end as then_no,
    c.day + 14 + pg_temp.below(c.n, 30, 46) as expires_on
  from seed_cases c join seed_states s using (n)
  join seed_scenarios k on k.id = c.scenario_id
  join seed_sites f on f.site_id = c.site_id
  join seed_areas a on a.branch_id = c.agent_branch_id
  join seed_people g on g.side = 'garage' and g.place = c.site_id and g.slot = c.n % 2
), written as (
  insert into public.applications (id, request_no, application_no, vehicle_kind, application_type, source, filing_status, oss_status,
    oss_status_label, oss_status_raw, outcome, status_changed_at, suspension_reserved, agent_branch_id, home_branch_id, requester_id, site_id,
    plate_area, plate_class, plate_kana, plate_number, chassis_no, cashless, inspection_fee_waived, tech_fee_waived, mandate_kind, mandate_on, certificate_period,
    shortening_allowed, parking_fine_receipt, planned_on, receipt_by, update_method, option_code, memo, inspection_expires_on, inspected_on,
    liability_ends_on, hotekisho_ready, liability_ready, filing_office, acceptance_no, previous_acceptance_no, message_flag, notice_flag,
    due_notice_flag, mirrored_at, requested_at, filed_at, completed_on, procedure_completed_on, requester_updated_at, agent_updated_at,
    version, created_at, created_by)
  overriding system value
  select x.id, 'R' || lpad(x.id::text, 9, '0'), (200000000 + x.n)::text,
    case x.kind when 'k' then 'kei' else 'registered' end, case when x.refiled then 'refiled' else 'initial' end,
    case when pg_temp.u(x.n, 31) < 0.15 then 'api' else 'screen' end,
    x.filing_status, x.oss_status, case when x.imported_status = 'unknown' then '照会中（経過確認）' end,
    case when x.imported_status = 'unknown' then '経過確認中' end,
    private.outcome_of(x.filing_status, x.oss_status), x.status_changed_at, x.suspension_reserved,
    x.agent_branch_id, x.home_branch_id, x.requester_id, x.site_id,
    x.plate_area, x.plate_class, x.plate_kana, x.plate_number, x.chassis_no, x.kind = 'c', x.course = 'waived', x.course = 'waived',
    case when x.course = 'waived' then 'public_vehicle' end, case when x.course = 'waived' then x.day end,
    case when x.kind <> 'k' then case when x.plate_class like '1%' or x.plate_class like '4%' then '1年指定整備車' else '2年指定整備車' end end,
    pg_temp.u(x.n, 32) < 0.3, pg_temp.u(x.n, 33) < 0.1, case when pg_temp.u(x.n, 34) < 0.2 then x.day end,
    case when x.kind = 'k' then case when pg_temp.u(x.n, 35) < 0.5 then 'agent' else 'requester' end end,
    case when x.rewritten and x.own_agent_no is not null then 'requester' when x.rewritten then 'agent' else 'office' end,
    case when pg_temp.u(x.n, 36) < 0.1 then 'OP' || pg_temp.below(x.n, 37, 90) end,
    case when pg_temp.u(x.n, 38) < 0.08 then pg_temp.pick(x.n, 39, '{午前中に申請をお願いします。,代車の返却があるため本日中の申請を希望します。,車検証は工場で受け取ります。,使用者の住所変更は済んでいます。}'::text[]) end,
    x.expires_on, x.day - pg_temp.below(x.n, 40, 4), (x.expires_on + interval '25 months')::date,
    x.submitted or pg_temp.u(x.n, 41) < 0.5, x.submitted or pg_temp.u(x.n, 42) < 0.7,
    case when x.filed_at is not null then x.office || case x.kind when 'k' then '事務所' else '運輸支局' end end,
    -- a 再申請 has no number until it is accepted again
    case when x.then_no is not null then x.then_no when x.refiled and x.course = 'refiled' then null else x.first_no end,
    case when x.refiled and x.course = 'refiled' then x.first_no end,
    x.filing_status in ('correction_requested', 'error') and x.first_accepted is not null, coalesce(x.oss_status in ('rejected', 'void'), false),
    coalesce(x.kind = 'k' and x.oss_status in ('fees_due', 'weight_tax_due') and pg_temp.u(x.n, 43) < 0.3, false), x.mirrored_at,
    x.requested_at, x.filed_at, x.completed_on, x.completed_on, x.requester_updated_at, x.agent_updated_at,
    x.version, x.created_at, x.garage_id
  from numbered x order by x.id
)
insert into public.application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
  from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, actor_name, actor_role, source, note, details, created_at)
select c.id, c.agent_branch_id, c.home_branch_id, c.requester_id, c.site_id, case c.kind when 'k' then 'kei' else 'registered' end, h.event,
  h.from_filing, h.from_oss, h.to_filing, h.to_oss, p.actor_id, p.name, p.role,
  case when h.event = 'import' then 'import' when h.side = 'garage' and pg_temp.u(c.n, 31) < 0.15 then 'api' else 'screen' end,
  t.note,
  case
    when h.event = 'accept' then jsonb_build_object('acceptance_no', pg_temp.acceptance_no(c.n, h.day, h.acceptances), 'due_on', h.day + 7)
    when h.event in ('pass', 'settle_card') then jsonb_build_object('amount', c.weight_tax)
    when h.event in ('pay_inspection', 'pay_tech', 'pay_weight_tax') then jsonb_build_object('paid_on', h.day)
    when h.event = 'payment_failed' then jsonb_build_object('fee_kind', h.argument)
    else '{}' end,
  h.at
from seed_history h
join seed_cases c using (n)
left join seed_people p on p.side = h.side and p.slot = c.n % case h.side when 'agent' then 3 else 2 end
  and p.place = case h.side when 'agent' then c.agent_branch_id else c.site_id end
left join lateral (
  select pg_temp.pick(c.n, 44, x.notes) as note from (values
    ('return', '{使用者の住所に誤りがあります。,車台番号をご確認ください。,自賠責の登録がまだ確認できません。}'::text[]),
    ('fail', '{代理人証明書情報の設定を確認して再送します。,システムエラーのため受け付けられませんでした。}'),
    ('not_accept', '{記録等事務代行者委託番号が登録されていません。,委託番号の桁に誤りがあります。}'),
    ('request_correction', '{保適証の走行距離を訂正してください。,保適証の検査日に誤りがあります。,放置違反金の領収書を確認してください。}'),
    ('reject', '{使用者の氏名が車検証の記載と一致しません。,使用者の住所が車検証の記載と一致しません。}'),
    ('withdraw', '{使用者の希望により取り下げます。,登録番号の誤りのため取り下げます。}'),
    ('withdrawn', '{取下げが完了しました。}'), ('payment_failed', '{残高不足のため納付できませんでした。,納付の受付時間を過ぎていました。}'),
    ('void', '{期限までに補正されなかったため無効になりました。}')) x (event, notes)
  where x.event = h.event
) t on true
order by h.at, c.n, h.seq;

select setval(pg_get_serial_sequence('public.applications', 'id'), max(id)), setval('private.request_numbers', max(id)),
  setval('private.application_numbers', max(application_no)::bigint)
from public.applications;
