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
  it.each([
    ['45円', 'F-9'], ['口座振替', 'F-10'], ['22時', 'F-11'], ['休日', 'F-12'], ['有効期限 更新', 'F-18'], ['組織変更', 'F-19'], ['紛失', 'F-20'], ['firefox', 'F-23'], ['パスワード 忘れ', 'F-27'],
    ['申請用パスワード', 'F-28'], ['委任状 pdf', 'F-31'], ['400円', 'F-34'], ['丁目', 'F-35'], ['補正要求 却下', 'F-36'], ['まとめ払い', 'F-40'], ['マイナンバー', 'F-17'],
  ])('are found by the words of the office: %s', (words, id) => {
    expect(ids(words)).toContain(id);
  });

  it('are all forty rules', () => {
    expect(new Set(ids(''))).toEqual(new Set(Array.from({ length: 40 }, (_, at) => `F-${at + 1}`)));
  });

  it('stand under one rule each, and are whole sentences', () => {
    const all = faq.flatMap(({ questions }) => questions);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, answer } of all) {
      expect(id).toMatch(/^F-([1-9]|[1-3]\d|40)$/);
      expect(answer).toMatch(/。$/);
    }
  });
});
