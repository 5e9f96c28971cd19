import { read, SSF, type CellObject, type WorkBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { cleanText, isBlankRow } from './cleanText.ts';
import { ImportFileError } from './fileError.ts';
import type { TableRow } from './table.ts';

const pad = (n: number): string => String(n).padStart(2, '0');

/** A date cell holds a serial number of days; written as the CSV files write it. */
const dateText = (serial: number): string => {
  const at = SSF.parse_date_code(serial);
  const day = `${at.y}/${pad(at.m)}/${pad(at.d)}`;
  const time = `${pad(at.H)}:${pad(at.M)}${at.S > 0 ? `:${pad(Math.floor(at.S))}` : ''}`;
  return serial % 1 === 0 ? day : `${day} ${time}`;
};

/** Numbers keep leading zeros that their format shows ('001'); one too long for a number shows that digits were lost. */
const numberText = (value: number, format: string): string => {
  if (SSF.is_date(format)) return dateText(value);
  if (/^0{2,}$/.test(format)) return SSF.format(format, value);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
};

const cellText = (cell: CellObject | undefined): string => {
  // A broken formula must not pass as an empty cell.
  if (cell?.t === 'e') return '#ERROR';
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (typeof cell.v === 'number') return numberText(cell.v, String(cell.z ?? 'General'));
  return cleanText(String(cell.v));
};

/** What the file unpacks to, by its own directory: a few kilobytes can hold gigabytes. */
const unpackedSize = (bytes: Uint8Array): number => {
  let size = 0;
  unzipSync(bytes, {
    filter: (entry) => {
      size += entry.originalSize;
      return false;
    },
  });
  return size;
};

const MAX_UNPACKED = 300_000_000;

const open = (bytes: Uint8Array, fileName: string, maxRows: number): WorkBook => {
  try {
    if (unpackedSize(bytes) > MAX_UNPACKED) throw new ImportFileError('too_large', { file_name: fileName, limit_bytes: MAX_UNPACKED });
    return read(bytes, { dense: true, cellDates: false, cellNF: true, cellText: false, cellHTML: false, sheetRows: maxRows * 2 + 2 });
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    throw new ImportFileError('broken_workbook', { file_name: fileName });
  }
};

/** Rows of the first sheet that has any, headers first; `line` is the row number in Excel. Throws `ImportFileError`. */
export const readXlsx = (bytes: Uint8Array, fileName: string, maxRows: number): TableRow[] => {
  const book = open(bytes, fileName, maxRows);
  for (const name of book.SheetNames) {
    const grid: (CellObject | undefined)[][] = book.Sheets[name]?.['!data'] ?? [];
    const rows: TableRow[] = [];
    // A dense sheet has holes where rows are empty, which `map` would skip.
    for (let index = 0; index < grid.length; index++) {
      const cells = Array.from(grid[index] ?? [], cellText);
      if (!isBlankRow(cells)) rows.push({ line: index + 1, cells });
    }
    if (rows.length > maxRows + 1) throw new ImportFileError('too_large', { file_name: fileName, limit: maxRows });
    if (rows.length > 0) return rows;
  }
  return [];
};
