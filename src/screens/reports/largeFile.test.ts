import { expect, test } from 'vitest';
import { type FetchProgress, fetchSlices, MAX_ROWS, nextSpan } from './largeFile.ts';
import { inReportOrder } from './reportOrder.ts';

const period = { from: '2026-10-01', to: '2026-10-31' };
const slice = (rows: number[]) => ({ issued_on: '2026-11-23', requester: null, branch: null, rows });
const ignore = () => undefined;
const row = (ainas_org_id: string, site_code: string, procedure_completed_on: string) => ({ ainas_org_id, site_code, procedure_completed_on }) as Parameters<typeof inReportOrder>[0];

test('reads every day once, in larger slices where there are few rows', async () => {
  const asked: string[] = [];
  const taken: number[] = [];
  const progress: FetchProgress[] = [];
  await fetchSlices(period, async (from, to) => {
    asked.push(`${from.slice(8)}-${to.slice(8)}`);
    return slice([asked.length]);
  }, (rows) => taken.push(...rows), (step) => progress.push(step), new AbortController().signal);
  expect(asked).toEqual(['01-03', '04-31']);
  expect(taken).toEqual([1, 2]);
  expect(progress).toEqual([{ days: 0, total: 31, rows: 0 }, { days: 3, total: 31, rows: 1 }, { days: 31, total: 31, rows: 2 }]);
});

test('aims at a slice of some thousand rows', () => {
  expect(nextSpan(3, 12_000)).toBe(1);
  expect(nextSpan(3, 1_000)).toBe(12);
  expect(nextSpan(3, 0)).toBe(12);
  expect(nextSpan(62, 1)).toBe(62);
  expect(nextSpan(1, 90_000)).toBe(1);
});

test('stops where a file would be too large, and when it is cancelled', async () => {
  const big = Array.from({ length: MAX_ROWS + 1 }, () => 0);
  await expect(fetchSlices(period, async () => slice(big), ignore, ignore, new AbortController().signal)).rejects.toMatchObject({ code: 'too_many_rows', status: 413 });
  const cancel = new AbortController();
  const reading = fetchSlices(period, async () => { cancel.abort(); return slice([]); }, ignore, ignore, cancel.signal);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('puts slices by day into the order of the report', () => {
  const rows = [row('C2', '001', '2026-10-01'), row('C1', '002', '2026-10-01'), row('C1', '001', '2026-10-05'), row('C1', '001', '2026-10-02')];
  expect(rows.toSorted(inReportOrder)).toEqual([rows[3], rows[2], rows[1], rows[0]]);
});
