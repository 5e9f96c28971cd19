import { describe, expect, test } from 'vitest';
import { caseOf, fire, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

// What an auditor would check after each path: fees, advances, dates, numbers, history, versions and counts.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const noon = '2025-08-20T12:00:00+09:00';

const draft = async (tx: Tx, kind: 'registered' | 'kei', fields: Record<string, unknown> = {}) => {
  await setClock(tx, noon);
  return (await save(tx, 'sakuraSubmitter', request(sakura1, kind, fields))).id;
};

const sent: Step[] = [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']];
const accept = (acceptance_no: string, due_on?: string): Step => ['tokyoStaff', 'accept', { values: { acceptance_no, ...(due_on && { due_on }) } }];
const agent = (event: string, values?: Record<string, unknown>, note?: string): Step => ['tokyoStaff', event, { ...(values && { values }), ...(note && { note }) }];

const feesOf = (tx: Tx, id: number) => tx`select fee_kind, status, amount, paid_on, due_on from fee_payments where application_id = ${id} order by fee_kind`;
const advancesOf = (tx: Tx, id: number) => tx`
  select fee_kind, acceptance_no, paid_acceptance_no, advanced_on, amount from advance_ledger where application_id = ${id} order by fee_kind`;
const historyOf = async (tx: Tx, id: number): Promise<string[]> => {
  const lines = await tx<{ line: string }[]>`
    select concat(event, ' ', coalesce(actor_name, 'system'), ': ', concat_ws('/', to_filing_status, to_oss_status)) as line
    from application_events where application_id = ${id} order by id`;
  return lines.map(({ line }) => line);
};

test('軽自動車, from the draft to the certificate', () => world.rollback(async (tx) => {
  const id = await draft(tx, 'kei');
  const done = await walk(tx, id, [
    ...sent, accept('KEI0001', '2025-08-31'), agent('pay_inspection', { paid_on: '2025-08-18' }), agent('pay_tech'),
    agent('pass', { amount: 6600, due_on: '2025-08-25' }), agent('pay_weight_tax', { paid_on: '2025-08-19' }), agent('hand_over'),
  ]);
  expect(done).toMatchObject({
    filing_status: 'completed', oss_status: 'issued', outcome: 'completed', acceptance_no: 'KEI0001', previous_acceptance_no: null,
    completed_on: '2025-08-19', procedure_completed_on: '2025-08-19', billing_month: '2025-08-01', application_type: 'initial',
  });
  expect([done.requested_at, done.filed_at].map((at) => new Date(String(at)).toISOString())).toEqual(['2025-08-20T03:00:00.000Z', '2025-08-20T03:00:00.000Z']);
  expect(await feesOf(tx, id)).toEqual([
    { fee_kind: 'inspection', status: 'paid', amount: 1200, paid_on: '2025-08-18', due_on: '2025-08-31' },
    { fee_kind: 'tech_info', status: 'paid', amount: 400, paid_on: '2025-08-20', due_on: '2025-08-31' },
    { fee_kind: 'weight_tax', status: 'paid', amount: 6600, paid_on: '2025-08-19', due_on: '2025-08-25' },
  ]);
  expect(await advancesOf(tx, id)).toEqual([
    { fee_kind: 'inspection', acceptance_no: 'KEI0001', paid_acceptance_no: 'KEI0001', advanced_on: '2025-08-18', amount: 1200 },
    { fee_kind: 'tech_info', acceptance_no: 'KEI0001', paid_acceptance_no: 'KEI0001', advanced_on: '2025-08-20', amount: 400 },
  ]);
  expect(await historyOf(tx, id)).toEqual([
    'create sakuraSubmitter: draft', 'submit sakuraSubmitter: requested', 'file tokyoStaff: filing/receiving', 'accept tokyoStaff: filing/accepted',
    'await_fees system: filing/fees_due', 'pay_inspection tokyoStaff: filing/fees_due', 'pay_tech tokyoStaff: filing/inspection_review',
    'pass tokyoStaff: filing/weight_tax_due', 'pay_weight_tax tokyoStaff: completed/issue_pending', 'hand_over tokyoStaff: completed/issued',
  ]);
  expect(done.version).toBe(10);
}));

test('登録車: the inspection fee is paid from the company’s own account, only the technical fee is advanced', () => world.rollback(async (tx) => {
  const id = await draft(tx, 'registered');
  await walk(tx, id, [...sent, accept('REG0001'), agent('pay_inspection')]);
  expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'tech_fee_due' });
  expect(await advancesOf(tx, id)).toEqual([]);
  await walk(tx, id, [agent('pay_tech')]);
  expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'reception_review' });
  expect(await advancesOf(tx, id)).toEqual([{ fee_kind: 'tech_info', acceptance_no: 'REG0001', paid_acceptance_no: 'REG0001', advanced_on: '2025-08-20', amount: 400 }]);
}));

