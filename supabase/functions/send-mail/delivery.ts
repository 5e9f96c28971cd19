import process from 'node:process';
import { secretKey } from '../_shared/service.ts';

/** `id` becomes the Message-ID: a mail that is handed over twice after a crash is the same mail to whoever receives it. */
export type Message = { id: string; to: string; subject: string; text: string };
/** `final`: trying again would not help. */
export type Outcome = { ok: true } | { ok: false; error: string; final: boolean };
export type Delivery = { send: (message: Message) => Promise<Outcome>; close: () => void };

const read = (cause: unknown, name: string): unknown => (typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined);

/** A server that refuses the recipient for good says so with a 5xx answer to the envelope; everything else may heal. */
const outcomeOf = (cause: unknown): Outcome => {
  const status = Number(read(cause, 'responseCode') ?? 0);
  return { ok: false, error: cause instanceof Error ? cause.message : String(cause), final: read(cause, 'code') === 'EENVELOPE' && status >= 500 };
};

const bySmtp = async (): Promise<Delivery> => {
  const { createTransport } = await import('nodemailer');
  const { SMTP_HOST: host = '', SMTP_PORT: port = '465', SMTP_USER: user, SMTP_PASS: pass = '', SMTP_FROM: from = '' } = process.env;
  const transport = createTransport({
    host, port: Number(port), secure: Number(port) === 465, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000, ...(user && { auth: { user, pass } }) });
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    send: ({ id, ...message }) => transport.sendMail({ from, ...message, messageId: `<${id}@${domain}>` }).then(() => ({ ok: true as const }), outcomeOf),
    close: () => transport.close(),
  };
};

/** The embedded stack takes mails itself: into files, or on to its own SMTP server. */
const byStack = (url: string): Delivery => ({
  send: async (message) => {
    const response = await fetch(url, { method: 'POST', headers: { apikey: secretKey(), 'content-type': 'application/json' }, body: JSON.stringify(message) });
    if (response.ok) return { ok: true };
    const body: unknown = await response.json().catch(() => null);
    return { ok: false, error: String(read(body, 'error') ?? `HTTP ${response.status}`), final: read(body, 'final') === true };
  },
  close: () => undefined,
});

/** How mails leave: `MAIL_URL` in the embedded stack, `SMTP_HOST` … on Supabase. Undefined when neither is set. */
export const openDelivery = async (): Promise<Delivery | undefined> => {
  if (process.env.MAIL_URL) return byStack(process.env.MAIL_URL);
  return process.env.SMTP_HOST && process.env.SMTP_FROM ? bySmtp() : undefined;
};
