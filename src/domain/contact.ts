import { prefectureOf } from './prefectures.ts';
import { type Reader, refuse, Refusal, shaped, toHalf } from './reader.ts';
import { fullWidth } from './text.ts';

/** Addresses, telephone numbers and mail addresses as the forms and files have them. */

const hyphens = /[‐‑‒–—―−ー]/g;

/** '〒100-0001' or '1000001' → '100-0001'. */
export const postalCode: Reader<string> = (typed) => {
  const digits = toHalf(typed).replaceAll(hyphens, '-').replaceAll(/[〒\s-]/g, '');
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : refuse('invalid_postal_code');
};

/** A number within Japan, with or without hyphens. */
export const phone: Reader<string> = (typed) => {
  const half = toHalf(typed).replaceAll(hyphens, '-');
  return /^0[\d()-]{8,14}$/.test(half) ? half : refuse('invalid_phone');
};

/** One mail address. */
export const email: Reader<string> = shaped(/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, 'invalid_email');

/** 住所1 as on the certificate: full-width, beginning with the prefecture (docs/domain.md §2.1, F-35). */
export const address1: Reader<string> = (typed) => {
  const value = fullWidth(100)(typed);
  if (value instanceof Refusal) return value;
  return prefectureOf(value) === null ? refuse('prefecture_missing') : value;
};
