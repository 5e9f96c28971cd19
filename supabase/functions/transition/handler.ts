import { z } from 'zod';
import { messageOf } from '../_shared/failure.ts';
import { createHandler } from '../_shared/handler.ts';

const values = z.record(z.string(), z.unknown());
const schema = z.object({
  event: z.string().min(1),
  applications: z.array(z.object({ id: z.number().int(), version: z.number().int(), values: values.optional() })).min(1).max(1000),
  note: z.string().max(1000).nullish(),
  values: values.optional(),
});

/** One case of the answer: `version` when it was done, `code` and its sentence when it was refused. */
type Result = { id: number; ok: boolean; version?: number; code?: string; message?: string; details?: unknown; new_id?: number };

/** One event on many cases; a refused one never blocks the others (contract "transition"). */
export const handler = createHandler({
  schema,
  run: async ({ body: { event, applications, note, values: brought }, api }) => {
    const results = await api.rpc<Result[]>('transition', { p_event: event, p_items: applications, p_note: note ?? null, p_values: brought ?? {} });
    return { results: results.map((result) => (result.code ? { ...result, message: messageOf(result.code, result.details) } : result)) };
  },
});
