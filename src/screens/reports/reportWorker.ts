import { fetchPdfFonts } from '../../components/pdfFonts.ts';
import type { ReportName } from '../../domain/reports/registry.ts';
import { createBuilder, type Built, type PageRead, type ReportFormat } from './reportBuilder.ts';

/** First what is to be built, then its pages, then the order to finish. */
export type WorkerRequest = { name: ReportName; format: ReportFormat } | { page: ArrayBuffer } | { finish: true };
/** Every page and the order are answered; while it lays out a PDF it says how far it is. A Blob is handed over, not copied. */
export type WorkerAnswer = { read: PageRead } | { share: number } | { built: Built } | { failed: string };

let builder: ReturnType<typeof createBuilder> | undefined;

const post = (answer: WorkerAnswer): void => self.postMessage(answer, { targetOrigin: '*' });

const STEP = 0.05;
const steps = (): ((share: number) => void) => {
  let told = 0;
  return (share) => {
    if (share < told + STEP) return;
    told = share;
    post({ share });
  };
};

const work = async (request: WorkerRequest): Promise<void> => {
  if ('name' in request) builder = createBuilder(request.name, request.format, fetchPdfFonts);
  else if (builder && 'page' in request) post({ read: await builder.take(request.page) });
  else if (builder && 'finish' in request) post({ built: await builder.finish(steps()) });
};

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  work(data).catch((cause: unknown) => post({ failed: String(cause) }));
});
