import { useState } from 'react';
import { askWorker } from '../../components/askWorker.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { garageWords } from '../../i18n/garage.ts';
import { rowMessage } from '../../i18n/imports.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { ImportRejection, ImportResult } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { RequestAnswer } from './requestWorker.ts';

type Parsed = Extract<RequestAnswer, { ok: true }>;
type Cell = { line: number; field?: string; code: string };
type Answer = { inserted: number; unchanged: number; rejected: Cell[]; warnings: Cell[]; imported_at?: string };
type Step = 'idle' | 'busy' | 'previewed' | 'done';

/** Reads and judges the cells off the main thread, so that the page stays usable. */
const parse = (file: File): Promise<Parsed> =>
  askWorker<Parsed>(new Worker(new URL('./requestWorker.ts', import.meta.url), { type: 'module' }), file);

const columns: Readonly<Record<string, string>> = garageWords.request_import.columns;
const worded = ({ line, field = '', code }: Cell): ImportRejection => {
  const key = `errors.${code}`;
  const cell = rowMessage(code);
  return { line, column: columns[field] ?? '', value: '', code, message: cell === rowMessage('') && hasMessage(key) ? translate(key) : cell };
};

/** Preview and import of a file of 依頼データ: the cells are judged here, everything else by the database. */
export const useRequestImport = () => {
  const actions = useActions();
  const [step, setStep] = useState<Step>('idle');
  const [result, setResult] = useState<ImportResult | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const run = async (file: File, preview: boolean): Promise<void> => {
    setStep('busy');
    setError(null);
    try {
      const parsed = await parse(file);
      const answer = await actions.rpc<Answer>('import_requests', { p_file_name: file.name, p_sha256: parsed.sha256, p_rows: parsed.rows, p_preview: preview });
      const rejected = [...parsed.rejected.map((cell) => ({ ...cell, message: rowMessage(cell.code) })), ...answer.rejected.map(worded)];
      setResult({ read: parsed.read, inserted: answer.inserted, updated: 0, unchanged: answer.unchanged, rejected, warnings: answer.warnings.map(worded) });
      setNote(answer.imported_at === undefined ? null : t('request_import.again', { at: formatDateTime(answer.imported_at) }));
      setStep(preview ? 'previewed' : 'done');
    } catch (cause) {
      setError(cause instanceof Error && cause.constructor === Error ? cause.message : toAppError(cause).message);
      setStep('idle');
    }
  };
  const reset = (): void => {
    setStep('idle');
    setResult(null);
    setNote(null);
    setError(null);
  };
  return { step, result, note, error, run, reset };
};
