/** Names in bank files (全銀, docs/domain.md §11.3): half-width capital kana, capital letters, digits and few signs. */

const smallToLarge: Record<string, string> = {
  ｧ: 'ｱ', ｨ: 'ｲ', ｩ: 'ｳ', ｪ: 'ｴ', ｫ: 'ｵ', ｬ: 'ﾔ', ｭ: 'ﾕ', ｮ: 'ﾖ', ｯ: 'ﾂ', ｰ: '-',
};

// Half-width kana U+FF66–U+FF9D in order, and the full-width characters they stand for.
const halfKana = Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, index) => String.fromCodePoint(0xff66 + index));
const toHalfKana = new Map(halfKana.map((half) => [half.normalize('NFKC'), half]));
const marks: Record<string, string> = { '\u3099': 'ﾞ', '\u309a': 'ﾟ', '゛': 'ﾞ', '゜': 'ﾟ' };
const signs: Record<string, string> = { '「': '｢', '」': '｣', '、': ',', '。': '.', '・': '.', '￥': '\\', '¥': '\\' };

const allowed = /^[0-9A-Zｱ-ﾝﾞﾟ ().,/\\｢｣-]+$/;

const katakana = (text: string): string =>
  text.replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));

/** The name as banks write it (small kana become large, ー becomes -), or null when a character has no such form. */
export const toBankKana = (text: string): string | null => {
  // NFKC joins half-width kana with its mark; NFD then parts every mark from its letter.
  const parted = katakana(text.normalize('NFKC')).normalize('NFD').toUpperCase();
  const half = [...parted]
    .map((c) => signs[c] ?? marks[c] ?? toHalfKana.get(c) ?? c.replace(/[‐‑‒–—―−]/, '-'))
    .map((c) => smallToLarge[c] ?? c)
    .join('')
    .trim();
  return allowed.test(half) ? half : null;
};

/** The first character that has no such form, as it was typed; null when all have one. */
export const bankKanaFault = (text: string): string | null =>
  [...text.normalize('NFC')].find((character) => character.trim() !== '' && toBankKana(character) === null) ?? null;
