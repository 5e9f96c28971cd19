import { expect, test } from 'vitest';
import { fire, request, save, type Step, walk } from '../support/cases.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { jump } from '../support/machine.ts';
import { actAs, setClock } from '../support/session.ts';

// 利用件数: the roll-ups are always what counting the cases and their history would give (D-37).

const world = await useWorld();
const { sakura1, sakuraYokohama, kita1 } = world.ids.site;

const measures = 'requested, filed, completed, corrections, rejections, withdrawals';

/** The roll-ups compared with a count from scratch: rows that only one of them has. */
const differences = (tx: Tx, monthly: boolean) => tx.unsafe(`
  with counted as (
    select ${monthly ? 'private.month_of(day) as day, site_id,' : 'day,'} agent_branch_id, vehicle_kind,
      sum(requested)::int as requested, sum(filed)::int as filed, sum(completed)::int as completed,
      sum(corrections)::int as corrections, sum(rejections)::int as rejections, sum(withdrawals)::int as withdrawals
    from (
      select private.jst_day(requested_at) as day, agent_branch_id, site_id, vehicle_kind, 1 as requested, 0 as filed, 0 as completed, 0 as corrections, 0 as rejections, 0 as withdrawals
      from applications where requested_at is not null
      union all select private.jst_day(filed_at), agent_branch_id, site_id, vehicle_kind, 0, 1, 0, 0, 0, 0 from applications where filed_at is not null
      union all select completed_on, agent_branch_id, site_id, vehicle_kind, 0, 0, 1, 0, 0, 0 from applications where completed_on is not null
      union all
      select private.jst_day(created_at), agent_branch_id, site_id, vehicle_kind, 0, 0, 0,
        (to_oss_status = 'correction_requested')::int, (to_oss_status in ('rejected', 'not_accepted'))::int, (to_oss_status = 'withdrawn')::int
      from application_events
      where to_oss_status in ('correction_requested', 'rejected', 'not_accepted', 'withdrawn') and from_oss_status is distinct from to_oss_status
    ) x group by ${monthly ? '1, 2, 3, 4' : '1, 2, 3'}
  ), kept as (
    select ${monthly ? 'month as day, site_id,' : 'day,'} agent_branch_id, vehicle_kind, ${measures} from ${monthly ? 'usage_monthly' : 'usage_daily'}
    where (${measures}) is distinct from (0, 0, 0, 0, 0, 0)
  )
  (select 'kept' as side, * from kept except all select 'kept', * from counted)
  union all (select 'counted', * from counted except all select 'counted', * from kept)`);

const expectExact = async (tx: Tx): Promise<void> => {
  expect([...(await differences(tx, false))]).toEqual([]);
  expect([...(await differences(tx, true))]).toEqual([]);
};

const dayOf = async (tx: Tx, day: string) => {
  const [row] = await tx.unsafe(`select ${measures} from usage_daily where day = $1 and agent_branch_id = $2 and vehicle_kind = 'kei'`, [day, world.ids.branch.tokyo]);
  return row ?? null;
};

const sent: Step[] = [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']];
const accept = (acceptance_no: string): Step => ['tokyoStaff', 'accept', { values: { acceptance_no } }];
const fees: Step[] = [['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech']];
const finish: Step[] = [['tokyoStaff', 'pass', { values: { amount: 6600 } }], ['tokyoStaff', 'pay_weight_tax']];

test('the world itself adds up', () => world.rollback(async (tx) => {
  const [total] = await tx`select sum(requested)::int as requested, sum(completed)::int as completed, sum(rejections)::int as rejections from usage_daily`;
  expect(total).toEqual({ requested: 11, completed: 5, rejections: 1 });
  await expectExact(tx);
}));

test('a case counts on the JST day of each act, a 再申請 once, a rejection each time', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-08-31T23:30:00+09:00');
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await walk(tx, id, sent);
  await setClock(tx, '2025-09-01T00:30:00+09:00');
  await walk(tx, id, [accept('USE0001'), ...fees, ['tokyoStaff', 'request_correction', { note: '理由' }], ['tokyoStaff', 'correct'], ['tokyoStaff', 'reject', { note: '理由' }]]);
  await walk(tx, id, [['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }], accept('USE0002'), ['tokyoStaff', 'reject', { note: '理由' }]]);
  await walk(tx, id, [['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }], accept('USE0003'), ...finish]);
  expect(await dayOf(tx, '2025-08-31')).toEqual({ requested: 1, filed: 1, completed: 0, corrections: 0, rejections: 0, withdrawals: 0 });
  expect(await dayOf(tx, '2025-09-01')).toEqual({ requested: 0, filed: 0, completed: 1, corrections: 1, rejections: 2, withdrawals: 0 });
  await expectExact(tx);
}));

test('a returned request is taken back out and counts again when it is sent again', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-08-10T10:00:00+09:00');
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'return', { note: '理由' }]]);
  expect(await dayOf(tx, '2025-08-10')).toMatchObject({ requested: 0 });
  await setClock(tx, '2025-08-12T10:00:00+09:00');
  await walk(tx, id, [['sakuraSubmitter', 'submit']]);
  expect(await dayOf(tx, '2025-08-12')).toMatchObject({ requested: 1 });
  await expectExact(tx);
}));

