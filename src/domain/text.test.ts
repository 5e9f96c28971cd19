import { describe, expect, it } from 'vitest';
import { address1, email, phone, postalCode } from './contact.ts';
import { Refusal } from './reader.ts';
import { foldName, fullWidth, mixedWithoutSymbols, refusedCharacters } from './text.ts';

const code = (value: unknown) => (value instanceof Refusal ? value.code : value);

describe('full-width text', () => {
  it.each([
    ['本社工場', '本社工場'],
    ['２丁目－３', '２丁目−３'],
    ['本社A', 'not_full_width'],
    ['本社 工場', 'not_full_width'],
    ['ﾎﾝｼﾔ', 'not_full_width'],
    ['髙田', 'not_jis_x_0208'],
    ['𠮷野家𠮷', 'not_jis_x_0208'],
    ['一二三四五六', 'too_long'],
  ])('%s → %s', (typed, result) => {
    expect(code(fullWidth(5)(typed))).toBe(result);
  });

  it('names the characters that are refused', () => {
    expect(refusedCharacters('髙﨑髙高')).toEqual(['髙', '﨑']);
  });
});

it('knows names without symbols', () => {
  expect(code(mixedWithoutSymbols(10)('担当 たろうA1'))).toBe('担当 たろうA1');
  for (const name of ['山田!', '山田・太郎', '山田（仮）', '山田　太郎']) expect(code(mixedWithoutSymbols(10)(name))).toBe('no_symbols_allowed');
  expect(code(mixedWithoutSymbols(3)('山田太郎'))).toBe('too_long');
});

it('folds spellings of one name together, as the database does', () => {
  expect(foldName('ｶﾌﾞｼｷ会社 ＡＢＣヴ')).toBe('かぶしき会社abcゔ');
  expect(foldName('かぶしき　会社abcゔ')).toBe('かぶしき会社abcゔ');
});

describe('addresses', () => {
  it('need the prefecture', () => {
    expect(code(address1('東京都港区芝１−１'))).toBe('東京都港区芝１−１');
    expect(code(address1('港区芝１−１'))).toBe('prefecture_missing');
    expect(code(address1('東京都港区1-1'))).toBe('not_full_width');
  });

  it('take postal codes, telephone numbers and mail addresses as typed', () => {
    expect(code(postalCode('〒１００－０００１'))).toBe('100-0001');
    expect(code(postalCode('100'))).toBe('invalid_postal_code');
    expect(code(phone('０３－０００0-0000'))).toBe('03-0000-0000');
    expect(code(phone('abc'))).toBe('invalid_phone');
    expect(code(email('a@example.jp'))).toBe('a@example.jp');
    expect(code(email('a@example.jp, b@example.jp'))).toBe('invalid_email');
  });
});
