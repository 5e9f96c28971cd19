import type { PdfFonts } from '../../domain/reports/pdfDocument.ts';
import { toPdf } from '../../domain/reports/pdf.ts';
import { type ReportName, reportOf } from '../../domain/reports/registry.ts';
import { createRowReader, type PageKey, type ReportPage } from '../../domain/reports/report.ts';
import { writeWorkbook } from '../../domain/reports/workbook.ts';
import { createDocumentBundle } from './documentBundle.ts';
import { createFileInPieces } from './fileInPieces.ts';

export type ReportFormat = 'xlsx' | 'pdf';
/** Rows so far, of how many, and where to read on; null at the end. */
export type PageRead = { rows: number; total: number; next: PageKey | null };
/** The file and what it became: several PDFs are a ZIP. */
export type Built = { file: Blob; type: ReportFormat | 'zip' };

type Compare = (a: object, b: object) => number;

/** Puts the pages of a long report together and lays them out, as the function does with a short one. Runs in a worker. */
export const createBuilder = (name: ReportName, format: ReportFormat, fetchFonts: () => Promise<PdfFonts>) => {
  const report = reportOf(name);
  const read = createRowReader<object>();
  const rows: object[] = [];
  let answer: Partial<ReportPage> = {};
  let total = 0;
  let count = 0;
  let fetched: Promise<PdfFonts> | undefined;
  const fonts = (): Promise<PdfFonts> => {
    fetched ??= fetchFonts();
    return fetched;
  };
  const bundle = format === 'pdf' && report.document ? createDocumentBundle(report, fonts) : undefined;

  /** `page`: the JSON of one answer, as bytes, so that the page's own thread never reads it. */
  const take = async (page: ArrayBuffer): Promise<PageRead> => {
    const { columns, rows: values, ...rest } = JSON.parse(new TextDecoder().decode(page)) as ReportPage;
    const more = read({ ...(columns ? { columns } : {}), ...(values ? { rows: values } : {}) });
    total = rest.row_count ?? total;
    count += more.length;
    answer = { ...rest, ...(columns ? { columns } : {}) };
    if (bundle) await bundle.add(answer, more);
    else for (const row of more) rows.push(row);
    return { rows: count, total, next: rest.next ?? null };
  };

  const finish = async (tell: (share: number) => void): Promise<Built> => {
    if (bundle) return bundle.finish(answer);
    const compare = report.paged?.compare as Compare | undefined;
    const sheets = report.sheets(answer as never, (compare ? rows.toSorted(compare) : rows) as never[]);
    if (format === 'pdf') return { file: new Blob([new Uint8Array(await toPdf(await fonts(), sheets, tell))]), type: format };
    const output = createFileInPieces();
    writeWorkbook(output.write, ...sheets);
    return { file: output.whole(), type: format };
  };
  return { take, finish };
};
