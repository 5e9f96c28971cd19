import type { ValidationCode } from '../codes.ts';
import { parseDate, parseDateTime, parseMonth } from '../dateText.ts';

/** Why a cell was not taken. */
export class Refusal {
  readonly code: ValidationCode;
  constructor(code: ValidationCode) {
    this.code = code;
  }
}

/** Turns the text of a cell (trimmed, not empty) into its value, or says why not. */
export type Reader<T> = (text: string) => T | Refusal;

const refuse = (code: ValidationCode): Refusal => new Refusal(code);
const orRefuse = <T>(value: T | null, code: ValidationCode): T | Refusal => value ?? refuse(code);

/** Full-width letters, digits and signs in their half-width form; plain ASCII stays as it is. */
export const toHalf = (text: string): string => (/^[\u0020-\u007e]*$/.test(text) ? text : text.normalize('NFKC').trim());

/** Any text up to so many characters (code points). */
export const text = (max: number): Reader<string> => (cell) => (cell.length > max && [...cell].length > max ? refuse('too_long') : cell);

/** Half-width text of a given shape. */
export const shaped = (shape: RegExp, code: ValidationCode = 'invalid_format'): Reader<string> => (cell) => {
  const half = toHalf(cell);
  return shape.test(half) ? half : refuse(code);
};

const wholeNumber = (cell: string, noise: RegExp, maxDigits: number): number | null => {
  const plain = toHalf(cell).replaceAll(noise, '');
  return /^\d+$/.test(plain) && plain.length <= maxDigits ? Number(plain) : null;
};

/** Whole yen, not negative, below 1,000,000,000: '1200', '1,200', '¥1,200', '1,200円'. */
export const amount: Reader<number> = (cell) => orRefuse(wholeNumber(cell, /[,\s]|^[¥\\]|円$/g, 9), 'invalid_amount');

/** A number of cases: '52', '1,052', '52件'. */
export const count: Reader<number> = (cell) => orRefuse(wholeNumber(cell, /[,\s]|件$/g, 7), 'invalid_count');

/** A day, 'YYYY-MM-DD'. A midnight behind it, as spreadsheets add, is dropped. */
export const date: Reader<string> = (cell) =>
  orRefuse(parseDate(cell.replace(/[ T]0?0:00(:00)?$/, '')), 'invalid_date');

/** A moment in JST, ISO with '+09:00'. */
export const dateTime: Reader<string> = (cell) => orRefuse(parseDateTime(cell), 'invalid_date');

/** A month as its first day, 'YYYY-MM-01'. */
export const month: Reader<string> = (cell) => orRefuse(parseMonth(cell), 'invalid_month');

/** One of the words the file uses, with what each means. */
export const choice = <T>(meanings: Record<string, T>): Reader<T> => {
  const words = new Map(Object.entries(meanings).map(([word, meaning]) => [toHalf(word), meaning]));
  return (cell) => words.get(cell) ?? words.get(toHalf(cell)) ?? refuse('invalid_value');
};

/** 有 / 無. */
export const flag: Reader<boolean> = choice({ 有: true, 無: false });
