import { formatDateTime } from '../dateText.ts';
import { ainasFile } from './ainas.ts';
import type { HeaderMapping } from './headers.ts';
import type { Field } from './kind.ts';

/** A row of rpc `export_ainas`: fields of the AINAS file; what is not known yet is null or left out. */
export type AinasOutRow = Record<string, string | number | boolean | null>;

const KINDS: Record<string, string> = { registered: '継続検査', kei: '(軽)継続検査' };
const TYPES: Record<string, string> = { initial: '初回', refiled: '再申請' };

const cellOf = (field: string, value: AinasOutRow[string] | undefined): string => {
  if (value === null || value === undefined) return '';
  if (field === 'vehicle_kind') return KINDS[String(value)] ?? '';
  if (field === 'application_type') return TYPES[String(value)] ?? '';
  if (typeof value === 'boolean') return value ? '有' : '';
  return field.endsWith('_at') ? formatDateTime(String(value)) : String(value);
};

/** Headings and rows in AINAS's columns: those that every file of the import has, under the names that the office's setting gives them (`''`: not in the file). */
export const ainasCells = (rows: AinasOutRow[], mapping: HeaderMapping = {}): string[][] => {
  const columns = Object.entries<Field<unknown>>(ainasFile.fields).filter(([, one]) => one.extra !== true).map(([field, { header }]) => ({ field, header: mapping[field] ?? header })).filter(({ header }) => header !== '');
  return [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ field }) => cellOf(field, row[field])))];
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A CSV as the office's programs write it: CRLF after every line. */
export const toCsv = (cells: string[][]): string => cells.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
