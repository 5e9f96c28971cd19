import { fetchPdfFonts } from '../../components/pdfFonts.ts';
import type { ReportName } from '../../domain/reports/registry.ts';
import { createBuilder, type PageRead, type ReportFormat } from './reportBuilder.ts';

/** First what is to be built, then its pages, then the order to lay them out. */
export type WorkerRequest = { name: ReportName } | { page: ArrayBuffer } | { finish: ReportFormat };
/** Every page and the order are answered; while it lays out a PDF it says how far it is. */
export type WorkerAnswer = { read: PageRead } | { share: number } | { file: Uint8Array<ArrayBuffer> } | { failed: string };

let builder: ReturnType<typeof createBuilder> | undefined;

const post = (answer: WorkerAnswer, transfer: Transferable[] = []): void => self.postMessage(answer, { targetOrigin: '*', transfer });

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
  if ('name' in request) builder = createBuilder(request.name);
  else if (builder && 'page' in request) post({ read: builder.take(request.page) });
  else if (builder && 'finish' in request) {
    const file = new Uint8Array(await builder.finish(request.finish, fetchPdfFonts, steps()));
    post({ file }, [file.buffer]);
  }
};

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  work(data).catch((cause: unknown) => post({ failed: String(cause) }));
});
