import { z } from 'zod';
import { messageOf } from '../failure.ts';
import type { Mail } from '../mail.ts';

/** Where functions hand over mails: Deno may reach this machine alone, so the stack takes them to files or to its server. */
export const MAIL_PATH = '/mail/v1/send';

const schema = z.object({ id: z.string().regex(/^[a-z0-9-]{1,60}$/), to: z.email(), subject: z.string().max(500), text: z.string().max(100_000) });

/** A recipient that the server refuses for good. */
const isFinal = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && Reflect.get(cause, 'code') === 'EENVELOPE' && Number(Reflect.get(cause, 'responseCode')) >= 500;

/** `POST` with the secret key. Answers 204, or `{ error, final }`: final means that trying again is of no use. */
export const createMailRoute = (mail: Mail, secretKey: string) => async (request: Request): Promise<Response> => {
  if (request.method !== 'POST') return Response.json({ error: 'Method not allowed', final: true }, { status: 405 });
  if (request.headers.get('apikey') !== secretKey) return Response.json({ error: 'Not allowed', final: true }, { status: 403 });
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ error: z.prettifyError(parsed.error), final: true }, { status: 400 });
  try {
    await mail.send(parsed.data);
    return new Response(null, { status: 204 });
  } catch (cause) {
    return Response.json({ error: messageOf(cause), final: isFinal(cause) }, { status: 502 });
  }
};
