import type { PdfFonts } from '../../domain/reports/pdfDocument.ts';
import { type ReportName, reportOf } from '../../domain/reports/registry.ts';
import { createRowReader, type PageKey, type ReportPage } from '../../domain/reports/report.ts';
import { toPdf } from '../../domain/reports/pdf.ts';
import { toWorkbook } from '../../domain/reports/workbook.ts';

export type ReportFormat = 'xlsx' | 'pdf';
/** Rows so far, of how many, and where to read on; null at the end. */
export type PageRead = { rows: number; total: number; next: PageKey | null };

type Compare = (a: object, b: object) => number;

/** Puts the pages of a long report together and lays them out, as the function does with a short one. Runs in a worker. */
export const createBuilder = (name: ReportName) => {
  const report = reportOf(name);
  const read = createRowReader<object>();
  const rows: object[] = [];
  let answer: Partial<ReportPage> = {};
  let total = 0;

  /** `page`: the JSON of one answer, as bytes, so that the page's own thread never reads it. */
  const take = (page: ArrayBuffer): PageRead => {
    const { columns, rows: values, ...rest } = JSON.parse(new TextDecoder().decode(page)) as ReportPage;
    for (const row of read({ ...(columns ? { columns } : {}), ...(values ? { rows: values } : {}) })) rows.push(row);
    total = rest.row_count ?? total;
    answer = { ...rest, ...(columns ? { columns } : {}) };
    return { rows: rows.length, total, next: rest.next ?? null };
  };

  const finish = async (format: ReportFormat, fonts: () => Promise<PdfFonts>, tell: (share: number) => void): Promise<Uint8Array> => {
    if (format === 'pdf' && report.document) return report.document({ ...answer, rows } as never, await fonts());
    const sheets = report.sheets(answer as never, (report.paged ? rows.toSorted(report.paged.compare as Compare) : rows) as never[]);
    return format === 'pdf' ? toPdf(await fonts(), sheets, tell) : toWorkbook(...sheets);
  };
  return { take, finish };
};
