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

// Variant and usual form, in pairs: names and old printed forms that JIS X 0208 unified or left out.
// Compatibility forms (㈱, ①, Ⅰ) need no row here: NFKC resolves them.
const variants =
  '髙高 﨑崎 𠮷吉 德徳 濵浜 瀨瀬 增増 寬寛 曻昇 敎教 黑黒 栁柳 桒桑 緖緒 淸清 橫横 靑青 槪概 鄕郷 賴頼 內内 戶戸 吳呉 桺柳 鷗鴎 驒騨 ' +
  '禱祷 蠟蝋 頰頬 瘦痩 搔掻 步歩 每毎 硏研 絕絶 綠緑 錄録 薰薫 閒間 隺鶴 㐂喜 塡填 𡈽土 圡土 㟢崎 俱倶 剝剥 啞唖 噓嘘 嚙噛 囊嚢 摑掴 ' +
  '潑溌 瀆涜 焰焔 簞箪 繡繍 繫繋 萊莱 蔣蒋 醬醤 醱醗 鹼鹸 麴麹 麵麺 屛屏 幷并 軀躯';
const usualForms = new Map(variants.split(' ').map((pair) => [...pair] as [string, string]));

const toFullWidth = (character: string): string => {
  if (character === ' ') return '　';
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : character;
};

const offerFor = (character: string): string => {
  if (isJisCharacter(character)) return normalizeJis(character);
  const usual = usualForms.get(character) ?? character;
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
