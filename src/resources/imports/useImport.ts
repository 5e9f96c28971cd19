import { useState } from 'react';
import { functionLimits } from '../../domain/imports/limits.ts';
import { t } from '../../i18n/translate.ts';
import type { Actions, ImportResult } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { stageLargeFile, type Progress } from './stageLargeFile.ts';

type Step = 'idle' | 'busy' | 'previewed' | 'done';

/** Through the function where its limits allow, else read in a worker and sent in pieces. */
const bring = async (actions: Actions, kind: string, file: File, preview: boolean, tell: (progress: Progress) => void): Promise<ImportResult> => {
  if (file.size > functionLimits.bytes) return stageLargeFile(actions, kind, file, preview, tell);
  try {
    return await actions.importFile(kind, file, preview);
  } catch (cause) {
    // Only reading tells how many rows a file has.
    if (toAppError(cause).code === 'too_large') return stageLargeFile(actions, kind, file, preview, tell);
    throw cause;
  }
};

/** Runs a preview or an import and holds where it stands. */
export const useImport = (onDone: () => void) => {
  const actions = useActions();
  const [step, setStep] = useState<Step>('idle');
  const [progress, setProgress] = useState<Progress>({});
  const [result, setResult] = useState<ImportResult | null>(null);
  const [error, setError] = useState<string | null>(null);

  const run = async (kind: string, file: File, preview: boolean): Promise<void> => {
    setStep('busy');
    setError(null);
    setProgress({ label: preview ? t('intake.checking') : t('intake.running') });
    try {
      setResult(await bring(actions, kind, file, preview, setProgress));
      setStep(preview ? 'previewed' : 'done');
      if (!preview) onDone();
    } catch (cause) {
      setError(toAppError(cause).message);
      setStep(result === null ? 'idle' : 'previewed');
    }
  };
  const reset = (): void => {
    setStep('idle');
    setResult(null);
    setError(null);
  };
  return { step, progress, result, error, run, reset };
};
