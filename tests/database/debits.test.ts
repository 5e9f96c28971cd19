import { describe, expect, test } from 'vitest';
import { toBankKana } from '../../src/domain/bankKana.ts';
import { close, forgetBilling, refusedClose, statementOf } from '../support/billing.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { answered, bringResult, closedMonth, makeFile, positionOf, refusedFile, register, staged } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

// 口座振替: file out, result in, balances (D-25, D-28, domain §11.3).

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const [april, may, june] = ['2024-04-01', '2024-05-01', '2024-06-01'] as const;
// sakura is debited on the 27th of the next month, kita on the 6th of the month after next
const [aprilDay, mayDay, juneDay] = ['2024-05-27', '2024-06-27', '2024-07-29'] as const;

const sandbox = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await forgetBilling(tx);
  await setClock(tx, '2024-05-08T10:00:00+09:00');
  return work(tx);
});
const at = (tx: Tx, day: string) => setClock(tx, `${day}T10:00:00+09:00`);
/** Account number and 新規コード of the first data record. */
const placesOf = ({ lines }: { lines: string[] }): string => `${lines[1]?.slice(43, 50)}${lines[1]?.[90]}`;
const edit = (record: string, values: Record<string, unknown>) => (rows: Record<string, unknown>[]) =>
  rows.map((row) => (row['record'] === record ? { ...row, ...values } : row));
const codeOf = async (tx: Tx, id: number) => (await tx<{ code: string }[]>`select code from requesters where id = ${id}`)[0]?.code ?? '';

/** April closed, its file made, and the bank's code for sakura brought in. */
const settled = async (tx: Tx, code: string) => {
  await closedMonth(tx, april, [[sakura1, 10]]);
  const { lines } = await makeFile(tx, aprilDay);
  await at(tx, '2024-05-31');
  return bringResult(tx, staged(answered(lines, { [await codeOf(tx, sakura)]: code })));
};

