import { z } from 'zod';
import { isDate } from '../../../src/domain/calendar.ts';
import { toBankFile } from '../../../src/domain/zengin.ts';
import { createHandler } from '../_shared/handler.ts';

const schema = z.object({ debit_on: z.string().refine(isDate, 'YYYY-MM-DD') });

type File = { debit_cycle: number; lines: string[] };
/** With 二人承認 on: the file is made when a second person agrees (docs/decisions.md D-24). */
type Waiting = { approval: object };

/** 口座振替データ of a debit day as the file that banks take (CP932, CR LF); asked again it is the same (docs/decisions.md D-28). */
export const handler = createHandler({
  schema,
  run: async ({ body: { debit_on }, api }) => {
    const file = await api.rpc<File | Waiting>('make_debit_file', { p_debit_on: debit_on });
    if ('approval' in file) return Response.json(file, { status: 202 });
    const name = `zengin_${debit_on.replaceAll('-', '')}_${file.debit_cycle}.txt`;
    return new Response(new Uint8Array(toBankFile(file.lines)), {
      headers: { 'content-type': 'text/plain; charset=shift_jis', 'content-disposition': `attachment; filename="${name}"` },
    });
  },
});
