import { expect, test } from 'vitest';
import { caseOf, fireAll, request, save } from '../support/cases.ts';
import { attempt, connect, json } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { jump } from '../support/machine.ts';
import { actAs } from '../support/session.ts';

// Many cases in one call: a result for each, in the order asked, and none blocks another.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const COUNT = 1000;

/** A thousand cases at 申請受付処理中, as a file of AINAS would bring them; copies of one draft. */
const manyReceiving = () => world.sql.begin(async (tx) => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await jump(tx, id, 'filing', 'receiving');
  const made = await tx<{ id: number; version: number }[]>`
    with fresh as (
      insert into applications (vehicle_kind, source, filing_status, oss_status, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no)
      select vehicle_kind, 'import', filing_status, oss_status, agent_branch_id, home_branch_id, requester_id, site_id, 'BULK-' || n
      from applications, generate_series(1, ${COUNT}) n where id = ${id} returning *
    ), line as (
      insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, to_filing_status, to_oss_status, source)
      select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', filing_status, oss_status, 'import' from fresh
    )
    select id, version from fresh order by id`;
  return [...made];
});

const receiving = await manyReceiving();

test('a thousand are accepted in one call, each under its own number; bad ones say why and block none', () => world.rollback(async (tx) => {
  const items = receiving.map((item, n) => ({ ...item, values: { acceptance_no: `BULK${n}` } as Record<string, unknown> }));
  const set = (n: number, change: object) => Object.assign(items[n] ?? {}, change);
  set(3, { version: 99 });
  set(10, { values: {} });
  set(20, { values: { acceptance_no: 'not a number' } });
  set(30, { values: { acceptance_no: 'BULK29' } });
  set(40, { id: world.cases.kitaDraft.id, version: world.cases.kitaDraft.version });
  set(50, { id: world.cases.sakuraKeiFees.id, version: world.cases.sakuraKeiFees.version });
  set(60, { id: receiving[59]?.id, version: receiving[59]?.version });
  set(70, { id: 987654321, version: 1 });
  const expected: Record<number, string> = {
    3: 'stale_version', 10: 'value_required', 20: 'invalid_format', 30: 'acceptance_no_taken', 40: 'not_found', 50: 'wrong_status', 60: 'duplicate_item', 70: 'not_found',
  };
  const results = await fireAll(tx, 'tokyoStaff', 'accept', items);
  expect(results).toHaveLength(COUNT);
  for (const [n, result] of results.entries()) expect(result, `item ${n}`).toMatchObject(expected[n] ? { ok: false, code: expected[n] } : { ok: true, id: items[n]?.id, version: 2 });
  const [stands] = await tx`
    select count(*) filter (where oss_status = 'fees_due')::int as accepted, count(distinct acceptance_no)::int as numbers
    from applications where id in ${tx(receiving.map(({ id }) => id))}`;
  const refused = Object.keys(expected).length;
  expect(stands).toEqual({ accepted: COUNT - refused, numbers: COUNT - refused });
  expect(await caseOf(tx, receiving[30]?.id ?? 0)).toMatchObject({ acceptance_no: null, version: 1 });
  const [fees] = await tx`select count(*)::int as n from fee_payments where application_id in ${tx(receiving.map(({ id }) => id))} and status = 'due'`;
  expect(fees).toEqual({ n: 2 * (COUNT - refused) });
}));

test('one number for two cases of a call goes to the first', () => world.rollback(async (tx) => {
  const results = await fireAll(tx, 'tokyoStaff', 'accept', receiving.slice(0, 3), { values: { acceptance_no: 'SAME001' } });
  expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'acceptance_no_taken' }, { ok: false, code: 'acceptance_no_taken' }]);
}));

test('one 申請ID for two cases of a call goes to the first', () => world.rollback(async (tx) => {
  const items = [];
  for (let n = 0; n < 2; n++) {
    const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
    await jump(tx, id, 'requested', null);
    items.push({ id, version: (await caseOf(tx, id)).version });
  }
  const results = await fireAll(tx, 'tokyoStaff', 'file', items, { values: { application_no: '987654321' } });
  expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'application_no_taken' }]);
}));

