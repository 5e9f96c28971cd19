import { z } from 'zod';
import type { ValidationCode } from './codes.ts';
import { type Reader, Refusal } from './reader.ts';

/** Turns readers into zod schemas; every message is a `ValidationCode`. */

const codeOf = (code: ValidationCode): ValidationCode => code;

const read = <T>(reader: Reader<T>, typed: string, context: z.RefinementCtx): T => {
  const value = reader(typed);
  if (!(value instanceof Refusal)) return value;
  context.addIssue({ code: 'custom', message: value.code });
  return z.NEVER;
};

/** A field that must be filled in. */
export const requiredField = <T>(reader: Reader<T>) =>
  z.string(codeOf('required')).transform((typed, context): T => {
    const trimmed = typed.trim();
    return read((text) => (text === '' ? new Refusal('required') : reader(text)), trimmed, context);
  });

/** A field that may stay empty: null. */
export const optionalField = <T>(reader: Reader<T>) =>
  z
    .string(codeOf('invalid_value'))
    .nullish()
    .transform((typed, context): T | null => {
      const trimmed = typed?.trim() ?? '';
      return trimmed === '' ? null : read(reader, trimmed, context);
    });

/** A check box; absent is off. */
export const checkbox = z
  .boolean(codeOf('invalid_value'))
  .nullish()
  .transform((ticked) => ticked ?? false);

/** A choice that must be made. */
export const requiredChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, codeOf('required'));

/** A choice that may stay open: null. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), z.enum(values, codeOf('invalid_value')).nullable());

/** The row a drop-down points to. */
export const requiredRef = z.int(codeOf('required')).positive(codeOf('required'));

/** The row a drop-down may point to. */
export const optionalRef = requiredRef.nullish().transform((id) => id ?? null);

/** Reports a code at one field of an object. */
export const issueAt = (context: z.RefinementCtx, field: string, code: ValidationCode): void => {
  context.addIssue({ code: 'custom', path: [field], message: code });
};
