/** Text as bytes of CP932, which the office's programs read; browsers can only decode it. */

const LEADS = [[0x81, 0x9f], [0xe0, 0xfc]] as const;

/** Every character of CP932 with its bytes, read off the decoder once. Of several codes for a character Windows writes the first of JIS, NEC, IBM. */
const readTable = (): Map<string, number> => {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, number>();
  for (const [first, last] of LEADS) {
    for (let lead = first; lead <= last; lead++) {
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, lead * 256 + trail);
      }
    }
  }
  for (let byte = 0xa1; byte <= 0xdf; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  // The signs of JIS that Unicode has twice: wave dash, double bar, minus.
  for (const [twin, character] of [['\u301C', '\uFF5E'], ['\u2016', '\u2225'], ['\u2212', '\uFF0D']] as const) {
    const code = table.get(character);
    if (code !== undefined) table.set(twin, code);
  }
  return table;
};

let table: Map<string, number> | undefined;

/** The bytes of a text; what CP932 does not have becomes `〓`, the printers' sign for a missing character. */
export const toCp932 = (text: string): Uint8Array<ArrayBuffer> => {
  table ??= readTable();
  const codes = table;
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : codes.get(character) ?? codes.get('〓') ?? 0x3f;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
};
