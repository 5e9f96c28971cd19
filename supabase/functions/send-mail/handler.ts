import process from 'node:process';
import { type MailFacts, type MailKind, mailText } from '../../../src/i18n/mailText.ts';
import { Failure } from '../_shared/failure.ts';
import { rpcAsService } from '../_shared/service.ts';
import { createServiceHandler } from '../_shared/serviceHandler.ts';
import { type Delivery, openDelivery, type Outcome } from './delivery.ts';

type Mail<Kind extends MailKind> = { id: number; claim: string; kind: Kind; to: string; facts: MailFacts[Kind] };

const BATCH = 20;
/** Well within the lease of a claim (`private.mail_lease`), and below the minute after which the schedule calls again. */
const BUDGET_MS = 40_000;

const deliver = async <Kind extends MailKind>(delivery: Delivery, { id, claim, kind, to, facts }: Mail<Kind>): Promise<boolean> => {
  const send = async (): Promise<Outcome> => delivery.send({ id: `outbox-${id}`, to, ...mailText(kind, facts, process.env.SITE_URL ?? '') });
  const outcome = await send().catch((cause: unknown): Outcome => ({ ok: false, error: String(cause), final: false }));
  await rpcAsService('finish_mail', { p_id: id, p_claim: claim, ...(outcome.ok ? {} : { p_error: outcome.error, p_final: outcome.final }) });
  return outcome.ok;
};

/** Sends what is due, a batch at a time, until nothing is or the time is up. */
const sendAll = async (delivery: Delivery): Promise<{ sent: number; failed: number }> => {
  const until = Date.now() + BUDGET_MS;
  const count = { sent: 0, failed: 0 };
  while (Date.now() < until) {
    const mails = await rpcAsService<Mail<MailKind>[]>('claim_mails', { p_limit: BATCH });
    for (const ok of await Promise.all(mails.map((mail) => deliver(delivery, mail)))) count[ok ? 'sent' : 'failed'] += 1;
    if (mails.length < BATCH) break;
  }
  return count;
};

/** Empties the outbox (D-35): `{ sent, failed }`. Called by the schedule every minute; two calls at once share the work. */
export const handler = createServiceHandler(async () => {
  const delivery = await openDelivery();
  if (delivery === undefined) throw new Failure(503, 'mail_not_configured');
  return sendAll(delivery).finally(delivery.close);
});
