import { codewordsOf, versionFor } from './codewords.ts';
import { applyMask, MASK_COUNT, penalty } from './mask.ts';
import { emptySymbol, putFormat, type Symbol } from './symbol.ts';

/** Lays the bits into the free modules: two columns at a time from the right, up and down in turn, skipping the timing column. */
const fill = ({ size, dark, fixed }: Symbol, codewords: readonly number[]): void => {
  let next = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair++) {
    const right = size - 1 - pair * 2 - (size - 1 - pair * 2 <= 6 ? 1 : 0);
    for (let step = 0; step < size; step++) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (row === undefined || fixed[y]?.[x]) continue;
        row[x] = (((codewords[next >>> 3] ?? 0) >>> (7 - (next & 7))) & 1) === 1;
        next++;
      }
    }
  }
};

/** A symbol under each mask; the one that is easiest to read. */
const bestMask = (symbol: Symbol): number => {
  const marks = Array.from({ length: MASK_COUNT }, (_, mask) => {
    applyMask(symbol, mask);
    putFormat(symbol, mask);
    const mark = penalty(symbol);
    applyMask(symbol, mask);
    return mark;
  });
  return marks.indexOf(Math.min(...marks));
};

/**
 * A QR code of a text (UTF-8, level M, up to 412 bytes), by row; `true` is dark. Without the quiet zone of four modules.
 * @throws RangeError when the text is too long
 */
export const qrCode = (text: string): boolean[][] => {
  const content = new TextEncoder().encode(text);
  const version = versionFor(content.length);
  const symbol = emptySymbol(version);
  fill(symbol, codewordsOf(content, version));
  const mask = bestMask(symbol);
  applyMask(symbol, mask);
  putFormat(symbol, mask);
  return symbol.dark;
};

/** The dark modules as one SVG path, a module a unit. */
export const qrPath = (modules: readonly boolean[][]): string =>
  modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
