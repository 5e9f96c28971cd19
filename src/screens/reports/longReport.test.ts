import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
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
    tell: (request) => { if ('name' in request) builder = createBuilder(request.name); },
    ask: async (request): Promise<WorkerAnswer> => {
      if (builder && 'page' in request) return { read: builder.take(request.page) };
      if (builder && 'finish' in request) return { file: new Uint8Array(await builder.finish(request.finish, () => Promise.reject(new Error('no fonts')), () => undefined)) };
      throw new Error('not asked for');
    },
    close: () => undefined,
  };
};
const october: LongReport = { name: 'fee_details', format: 'xlsx', query: { from: '2026-10-01', to: '2026-10-31' } };

test('reads page after page by key and lays all rows out in the order of the report', async () => {
  const asked: unknown[] = [];
  const told: LongProgress[] = [];
  const file = await buildLong(october, near(), async (rpc, args) => {
    asked.push([rpc, args.p_after, args.p_page_size, args.p_max_rows]);
    return bytes(pages[asked.length - 1]);
  }, (progress) => told.push(progress), new AbortController().signal);
  expect(asked).toEqual([['report_fee_details', null, 5000, 300_000], ['report_fee_details', { day: '2026-10-01', id: 2 }, 5000, 300_000]]);
  expect(told).toEqual([
    { step: 'reading', rows: 0 }, { step: 'reading', rows: 2, share: 2 / 3 }, { step: 'reading', rows: 3, share: 1 }, { step: 'building', rows: 3 }]);
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
