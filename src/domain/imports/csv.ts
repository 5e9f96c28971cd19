import { cleanText, isBlankRow } from './cleanText.ts';
import { ImportFileError } from './fileError.ts';
import type { TableRow } from './table.ts';

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 when the bytes are valid UTF-8 (Japanese CP932 text practically never is), else CP932. Line ends become LF. */
const toText = (bytes: Uint8Array, fileName: string): string => {
  if (bytes.includes(0)) throw new ImportFileError('binary_file', { file_name: fileName });
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'shift_jis');
  if (text === null) throw new ImportFileError('unknown_encoding', { file_name: fileName });
  return text.replaceAll(/\r\n?/g, '\n');
};

/** End of the quoted field that opens at `open`: the index after its closing quote, or -1. */
const afterQuoted = (text: string, open: number): number => {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close < 0 ? -1 : close + 1;
};

const endOfPlain = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
  return at;
};

/** One record with quotes: its cells and where the next record starts; null when a quote is not closed or misplaced. */
const quotedRecord = (text: string, start: number): { cells: string[]; next: number } | null => {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const quoted = text[at] === '"';
    const end = quoted ? afterQuoted(text, at) : endOfPlain(text, at);
    const mark = text[end] ?? '\n';
    if (end < 0 || (mark !== ',' && mark !== '\n')) return null;
    cells.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    if (mark === '\n') return { cells, next: end + 1 };
    at = end;
  }
};

/**
 * RFC 4180 records with the line each starts on. Written here because the usual parsers either need Node's Buffer,
 * or take seconds for a month's file, or count the lines inside quotes wrongly. A line without a quote is just split.
 */
const records = (text: string, fileName: string): TableRow[] => {
  const rows: TableRow[] = [];
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const content = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
    const plain = !content.includes('"');
    const record = plain ? { cells: content.split(','), next: start + content.length + 1 } : quotedRecord(text, start);
    if (!record) throw new ImportFileError('broken_quotes', { file_name: fileName, line });
    rows.push({ line, cells: record.cells });
    line += plain ? 1 : text.slice(start, record.next - 1).split('\n').length;
    start = record.next;
  }
  return rows;
};

/** Rows of a CSV file, headers first; `line` is the file's own numbering. Throws `ImportFileError`. */
export const readCsv = (bytes: Uint8Array, fileName: string, maxRows: number): TableRow[] => {
  const rows = records(toText(bytes, fileName), fileName)
    .map(({ line, cells }) => ({ line, cells: cells.map(cleanText) }))
    .filter((row) => !isBlankRow(row.cells));
  if (rows.length > maxRows + 1) throw new ImportFileError('too_large', { file_name: fileName, limit: maxRows });
  return rows;
};
