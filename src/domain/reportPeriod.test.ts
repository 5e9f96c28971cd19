import { expect, test } from 'vitest';
import { periodLimits, readPeriod } from './reportPeriod.ts';

const today = '2026-11-23';
const read = (from: string, to: string) => readPeriod({ from, to }, today);

test('reaches 18 months back by month and 19 by day, to last month and to yesterday', () => {
  expect(periodLimits(today)).toEqual({
    month: { oldest: '2025-05-01', newest: '2026-10-01' }, day: { oldest: '2025-04-01', newest: '2026-11-22' },
  });
});

test('reads months as whole months, days as they are, in full width as well', () => {
  expect(read('202609', '202610')).toEqual({ from: '2026-09-01', to: '2026-10-31' });
  expect(read('20261101', '20261122')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  expect(read('２０２６１０', '202610')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
});

test('takes the oldest and the newest end', () => {
  expect(read('202505', '202505')).toEqual({ from: '2025-05-01', to: '2025-05-31' });
  expect(read('20250401', '20250401')).toEqual({ from: '2025-04-01', to: '2025-04-01' });
});

test.each([
  ['', '202610', 'period_required'],
  ['202613', '202610', 'period_format'],
  ['20260230', '20260301', 'period_format'],
  ['2026/10', '202610', 'period_format'],
  ['202610', '20261031', 'period_mixed'],
  ['202610', '202609', 'period_reversed'],
  ['202611', '202611', 'period_not_over'],
  ['20261101', '20261123', 'period_not_over'],
  ['202504', '202510', 'period_too_old'],
  ['20250331', '20250410', 'period_too_old'],
])('refuses %s – %s: %s', (from, to, code) => {
  expect(read(from, to)).toMatchObject({ code });
});
