import { describe, expect, test } from 'vitest';
import { caseOf, fire, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

// 連絡カード: the question, the answer, what it fills, the evidence, and the reminders (docs/domain.md §6.5, §8.3).

const world = await useWorld();
const { sakura1 } = world.ids.site;
const NOW = '2025-05-07T10:00:00+09:00';

const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal;
const card = (applications: number[], more: Record<string, unknown> = {}) =>
  ({ applications, kind: 'rejection', question: '車検証の使用者を教えてください', fields: ['name', 'address_1'], due_on: '2025-05-09', ...more });
const send = (tx: Tx, caller: Caller, p: Record<string, unknown>): Promise<number[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: { ids: number[] } }[]>`select send_cards(${json(tx, p)}) as answer`;
  return row?.answer.ids ?? [];
});
const answer = (tx: Tx, caller: Caller, id: number, p: Record<string, unknown>) => actAs(tx, caller, () => tx`select answer_card(${id}, ${json(tx, p)})`);
const close = (tx: Tx, caller: Caller, id: number, version: number | null = null, values: Record<string, unknown> | null = null) =>
  actAs(tx, caller, () => tx`select close_card(${id}, ${version}, ${values === null ? null : json(tx, values)})`);
const stateOf = async (tx: Tx, id: number) => (await tx`select state, reminders from contact_cards where id = ${id}`)[0];
const sent: Step[] = [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }]];
const rejected = async (tx: Tx): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await walk(tx, id, sent.map(([who, event, brought]) => [who, event, brought && { values: { acceptance_no: newAcceptanceNo() } }] as Step));
  await walk(tx, id, [['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'], ['tokyoStaff', 'reject', { note: '使用者の住所' }]]);
  return id;
};
const at = (name: string, work: (tx: Tx) => Promise<void>): void => {
  test(name, () => world.rollback(async (tx) => {
    await setClock(tx, NOW);
    await work(tx);
  }));
};

describe('an answer', () => {
  at('fills 再申請: the values go into the case once the branch takes them over', async (tx) => {
    const id = await rejected(tx);
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([id]));
    await answer(tx, 'sakuraSubmitter', cardId, { values: { name: '見本 花子', address_1: '東京都千代田区見本町一丁目' }, note: '車検証どおり' });
    expect(await stateOf(tx, cardId)).toMatchObject({ state: 'answered' });
    const { version } = await caseOf(tx, id);
    await close(tx, 'tokyoStaff', cardId, version, { name: '見本 花子', address_1: '東京都千代田区見本町一丁目' });
    expect((await tx`select name, address_1, ownership from application_vehicle_users where application_id = ${id}`)[0])
      .toEqual({ name: '見本 花子', address_1: '東京都千代田区見本町一丁目', ownership: 'individual' });
    expect(await stateOf(tx, cardId)).toMatchObject({ state: 'closed' });
    const [line] = await tx`select event, details, note from application_events where application_id = ${id} order by id desc limit 1`;
    expect(line).toEqual({ event: 'edit', details: { card_id: cardId, fields: ['name', 'address_1'] }, note: null });
    expect(await fire(tx, 'tokyoStaff', 'refile', { id, version: version + 1 }, { values: { hotekisho_reregistered: true } })).toMatchObject({ ok: true });
  });

  at('may be given again until the branch has used it, and not afterwards', async (tx) => {
    const id = await rejected(tx);
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([id]));
    await answer(tx, 'sakuraPreparer', cardId, { values: { name: '見本 一' } });
    await answer(tx, 'sakuraAdmin', cardId, { values: { name: '見本 二' } });
    expect((await tx`select vals from contact_card_answers where card_id = ${cardId} order by id`).map((row) => row['vals'])).toEqual([{ name: '見本 一' }, { name: '見本 二' }]);
    await close(tx, 'tokyoStaff', cardId);
    expect(await refusalOf(tx, (point) => answer(point, 'sakuraAdmin', cardId, { values: { name: '見本 三' } }))).toMatchObject({ code: 'card_closed' });
    expect(await refusalOf(tx, (point) => close(point, 'tokyoStaff', cardId))).toMatchObject({ code: 'card_closed' });
  });

  at('brings only what was asked for, in the shape of its column', async (tx) => {
    const id = await rejected(tx);
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([id], { fields: ['address_1', 'record_agent_no', 'parking_fine_receipt'] }));
    for (const values of [{ name: '見本' }, { address_1: '' }, { address_1: 'あ'.repeat(101) }, { record_agent_no: '123' }, { parking_fine_receipt: 'はい' }, { chassis_no: 'X' }]) {
      expect(await refusalOf(tx, (point) => answer(point, 'sakuraSubmitter', cardId, { values })), JSON.stringify(values)).toMatchObject({ code: 'invalid_value' });
    }
    expect(await refusalOf(tx, (point) => answer(point, 'sakuraSubmitter', cardId, { values: {} }))).toMatchObject({ code: 'value_required' });
    expect(await refusalOf(tx, (point) => close(point, 'tokyoStaff', cardId, 1, { chassis_no: 'X' }))).toMatchObject({ code: 'invalid_value' });
  });

  at('of another company or workshop is not found, nor seen', async (tx) => {
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([await rejected(tx)]));
    for (const other of ['kitaSubmitter', 'sakuraSubmitter2', 'sapporoStaff'] as const) {
      expect(await refusalOf(tx, (point) => answer(point, other, cardId, { note: 'x' })), other).toMatchObject({ code: 'not_found' });
      expect(await actAs(tx, other, () => tx`select from contact_cards where id = ${cardId}`), other).toHaveLength(0);
    }
    await answer(tx, 'sakuraSubmitter', cardId, { values: { name: '見本' } });
    for (const [reader, rows] of [['hqAdmin', 0], ['tokyoStaff', 1], ['sakuraSubmitterAll', 1], ['sakuraSubmitter2', 0], ['kitaAdmin', 0]] as const) {
      expect(await actAs(tx, reader, () => tx`select from contact_card_answers where card_id = ${cardId}`), reader).toHaveLength(rows);
    }
  });

  at('is refused when the case has moved on since it was read', async (tx) => {
    const id = await rejected(tx);
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([id]));
    await answer(tx, 'sakuraSubmitter', cardId, { values: { name: '見本' } });
    expect(await refusalOf(tx, (point) => close(point, 'tokyoStaff', cardId, 1, { name: '見本' }))).toMatchObject({ code: 'stale_version' });
    expect(await stateOf(tx, cardId)).toMatchObject({ state: 'answered' });
  });
});

