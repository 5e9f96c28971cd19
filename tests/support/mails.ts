import type { World } from '../world.ts';
import type { Tx } from './connection.ts';
import { actAs, type Caller } from './session.ts';

export type Claimed = { id: number; claim: string; kind: string; to: string; facts: Record<string, unknown> & { token?: string } };

/** Lets a company have mails: address, switches, and the confirmation as its reader would give it. */
export const subscribe = async (tx: Tx, company: number, address: string, options: { confirmed?: boolean; since?: string } = {}): Promise<void> => {
  await tx`update requesters set report_email = ${address}, mail_daily_details = true, mail_monthly_advances = true where id = ${company}`;
  if (options.confirmed ?? true) await tx`update requesters set report_email_confirmed_at = private.now() where id = ${company}`;
  if (options.since) await tx`update requesters set mail_daily_since = ${options.since} where id = ${company}`;
};

export const claim = (tx: Tx, limit = 20, caller: Caller = 'service'): Promise<Claimed[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ mails: Claimed[] }[]>`select claim_mails(${limit}) as mails`;
  return row?.mails ?? [];
});

export const finish = (tx: Tx, mail: { id: number; claim: string }, error: string | null = null, final = false): Promise<boolean> => actAs(tx, 'service', async () => {
  const [row] = await tx<{ done: boolean }[]>`select finish_mail(${mail.id}, ${mail.claim}, ${error}, ${final}) as done`;
  return row?.done ?? false;
});

/** For the access matrix: a mail a company, in both branches, and every notice read by everybody. */
export const makeMails = async (tx: Tx, { company: { sakura, kita } }: World['ids']): Promise<void> => {
  await tx`select private.queue_mail('ainas_registered', 'world:' || r.id, r.id, 'world@example.jp', '{}') from requesters r where r.id in (${sakura}, ${kita})`;
  await tx`insert into notice_reads (user_id, notice_id) select m.user_id, n.id from members m cross join notices n`;
  await tx`update mail_outbox set state = 'sent', sent_at = private.now() where key like 'world:%'`;
};
