/** What an auditor finds wrong, as rows; each query answers none when the promise holds. Cases of the herd are known by their 車台番号. */
const herd = `select a.* from applications a where a.chassis_no like 'PROP-%'`;

const measures = ['requested', 'filed', 'completed', 'corrections', 'rejections', 'withdrawals'];

/** A roll-up beside a count from the cases and their history (D-37). */
const recount = (table: string, keys: string) => `
  with points as (
    select private.jst_day(requested_at) as day, agent_branch_id, requester_id, site_id, vehicle_kind, 'requested' as what from applications
    union all select private.jst_day(filed_at), agent_branch_id, requester_id, site_id, vehicle_kind, 'filed' from applications
    union all select completed_on, agent_branch_id, requester_id, site_id, vehicle_kind, 'completed' from applications
    union all select private.jst_day(created_at), agent_branch_id, requester_id, site_id, vehicle_kind, case to_oss_status
      when 'correction_requested' then 'corrections' when 'withdrawn' then 'withdrawals' else 'rejections' end
    from application_events
    where to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn') and from_oss_status is distinct from to_oss_status
  ), counted as (
    select ${keys}, ${measures.map((name) => `count(*) filter (where what = '${name}')`).join(', ')}
    from (select *, private.month_of(day) as month from points where day is not null) p group by ${keys}
  ), kept as (
    select ${keys}, ${measures.join(', ')} from ${table} where (${measures.join(', ')}) is distinct from (${measures.map(() => 0).join(', ')})
  )
  (select 'kept' as side, * from (select * from kept except all select * from counted) k)
  union all (select 'counted', * from (select * from counted except all select * from kept) c)`;

/** The last 受付番号 that was given before a line of the history. */
const numberBefore = (line: string) => `(select n.details ->> 'acceptance_no' from application_events n
  where n.application_id = ${line}.application_id and n.event = 'accept' and n.id < ${line}.id order by n.id desc limit 1)`;

