import { askWorker } from '../../components/askWorker.ts';
import type { HeaderMapping } from '../../domain/imports/headers.ts';
import { rowMessage } from '../../i18n/imports.ts';
import { t } from '../../i18n/translate.ts';
import type { Actions, ImportResult } from '../../providers/actions.ts';
import type { ParseAnswer, ParseRequest } from './parseWorker.ts';

export type Progress = { label?: string; done?: number; total?: number };

/** Rows a call: what add_import_rows takes. */
const PIECE = 1000;

type Parsed = Extract<ParseAnswer, { ok: true }>;

/** Reads and judges the cells off the main thread, so that the page stays usable. */
const parse = (request: ParseRequest): Promise<Parsed> =>
  askWorker<Parsed>(new Worker(new URL('./parseWorker.ts', import.meta.url), { type: 'module' }), request);

type Answer = Omit<ImportResult, 'rejected' | 'warnings'> & { rejected: Omit<ImportResult['rejected'][number], 'message'>[]; warnings: Omit<ImportResult['warnings'][number], 'message'>[] };

/** Sends the rows piece after piece: each waits for the one before, so that progress is honest and the server never floods. */
const send = async (actions: Actions, id: number, rows: Parsed['rows'], tell: (progress: Progress) => void, from = 0): Promise<void> => {
  tell({ label: t('intake.staging'), done: from, total: rows.length });
  if (from >= rows.length) return undefined;
  await actions.rpc('add_import_rows', { p_import_id: id, p_rows: rows.slice(from, from + PIECE) });
  return send(actions, id, rows, tell, from + PIECE);
};

const worded = <T extends { code: string }>(cells: T[]) => cells.map((cell) => ({ ...cell, message: rowMessage(cell.code) }));

/** A file too large for one call of `import-file`: parsed in a worker, staged 1,000 rows a call, run in one transaction. */
export const stageLargeFile = async (actions: Actions, kind: string, file: File, preview: boolean, tell: (progress: Progress) => void): Promise<ImportResult> => {
  tell({ label: t('intake.reading') });
  const mapping = await actions.read<HeaderMapping>('import_headers', { p_kind: kind });
  const parsed = await parse({ kind, file, mapping });
  const id = await actions.rpc<number>('stage_import', { p_kind: kind, p_file_name: file.name, p_sha256: parsed.sha256 });
  await send(actions, id, parsed.rows, tell);
  tell({ label: preview ? t('intake.checking') : t('intake.running') });
  const answer = await actions.rpc<Answer>('commit_import', {
    p_import_id: id, p_preview: preview, p_read: parsed.read, p_rejected: parsed.rejected, p_headers: parsed.headers,
  });
  return { ...answer, rejected: worded(answer.rejected), warnings: worded(answer.warnings) };
};
