import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readResultFile, toBankFile } from '../../src/domain/zengin.ts';
import { type Stack, startStack } from '../../tools/stack/stack.ts';
import { expectedFigures, sampleFile } from '../fixtures/samples.ts';
import { connect, type Sql } from '../support/connection.ts';
import { answered } from '../support/debits.ts';
import { bring, signedIn } from '../support/office.ts';
import { readPdf } from '../support/pdfReader.ts';
import { temporaryFolder } from '../support/temporary.ts';

// The office's files through the real function, on a stack of their own, and the figures that must come out of them.

const folder = temporaryFolder('samples');
const expected = expectedFigures();
let stack: Stack;
let sql: Sql;
let admin: string;
let finance: string;

const send = async (token: string, kind: string, name: string, preview = false) => {
  const { status, body } = await bring(stack, token, kind, sampleFile(name), { preview, name });
  expect({ status, kind, message: body.message }).toEqual({ status: 200, kind, message: undefined });
  return body;
};
const ainas = (preview = false) => send(admin, 'ainas', 'ainas-2026-10.csv', preview);
const count = async (table: string): Promise<number> => {
  const [row] = await sql<{ n: number }[]>`select count(*) as n from ${sql(table)}`;
  return row?.n ?? 0;
};

beforeAll(async () => {
  stack = await startStack({ dataDir: folder.dir, quiet: true, durable: false, buildApp: false, clock: '2026-11-22T10:00+09:00' });
  sql = connect(stack.databaseUrl);
  admin = await signedIn(stack, 'hq-admin', 'hq_admin');
  finance = await signedIn(stack, 'hq-finance', 'hq_finance');
});

afterAll(async () => {
  await sql.end();
  await stack.stop();
  folder.remove();
});

