import { describe, expect, test } from 'vitest';
import { caseOf, fire, type Kind, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';

// The tables of docs/domain.md §3.4 and §3.5, row by row, apart from the machine: from where, who, to where. What each row
// writes beside the status is proved in transitions.effects.test.ts.

const world = await useWorld();
const { sakura1 } = world.ids.site;

const agent = (event: string, values?: Record<string, unknown>, note?: string): Step => ['tokyoStaff', event, { ...(values && { values }), ...(note && { note }) }];
const submit: Step = ['sakuraSubmitter', 'submit'];
const accept = (): Step => agent('accept', { acceptance_no: newAcceptanceNo() });
const filed: Step[] = [submit, agent('file')];
const accepted = (): Step[] => [...filed, accept()];
const reviewed = (): Step[] => [...accepted(), agent('pay_inspection'), agent('pay_tech')];
const passed = (): Step[] => [...reviewed(), agent('pass', { amount: 24600 })];
const done = (): Step[] => [...passed(), agent('pay_weight_tax')];
const suspended = (): Step[] => [...accepted(), agent('reserve_suspension'), agent('suspend')];
const corrected = (): Step[] => [...reviewed(), agent('request_correction', undefined, '保適証の不備')];
const rejected = (): Step[] => [...reviewed(), agent('reject', undefined, '使用者の住所が違う')];
// The number of the workshop in this very request, so that the site needs none.
const OWN_REWRITE = { update_method: 'requester_specific', record_agent_no: 'AB12345678' };
const carded = (): Step[] => [...accepted()];
const refile = agent('refile', { hotekisho_reregistered: true });

const place = (row: { filing_status: string; oss_status: string | null }): string => [row.filing_status, row.oss_status].filter((part) => part !== null).join('/');

type Row = [row: string, before: Step[], act: Step, to: string, fields?: Record<string, unknown>];

const both = (prefix: 'A' | 'B', review: string, fees: { first: string; second: string }): Row[] => {
  const n = (a: string, b: string) => (prefix === 'A' ? a : b);
  const kept = prefix === 'A' ? 'inspection_fee_due' : 'fees_due';
  return [
    [`${prefix}4 送信`, [], submit, 'requested'],
    [`${prefix}5 差戻し`, [submit], agent('return', undefined, '住所を直す'), 'draft'],
    [`${prefix}6 代理申請`, [submit], agent('file'), 'filing/receiving'],
    [n('A7 申請エラー before filing', 'B (A7) 申請エラー before filing'), [submit], agent('fail', undefined, 'システムエラー'), 'error'],
    [n('A7 申請エラー after filing', 'B (A7) 申請エラー after filing'), filed, agent('fail', undefined, 'システムエラー'), 'error'],
    [n('A8 未受付', 'B7 未受付'), filed, agent('not_accept', undefined, '委託番号が違う'), 'error/not_accepted'],
    [n('A9–A10 申請受付', 'B8–B9 申請受付'), filed, accept(), `filing/${fees.first}`],
    [n('A11 検査登録手数料納付', 'B10 検査手数料納付'), accepted(), agent('pay_inspection'), `filing/${fees.second}`],
    [n('A12 技術情報管理手数料納付', 'B11 技術情報管理手数料納付'), [...accepted(), agent('pay_inspection')], agent('pay_tech'), `filing/${review}`],
    [n('A13 納付不能', 'B12 納付不能'), accepted(), agent('payment_failed', { fee_kind: 'inspection' }), 'filing/payment_retry'],
    [n('A13 納付不能 of 重量税', 'B12 納付不能 of 重量税'), passed(), agent('payment_failed', { fee_kind: 'weight_tax' }), 'filing/payment_retry'],
    [n('A13 再納付', 'B12 再納付'), [...passed(), agent('payment_failed', { fee_kind: 'weight_tax' })], agent('pay_weight_tax'), 'completed/issue_pending'],
    [n('A14–A15 補正要求', 'B13–B15 検査補正要求'), reviewed(), agent('request_correction', undefined, '保適証の不備'), 'correction_requested/correction_requested'],
    [n('A16 補正', 'B16 補正'), corrected(), agent('correct'), `filing/${review}`],
    [n('A17 却下', 'B17 却下'), reviewed(), agent('reject', undefined, '使用者の住所が違う'), 'error/rejected'],
    [n('A18 再申請 after 却下', 'B18 再申請 after 却下'), rejected(), refile, 'filing/receiving'],
    [n('A18 再申請 after 未受付', 'B18 再申請 after 未受付'), [...filed, agent('not_accept', undefined, '委託番号')], ['sakuraSubmitter', 'refile'], 'filing/receiving'],
    [n('A18 再申請 after 無効', 'B18 再申請 after 無効'), [...accepted(), agent('void')], agent('refile'), 'filing/receiving'],
    [n('A19 申請データ再利用', 'B19 申請データ再利用'), rejected(), ['sakuraSubmitter', 'reuse'], 'error/rejected'],
    [n('A21 審査完了', 'B20 審査完了'), reviewed(), agent('pass', { amount: 24600 }), 'filing/weight_tax_due'],
    [n('A22 重量税納付', 'B21 重量税納付'), passed(), agent('pay_weight_tax'), 'completed/issue_pending'],
    [n('A23 交付', 'B22 交付'), done(), agent('hand_over'), 'completed/issued'],
    [n('A24 書換え by the company', 'B23 書換え by the company'), done(), ['sakuraSubmitter', 'rewrite_ic'], 'completed/issued', OWN_REWRITE],
    [n('A24 書換え by the agent', 'B23 書換え by the agent'), done(), agent('rewrite_ic'), 'completed/issued'],
    [n('A25 中断予約 stops nothing', 'B24 中断予約 stops nothing'), accepted(), agent('reserve_suspension'), `filing/${kept}`],
    [n('A25 中断', 'B24 中断'), [...accepted(), agent('reserve_suspension')], agent('suspend'), `suspended/${kept}`],
    [n('A26 再開', 'B24 再開: no 再開中'), suspended(), agent('resume'), prefix === 'A' ? `resuming/${kept}` : `filing/${kept}`],
    [n('A27 取下 of a filed case', 'B25 取下 of a filed case'), accepted(), agent('withdraw', undefined, '依頼により'), 'withdrawing/withdrawing'],
    [n('A27 取下 while 補正要求', 'B25 取下 while 補正要求'), corrected(), agent('withdraw', undefined, '依頼により'), 'withdrawing/withdrawing'],
    [n('A27 取下 while 中断中', 'B25 取下 while 中断中'), suspended(), agent('withdraw', undefined, '依頼により'), 'withdrawing/withdrawing'],
    [n('A27 取下完了', 'B25 取下完了'), [...accepted(), agent('withdraw', undefined, '依頼により')], agent('withdrawn', undefined, '完了'), 'error/withdrawn'],
    [n('A28 無効 while 補正要求', 'B26 無効 while 補正要求'), corrected(), agent('void'), 'error/void'],
    [n('A28 無効 while a fee is due', 'B26 無効 while a fee is due'), accepted(), agent('void'), 'error/void'],
  ];
};

const walkRow = async (tx: Tx, kind: Kind, [row, before, [caller, event, brought], to, fields]: Row): Promise<void> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, kind, fields ?? {}));
  const ready = await walk(tx, id, before);
  const result = await fire(tx, caller, event, ready, brought);
  expect(result, row).toMatchObject({ ok: true });
  expect(place(await caseOf(tx, id)), row).toBe(to);
};
const named = (rows: Row[]) => rows.map((row) => ({ title: row[0], row }));

