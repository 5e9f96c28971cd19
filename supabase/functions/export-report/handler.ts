import { z } from 'zod';
import { periodName } from '../../../src/domain/reportPeriod.ts';
import { toPdf } from '../../../src/domain/reports/pdf.ts';
import { reportNames, reportOf } from '../../../src/domain/reports/registry.ts';
import { rowsOf } from '../../../src/domain/reports/report.ts';
import { toWorkbook } from '../../../src/domain/reports/workbook.ts';
import { Failure } from '../_shared/failure.ts';
import { pdfFonts } from '../_shared/fonts.ts';
import { createHandler } from '../_shared/handler.ts';
import { period } from './period.ts';

/** A function has some 2 s of CPU: more rows are laid out in the browser's worker, from the same description. */
const MAX_ROWS = 5000;
/** Documents of a page each take some 20 ms: more are printed in the browser's worker as well. */
const MAX_DOCUMENTS = 100;

const schema = z.intersection(
  z.object({
    report: z.enum(reportNames),
    format: z.enum(['xlsx', 'pdf']),
    vehicle_kind: z.enum(['registered', 'kei']).optional(),
    requester_id: z.number().int().optional(),
    branch_id: z.number().int().optional(),
    debit_cycle: z.union([z.literal(6), z.literal(27)]).optional(),
    group: z.enum(['branch', 'company', 'site', 'day', 'month']).optional(),
  }),
  period,
);

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' };

/** A report of the caller's scope as a file. Above 5,000 rows or 100 documents: 413 too_many_rows. */
export const handler = createHandler({
  schema,
  run: async ({ body: { report: name, format, from, to, vehicle_kind, requester_id, branch_id, debit_cycle, group }, api }) => {
    const report = reportOf(name);
    const query = { from, to, vehicleKind: vehicle_kind, requesterId: requester_id, branchId: branch_id, debitCycle: debit_cycle, group, maxRows: MAX_ROWS };
    const answer = await api.rpc<never>(report.rpc, report.args(query));
    const sheets = report.sheets(answer, rowsOf<never>(answer));
    if (sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) > MAX_ROWS) throw new Failure(413, 'too_many_rows', { limit: MAX_ROWS });
    const documents = format === 'pdf' && report.document !== undefined ? (sheets[0]?.rows.length ?? 0) : 0;
    if (documents > MAX_DOCUMENTS) throw new Failure(413, 'too_many_rows', { limit: MAX_DOCUMENTS });
    const build = async () => {
      if (format === 'xlsx') return toWorkbook(...sheets);
      return report.document ? report.document.print(answer, await pdfFonts()) : toPdf(await pdfFonts(), sheets);
    };
    const file = `${report.file}_${periodName({ from, to })}.${format}`;
    return new Response(new Uint8Array(await build()), {
      headers: { 'content-type': types[format], 'content-disposition': `attachment; filename="${name}.${format}"; filename*=UTF-8''${encodeURIComponent(file)}` },
    });
  },
});
