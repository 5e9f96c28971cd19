import { describe, expect, it } from 'vitest';
import { conditionsOf, hasDateWindow, instants, startsWith, toParams, words } from './query.ts';

const params = (filter: Record<string, unknown>, rules = {}) => toParams(conditionsOf(filter, rules));

describe('conditions', () => {
  it('say nothing for empty fields', () => {
    expect(params({ a: '', b: null, c: [], d: { from: '', to: null }, e: undefined })).toEqual({});
  });

  it('are one parameter a column, several of a column in one quoted list', () => {
    expect(params({ status: ['x'], kinds: ['a', 'b"c'], on: { from: '2026-10-01', to: '2026-10-31' }, flag: true })).toEqual({
      status: 'eq.x', kinds: 'in.("a","b\\"c")', flag: 'eq.true', and: '(on.gte."2026-10-01",on.lte."2026-10-31")',
    });
  });

  it('turn JST days into instants, the last day included', () => {
    expect(params({ at: { from: '2026-10-01', to: '2026-10-31' } }, { at: instants }).and)
      .toBe('(at.gte."2026-10-01T00:00:00+09:00",at.lt."2026-11-01T00:00:00+09:00")');
  });

  it('search a prefix as a range, which keeps the index under row-level security', () => {
    expect(params({ no: ' ABC12' }, { no: startsWith() }).and).toBe('(no.gte."ABC12",no.lt."ABC13")');
  });

  it('search every word, and let no character of a pattern or list through', () => {
    const rules = { q: { column: 'search_text', rule: words((text) => text.toLowerCase()) } };
    expect(params({ q: '(株)山田' }, rules)).toEqual({ search_text: 'ilike.*_株_山田*' });
    expect(params({ q: 'A,b 50%*"' }, rules)).toEqual({ and: '(search_text.ilike.*a_b*,search_text.ilike.*50___*)' });
  });
});

const within = (range: unknown) => hasDateWindow({ requested_at: range }, ['requested_at'], '2026-10-05');

describe('a date window', () => {
  it('is a known start not too long ago', () => {
    expect(within({ from: '2026-10-01' })).toBe(true);
    expect(within({ from: '2026-09-01', to: '2026-10-31' })).toBe(true);
    expect(within({ from: '2025-01-01' })).toBe(false);
    expect(within({ to: '2026-10-01' })).toBe(false);
    expect(within(undefined)).toBe(false);
  });
});
