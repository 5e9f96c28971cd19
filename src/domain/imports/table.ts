import { ImportFileError } from './fileError.ts';
import { functionLimits, type ImportLimits } from './limits.ts';

/** A data row: `line` is the line in the file where it starts (the headers stand on line 1). */
export type TableRow = { line: number; cells: string[] };

/** A file as text: headers and rows, cells trimmed, empty rows left out. */
export type Table = { headers: string[]; rows: TableRow[] };

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
/** .xls and password-protected .xlsx are OLE containers. */
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a CSV (CP932 or UTF-8) or .xlsx file. The content decides the format, never the name.
 * Throws `ImportFileError`; nothing else for any input.
 */
export const readTable = async (
  bytes: Uint8Array,
  fileName: string,
  limits: ImportLimits = functionLimits,
): Promise<Table> => {
  const details = { file_name: fileName };
  if (bytes.length === 0) throw new ImportFileError('empty_file', details);
  if (bytes.length > limits.bytes) throw new ImportFileError('too_large', { ...details, limit_bytes: limits.bytes });
  if (isOle(bytes) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new ImportFileError('unsupported_file', details);
  // Loaded when used: each parser is a chunk of its own in the browser.
  const rows = isZip(bytes)
    ? (await import('./xlsx.ts')).readXlsx(bytes, fileName, limits.xlsxRows)
    : (await import('./csv.ts')).readCsv(bytes, fileName, limits.csvRows);
  const [head, ...data] = rows;
  if (!head) throw new ImportFileError('empty_file', details);
  if (data.length === 0) throw new ImportFileError('empty_file', { ...details, found: head.cells.slice(0, 40) });
  return { headers: head.cells, rows: data };
};