describe('the file', () => {
  test('is 全銀 口座振替: header, data, trailer, end, each 120 bytes, by debit day and cycle', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await register(tx, kita, { number: '7654321' });
    await closedMonth(tx, april, [[sakura1, 10], [kita1, 3]]);
    const file = await makeFile(tx, aprilDay);
    expect(file).toMatchObject({ debit_cycle: 27, record_count: 1, amount: 1780 });
    expect(file.lines.map((line) => `${line[0]}${line.length}`)).toEqual(['1120', '2120', '8120', '9120']);
    const [header, data, trailer] = file.lines;
    expect(header).toMatch(/^19100000000000ﾆﾂｾｲﾚﾝ {34}0527/);
    expect(data).toBe(`2${'9901'}${'ﾐﾎﾝｷﾞﾝｺｳ'.padEnd(15)}100${'ﾎﾝﾃﾝ'.padEnd(15)}    11234567${'ﾐﾎﾝｼﾞﾄﾞｳｼﾔ'.padEnd(30)}00000017801${(await codeOf(tx, sakura)).padEnd(20)}0        `);
    expect(trailer).toBe(`8000001000000001780${'0'.repeat(36)}${' '.repeat(65)}`);
    expect(await makeFile(tx, '2024-06-06')).toMatchObject({ debit_cycle: 6, record_count: 1, amount: 534 });
  }));

  test('made twice is the same, whatever changed since; taken back it is made anew', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 1]]);
    const first = await makeFile(tx, aprilDay);
    await register(tx, sakura, { number: '9999999', from: '2024-05-01' });
    expect(await makeFile(tx, aprilDay)).toEqual(first);
    await actAs(tx, 'hqFinance', () => tx`select cancel_debit_batch(${first.id}, '口座の変更')`);
    expect((await makeFile(tx, aprilDay)).lines[1]).toContain('9999999');
  }));

  test('takes the account valid on the day it is made, and 新規コード tells a first, a changed and a known one', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await register(tx, sakura, { number: '2222222', from: '2024-05-20' });
    await closedMonth(tx, april, [[sakura1, 1]]);
    const first = await makeFile(tx, aprilDay);
    expect(placesOf(first)).toBe('12345671');
    await at(tx, '2024-06-05');
    await bringResult(tx, staged(answered(first.lines, {})));
    await closedMonth(tx, may, [[sakura1, 1]]);
    const second = await makeFile(tx, mayDay);
    expect(placesOf(second)).toBe('22222222');
  }));

  test('leaves out 口座登録中, 支部徴収 and what is not positive, and keeps them', () => sandbox(async (tx) => {
    await closedMonth(tx, april, [[sakura1, 2], [kita1, 1]]);
    expect(await refusedFile(tx, aprilDay)).toMatchObject({ state: 'PT409', code: 'nothing_to_debit' });
    await register(tx, sakura, { from: '2024-06-01' });
    expect(await refusedFile(tx, aprilDay)).toMatchObject({ code: 'nothing_to_debit' });
    await tx`update requesters set collection = 'branch' where id = ${kita}`;
    await at(tx, '2024-06-05');
    await actAs(tx, 'hqFinance', () => tx`select add_adjustment(${sakura}, -300, true, '訂正', '二重計上')`);
    await closedMonth(tx, may, [[sakura1, 1], [kita1, 1]]);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ total: -122, debit_on: null });
    expect(await statementOf(tx, may, kita)).toMatchObject({ collection: 'branch', debit_on: null });
    await register(tx, sakura);
    expect(await makeFile(tx, aprilDay)).toMatchObject({ amount: 234 });
    expect(await refusedFile(tx, mayDay)).toMatchObject({ code: 'nothing_to_debit' });
    expect(await refusedFile(tx, '2024-06-28')).toMatchObject({ code: 'no_debit_day' });
  }));

  test('names the character that no bank takes, and its company', () => sandbox(async (tx) => {
    await register(tx, sakura, { holder: '見本ジドウシャ', bankName: 'ミホンギンコウ' });
    await closedMonth(tx, april, [[sakura1, 1]]);
    expect(await refusedFile(tx, aprilDay)).toMatchObject({
      state: 'PT409', code: 'bank_kana_fault', details: { character: '見', field: 'holder_kana', company: expect.stringContaining(await codeOf(tx, sakura)) } });
    await tx`update debit_account_numbers set holder_kana = 'みほんジドウシャ' where requester_id = ${sakura}`;
    expect((await makeFile(tx, aprilDay)).lines[1]).toContain(`ﾐﾎﾝｷﾞﾝｺｳ${' '.repeat(7)}100`);
  }));

  test('is finance\'s alone', () => sandbox(async (tx) => {
    await closedMonth(tx, april, [[sakura1, 1]]);
    for (const person of ['hqAdmin', 'hqViewer', 'tokyoAdmin', 'sakuraAdmin'] as const) expect(await refusedFile(tx, aprilDay, person)).toMatchObject({ code: 'not_allowed' });
  }));

  test('waits for a second person when 二人承認 is on, and is made by the first', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 1]]);
    await tx`update settings set value = 'true' where key = 'two_person_approval'`;
    const answer = await makeFile(tx, aprilDay) as unknown as { approval: { id: number; act: string } };
    expect(answer).toMatchObject({ approval: { act: 'debit_file', state: 'pending' } });
    expect(await tx`select 1 from debit_batches`).toHaveLength(0);
    await tx`update approvals set requested_by = gen_random_uuid() where id = ${answer.approval.id}`;
    const [decided] = await actAs(tx, 'hqFinance', () => tx<{ result: { result: unknown } }[]>`select decide_approval(${answer.approval.id}, 'approve') as result`);
    expect(decided?.result.result).toMatchObject({ record_count: 1, amount: 178 });
    expect(await makeFile(tx, aprilDay)).toMatchObject({ record_count: 1, amount: 178 });
  }));

  test('keeps its month closed until it is taken back', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 1]]);
    const { id } = await makeFile(tx, aprilDay);
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'reopen', reason: '理由' })).toMatchObject({ code: 'debit_file_made' });
    await actAs(tx, 'hqFinance', () => tx`select cancel_debit_batch(${id}, '締めの訂正')`);
    await close(tx, 'hqFinance', april, { action: 'reopen', reason: '理由' });
  }));
});

