import { describe, expect, test } from 'vitest';
import type { PersonName } from '../support/cast.ts';
import { attempt, connect, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { claim, type Claimed, finish, subscribe } from '../support/mails.ts';
import { actAs, setClock } from '../support/session.ts';

// The outbox (D-35): made once, sent once, tried again, sent anew, and only to a confirmed address.

const world = await useWorld();
const { sakura, kita } = world.ids.company;

const queue = async (tx: Tx, key = 'k', to = 'a@example.jp'): Promise<number> => {
  const [row] = await tx<{ id: number }[]>`select private.queue_mail('general', ${key}, null, ${to}, '{"subject": "x", "lines": []}') as id`;
  return row?.id ?? 0;
};
const stateOf = async (tx: Tx, id: number) => (await tx`select state, attempts, error from mail_outbox where id = ${id}`)[0];
const first = (mails: Claimed[]): Claimed => mails[0] ?? { id: 0, claim: '', kind: '', to: '', facts: {} };
const night = (tx: Tx) => tx`select private.queue_fee_details(), private.queue_advance_reports()`;
const mailsOf = (tx: Tx, kind: string) => tx<{ facts: Record<string, unknown>; to: string }[]>`
  select facts, to_address as to from mail_outbox where kind = ${kind} order by id`;

const resend = (tx: Tx, by: PersonName, id: number) => attempt(tx, (point) => actAs(point, by, async () => (await point<{ answer: { id: number } }[]>`select resend_mail(${id}) as answer`)[0]?.answer));
const sent = async (tx: Tx): Promise<number> => {
  await subscribe(tx, sakura, 'old@example.jp');
  await tx`select private.queue_mail('advances', 'r', ${sakura}, 'old@example.jp', '{"month": "2025-03-01", "count": 1, "amount": 1200}')`;
  const mail = (await claim(tx)).find(({ kind }) => kind === 'advances') ?? first([]);
  await finish(tx, mail);
  return mail.id;
};
const confirm = (tx: Tx, token: string) => attempt(tx, (point) => actAs(point, 'anon', () => point`select confirm_report_address(${token})`));
/** The product learns that a case was completed on a day. */
const complete = (tx: Tx, name: 'sakuraKeiFees' | 'sakuraCashless' | 'sakuraRequested', day: string) =>
  tx`update applications set procedure_completed_on = ${day} where id = ${world.cases[name].id}`;
/** A firing of the clock, in a connection of its own. */
const fire = async (crash: boolean) => {
  const sql = connect(world.url);
  try {
    await sql.begin(async (tx) => {
      await setClock(tx as unknown as Tx, '2025-07-02T06:00:00+09:00');
      await tx`select private.queue_fee_details()`;
      if (crash) throw new Error('killed');
    });
  } catch (cause) {
    if (!crash) throw cause;
  } finally {
    await sql.end();
  }
};

describe('the outbox', () => {
  test('holds a mail once, however often it is asked for', () => world.rollback(async (tx) => {
    const id = await queue(tx);
    expect(await queue(tx)).toBe(0);
    expect(first(await claim(tx))).toMatchObject({ id, to: 'a@example.jp', kind: 'general' });
  }));

  test('gives a mail to one worker: a second one finds nothing', () => world.rollback(async (tx) => {
    await queue(tx);
    expect(await claim(tx)).toHaveLength(1);
    expect(await claim(tx)).toEqual([]);
  }));

  test('goes on to another worker when one died between claim and send; the dead one changes nothing any more', () => world.rollback(async (tx) => {
    const id = await queue(tx);
    const dead = first(await claim(tx));
    await tx`update mail_outbox set next_try_at = private.now() - interval '1 second' where id = ${id}`;
    const second = first(await claim(tx));
    expect(second.id).toBe(id);
    expect(await finish(tx, dead)).toBe(false);
    expect(await finish(tx, second)).toBe(true);
    expect(await stateOf(tx, id)).toEqual({ state: 'sent', attempts: 2, error: null });
    expect(await claim(tx)).toEqual([]);
  }));

  test('tries again later and later, and gives up after eight times', () => world.rollback(async (tx) => {
    const id = await queue(tx);
    for (let time = 1; time <= 8; time++) {
      const mail = first(await claim(tx));
      expect(await finish(tx, mail, 'connection refused')).toBe(true);
      const [row] = await tx<{ minutes: number; state: string }[]>`
        select round(extract(epoch from next_try_at - private.now()) / 60)::int as minutes, state from mail_outbox where id = ${id}`;
      expect(row).toEqual({ minutes: 2 ** time, state: time === 8 ? 'failed' : 'queued' });
      expect(await claim(tx)).toEqual([]);
      await tx`update mail_outbox set next_try_at = private.now() where id = ${id}`;
    }
    expect(await claim(tx)).toEqual([]);
    expect(await stateOf(tx, id)).toEqual({ state: 'failed', attempts: 8, error: 'connection refused' });
  }));

  test('gives up at once where the server refuses the address for good', () => world.rollback(async (tx) => {
    const id = await queue(tx);
    await finish(tx, first(await claim(tx)), '550 no such user', true);
    expect(await stateOf(tx, id)).toMatchObject({ state: 'failed', error: '550 no such user' });
  }));

  test('is shared by two workers that claim at the same moment: each mail goes to one', async () => {
    await world.sql.begin(async (tx) => {
      for (let n = 0; n < 40; n++) await queue(tx, `race-${n}`);
    });
    const workers = await Promise.all([1, 2, 3, 4].map(async () => {
      const sql = connect(world.url);
      try {
        return await sql.begin((tx) => claim(tx as unknown as Tx, 15));
      } finally {
        await sql.end();
      }
    }));
    const ids = workers.flat().map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
    await world.sql`delete from mail_outbox`;
  });
});

describe('再送', () => {
  test('makes a new mail to the address of today, once at a time, and says who asked', () => world.rollback(async (tx) => {
    const id = await sent(tx);
    await subscribe(tx, sakura, 'new@example.jp');
    const again = await resend(tx, 'tokyoStaff', id);
    expect((await resend(tx, 'hqAdmin', id)).refusal?.code).toBe('mail_is_queued');
    const [mail] = await tx`select to_address, resent_from, asked_by, state from mail_outbox where id = ${again.value?.id ?? 0}`;
    expect(mail).toEqual({ to_address: 'new@example.jp', resent_from: id, asked_by: 'tokyoStaff', state: 'queued' });
  }));

  test('needs a confirmed address, and is the office\'s', () => world.rollback(async (tx) => {
    const id = await sent(tx);
    await subscribe(tx, sakura, 'other@example.jp', { confirmed: false });
    expect((await resend(tx, 'tokyoStaff', id)).refusal?.code).toBe('address_not_confirmed');
    for (const by of ['sakuraAdmin', 'hqViewer', 'hqFinance'] as const) expect((await resend(tx, by, id)).refusal?.code).toBe('not_allowed');
    for (const by of ['sapporoAdmin', 'sakuraSubmitter', 'kitaAdmin', 'auditor'] as const) expect((await resend(tx, by, id)).refusal?.code).toBe('not_found');
  }));
});

describe('the report address', () => {
  test('is confirmed by the link of its own mail, without signing in; twice is as good as once', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp', { confirmed: false });
    const mail = first(await claim(tx));
    expect(mail).toMatchObject({ kind: 'address_confirmation', to: 'a@example.jp', facts: { token: expect.stringMatching(/^[0-9a-f]{48}$/) } });
    const kept = await tx<{ all: string }[]>`select (select jsonb_agg(m)::text from mail_outbox m) || (select jsonb_agg(t)::text from private.mail_tokens t) as all`;
    expect(kept[0]?.all).not.toContain(mail.facts.token);
    expect((await confirm(tx, 'wrong')).refusal?.code).toBe('confirmation_invalid');
    expect((await confirm(tx, mail.facts.token ?? '')).refusal).toBeUndefined();
    expect((await confirm(tx, mail.facts.token ?? '')).refusal).toBeUndefined();
    const [row] = await tx`select report_email_confirmed_at is not null as confirmed from requesters where id = ${sakura}`;
    expect(row).toEqual({ confirmed: true });
  }));

  test('must be confirmed anew when it changes: the link to the old one is worth nothing', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp', { confirmed: false });
    const old = first(await claim(tx)).facts.token ?? '';
    await tx`update requesters set report_email = 'b@example.jp' where id = ${sakura}`;
    expect((await confirm(tx, old)).refusal?.code).toBe('confirmation_invalid');
    const fresh = first(await claim(tx));
    expect(fresh.to).toBe('b@example.jp');
    await confirm(tx, fresh.facts.token ?? '');
    await tx`update requesters set report_email = 'c@example.jp' where id = ${sakura}`;
    const [row] = await tx`select report_email_confirmed_at from requesters where id = ${sakura}`;
    expect(row).toEqual({ report_email_confirmed_at: null });
  }));

  test('has a link that is good for seven days', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-06-01T10:00:00+09:00');
    await subscribe(tx, sakura, 'a@example.jp', { confirmed: false });
    const { token = '' } = first(await claim(tx)).facts;
    await setClock(tx, '2025-06-08T10:00:01+09:00');
    expect((await confirm(tx, token)).refusal?.code).toBe('confirmation_invalid');
  }));

  test('cannot be declared confirmed by hand', () => world.rollback(async (tx) => {
    const [row] = await tx<{ version: number }[]>`select version from requesters where id = ${sakura}`;
    const by = await attempt(tx, (point) => actAs(point, 'sakuraAdmin', () =>
      point`select save_requester(${tx.json({ id: sakura, version: row?.version ?? 0, report_email_confirmed_at: '2025-01-01' })})`));
    expect(by.refusal?.code).toBe('field_not_allowed');
  }));

  test('that was changed or never confirmed gets nothing that was waiting', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp');
    await claim(tx);
    await tx`select private.queue_mail('advances', 'w', ${sakura}, 'a@example.jp', '{"month": "2025-03-01", "count": 1, "amount": 1200}')`;
    await tx`update requesters set report_email = 'b@example.jp' where id = ${sakura}`;
    expect((await claim(tx)).map(({ kind, to }) => [kind, to])).toEqual([['address_confirmation', 'b@example.jp']]);
    expect((await tx`select state from mail_outbox where key = 'w'`)[0]).toEqual({ state: 'cancelled' });
  }));
});

