import { describe, expect, test } from 'vitest';
import { attempt, connect, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { close, forgetBilling, linesOf, mirror, refusedClose, reportAll, statementOf } from '../support/billing.ts';
import type { PersonName } from '../support/cast.ts';
import { actAs, become, setClock } from '../support/session.ts';

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { sakura1, sakuraYokohama, kita1 } = world.ids.site;
const [april, may] = ['2024-04-01', '2024-05-01'] as const;

const clock = '2024-06-10T10:00:00+09:00';
const inJune = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, clock);
  await forgetBilling(tx);
  return work(tx);
});

const closeApril = async (tx: Tx) => {
  const id = await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
  await mirror(tx, { siteId: kita1, completedOn: '2024-04-10' });
  await reportAll(tx, april);
  await close(tx, 'hqFinance', april);
  return id;
};

describe('reopening', () => {
  test('cancels the statements, keeps their numbers used, and closes anew', () => inJune(async (tx) => {
    await closeApril(tx);
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'reopen' })).toMatchObject({ state: 'PT400', code: 'reason_required' });
    expect(await close(tx, 'hqFinance', april, { action: 'reopen', reason: '取込漏れがあったため' })).toMatchObject({ status: 'open', statements: 0 });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-11', advancedOn: null });
    await close(tx, 'hqFinance', april);
    const all = await tx<{ line: string }[]>`select concat_ws(' ', number, status, usage_count) as line from statements order by number`;
    expect(all.map(({ line }) => line)).toEqual([
      '202404-00001 cancelled 1', '202404-00002 cancelled 1', '202404-00003 closed 2', '202404-00004 closed 1']);
  }));

  test('takes back what had gone to the next month meanwhile', () => inJune(async (tx) => {
    const id = await closeApril(tx);
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-11', advancedOn: null });
    await tx`update applications set requester_id = ${kita}, site_id = ${kita1} where id = ${id}`;
    await close(tx, 'hqFinance', april, { action: 'reopen', reason: '取込漏れがあったため' });
    await close(tx, 'hqFinance', april);
    expect(await statementOf(tx, april, sakura)).toMatchObject({ usage_count: 1 });
    expect(await statementOf(tx, april, kita)).toMatchObject({ usage_count: 2 });
    const [left] = await tx`select (select count(*) from usage_adjustments) as reversals, (select count(*) from applications where billing_month = ${may}) as late`;
    expect(left).toEqual({ reversals: 0, late: 0 });
  }));

  test('is refused for an open, a published and an earlier month', () => inJune(async (tx) => {
    const reason = '理由';
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'reopen', reason })).toMatchObject({ code: 'month_not_closed' });
    await closeApril(tx);
    await reportAll(tx, may);
    await close(tx, 'hqFinance', may);
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'reopen', reason })).toMatchObject({ code: 'later_month_closed' });
    await close(tx, 'hqFinance', april, { action: 'publish' });
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'reopen', reason })).toMatchObject({ state: 'PT409', code: 'month_published' });
    expect(await refusedClose(tx, 'hqFinance', april, { action: 'publish' })).toMatchObject({ code: 'month_published' });
  }));
});

const seenBy = (tx: Tx, person: PersonName) => actAs(tx, person, async () => {
  const [row] = await tx<{ statements: number; lines: number }[]>`select (select count(*) from statements) as statements, (select count(*) from statement_lines) as lines`;
  return `${row?.statements}/${row?.lines}`;
});

describe('statements are read', () => {
  const people = ['hqAdmin', 'hqFinance', 'hqViewer', 'auditor', 'tokyoStaff', 'kanagawaStaff', 'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitterAll', 'kitaAdmin'] as const;
  const allSee = async (tx: Tx) => Object.fromEntries(await people.reduce<Promise<[string, string][]>>(async (seen, person) => [...await seen, [person, await seenBy(tx, person)]], Promise.resolve([])));

  test('by head office and the home branch when closed, by the company when published', () => inJune(async (tx) => {
    await closeApril(tx);
    const office = { hqAdmin: '2/6', hqFinance: '2/6', hqViewer: '2/6', auditor: '0/0', tokyoStaff: '1/3', kanagawaStaff: '0/0', sakuraSiteAdmin: '0/0', sakuraSubmitterAll: '0/0' };
    expect(await allSee(tx)).toEqual({ ...office, sakuraAdmin: '0/0', kitaAdmin: '0/0' });
    await tx`update requesters set mailing_name = '見本自動車 経理', mailing_address = '東京都千代田区見本町1-1' where id = ${sakura}`;
    await close(tx, 'hqFinance', april, { action: 'publish' });
    expect(await allSee(tx)).toEqual({ ...office, sakuraAdmin: '1/3', kitaAdmin: '1/3' });
    expect(await statementOf(tx, april, sakura)).toMatchObject({
      status: 'published', addressee: { code: 'C9100001', name: '見本自動車 経理', address: '東京都千代田区見本町1-1' }, issuer: { name: expect.any(String) } });
  }));

  test('by the branch where the company is at home, not by the branch that filed', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakuraYokohama, completedOn: '2024-04-10' });
    await reportAll(tx, april);
    await close(tx, 'hqFinance', april);
    expect([await seenBy(tx, 'tokyoStaff'), await seenBy(tx, 'kanagawaStaff')]).toEqual(['1/3', '0/0']);
  }));
});

