import type { ValidationCode } from './codes.ts';
import { isJisCharacter, normalizeJis } from './jisx0208.ts';

/** Character classes of the 入力規則 (docs/domain.md §2.1). Lengths count characters (code points). */

/** 半角英数字. */
export const isHalfAlphanumeric = (text: string): boolean => /^[0-9A-Za-z]+$/.test(text);

/** Length in characters, not in UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

// ASCII (with the space) and half-width kana: what the keyboard gives when the IME is off or set to half-width.
const halfWidth = /[\u0020-\u007e\u00a5\uff61-\uff9f]/;

/** The characters of a text that are not in JIS X 0208, each once, in order. */
export const refusedCharacters = (text: string): string[] =>
  [...new Set(text)].filter((character) => !isJisCharacter(character));

/**
 * 全角 of JIS X 0208 with at most `max` characters. `value` is the normalised text (－ → −), `code` null when it is
 * fine: half-width characters are told apart from 第3水準 and other foreign ones, because the remedy differs.
 */
export const checkFullWidth = (text: string, max: number): { value: string; code: ValidationCode | null } => {
  const value = normalizeJis(text);
  if (halfWidth.test(value)) return { value, code: 'not_full_width' };
  if (refusedCharacters(value).length > 0) return { value, code: 'not_jis_x_0208' };
  return { value, code: lengthOf(value) > max ? 'too_long' : null };
};

const lettersAndSpaces = /^[\p{L}\p{Nd}ー々〆ヶﾞﾟ゛゜ ]+$/u;

/** 全角半角混在(記号なし)(半角スペース): letters, digits, kana and kanji of either width, half-width space, no symbols. */
export const isMixedWithoutSymbols = (text: string): boolean => lettersAndSpaces.test(text);

/**
 * What two spellings of a name have in common, for search: NFKC, hiragana as katakana, small letters, no spaces,
 * hyphens or long-vowel marks of any kind.
 */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(/[\s‐‑‒–—―−ー・-]/g, '');
