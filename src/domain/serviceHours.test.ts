import { describe, expect, it } from 'vitest';
import { DEFAULT_HOURS, isOldMirror, isServiceTime, serviceHoursOf, serviceMinutes } from './serviceHours.ts';

const at = (jst: string): Date => new Date(`${jst}:00+09:00`);

describe('service time between two instants', () => {
  it.each([
    ['2026-10-05T14:00', '2026-10-05T16:00', 120],
    ['2026-10-05T21:00', '2026-10-06T08:00', 120],
    ['2026-10-05T23:00', '2026-10-06T06:00', 0],
    ['2026-10-05T05:00', '2026-10-05T08:30', 90],
    ['2026-12-28T21:30', '2027-01-04T07:30', 60],
    ['2026-10-05T16:00', '2026-10-05T14:00', 0],
  ])('%s to %s is %i minutes', (from, to, minutes) => {
    expect(serviceMinutes(at(from), at(to), DEFAULT_HOURS)).toBe(minutes);
  });
});

it('what was mirrored is old after two hours of service, whatever the night between', () => {
  const mirrored = at('2026-10-05T21:00').toISOString();
  expect(isOldMirror(mirrored, at('2026-10-06T08:00'), DEFAULT_HOURS)).toBe(false);
  expect(isOldMirror(mirrored, at('2026-10-06T08:01'), DEFAULT_HOURS)).toBe(true);
  expect(isOldMirror(at('2020-01-01T00:00').toISOString(), at('2026-10-06T08:01'), DEFAULT_HOURS)).toBe(true);
});

it('reads the setting, and takes the default for what it cannot read', () => {
  expect(serviceHoursOf({ open: '08:00', close: '20:00', closed_from: '08-13', closed_to: '08-15' })).toEqual({ open: '08:00', close: '20:00', closed_from: '08-13', closed_to: '08-15' });
  expect(serviceHoursOf({ open: 8 })).toEqual(DEFAULT_HOURS);
  expect(serviceHoursOf(null)).toEqual(DEFAULT_HOURS);
});

describe('isServiceTime', () => {
  it.each([
    ['2026-11-23T06:59:59+09:00', false], ['2026-11-23T07:00:00+09:00', true], ['2026-11-22T21:59:59+09:00', true], ['2026-11-22T22:00:00+09:00', false],
    ['2026-12-28T12:00:00+09:00', true], ['2026-12-29T12:00:00+09:00', false], ['2027-01-03T12:00:00+09:00', false], ['2027-01-04T12:00:00+09:00', true],
    ['2026-11-22T22:30:00Z', true],
  ])('at %s: %s', (instant, open) => {
    expect(isServiceTime(new Date(instant), DEFAULT_HOURS)).toBe(open);
  });
});