describe('明細 at dawn', () => {
  test('tells of yesterday once, though the clock fires twice, and not before five', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp', { since: '2025-06-01' });
    await complete(tx, 'sakuraKeiFees', '2025-06-09');
    await setClock(tx, '2025-06-10T04:59:00+09:00');
    await night(tx);
    expect(await mailsOf(tx, 'fee_details')).toEqual([]);
    await setClock(tx, '2025-06-10T05:00:00+09:00');
    await night(tx);
    await night(tx);
    expect(await mailsOf(tx, 'fee_details')).toEqual([{ to: 'a@example.jp', facts: {
      count: 1, from: '2025-06-09', to: '2025-06-09', days: [{ day: '2025-06-09', count: 1, late: false }] } }]);
  }));

  test('marks as 追加 what an earlier morning could not know, and tells of nothing twice', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp', { since: '2025-06-01' });
    await complete(tx, 'sakuraKeiFees', '2025-06-09');
    await setClock(tx, '2025-06-10T06:00:00+09:00');
    await night(tx);
    await complete(tx, 'sakuraCashless', '2025-06-09');
    await complete(tx, 'sakuraRequested', '2025-06-10');
    await setClock(tx, '2025-06-11T06:00:00+09:00');
    await night(tx);
    expect((await mailsOf(tx, 'fee_details')).at(-1)?.facts).toMatchObject({ count: 2, days: [
      { day: '2025-06-10', count: 1, late: false }, { day: '2025-06-09', count: 1, late: true }] });
    await setClock(tx, '2025-06-12T06:00:00+09:00');
    await night(tx);
    expect(await mailsOf(tx, 'fee_details')).toHaveLength(2);
  }));

  test('makes up for a morning that was missed', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp', { since: '2025-06-01' });
    await complete(tx, 'sakuraKeiFees', '2025-06-09');
    await setClock(tx, '2025-06-10T23:30:00+09:00');
    await night(tx);
    expect(await mailsOf(tx, 'fee_details')).toHaveLength(1);
  }));

  test('leaves no half of a run behind a crash: the next one does all of it', async () => {
    await world.sql.begin(async (tx) => {
      await subscribe(tx, sakura, 'a@example.jp', { since: '2025-06-01' });
      await complete(tx, 'sakuraKeiFees', '2025-07-01');
    });
    await fire(true);
    expect((await world.sql`select 1 from mail_outbox where kind = 'fee_details'`).length).toBe(0);
    await Promise.all([fire(false), fire(false), fire(false)]);
    expect((await world.sql`select 1 from mail_outbox where kind = 'fee_details'`).length).toBe(1);
    await world.sql`delete from mail_outbox`;
  });

  test('goes to nobody who has not asked, not confirmed, or left', () => world.rollback(async (tx) => {
    await complete(tx, 'sakuraKeiFees', '2025-06-09');
    await setClock(tx, '2025-06-10T06:00:00+09:00');
    await subscribe(tx, sakura, 'a@example.jp', { since: '2025-06-01', confirmed: false });
    await tx`update requesters set report_email_confirmed_at = null where id = ${sakura}`;
    await night(tx);
    expect(await mailsOf(tx, 'fee_details')).toEqual([]);
  }));
});

