import { remainder } from './reedSolomon.ts';
import { blockCount, checkBytes, dataBytes, MAX_VERSION, totalBytes } from './version.ts';

const BYTE_MODE = 0b0100;
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** The smallest version that holds so many bytes. @throws RangeError when none does */
export const versionFor = (bytes: number): number => {
  for (let version = 1; version <= MAX_VERSION; version++) {
    if (4 + lengthBits(version) + bytes * 8 <= dataBytes(version) * 8) return version;
  }
  throw new RangeError(`${bytes} bytes do not fit into a QR code of version ${MAX_VERSION}`);
};

const bitsOf = (value: number, length: number): number[] => Array.from({ length }, (_, index) => (value >>> (length - 1 - index)) & 1);

/** Mode, length, content, terminator and padding, as bytes. */
const dataOf = (content: Uint8Array, version: number): number[] => {
  const room = dataBytes(version) * 8;
  const bits = [...bitsOf(BYTE_MODE, 4), ...bitsOf(content.length, lengthBits(version)), ...[...content].flatMap((byte) => bitsOf(byte, 8))];
  bits.push(...Array<number>(Math.min(4, room - bits.length)).fill(0));
  bits.push(...Array<number>((8 - (bits.length % 8)) % 8).fill(0));
  const bytes = Array.from({ length: bits.length / 8 }, (_, index) => bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  return [...bytes, ...Array.from({ length: room / 8 - bytes.length }, (_, index) => (index % 2 === 0 ? 0xec : 0x11))];
};

/** Blocks of the data: the later ones may be a byte longer. */
const blocksOf = (data: readonly number[], version: number): number[][] => {
  const count = blockCount(version);
  const short = Math.floor(totalBytes(version) / count) - checkBytes(version);
  const firstLong = count - (totalBytes(version) % count);
  let from = 0;
  return Array.from({ length: count }, (_, index) => {
    const to = from + short + (index >= firstLong ? 1 : 0);
    const block = data.slice(from, to);
    from = to;
    return block;
  });
};

const interleaved = (blocks: readonly number[][]): number[] =>
  Array.from({ length: Math.max(...blocks.map((block) => block.length)) }, (_, index) => blocks.flatMap((block) => block.slice(index, index + 1))).flat();

/** Everything the symbol carries, in the order in which it is laid out. */
export const codewordsOf = (content: Uint8Array, version: number): number[] => {
  const blocks = blocksOf(dataOf(content, version), version);
  return [...interleaved(blocks), ...interleaved(blocks.map((block) => remainder(block, checkBytes(version))))];
};
