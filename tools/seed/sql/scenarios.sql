-- Courses that a case takes, as steps of the status machine. Kinds: r 登録車, c 登録車 by card, k 軽.
-- Before a step: `+` next office day, `~` now and then the next office day, `*` some office days later.
-- After `=`: the fee that could not be paid, or the status that a file of AINAS brought.

create temp table seed_scenarios as
with part (kind, filed, paid, passed) as (values
  ('r', 'file accept await_inspection_fee', 'pay_inspection pay_tech', '~pass pay_weight_tax'),
  ('c', 'file accept begin_review', '', '~settle_card'),
  ('k', 'file accept await_fees', 'pay_inspection pay_tech', '~pass pay_weight_tax')
), course (name, kinds, past, recent, steps) as (values
  -- name, kinds, weight of older cases, weight of the last days, steps
  ('normal', 'rck', 86.0, 40.0, 'create submit {filed} {paid} {passed} *hand_over'),
  ('rewritten', 'rck', 5.0, 3.0, 'create submit {filed} {paid} {passed} *rewrite_ic'),
  ('edited', 'rck', 2.0, 2.0, 'create edit submit {filed} {paid} {passed} *hand_over'),
  ('returned', 'rck', 0.8, 0.5, 'create submit return edit submit {filed} {paid} {passed} *hand_over'),
  ('corrected', 'rck', 2.5, 2.0, 'create submit {filed} {paid} ~request_correction *correct {passed} *hand_over'),
  ('refiled', 'rck', 0.8, 0.5, 'create submit {filed} {paid} ~reject *refile accept begin_review {passed} *hand_over'),
  ('rejected', 'rck', 0.5, 1.0, 'create submit {filed} {paid} ~reject'),
  ('not_accepted', 'rck', 0.25, 1.0, 'create submit file not_accept'),
  ('not_accepted_refiled', 'rck', 0.35, 0.3, 'create submit file not_accept +refile {accepted} {paid} {passed} *hand_over'),
  ('failed', 'rck', 0.25, 1.0, 'create submit fail'),
  ('failed_at_oss', 'rck', 0.15, 0.5, 'create submit file fail'),
  ('withdrawn', 'rck', 0.4, 0.8, 'create submit {filed} {paid} ~withdraw +withdrawn'),
  ('fee_failed', 'rk', 0.5, 0.3, 'create submit {filed} payment_failed=inspection +pay_inspection pay_tech {passed} *hand_over'),
  ('tax_failed', 'rk', 0.4, 0.3, 'create submit {filed} {paid} ~pass payment_failed=weight_tax +pay_weight_tax *hand_over'),
  ('card_failed', 'c', 0.9, 0.5, 'create submit {filed} payment_failed=weight_tax +settle_card *hand_over'),
  ('suspended_resumed', 'r', 0.15, 0.0, 'create submit {filed} {paid} reserve_suspension +suspend *resume +resumed {passed} *hand_over'),
  ('suspended_resumed', 'k', 0.15, 0.0, 'create submit {filed} {paid} reserve_suspension +suspend *resume {passed} *hand_over'),
  ('void', 'rck', 0.12, 0.6, 'create submit {filed} {paid} ~request_correction *void'),
  ('waived', 'r', 0.4, 0.3, 'create submit file accept begin_review {passed} *hand_over'),
  -- cases that stand still, so that every status has some
  ('draft', 'rck', 0.06, 6.0, 'create'),
  ('draft', 'rck', 0.0, 2.0, 'create edit'),
  ('requested', 'rck', 0.0, 6.0, 'create submit'),
  ('receiving', 'rck', 0.0, 3.0, 'create submit file'),
  ('accepted', 'rck', 0.0, 1.0, 'create submit file import=accepted'),
  ('fees_due', 'rk', 0.0, 3.0, 'create submit {filed}'),
  ('second_fee_due', 'rk', 0.0, 2.5, 'create submit {filed} pay_inspection'),
  ('in_review', 'rck', 0.0, 5.0, 'create submit {filed} {paid}'),
  ('tax_due', 'rk', 0.0, 4.0, 'create submit {filed} {paid} ~pass'),
  ('retry', 'rk', 0.0, 1.2, 'create submit {filed} payment_failed=inspection'),
  ('retry', 'c', 0.0, 4.0, 'create submit {filed} payment_failed=weight_tax'),
  ('correction', 'rck', 0.04, 2.5, 'create submit {filed} {paid} ~request_correction'),
  ('suspended', 'rck', 0.04, 1.2, 'create submit {filed} {paid} reserve_suspension +suspend'),
  ('resuming', 'rc', 0.0, 1.5, 'create submit {filed} {paid} reserve_suspension +suspend resume'),
  ('withdrawing', 'rck', 0.0, 1.2, 'create submit {filed} {paid} ~withdraw'),
  ('unknown', 'rck', 0.0, 0.6, 'create submit {filed} import=unknown'),
  ('not_collected', 'rck', 0.12, 0.0, 'create submit {filed} {paid} {passed}')
)
select p.kind, c.name, c.past, c.recent,
  regexp_split_to_array(btrim(regexp_replace(replace(replace(replace(replace(c.steps, '{accepted}', regexp_replace(p.filed, '^file ', '')),
    '{filed}', p.filed), '{paid}', p.paid), '{passed}', p.passed), ' +', ' ', 'g')), ' ') as steps,
  row_number() over ()::int as id