describe('登録車 (domain §3.4)', () => {
  const rows: Row[] = [
    ...both('A', 'reception_review', { first: 'inspection_fee_due', second: 'tech_fee_due' }),
    ['A11 skipped when 無料化', filed, accept(), 'filing/tech_fee_due', { inspection_fee_waived: true }],
    ['A12 skipped when 無料化', accepted(), agent('pay_inspection'), 'filing/reception_review', { tech_fee_waived: true }],
    ['A26 再開完了', [...suspended(), agent('resume')], agent('resumed'), 'filing/inspection_fee_due'],
    ['C1 straight to the examination', filed, accept(), 'filing/reception_review', { cashless: true }],
    ['C2 カード決済', carded(), agent('settle_card', { amount: 24600 }), 'completed/issue_pending', { cashless: true }],
    ['C3 書換え after the settlement', [...carded(), agent('settle_card', { amount: 24600 })], ['sakuraSubmitter', 'rewrite_ic'], 'completed/issued', { cashless: true, ...OWN_REWRITE }],
    ['C4 card refused: 再納付待ち', carded(), agent('payment_failed', { fee_kind: 'weight_tax' }), 'filing/payment_retry', { cashless: true }],
    ['C4 card refused: 補正要求', carded(), agent('request_correction', undefined, 'カード未登録'), 'correction_requested/correction_requested', { cashless: true }],
    ['C4 settled after all', [...carded(), agent('payment_failed', { fee_kind: 'weight_tax' })], agent('settle_card', { amount: 24600 }), 'completed/issue_pending', { cashless: true }],
  ];
  test.each(named(rows))('$title', ({ row }) => world.rollback((tx) => walkRow(tx, 'registered', row)));
});

