// Control characters and lone surrogates cannot be stored as JSON text in PostgreSQL and mean nothing in a cell.
const unusable = /[\p{Cc}\p{Cs}]+/gu;

/** A cell as it is stored: trimmed, on one line, without control characters. */
export const cleanText = (text: string): string => text.replaceAll(unusable, ' ').trim();

/** True when nothing stands in any cell: spreadsheets leave such rows behind the data. */
export const isBlankRow = (cells: string[]): boolean => cells.every((cell) => cell === '');
