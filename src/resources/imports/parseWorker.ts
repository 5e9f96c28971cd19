import { columnNames } from '../../domain/imports/columnNames.ts';
import { ImportFileError } from '../../domain/imports/fileError.ts';
import type { HeaderMapping } from '../../domain/imports/headers.ts';
import { workerLimits } from '../../domain/imports/limits.ts';
import { importKinds, parseImport, type Rejection } from '../../domain/imports/parse.ts';
import { readTable } from '../../domain/imports/table.ts';
import { fileMessage } from '../../i18n/imports.ts';

export type ParseRequest = { kind: string; file: File; mapping: HeaderMapping };
export type ParseAnswer =
  | { ok: true; read: number; rows: { line: number }[]; rejected: Rejection[]; headers: Record<string, string>; sha256: string }
  | { ok: false; message: string };

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const answer = async ({ kind: name, file, mapping }: ParseRequest): Promise<ParseAnswer> => {
  const kind = importKinds.find((each) => each === name);
  if (kind === undefined) return { ok: false, message: name };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readTable(bytes, file.name, workerLimits);
  return { ok: true, ...parseImport(kind, table, mapping), headers: columnNames(kind, mapping), sha256: await sha256(bytes) };
};

const refusal = (cause: unknown): ParseAnswer => ({ ok: false, message: cause instanceof ImportFileError ? fileMessage(cause) : String(cause) });

const tell = (message: ParseAnswer): void => self.postMessage(message, { targetOrigin: '*' });

self.addEventListener('message', ({ data }: MessageEvent<ParseRequest>) => {
  answer(data).catch(refusal).then(tell);
});
