import { z } from 'zod';
import { readRequestRow } from '../../../src/domain/requestRow.ts';
import { rowMessage } from '../../../src/i18n/imports.ts';
import { Failure, messageOf } from '../_shared/failure.ts';
import { createHandler } from '../_shared/handler.ts';
import { rpcAsService } from '../_shared/service.ts';

/** Rows a call: a company's morning, within the time of a hosted function. */
const MAX_ROWS = 100;

const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);

/** One request alone is a list of one. */
const schema = z.preprocess(
  (body) => (isObject(body) && !('requests' in body) ? { requests: [body] } : body),
  z.object({ requests: z.array(z.unknown()).min(1).max(MAX_ROWS) }),
);

type Problem = { field?: string; code: string; missing?: string[] };
/** One row of the answer: a request that was made, or why it was not. */
type Result = { ok: boolean; errors?: Problem[]; warnings?: Problem[] };

const keyOf = (request: Request): string => request.headers.get('x-api-key') ?? '';

const idempotencyKeyOf = (request: Request): string => {
  const key = request.headers.get('idempotency-key')?.trim() ?? '';
  if (key === '') throw new Failure(400, 'idempotency_key_required');
  if (key.length > 200) throw new Failure(400, 'invalid_value', { field: 'Idempotency-Key' });
  return key;
};

const sha256 = async (text: string): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))), (byte) => byte.toString(16).padStart(2, '0')).join('');

const handedOn = (value: unknown) => {
  const read = readRequestRow(value);
  return 'row' in read ? read.row : { errors: read.errors };
};

/** Codes of a cell have the sentences of the form, refusals of the database those of the screens. */
const worded = (problem: Problem) => {
  const cell = rowMessage(problem.code);
  return { ...problem, message: cell === rowMessage('') ? messageOf(problem.code) : cell };
};

/**
 * 依頼データ from garage software: one object, or `{ requests: [ … ] }` of up to 100 (docs/requests.md). The key says which company
 * and in whose name, the database judges as for that person. One bad row never blocks the others.
 */
export const handler = createHandler({
  schema,
  admit: async (request) => {
    await rpcAsService('admit_api_key', { p_key: keyOf(request) });
  },
  run: async ({ body: { requests: rows }, request }) => {
    const results = await rpcAsService<Result[]>('take_requests', {
      p_key: keyOf(request),
      p_idempotency_key: idempotencyKeyOf(request),
      p_body_hash: await sha256(JSON.stringify(rows)),
      p_rows: rows.map(handedOn),
    });
    return {
      results: results.map(({ errors = [], warnings = [], ...result }, index) => ({ index, ...result, errors: errors.map(worded), warnings: warnings.map(worded) })),
    };
  },
});
