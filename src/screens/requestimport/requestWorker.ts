import { ImportFileError } from '../../domain/imports/fileError.ts';
import { readTable } from '../../domain/imports/table.ts';
import { parseRequests, type RequestFile } from '../../domain/requestFile.ts';
import { garageWords } from '../../i18n/garage.ts';
import { fileMessage } from '../../i18n/imports.ts';

export type RequestAnswer = ({ ok: true; sha256: string } & RequestFile) | { ok: false; message: string };

/** What one call of `import_requests` takes. */
const LIMITS = { xlsxRows: 1000, csvRows: 1000, bytes: 5_000_000 };

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const answer = async (file: File): Promise<RequestAnswer> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readTable(bytes, file.name, LIMITS);
  return { ok: true, ...parseRequests(table, garageWords.request_import.columns), sha256: await sha256(bytes) };
};

const refusal = (cause: unknown): RequestAnswer => ({ ok: false, message: cause instanceof ImportFileError ? fileMessage(cause) : String(cause) });

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  answer(data).catch(refusal).then((message) => self.postMessage(message, { targetOrigin: '*' }));
});
