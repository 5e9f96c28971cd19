import { type Reader, refuse } from './reader.ts';

/** 車台番号: 1–25 half-width letters, digits and hyphens (docs/domain.md §2.5). It links request, 保適証 and 自賠責. */

const hyphens = /[‐‑‒–—―−ー]/g;

/** Full-width letters, any hyphen and small letters become the form printed on the certificate. */
export const normalizeChassisNo = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(hyphens, '-').replaceAll(/\s/g, '').toUpperCase();

/** True for a normalised number; a hyphen never stands first, last or twice in a row. */
export const isChassisNo = (text: string): boolean => text.length <= 25 && /^[0-9A-Z]+(?:-[0-9A-Z]+)*$/.test(text);

/** 車台番号 as typed, in the form printed on the certificate. */
export const chassisNo: Reader<string> = (typed) => {
  const normal = normalizeChassisNo(typed);
  return isChassisNo(normal) ? normal : refuse('invalid_chassis_no');
};