test('a fee costs what it cost on the day it was paid', () => world.rollback(async (tx) => {
  const id = await draft(tx, 'kei');
  await walk(tx, id, [...sent, accept('OLD0001')]);
  await tx`update fee_payments set amount = null where application_id = ${id}`;
  await walk(tx, id, [agent('pay_inspection', { paid_on: '2022-12-31' })]);
  expect(await advancesOf(tx, id)).toMatchObject([{ amount: 1100, advanced_on: '2022-12-31' }]);
}));

describe('キャッシュレス', () => {
  test('goes straight to the examination; the card pays all three and nothing is advanced', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'registered', { cashless: true });
    await walk(tx, id, [...sent, accept('CARD001')]);
    expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'reception_review' });
    expect(await feesOf(tx, id)).toEqual([]);
    const done = await walk(tx, id, [agent('settle_card', { amount: 24600, paid_on: '2025-08-15', completed_on: '2025-08-16' })]);
    expect(done).toMatchObject({ filing_status: 'completed', oss_status: 'issue_pending', completed_on: '2025-08-16', billing_month: '2025-08-01' });
    expect(await feesOf(tx, id)).toEqual([
      { fee_kind: 'inspection', status: 'paid', amount: 1200, paid_on: '2025-08-15', due_on: null },
      { fee_kind: 'tech_info', status: 'paid', amount: 400, paid_on: '2025-08-15', due_on: null },
      { fee_kind: 'weight_tax', status: 'paid', amount: 24600, paid_on: '2025-08-15', due_on: null },
    ]);
    expect(await advancesOf(tx, id)).toEqual([]);
  }));

  test('is offered the card again after it failed, and no other payment', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'registered', { cashless: true });
    await walk(tx, id, [...sent, accept('CARD002'), agent('payment_failed', { fee_kind: 'weight_tax' })]);
    expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'payment_retry', outcome: 'open' });
    await actAs(tx, 'tokyoStaff', async () => {
      const [row] = await tx<{ events: string[] }[]>`select available_events(a) as events from applications a where id = ${id}`;
      expect(row?.events.filter((event) => /pay|settle/.test(event))).toEqual(['settle_card']);
    });
    expect(await walk(tx, id, [agent('settle_card', { amount: 24600 })])).toMatchObject({ oss_status: 'issue_pending' });
    expect(await advancesOf(tx, id)).toEqual([]);
  }));
});