test('a number that money was paid under is never given again, so that a payment cannot stop on it', () => world.rollback(async (tx) => {
  const [paid] = await tx<{ no: string }[]>`select paid_acceptance_no as no from advance_ledger limit 1`;
  await tx`update applications set acceptance_no = null, previous_acceptance_no = null where acceptance_no = ${paid?.no ?? ''}`;
  expect(await fireAll(tx, 'tokyoStaff', 'accept', receiving.slice(0, 1), { values: { acceptance_no: paid?.no } })).toMatchObject([{ ok: false, code: 'acceptance_no_taken' }]);
}));

test('what an event does not ask for is neither used nor kept', () => world.rollback(async (tx) => {
  const { id, version } = world.cases.sakuraKeiFees;
  const values = { paid_on: '2025-05-01', due_on: '2025-12-31', amount: 1, acceptance_no: 'OTHER', name: '見本 太郎' };
  expect(await fireAll(tx, 'tokyoStaff', 'pay_inspection', [{ id, version }], { values, note: '覚え書き' })).toMatchObject([{ ok: true }]);
  const [line] = await tx`select note, details from application_events where application_id = ${id} order by id desc limit 1`;
  expect(line).toEqual({ note: '覚え書き', details: { paid_on: '2025-05-01' } });
  const [fee] = await tx`select amount, due_on from fee_payments where application_id = ${id} and fee_kind = 'inspection'`;
  expect(fee).toEqual({ amount: 1200, due_on: null });
}));

test('of two people at the same moment the second is told who was faster', async () => {
  const { id, version } = world.cases.sakuraRequested;
  const [first, second] = [connect(world.url), connect(world.url)];
  const results = await Promise.all([
    first.begin((tx) => fireAll(tx, 'tokyoStaff', 'file', [{ id, version }])), second.begin((tx) => fireAll(tx, 'tokyoAdmin', 'file', [{ id, version }])),
  ]);
  await Promise.all([first.end(), second.end()]);
  const refused = results.flat().filter(({ ok }) => !ok);
  expect(refused).toMatchObject([{ code: 'stale_version', details: { event: 'file', version: version + 1 } }]);
  expect(['tokyoStaff', 'tokyoAdmin']).toContain(refused[0]?.details?.actor_name);
});

test.each([
  ['an event that does not exist', 'explode', [{ id: 1, version: 1 }], 'unknown_event'],
  ['no case', 'submit', [], 'invalid_items'],
  ['no list', 'submit', { id: 1 }, 'invalid_items'],
  ['more than a thousand', 'submit', Array.from({ length: 1001 }, (_, id) => ({ id, version: 1 })), 'invalid_items'],
  ['an id that is no number', 'submit', [{ id: 'x', version: 1 }], 'invalid_items'],
  ['a version that is no number', 'submit', [{ id: 1, version: 'x' }], 'invalid_items'],
  ['an item that is no object', 'submit', [7], 'invalid_items'],
] as const)('%s is refused as a whole', (_, event, items, code) => world.rollback(async (tx) => {
  const { refusal } = await attempt(tx, (point) => actAs(point, 'tokyoStaff', () => point`select transition(${event}, ${json(point, items)})`));
  expect(refusal).toMatchObject({ state: 'PT400', code });
}));

test.each([
  [{ paid_on: '2025-02-30' }, 'invalid_date'], [{ paid_on: 'yesterday' }, 'invalid_date'], [{ paid_on: '2999-01-01' }, 'date_in_future'],
  [{ paid_on: 20250101 }, 'invalid_date'], [{ paid_on: '2001-01-01' }, 'price_missing'],
] as const)('a payment with %j is refused: %s', (values, code) => world.rollback(async (tx) => {
  const { id, version } = world.cases.sakuraKeiFees;
  await tx`update fee_payments set amount = null where application_id = ${id}`;
  expect(await fireAll(tx, 'tokyoStaff', 'pay_inspection', [{ id, version }], { values })).toMatchObject([{ ok: false, code }]);
}));

test.each([0, -1, 'x', '1.5', 1e12, ''])('an amount of %j is refused', (amount) => world.rollback(async (tx) => {
  const item = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await jump(tx, item.id, 'filing', 'inspection_review');
  const [result] = await fireAll(tx, 'tokyoStaff', 'pass', [{ id: item.id, version: item.version }], { values: { amount } });
  expect(result?.ok).toBe(false);
  expect(result?.code).toMatch(/^(invalid_amount|value_required)$/);
}));