export const audits: Record<string, string> = {
  'every answer was what the machine says, and a refusal changes nothing': `select * from property.failures`,

  'a fee is paid once in a chain of 再申請': `
    select e.application_id, e.event, count(*) from application_events e
    where e.event in ('pay_inspection', 'pay_tech', 'pay_weight_tax', 'settle_card') group by 1, 2 having count(*) > 1`,

  'a fee is paid exactly where the history says so': `
    with paid as (
      select e.application_id, f.fee_kind from application_events e
      join (values ('pay_inspection', 'inspection'), ('pay_tech', 'tech_info'), ('pay_weight_tax', 'weight_tax'),
        ('settle_card', 'inspection'), ('settle_card', 'tech_info'), ('settle_card', 'weight_tax')) f (event, fee_kind) using (event)
    )
    select * from paid full join (select application_id, fee_kind, status from fee_payments where status = 'paid') f using (application_id, fee_kind)
    where f.status is null or not exists (select from paid p where (p.application_id, p.fee_kind) = (application_id, fee_kind))`,

  'no fee is paid under a 受付番号 that 未受付 never gave': `
    select a.id from (${herd}) a
    where a.oss_status = 'not_accepted' and (a.acceptance_no is not null
      or (a.previous_acceptance_no is null and (exists (select from fee_payments f where f.application_id = a.id) or exists (select from advance_ledger l where l.application_id = a.id)))
      or exists (select from application_events e where e.application_id = a.id and e.event in ('pay_inspection', 'pay_tech', 'pay_weight_tax', 'settle_card')
        and e.id > (select max(f.id) from application_events f where f.application_id = a.id and f.to_oss_status = 'receiving')))`,

  'no advance is made for a card, a waived fee or the inspection of 登録車': `
    select l.* from advance_ledger l join applications a on a.id = l.application_id
    where a.cashless or (l.fee_kind = 'inspection' and (a.vehicle_kind <> 'kei' or a.inspection_fee_waived)) or (l.fee_kind = 'tech_info' and a.tech_fee_waived)`,

  'head office advanced every fee it pays, once, in the amount and on the day it was paid': `
    select f.*, l.id from fee_payments f join applications a on a.id = f.application_id
    left join advance_ledger l on l.application_id = f.application_id and l.fee_kind = f.fee_kind
    where not a.cashless and (f.fee_kind = 'tech_info' or (f.fee_kind = 'inspection' and a.vehicle_kind = 'kei'))
      and (l.amount, l.advanced_on) is distinct from (case when f.status = 'paid' then f.amount end, f.paid_on)`,

  'one advance a fee kind and paid 受付番号, one a fee kind and chain': `
    select fee_kind, paid_acceptance_no, count(*) from advance_ledger group by 1, 2 having count(*) > 1
    union all select fee_kind, application_id::text, count(*) from advance_ledger group by 1, 2 having count(*) > 1`,

  'an advance carries the 受付番号 of today and keeps the one it was paid under': `
    select l.* from advance_ledger l
    join applications a on a.id = l.application_id
    join application_events e on e.application_id = l.application_id and e.event = case l.fee_kind when 'inspection' then 'pay_inspection' else 'pay_tech' end
    where l.acceptance_no is distinct from coalesce(a.acceptance_no, a.previous_acceptance_no) or l.paid_acceptance_no is distinct from ${numberBefore('e')}`,

  'a 受付番号 belongs to one case': `select acceptance_no from applications where acceptance_no is not null group by 1 having count(*) > 1`,

  'the history chains without a gap from 依頼前 to where the case stands': `
    with line as (
      select e.*, lag(e.id) over w as before, lag(e.to_filing_status) over w as last_filing, lag(e.to_oss_status) over w as last_oss, lead(e.id) over w as next
      from application_events e window w as (partition by e.application_id order by e.id)
    )
    select a.id, l.id from (${herd}) a left join line l on l.application_id = a.id
    where l.id is null
      or (l.before is null and (l.event, l.to_filing_status) is distinct from ('create', 'draft'))
      or (l.from_filing_status, l.from_oss_status) is distinct from (l.last_filing, l.last_oss)
      or (l.next is null and (l.to_filing_status, l.to_oss_status) is distinct from (a.filing_status, a.oss_status))`,

  'every line is a row of the machine': `
    select e.id from application_events e where e.event not in ('create', 'edit', 'import') and not exists (
      select from status_transitions t where t.event = e.event and t.vehicle_kind = e.vehicle_kind and t.from_filing = e.from_filing_status
        and t.from_oss is not distinct from e.from_oss_status and t.to_filing = e.to_filing_status and t.to_oss is not distinct from e.to_oss_status)`,

  'the version counts the acts of people': `
    select a.id, a.version, count(e.id) from (${herd}) a
    left join application_events e on e.application_id = a.id and e.actor_id is not null and e.event <> 'create'
    group by 1, 2 having a.version <> 1 + count(e.id)`,

  'as many acts are in the history as were accepted': `
    select * from (select
      (select count(*) from property.answers where ok) as accepted,
      (select count(*) from application_events e join (${herd}) a on a.id = e.application_id where e.actor_id is not null and e.event <> 'create') as written) x
    where accepted <> written`,

  'the outcome fits the status': `
    select id, filing_status, oss_status, outcome from applications
    where outcome <> case when filing_status = 'completed' then 'completed' when filing_status <> 'error' then 'open' else coalesce(oss_status, 'system_error') end`,

  'a case is dated and billed exactly when it is completed': `
    select id from applications where (outcome = 'completed') <> (completed_on is not null) or (outcome = 'completed') <> (billing_month is not null)
      or billing_month < date_trunc('month', completed_on::timestamp)`,

  'a closed month bills what stands in it, and nothing was added or taken since': `
    select s.month, s.requester_id, s.usage_count, count(a.id) from statements s
    left join applications a on a.requester_id = s.requester_id and a.billing_month = s.month
    where s.status <> 'cancelled' group by 1, 2, 3 having s.usage_count <> count(a.id)`,

  'a completed case of a closed month is on a statement': `
    select a.id from applications a join billing_months b on b.month = a.billing_month and b.status <> 'open'
    where not exists (select from statements s where s.requester_id = a.requester_id and s.month = a.billing_month and s.status <> 'cancelled')`,

  'every yen advanced, billed and collected is accounted for': 'select * from private.book_faults()',

  'the daily counts equal a recount': recount('usage_daily', 'day, agent_branch_id, vehicle_kind'),
  'the monthly counts equal a recount': recount('usage_monthly', 'month, agent_branch_id, requester_id, site_id, vehicle_kind'),
};

/** Everything a closed month has fixed, in one hash: its statements, their lines and the advances they billed. */
export const closedMonth = `
  select md5(concat(
    (select string_agg(s::text, '|' order by s.id) from statements s where s.month = $1),
    (select string_agg(l::text, '|' order by l.statement_id, l.line_no) from statement_lines l join statements s on s.id = l.statement_id where s.month = $1),
    (select string_agg(concat_ws(',', l.id, l.application_id, l.fee_kind, l.paid_acceptance_no, l.amount, l.advanced_on), '|' order by l.id) from advance_ledger l where l.billing_month = $1)
  )) as hash, (select count(*)::int from statements s where s.month = $1) as statements`;
