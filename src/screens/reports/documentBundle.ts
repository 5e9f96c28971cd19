import type { PdfFonts } from '../../domain/reports/pdfDocument.ts';
import type { AnyReport } from '../../domain/reports/report.ts';
import { createZip } from '../../domain/reports/zipFile.ts';
import { createFileInPieces } from './fileInPieces.ts';

/** Documents of a file: pdfmake holds every page of it until the last is laid out (300 MB). */
const DOCUMENTS_A_FILE = 500;
type Print = (answer: object, fonts: PdfFonts) => Promise<Uint8Array>;

/** A PDF, or a ZIP of several. */
export type Bundle = { file: Blob; type: 'pdf' | 'zip' };

/**
 * Documents in as many PDFs as their report wants (引落予定明細: one a branch, at most `DOCUMENTS_A_FILE` in one), printed while the rows come:
 * at no time more than one of them is held. One alone is a PDF, several are a ZIP.
 */
export const createDocumentBundle = ({ file, document }: AnyReport, fonts: () => Promise<PdfFonts>) => {
  if (document === undefined) throw new Error(`${file} has no documents`);
  const print = document.print as unknown as Print;
  const fileOf = document.fileOf as (row: object) => string;
  const output = createFileInPieces();
  const zip = createZip(output.write);
  const used = new Map<string, number>();
  let rows: object[] = [];
  let name = '';
  /** Held back until another follows. */
  let only: { path: string; bytes: Uint8Array } | undefined;

  const flush = async (answer: object): Promise<void> => {
    const bytes = await print({ ...answer, rows }, await fonts());
    const count = (used.get(name) ?? 0) + 1;
    if (only) zip.add(only.path, [only.bytes], 1);
    only = { path: `${file}_${name}${count === 1 ? '' : `_${count}`}.pdf`, bytes };
    used.set(name, count);
    rows = [];
  };
  const add = async (answer: object, more: readonly object[]): Promise<void> => {
    for (const row of more) {
      if (rows.length > 0 && (rows.length === DOCUMENTS_A_FILE || fileOf(row) !== name)) await flush(answer);
      name = fileOf(row);
      rows.push(row);
    }
  };
  const finish = async (answer: object): Promise<Bundle> => {
    if (rows.length > 0 || only === undefined) await flush(answer);
    const files = Array.from(used.values()).reduce((sum, count) => sum + count, 0);
    if (!only) throw new Error('Nothing was printed');
    if (files === 1) return { file: new Blob([new Uint8Array(only.bytes)]), type: 'pdf' };
    zip.add(only.path, [only.bytes], 1);
    zip.end();
    return { file: output.whole(), type: 'zip' };
  };
  return { add, finish };
};