describe('a card', () => {
  at('is one of a kind at a time, of cases that are under way', async (tx) => {
    const id = await rejected(tx);
    await send(tx, 'tokyoStaff', card([id]));
    expect(await refusalOf(tx, (point) => send(point, 'tokyoStaff', card([id])))).toMatchObject({ code: 'card_open', details: { applications: [String(id)] } });
    await send(tx, 'tokyoStaff', card([id], { kind: 'balance', fields: [] }));
    expect(await refusalOf(tx, (point) => send(point, 'tokyoStaff', card([world.cases.sakuraDraft.id])))).toMatchObject({ code: 'wrong_status' });
    expect(await refusalOf(tx, (point) => send(point, 'tokyoStaff', card([world.cases.sakuraKeiDone.id])))).toMatchObject({ code: 'wrong_status' });
  });

  test.each([
    ['invalid_value', { kind: 'other' }], ['invalid_value', { fields: ['chassis_no'] }], ['value_required', { question: ' ' }], ['invalid_date', { due_on: '2025-05-06' }],
    ['value_required', { kind: 'shortening' }],
  ])('refuses %s (%#)', (code, fields) => world.rollback(async (tx) => {
    await setClock(tx, NOW);
    expect(await refusalOf(tx, (point) => send(point, 'tokyoStaff', card([world.cases.sakuraKeiFees.id], fields)))).toMatchObject({ code });
  }));

  at('stands on 作業一覧 from the day it is sent, and as our turn once it is answered', async (tx) => {
    const page = (queue: string) => actAs(tx, 'tokyoStaff', async () => {
      const [row] = await tx<{ page: { rows: { id: number; due_on: string | null; card: { id: number; state: string } | null }[] } }[]>`select work_list(${queue}) as page`;
      return row?.page.rows ?? [];
    });
    const { id } = world.cases.sakuraKeiFees;
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([id], { kind: 'balance', fields: [], due_on: '2025-05-20' }));
    expect((await page('contact')).find((row) => row.id === id)).toMatchObject({ due_on: '2025-05-20', card: { id: cardId, state: 'open' } });
    expect((await page('fees')).find((row) => row.id === id)).toMatchObject({ card: { id: cardId } });
    await answer(tx, 'sakuraSubmitter', cardId, { note: '入金しました' });
    expect((await page('contact')).find((row) => row.id === id)).toMatchObject({ due_on: '2025-05-07', card: { state: 'answered' } });
    await close(tx, 'tokyoStaff', cardId);
    expect((await page('contact')).map((row) => row.id)).not.toContain(id);
  });

  at('reminds by itself from its day on, once a business day, until it is answered', async (tx) => {
    const [cardId = 0] = await send(tx, 'tokyoStaff', card([world.cases.sakuraKeiFees.id], { kind: 'balance', fields: [], due_on: '2025-05-09' }));
    const remind = async (day: string): Promise<number> => {
      await setClock(tx, `${day}T08:30:00+09:00`);
      const [row] = await tx<{ n: number }[]>`select private.remind_cards() as n`;
      return row?.n ?? -1;
    };
    expect(await remind('2025-05-08')).toBe(0);
    expect(await remind('2025-05-09')).toBe(1);
    expect(await remind('2025-05-09')).toBe(0);
    expect(await remind('2025-05-10')).toBe(0); // Saturday
    expect(await remind('2025-05-12')).toBe(1);
    expect(await stateOf(tx, cardId)).toEqual({ state: 'open', reminders: 2 });
    await answer(tx, 'sakuraSubmitter', cardId, { note: '入金しました' });
    expect(await remind('2025-05-13')).toBe(0);
    expect((await tx`select name from private.schedules where statement like '%remind_cards%'`)).toHaveLength(1);
  });
});

