import { expect, it } from 'vitest';
import { latestMonths, nationalMonths } from './nationalUsage.ts';

const rows = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-10-01'].flatMap((month, at) => [
  { month, vehicle_kind: 'registered', completed: 100 + at }, ...(at === 3 ? [] : [{ month, vehicle_kind: 'kei', completed: 50 + at }])]);

it('puts both kinds of a month side by side', () => {
  expect(nationalMonths(rows).at(-1)).toEqual({ month: '2026-10-01', registered: 103, kei: 0 });
});

it('shows the 年度, or the calendar year, of the latest month', () => {
  const months = nationalMonths(rows);
  expect(latestMonths(months, true).map(({ month }) => month)).toEqual(['2026-04-01', '2026-10-01']);
  expect(latestMonths(months, false)).toHaveLength(4);
  expect(latestMonths([], true)).toEqual([]);
});
