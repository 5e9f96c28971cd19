import type { ValidationCode } from '../codes.ts';
import { parseDate, parseDateTime, parseMonth } from '../dateText.ts';
import { choice, type Reader, type Refusal, refuse, toHalf } from '../reader.ts';

/** How numbers and dates stand in the office's files. */

const orRefuse = <T>(value: T | null, code: ValidationCode): T | Refusal => value ?? refuse(code);

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

/** 有 / 無. */
export const flag: Reader<boolean> = choice<boolean>({ 有: true, 無: false });
