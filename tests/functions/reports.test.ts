import { read, utils } from '@e965/xlsx';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type ReportName, reportNames } from '../../src/domain/reports/registry.ts';
import { mirror } from '../support/billing.ts';
import { connect, type Tx } from '../support/connection.ts';
import { signedIn } from '../support/office.ts';
import { readPdf } from '../support/pdfReader.ts';

// Every report of the table in both formats through the function, read back as a person's Excel and search would.

const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());
const person = await signedIn(stack, 'hq-reports-1', 'hq_finance');

const { requesterId, month } = await sql.begin(async (tx) => {
  const [made] = await tx<{ site: number; requester: number }[]>`
    with company as (
      insert into requesters (code, name, branch_id, debit_cycle) select 'C9400002', '帳票見本髙﨑整備', id, 27 from branches where code = '118' returning id, branch_id)
    insert into sites (requester_id, branch_id, code, name, short_name) select id, branch_id, '001', '本社工場', '本社' from company returning id as site, requester_id as requester`;
  const [day] = await tx<{ last: string; done: string }[]>`
    select to_char(private.today() - interval '1 month', 'YYYY-MM') as last, (private.month_of(private.today()) - 1)::text as done`;
  for (const acceptanceNo of ['REPORTS1', 'REPORTS2']) await mirror(tx as unknown as Tx, { siteId: made?.site ?? 0, completedOn: day?.done ?? '', acceptanceNo });
  return { requesterId: made?.requester ?? 0, month: day?.last ?? '' };
});

const download = async (report: ReportName, format: 'xlsx' | 'pdf', more: Record<string, unknown> = {}) => {
  const response = await fetch(`${stack.url}/functions/v1/export-report`, {
    method: 'POST', headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json' },
    body: JSON.stringify({ report, format, month, requester_id: requesterId, ...more }),
  });
  if (!response.ok) throw new Error(`${report}.${format}: ${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
};

const sheetsOf = (bytes: Uint8Array): Record<string, string[][]> => {
  const { Sheets, SheetNames } = read(bytes);
  return Object.fromEntries(SheetNames.map((name) => [name, utils.sheet_to_json<string[]>(Sheets[name] ?? {}, { header: 1, raw: false })]));
};

/** Texts that each sheet must hold. */
const sheets: Partial<Record<ReportName, Record<string, string[]>>> = {
  fee_details: { 明細: ['検査手数料・技術情報管理手数料・重量税明細', 'REPORTS1', 'REPORTS2', '合計 2件', '2,400', '800'] },
  advances: { 軽OSS検査手数料立替実績: ['REPORTS1', 'REPORTS2', '合計 2件', '2,400'], 技術情報管理手数料立替実績: ['REPORTS1', '800'] },
  daily_statistics: { [`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月 事業場別`]: ['本社工場', '合計', '2'] },
  payee_differences: { 納付先との差異: ['納付先'] },
  usage: { '利用件数 支部別': ['118', '軽自動車', '合計', '2'] },
};

describe.each(reportNames)('%s', (name) => {
  const expected = sheets[name] ?? {};

  test('is an Excel file that can be read again', async () => {
    const found = sheetsOf(await download(name, 'xlsx'));
    for (const [sheet, texts] of Object.entries(expected)) {
      expect(Object.keys(found)).toContain(sheet);
      for (const text of texts) expect(found[sheet]?.flat()).toContain(text);
    }
    expect(Object.values(found).every((rows) => rows.flat().join('').includes('発行日：'))).toBe(true);
  });

  test('is a PDF with the same texts, and they can be searched', async () => {
    const { pages } = readPdf(await download(name, 'pdf'));
    const texts = pages.flatMap((page) => page.texts);
    for (const text of Object.values(expected).flat()) expect(texts).toContain(text);
    // The company of this test has cases, but nothing was billed yet.
    if (name in sheets) expect(texts.join('')).toContain('髙﨑');
    expect(texts.join('')).toContain(`${pages.length} / ${pages.length}`);
  });
});

test.each(['company', 'site', 'day', 'month'] as const)('利用件数 by %s', async (group) => {
  const whose = group === 'day' ? { requester_id: undefined } : {};
  const sheet = Object.values(sheetsOf(await download('usage', 'xlsx', { group, ...whose })))[0] ?? [];
  expect(sheet.some((row) => row.includes('軽自動車'))).toBe(true);
});