test('numbers go on after 99999, when a month of many companies is closed again and again', () => inJune(async (tx) => {
  await closeApril(tx);
  await close(tx, 'hqFinance', april, { action: 'reopen', reason: '取込漏れがあったため' });
  await tx`update billing_months set last_number = 99999 where month = ${april}`;
  await close(tx, 'hqFinance', april);
  const live = await tx<{ number: string }[]>`select number from statements where status <> 'cancelled' order by id`;
  expect(live.map(({ number }) => number)).toEqual(['202404-100000', '202404-100001']);
}));

describe('保適証サービス', () => {
  test('is a line from the imported count, with tax taken once a statement', () => inJune(async (tx) => {
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10', advancedOn: null });
    await tx`insert into hotekisho_counts (month, requester_id, count) values (${april}, ${sakura}, 52), (${april}, ${kita}, 0)`;
    await reportAll(tx, april);
    expect(await close(tx, 'hqFinance', april)).toMatchObject({ statements: 1 });
    const statement = await statementOf(tx, april, sakura);
    expect(statement).toMatchObject({ hotekisho_count: 52, hotekisho_amount: 1872, taxable_10: 2050, tax_10: 186, total: 2050 });
    expect(await linesOf(tx, statement.id)).toEqual(['hotekisho 保適証サービス利用料金 52 1872', 'usage 継続検査OSS利用料金 1 178']);
  }));

  test('that comes after the closing is a taxable difference', () => inJune(async (tx) => {
    await closeApril(tx);
    await tx`insert into hotekisho_counts (month, requester_id, count) values (${april}, ${sakura}, 10)`;
    await tx`update hotekisho_counts set count = 8 where month = ${april}`;
    await reportAll(tx, may);
    await close(tx, 'hqFinance', may);
    expect(await statementOf(tx, may, sakura)).toMatchObject({ hotekisho_amount: 0, adjustment_amount: 288, taxable_10: 288, tax_10: 26, total: 288 });
  }));
});

test('adjustments of finance stand in the next bill', () => inJune(async (tx) => {
  await closeApril(tx);
  const add = (person: PersonName, amount: number, reason: string) => attempt(tx, (point) => actAs(point, person, () =>
    point`select add_adjustment(${sakura}, ${amount}, true, '調整（4月分）', ${reason})`));
  expect((await add('hqAdmin', 100, '理由')).refusal).toMatchObject({ code: 'not_allowed' });
  expect((await add('hqFinance', 100, ' ')).refusal).toMatchObject({ code: 'reason_required' });
  expect((await add('hqFinance', -1100, '二重計上の訂正')).refusal).toBeUndefined();
  await mirror(tx, { siteId: sakura1, completedOn: '2024-05-10' });
  await reportAll(tx, may);
  await close(tx, 'hqFinance', may);
  expect(await statementOf(tx, may, sakura)).toMatchObject({ adjustment_amount: -1100, taxable_10: -922, tax_10: -83, total: 678 });
}));

test('an adjustment made before anything was closed stands in the first bill, whichever month that is', () => inJune(async (tx) => {
  await setClock(tx, '2024-04-10T10:00:00+09:00');
  await actAs(tx, 'hqFinance', () => tx`select add_adjustment(${sakura}, -500, false, '訂正', '移行前の過請求')`);
  await setClock(tx, clock);
  await reportAll(tx, april);
  expect((await close(tx, 'hqFinance', april, { preview: true })).totals).toMatchObject({ adjustment_amount: -500 });
  await closeApril(tx);
  expect(await statementOf(tx, april, sakura)).toMatchObject({ adjustment_amount: -500 });
  expect(await tx`select month from adjustments`).toEqual([{ month: april }]);
  await reportAll(tx, may);
  expect((await close(tx, 'hqFinance', may)).totals).toMatchObject({ adjustment_amount: 0 });
}));

