import './enableStorage.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EmailDriver, EmailMessage } from '@supabase/lite';
import { StackFailure } from './failure.ts';
import { plainText } from './mailText.ts';

export type Smtp = { host: string; port: number; user?: string; pass?: string; from: string };

/** SMTP settings of the environment (`SMTP_HOST`, `_PORT`, `_USER`, `_PASS`, `_FROM`), or undefined when mail goes to files. */
export const smtpOf = (env: NodeJS.ProcessEnv): Smtp | undefined => {
  const { SMTP_HOST: host, SMTP_PORT: port = '587', SMTP_USER: user, SMTP_PASS: pass, SMTP_FROM: from } = env;
  if (!host) return undefined;
  if (!from) throw new StackFailure('SMTP_HOST is set but SMTP_FROM is missing; set it to the address that mails come from.');
  if (!/^\d{1,5}$/.test(port)) throw new StackFailure('SMTP_PORT must be a number.');
  return { host, port: Number(port), user, pass, from };
};

/** A mail with an `id` is the same mail when it is sent again: to a server it has the same Message-ID, as a file the same name. */
export type Outgoing = EmailMessage & { id?: string };
type Sink = { send: (message: Outgoing) => Promise<void> };

/** Writes each mail as a file `<dir>/<time>-<n>.json`, or `<dir>/<id>.json`, with to, subject, text and html. */
const fileDriver = (dir: string): Sink => {
  mkdirSync(dir, { recursive: true });
  let count = 0;
  return {
    send: ({ id, ...message }) => {
      const name = `${id ?? `${new Date().toISOString().replaceAll(':', '')}-${++count}`}.json`;
      writeFileSync(path.join(dir, name), `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600 });
      return Promise.resolve();
    },
  };
};

const smtpDriver = async ({ host, port, user, pass = '', from }: Smtp): Promise<Sink> => {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ host, port, secure: port === 465, ...(user && { auth: { user, pass } }) });
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    send: async ({ id, ...message }) => {
      await transport.sendMail({ from, ...message, ...(id && { messageId: `<${id}@${domain}>` }) });
    },
  };
};

const withTarget = (html: string | undefined, target: string): string | undefined =>
  html?.replace(/redirect_to=[^"'&\s<]*/g, `redirect_to=${encodeURIComponent(target)}`);

/**
 * Mail of Auth and of the functions (`send`): to files, or to an SMTP server when one is configured. `during(target, work)` sends the mails of `work`
 * with the page the caller asked for: the library ignores `redirect_to` and always names the start page. When the link
 * is opened the library still checks that the page is one of ours.
 */
export const openMail = async (dir: string, smtp: Smtp | undefined) => {
  const target = new AsyncLocalStorage<string>();
  const sink = smtp ? await smtpDriver(smtp) : fileDriver(dir);
  const send = (message: EmailMessage): Promise<void> => {
    const page = target.getStore();
    const html = page ? withTarget(message.html, page) : message.html;
    return sink.send({ ...message, html, text: html ? plainText(html) : message.text });
  };
  const driver: EmailDriver = { send };
  return { driver, send: sink.send, during: <T>(page: string, work: () => T): T => target.run(page, work) };
};

export type Mail = Awaited<ReturnType<typeof openMail>>;