from course c join part p on c.kinds like '%' || p.kind || '%';

-- Bounds for a draw by kind, for older and for recent cases.
create temp table seed_scenario_bounds as
select kind, ids, ups, recent from (
  select s.kind, r.recent, array_agg(s.id order by s.id) as ids,
    array_agg(s.up_to order by s.id) as ups
  from (values (false), (true)) r (recent)
  cross join lateral (
    select k.id, k.kind, sum(case when r.recent then k.recent else k.past end) over (partition by k.kind order by k.id)
      / sum(case when r.recent then k.recent else k.past end) over (partition by k.kind) as up_to
    from seed_scenarios k
  ) s group by 1, 2
) x;

-- One row a step; where it leads follows in seed_marks.
create temp table seed_steps as
select s.id as scenario_id, s.kind, x.ord::int as seq,
  substring(x.token from '[a-z_]+') as event, substring(x.token from '^[+~*]') as pause, substring(x.token from '=(.*)$') as argument
from seed_scenarios s cross join lateral unnest(s.steps) with ordinality x (token, ord);

-- Where a step leads, which side takes it, and how many minutes it takes at most.
create temp table seed_marks as
select m.event, k.kind, coalesce(m.filing, 'filing') as to_filing,
  case m.oss when 'review' then k.review when 'second_fee' then k.second_fee else m.oss end as to_oss,
  m.side, m.minutes
from (values
  ('create', 'draft', null, 'garage', 0), ('edit', 'draft', null, 'garage', 20), ('submit', 'requested', null, 'garage', 15),
  ('return', 'draft', null, 'agent', 40), ('file', 'filing', 'receiving', 'agent', 60), ('fail', 'error', null, 'agent', 30),
  ('not_accept', 'error', 'not_accepted', 'agent', 25), ('accept', null, 'accepted', 'agent', 12),
  ('await_inspection_fee', null, 'inspection_fee_due', 'system', 0), ('await_fees', null, 'fees_due', 'system', 0),
  ('begin_review', null, 'review', 'system', 0), ('pay_inspection', null, 'second_fee', 'agent', 15), ('pay_tech', null, 'review', 'agent', 8),
  ('payment_failed', null, 'payment_retry', 'agent', 10), ('request_correction', 'correction_requested', 'correction_requested', 'agent', 50),
  ('correct', null, 'review', 'agent', 30), ('reject', 'error', 'rejected', 'agent', 50), ('refile', null, 'receiving', 'agent', 30),
  ('pass', null, 'weight_tax_due', 'agent', 50), ('pay_weight_tax', 'completed', 'issue_pending', 'agent', 15),
  ('settle_card', 'completed', 'issue_pending', 'agent', 50), ('hand_over', 'completed', 'issued', 'agent', 30),
  ('rewrite_ic', 'completed', 'issued', 'garage', 30), ('reserve_suspension', null, 'review', 'agent', 20),
  ('suspend', 'suspended', 'review', 'agent', 20), ('resume', 'resuming', 'review', 'agent', 20), ('resumed', null, 'review', 'agent', 20),
  ('withdraw', 'withdrawing', 'withdrawing', 'agent', 30), ('withdrawn', 'error', 'withdrawn', 'agent', 30),
  ('void', 'error', 'void', 'agent', 10), ('import', null, 'argument', 'system', 30)
) m (event, filing, oss, side, minutes)
cross join (values ('r', 'reception_review', 'tech_fee_due'), ('c', 'reception_review', null), ('k', 'inspection_review', 'fees_due')) k (kind, review, second_fee);
update seed_marks set to_filing = 'filing' where event = 'resume' and kind = 'k';