describe('立替実績 on the 1st', () => {
  test('tells each company of its month, once, from dawn of the 1st to the 7th', () => world.rollback(async (tx) => {
    await subscribe(tx, sakura, 'a@example.jp');
    await subscribe(tx, kita, 'k@example.jp');
    await setClock(tx, '2025-04-01T05:00:00+09:00');
    await night(tx);
    await night(tx);
    const expected = await tx`
      select r.report_email as to, count(*)::int as count, sum(l.amount)::int as amount from advance_ledger l join requesters r on r.id = l.requester_id
      where l.advanced_on between '2025-03-01' and '2025-03-31' group by 1 order by min(r.id)`;
    expect(expected.length).toBe(2);
    expect(await mailsOf(tx, 'advances')).toEqual(expected.map(({ to, count, amount }) => ({ to, facts: { month: '2025-03-01', count, amount } })));
    await setClock(tx, '2025-06-08T06:00:00+09:00');
    await night(tx);
    expect(await mailsOf(tx, 'advances')).toHaveLength(2);
  }));
});

test('登録完了 goes to the address on the AINAS form, once', () => world.rollback(async (tx) => {
  await tx`update requesters set onboarding_status = 'ainas_pending', ainas_email = 'form@example.jp' where id = ${kita}`;
  for (const status of ['registered', 'sites_ready', 'registered']) await tx`update requesters set onboarding_status = ${status} where id = ${kita}`;
  expect(await mailsOf(tx, 'ainas_registered')).toEqual([{ to: 'form@example.jp', facts: {} }]);
  expect(first(await claim(tx)).kind).toBe('ainas_registered');
}));