describe('waived fees', () => {
  test.each([
    ['kei', { inspection_fee_waived: true, tech_fee_waived: true }, 'inspection_review'],
    ['registered', { inspection_fee_waived: true, tech_fee_waived: true }, 'reception_review'],
    ['registered', { inspection_fee_waived: true }, 'tech_fee_due'],
    ['kei', { inspection_fee_waived: true }, 'fees_due'],
  ] as const)('%s %j waits at %s', (kind, fields, oss_status) => world.rollback(async (tx) => {
    const id = await draft(tx, kind, fields);
    expect(await walk(tx, id, [...sent, accept(newAcceptanceNo())])).toMatchObject({ oss_status });
    expect((await feesOf(tx, id))[0]).toMatchObject({ fee_kind: 'inspection', status: 'waived', paid_on: null });
    expect(await advancesOf(tx, id)).toEqual([]);
  }));

  test('a waived fee is neither paid nor advanced when the other one is', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei', { inspection_fee_waived: true });
    const paid = await walk(tx, id, [...sent, accept('WAIVE01'), agent('pay_tech')]);
    expect(paid.oss_status).toBe('inspection_review');
    expect(await advancesOf(tx, id)).toMatchObject([{ fee_kind: 'tech_info' }]);
  }));
});

describe('a payment that fails', () => {
  test.each([
    ['kei', [], 'inspection', 'pay_inspection', 'fees_due'],
    ['kei', ['pay_inspection'], 'tech_info', 'pay_tech', 'inspection_review'],
    ['registered', [], 'inspection', 'pay_inspection', 'tech_fee_due'],
    ['registered', ['pay_inspection'], 'tech_info', 'pay_tech', 'reception_review'],
  ] as const)('%s after %j: %s is offered again and goes on', (kind, before, fee_kind, event, oss_status) => world.rollback(async (tx) => {
    const id = await draft(tx, kind);
    await walk(tx, id, [...sent, accept('FAIL001'), ...before.map((name) => agent(name)), agent('payment_failed', { fee_kind }, '残高不足')]);
    expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'payment_retry', outcome: 'open' });
    expect((await feesOf(tx, id)).find((fee) => fee.fee_kind === fee_kind)).toMatchObject({ status: 'failed', paid_on: null });
    const other = event === 'pay_tech' ? 'pay_inspection' : 'pay_tech';
    expect(await fire(tx, 'tokyoStaff', other, await caseOf(tx, id))).toMatchObject({ ok: false, code: 'condition_not_met' });
    expect(await walk(tx, id, [agent(event)])).toMatchObject({ oss_status });
    expect((await feesOf(tx, id)).find((fee) => fee.fee_kind === fee_kind)).toMatchObject({ status: 'paid', paid_on: '2025-08-20' });
  }));

  test('only a fee that is waited for can fail', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'registered');
    const item = await walk(tx, id, [...sent, accept('FAIL002')]);
    expect(await fire(tx, 'tokyoStaff', 'payment_failed', item, { values: { fee_kind: 'tech_info' } })).toMatchObject({ ok: false, code: 'fee_not_due' });
    expect(await fire(tx, 'tokyoStaff', 'payment_failed', item, { values: { fee_kind: 'nonsense' } })).toMatchObject({ ok: false, code: 'fee_not_due' });
  }));
});