test('the directory comes first; the same files again change nothing', async () => {
  expect(await send(admin, 'requesters', 'requesters.csv')).toMatchObject({ read: 7, inserted: 7, rejected: [] });
  expect(await send(admin, 'sites', 'sites.csv')).toMatchObject({ read: 14, inserted: 14, rejected: [] });
  expect(await send(finance, 'debit-accounts', 'debit-accounts.csv')).toMatchObject({ read: 7, inserted: 7, rejected: [] });
  expect(await send(admin, 'requesters', 'requesters.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 7 });
  expect(await send(admin, 'sites', 'sites.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 14 });
  expect(await send(finance, 'debit-accounts', 'debit-accounts.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 7 });
});

describe('申請データ', () => {
  test('a preview counts exactly and writes nothing', async () => {
    expect(await ainas(true)).toMatchObject(expected.first_import);
    for (const table of ['applications', 'application_events', 'fee_payments', 'advance_ledger', 'usage_daily', 'import_rows']) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
  });

  test('the first import takes the good rows and names every bad cell in Japanese', async () => {
    const answer = await ainas();
    expect(answer).toMatchObject({ ...expected.first_import, updated: 0 });
    expect(answer.rejected.map(({ line, column, code }) => ({ line, column, code }))).toEqual(expected.rejected);
    expect(answer.rejected.every(({ message }) => /[ぁ-ん]/.test(message))).toBe(true);
    expect(answer.warnings).toMatchObject([{ line: 361, column: 'OSSステータス', value: '審査再開待ち', code: 'unknown_status' }]);
    expect(await count('applications')).toBe(expected.distinct_good);
    expect(await count('application_events')).toBe(expected.distinct_good);
  });

  test('the second import changes nothing', async () => {
    const before = await sql`select id, version, status_changed_at from applications order by id`;
    expect(await ainas()).toMatchObject(expected.second_import);
    expect(await sql`select id, version, status_changed_at from applications order by id`).toEqual(before);
    expect(await count('application_events')).toBe(expected.distinct_good);
  });

  test('an unknown status is kept as it was written', async () => {
    const [row] = await sql`select application_no, filing_status, oss_status_label, outcome from applications where oss_status = 'unknown'`;
    expect(row).toEqual({ application_no: expected.unknown_status[0], filing_status: 'filing', oss_status_label: '審査再開待ち', outcome: 'open' });
  });

  test('advances are those of the payments, by month and company', async () => {
    const rows = await sql<{ code: string; own_kei_fee: number; own_tech_fee: number }[]>`
      select r.code, sum(l.amount) filter (where l.fee_kind = 'inspection') as own_kei_fee, sum(l.amount) filter (where l.fee_kind = 'tech_info') as own_tech_fee
      from advance_ledger l join requesters r on r.id = l.requester_id
      where l.advanced_on between '2026-10-01' and '2026-10-31' group by r.code`;
    const figures = Object.fromEntries(rows.map(({ code, own_kei_fee, own_tech_fee }) => [code, { own_kei_fee: Number(own_kei_fee), own_tech_fee: Number(own_tech_fee) }]));
    expect(figures).toEqual(Object.fromEntries(Object.entries(expected.requesters).map(([code, { own_kei_fee, own_tech_fee }]) => [code, { own_kei_fee, own_tech_fee }])));
  });

  test('withdrawn and filed anew is paid twice, refiled is paid once under the former number', async () => {
    const rows = await sql`
      select a.application_no, l.fee_kind, l.acceptance_no = l.paid_acceptance_no as own_number, l.paid_acceptance_no
      from advance_ledger l join applications a on a.id = l.application_id
      where l.fee_kind = 'inspection' and a.application_no = any (${[...expected.special.withdrawn_then_new, '101000818']}) order by 1`;
    expect(rows).toMatchObject([
      { application_no: '101000814', own_number: true },
      { application_no: '101000816', own_number: true },
      { application_no: '101000818', own_number: false, paid_acceptance_no: '2026100001000001852' },
    ]);
  });
});

test('payees and 保適証サービス: everything is matched but what the office planted', async () => {
  const keikenkyo = await send(finance, 'payee-keikenkyo', 'payee-keikenkyo-2026-10.csv');
  expect(keikenkyo).toMatchObject({ read: 134, inserted: 134, rejected: [] });
  expect(keikenkyo.warnings.map(({ value, code }) => [value, code])).toEqual([[expected.special.payee_unknown[0], 'payee_line_unattributed']]);
  expect(await send(finance, 'payee-kikou', 'payee-kikou-2026-10.csv')).toMatchObject({ read: 389, inserted: 389, rejected: [], warnings: [] });
  expect(await send(finance, 'hotekisho', 'hotekisho-2026-10.csv')).toMatchObject({ read: 6, inserted: 6, rejected: [] });
  expect(await send(finance, 'payee-keikenkyo', 'payee-keikenkyo-2026-10.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 134 });
  expect(await send(finance, 'payee-kikou', 'payee-kikou-2026-10.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 389 });
  expect(await send(finance, 'hotekisho', 'hotekisho-2026-10.csv')).toMatchObject({ inserted: 0, updated: 0, unchanged: 6 });
  const missing = await sql<{ paid_acceptance_no: string }[]>`
    select paid_acceptance_no from advance_ledger where fee_kind = 'inspection' and matched_line_id is null and advanced_on between '2026-10-01' and '2026-10-31'`;
  expect(missing.map((row) => row.paid_acceptance_no)).toEqual(expected.special.payee_missing);
});

test('closing the month gives the statements', async () => {
  const closed = await fetch(`${stack.url}/functions/v1/close-month`, {
    method: 'POST',
    headers: { authorization: `Bearer ${finance}`, 'content-type': 'application/json' },
    body: JSON.stringify({ month: expected.month, action: 'close', preview: false }),
  });
  expect({ status: closed.status, body: closed.ok ? null : await closed.text() }).toEqual({ status: 200, body: null });
  const rows = await sql<({ code: string } & Record<string, number | string>)[]>`
    select r.code, s.usage_count, s.usage_amount, s.hotekisho_amount, s.kei_fee_amount as billed_kei_fee, s.tech_fee_amount as billed_tech_fee,
      s.debit_cycle, s.debit_on, s.taxable_10, s.tax_10, s.total
    from statements s join requesters r on r.id = s.requester_id where s.month = ${`${expected.month}-01`} order by r.code`;
  expect(Object.fromEntries(rows.map(({ code, ...figures }) => [code, figures]))).toEqual(
    Object.fromEntries(Object.entries(expected.requesters).map(([code, { own_kei_fee: _1, own_tech_fee: _2, ...figures }]) => [code, figures])));
  expect(rows.reduce((sum, row) => sum + Number(row.usage_count), 0)).toBe(expected.completed_rows_in_month);
});

test('imports changed the roll-ups exactly', async () => {
  const [row] = await sql`
    select sum(requested) as requested, sum(filed) as filed, sum(completed) as completed, sum(corrections) as corrections, sum(withdrawals) as withdrawals from usage_monthly`;
  const [counted] = await sql`
    select count(requested_at) as requested, count(filed_at) as filed, count(completed_on) as completed,
      count(*) filter (where oss_status = 'correction_requested') as corrections, count(*) filter (where oss_status = 'withdrawn') as withdrawals from applications`;
  expect(row).toEqual(counted);
});

const file = (token: string, debitOn: string) => fetch(`${stack.url}/functions/v1/debit-file`, {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ debit_on: debitOn }) });
const lines = async (debitOn: string): Promise<string[]> =>
  new TextDecoder('shift_jis').decode(await (await file(finance, debitOn)).arrayBuffer()).split('\r\n').slice(0, -1);
const report = (body: object) => fetch(`${stack.url}/functions/v1/export-report`, {
  method: 'POST', headers: { authorization: `Bearer ${finance}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
/** What the bank sends back for a day. */
const result = async (debitOn: string, codes: Record<string, string>) => toBankFile(answered(await lines(debitOn), codes));

describe('口座振替', () => {
  const day = '2026-11-27';
  const debited = Object.entries(expected.requesters).filter(([, { debit_on }]) => debit_on === day).toSorted();
  const [failing] = debited[1] ?? [''];
  test('a file holds each company of the day once, and is the same when asked again', async () => {
    const response = await file(finance, day);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=shift_jis']);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="zengin_20261127_27.txt"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new Uint8Array(await (await file(finance, day)).arrayBuffer())).toEqual(bytes);
    const rows = readResultFile(bytes);
    expect(rows.filter(({ record }) => record === 'data')).toMatchObject(debited.map(([code, { total }]) => ({ customer_no: code, amount: total, bank_code: expect.stringMatching(/^99/) })));
    expect(rows.at(-2)).toMatchObject({ count: debited.length, amount: debited.reduce((sum, [, { total }]) => sum + Number(total), 0) });
    expect((await file(admin, day)).status).toBe(403);
    expect(await (await file(finance, '2026-11-30')).json()).toMatchObject({ code: 'no_debit_day', message: expect.stringMatching(/[ぁ-ん]/) });
  });

  test('引落予定明細 and 振替結果 come as files', async () => {
    const pdf = await report({ report: 'debit_statement', format: 'pdf', month: expected.month });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages } = readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(pages).toHaveLength(Object.keys(expected.requesters).length);
    const texts = pages.map((page) => page.texts.join('').replaceAll(/\s/g, ''));
    for (const [code, { total }] of Object.entries(expected.requesters)) {
      expect(texts.find((text) => text.includes(`事業者コード${code}`)), code).toContain(`引落合計${Number(total).toLocaleString('ja-JP')}円`);
    }
    for (const [name, format] of [['debit_statement', 'xlsx'], ['debit_results', 'xlsx'], ['debit_results', 'pdf']]) {
      expect((await report({ report: name, format, from: '2026-10-01', to: '2026-12-31' })).status, `${name} ${format}`).toBe(200);
    }
  });

  test('a result that does not fit is refused as a whole, with its line and reason', async () => {
    const good = await result(day, { [failing]: '1' });
    expect(await bring(stack, finance, 'debit-result', good, { preview: true, debitOn: '2026-12-07' })).toMatchObject({
      status: 200, body: { updated: 0, rejected: [{ line: 1, column: '引落日', code: 'other_debit_date', message: expect.stringMatching(/[ぁ-ん]/) }] } });
    expect(await bring(stack, finance, 'debit-result', await result(day, { [failing]: '7' }))).toMatchObject({
      status: 409, body: { code: 'debit_result_refused', message: expect.stringContaining('3行目 振替結果コード「7」') } });
    expect(await bring(stack, finance, 'debit-result', toBankFile((await lines(day)).slice(1)))).toMatchObject({ status: 400, body: { code: 'not_bank_file', message: expect.stringContaining('1行目') } });
    expect(await sql`select 1 from imports where kind = 'debit-result'`).toHaveLength(0);
  });

  test('the result settles the balances; the failure stays, to the yen', async () => {
    const good = await result(day, { [failing]: '1' });
    expect(await bring(stack, finance, 'debit-result', good, { preview: true })).toMatchObject({ status: 200, body: { read: debited.length, updated: debited.length, rejected: [] } });
    expect(await bring(stack, finance, 'debit-result', good)).toMatchObject({ status: 200, body: { read: debited.length, updated: debited.length } });
    expect(await bring(stack, finance, 'debit-result', good)).toMatchObject({ status: 409, body: { code: 'debit_result_refused', message: expect.stringContaining('二度取り込めません') } });
    const balances = await sql<{ code: string; left: number }[]>`
      select r.code, (p.billed - p.collected)::int as left from private.debit_positions() p join requesters r on r.id = p.requester_id order by r.code`;
    expect(Object.fromEntries(balances.map(({ code, left }) => [code, left]))).toEqual(Object.fromEntries(
      Object.entries(expected.requesters).map(([code, { total, debit_on }]) => [code, debit_on === day && code !== failing ? 0 : Number(total)])));
    expect((await sql`select 1 from audit_log where after::text like '%306307%' or before::text like '%306307%'`).length).toBe(0);
  });
});