test('the branch collects: a statement without a debit', () => inJune(async (tx) => {
  await tx`update requesters set collection = 'branch' where id = ${sakura}`;
  await closeApril(tx);
  expect(await statementOf(tx, april, sakura)).toMatchObject({ total: 1778, debit_on: null, collection: 'branch' });
  expect(await statementOf(tx, april, kita)).toMatchObject({ debit_cycle: 6, debit_on: '2024-06-06' });
}));

test('debit days move to the next business day', () => inJune(async (tx) => {
  const [day] = await tx`select private.debit_day('2026-11-01', 27) as december, private.debit_day('2026-04-01', 6) as june, private.debit_day('2026-10-01', 6) as after`;
  expect(day).toEqual({ december: '2026-12-28', june: '2026-06-08', after: '2026-12-07' });
  // a Saturday before New Year, the substitute holiday after 5/5, and 12/31–1/3 itself
  const [more] = await tx`select private.debit_day('2025-11-01', 27) as saturday, private.debit_day('2026-03-01', 6) as substitute, private.next_business_day('2026-12-31') as new_year`;
  expect(more).toEqual({ saturday: '2025-12-29', substitute: '2026-05-07', new_year: '2027-01-04' });
}));

test('the tax contained in a statement is rounded by the setting, a credit as its charge', () => inJune(async (tx) => {
  const rows = await tx<{ line: string }[]>`
    select concat_ws(' ', a, private.contained_tax(a, 'floor'), private.contained_tax(a, 'round'), private.contained_tax(a, 'ceil')) as line
    from unnest(array[0, 1, 10, 11, 178, 17800, -178, -17800]) a`;
  expect(rows.map(({ line }) => line)).toEqual(['0 0 0 0', '1 0 0 1', '10 0 1 1', '11 1 1 1', '178 16 16 17', '17800 1618 1618 1619', '-178 -16 -16 -17', '-17800 -1618 -1618 -1619']);
  await tx`update settings set value = '"ceil"' where key = 'tax_rounding'`;
  await closeApril(tx);
  expect(await statementOf(tx, april, sakura)).toMatchObject({ taxable_10: 178, tax_10: 17 });
}));

test('account numbers are read by finance and the company\'s administrator', () => inJune(async (tx) => {
  await tx`
    with account as (
      insert into debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number)
      values (${sakura}, '2024-01-01', '9901', 'ﾃｽﾄｷﾞﾝｺｳ', '100', 'ﾎﾝﾃﾝ', 'ordinary', '****567') returning id)
    insert into debit_account_numbers (account_id, requester_id, account_number, holder_kana) select id, ${sakura}, '1234567', 'ﾐﾎﾝｼﾞﾄﾞｳｼﾔ' from account`;
  const sees = async (person: PersonName) => actAs(tx, person, async () => {
    const [row] = await tx<{ masked: number; full: number }[]>`
      select (select count(*) from debit_accounts) as masked, (select count(*) from debit_account_numbers) as full`;
    return `${row?.masked}/${row?.full}`;
  });
  const expected = {
    hqFinance: '1/1', hqAdmin: '1/0', hqViewer: '1/0', auditor: '0/0', tokyoAdmin: '1/0', tokyoStaff: '0/0', sapporoAdmin: '0/0',
    sakuraAdmin: '1/1', sakuraSiteAdmin: '0/0', sakuraSubmitterAll: '0/0', kitaAdmin: '0/0',
  } as const;
  for (const [person, seen] of Object.entries(expected)) expect(`${person} ${await sees(person as PersonName)}`).toBe(`${person} ${seen}`);
  const [logged] = await tx<{ n: number }[]>`select count(*) as n from audit_log where after::text like '%1234567%'`;
  expect(logged?.n).toBe(0);
}));

const save = (tx: Tx, person: PersonName, price: Record<string, string | number>) =>
  attempt(tx, (point) => actAs(point, person, () => point`select save_price(${point.json(price)})`));

