import { type ReportName, reportOf } from '../../domain/reports/registry.ts';
import type { PageKey, ReportQuery } from '../../domain/reports/report.ts';
import type { Built, ReportFormat } from './reportBuilder.ts';
import type { WorkerAnswer, WorkerRequest } from './reportWorker.ts';

/** More rows need more memory than an office machine gives a page; nobody prints that many either. */
export const LIMITS: Record<ReportFormat, number> = { xlsx: 300_000, pdf: 50_000 };

export type LongReport = { name: ReportName; format: ReportFormat; query: Omit<ReportQuery, 'maxRows'> };
/** What a builder is asked and answers: the worker, or a test in its place. */
export type Builder = { ask: (request: WorkerRequest, transfer?: Transferable[]) => Promise<WorkerAnswer>; tell: (request: WorkerRequest) => void; close: () => void };
/** `share` of the reading or of the layout, 0 to 1, when it is known. */
export type LongProgress = { step: 'reading' | 'building'; rows: number; share?: number };

/** The worker, one question at a time; `onShare` hears how far the layout is. Cancelling ends it at once. */
export const openWorker = (signal: AbortSignal, onShare: (share: number) => void): Builder => {
  const worker = new Worker(new URL('./reportWorker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  const ask: Builder['ask'] = (request, transfer = []) => new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    const listen = ({ data }: MessageEvent<WorkerAnswer>): void => {
      if ('share' in data) {
        onShare(data.share);
        return;
      }
      worker.removeEventListener('message', listen);
      if ('failed' in data) reject(new Error(data.failed));
      else resolve(data);
    };
    worker.addEventListener('message', listen);
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    worker.postMessage(request, { transfer });
  });
  return { ask, tell: (request) => worker.postMessage(request, { transfer: [] }), close: () => worker.terminate() };
};

/**
 * Reads a long report page after page and has it laid out off the main thread: this one only hands bytes on.
 * @param read the answer of an RPC as it came
 * @throws AppError `too_many_rows` above `LIMITS`, and what `signal` was aborted with
 */
export const buildLong = async (
  { name, format, query }: LongReport, builder: Builder, read: (rpc: string, args: Record<string, unknown>) => Promise<ArrayBuffer>,
  tell: (progress: LongProgress) => void, signal: AbortSignal,
): Promise<Built> => {
  const report = reportOf(name);
  const full: ReportQuery = { ...query, maxRows: LIMITS[format] };
  builder.tell({ name, format });
  const readOn = async (after: PageKey | null): Promise<number> => {
    signal.throwIfAborted();
    const page = await read(report.rpc, { ...report.args(full), ...(report.paged ? { p_page_size: report.paged.rows, p_after: after } : {}) });
    signal.throwIfAborted();
    const answer = await builder.ask({ page }, [page]);
    if (!('read' in answer)) throw new Error('A page was not answered');
    const { rows, total, next } = answer.read;
    tell({ step: 'reading', rows, ...(total > 0 ? { share: rows / total } : {}) });
    return next === null ? rows : readOn(next);
  };
  tell({ step: 'reading', rows: 0 });
  const rows = await readOn(null);
  tell({ step: 'building', rows });
  const answer = await builder.ask({ finish: true });
  if (!('built' in answer)) throw new Error('The file was not answered');
  return answer.built;
};
