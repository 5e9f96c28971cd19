-- The vocabulary and every row of the two status machines (domain §3.2–3.5; contract "Events of transition").

insert into public.filing_statuses (code, vehicle_kind, label_ja, sort, turn)
select s.code, k.kind, s.label_ja, s.sort, s.turn
from (values
  ('draft', '依頼前', 10, 'requester', false), ('requested', '依頼済', 20, 'agent', false), ('filing', '申請中', 30, 'agent', false),
  ('correction_requested', '補正要求', 40, 'agent', false), ('suspended', '中断中', 50, 'agent', false),
  ('resuming', '再開中', 60, 'office', true), ('withdrawing', '取下中', 70, 'office', false),
  ('completed', '手続完了', 80, 'done', false), ('error', 'エラー', 90, 'trouble', false), ('unknown', '不明', 99, 'trouble', false)
) s (code, label_ja, sort, turn, registered_only)
cross join (values ('registered'), ('kei')) k (kind)
where k.kind = 'registered' or not s.registered_only;

insert into public.oss_statuses (code, vehicle_kind, label_ja, sort, turn)
select s.code, k.kind, s.label_ja, s.sort, s.turn
from (values
  ('receiving', '申請受付処理中', 10, 'office', null), ('accepted', '申請受付', 20, 'agent', null),
  ('reception_review', '受付審査中', 30, 'office', 'registered'), ('inspection_review', '検査審査中', 30, 'office', 'kei'),
  ('inspection_fee_due', '検査登録手数料納付待ち', 40, 'agent', 'registered'), ('tech_fee_due', '技術情報管理手数料納付待ち', 50, 'agent', 'registered'),
  ('fees_due', '検査手数料等納付待ち', 40, 'agent', 'kei'), ('weight_tax_due', '重量税納付待ち', 60, 'agent', null),
  ('payment_retry', '再納付待ち', 70, 'trouble', null), ('correction_requested', '補正要求', 80, 'agent', 'registered'),
  ('correction_requested', '検査補正要求', 80, 'agent', 'kei'), ('withdrawing', '取下中', 90, 'office', null),
  ('issue_pending', '交付待ち', 100, 'requester', null), ('issued', '交付完了', 110, 'done', null), ('void', '無効', 120, 'trouble', null),
  ('rejected', '却下', 130, 'trouble', null), ('withdrawn', '取下', 140, 'ended', null), ('not_accepted', '未受付', 150, 'trouble', null),
  ('unknown', '不明', 999, 'trouble', null)
) s (code, label_ja, sort, turn, only_kind)
cross join (values ('registered'), ('kei')) k (kind)
where s.only_kind is null or s.only_kind = k.kind;

insert into public.transition_events (event, label_ja, sort, shortcut, confirm) values
  ('create', '依頼データ初期登録', 1, null, false), ('edit', '依頼データ更新', 2, 'E', false),
  ('memo', 'メモ更新', 3, null, false),
  ('hold', '予約送信', 3, null, false), ('unhold', '予約送信の取消', 4, null, false), ('hold_failed', '予約送信できず', 5, null, false),
  ('submit', '送信', 10, 'S', false), ('file', '代理申請', 20, 'F', false), ('accept', '申請受付', 30, 'A', false),
  ('await_inspection_fee', '検査登録手数料納付待ち', 31, null, false), ('await_tech_fee', '技術情報管理手数料納付待ち', 32, null, false),
  ('await_fees', '検査手数料等納付待ち', 33, null, false), ('begin_review', '審査開始', 34, null, false),
  ('pay_inspection', '検査手数料納付', 40, 'P', false), ('pay_tech', '技術情報管理手数料納付', 41, 'P', false),
  ('pass', '審査完了', 50, 'K', false), ('pay_weight_tax', '自動車重量税納付', 51, 'P', false), ('settle_card', 'カード決済完了', 52, 'P', false),
  ('hand_over', '交付', 60, 'H', false), ('rewrite_ic', '電子車検証書換え', 61, null, false),
  ('request_correction', '補正要求', 70, null, false), ('correct', '補正', 71, null, false),
  ('reject', '却下', 72, null, false), ('refile', '再申請', 73, 'R', false), ('reuse', '申請データ再利用', 74, null, false),
  ('payment_failed', '納付不能', 80, null, false), ('return', '差戻し', 81, null, false),
  ('not_accept', '未受付', 82, null, false), ('fail', '申請エラー', 83, null, false),
  ('reserve_suspension', '中断予約', 90, null, false), ('suspend', '中断', 91, null, false),
  ('resume', '再開', 92, null, false), ('resumed', '再開完了', 93, null, false),
  ('withdraw', '取下', 94, null, true), ('withdrawn', '取下完了', 95, null, true), ('void', '無効', 96, null, true),
  ('import', '取込', 100, null, false);

-- In the lists below `review` stands for the kind's own examination status, and a null kind for both kinds.
create function pg_temp.add_transitions(p_event text, p_kind text, p_from_filing text, p_from_oss text[], p_to_filing text, p_to_oss text,
  p_actors text[] default '{agent}', p_needs text[] default '{}', p_excludes text[] default '{}',
  p_required text[] default '{}', p_optional text[] default '{}') returns void