test('a future one is prepared and may still be changed; one in force never', () => inJune(async (tx) => {
  expect((await save(tx, 'hqAdmin', { item: 'usage', amount: 190, valid_from: '2024-10-01' })).refusal).toMatchObject({ code: 'not_allowed' });
  expect((await save(tx, 'hqFinance', { item: 'usage', amount: 190, valid_from: '2024-10-01' })).refusal).toBeUndefined();
  expect((await save(tx, 'hqFinance', { item: 'usage', amount: 195, valid_from: '2024-10-01', version: 1 })).refusal).toBeUndefined();
  expect((await save(tx, 'hqFinance', { item: 'usage', amount: 1, valid_from: '2024-06-10' })).refusal).toMatchObject({ state: 'PT409', code: 'price_in_use' });
  expect((await save(tx, 'hqFinance', { item: 'usage', amount: -1, valid_from: '2024-12-01' })).refusal).toMatchObject({ code: 'invalid_price' });
  const [amounts] = await tx`select private.price_on('usage', '2024-09-30') as before, private.price_on('usage', '2024-10-01') as after`;
  expect(amounts).toEqual({ before: 178, after: 195 });
}));

describe('prices', () => {
  test('that change within a month make two lines', () => inJune(async (tx) => {
    await tx`update prices set valid_to = '2024-04-15' where item = 'usage'`;
    await tx`insert into prices (item, amount, tax_rate, valid_from) values ('usage', 200, 10, '2024-04-16')`;
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-15', advancedOn: null });
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-16', advancedOn: null });
    await reportAll(tx, april);
    await close(tx, 'hqFinance', april);
    expect(await linesOf(tx, (await statementOf(tx, april, sakura)).id)).toEqual(['usage 継続検査OSS利用料金 1 178', 'usage 継続検査OSS利用料金 1 200']);
  }));
});

test('two windows that close at once get one result', async () => {
  await world.sql.begin(async (tx) => {
    await forgetBilling(tx);
    await mirror(tx, { siteId: sakura1, completedOn: '2024-04-10' });
    await reportAll(tx, april);
  });
  const { host, port, database, user, pass } = world.sql.options;
  const windows = [0, 1].map(() => connect(`postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`));
  const results = await Promise.allSettled(windows.map((window) => window.begin(async (tx) => {
    await become(tx, 'hqFinance');
    await tx`select close_month(${april}, 'close', false)`;
  })));
  await Promise.all(windows.map((window) => window.end()));
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(String(results.find((result) => result.status === 'rejected')?.reason)).toContain('month_already_closed');
  const [count] = await world.sql`select count(*) as n from statements where month = ${april}`;
  expect(count?.n).toBe(1);
});

describe('the report', () => {
  type Page = { row_count: number | null; next: object | null; rows: { branch_code: string; number: string; lines: unknown[] }[] };
  const page = (tx: Tx, person: PersonName, after: object | null, max = 10) => actAs(tx, person, async () => {
    const [row] = await tx<{ page: Page }[]>`select report_debit_statements(${april}, ${april}, p_max_rows => ${max}, p_page_size => 1, p_after => ${after === null ? null : tx.json(after as never)}) as page`;
    if (!row) throw new Error('report_debit_statements answered nothing');
    return row.page;
  });
  const read = async (tx: Tx, person: PersonName, after: object | null = null): Promise<Page[]> => {
    const found = await page(tx, person, after);
    return [found, ...(found.next === null ? [] : await read(tx, person, found.next))];
  };

  test('comes branch by branch, page after page by key, each statement once and within scope', () => inJune(async (tx) => {
    await closeApril(tx);
    const [whole] = await actAs(tx, 'hqFinance', () => tx<{ page: Page }[]>`select report_debit_statements(${april}, ${april}) as page`);
    expect(whole?.page.next).toBeNull();
    const pages = await read(tx, 'hqFinance');
    expect(pages.map(({ row_count: count }) => count)).toEqual([2, null, null]);
    const rows = pages.flatMap(({ rows: some }) => some);
    expect(rows).toEqual(whole?.page.rows);
    expect(rows.map(({ branch_code: code }) => code)).toEqual(rows.map(({ branch_code: code }) => code).toSorted());
    expect(rows.every(({ lines }) => lines.length > 0)).toBe(true);
    expect((await read(tx, 'tokyoStaff')).flatMap(({ rows: some }) => some.map(({ branch_code: code }) => code))).toEqual(['118']);
    expect((await attempt(tx, (point) => page(point, 'hqFinance', null, 1))).refusal).toMatchObject({ state: 'PT413', code: 'too_many_rows', details: { limit: 1 } });
  }));
});
