import { alignmentCentres, sizeOf } from './version.ts';

/** Modules of a symbol, `true` is dark, by row. `fixed` are those that carry no content. */
export type Symbol = { size: number; dark: boolean[][]; fixed: boolean[][] };

const grid = (size: number): boolean[][] => Array.from({ length: size }, () => Array<boolean>(size).fill(false));

const put = ({ size, dark, fixed }: Symbol, x: number, y: number, isDark: boolean): void => {
  const [row, mark] = [dark[y], fixed[y]];
  if (row === undefined || mark === undefined || x < 0 || x >= size) return;
  row[x] = isDark;
  mark[x] = true;
};

/** A square pattern around a centre: rings by their distance from it. */
const rings = (symbol: Symbol, x: number, y: number, radius: number, isDark: (ring: number) => boolean): void => {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) put(symbol, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  }
};

const bch = (value: number, generator: number, degree: number): number => {
  let rest = value;
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return (value << degree) | rest;
};

/** The fifteen format bits of level M with a mask, twice. */
export const putFormat = (symbol: Symbol, mask: number): void => {
  const bits = bch(mask, 0x537, 10) ^ 0x5412;
  const at = (index: number): boolean => ((bits >>> index) & 1) === 1;
  const { size } = symbol;
  for (let index = 0; index < 6; index++) put(symbol, 8, index, at(index));
  put(symbol, 8, 7, at(6));
  put(symbol, 8, 8, at(7));
  put(symbol, 7, 8, at(8));
  for (let index = 9; index < 15; index++) put(symbol, 14 - index, 8, at(index));
  for (let index = 0; index < 8; index++) put(symbol, size - 1 - index, 8, at(index));
  for (let index = 8; index < 15; index++) put(symbol, 8, size - 15 + index, at(index));
  put(symbol, 8, size - 8, true);
};

const putVersion = (symbol: Symbol, version: number): void => {
  if (version < 7) return;
  const bits = bch(version, 0x1f25, 12);
  for (let index = 0; index < 18; index++) {
    const [near, far] = [Math.floor(index / 3), symbol.size - 11 + (index % 3)];
    put(symbol, far, near, ((bits >>> index) & 1) === 1);
    put(symbol, near, far, ((bits >>> index) & 1) === 1);
  }
};

/** Timing, finder and alignment patterns, version, and the place of the format bits. */
export const emptySymbol = (version: number): Symbol => {
  const size = sizeOf(version);
  const symbol = { size, dark: grid(size), fixed: grid(size) };
  for (let index = 0; index < size; index++) {
    put(symbol, 6, index, index % 2 === 0);
    put(symbol, index, 6, index % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) rings(symbol, x, y, 4, (ring) => ring !== 2 && ring !== 4);
  const centres = alignmentCentres(version);
  const last = centres.length - 1;
  for (const [row, y] of centres.entries()) {
    for (const [column, x] of centres.entries()) {
      const inFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (!inFinder) rings(symbol, x, y, 2, (ring) => ring !== 1);
    }
  }
  putFormat(symbol, 0);
  putVersion(symbol, version);
  return symbol;
};