describe('軽自動車 (domain §3.5)', () => {
  const rows: Row[] = [
    ...both('B', 'inspection_review', { first: 'fees_due', second: 'fees_due' }),
    ['B11 before B10: either order', accepted(), agent('pay_tech'), 'filing/fees_due'],
    ['B10 last', [...accepted(), agent('pay_tech')], agent('pay_inspection'), 'filing/inspection_review'],
  ];
  test.each(named(rows))('$title', ({ row }) => world.rollback((tx) => walkRow(tx, 'kei', row)));

  test('there is no cashless path (domain §3.5)', () => world.rollback(async (tx) => {
    const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
    const ready = await walk(tx, id, reviewed());
    expect(await fire(tx, 'tokyoStaff', 'settle_card', ready, { values: { amount: 6600 } })).toMatchObject({ ok: false, code: 'wrong_status' });
  }));
});

test.each(['registered', 'kei'] as const)('A1–A3: %s begins as 依頼前, stays there when it is saved, and can be deleted until it is sent', (kind) => world.rollback(async (tx) => {
  const made = await save(tx, 'sakuraPreparer', request(sakura1, kind));
  expect(place(made)).toBe('draft');
  const saved = await save(tx, 'sakuraPreparer', { id: made.id, version: made.version, memo: '覚え' });
  expect(place(saved)).toBe('draft');
  await walk(tx, made.id, [submit]);
  expect(place(await caseOf(tx, made.id))).toBe('requested');
}));

test.each(['registered', 'kei'] as const)('§3.6: 補正 keeps the 受付番号 of a %s, 却下 and 無効 give it up, 未受付 and 申請エラー never had one', (kind) => world.rollback(async (tx) => {
  const numberAfter = async (steps: Step[]): Promise<{ now: string | null; before: unknown }> => {
    const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, kind));
    const row = await walk(tx, id, steps);
    return { now: row.acceptance_no, before: row['previous_acceptance_no'] };
  };
  const number = newAcceptanceNo();
  const under = (steps: Step[]): Step[] => [...filed, agent('accept', { acceptance_no: number }), agent('pay_inspection'), agent('pay_tech'), ...steps];
  expect(await numberAfter(under([agent('request_correction', undefined, '理由'), agent('correct')]))).toEqual({ now: number, before: null });
  await tx`update applications set acceptance_no = acceptance_no || 'x'`;
  await tx`update advance_ledger set paid_acceptance_no = paid_acceptance_no || 'x'`;
  expect(await numberAfter(under([agent('reject', undefined, '理由'), refile]))).toEqual({ now: null, before: number });
  expect(await numberAfter([...filed, agent('not_accept', undefined, '委託番号')])).toEqual({ now: null, before: null });
  expect(await numberAfter([...filed, agent('fail', undefined, 'システムエラー')])).toEqual({ now: null, before: null });
}));