const shortening = (id: number) => card([id], { kind: 'shortening', fields: ['shortening_allowed'], consent_text: '有効期間が短縮されることを承諾します。' });

const mailsOf = (tx: Tx) => tx`select to_address, facts from mail_outbox where kind = 'contact_card' order by id`;

describe('mails', () => {
  at('go to the confirmed address once when sent and once with each reminder, without a plate or a name', async (tx) => {
    await tx`update requesters set report_email = 'sakura@example.jp', report_email_confirmed_at = null`;
    await tx`update requesters set report_email_confirmed_at = now() where id = ${world.ids.company.sakura}`;
    const first = await rejected(tx);
    const [one = 0] = await send(tx, 'tokyoStaff', card([first]));
    const [two = 0] = await send(tx, 'tokyoStaff', card([first, world.cases.sakuraKeiFees.id], { kind: 'balance', fields: [] }));
    expect(await mailsOf(tx)).toEqual([
      { to_address: 'sakura@example.jp', facts: { count: 1, reminder: false, path: `/contact_cards/${one}/show` } },
      { to_address: 'sakura@example.jp', facts: { count: 2, reminder: false, path: '/contact_cards' } }]);
    await answer(tx, 'sakuraSubmitter', two, { note: '入金しました' });
    await setClock(tx, '2025-05-09T08:30:00+09:00');
    await tx`select private.remind_cards()`;
    await tx`select private.remind_cards()`;
    expect((await mailsOf(tx)).slice(2)).toEqual([{ to_address: 'sakura@example.jp', facts: { count: 2, reminder: true, path: '/contact_cards' } }]);
  });

  at('go to nobody whose address was not confirmed; the card waits in the app', async (tx) => {
    await tx`update requesters set report_email = 'sakura@example.jp', report_email_confirmed_at = null`;
    await send(tx, 'tokyoStaff', card([await rejected(tx)]));
    expect(await mailsOf(tx)).toEqual([]);
  });
});

describe('consent to shortening', () => {
  at('is kept: who, when, which text', async (tx) => {
    const { id } = world.cases.sakuraKeiFees;
    const [cardId = 0] = await send(tx, 'tokyoStaff', shortening(id));
    expect(await refusalOf(tx, (point) => answer(point, 'sakuraSubmitter', cardId, { values: {} }))).toMatchObject({ code: 'value_required', details: { field: 'agreed' } });
    expect(await refusalOf(tx, (point) => answer(point, 'sakuraPreparer', cardId, { agreed: true }))).toMatchObject({ code: 'not_allowed' });
    await answer(tx, 'sakuraSubmitter', cardId, { agreed: false });
    await answer(tx, 'sakuraAdmin', cardId, { agreed: true, values: { shortening_allowed: true } });
    expect(await tx`select agreed, person_name, person_role, via, consent_text from card_consents where card_id = ${cardId} order by id`).toEqual([
      { agreed: false, person_name: 'sakuraSubmitter', person_role: 'submitter', via: 'app', consent_text: '有効期間が短縮されることを承諾します。' },
      { agreed: true, person_name: 'sakuraAdmin', person_role: 'requester_admin', via: 'app', consent_text: '有効期間が短縮されることを承諾します。' }]);
    await close(tx, 'tokyoStaff', cardId, (await caseOf(tx, id)).version, { shortening_allowed: true });
    expect(await caseOf(tx, id)).toMatchObject({ shortening_allowed: true });
  });

  at('on paper names who signed it, and who typed it in', async (tx) => {
    const [cardId = 0] = await send(tx, 'tokyoStaff', shortening(world.cases.sakuraKeiFees.id));
    expect(await refusalOf(tx, (point) => answer(point, 'tokyoStaff', cardId, { agreed: true }))).toMatchObject({ code: 'value_required', details: { field: 'signed_name' } });
    await answer(tx, 'tokyoStaff', cardId, { agreed: true, signed_name: '工場長' });
    expect(await tx`select via, signed_name, person_name from card_consents where card_id = ${cardId}`).toEqual([{ via: 'sheet', signed_name: '工場長', person_name: 'tokyoStaff' }]);
  });

  at('is never rewritten, not even by the owner of the schema', async (tx) => {
    const [cardId = 0] = await send(tx, 'tokyoStaff', shortening(world.cases.sakuraKeiFees.id));
    await answer(tx, 'sakuraSubmitter', cardId, { agreed: true });
    for (const statement of ['update card_consents set agreed = false', 'delete from card_consents', "update contact_card_answers set vals = '{}'"]) {
      expect(await refusalOf(tx, (point) => point.unsafe(statement)), statement).toMatchObject({ code: 'history_is_append_only' });
    }
  });
});
