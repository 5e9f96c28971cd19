import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useStackWorld } from '../support/stackWorld.ts';

// The outbox through the function and the stack: claimed, worded, handed over, and confirmed by the link in the mail.

const world = await useStackWorld();
const { stack, sql } = world;
const { sakura } = world.ids.company;

const sendMail = async (apikey = stack.secretKey) => {
  const response = await fetch(`${stack.url}/functions/v1/send-mail`, { method: 'POST', headers: { apikey } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const fileOf = (id: number) => path.join(stack.mailDir, `outbox-${id}.json`);
const read = (id: number) => JSON.parse(readFileSync(fileOf(id), 'utf8')) as { to: string; subject: string; text: string };
const queued = async (key: string, to: string): Promise<number> => {
  const [row] = await sql<{ id: number }[]>`select private.queue_mail('general', ${key}, null, ${to}, '{"subject": "件名", "lines": ["本文"]}') as id`;
  return row?.id ?? 0;
};
const stateOf = async (id: number) => (await sql`select state, attempts, error from mail_outbox where id = ${id}`)[0];

// The schedule of the stack itself calls too: the tests must hold whoever sends a mail first.
const settled = (id: number) => expect.poll(async () => (await stateOf(id))?.['state'], { timeout: 10_000 });

test('is called with the secret key and by nobody else', async () => {
  expect(await sendMail(stack.publishableKey)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await sendMail('')).toMatchObject({ status: 403 });
  expect(await sendMail(await world.tokenOf('hqAdmin'))).toMatchObject({ status: 403 });
});

test('sends each mail once, though it is called several times at once', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => queued(`once-${n}`, `to-${n}@example.jp`)));
  const answers = await Promise.all([sendMail(), sendMail(), sendMail()]);
  for (const { status } of answers) expect(status).toBe(200);
  for (const id of ids) await settled(id).toBe('sent');
  expect(await sql`select max(attempts)::int as most from mail_outbox where id = any (${ids})`).toEqual([{ most: 1 }]);
  expect(ids.map((id) => read(id).to)).toEqual(ids.map((_, n) => `to-${n}@example.jp`));
});

test('a mail handed over by a worker that died before it could say so is the same mail again, not a second one', async () => {
  const id = await queued('died', 'died@example.jp');
  await sendMail();
  await settled(id).toBe('sent');
  const before = readdirSync(stack.mailDir).length;
  await sql`update mail_outbox set state = 'sending', claim = gen_random_uuid(), sent_at = null, next_try_at = private.now() - interval '1 second' where id = ${id}`;
  await sendMail();
  await settled(id).toBe('sent');
  expect(readdirSync(stack.mailDir).length).toBe(before);
});

test('a mail whose worker was killed before sending leaves with the next call', async () => {
  const id = await queued('killed', 'killed@example.jp');
  await sql`update mail_outbox set state = 'sending', attempts = 1, claim = gen_random_uuid(), next_try_at = private.now() - interval '1 second' where id = ${id}`;
  rmSync(fileOf(id), { force: true });
  await sendMail();
  await settled(id).toBe('sent');
  expect(existsSync(fileOf(id))).toBe(true);
});

test('an address that no server takes is given up, with the reason', async () => {
  const id = await queued('bad', 'no..dots@example.jp');
  await sendMail();
  await settled(id).toBe('failed');
  expect(await stateOf(id)).toMatchObject({ error: expect.stringMatching(/email/i) });
});

test('the link of a confirmation mail confirms the address, without an account', async () => {
  await sql`update requesters set report_email = 'reader@example.jp', mail_daily_details = true where id = ${sakura}`;
  await sendMail();
  const [mail] = await sql<{ id: number }[]>`select id from mail_outbox where requester_id = ${sakura} and kind = 'address_confirmation'`;
  await settled(mail?.id ?? 0).toBe('sent');
  const { to, text } = read(mail?.id ?? 0);
  expect(to).toBe('reader@example.jp');
  const token = /\/confirm-mail\?token=(?<token>[0-9a-f]+)/.exec(text)?.groups?.token;
  const answer = await fetch(`${stack.url}/rest/v1/rpc/confirm_report_address`, {
    method: 'POST', headers: { apikey: stack.publishableKey, 'content-type': 'application/json' }, body: JSON.stringify({ p_token: token }) });
  expect(await answer.json()).toEqual({ confirmed: true });
  expect(await sql`select report_email_confirmed_at is not null as confirmed from requesters where id = ${sakura}`).toEqual([{ confirmed: true }]);
});
