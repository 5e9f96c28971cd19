import { expect, test } from 'vitest';
import { COLUMNS, isAvailable } from './gridColumns.ts';

const statements = [{ month: '2023-04-01', debit_cycle: 6 }, { month: '2023-05-01', debit_cycle: 6 }];
const row = (month: string, yesterday = '2023-07-14'): string =>
  COLUMNS.map((column) => (isAvailable(column, month, yesterday, statements) ? 'o' : '-')).join('');

test('shows the manual’s sample: statements where they were published, 日次統計 when the month is over', () => {
  expect(['2023-04-01', '2023-05-01', '2023-06-01', '2023-07-01'].map((month) => row(month))).toEqual(['o-oooo', 'o-oooo', '--oooo', '--o-oo']);
});

test('has nothing of a month on its first day, and all of the month before', () => {
  expect([row('2023-08-01', '2023-07-31'), row('2023-07-01', '2023-07-31')]).toEqual(['------', '--oooo']);
});
