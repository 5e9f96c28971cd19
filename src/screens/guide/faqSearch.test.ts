import { describe, expect, it } from 'vitest';
import { faq } from '../../i18n/faq.ts';
import { searchFaq } from './faqSearch.ts';

const ids = (words: string) => searchFaq(faq, words).flatMap(({ questions }) => questions.map(({ id }) => id));

describe('searchFaq', () => {
  it('shows everything without words', () => {
    expect(ids(' 　')).toHaveLength(faq.flatMap(({ questions }) => questions).length);
  });

  it('finds by every word, whatever its width and kana', () => {
    expect(ids('ＰＫＣＳ12')).toEqual(['F-21']);
    expect(ids('pkcs12　ぱすわーど')).toEqual(['F-21']);
    expect(ids('ダイレクト納付 軽')).toContain('F-40');
  });

  it('finds nothing for nonsense', () => {
    expect(ids('ありえない言葉')).toEqual([]);
  });
});

describe('the questions', () => {
  it('stand under one rule each, and are whole sentences', () => {
    const all = faq.flatMap(({ questions }) => questions);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, answer } of all) {
      expect(id).toMatch(/^F-([1-9]|[1-3]\d|40)$/);
      expect(answer).toMatch(/。$/);
    }
  });
});