test('withdrawals, not_accept and deleted drafts keep it exact', () => world.rollback(async (tx) => {
  const make = async () => (await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'))).id;
  await walk(tx, await make(), [...sent, accept('USE0011'), ['tokyoStaff', 'withdraw', { note: '理由' }], ['tokyoStaff', 'withdrawn', { note: '理由' }]]);
  await walk(tx, await make(), [...sent, ['tokyoStaff', 'not_accept', { note: '理由' }], ['tokyoStaff', 'refile']]);
  const draft = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await actAs(tx, 'sakuraSubmitter', () => tx`select delete_application(${draft.id}, ${draft.version})`);
  await expectExact(tx);
}));

test('an import that jumps, a date that is corrected and a case that moves keep it exact', () => world.rollback(async (tx) => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await jump(tx, id, 'completed', 'issue_pending');
  await tx`update applications set requested_at = '2025-06-30T15:30Z', filed_at = '2025-07-02T00:00Z', completed_on = '2025-07-03' where id = ${id}`;
  await expectExact(tx);
  await tx`update applications set completed_on = '2025-06-30', filed_at = null where id = ${id}`;
  await tx`update applications set site_id = ${sakuraYokohama}, agent_branch_id = ${world.ids.branch.kanagawa} where id = ${id}`;
  await expectExact(tx);
  await jump(tx, id, 'error', 'rejected');
  await expectExact(tx);
}));

test('many at once, forth and back, keep it exact', () => world.rollback(async (tx) => {
  const { id } = await save(tx, 'kitaSubmitter', request(kita1, 'kei'));
  await jump(tx, id, 'filing', 'inspection_review');
  await tx`
    with fresh as (
      insert into applications (vehicle_kind, source, filing_status, oss_status, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no, requested_at)
      select vehicle_kind, 'import', filing_status, oss_status, agent_branch_id, home_branch_id, requester_id, site_id, 'MANY-' || n, '2025-07-01'::timestamptz + n * interval '7 hours'
      from applications, generate_series(1, 300) n where id = ${id} returning *
    )
    insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, to_filing_status, to_oss_status, source)
    select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', filing_status, oss_status, 'import' from fresh`;
  await tx`update applications set completed_on = private.jst_day(requested_at) + 3 where chassis_no like 'MANY-%'`;
  await expectExact(tx);
  await tx`update applications set completed_on = null, requested_at = null where chassis_no like 'MANY-%'`;
  await expectExact(tx);
  const [left] = await tx`select count(*)::int as n from usage_daily where day > '2025-07-01' and (${tx.unsafe(measures)}) is distinct from (0, 0, 0, 0, 0, 0)`;
  expect(left).toEqual({ n: 0 });
}));

test('the public totals hold whole months that are over, for the whole country', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-04-20T10:00:00+09:00');
  const totals = await actAs(tx, 'anon', () => tx`select * from national_usage() order by month, vehicle_kind`);
  expect(totals.map((row) => ({ ...row }))).toEqual([
    { month: '2025-03-01', vehicle_kind: 'kei', requested: 2, filed: 2, completed: 1 },
    { month: '2025-03-01', vehicle_kind: 'registered', requested: 2, filed: 2, completed: 2 },
  ]);
}));

test('an act that is refused counts nothing', () => world.rollback(async (tx) => {
  const before = await tx`select * from usage_daily order by day, agent_branch_id, vehicle_kind`;
  expect(await fire(tx, 'sakuraAdmin', 'file', world.cases.sakuraRequested)).toMatchObject({ ok: false });
  expect(await tx`select * from usage_daily order by day, agent_branch_id, vehicle_kind`).toEqual(before);
}));

test('shares and days stand in the daily counts: card, days to completion, and what a correction of either changes', () => world.rollback(async (tx) => {
  const quality = (group: string) => actAs(tx, 'hqViewer', async () => {
    const [row] = await tx<{ rows: Record<string, unknown>[] }[]>`select usage_quality('2025-03-01', '2025-05-01', ${group}) -> 'rows' as rows`;
    return row?.rows ?? [];
  });
  const recount = () => tx`
    select b.code as key, sum((a.cashless)::int)::int as cashless, sum(a.completed_on - private.jst_day(a.requested_at))::int as days_taken, count(*)::int as completed
    from applications a join branches b on b.id = a.agent_branch_id where a.completed_on is not null group by 1 order by 1`;
  const kept = async () => (await quality('branch')).filter(({ completed }) => completed !== 0).map(({ key, cashless, days_taken, completed }) => ({ key, cashless, days_taken, completed }));
  expect(await kept()).toEqual([...(await recount())]);
  const { id } = world.cases.sakura2Done;
  await tx`update applications set cashless = true, requested_at = requested_at - interval '3 days' where id = ${id}`;
  expect(await kept()).toEqual([...(await recount())]);
  expect((await quality('kind')).map(({ key }) => key)).toEqual(['kei', 'registered']);
  expect((await quality('region')).map(({ key }) => key)).toContain('関東');
  expect((await quality('month')).map(({ key }) => key)).toContain('2025-03-01');
}));
