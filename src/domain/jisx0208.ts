/**
 * The 6,879 characters of JIS X 0208: what AINAS and OSS take in names and addresses (docs/domain.md §2.1).
 * Shift_JIS and cp932 are supersets; 髙 﨑 ① ㈱ № Ⅰ are not in it.
 */

let repertoire: Set<string> | undefined;

/** Rows 1–8 and 16–84 are the standard; decoders add vendor rows (13, 89–92), which are left out. */
const decodeRepertoire = (): Set<string> => {
  const decoder = new TextDecoder('euc-jp', { fatal: true });
  const characters = new Set<string>();
  for (let row = 1; row <= 84; row++) {
    if (row > 8 && row < 16) continue;
    for (let cell = 1; cell <= 94; cell++) {
      try {
        characters.add(decoder.decode(new Uint8Array([row + 0xa0, cell + 0xa0])));
      } catch {
        // An unassigned place of the table.
      }
    }
  }
  return characters;
};

// Windows keyboards and decoders give the first of each pair; JIS X 0208 means the second.
const windowsPairs: Record<string, string> = { '－': '−', '～': '〜', '∥': '‖', '—': '―' };
const windowsCharacters = new RegExp(`[${Object.keys(windowsPairs).join('')}]`, 'g');

/** － and ～ of a Windows keyboard become − and 〜 of JIS X 0208 (also ∥ → ‖, — → ―). */
export const normalizeJis = (text: string): string =>
  text.replaceAll(windowsCharacters, (character) => windowsPairs[character] ?? character);

/** True for a character of JIS X 0208, in either spelling of the Windows pairs. Every one is full-width. */
export const isJisCharacter = (character: string): boolean => {
  repertoire ??= new Set([...decodeRepertoire(), ...Object.keys(windowsPairs), ...Object.values(windowsPairs)]);
  return repertoire.has(character);
};

// Variants whose usual form is in JIS X 0208; compatibility forms (﨑 is none, ㈱ and ① are) are offered through NFKC.
const usualForms: Record<string, string> = {
  髙: '高', 﨑: '崎', 𠮷: '吉', 德: '徳', 濵: '浜', 瀨: '瀬', 彅: '薙', 琢: '琢', 增: '増', 寬: '寛', 曻: '昇', 敎: '教',
  晴: '晴', 朗: '朗', 神: '神', 祥: '祥', 福: '福', 靖: '靖', 精: '精', 羽: '羽', 隆: '隆', 黑: '黒', 都: '都', 鷗: '鴎',
  塚: '塚', 栁: '柳', 桒: '桑', 祐: '祐', 禮: '礼', 緖: '緒', 淸: '清', 橫: '横', 瀧: '滝', 靑: '青', 槪: '概', 鄕: '郷',
  賴: '頼', 內: '内', 戶: '戸', 吳: '呉', 逸: '逸', 館: '館', 鶴: '鶴', 驒: '騨', 葛: '葛', 辻: '辻', 榮: '栄', 圓: '円',
};

const toFullWidth = (character: string): string => {
  if (character === ' ') return '　';
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : character;
};

const offerFor = (character: string): string => {
  if (isJisCharacter(character)) return normalizeJis(character);
  const usual = usualForms[character] ?? character;
  return [...usual.normalize('NFKC')].map((c) => normalizeJis(toFullWidth(c))).join('');
};

/**
 * The text with every refused character replaced by what may be typed instead (髙 → 高, ㈱ → （株）, A → Ａ,
 * ｶﾞ → ガ), or null when some character has no such form.
 */
export const offerJis = (text: string): string | null => {
  // Half-width kana and its voicing mark are two code points that make one character.
  const joined = text.replaceAll(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'));
  const offered = [...joined].map(offerFor).join('');
  return [...offered].every(isJisCharacter) ? offered : null;
};
