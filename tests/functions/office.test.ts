import { read, utils } from '@e965/xlsx';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { feeDetails } from '../../src/domain/reports/feeDetails.ts';
import { mirror } from '../support/billing.ts';
import { connect, type Tx } from '../support/connection.ts';
import { signedIn } from '../support/office.ts';

// transition, close-month and export-report through the API, each as a person of the office.

const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());

const finance = await signedIn(stack, 'hq-office-1', 'hq_finance');
const staff = await signedIn(stack, '118-office-1', 'branch_staff', '118');
const stranger = await signedIn(stack, '101-office-1', 'branch_staff', '101');

const { caseId, month, lastMonth } = await sql.begin(async (tx) => {
  const [site] = await tx<{ id: number }[]>`
    with company as (
      insert into requesters (code, name, branch_id, debit_cycle) select 'C9400001', '見本オフィス整備', id, 27 from branches where code = '118' returning id, branch_id)
    insert into sites (requester_id, branch_id, code, name, short_name) select id, branch_id, '001', '本社工場', '本社' from company returning id`;
  const [day] = await tx<{ this: string; last: string; done: string }[]>`
    select to_char(private.today(), 'YYYY-MM') as this, to_char(private.today() - interval '1 month', 'YYYY-MM') as last,
      (private.month_of(private.today()) - 1)::text as done`;
  await mirror(tx as unknown as Tx, { siteId: site?.id ?? 0, completedOn: day?.done ?? '', acceptanceNo: 'OFFICE1' });
  const id = await mirror(tx as unknown as Tx, { siteId: site?.id ?? 0, acceptanceNo: 'OFFICE2' });
  return { caseId: id, month: day?.this ?? '', lastMonth: day?.last ?? '' };
});

const call = (token: string, name: string, body: unknown) => fetch(`${stack.url}/functions/v1/${name}`, {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
const answer = async (token: string, name: string, body: unknown) => {
  const response = await call(token, name, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('close-month', () => {
  test('previews, by finance alone of these', async () => {
    expect(await answer(finance, 'close-month', { month: lastMonth, preview: true })).toMatchObject({
      status: 200, body: { month: lastMonth, status: 'open', preview: true, statements: expect.any(Number), totals: { usage_count: expect.any(Number) } } });
    expect(await answer(staff, 'close-month', { month: lastMonth, preview: true })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  test.each([
    [{ preview: false }, 409, 'month_not_over'],
    [{ action: 'publish', preview: false }, 409, 'month_not_closed'],
    [{ action: 'reopen', preview: false, reason: '理由' }, 409, 'month_not_closed'],
    [{}, 400, 'invalid_value'],
    [{ month: '2026-13', preview: true }, 400, 'invalid_value'],
  ])('refuses %j', async (body, status, code) => {
    expect(await answer(finance, 'close-month', { month, ...body })).toMatchObject({ status, body: { code, message: expect.stringMatching(/[ぁ-ん]/) } });
  });

  test('needs the payees\' reports or a reason', async () => {
    expect(await answer(finance, 'close-month', { month: lastMonth, preview: false })).toMatchObject({
      status: 409, body: { code: 'payee_report_missing', details: { payees: ['keikenkyo', 'kikou'] } } });
  });
});

describe('transition', () => {
  test('answers each case for itself, with a sentence for the refused', async () => {
    const applications = [{ id: caseId, version: 1 }, { id: 999_999_999, version: 1 }];
    expect(await answer(stranger, 'transition', { event: 'pay_weight_tax', applications })).toMatchObject({
      status: 200, body: { results: [{ id: caseId, ok: false, code: 'not_found' }, { ok: false, code: 'not_found' }] } });
    expect(await answer(staff, 'transition', { event: 'pay_weight_tax', applications })).toMatchObject({
      status: 200, body: { results: [{ id: caseId, ok: true, version: 2 }, { ok: false, code: 'not_found', message: expect.stringMatching(/[ぁ-ん]/) }] } });
    expect(await answer(staff, 'transition', { event: 'pay_weight_tax', applications })).toMatchObject({
      body: { results: [{ code: 'stale_version', message: expect.stringMatching(/[ぁ-ん]/) }, {}] } });
  });

  test('refuses an unknown event and an empty list', async () => {
    expect(await answer(staff, 'transition', { event: 'explode', applications: [{ id: caseId, version: 1 }] })).toMatchObject({ status: 400, body: { code: 'unknown_event' } });
    expect(await answer(staff, 'transition', { event: 'file', applications: [] })).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
  });
});

const sheetOf = async (response: Response) => {
  const { Sheets, SheetNames } = read(new Uint8Array(await response.arrayBuffer()));
  return utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false });
};

describe('export-report', () => {
  test('明細 of a month: 19 columns, the rows of the scope', async () => {
    const response = await call(staff, 'export-report', { report: 'fee_details', format: 'xlsx', month: lastMonth });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`明細_${lastMonth}.xlsx`));
    const rows = await sheetOf(response);
    const header = rows.findIndex((row) => row[0] === 'AINAS依頼人組織ID');
    expect(rows[header]).toEqual(feeDetails.columns.map((column) => column.header));
    expect(rows[header]).toHaveLength(19);
    expect(rows.some((row) => row.includes('OFFICE1'))).toBe(true);
    const others = await sheetOf(await call(stranger, 'export-report', { report: 'fee_details', format: 'xlsx', month: lastMonth }));
    expect(others.some((row) => row.includes('OFFICE1'))).toBe(false);
  });

  test('利用件数, and periods by days and months', async () => {
    const rows = await sheetOf(await call(staff, 'export-report', { report: 'usage', format: 'xlsx', from: lastMonth, to: month }));
    expect(rows.some((row) => row.includes('118'))).toBe(true);
    const days = await call(staff, 'export-report', { report: 'fee_details', format: 'xlsx', from: `${lastMonth}-01`, to: `${lastMonth}-02`, vehicle_kind: 'kei' });
    expect(days.status).toBe(200);
  });

  test.each([
    [{ report: 'fee_details', format: 'csv' }, 'invalid_value'],
    [{ report: 'fee_details', format: 'xlsx', month: '2019-01' }, 'period_too_old'],
    [{ report: 'fee_details', format: 'xlsx', month: undefined }, 'invalid_value'],
    [{ report: 'fee_details', format: 'xlsx', month: undefined, from: '2026-01', to: '2026-02-03' }, 'invalid_value'],
    [{ report: 'everything', format: 'xlsx' }, 'invalid_value'],
  ])('refuses %j', async (body, code) => {
    expect(await answer(staff, 'export-report', { month: lastMonth, ...body })).toMatchObject({ status: 400, body: { code, message: expect.stringMatching(/[ぁ-ん]/) } });
  });
});
