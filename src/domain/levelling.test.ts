import { expect, test } from 'vitest';
import { mondayOf, monthsOf, movesOf, weeksOf, type DueDay } from './levelling.ts';

const due = (...days: [day: string, cars: number][]): DueDay[] => days.map(([day, cars]) => ({ day, cars, open: Math.min(1, cars) }));

test('weeks begin on Monday, also over the turn of a year', () => {
  expect(['2026-12-28', '2026-12-31', '2027-01-03', '2027-01-04'].map(mondayOf)).toEqual(['2026-12-28', '2026-12-28', '2026-12-28', '2027-01-04']);
  const weeks = weeksOf(due(['2026-12-31', 3], ['2027-01-04', 1], ['2027-02-01', 9]), '2026-12-30', '2027-01-05');
  expect(weeks.map(({ from, cars, open }) => [from, cars, open])).toEqual([['2026-12-28', 3, 1], ['2027-01-04', 1, 1]]);
});

test('peaks and quiet weeks stand out of the usual; a car or two is chance', () => {
  const weeks = weeksOf(due(['2026-10-05', 5], ['2026-10-12', 12], ['2026-10-19', 1], ['2026-10-26', 5]), '2026-10-05', '2026-10-31');
  expect(weeks.map(({ load }) => load)).toEqual(['even', 'peak', 'quiet', 'even']);
  expect(weeksOf(due(['2026-10-05', 1], ['2026-10-12', 2]), '2026-10-05', '2026-10-18').map(({ load }) => load)).toEqual(['even', 'even']);
  expect(weeksOf([], '2026-10-05', '2026-10-18').map(({ load }) => load)).toEqual(['even', 'even']);
});

test('what could move goes to the quietest earlier week within two months that is not over', () => {
  const weeks = weeksOf(due(['2026-10-05', 2], ['2026-10-12', 6], ['2026-10-19', 14], ['2026-10-26', 1]), '2026-10-05', '2026-10-31');
  expect(movesOf(weeks, '2026-10-01')).toEqual([{ peak: '2026-10-19', cars: 14, extra: 6, quieter: '2026-10-05' }]);
  expect(movesOf(weeks, '2026-10-13')).toEqual([{ peak: '2026-10-19', cars: 14, extra: 4, quieter: '2026-10-12' }]);
  expect(movesOf(weeks, '2026-10-20')).toEqual([]);
});

test('months', () => {
  expect(monthsOf(due(['2026-11-30', 2], ['2026-12-01', 20]), '2026-11-15', '2027-01-10').map(({ from, to, cars, load }) => [from, to, cars, load])).toEqual([
    ['2026-11-01', '2026-11-30', 2, 'quiet'], ['2026-12-01', '2026-12-31', 20, 'peak'], ['2027-01-01', '2027-01-31', 0, 'quiet']]);
});
