import { Refusal, type Reader } from '../reader.ts';

/** A column of a file: its usual header and how a cell, empty or not, becomes a value. */
export type Field<T> = { header: string; read: Reader<T>; extra?: true };
export type Fields = Record<string, Field<unknown>>;

/** A column that must not be empty. */
export const required = <T>(header: string, read: Reader<T>): Field<T> => ({
  header,
  read: (text) => (text === '' ? new Refusal('required') : read(text)),
});

/** A column that may be empty: then null, or what emptiness means there. */
export const optional = <T, Empty = null>(header: string, read: Reader<T>, empty?: Empty): Field<T | Empty> => ({
  header,
  read: (text) => (text === '' ? ((empty ?? null) as Empty) : read(text)),
});

/** A column that a file need not have: then its rows do not name the field at all. */
export const extra = <T>(header: string, read: Reader<T>): Field<T | null> => ({ ...optional(header, read), extra: true });

/** Values of the fields of a good row. */
export type Values<F extends Fields> = { [K in keyof F]: Exclude<ReturnType<F[K]['read']>, Refusal> };

/**
 * One kind of import file. `complete` adds what follows from several cells; `mask` hides in rejections what only
 * finance may read (docs/decisions.md D-29).
 */
export type FileKind<F extends Fields = Fields, Row extends object = Values<F>> = {
  fields: F;
  complete(values: Values<F>): Row;
  mask?: (field: string, value: string) => string;
  /** What the same sender sends when it names no single case. */
  totals?: FileKind;
};

/** A kind whose row is exactly its fields. */
export const fileKind = <F extends Fields>(fields: F, mask?: FileKind['mask']): FileKind<F> => ({
  fields,
  complete: (values) => values,
  ...(mask ? { mask } : {}),
});
