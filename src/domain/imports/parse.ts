import type { ValidationCode } from '../codes.ts';
import { Refusal } from '../reader.ts';
import { ainasFile } from './ainas.ts';
import { debitAccountsFile } from './debitAccounts.ts';
import { ImportFileError } from './fileError.ts';
import { type Column, columnPlan, hasAllHeaders, type HeaderMapping } from './headers.ts';
import type { FileKind } from './kind.ts';
import { hotekishoFile, payeeKeikenkyoFile, payeeKikouFile } from './payees.ts';
import { requestersFile } from './requesters.ts';
import { sitesFile } from './sites.ts';
import type { Table, TableRow } from './table.ts';

/** Kinds of files that come as a table with headers (`debit-result` is a bank file of its own format). */
export const importFiles = {
  requesters: requestersFile,
  sites: sitesFile,
  'debit-accounts': debitAccountsFile,
  ainas: ainasFile,
  'payee-keikenkyo': payeeKeikenkyoFile,
  'payee-kikou': payeeKikouFile,
  hotekisho: hotekishoFile,
} as const;

export type ImportKind = keyof typeof importFiles;
export const importKinds = Object.keys(importFiles) as ImportKind[];

/** A good row: `line` in the file, and the columns SQL reads (snake_case, null when empty). */
export type ImportRow<K extends ImportKind = ImportKind> = { line: number } & ReturnType<
  (typeof importFiles)[K]['complete']
>;

/** A cell that was not taken; `column` is the header as the file has it, `value` is safe to show and log. */
export type Rejection = { line: number; column: string; value: string; code: ValidationCode };

export type ImportResult<Row> = { read: number; rows: Row[]; rejected: Rejection[] };

const MAX_SHOWN = 100;

/** The kind of file, or its form of totals when the file has the columns of that. */
const fileOf = (kind: ImportKind, headers: string[]): FileKind => {
  const file: FileKind = importFiles[kind];
  return file.totals !== undefined && !hasAllHeaders(file.fields, headers) && hasAllHeaders(file.totals.fields, headers) ? file.totals : file;
};

/** The columns of the file; a file of another kind is told as such, because the wrong kind was chosen most likely. */
const columnsOf = (kind: ImportKind, file: FileKind, headers: string[], mapping: HeaderMapping): Column[] => {
  try {
    return columnPlan(file.fields, headers, file === importFiles[kind] ? mapping : {});
  } catch (error) {
    if (!(error instanceof ImportFileError) || error.code !== 'missing_columns') throw error;
    const other = importKinds.find((k) => hasAllHeaders(importFiles[k].fields, headers));
    throw new ImportFileError(error.code, { ...error.details, ...(other ? { looks_like: other } : {}) });
  }
};

const readRow = (file: FileKind, columns: Column[], width: number, row: TableRow) => {
  const values: Record<string, unknown> = {};
  const rejected: Rejection[] = [];
  const mask = file.mask ?? ((_field: string, value: string) => value);
  const reject = (field: string, column: string, value: string, code: ValidationCode) =>
    rejected.push({ line: row.line, column, value: mask(field, value).slice(0, MAX_SHOWN), code });
  const surplus = row.cells.slice(width).find((cell) => cell !== '');
  if (surplus !== undefined) reject('', '', surplus, 'too_many_columns');
  for (const { field, header, index } of columns) {
    const text = row.cells[index] ?? '';
    const value = file.fields[field]?.read(text);
    if (value instanceof Refusal) reject(field, header, text, value.code);
    else values[field] = value;
  }
  return { values, rejected };
};

/**
 * Reads the rows of a table as one kind of file. Every bad cell is reported; a row with one is not among `rows`.
 * Throws `ImportFileError` when the headers are not those of the kind.
 */
export const parseImport = <K extends ImportKind>(
  kind: K,
  table: Table,
  mapping: HeaderMapping = {},
): ImportResult<ImportRow<K>> => {
  const file = fileOf(kind, table.headers);
  const columns = columnsOf(kind, file, table.headers, mapping);
  const rows: ImportRow<K>[] = [];
  const rejected: Rejection[] = [];
  for (const row of table.rows) {
    const result = readRow(file, columns, table.headers.length, row);
    rejected.push(...result.rejected);
    // `complete` of this kind made exactly this row; the lookup by kind loses that link for the compiler.
    if (result.rejected.length === 0) rows.push({ line: row.line, ...file.complete(result.values) } as ImportRow<K>);
  }
  return { read: table.rows.length, rows, rejected };
};
