import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseOf } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import type { Tx } from '../support/connection.ts';
import { useStackWorld } from '../support/stackWorld.ts';

// The door for garage software (docs/requests.md): keys, what they may, the same answer to the same key, and the limit.

const world = await useStackWorld();
type Problem = { field?: string; code: string; message: string };
type Result = { index: number; ok: boolean; id: number; request_no: string; sent?: boolean; filing_status?: string; errors: Problem[]; warnings: Problem[] };
type Answer = { results: Result[] } & { code?: string; message?: string; details?: unknown };

const keys: Record<string, string> = {};
const keyFor = async (admin: PersonName, person: PersonName, maySend: boolean) => {
  const { body } = await world.call<{ id: number; key: string }>('/rest/v1/rpc/make_api_key', await world.tokenOf(admin), { p: { name: '整備ソフト', user_id: world.people[person].id, may_send: maySend } });
  return body;
};
beforeAll(async () => {
  keys.sender = (await keyFor('sakuraAdmin', 'sakuraSubmitter', true)).key;
  keys.drafter = (await keyFor('sakuraAdmin', 'sakuraSubmitterAll', false)).key;
  keys.kita = (await keyFor('kitaAdmin', 'kitaSubmitter', true)).key;
});

let call = 0;
const post = async (key: string, body: unknown, idempotencyKey: string | null = `call-${++call}`) => {
  const response = await fetch(`${world.stack.url}/functions/v1/requests`, {
    method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-api-key': key, ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }) },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};

let chassis = 0;
const row = (more: Record<string, unknown> = {}) => ({
  vehicle_kind: 'kei', site_code: '001', plate_area: '品川', plate_class: '580', plate_kana: 'あ', plate_number: '1234', chassis_no: `API-${++chassis}`, update_method: 'office',
  receipt_by: 'agent', hotekisho_ready: true, liability_ready: true, user: { name: '見本　太郎', address_1: '東京都千代田区見本町' }, ...more,
});
const stored = (id: number) => world.rollback((tx: Tx) => caseOf(tx, id));
const count = async () => (await world.sql<{ n: number }[]>`select count(*)::int as n from applications`)[0]?.n;

describe('a call', () => {
  test('makes drafts of the company, in the name of the person, with the source API', async () => {
    const { status, body } = await post(keys.sender ?? '', row());
    expect({ status, result: body.results[0] }).toMatchObject({ status: 200, result: { index: 0, ok: true, sent: false, filing_status: 'draft', errors: [], warnings: [] } });
    const made = await stored(body.results[0]?.id ?? 0);
    expect(made).toMatchObject({ source: 'api', created_by: world.people.sakuraSubmitter.id, site_id: world.ids.site.sakura1, requester_id: world.ids.company.sakura });
    expect(await world.sql`select event, source, actor_name from application_events where application_id = ${made.id} order by id`).toEqual([{ event: 'create', source: 'api', actor_name: 'sakuraSubmitter' }]);
  });

  test('sends where the key and all rules of 送信 allow it; what cannot be sent stays a draft and says why', async () => {
    const { body } = await post(keys.sender ?? '', { requests: [row({ send: true }), row({ send: true, liability_ready: false }), row({ send: true, user: {} })] });
    expect(body.results.map(({ ok, sent, filing_status }) => [ok, sent, filing_status])).toEqual([[true, true, 'requested'], [true, false, 'draft'], [false, undefined, undefined]]);
    expect(body.results[1]?.errors).toMatchObject([{ field: 'send', code: 'condition_not_met', missing: ['prerequisites_ready'], message: expect.stringMatching(/[ぁ-ん]/) }]);
    expect(body.results[2]?.errors.map(({ field }) => field)).toEqual(['user.name', 'user.address_1']);
    const [refused] = (await post(keys.drafter ?? '', row({ send: true }))).body.results;
    expect(refused).toMatchObject({ ok: true, sent: false, errors: [{ field: 'send', code: 'api_key_may_not_send' }] });
  });

  test('answers errors row by row; a bad one never blocks the others', async () => {
    const { body } = await post(keys.sender ?? '', { requests: [row({ plate_kana: 'し' }), row(), row({ site_code: '999' }), row({ site_code: '002' }), 'x'] });
    expect(body.results.map(({ ok, errors }) => [ok, errors[0]?.field, errors[0]?.code])).toEqual([
      [false, 'plate_kana', 'invalid_plate_kana'], [true, undefined, undefined], [false, 'site_code', 'unknown_site'], [false, undefined, 'not_allowed'], [false, '', 'invalid_value']]);
  });

  test('warns of an open case of the same car, and sees no other company', async () => {
    const twin = row();
    expect((await post(keys.kita ?? '', { ...twin })).body.results[0]).toMatchObject({ ok: true, warnings: [] });
    expect((await post(keys.sender ?? '', twin)).body.results[0]).toMatchObject({ ok: true, warnings: [] });
    expect((await post(keys.sender ?? '', { ...twin, memo: 'もう一度' })).body.results[0]).toMatchObject({ ok: true, warnings: [{ code: 'open_case_exists' }] });
  });

  test.each([['{', 'invalid_body'], ['[]', 'invalid_value'], ['{"requests": []}', 'invalid_value']])('%s is refused as a whole', async (body, code) => {
    expect(await post(keys.sender ?? '', body)).toMatchObject({ status: 400, body: { code } });
  });
});

describe('Idempotency-Key', () => {
  test('the same key gives the same answer and makes nothing twice, also when both calls come at once', async () => {
    const body = { requests: [row(), row({ plate_kana: 'し' })] };
    const [first, second] = await Promise.all([post(keys.sender ?? '', body, 'same-1'), post(keys.sender ?? '', body, 'same-1')]);
    const before = await count();
    const third = await post(keys.sender ?? '', body, 'same-1');
    expect(first.status).toBe(200);
    expect([second.body, third.body]).toEqual([first.body, first.body]);
    expect(await count()).toBe(before);
  });

  test('another body under the same key is refused; another company has keys of its own', async () => {
    await post(keys.sender ?? '', row(), 'same-2');
    expect(await post(keys.sender ?? '', row(), 'same-2')).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await post(keys.kita ?? '', row(), 'same-2')).toMatchObject({ status: 200 });
    expect(await post(keys.sender ?? '', row(), null)).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
  });

  test('nothing of the 使用者 is kept with the answer', async () => {
    await post(keys.sender ?? '', row({ user: { name: '秘密　花子', address_1: '東京都秘密町' } }), 'secret-1');
    const [kept] = await world.sql<{ text: string }[]>`select to_jsonb(a)::text as text from private.api_answers a where idempotency_key = 'secret-1'`;
    expect(kept?.text).not.toMatch(/秘密/);
  });
});

describe('a key', () => {
  test('unknown, missing or revoked is refused before anything is read', async () => {
    for (const key of ['', 'oss_nothing']) expect(await post(key, '{')).toMatchObject({ status: 401, body: { code: 'api_key_invalid' } });
    const { id, key } = await keyFor('sakuraAdmin', 'sakuraPreparer', false);
    expect((await post(key, row())).status).toBe(200);
    await world.call('/rest/v1/rpc/revoke_api_key', await world.tokenOf('tokyoAdmin'), { p_id: id });
    expect((await post(key, row())).status).toBe(401);
  });

  test('is kept as a hash only and read back by nobody', async () => {
    const [row_] = await world.sql<{ text: string; prefix: string }[]>`select to_jsonb(k)::text as text, prefix from api_keys k order by id limit 1`;
    expect(row_?.text).not.toContain(keys.sender);
    expect(keys.sender?.startsWith(row_?.prefix ?? 'x')).toBe(true);
    expect((await world.call('/rest/v1/api_keys?select=key_hash', await world.tokenOf('sakuraAdmin'))).status).toBe(403);
    const { body } = await world.call<{ last_used_at: string | null }[]>('/rest/v1/api_keys?select=id,name,last_used_at,prefix&order=id', await world.tokenOf('sakuraAdmin'));
    expect(body[0]?.last_used_at).not.toBeNull();
  });

  test('ends with its person', async () => {
    const { key } = await keyFor('kitaAdmin', 'kitaPreparer', false);
    await world.sql`update members set disabled_at = now() where user_id = ${world.people.kitaPreparer.id}`;
    expect(await post(key, row())).toMatchObject({ status: 403, body: { code: 'api_key_person_unavailable' } });
  });

  test('may not send in the name of one who may not', async () => {
    const answer = await world.call<{ code: string; message: string }>('/rest/v1/rpc/make_api_key', await world.tokenOf('sakuraAdmin'), { p: { name: 'x', user_id: world.people.sakuraPreparer.id, may_send: true } });
    expect(answer).toMatchObject({ status: 400, body: { message: 'invalid_value' } });
  });

  test('that calls too often waits as long as Retry-After says', async () => {
    const { key } = await keyFor('sakuraAdmin', 'sakuraSubmitter', false);
    await world.sql`update settings set value = '2' where key = 'api_calls_per_minute'`;
    try {
      // one minute may end among the calls: three of six still fall into the same
      const answers = await Promise.all(Array.from({ length: 6 }, () => post(key, '{}')));
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.body).toMatchObject({ code: 'too_many_requests' });
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await world.sql`update settings set value = '60' where key = 'api_calls_per_minute'`;
    }
  });
});

const names = (answer: Result[]) => answer.map((result) => Object.keys(result).toSorted());

test('the example of docs/requests.md runs as it stands there', async () => {
  const page = readFileSync(new URL('../../docs/requests.md', import.meta.url), 'utf8');
  const example = /```sh\n(.*?)```/s.exec(page)?.[1] ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', example], { env: { ...process.env, OSS_URL: world.stack.url, OSS_API_KEY: keys.sender } });
  const { results } = JSON.parse(stdout) as Answer;
  const shown = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '{}') as Answer;
  expect(names(results)).toEqual(names(shown.results));
  expect(results[0]).toMatchObject({ ok: true, sent: true, filing_status: 'requested' });
  expect(results[1]).toMatchObject({ ok: false, errors: [{ field: 'plate_kana', code: 'invalid_plate_kana' }] });
});
