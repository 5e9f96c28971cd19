import { describe, expect, it } from 'vitest';
import { isJisCharacter, normalizeJis, offerJis } from './jisx0208.ts';

describe('JIS X 0208', () => {
  it.each([...'髙﨑𠮷①㈱№Ⅰ濵德Aｱ \n¥'])('refuses %s', (character) => {
    expect(isJisCharacter(character)).toBe(false);
  });

  it.each([...'高崎吉亜腕弌熙ア゛ー々〆０Ａａ　。、・：α┼凜堯槇遙瑤'])('takes %s', (character) => {
    expect(isJisCharacter(character)).toBe(true);
  });

  it('takes both spellings of a Windows keyboard and stores one', () => {
    expect([...'－−～〜'].every(isJisCharacter)).toBe(true);
    expect(normalizeJis('２２－２～３')).toBe('２２−２〜３');
  });

  it('offers what may be typed instead', () => {
    expect(offerJis('髙橋﨑𠮷')).toBe('高橋崎吉');
    expect(offerJis('㈱ﾃﾞﾝｷ A-1')).toBe('（株）デンキ　Ａ−１');
    expect(offerJis('①№Ⅰ')).toBe('１ＮｏＩ');
    expect(offerJis('住所')).toBe('住所');
    expect(offerJis('😀')).toBeNull();
  });
});