describe('the result', () => {
  test('collects: the balance is gone', () => sandbox(async (tx) => {
    await register(tx, sakura);
    expect(await settled(tx, '0')).toMatchObject({ updated: 1, rejected: [] });
    expect(await positionOf(tx, sakura)).toEqual({ billed: 1780, collected: 1780, outstanding: 0 });
  }));

  test('failed: stands in the next statement apart, and goes with the next file', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await settled(tx, '1');
    expect(await positionOf(tx, sakura)).toEqual({ billed: 1780, collected: 0, outstanding: 1780 });
    await at(tx, '2024-06-05');
    await closedMonth(tx, may, [[sakura1, 2]]);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ total: 356, outstanding_before: 1780, debit_on: mayDay });
    expect(await makeFile(tx, mayDay)).toMatchObject({ amount: 2136 });
    const [row] = await tx`select month_amount, outstanding_amount from debit_results where debit_on = ${mayDay}`;
    expect(row).toEqual({ month_amount: 356, outstanding_amount: 1780 });
  }));

  test('a company without a bill that month is asked again for what failed', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await settled(tx, '1');
    await at(tx, '2024-06-05');
    await closedMonth(tx, may, [[kita1, 1]]);
    expect(await makeFile(tx, mayDay)).toMatchObject({ record_count: 1, amount: 1780 });
  }));

  test('two failures in a row: 振込依頼書 over the whole debt, which waits for the transfer', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await settled(tx, '1');
    await at(tx, '2024-06-05');
    await closedMonth(tx, may, [[sakura1, 2]]);
    const { lines } = await makeFile(tx, mayDay);
    await at(tx, '2024-07-03');
    await bringResult(tx, staged(answered(lines, { [await codeOf(tx, sakura)]: '9' })));
    const [request] = await tx`select kind, amount, due_on, closed_at from debit_followups`;
    expect(request).toEqual({ kind: 'transfer_request', amount: 2136, due_on: '2024-07-17', closed_at: null });
    await closedMonth(tx, june, [[sakura1, 1]]);
    expect(await statementOf(tx, june, sakura)).toMatchObject({ total: 178, outstanding_before: 2136, transfer_asked: 2136, debit_on: juneDay });
    expect(await makeFile(tx, juneDay)).toMatchObject({ amount: 178 });
    const pay = (amount: number) => actAs(tx, 'hqFinance', () => tx`select book_receipt(${sakura}, '2024-07-03', ${amount})`);
    await pay(1000);
    expect(await positionOf(tx, sakura)).toEqual({ billed: 2314, collected: 1000, outstanding: 1136 });
    await pay(1136);
    expect(await positionOf(tx, sakura)).toEqual({ billed: 2314, collected: 2136, outstanding: 0 });
    const [closed] = await tx`select close_reason from debit_followups`;
    expect(closed).toEqual({ close_reason: '入金済' });
  }));

  test.each(['2', '3', '4'])('code %s asks for the account: no debit until it is settled or changed', (code) => sandbox(async (tx) => {
    await register(tx, sakura);
    await settled(tx, code);
    const [query] = await tx<{ id: number; kind: string }[]>`select id, kind from debit_followups`;
    expect(query?.kind).toBe('account_query');
    await at(tx, '2024-06-05');
    await closedMonth(tx, may, [[sakura1, 2]]);
    expect(await refusedFile(tx, mayDay)).toMatchObject({ code: 'nothing_to_debit' });
    const settledByHand = await attempt(tx, async (point) => {
      await actAs(point, 'hqFinance', () => point`select close_followup(${query?.id ?? 0}, '口座に変更なし')`);
      return makeFile(point, mayDay);
    });
    expect(settledByHand.value).toMatchObject({ amount: 2136 });
  }));

  test('a newer account answers the question', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await settled(tx, '2');
    await at(tx, '2024-06-05');
    await closedMonth(tx, may, [[sakura1, 2]]);
    await register(tx, sakura, { number: '5555555', from: '2024-06-01' });
    expect((await makeFile(tx, mayDay)).lines[1]).toContain('5555555');
    expect((await tx`select close_reason from debit_followups`)[0]).toEqual({ close_reason: '口座の変更' });
  }));
});

