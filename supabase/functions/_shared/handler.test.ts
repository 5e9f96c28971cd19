import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Failure } from './failure.ts';
import { createHandler } from './handler.ts';

const fetchMock = vi.fn<typeof fetch>();

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
  vi.stubEnv('SUPABASE_URL', 'http://api.test');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEYS', '{"default":"sb_publishable_test"}');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const handler = createHandler({
  schema: z.object({ month: z.string() }),
  run: ({ body, api }) => api.rpc('close_month', { p_month: body.month }),
});
const post = (body: string, headers: Record<string, string> = { authorization: 'Bearer token' }) =>
  handler(new Request('http://functions.test/close-month', { method: 'POST', headers, body }));
const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as { code: string; message: string; details: unknown }) });

const failing = (cause: unknown) => createHandler({ schema: z.unknown(), run: () => Promise.reject(cause) });
const request = () => new Request('http://f.test/', { method: 'POST', headers: { authorization: 'Bearer token' }, body: '{}' });

describe('createHandler', () => {
  test('calls the database as the caller and answers what it answered', async () => {
    fetchMock.mockResolvedValue(Response.json({ statements: 3 }));
    const response = await post('{"month":"2026-10"}');
    expect(await response.json()).toEqual({ statements: 3 });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(fetchMock).toHaveBeenCalledWith('http://api.test/rest/v1/rpc/close_month', {
      method: 'POST',
      headers: { apikey: 'sb_publishable_test', authorization: 'Bearer token', 'content-type': 'application/json' },
      body: '{"p_month":"2026-10"}',
    });
  });

  test('uses the anon key of an older project', async () => {
    vi.stubEnv('SUPABASE_PUBLISHABLE_KEYS', undefined);
    vi.stubEnv('SUPABASE_ANON_KEY', 'old-key');
    fetchMock.mockResolvedValue(Response.json(null));
    await post('{"month":"2026-10"}');
    expect(fetchMock.mock.calls[0]?.[1]?.headers).toMatchObject({ apikey: 'old-key' });
  });

  test('tells a refusal of the database by its code, in Japanese, with its status', async () => {
    fetchMock.mockResolvedValue(Response.json({ code: 'PT409', message: 'previous_month_open', details: '{"month": "2026-09"}', hint: null }, { status: 409 }));
    expect(await problem(await post('{"month":"2026-10"}'))).toEqual({
      status: 409, code: 'previous_month_open', message: '前の月がまだ締められていません。古い月から順に締めてください。', details: { month: '2026-09' } });
  });

  test('says who changed what was read, and when', async () => {
    fetchMock.mockResolvedValue(Response.json({ code: 'PT409', message: 'stale_version', details: '{"actor_name": "見本 花子", "at": "2026-10-05T05:22:00Z"}' }, { status: 409 }));
    expect((await problem(await post('{"month":"2026-10"}'))).message).toContain('見本 花子が変更しました（2026/10/05 14:22）');
  });

  test.each([
    [{ code: '42501', message: 'permission denied for function x' }, 403, 403, 'forbidden'],
    [{ code: 'PGRST301', message: 'JWT expired' }, 401, 401, 'not_signed_in'],
    [{ code: '57014', message: 'canceling statement due to statement timeout' }, 500, 504, 'timeout'],
    [{ code: 'XX000', message: 'internal' }, 500, 500, 'unavailable'],
    ['<html>', 502, 502, 'unavailable'],
  ])('names %j in the product\'s words', async (body, from, status, code) => {
    fetchMock.mockResolvedValue(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: from }));
    expect(await problem(await post('{"month":"2026-10"}'))).toMatchObject({ status, code, message: expect.stringMatching(/[ぁ-ん]/) });
  });

  test('asks for a token, for JSON and for the fields, before anything else', async () => {
    expect(await problem(await post('{"month":"2026-10"}', {}))).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect(await problem(await post('{'))).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await problem(await post('{"month":10}'))).toMatchObject({ status: 400, code: 'invalid_value', details: [{ field: 'month' }] });
    expect(await problem(await handler(new Request('http://functions.test/close-month')))).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(fetchMock).not.toHaveBeenCalled();
  });

  test('lets a browser ask beforehand', async () => {
    const response = await handler(new Request('http://functions.test/close-month', { method: 'OPTIONS' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test('reads forms and queries', async () => {
    const echo = { schema: z.object({ name: z.string() }), run: ({ body }: { body: { name: string } }) => Promise.resolve(body) };
    const form = new FormData();
    form.set('name', 'a');
    const headers = { authorization: 'Bearer token' };
    expect(await (await createHandler(echo)(new Request('http://f.test/', { method: 'POST', headers, body: form }))).json()).toEqual({ name: 'a' });
    expect(await (await createHandler({ ...echo, method: 'GET' })(new Request('http://f.test/?name=b', { headers }))).json()).toEqual({ name: 'b' });
  });

  test('hides its own mistakes and keeps its own refusals', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    expect(await problem(await failing(new Error('secret'))(request()))).toEqual({ status: 500, code: 'unavailable', message: expect.any(String), details: null });
    expect(log).toHaveBeenCalledOnce();
    expect(await problem(await failing(new Failure(413, 'too_many_rows', { limit: 5000 }))(request()))).toMatchObject({ status: 413, details: { limit: 5000 } });
  });
});
