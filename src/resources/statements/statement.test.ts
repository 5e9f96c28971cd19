import { expect, test } from 'vitest';
import { accountOn, splitLines, sumOf, type StatementLine } from './statement.ts';

const line = (line_no: number, kind: string, tax_rate: number, amount: number): StatementLine =>
  ({ id: line_no, line_no, kind, label: kind, vehicle_kind: null, quantity: 1, unit_price: amount, amount, tax_rate });

test('sets what carries tax, what was advanced and corrections apart, in the order of the lines', () => {
  const { taxable, returned, advances, other } = splitLines([line(4, 'tech_fee', 0, 400), line(2, 'adjustment', 10, -178), line(1, 'usage', 10, 178), line(3, 'kei_fee', 0, 1200), line(5, 'adjustment', 0, -1200)]);
  expect(taxable.map(({ line_no }) => line_no)).toEqual([1]);
  expect(returned.map(({ line_no }) => line_no)).toEqual([2]);
  expect(sumOf(advances)).toBe(1600);
  expect(sumOf(other)).toBe(-1200);
});

test('takes the newest account that is valid on the debit day', () => {
  const accounts = [{ id: 1, valid_from: '2026-01-01' }, { id: 2, valid_from: '2026-10-01' }, { id: 3, valid_from: '2026-12-01' }];
  expect(accountOn(accounts, '2026-11-27')?.id).toBe(2);
  expect(accountOn(accounts, '2025-11-27')).toBeUndefined();
});
