import { describe, expect, test } from 'vitest';
import { close, forgetBilling, mirror, reportAll, statementOf } from '../support/billing.ts';
import { cast } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura } = world.ids.company;
const april = '2024-04-01';

/** 2024-06-10 with 二人承認 on; hqViewer works in finance too. */
const withTwo = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2024-06-10T10:00:00+09:00');
  await forgetBilling(tx);
  await tx`update members set role = 'hq_finance' where user_id = ${cast.hqViewer.id}`;
  await tx`update settings set value = 'true' where key = 'two_person_approval'`;
  return work(tx);
});

type Asked = { approval: { id: number; act: string; state: string; requested_by_name: string } };
const first: Caller = 'hqFinance';
const second: Caller = 'hqViewer';

const ask = async <T = Asked>(tx: Tx, caller: Caller, call: (tx: Tx) => PromiseLike<readonly { answer: T }[]>): Promise<T> =>
  actAs(tx, caller, async () => {
    const [row] = await call(tx);
    if (!row) throw new Error('no answer');
    return row.answer;
  });

const adjust = (tx: Tx, caller: Caller, amount = -178) =>
  ask(tx, caller, (point) => point<{ answer: Asked }[]>`select add_adjustment(${sakura}, ${amount}, true, '訂正', '二重に数えたため') as answer`);
const decide = (tx: Tx, caller: Caller, id: number, decision = 'approve', note: string | null = null) =>
  ask(tx, caller, (point) => point<{ answer: { result: Record<string, unknown> | null } }[]>`select decide_approval(${id}, ${decision}, ${note}) as answer`);
