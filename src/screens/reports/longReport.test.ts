import { read } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pdfFonts } from '../../../supabase/functions/_shared/fonts.ts';
import { readPdf } from '../../../tests/support/pdfReader.ts';
import { feeDetails } from '../../domain/reports/feeDetails.ts';
import { type Builder, buildLong, type LongProgress, type LongReport } from './longReport.ts';
import { createBuilder } from './reportBuilder.ts';
import type { WorkerAnswer } from './reportWorker.ts';

const columns = [...feeDetails.columns.map(({ key }) => key), 'requester_code'];
const rowOf = (day: number, requester: string, site: string): unknown[] => columns.map((key) =>
  ({ requester_code: requester, site_code: site, requester_name: `${requester}社`, procedure_completed_on: `2026-10-0${day}`, inspection_fee_amount: 1200 })[key] ?? null);
const heading = { issued_on: '2026-11-23', requester: null, branch: null };
const pages = [
  { heading, from: '2026-10-01', to: '2026-10-31', row_count: 3, columns, rows: [rowOf(1, 'C2', '001'), rowOf(1, 'C1', '002')], next: { day: '2026-10-01', id: 2 } },
  { heading, from: '2026-10-01', to: '2026-10-31', row_count: null, columns, rows: [rowOf(2, 'C1', '001')], next: null },
];
const bytes = (value: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(value)).buffer;

/** The worker's builder on this thread. */
const near = (): Builder => {
  let builder: ReturnType<typeof createBuilder> | undefined;
  return {
    tell: (request) => { if ('name' in request) builder = createBuilder(request.name, request.format, pdfFonts); },
    ask: async (request): Promise<WorkerAnswer> => {
      if (builder && 'page' in request) return { read: await builder.take(request.page) };
      if (builder && 'finish' in request) return { built: await builder.finish(() => undefined) };
      throw new Error('not asked for');
    },
    close: () => undefined,
  };
};
const october: LongReport = { name: 'fee_details', format: 'xlsx', query: { from: '2026-10-01', to: '2026-10-31' } };

test('reads page after page by key and lays all rows out in the order of the report', async () => {
  const asked: unknown[] = [];
  const told: LongProgress[] = [];
  const { file, type } = await buildLong(october, near(), async (rpc, args) => {
    asked.push([rpc, args.p_after, args.p_page_size, args.p_max_rows]);
    return bytes(pages[asked.length - 1]);
  }, (progress) => told.push(progress), new AbortController().signal);
  expect(asked).toEqual([['report_fee_details', null, 5000, 300_000], ['report_fee_details', { day: '2026-10-01', id: 2 }, 5000, 300_000]]);
  expect(told).toEqual([
    { step: 'reading', rows: 0 }, { step: 'reading', rows: 2, share: 2 / 3 }, { step: 'reading', rows: 3, share: 1 }, { step: 'building', rows: 3 }]);
  expect(type).toBe('xlsx');
  const sheet = read(await file.arrayBuffer(), { dense: true }).Sheets['明細'];
  expect([5, 6, 7].map((line) => sheet?.['!data']?.[line]?.[1]?.v)).toEqual(['C1社', 'C1社', 'C2社']);
  expect([5, 6, 7].map((line) => sheet?.['!data']?.[line]?.[2]?.v)).toEqual(['001', '002', '001']);
});

test('stops when it is cancelled, and tells why it was refused', async () => {
  const cancel = new AbortController();
  const reading = buildLong(october, near(), async () => { cancel.abort(); return bytes(pages[0]); }, () => undefined, cancel.signal);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  await expect(buildLong(october, near(), () => Promise.reject(new Error('too_many_rows')), () => undefined, new AbortController().signal)).rejects.toThrow('too_many_rows');
});

const statementOf = (branch: string, at: number): object => ({
  number: `202610-${String(at).padStart(5, '0')}`, month: '2026-10-01', status: 'published', branch_code: branch, branch_name: `${branch}支部`, code: `C${at}`, name: `見本${at}社`,
  issued_on: '2026-11-06', total: 100, outstanding_before: 0, taxable_10: 100, tax_10: 9, return_10: 0, debit_cycle: 27, debit_on: '2026-11-27', collection: 'head_office', account: null, lines: [],
});
const statementsOf = (...branches: [branch: string, count: number][]): object[] => branches.flatMap(([branch, count]) => Array.from({ length: count }, (_, at) => statementOf(branch, at)));
const statementPage = (rows: object[], next: object | null, count: number | null): ArrayBuffer =>
  bytes({ heading, from: '2026-10-01', to: '2026-10-01', row_count: count, rows, next });
const statements: LongReport = { name: 'debit_statement', format: 'pdf', query: { from: '2026-10-01', to: '2026-10-31' } };
const textsOf = (file: Uint8Array): string[][] => readPdf(file).pages.map(({ texts }) => texts);

test('引落予定明細 of many branches become a ZIP of one PDF a branch, printed while their pages come', async () => {
  const answers = [statementPage(statementsOf(['101', 2], ['118', 1]), { number: 'x' }, 4), statementPage(statementsOf(['118', 1]), null, null)];
  const sizes: unknown[] = [];
  const { file, type } = await buildLong(statements, near(), async (_, { p_page_size: size }) => {
    sizes.push(size);
    return answers.shift() ?? new ArrayBuffer();
  }, () => undefined, new AbortController().signal);
  expect([type, sizes]).toEqual(['zip', [500, 500]]);
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  expect(Object.entries(files).map(([name, pdf]) => [name, textsOf(pdf).length])).toEqual([['引落予定明細_2026-10_101101支部.pdf', 2], ['引落予定明細_2026-10_118118支部.pdf', 2]]);
  expect(textsOf(files['引落予定明細_2026-10_101101支部.pdf'] ?? new Uint8Array())[1]?.join('')).toContain('見本1社');
});

const buildTokyo = (count: number) => buildLong(statements, near(), () => Promise.resolve(statementPage(statementsOf(['118', count]), null, count)), () => undefined, new AbortController().signal);

test('those of one branch stay one PDF, up to 500', async () => {
  const one = await buildTokyo(3);
  expect([one.type, textsOf(new Uint8Array(await one.file.arrayBuffer())).length]).toEqual(['pdf', 3]);
  const two = await buildTokyo(501);
  expect(Object.keys(unzipSync(new Uint8Array(await two.file.arrayBuffer())))).toEqual(['引落予定明細_2026-10_118118支部.pdf', '引落予定明細_2026-10_118118支部_2.pdf']);
}, 60_000);
