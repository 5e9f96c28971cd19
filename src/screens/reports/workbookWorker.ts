import type { HeadingFact } from '../../domain/reports/description.ts';
import { feeDetails, type FeeDetailRow } from '../../domain/reports/feeDetails.ts';
import { toWorkbook } from '../../domain/reports/workbook.ts';
import { inReportOrder } from './reportOrder.ts';

/** Rows as often as they come, then the heading once: that builds the file. */
export type WorkbookRequest = { rows: FeeDetailRow[] } | { heading: HeadingFact[]; issuedOn: string };
/** The .xlsx file. */
export type WorkbookAnswer = Uint8Array<ArrayBuffer>;

const rows: FeeDetailRow[] = [];

self.addEventListener('message', ({ data }: MessageEvent<WorkbookRequest>) => {
  if ('rows' in data) {
    for (const row of data.rows) rows.push(row);
    return;
  }
  const bytes = new Uint8Array(toWorkbook({ description: feeDetails, rows: rows.toSorted(inReportOrder), ...data }));
  self.postMessage(bytes, { targetOrigin: '*', transfer: [bytes.buffer] });
});
