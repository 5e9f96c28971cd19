import { describe, expect, it } from 'vitest';
import { qrCode, qrPath } from './qrCode.ts';
import { multiply, remainder } from './reedSolomon.ts';
import { emptySymbol, putFormat } from './symbol.ts';
import { alignmentCentres, blockCount, checkBytes, dataBytes, MAX_VERSION, totalBytes } from './version.ts';

describe('the tables of the standard', () => {
  it('has the published capacities', () => {
    expect([1, 5, 7, 10, 15].map((version) => [totalBytes(version), dataBytes(version)])).toEqual([[26, 16], [134, 86], [196, 124], [346, 216], [655, 415]]);
  });

  it('has the published alignment patterns', () => {
    expect(alignmentCentres(1)).toEqual([]);
    expect(alignmentCentres(7)).toEqual([6, 22, 38]);
    expect(alignmentCentres(14)).toEqual([6, 26, 46, 66]);
    expect(alignmentCentres(15)).toEqual([6, 26, 48, 70]);
  });

  it('computes the published check bytes of HELLO WORLD, 1-M', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(remainder(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  it('writes the published format and version bits', () => {
    const symbol = emptySymbol(7);
    putFormat(symbol, 5);
    const format = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => symbol.dark[8]?.[x]).concat([7, 5, 4, 3, 2, 1, 0].map((y) => symbol.dark[y]?.[8]));
    expect(format.map(Number).join('')).toBe('100000011001110');
    const version = Array.from({ length: 18 }, (_, index) => symbol.dark[5 - Math.floor(index / 3)]?.[symbol.size - 9 - (index % 3)]);
    expect(version.map(Number).join('')).toBe('000111110010010100');
  });
});

const MASKS: ((row: number, column: number) => number)[] = [
  (i, j) => (i + j) % 2, (i) => i % 2, (_, j) => j % 3, (i, j) => (i + j) % 3, (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
  (i, j) => ((i * j) % 2) + ((i * j) % 3), (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2, (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2,
];

/** A reader as the standard describes it: format, mask, zigzag, blocks, syndromes, text. */
const read = (modules: boolean[][]): string => {
  const size = modules.length;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4].reduce((sum, x) => sum * 2 + Number(modules[8]?.[x]), 0) ^ 0b10101;
  expect(format >> 3).toBe(0);
  const inverts = MASKS[format & 7];
  const { fixed } = emptySymbol(version);
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!fixed[row]?.[column]) bits.push(Number(modules[row]?.[column]) ^ Number(inverts?.(row, column) === 0));
      }
    }
    upwards = !upwards;
  }
  const bytes = Array.from({ length: totalBytes(version) }, (_, index) => parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2));
  const [count, check] = [blockCount(version), checkBytes(version)];
  const short = Math.floor(totalBytes(version) / count) - check;
  const longFrom = count - (totalBytes(version) % count);
  const blocks = Array.from({ length: count }, (_, block) => {
    const data = Array.from({ length: short }, (__, index) => bytes[index * count + block] ?? 0);
    if (block >= longFrom) data.push(bytes[short * count + block - longFrom] ?? 0);
    const codes = Array.from({ length: check }, (__, index) => bytes[dataBytes(version) + index * count + block] ?? 0);
    return { data, all: [...data, ...codes] };
  });
  for (const { all } of blocks) {
    let root = 1;
    for (let power = 0; power < check; power++) {
      expect(all.reduce((sum, byte) => multiply(sum, root) ^ byte, 0)).toBe(0);
      root = multiply(root, 2);
    }
  }
  const content = blocks.flatMap(({ data }) => data).map((byte) => byte.toString(2).padStart(8, '0')).join('');
  expect(content.slice(0, 4)).toBe('0100');
  const lengthBits = version < 10 ? 8 : 16;
  const length = parseInt(content.slice(4, 4 + lengthBits), 2);
  const start = 4 + lengthBits;
  return new TextDecoder().decode(Uint8Array.from({ length }, (_, index) => parseInt(content.slice(start + index * 8, start + index * 8 + 8), 2)));
};

describe('qrCode', () => {
  it.each([1, 14, 15, 60, 122, 123, 180, 213, 300, 412])('of %i bytes is read back, every block without an error', (length) => {
    const text = Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * 7) % 90))).join('');
    expect(read(qrCode(text))).toBe(text);
  });

  it('carries UTF-8', () => {
    expect(read(qrCode('継続検査'))).toBe('継続検査');
  });

  it('refuses what does not fit', () => {
    expect(() => qrCode('x'.repeat(413))).toThrow(RangeError);
    expect(qrCode('x'.repeat(412))).toHaveLength(MAX_VERSION * 4 + 17);
  });

  it('has its three finders and is drawn module by module', () => {
    const modules = qrCode('otpauth://totp/x?secret=ABC');
    const size = modules.length;
    const corner = (y: number, x: number) => modules.slice(y, y + 7).map((row) => row.slice(x, x + 7).map(Number).join(''));
    const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
    expect([corner(0, 0), corner(0, size - 7), corner(size - 7, 0)]).toEqual([finder, finder, finder]);
    expect(qrPath(modules).match(/M/g)).toHaveLength(modules.flat().filter(Boolean).length);
  });
});