const refused = async (tx: Tx, work: (tx: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal;
const count = async (tx: Tx, table: string): Promise<number> => (await tx<{ n: number }[]>`select count(*) as n from ${tx(table)}`)[0]?.n ?? -1;

describe('with the setting on an act waits', () => {
  test('until another person of finance approves; then it stands in the name of whoever asked', () => withTwo(async (tx) => {
    const { approval } = await adjust(tx, first);
    expect(approval).toMatchObject({ act: 'adjustment', state: 'pending', requested_by_name: 'hqFinance' });
    expect(await count(tx, 'adjustments')).toBe(0);
    const { result } = await decide(tx, second, approval.id);
    expect(result).toMatchObject({ amount: -178, created_by: cast.hqFinance.id });
    const [row] = await tx`select state, decided_by, decided_by_name from approvals where id = ${approval.id}`;
    expect(row).toEqual({ state: 'approved', decided_by: cast.hqViewer.id, decided_by_name: 'hqViewer' });
    const log = await tx<{ action: string }[]>`select action from audit_log where subject = 'approvals' and subject_id = ${String(approval.id)} order by id`;
    expect(log.map(({ action }) => action)).toEqual(['request', 'approve']);
  }));

  test('nobody approves or rejects his own, and nobody outside finance any', () => withTwo(async (tx) => {
    const { approval } = await adjust(tx, first);
    expect(await refused(tx, (point) => decide(point, first, approval.id))).toMatchObject({ state: 'PT403', code: 'own_approval' });
    expect(await refused(tx, (point) => decide(point, first, approval.id, 'reject', '誤り'))).toMatchObject({ code: 'own_approval' });
    for (const person of ['hqAdmin', 'auditor', 'tokyoAdmin', 'sakuraAdmin'] as const) {
      expect(await refused(tx, (point) => decide(point, person, approval.id))).toMatchObject({ code: 'not_allowed' });
    }
    expect(await count(tx, 'adjustments')).toBe(0);
  }));

  test('asked twice it waits once; decided it cannot be decided again', () => withTwo(async (tx) => {
    const { approval } = await adjust(tx, first);
    expect((await adjust(tx, second)).approval).toMatchObject({ id: approval.id, requested_by_name: 'hqFinance' });
    await decide(tx, second, approval.id);
    expect(await refused(tx, (point) => decide(point, second, approval.id))).toMatchObject({ state: 'PT409', code: 'approval_decided' });
    expect(await count(tx, 'adjustments')).toBe(1);
    // the approval was for one act: the next one waits again
    expect((await adjust(tx, second)).approval.id).not.toBe(approval.id);
  }));

  test('rejected with a note, withdrawn by whoever asked, or expired, it never happens', () => withTwo(async (tx) => {
    const rejected = (await adjust(tx, first)).approval.id;
    expect(await refused(tx, (point) => decide(point, second, rejected, 'reject'))).toMatchObject({ code: 'reason_required' });
    await decide(tx, second, rejected, 'reject', '金額が違う');
    const withdrawn = (await adjust(tx, first)).approval.id;
    expect(await refused(tx, (point) => decide(point, second, withdrawn, 'withdraw'))).toMatchObject({ code: 'not_allowed' });
    await decide(tx, first, withdrawn, 'withdraw');
    const expired = (await adjust(tx, first)).approval.id;
    await setClock(tx, '2024-06-17T10:00:01+09:00');
    expect(await refused(tx, (point) => decide(point, second, expired))).toMatchObject({ state: 'PT409', code: 'approval_expired' });
    expect((await adjust(tx, first)).approval.id).not.toBe(expired);
    const states = await tx<{ state: string }[]>`select state from approvals order by id`;
    expect(states.map(({ state }) => state)).toEqual(['rejected', 'withdrawn', 'expired', 'pending']);
    expect(await count(tx, 'adjustments')).toBe(0);
  }));

  test('a person of whom finance was taken away decides nothing', () => withTwo(async (tx) => {
    const { approval } = await adjust(tx, first);
    await tx`update members set disabled_at = private.now() where user_id = ${cast.hqViewer.id}`;
    expect(await refused(tx, (point) => decide(point, second, approval.id))).toMatchObject({ code: 'not_signed_in' });
  }));
});

describe('closing under 二人承認', () => {
  test('closes, publishes and reopens by two people each', () => withTwo(async (tx) => {
    await mirror(tx, { siteId: world.ids.site.sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    for (const [action, status] of [['close', 'closed'], ['reopen', 'open'], ['close', 'closed'], ['publish', 'published']] as const) {
      const before = await tx`select status from billing_months where month = ${april}`;
      const asked = (await close(tx, first, april, { action, ...(action === 'reopen' ? { reason: '追加の報告' } : {}) })) as unknown as Asked;
      expect(asked.approval).toMatchObject({ act: `${action}_month`, state: 'pending' });
      expect(await tx`select status from billing_months where month = ${april}`).toEqual(before);
      const { result } = await decide(tx, second, asked.approval.id);
      expect(result).toMatchObject({ status });
    }
    expect(await statementOf(tx, april, sakura)).toMatchObject({ number: '202404-00002', total: 1778 });
    const [month] = await tx`select closed_by, published_by, reopened_by, (select array_agg(distinct s.closed_by) from statements s) as stated_by from billing_months where month = ${april}`;
    expect(month).toEqual({ closed_by: cast.hqFinance.id, published_by: cast.hqFinance.id, reopened_by: cast.hqFinance.id, stated_by: [cast.hqFinance.id] });
  }));

  test('figures that changed since it was asked wait for a second person anew', () => withTwo(async (tx) => {
    await mirror(tx, { siteId: world.ids.site.sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    const asked = (await close(tx, first, april)) as unknown as Asked;
    await mirror(tx, { siteId: world.ids.site.sakura1, completedOn: '2024-04-11', advancedOn: null });
    const { result } = await decide(tx, second, asked.approval.id);
    expect(result).toMatchObject({ approval: { act: 'close_month', state: 'pending', requested_by_name: 'hqViewer' } });
    expect(await count(tx, 'statements')).toBe(0);
    const again = (result as unknown as Asked).approval.id;
    expect((await decide(tx, first, again)).result).toMatchObject({ status: 'closed', totals: { total: 1956 } });
  }));

  test('what the act would refuse is refused when it is approved, and it still waits', () => withTwo(async (tx) => {
    await mirror(tx, { siteId: world.ids.site.sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    const { approval } = (await close(tx, first, april)) as unknown as Asked;
    await tx`delete from prices where item = 'usage'`;
    expect(await refused(tx, (point) => decide(point, second, approval.id))).toMatchObject({ state: 'PT409', code: 'price_missing' });
    const [row] = await tx`select state from approvals where id = ${approval.id}`;
    expect(row).toEqual({ state: 'pending' });
  }));
});

test('prices and write-offs wait', () => withTwo(async (tx) => {
  const id = await mirror(tx, { siteId: world.ids.site.sakura1, completedOn: '2024-04-10' });
  const price = await ask(tx, first, (point) => point<{ answer: Asked }[]>`
    select save_price(${json(point, { item: 'usage', amount: 180, valid_from: '2024-07-01' })}) as answer`);
  expect(await tx`select amount from prices where item = 'usage' and valid_from = '2024-07-01'`).toEqual([]);
  expect((await decide(tx, second, price.approval.id)).result).toMatchObject({ amount: 180, created_by: cast.hqFinance.id });

  const writeOff = await ask(tx, first, (point) => point<{ answer: Asked }[]>`
    select write_off_advance(a.id, '誤納付') as answer from advances a where a.application_id = ${id} and a.fee_kind = 'inspection'`);
  expect(await tx`select state from advances where application_id = ${id} and fee_kind = 'inspection'`).toEqual([{ state: 'recorded' }]);
  expect((await decide(tx, second, writeOff.approval.id)).result).toMatchObject({ amount: 1200 });
  expect(await tx`select state from advances where application_id = ${id} and fee_kind = 'inspection'`).toEqual([{ state: 'written_off' }]);
}));

test('debit accounts wait with their rows, and no number is told', () => withTwo(async (tx) => {
  await tx`delete from debit_accounts`;
  const rows = [{ line: 2, requester_code: 'C9100001', valid_from: '2024-06-01', bank_code: '9999', bank_name: 'ミホン', branch_code: '001', branch_name: 'ホンテン',
    account_type: 'ordinary', account_number: '7654321', holder_kana: 'ミホン' }];
  const bad = [{ line: 3, column: '口座番号', value: '99887766', code: 'invalid_account_number' }];
  const asked = await ask(tx, first, (point) => point<{ answer: Asked & { inserted: number } }[]>`
    select import_rows('debit-accounts', 'a.csv', ${json(point, rows)}, false, 2, ${json(point, bad)}) as answer`);
  expect(asked).toMatchObject({ inserted: 1, approval: { act: 'debit_accounts' } });
  expect(await count(tx, 'debit_accounts')).toBe(0);
  const [row] = await tx<{ text: string }[]>`select to_jsonb(a)::text as text from approvals a where a.id = ${asked.approval.id}`;
  expect(row?.text).not.toMatch(/7654321|99887766/);
  await setClock(tx, '2024-06-12T10:00:00+09:00');
  await tx`select private.forget_staged_imports()`;
  expect((await decide(tx, second, asked.approval.id)).result).toMatchObject({ inserted: 1, rejected_count: 1 });
  expect(await tx`select masked_number from debit_accounts`).toEqual([{ masked_number: '****321' }]);
}));

test('every act that may wait can be carried out', () => world.rollback(async (tx) => {
  const rows = await tx<{ act: string; run: string | null }[]>`select act, to_regprocedure(run || '(jsonb)')::text as run from private.approval_acts`;
  expect(rows.filter(({ run }) => run === null)).toEqual([]);
}));
