import { expect, it } from 'vitest';
import { measureOf, type QualityRow, wholeOf } from './quality.ts';

const row = (over: Partial<QualityRow>): QualityRow => ({ key: 'x', name: 'x', filed: 0, completed: 0, registered: null, cashless: 0, corrections: 0, rejections: 0, days_taken: 0, ...over });

it('divides by what each share is a share of, to one decimal', () => {
  const one = row({ filed: 300, completed: 120, registered: 80, cashless: 10, rejections: 7, days_taken: 500 });
  expect([measureOf(one, 'cashless'), measureOf(one, 'rejections'), measureOf(one, 'days')]).toEqual([12.5, 2.3, 4.2]);
});

it('has no share of nothing', () => {
  expect([measureOf(row({}), 'cashless'), measureOf(row({ rejections: 2 }), 'rejections'), measureOf(row({}), 'days')]).toEqual([null, null, null]);
});

it('weighs the whole instead of taking a mean of means', () => {
  const whole = wholeOf([row({ completed: 1, days_taken: 10 }), row({ completed: 99, days_taken: 99, registered: 5 })], '全体');
  expect(measureOf(whole, 'days')).toBe(1.1);
  expect(whole).toMatchObject({ name: '全体', registered: 5, completed: 100 });
});
