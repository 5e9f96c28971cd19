import type { ValidationCode } from './codes.ts';

/**
 * One value, one rule: a reader takes what was typed or imported (trimmed, not empty) and gives the normalised value,
 * or says why not. Forms (`form.ts`) and import files (`imports/`) use the same readers.
 */
export type Reader<T> = (text: string) => T | Refusal;

/** Why a value was not taken. */
export class Refusal {
  readonly code: ValidationCode;
  constructor(code: ValidationCode) {
    this.code = code;
  }
}

export const refuse = (code: ValidationCode): Refusal => new Refusal(code);

/** Length in characters, not in UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/** Full-width letters, digits and signs in their half-width form; plain ASCII stays as it is. */
export const toHalf = (text: string): string => (/^[ -~]*$/.test(text) ? text : text.normalize('NFKC').trim());

/** Any text up to so many characters. */
export const text =
  (max: number): Reader<string> =>
  (typed) =>
    typed.length > max && lengthOf(typed) > max ? refuse('too_long') : typed;

/** Half-width text of a given shape. */
export const shaped =
  (shape: RegExp, code: ValidationCode = 'invalid_format'): Reader<string> =>
  (typed) => {
    const half = toHalf(typed);
    return shape.test(half) ? half : refuse(code);
  };

/** One of the words in use, with what each means. */
export const choice = <const T>(meanings: Readonly<Record<string, T>>): Reader<T> => {
  const words = new Map(Object.entries(meanings).map(([word, meaning]) => [toHalf(word), meaning]));
  return (typed) => words.get(typed) ?? words.get(toHalf(typed)) ?? refuse('invalid_value');
};