/** What is told of a changed result file, `line column code`, after making sure that nothing of it is kept. */
const refused = (change: (rows: Record<string, unknown>[]) => Record<string, unknown>[]) => sandbox(async (tx) => {
  await register(tx, sakura);
  await closedMonth(tx, april, [[sakura1, 10]]);
  const { lines } = await makeFile(tx, aprilDay);
  const rows = change(staged(answered(lines, {})));
  const { rejected } = await bringResult(tx, rows, true);
  const { refusal } = await attempt(tx, (point) => bringResult(point, rows));
  expect(refusal).toMatchObject({ state: 'PT409', code: 'debit_result_refused' });
  expect(await tx`select state from debit_results`).toEqual([{ state: 'sent' }]);
  expect((await tx`select 1 from imports where kind = 'debit-result'`).length).toBe(0);
  return rejected.map(({ line, column, code }) => `${line} ${column} ${code}`);
});

describe('a result file is refused as a whole', () => {
  test.each([
    ['another debit day', edit('header', { debit_on: '0627' }), ['1 debit_on other_debit_date']],
    ['not the day it was brought for', edit('header', { expected_on: '2024-06-27' }), ['1 debit_on other_debit_date']],
    ['another 委託者', edit('header', { consignor_code: '9999999999' }), ['1 consignor_code other_consignor']],
    ['a code that no bank knows', edit('data', { result_code: '7' }), ['2 result_code unknown_result_code', '3 collected_amount debit_total_differs', '3 collected_count debit_total_differs', '3 failed_amount debit_total_differs', '3 failed_count debit_total_differs']],
    ['an amount that was not sent', edit('data', { amount: 1 }), ['2 amount debit_amount_differs', '3 amount debit_total_differs', '3 collected_amount debit_total_differs']],
    ['another account', edit('data', { account_number: '0000001' }), ['2 account_number debit_account_differs']],
    ['a company that was not sent', edit('data', { customer_no: 'C0000000' }), ['2 customer_no not_in_debit_file']],
    ['totals that do not add up', edit('trailer', { amount: 1781 }), ['3 amount debit_total_differs']],
    ['a line missing', (rows: Record<string, unknown>[]) => edit('trailer', { count: 0, amount: 0, collected_count: 0, collected_amount: 0 })(rows.filter((row) => row['record'] !== 'data')), ['3 count debit_lines_missing']],
  ])('%s', async (_, change, expected) => {
    expect((await refused(change)).toSorted()).toEqual(expected);
  });

  test('the same file twice', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 10]]);
    const { lines } = await makeFile(tx, aprilDay);
    const rows = staged(answered(lines, {}));
    await bringResult(tx, rows);
    const { refusal } = await attempt(tx, (point) => bringResult(point, rows));
    expect(refusal).toMatchObject({ code: 'debit_result_refused', details: { line: 1, code: 'debit_result_twice' } });
    expect(await positionOf(tx, sakura)).toMatchObject({ collected: 1780 });
  }));

  test('the account number is masked in what is told', () => sandbox(async (tx) => {
    await register(tx, sakura);
    await closedMonth(tx, april, [[sakura1, 1]]);
    const { lines } = await makeFile(tx, aprilDay);
    const { rejected } = await bringResult(tx, edit('data', { account_number: '7777888' })(staged(answered(lines, {}))), true);
    expect(rejected[0]).toMatchObject({ column: 'account_number', value: '****888' });
    expect((await tx`select 1 from audit_log where after::text like '%1234567%'`).length).toBe(0);
  }));
});

