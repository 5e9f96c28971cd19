import type { Symbol } from './symbol.ts';

/** Where each mask inverts the content: column, row. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
export const MASK_COUNT = MASKS.length;

/** Inverts the content by a mask; a second time undoes it. */
export const applyMask = ({ dark, fixed }: Symbol, mask: number): void => {
  const inverts = MASKS[mask] ?? (() => false);
  for (const [y, row] of dark.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!fixed[y]?.[x] && inverts(x, y)) row[x] = !isDark;
    }
  }
};

const LOOKS_LIKE_A_FINDER = /(?=10111010000|00001011101)/g;

/** Runs of one colour, and patterns that a reader could take for a finder. */
const linePenalty = (line: string): number => {
  const runs = line.match(/0{5,}|1{5,}/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + [...line.matchAll(LOOKS_LIKE_A_FINDER)].length * 40;
};

const squarePenalty = (dark: readonly boolean[][]): number => {
  let squares = 0;
  for (const [y, row] of dark.slice(1).entries()) {
    for (let x = 1; x < row.length; x++) {
      const colour = row[x];
      if (row[x - 1] === colour && dark[y]?.[x] === colour && dark[y]?.[x - 1] === colour) squares++;
    }
  }
  return squares * 3;
};

const text = (line: readonly (boolean | undefined)[]): string => line.map((isDark) => (isDark ? '1' : '0')).join('');

/** How hard a symbol is to read (ISO/IEC 18004 §7.8.3); the mask with the lowest is taken. */
export const penalty = ({ size, dark }: Symbol): number => {
  const lines = [...dark.map(text), ...dark.map((_, x) => text(dark.map((row) => row[x])))];
  const share = dark.flat().filter(Boolean).length / (size * size);
  return lines.reduce((sum, line) => sum + linePenalty(line), 0) + squarePenalty(dark) + Math.floor(Math.abs(share - 0.5) * 20) * 10;
};
