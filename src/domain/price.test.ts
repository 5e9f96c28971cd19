import { expect, test } from 'vitest';
import { priceProblems, priceStateOn } from './price.ts';

const today = '2026-11-23';

test('tells a price in force from one before and one to come', () => {
  expect(priceStateOn({ valid_from: '2019-10-01', valid_to: null }, today)).toBe('current');
  expect(priceStateOn({ valid_from: '2019-10-01', valid_to: today }, today)).toBe('current');
  expect(priceStateOn({ valid_from: '2019-10-01', valid_to: '2026-11-22' }, today)).toBe('past');
  expect(priceStateOn({ valid_from: '2026-11-24', valid_to: null }, today)).toBe('future');
});

test('takes a known item, whole yen and a day after today', () => {
  expect(priceProblems({ item: 'usage', amount: '190', valid_from: '2026-11-24' }, today)).toEqual([]);
  expect(priceProblems({ item: '', amount: '19.5', valid_from: today }, today)).toEqual(['item', 'amount', 'valid_from']);
  expect(priceProblems({ item: 'usage', amount: '10000000', valid_from: '' }, today)).toEqual(['amount', 'valid_from']);
});
