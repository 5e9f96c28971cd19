import { z } from 'zod';
import { createHandler } from '../_shared/handler.ts';

/** `preview` must be said when closing: a month is never closed by leaving something out. */
const schema = z
  .object({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM'),
    action: z.enum(['close', 'publish', 'reopen']).default('close'),
    preview: z.boolean().optional(),
    reason: z.string().max(500).nullish(),
  })
  .refine(({ action, preview }) => action !== 'close' || preview !== undefined, { path: ['preview'], message: 'true or false' });

/** 月次締め (docs/decisions.md D-24): totals and the number of statements, as `close_month` answers them. */
export const handler = createHandler({
  schema,
  run: ({ body: { month, action, preview = false, reason }, api }) =>
    api.rpc('close_month', { p_month: `${month}-01`, p_action: action, p_preview: preview, p_reason: reason ?? null }),
});
