import { expect, test } from 'vitest';
import { checksOf, type ClosingPreview, differencesOf, firstOpenMonth, hardRefusals, mainCause, monthChoices, type MonthRow, needsReason } from './closingData.ts';

const today = '2026-11-23';
const row = (month: string, status: MonthRow['status'] = 'published'): MonthRow => ({ month, status });

test('starts from the first open month', () => {
  expect(firstOpenMonth([row('2026-08-01'), row('2026-07-01')], today)).toBe('2026-09-01');
  expect(firstOpenMonth([row('2026-08-01'), row('2026-09-01', 'open')], today)).toBe('2026-09-01');
  expect(firstOpenMonth([row('2026-08-01', 'open')], today)).toBe('2026-08-01');
  expect(firstOpenMonth([], today)).toBe('2026-10-01');
  expect(firstOpenMonth([row('2026-10-01', 'closed')], today)).toBe('2026-10-01');
});

test('offers the months that are known, or a year where none is', () => {
  expect(monthChoices([row('2026-09-01'), row('2026-08-01')], today)).toEqual([row('2026-10-01', 'open'), row('2026-09-01'), row('2026-08-01')]);
  expect(monthChoices([], today)).toHaveLength(12);
});

const preview = (over: Partial<ClosingPreview>): ClosingPreview => ({ warnings: [], checks: [], refusals: [], ...over }) as ClosingPreview;

test('orders differences and shows checks that found nothing', () => {
  const found = preview({
    warnings: [{ code: 'only_ours', payee: 'kikou', count: 1, amount: 400 }, { code: 'only_theirs', payee: 'kikou', count: 2, amount: 800 }, { code: 'account_missing', count: 3, amount: 9 }],
    checks: [{ code: 'paid_twice', count: 1, amount: 1200 }],
  });
  expect(differencesOf(found).map(({ code }) => code)).toEqual(['only_theirs', 'only_ours']);
  expect(checksOf(found).filter(({ count }) => count > 0).map(({ code }) => code)).toEqual(['paid_twice', 'account_missing']);
  expect(checksOf(found)).toHaveLength(9);
});

test('lets a reason lift a missing report and nothing else', () => {
  const refused = preview({ refusals: [{ code: 'previous_month_open', details: null }, { code: 'payee_report_missing', details: null }] });
  expect(needsReason(refused)).toBe(true);
  expect(hardRefusals(refused).map(({ code }) => code)).toEqual(['previous_month_open']);
});

test('names the part of a bill that moved most', () => {
  const parts = { usage: -1068, hotekisho: -432, kei_fee: -8400, tech_fee: -2000, adjustment: 0 };
  expect(mainCause({ requester_id: 1, code: 'C0000001', name: '', now: 0, before: 0, parts })).toEqual({ part: 'kei_fee', amount: -8400 });
});
