import { timingSafeEqual } from 'node:crypto';
import { Failure } from './failure.ts';
import { secretKey } from './service.ts';

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [new TextEncoder().encode(given), new TextEncoder().encode(wanted)];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
};

const failed = (cause: unknown): Response => {
  if (cause instanceof Failure) return Response.json(cause, { status: cause.status });
  console.error(cause);
  return Response.json(new Failure(500, 'unavailable'), { status: 500 });
};

/** The `fetch` of a function that the schedule calls: POST with the secret key as `apikey`, and nobody else. */
export const createServiceHandler = (run: () => Promise<unknown>) => async (request: Request): Promise<Response> => {
  if (request.method !== 'POST') return failed(new Failure(405, 'method_not_allowed'));
  if (!same(request.headers.get('apikey') ?? '', secretKey())) return failed(new Failure(403, 'not_allowed'));
  return run().then((answer) => Response.json(answer), failed);
};
