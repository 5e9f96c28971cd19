import { z } from 'zod';
import { isDate } from '../../../src/domain/calendar.ts';
import { columnNames } from '../../../src/domain/imports/columnNames.ts';
import { ImportFileError } from '../../../src/domain/imports/fileError.ts';
import type { HeaderMapping } from '../../../src/domain/imports/headers.ts';
import { type ImportKind, importKinds, parseImport } from '../../../src/domain/imports/parse.ts';
import { readTable } from '../../../src/domain/imports/table.ts';
import { BankFileError, readResultFile, resultColumns } from '../../../src/domain/zengin.ts';
import { fileMessage, rowMessage } from '../../../src/i18n/imports.ts';
import { Failure } from '../_shared/failure.ts';
import { createHandler } from '../_shared/handler.ts';

const schema = z.object({
  kind: z.enum([...importKinds, 'debit-result']),
  file: z.instanceof(File),
  preview: z.enum(['true', 'false']).default('false'),
  /** Of a `debit-result`: the debit day it is brought for; another day's file is refused. */
  debit_on: z.string().refine(isDate, 'YYYY-MM-DD').optional(),
});

/** A cell that was refused or is worth a look; `import_rows` says which, the catalogue says why. */
type Cell = { line: number; column: string; value: string | null; code: string };
type Answer = { read: number; inserted: number; updated: number; unchanged: number; rejected: Cell[]; warnings: Cell[] };

const withMessage = (cell: Cell) => ({ ...cell, message: rowMessage(cell.code) });

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The wrong file is the caller's mistake and gets one sentence; anything else is ours. */
const asFailure = (cause: unknown): unknown => {
  if (!(cause instanceof ImportFileError)) return cause;
  const failure = new Failure(cause.code === 'too_large' ? 413 : 400, cause.code, cause.details);
  failure.message = fileMessage(cause);
  return failure;
};

/** What `import_rows` takes of a file: its good rows, what was refused while reading, and the headers people know. */
type Parsed = { p_rows: object[]; p_read: number; p_rejected: object[]; p_headers: Record<string, string> };

const readTableFile = async (kind: ImportKind, bytes: Uint8Array, fileName: string, mapping: HeaderMapping): Promise<Parsed> => {
  const { rows, read, rejected } = parseImport(kind, await readTable(bytes, fileName), mapping);
  return { p_rows: rows, p_read: read, p_rejected: rejected, p_headers: columnNames(kind, mapping) };
};

/** A bank's file has no headers; the day it is expected for travels with its own. */
const readBankFile = (bytes: Uint8Array, fileName: string, expectedOn: string | undefined): Parsed => {
  try {
    const rows = readResultFile(bytes);
    return {
      p_rows: rows.map((row) => (row.record === 'header' && expectedOn !== undefined ? { ...row, expected_on: expectedOn } : row)),
      p_read: rows.filter(({ record }) => record === 'data').length, p_rejected: [], p_headers: { ...resultColumns },
    };
  } catch (cause) {
    throw cause instanceof BankFileError ? new ImportFileError('not_bank_file', { file_name: fileName, line: cause.line }) : cause;
  }
};

/** The sentence of a file that was refused as a whole ends with the reason of its first line. */
const withReason = (cause: unknown): unknown => {
  if (!(cause instanceof Failure) || !['debit_result_refused', 'wrong_month_refused'].includes(cause.code)) return cause;
  const first: unknown = typeof cause.details === 'object' && cause.details !== null ? Reflect.get(cause.details, 'code') : undefined;
  cause.message = `${cause.message}${rowMessage(String(first))}`;
  return cause;
};

/**
 * `import-file`: multipart `kind`, `file` and `preview` → `{ read, inserted, updated, unchanged, rejected, warnings }`. The shape of
 * each cell is judged here, everything else by `import_rows` as the caller; a preview is the same run, rolled back.
 */
export const importFile = createHandler({
  schema,
  run: async ({ body: { kind, file, preview, debit_on: expectedOn }, api }) => {
    const mapping = await api.rpc<HeaderMapping>('import_headers', { p_kind: kind });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = kind === 'debit-result' ? Promise.resolve().then(() => readBankFile(bytes, file.name, expectedOn)) : readTableFile(kind, bytes, file.name, mapping);
    const parsed = await reading.catch((cause: unknown) => Promise.reject(asFailure(cause)));
    const answer = await api.rpc<Answer>('import_rows', {
      p_kind: kind, p_file_name: file.name, p_preview: preview === 'true', p_sha256: await sha256(bytes), ...parsed,
    }).catch((cause: unknown) => Promise.reject(withReason(cause)));
    return { ...answer, rejected: answer.rejected.map(withMessage), warnings: answer.warnings.map(withMessage) };
  },
});