language sql as $$
  insert into public.status_transitions
    (event, vehicle_kind, from_filing, from_oss, to_filing, to_oss, actors, needs, excludes, required_values, optional_values)
  select p_event, k.kind, p_from_filing, f.oss, p_to_filing,
    case p_to_oss when 'same' then f.oss when 'review' then k.review else p_to_oss end,
    p_actors, p_needs, p_excludes, p_required, p_optional
  from (values ('registered', 'reception_review'), ('kei', 'inspection_review')) k (kind, review)
  cross join lateral (
    select case o when 'review' then k.review else o end as oss from unnest(p_from_oss) o
  ) f
  where coalesce(p_kind, k.kind) = k.kind
    and (f.oss is null or exists (select from public.oss_statuses s where s.code = f.oss and s.vehicle_kind = k.kind))
$$;

do $$
declare
  v_none text[] := array[null::text];
  v_fee_due text[] := '{inspection_fee_due,tech_fee_due,fees_due,weight_tax_due}';
  v_filing text[] := '{receiving,accepted,review,inspection_fee_due,tech_fee_due,fees_due,weight_tax_due,payment_retry}';
begin
  perform pg_temp.add_transitions('submit', null, 'draft', v_none, 'requested', null, '{submitter,agent}',
    '{user_complete,prerequisites_ready,record_agent_ready,site_active,contract_active,within_hours}');
  perform pg_temp.add_transitions('return', null, 'requested', v_none, 'draft', null, p_required => '{note}');
  perform pg_temp.add_transitions('file', null, 'requested', v_none, 'filing', 'receiving', p_optional => '{application_no}');
  perform pg_temp.add_transitions('fail', null, 'requested', v_none, 'error', null, p_required => '{note}');
  perform pg_temp.add_transitions('fail', null, 'filing', '{receiving}', 'error', null, p_required => '{note}');
  perform pg_temp.add_transitions('not_accept', null, 'filing', '{receiving}', 'error', 'not_accepted', p_excludes => '{fee_recorded}', p_required => '{note}');
  perform pg_temp.add_transitions('accept', null, 'filing', '{receiving}', 'filing', 'accepted', p_required => '{acceptance_no}', p_optional => '{due_on}');

  -- what follows acceptance by itself: the first fee of the chain that is neither paid nor waived, else the examination
  perform pg_temp.add_transitions('await_inspection_fee', 'registered', 'filing', '{accepted}', 'filing', 'inspection_fee_due', '{system}', '{inspection_open}', '{cashless}');
  perform pg_temp.add_transitions('await_tech_fee', 'registered', 'filing', '{accepted}', 'filing', 'tech_fee_due', '{system}', '{tech_open}', '{cashless,inspection_open}');
  perform pg_temp.add_transitions('await_fees', 'kei', 'filing', '{accepted}', 'filing', 'fees_due', '{system}', '{fee_open}');
  perform pg_temp.add_transitions('begin_review', 'registered', 'filing', '{accepted}', 'filing', 'review', '{system}', '{cashless}');
  perform pg_temp.add_transitions('begin_review', null, 'filing', '{accepted}', 'filing', 'review', '{system}', '{}', '{cashless,fee_open}');

  -- fees before the examination; from 再納付待ち only the one that failed, and never by account what the card is to pay
  perform pg_temp.add_transitions('pay_inspection', 'registered', 'filing', '{inspection_fee_due}', 'filing', 'tech_fee_due', p_needs => '{has_acceptance_no,tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'registered', 'filing', '{inspection_fee_due}', 'filing', 'review', p_needs => '{has_acceptance_no}', p_excludes => '{tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'registered', 'filing', '{payment_retry}', 'filing', 'tech_fee_due', p_needs => '{has_acceptance_no,failed_inspection,tech_open}', p_excludes => '{cashless}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'registered', 'filing', '{payment_retry}', 'filing', 'review', p_needs => '{has_acceptance_no,failed_inspection}', p_excludes => '{cashless,tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'kei', 'filing', '{fees_due}', 'filing', 'fees_due', p_needs => '{has_acceptance_no,inspection_open,tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'kei', 'filing', '{fees_due}', 'filing', 'review', p_needs => '{has_acceptance_no,inspection_open}', p_excludes => '{tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'kei', 'filing', '{payment_retry}', 'filing', 'fees_due', p_needs => '{has_acceptance_no,failed_inspection,tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_inspection', 'kei', 'filing', '{payment_retry}', 'filing', 'review', p_needs => '{has_acceptance_no,failed_inspection}', p_excludes => '{tech_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'registered', 'filing', '{tech_fee_due}', 'filing', 'review', p_needs => '{has_acceptance_no}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'registered', 'filing', '{payment_retry}', 'filing', 'review', p_needs => '{has_acceptance_no,failed_tech_info}', p_excludes => '{cashless}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'kei', 'filing', '{fees_due}', 'filing', 'fees_due', p_needs => '{has_acceptance_no,tech_open,inspection_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'kei', 'filing', '{fees_due}', 'filing', 'review', p_needs => '{has_acceptance_no,tech_open}', p_excludes => '{inspection_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'kei', 'filing', '{payment_retry}', 'filing', 'fees_due', p_needs => '{has_acceptance_no,failed_tech_info,inspection_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('pay_tech', 'kei', 'filing', '{payment_retry}', 'filing', 'review', p_needs => '{has_acceptance_no,failed_tech_info}', p_excludes => '{inspection_open}', p_optional => '{paid_on}');
  perform pg_temp.add_transitions('payment_failed', null, 'filing', v_fee_due, 'filing', 'payment_retry', p_required => '{fee_kind}', p_optional => '{note}');
  perform pg_temp.add_transitions('payment_failed', 'registered', 'filing', '{review}', 'filing', 'payment_retry', p_needs => '{cashless}', p_required => '{fee_kind}', p_optional => '{note}');

  -- examination
  perform pg_temp.add_transitions('request_correction', null, 'filing', '{review}', 'correction_requested', 'correction_requested', p_required => '{note}');
  perform pg_temp.add_transitions('correct', null, 'correction_requested', '{correction_requested}', 'filing', 'review');
  perform pg_temp.add_transitions('reject', null, 'filing', '{review}', 'error', 'rejected', p_required => '{note}');
  perform pg_temp.add_transitions('pass', null, 'filing', '{review}', 'filing', 'weight_tax_due', p_excludes => '{cashless}', p_required => '{amount}', p_optional => '{due_on}');
  perform pg_temp.add_transitions('pay_weight_tax', null, 'filing', '{weight_tax_due}', 'completed', 'issue_pending', p_optional => '{paid_on,completed_on}');
  perform pg_temp.add_transitions('pay_weight_tax', null, 'filing', '{payment_retry}', 'completed', 'issue_pending', p_needs => '{failed_weight_tax}', p_excludes => '{cashless}', p_optional => '{paid_on,completed_on}');
  perform pg_temp.add_transitions('settle_card', 'registered', 'filing', '{review,payment_retry}', 'completed', 'issue_pending', p_needs => '{cashless}', p_required => '{amount}', p_optional => '{paid_on,completed_on}');
  perform pg_temp.add_transitions('hand_over', null, 'completed', '{issue_pending}', 'completed', 'issued');
  perform pg_temp.add_transitions('rewrite_ic', null, 'completed', '{issue_pending}', 'completed', 'issued');
  perform pg_temp.add_transitions('rewrite_ic', null, 'completed', '{issue_pending}', 'completed', 'issued', '{company}', '{company_rewrites}');

  -- after a failure
  perform pg_temp.add_transitions('refile', null, 'error', '{rejected}', 'filing', 'receiving', p_needs => '{certificate_reregistered}', p_optional => '{hotekisho_reregistered}');
  perform pg_temp.add_transitions('refile', null, 'error', '{void}', 'filing', 'receiving');
  perform pg_temp.add_transitions('refile', null, 'error', '{not_accepted}', 'filing', 'receiving', '{agent,submitter}');
  perform pg_temp.add_transitions('reuse', null, 'error', v_none, 'error', 'same', '{agent,submitter}');
  perform pg_temp.add_transitions('reuse', null, 'error', '{rejected,not_accepted,void,withdrawn}', 'error', 'same', '{agent,submitter}');

  -- suspension and withdrawal
  perform pg_temp.add_transitions('reserve_suspension', null, 'filing', v_filing, 'filing', 'same', p_excludes => '{suspension_reserved}', p_optional => '{note}');
  perform pg_temp.add_transitions('suspend', null, 'filing', v_filing, 'suspended', 'same', p_needs => '{suspension_reserved}', p_optional => '{note}');
  perform pg_temp.add_transitions('resume', 'registered', 'suspended', v_filing, 'resuming', 'same', p_optional => '{note}');
  perform pg_temp.add_transitions('resume', 'kei', 'suspended', v_filing, 'filing', 'same', p_optional => '{note}');
  perform pg_temp.add_transitions('resumed', 'registered', 'resuming', v_filing, 'filing', 'same', p_optional => '{note}');
  perform pg_temp.add_transitions('withdraw', null, 'filing', v_filing, 'withdrawing', 'withdrawing', p_required => '{note}');
  perform pg_temp.add_transitions('withdraw', null, 'correction_requested', '{correction_requested}', 'withdrawing', 'withdrawing', p_required => '{note}');
  perform pg_temp.add_transitions('withdraw', null, 'suspended', v_filing, 'withdrawing', 'withdrawing', p_required => '{note}');
  perform pg_temp.add_transitions('withdrawn', null, 'withdrawing', '{withdrawing}', 'error', 'withdrawn', p_required => '{note}');
  perform pg_temp.add_transitions('void', null, 'correction_requested', '{correction_requested}', 'error', 'void', p_optional => '{note}');
  perform pg_temp.add_transitions('void', null, 'filing', v_fee_due || '{payment_retry}'::text[], 'error', 'void', p_optional => '{note}');
end $$;
drop function pg_temp.add_transitions;