describe('再申請', () => {
  const rejected: Step[] = [agent('reject', undefined, '使用者の住所が違う'), agent('refile', { hotekisho_reregistered: true })];

  test('keeps one live fee in the chain, whatever the number; advances follow, the number paid under stays', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei');
    await walk(tx, id, [...sent, accept('CHAIN01'), agent('pay_inspection'), agent('pay_tech'), ...rejected]);
    expect(await caseOf(tx, id)).toMatchObject({
      filing_status: 'filing', oss_status: 'receiving', outcome: 'open', application_type: 'refiled', acceptance_no: null, previous_acceptance_no: 'CHAIN01',
    });
    expect(await advancesOf(tx, id)).toMatchObject([{ acceptance_no: 'CHAIN01' }, { acceptance_no: 'CHAIN01' }]);
    // both fees are paid already: straight to the examination
    expect(await walk(tx, id, [accept('CHAIN02')])).toMatchObject({ oss_status: 'inspection_review', acceptance_no: 'CHAIN02' });
    await walk(tx, id, [...rejected, accept('CHAIN03')]);
    expect(await caseOf(tx, id)).toMatchObject({ acceptance_no: 'CHAIN03', previous_acceptance_no: 'CHAIN02' });
    expect(await advancesOf(tx, id)).toEqual([
      { fee_kind: 'inspection', acceptance_no: 'CHAIN03', paid_acceptance_no: 'CHAIN01', advanced_on: '2025-08-20', amount: 1200 },
      { fee_kind: 'tech_info', acceptance_no: 'CHAIN03', paid_acceptance_no: 'CHAIN01', advanced_on: '2025-08-20', amount: 400 },
    ]);
    expect(await feesOf(tx, id)).toMatchObject([{ status: 'paid', amount: 1200 }, { status: 'paid', amount: 400 }]);
  }));

  test('a fee not yet paid is paid once, under the number of its day', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei');
    await walk(tx, id, [...sent, accept('PART001'), agent('pay_inspection'), agent('void')]);
    await walk(tx, id, [agent('refile'), accept('PART002')]);
    expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'fees_due', previous_acceptance_no: 'PART001' });
    await walk(tx, id, [agent('pay_tech')]);
    expect(await advancesOf(tx, id)).toMatchObject([
      { fee_kind: 'inspection', acceptance_no: 'PART002', paid_acceptance_no: 'PART001' }, { fee_kind: 'tech_info', acceptance_no: 'PART002', paid_acceptance_no: 'PART002' },
    ]);
  }));

  test('after 却下 the 保適証 must be registered again each time; after 未受付 the submitter may do it too', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei');
    const item = await walk(tx, id, [...sent, accept('AGAIN01'), agent('pay_inspection'), agent('pay_tech'), agent('reject', undefined, '理由')]);
    expect(await fire(tx, 'tokyoStaff', 'refile', item)).toMatchObject({ ok: false, code: 'condition_not_met', details: { missing: ['certificate_reregistered'] } });
    await walk(tx, id, [agent('refile', { hotekisho_reregistered: true })]);
    expect(await caseOf(tx, id)).toMatchObject({ hotekisho_reregistered: false });
    const second = await draft(tx, 'registered');
    await walk(tx, second, [...sent, agent('not_accept', undefined, '委託番号が違う')]);
    expect(await walk(tx, second, [['sakuraSubmitter', 'refile']])).toMatchObject({ oss_status: 'receiving', previous_acceptance_no: null });
  }));

  test('申請データ再利用 makes a fresh draft with the data and without the facts of the portal', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei', { memo: '覚え書き' });
    const old = await walk(tx, id, [...sent, accept('REUSE01'), agent('pay_inspection'), agent('pay_tech'), agent('reject', undefined, '理由')]);
    const result = await fire(tx, 'sakuraSubmitter', 'reuse', old);
    expect(result.ok).toBe(true);
    const copy = await caseOf(tx, result.new_id ?? 0);
    expect(copy).toMatchObject({
      filing_status: 'draft', oss_status: null, outcome: 'open', acceptance_no: null, previous_acceptance_no: null, requested_at: null, filed_at: null,
      chassis_no: old.chassis_no, plate_number: old.plate_number, memo: '覚え書き', hotekisho_ready: false, application_type: 'initial',
    });
    expect(copy.request_no).not.toBe(old.request_no);
    expect(await caseOf(tx, id)).toMatchObject({ filing_status: 'error', oss_status: 'rejected' });
    expect([await feesOf(tx, copy.id), await advancesOf(tx, copy.id)]).toEqual([[], []]);
    expect(await tx`select name from application_vehicle_users where application_id = ${copy.id}`).toEqual([{ name: '見本 太郎' }]);
  }));

  test('未受付 is possible again after 再申請: the money was paid under another number', () => world.rollback(async (tx) => {
    const id = await draft(tx, 'kei');
    await walk(tx, id, [...sent, accept('PAID001'), agent('pay_inspection'), agent('void'), agent('refile')]);
    expect(await walk(tx, id, [agent('not_accept', undefined, '委託番号が違う')])).toMatchObject({ oss_status: 'not_accepted', outcome: 'not_accepted' });
  }));
});