test('the balance is always billed − collected, whatever comes', () => sandbox(async (tx) => {
  await register(tx, sakura);
  await register(tx, kita, { number: '7654321' });
  const expectEqual = async () => {
    const [sums] = await tx<{ owed: number; counted: number }[]>`
      select ((select coalesce(sum(total), 0) from statements where status <> 'cancelled')
          - (select coalesce(sum(amount), 0) from debit_results where state = 'collected')
          - (select coalesce(sum(amount), 0) from receipts where cancelled_at is null))::bigint as owed,
        (select coalesce(sum(billed - collected), 0) from private.debit_positions())::bigint as counted`;
    expect(sums?.counted).toBe(sums?.owed);
    const [parts] = await tx<{ bad: number }[]>`select count(*) as bad from private.debit_positions() where in_flight < 0 or collected < 0`;
    expect(parts?.bad).toBe(0);
  };
  const [s, k] = [await codeOf(tx, sakura), await codeOf(tx, kita)];
  await closedMonth(tx, april, [[sakura1, 3], [kita1, 4]]);
  await expectEqual();
  const first = await makeFile(tx, aprilDay);
  await expectEqual();
  await at(tx, '2024-06-01');
  await bringResult(tx, staged(answered(first.lines, { [s]: '1' })));
  await expectEqual();
  const sixth = await makeFile(tx, '2024-06-06');
  await closedMonth(tx, may, [[sakura1, 1], [kita1, 1]]);
  await expectEqual();
  await bringResult(tx, staged(answered(sixth.lines, { [k]: '1' })));
  const [receipt] = await actAs(tx, 'hqFinance', () => tx<{ id: number }[]>`select (book_receipt(${kita}, '2024-06-01', 100) ->> 'id')::bigint as id`);
  await expectEqual();
  await actAs(tx, 'hqFinance', () => tx`select cancel_receipt(${receipt?.id ?? 0}, '誤記')`);
  await expectEqual();
  expect(await makeFile(tx, mayDay)).toMatchObject({ amount: 3 * 178 + 178 });
  await expectEqual();
  expect(await makeFile(tx, '2024-07-08')).toMatchObject({ amount: 4 * 178 + 178 });
  await expectEqual();
}));

test('data deadline and result day are business days away from the debit day', () => sandbox(async (tx) => {
  const [days] = await tx`select private.debit_deadline('2026-12-28', 27) as deadline, private.debit_result_day('2026-12-28', 27) as result`;
  expect(days).toEqual({ deadline: '2026-12-21', result: '2027-01-05' });
}));

test('the bank\'s letters are the same in SQL and in the domain', () => world.rollback(async (tx) => {
  const kana = Array.from({ length: 0x30ff - 0x3040 }, (_, n) => String.fromCodePoint(0x3041 + n));
  const texts = [...kana, 'ガギグ', 'ﾊﾟﾋﾟ', 'ＡＢｃ１', '（株）', '見本', 'a.b-c', '￥', '\\', '−', '「ア」', 'ア　イ', 'ｦ', 'ヲ', '゛', 'é', '、。・', '①', '㈱'];
  const rows = await tx<{ text: string; half: string | null }[]>`select t as text, nullif(private.bank_kana(t), '') as half from unnest(${texts}::text[]) t`;
  expect(rows.map(({ text, half }) => [text, half])).toEqual(texts.map((text) => [text, toBankKana(text)]));
}));
