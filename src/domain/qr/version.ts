/** Versions 1 to 15 of ISO/IEC 18004 at error correction level M: enough for 412 bytes. */
export const MAX_VERSION = 15;
const CHECK_BYTES = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];

/** Check bytes of each block, and the number of blocks. */
export const checkBytes = (version: number): number => CHECK_BYTES[version - 1] ?? 0;
export const blockCount = (version: number): number => BLOCKS[version - 1] ?? 0;
export const sizeOf = (version: number): number => version * 4 + 17;

const alignments = (version: number): number => (version === 1 ? 0 : Math.floor(version / 7) + 2);

/** Centres of the alignment patterns, in both directions. */
export const alignmentCentres = (version: number): number[] => {
  const count = alignments(version);
  if (count === 0) return [];
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const far = Array.from({ length: count - 1 }, (_, index) => sizeOf(version) - 7 - index * step);
  return [6, ...far.toReversed()];
};

/** Bytes that fit into the symbol, check bytes included. */
export const totalBytes = (version: number): number => {
  const count = alignments(version);
  const patterns = count === 0 ? 0 : (25 * count - 10) * count - 55;
  return Math.floor(((16 * version + 128) * version + 64 - patterns - (version >= 7 ? 36 : 0)) / 8);
};
export const dataBytes = (version: number): number => totalBytes(version) - checkBytes(version) * blockCount(version);
