import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, fiscalYear, fiscalYearRange, isDate, makeDate, monthEnd, thisMonthJst, todayJst } from './calendar.ts';
import { dateOfEra, formatDate, formatDateTime, formatEraDate, formatFiscalYear, formatMonth, parseDate, parseDateTime, parseMonth } from './dateText.ts';
import { formatCount, formatYen } from './money.ts';
import { shorteningCase, shorteningOn, shorteningWindow } from './shortening.ts';

describe('days and months in Japan', () => {
  it('begin at 15:00 UTC', () => {
    expect(todayJst(new Date('2026-12-31T14:59:59Z'))).toBe('2026-12-31');
    expect(todayJst(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
    expect(thisMonthJst(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
  });

  it('are counted without drift', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2026-03-27', '2026-04-10')).toBe(14);
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(monthEnd('2028-02-03')).toBe('2028-02-29');
  });

  it('exist or not', () => {
    expect(makeDate(2026, 2, 30)).toBeNull();
    expect([isDate('2026-02-28'), isDate('2026-2-28'), isDate('2026-13-01')]).toEqual([true, false, false]);
  });

  it('belong to a 年度', () => {
    expect([fiscalYear('2026-03-31'), fiscalYear('2026-04-01')]).toEqual([2025, 2026]);
    expect(fiscalYearRange(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
    expect(formatFiscalYear(2026)).toBe('2026年度');
  });
});

describe('dates as text', () => {
  it.each(['2026/10/5', '2026-10-05', '20261005', '2026年10月5日', '２０２６／１０／０５', '2026.10.05'])('reads %s', (typed) => {
    expect(parseDate(typed)).toBe('2026-10-05');
  });

  it.each(['2026/02/30', '26/10/05', '10/05', '2026/10', '', '0'])('refuses %s', (typed) => {
    expect(parseDate(typed)).toBeNull();
  });

  it('reads months and moments', () => {
    expect(['2026-10', '2026/10', '202610', '2026年10月', '2026/10/01'].map(parseMonth)).toEqual(Array(5).fill('2026-10-01'));
    expect([parseMonth('2026-13'), parseMonth('2026/10/02')]).toEqual([null, null]);
    expect(parseDateTime('2026/10/19 8:35')).toBe('2026-10-19T08:35:00+09:00');
    expect(parseDateTime('2026-10-19T08:35:12')).toBe('2026-10-19T08:35:12+09:00');
    expect(parseDateTime('2026/10/19 25:00')).toBeNull();
  });

  it('writes them', () => {
    expect(formatDate('2026-10-05')).toBe('2026/10/05');
    expect(formatMonth('2026-04-01')).toBe('2026年4月');
    expect(formatDateTime('2026-10-05T15:22:00+00:00')).toBe('2026/10/06 00:22');
  });

  it('knows the eras', () => {
    expect(['2026-10-05', '2019-05-01', '2019-04-30', '1989-01-07'].map(formatEraDate)).toEqual([
      '令和8年10月5日', '令和元年5月1日', '平成31年4月30日', '昭和64年1月7日',
    ]);
    expect(dateOfEra('令和', 5, 12, 5)).toBe('2023-12-05');
    expect([dateOfEra('令和', 1, 4, 30), dateOfEra('平成', 31, 5, 1)]).toEqual([null, null]);
  });
});

describe('validity shortening (docs/domain.md §8.3)', () => {
  it('has two windows before expiry, with the month’s end clamped', () => {
    expect(shorteningWindow('2026-06-10')).toEqual({ freeFrom: '2026-04-10', askFrom: '2026-03-27' });
    expect(shorteningWindow('2026-04-30')).toEqual({ freeFrom: '2026-02-28', askFrom: '2026-02-14' });
  });

  it('takes the bounds as inside the milder side', () => {
    expect(['2026-04-10', '2026-04-09', '2026-03-27', '2026-03-26'].map((day) => shorteningOn('2026-06-10', day))).toEqual([
      'none', 'ask', 'ask', 'silent',
    ]);
  });

  it('means something else for each kind, and the tick counts for 軽 inside the check window alone', () => {
    const days = ['2026-04-10', '2026-04-09', '2026-03-26'];
    const of = (kind: 'registered' | 'kei', allowed: boolean) => days.map((day) => shorteningCase(kind, allowed, '2026-06-10', day));
    expect(of('registered', true)).toEqual([null, 'registered_ask', 'registered_silent']);
    expect(of('registered', false)).toEqual([null, 'registered_ask', 'registered_silent']);
    expect(of('kei', true)).toEqual([null, 'kei_allowed', 'kei_silent']);
    expect(of('kei', false)).toEqual([null, 'kei_refused', 'kei_silent']);
  });
});

it('writes money', () => {
  expect([formatYen(1234), formatYen(-1234), formatYen(0), formatCount(1234567)]).toEqual(['1,234円', '▲1,234円', '0円', '1,234,567']);
});
