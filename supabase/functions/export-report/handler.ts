import { z } from 'zod';
import { Failure } from '../_shared/failure.ts';
import { createHandler } from '../_shared/handler.ts';
import { period, periodName } from './period.ts';
import { reports } from './reports.ts';

const schema = z.intersection(
  z.object({
    report: z.enum(['fee_details', 'advances', 'daily_statistics', 'debit_statement', 'usage', 'payee_differences', 'debit_results', 'branch_fees']),
    format: z.enum(['xlsx', 'pdf']),
    vehicle_kind: z.enum(['registered', 'kei']).optional(),
    requester_id: z.number().int().optional(),
    branch_id: z.number().int().optional(),
  }),
  period,
);

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A report of the caller's scope as a file. Above 5,000 rows: 413 too_many_rows. */
export const handler = createHandler({
  schema,
  run: async ({ body: { report, format, from, to, ...filters }, api }) => {
    const build = format === 'xlsx' ? reports[report] : undefined;
    if (!build) throw new Failure(400, 'report_not_available', { report, format });
    const { name, bytes } = await build(api, { from, to }, filters);
    const file = `${name}_${periodName({ from, to })}.xlsx`;
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': xlsx, 'content-disposition': `attachment; filename="${report}.xlsx"; filename*=UTF-8''${encodeURIComponent(file)}` },
    });
  },
});
