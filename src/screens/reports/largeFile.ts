import { addDays, daysBetween } from '../../domain/calendar.ts';
import type { ReportPeriod } from '../../domain/reportPeriod.ts';
import type { HeadingFact } from '../../domain/reports/description.ts';
import type { FeeDetailRow } from '../../domain/reports/feeDetails.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { AppError } from '../../providers/errors.ts';
import type { WorkbookAnswer, WorkbookRequest } from './workbookWorker.ts';

/** Excel of more rows would need more memory than an office machine gives a page. */
export const MAX_ROWS = 100_000;
/** Rows that one answer should hold: some 100 ms of database and less than a screen's pause of parsing. */
const ROWS_A_PIECE = 4_000;
const MAX_DAYS = 62;

export type Slice<Row> = { issued_on: string; requester: { name: string } | null; branch: { name: string } | null; rows: Row[] };
export type Fetcher<Row> = (from: string, to: string) => Promise<Slice<Row>>;
/** `days` of `total` days are read, with `rows` so far. */
export type FetchProgress = { days: number; total: number; rows: number };

/** Days of the next slice, so that it holds about `ROWS_A_PIECE` rows. */
export const nextSpan = (span: number, rows: number): number =>
  Math.min(MAX_DAYS, Math.max(1, rows === 0 ? span * 4 : Math.floor((span * ROWS_A_PIECE) / rows)));

type Step<Row> = { from: string; span: number; rows: number; last: Slice<Row> | undefined };

/**
 * Reads a period slice after slice, oldest first, and hands each to `take`. The answer is the last slice (its heading is every
 * slice's). @throws AppError `too_many_rows` above `MAX_ROWS`, and what `signal` was aborted with
 */
export const fetchSlices = async <Row>(
  period: ReportPeriod, fetcher: Fetcher<Row>, take: (rows: Row[]) => void, tell: (progress: FetchProgress) => void, signal: AbortSignal,
  at: Step<Row> = { from: period.from, span: 3, rows: 0, last: undefined },
): Promise<Slice<Row>> => {
  signal.throwIfAborted();
  const total = daysBetween(period.from, period.to) + 1;
  tell({ days: daysBetween(period.from, at.from), total, rows: at.rows });
  if (at.from > period.to && at.last !== undefined) return at.last;
  const to = [addDays(at.from, at.span - 1), period.to].toSorted()[0] ?? period.to;
  const slice = await fetcher(at.from, to);
  const rows = at.rows + slice.rows.length;
  if (rows > MAX_ROWS) throw new AppError({ code: 'too_many_rows', details: { limit: MAX_ROWS }, status: 413 });
  take(slice.rows);
  return fetchSlices(period, fetcher, take, tell, signal, { from: addDays(to, 1), span: nextSpan(at.span, slice.rows.length), rows, last: slice });
};

/** The heading that the function prints as well: whose cases, and which days. */
export const headingOf = ({ requester, branch }: Slice<unknown>, { from, to }: ReportPeriod): HeadingFact[] => [
  ...(branch ? [{ label: t('resources.requesters.fields.branch.name'), value: branch.name }] : []),
  ...(requester ? [{ label: t('resources.requesters.fields.name'), value: requester.name }] : []),
  { label: t('reports.period_of'), value: `${formatDate(from)}～${formatDate(to)}` },
];

/** Lays the rows out off the main thread. The worker takes them piece after piece, so that none is copied twice. */
export const openWorkbook = (signal: AbortSignal) => {
  const worker = new Worker(new URL('./workbookWorker.ts', import.meta.url), { type: 'module' });
  const post = (request: WorkbookRequest): void => worker.postMessage(request, { transfer: [] });
  signal.addEventListener('abort', () => worker.terminate());
  return {
    add: (rows: FeeDetailRow[]) => post({ rows }),
    close: () => worker.terminate(),
    finish: (heading: HeadingFact[], issuedOn: string): Promise<Blob> =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        worker.addEventListener('message', ({ data }: MessageEvent<WorkbookAnswer>) => resolve(new Blob([data])));
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        post({ heading, issuedOn });
      }),
  };
};
