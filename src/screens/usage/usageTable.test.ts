import { expect, test } from 'vitest';
import { grandTotal, largestRows, monthsOfYear, monthTotals, needsPlace, type UsageLine, yearOf } from './usageTable.ts';

const line = (code: string, counts: Record<string, number>): UsageLine =>
  ({ id: Number(code), code, name: code, owner_code: null, owner_name: null, counts, total: Object.values(counts).reduce((a, b) => a + b, 0) });
const rows = [line('101', { '2026-04-01': 3 }), line('118', { '2026-04-01': 5, '2026-05-01': 7 }), line('102', { '2026-05-01': 3 })];

test('a 年度 begins in April and ends with this month', () => {
  expect(monthsOfYear('fiscal', 2026, '2026-06-15')).toEqual(['2026-04-01', '2026-05-01', '2026-06-01']);
  expect(monthsOfYear('fiscal', 2025, '2026-06-15')).toHaveLength(12);
  expect(monthsOfYear('fiscal', 2025, '2026-06-15').at(-1)).toBe('2026-03-01');
  expect(monthsOfYear('calendar', 2026, '2026-02-28')).toEqual(['2026-01-01', '2026-02-01']);
  expect([yearOf('fiscal', '2026-03-31'), yearOf('calendar', '2026-03-31')]).toEqual([2025, 2026]);
});

test('adds up months and all, and finds the largest', () => {
  expect(monthTotals(rows, ['2026-04-01', '2026-05-01', '2026-06-01'])).toEqual([8, 10, 0]);
  expect(grandTotal(rows)).toBe(18);
  expect(largestRows(rows, 2).map(({ code }) => code)).toEqual(['118', '101']);
});

test('head office chooses a place before companies and sites are counted', () => {
  expect(needsPlace('hq', 'branch', {})).toBe(false);
  expect(needsPlace('hq', 'company', {})).toBe(true);
  expect(needsPlace('hq', 'site', { requesterId: 1 })).toBe(false);
  expect(needsPlace('branch', 'company', {})).toBe(false);
});
