import { expect, it } from 'vitest';
import { changeOf, rateText, soFar } from './compare.ts';
import { tilesOf } from './queues.ts';
import { placesOf } from './tileMap.ts';
import type { DashboardData } from './types.ts';

it('compares like an office: ▲ is less', () => {
  expect([rateText(110, 100), rateText(90, 100), rateText(5, 0)]).toEqual(['+10%', '▲10%', '－']);
  expect([changeOf(0, 0), changeOf(20, 10), changeOf(5, 10), changeOf(10, 10)]).toEqual(['none', 'more', 'less', 'same']);
});
const day = (n: number) => ({ day: `2026-11-0${n}`, requested: 1, completed: n <= 2 ? 1 : null, last_year: 10 });
it('adds up the month only to today', () => {
  expect(soFar([day(1), day(2), day(3)], '2026-11-02')).toEqual({ now: 2, before: 20 });
});
it('gives each branch a place of its own, a new one too', () => {
  const codes = [...Array.from({ length: 53 }, (_, index) => String(101 + index)), '154', '155'];
  const places = [...placesOf(codes).values()].map(String);
  expect(new Set(places).size).toBe(codes.length);
});
it('leads from a count to exactly what it counts', () => {
  const data: DashboardData = { today: '2026-11-22', now: '', trouble_since: '2026-09-23', queues: { fees_due: { count: 3, oldest: null } } };
  const tile = tilesOf(data, 'hq').find(({ key }) => key === 'fees_due');
  expect(tile?.count).toBe(3);
  expect(decodeURIComponent(tile?.to ?? '')).toContain('"oss_status":["inspection_fee_due","tech_fee_due","fees_due"]');
  expect(tilesOf(data, 'branch').find(({ key }) => key === 'fees_due')?.to).toBe('/work?queue=fees');
  expect(tilesOf(data, 'garage')[0]?.key).toBe('draft');
});
