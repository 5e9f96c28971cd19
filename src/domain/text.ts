import { isJisCharacter, normalizeJis } from './jisx0208.ts';
import { lengthOf, type Reader, refuse, shaped } from './reader.ts';

/** Character classes of the 入力規則 (docs/domain.md §2.1). Lengths count characters. */

// ASCII (with the space) and half-width kana: what the keyboard gives when the IME is off or set to half-width.
const halfWidth = /[ -~¥\uff61-\uff9f]/;

/** The characters of a text that are not in JIS X 0208, each once, in order: what a message names. */
export const refusedCharacters = (typed: string): string[] =>
  [...new Set(typed)].filter((character) => !isJisCharacter(character));

/**
 * 全角, JIS X 0208. － and ～ are normalised. Half-width characters are told apart from 第3水準 and foreign ones, because
 * the remedy differs (§9 F-35).
 */
export const fullWidth =
  (max: number): Reader<string> =>
  (typed) => {
    const value = normalizeJis(typed);
    if (halfWidth.test(value)) return refuse('not_full_width');
    if (refusedCharacters(value).length > 0) return refuse('not_jis_x_0208');
    return lengthOf(value) > max ? refuse('too_long') : value;
  };

/** 半角英数字. */
export const halfAlphanumeric = (max: number): Reader<string> =>
  shaped(new RegExp(`^[0-9A-Za-z]{1,${max}}$`), 'not_half_width_alphanumeric');

const lettersAndSpaces = /^[\p{L}\p{Nd}ー々〆ヶﾞﾟ゛゜ ]+$/u;

/** 全角半角混在(記号なし)(半角スペース): letters, digits, kana and kanji of either width and half-width spaces. */
export const mixedWithoutSymbols =
  (max: number): Reader<string> =>
  (typed) => {
    if (!lettersAndSpaces.test(typed)) return refuse('no_symbols_allowed');
    return lengthOf(typed) > max ? refuse('too_long') : typed;
  };

/**
 * What spellings of a name have in common, for search: NFKC, small letters, katakana as hiragana, no spaces.
 * The same as the database's `private.fold()`.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[ァ-ヴ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
