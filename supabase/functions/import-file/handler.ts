import { z } from 'zod';
import { columnNames } from '../../../src/domain/imports/columnNames.ts';
import { ImportFileError } from '../../../src/domain/imports/fileError.ts';
import type { HeaderMapping } from '../../../src/domain/imports/headers.ts';
import { importKinds, parseImport } from '../../../src/domain/imports/parse.ts';
import { readTable } from '../../../src/domain/imports/table.ts';
import { fileMessage, rowMessage } from '../../../src/i18n/imports.ts';
import { Failure } from '../_shared/failure.ts';
import { createHandler } from '../_shared/handler.ts';

const schema = z.object({
  kind: z.enum(importKinds),
  file: z.instanceof(File),
  preview: z.enum(['true', 'false']).default('false'),
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

/**
 * `import-file`: multipart `kind`, `file` and `preview` → `{ read, inserted, updated, unchanged, rejected, warnings }`. The shape of
 * each cell is judged here, everything else by `import_rows` as the caller; a preview is the same run, rolled back.
 */
export const importFile = createHandler({
  schema,
  run: async ({ body: { kind, file, preview }, api }) => {
    const mapping = await api.rpc<HeaderMapping>('import_headers', { p_kind: kind });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const parsed = await readTable(bytes, file.name)
      .then((table) => parseImport(kind, table, mapping))
      .catch((cause: unknown) => Promise.reject(asFailure(cause)));
    const answer = await api.rpc<Answer>('import_rows', {
      p_kind: kind,
      p_file_name: file.name,
      p_rows: parsed.rows,
      p_preview: preview === 'true',
      p_read: parsed.read,
      p_rejected: parsed.rejected,
      p_headers: columnNames(kind, mapping),
      p_sha256: await sha256(bytes),
    });
    return { ...answer, rejected: answer.rejected.map(withMessage), warnings: answer.warnings.map(withMessage) };
  },
});
