import { expect, test } from 'vitest';
import { fire, newAcceptanceNo, walk } from '../support/cases.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { jump } from '../support/machine.ts';
import { idsOf, lines, NOW, type Page, radar, radarTests } from '../support/radar.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';
import type { PersonName } from '../support/cast.ts';

// 要注意一覧: rules about steps, fees and people, whom they concern, and mutes.

const world = await useWorld();
const { sakura1, sakura2, kita1 } = world.ids.site;
const { check, sent, settle } = radarTests(world);

check('a fee that is due within three days, until it is paid', async (tx) => {
  const id = await sent(tx);
  await walk(tx, id, [['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo(), due_on: '2025-06-13' } }]]);
  expect((await lines(tx, 'tokyoStaff', 'due_soon')).rows).toMatchObject([{ id, day: '2025-06-13', detail: { fees: ['inspection', 'tech_info'] } }]);
  await tx`update fee_payments set due_on = '2025-06-14' where application_id = ${id} and fee_kind = 'inspection'`;
  expect((await lines(tx, 'tokyoStaff', 'due_soon')).rows[0]?.detail).toEqual({ fees: ['tech_info'] });
  await walk(tx, id, [['tokyoStaff', 'pay_tech']]);
  expect(await idsOf(tx, 'tokyoStaff', 'due_soon')).toEqual([]);
});

test.each([
  ['AB1-0001', 'AB1-0002', true], ['AB1-0001', 'AB1-001', true], ['AB1-0001', 'AB1-00101', true], ['AB1-0001', 'XB1-0001', true],
  ['AB1-0001', 'AB1-0001', false], ['AB1-0001', 'AB1-0012', false], ['AB1-0001', 'BA1-0001', false], ['AB1-0001', 'AB1-00011', true], ['A', 'ABC', false],
])('%s and %s differ by one character: %s', (a, b, expected) => world.rollback(async (tx) => {
  expect(await tx`select private.differs_by_one(${a}, ${b}) as one`).toEqual([{ one: expected }]);
}));

check('a chassis number one character away from an earlier case of the same plate', async (tx) => {
  const plate = { plate_number: '4321' };
  const earlier = await sent(tx, { ...plate, chassis_no: 'NEAR-0000017' });
  await jump(tx, earlier, 'completed', 'issued');
  await tx`update applications set outcome = 'completed' where id = ${earlier}`;
  const later = await sent(tx, { ...plate, chassis_no: 'NEAR-0000011' });
  await sent(tx, { ...plate, chassis_no: 'FAR-0000011' });
  await sent(tx, { plate_number: '4322', chassis_no: 'NEAR-0000018' });
  expect((await lines(tx, 'tokyoStaff', 'chassis_differs')).rows).toMatchObject([{ id: later, detail: { chassis_no: 'NEAR-0000017', other_id: earlier } }]);
});

check('two open cases of one chassis number', async (tx) => {
  const first = await sent(tx, { chassis_no: 'TWICE-000001' });
  const second = await sent(tx, { chassis_no: 'TWICE-000001' }, sakura2, 'sakuraSubmitter2');
  expect(await idsOf(tx, 'sakuraAdmin', 'double_filing')).toEqual([first, second]);
  expect(await idsOf(tx, 'sakuraSubmitter', 'double_filing')).toEqual([]);
  await walk(tx, second, [['tokyoStaff', 'file'], ['tokyoStaff', 'fail', { note: '理由' }]]);
  expect(await idsOf(tx, 'sakuraAdmin', 'double_filing')).toEqual([]);
});

check('a case that stands longer than is usual for its step', async (tx) => {
  const id = await sent(tx);
  expect(await idsOf(tx, 'tokyoStaff', 'stuck')).toEqual([]);
  await setClock(tx, '2025-06-11T10:00:01+09:00');
  expect((await lines(tx, 'tokyoStaff', 'stuck')).rows).toMatchObject([{ id, day: '2025-06-10', detail: { usual_hours: 24 } }]);
  await tx`update private.step_ages set usual = '3 days' where step = 'requested'`;
  expect(await idsOf(tx, 'tokyoStaff', 'stuck')).toEqual([]);
});

check('usual ages come from the history of 60 days, when there is enough of it', async (tx) => {
  const ids: number[] = [];
  for (let n = 0; n < 30; n += 1) ids.push(await sent(tx));
  await setClock(tx, '2025-06-12T10:00:00+09:00');
  for (const id of ids) expect(await fire(tx, 'tokyoStaff', 'file', { id, version: Number((await tx`select version from applications where id = ${id}`)[0]?.['version']) })).toMatchObject({ ok: true });
  await tx`select private.refresh_step_ages()`;
  const ages = await tx`select extract(epoch from usual)::int / 3600 as hours from private.step_ages where step = 'requested' and vehicle_kind = 'kei'`;
  expect(ages).toEqual([{ hours: 48 }]);
  expect(await tx`select usual from private.step_ages where step = 'receiving' and vehicle_kind = 'kei'`).toEqual([{ usual: null }]);
});

check('two advances for one chassis number within 60 days, unless written off', async (tx) => {
  await settle(tx, { chassis_no: 'PAID-0000001' });
  await setClock(tx, '2025-06-20T10:00:00+09:00');
  const second = await settle(tx, { chassis_no: 'PAID-0000001' });
  await tx`select private.refresh_radar(3)`;
  expect((await lines(tx, 'hqFinance', 'advance_twice')).rows).toMatchObject([{ id: second, detail: { fees: ['inspection', 'tech_info'] } }]);
  await tx`update advance_ledger set written_off_at = now(), written_off_reason = '二重' where application_id = ${second}`;
  expect(await idsOf(tx, 'hqFinance', 'advance_twice')).toEqual([]);
});

check('completed cases whose money does not fit', async (tx) => {
  const missing = await settle(tx, {});
  await tx`delete from advance_ledger where application_id = ${missing} and fee_kind = 'tech_info'`;
  const cashless = await settle(tx, {});
  await tx`update applications set vehicle_kind = 'registered', cashless = true where id = ${cashless}`;
  const undated = await settle(tx, {});
  await tx`update applications set completed_on = null, billing_month = null where id = ${undated}`;
  await tx`select private.refresh_radar(62)`;
  expect((await lines(tx, 'tokyoStaff', 'fee_missing')).rows).toMatchObject([{ id: missing, detail: { fees: ['tech_info'] } }]);
  expect(await idsOf(tx, 'tokyoStaff', 'cashless_advanced')).toEqual([cashless]);
  expect(await idsOf(tx, 'tokyoStaff', 'completed_without_date')).toEqual([undated]);
  expect(await idsOf(tx, 'sapporoStaff', 'fee_missing')).toEqual([]);
});

check('要確認, accounts, sites that wait, companies that are not ready', async (tx) => {
  const review = await sent(tx);
  await tx`update applications set needs_review = true where id = ${review}`;
  expect(await idsOf(tx, 'tokyoStaff', 'needs_review')).toEqual([review]);
  const { sakura, kita } = world.ids.company;
  expect(await idsOf(tx, 'hqAdmin', 'account_missing')).toEqual([sakura, kita]);
  await tx`insert into debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number)
    values (${sakura}, '2025-06-10', '9999', 'ミホン', '001', 'ホンテン', 'ordinary', '****567'), (${kita}, '2025-06-11', '9999', 'ミホン', '001', 'ホンテン', 'ordinary', '****567')`;
  expect(await idsOf(tx, 'tokyoStaff', 'account_missing')).toEqual([]);
  expect((await lines(tx, 'kitaAdmin', 'account_missing')).rows).toMatchObject([{ id: kita, detail: { opens_on: '2025-06-11' } }]);
  await tx`update sites set status = 'pending', created_at = '2025-06-07T10:00:01+09:00' where id = ${sakura1}`;
  expect(await idsOf(tx, 'tokyoStaff', 'site_pending')).toEqual([]);
  await tx`update sites set created_at = '2025-06-07T09:59:59+09:00' where id = ${sakura1}`;
  expect(await idsOf(tx, 'tokyoStaff', 'site_pending')).toEqual([sakura1]);
  await tx`update requesters set onboarding_status = 'account_pending', created_at = '2025-04-30' where id = ${sakura}`;
  await tx`update requesters set onboarding_status = 'account_pending', created_at = '2025-05-10' where id = ${kita}`;
  expect(await idsOf(tx, 'hqViewer', 'onboarding')).toEqual([sakura]);
  await tx`update requesters set onboarding_status = 'sites_ready' where id = ${sakura}`;
  expect(await idsOf(tx, 'hqViewer', 'onboarding')).toEqual([sakura]);
});

check('counts and lines agree, for everybody within the own scope', async (tx) => {
  const mine = await sent(tx, { inspection_expires_on: '2025-06-20' });
  const theirs = await sent(tx, { inspection_expires_on: '2025-06-20' }, kita1, 'kitaSubmitter');
  await setClock(tx, '2025-06-15T10:00:00+09:00');
  const seen: [PersonName, number[]][] = [
    ['hqAdmin', [mine, theirs]], ['hqFinance', [mine, theirs]], ['tokyoStaff', [mine]], ['sapporoAdmin', [theirs]], ['kanagawaStaff', []],
    ['sakuraAdmin', [mine]], ['sakuraSubmitter', [mine]], ['sakuraSubmitter2', []], ['kitaSubmitter', [theirs]],
  ];
  for (const [person, ids] of seen) {
    expect(await idsOf(tx, person, 'expiring'), person).toEqual(ids);
    const { counts, total } = await radar(tx, person);
    for (const [rule, count] of Object.entries(counts)) expect((await lines(tx, person, rule, { limit: 200 })).rows.length, `${person} ${rule}`).toBe(count);
    expect(total).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  }
  expect(Object.keys((await radar(tx, 'sakuraSubmitter')).counts).toSorted()).toEqual(['card_waiting', 'chassis_differs', 'double_filing', 'expiring', 'filed_again', 'hotekisho_ending', 'liability_short', 'shortening_ask', 'shortening_silent']);
  expect(await radar(tx, 'auditor')).toMatchObject({ total: 0, counts: {} });
  const refused = await attempt(tx, (point) => lines(point, 'sakuraSubmitter', 'stuck'));
  expect(refused.refusal).toMatchObject({ code: 'not_allowed' });
});

check('a certificate of an agent that ends, is missing or was revoked', async (tx) => {
  const { tokyo, sapporo } = world.ids.branch;
  const states = async (caller: Caller) => (await lines(tx, caller, 'certificate')).rows.filter(({ id }) => [tokyo, sapporo].includes(id)).map(({ id, detail }) => [id, detail['state']]);
  expect(await states('tokyoStaff')).toEqual([]);
  await tx`update agent_certificates set ends_on = '2025-08-09' where branch_id = ${tokyo}`;
  expect(await states('tokyoStaff')).toEqual([[tokyo, 'ending']]);
  await tx`update agent_certificates set ends_on = '2025-08-10' where branch_id = ${tokyo}`;
  expect(await states('tokyoStaff')).toEqual([]);
  await tx`delete from agent_certificates where branch_id = ${sapporo}`;
  expect(await states('hqViewer')).toEqual([[sapporo, 'none']]);
  expect(await states('tokyoStaff')).toEqual([]);
});

check('a 連絡カード: to the garage while it waits, to the office once its day has passed', async (tx) => {
  const id = await sent(tx);
  await actAs(tx, 'tokyoStaff', () => tx`select send_cards(${tx.json({ applications: [id], kind: 'balance', question: '残高を確かめてください', due_on: '2025-06-11' })})`);
  expect(await idsOf(tx, 'sakuraSubmitter', 'card_waiting')).toEqual([id]);
  expect(await idsOf(tx, 'sakuraSubmitter2', 'card_waiting')).toEqual([]);
  expect(await idsOf(tx, 'tokyoStaff', 'card_waiting')).toEqual([]);
  await setClock(tx, '2025-06-12T10:00:00+09:00');
  expect((await lines(tx, 'tokyoStaff', 'card_waiting')).rows).toMatchObject([{ id, day: '2025-06-11', detail: { kinds: ['balance'] } }]);
});

check('pages follow one another without a gap', async (tx) => {
  const ids: number[] = [];
  for (const day of ['2025-06-20', '2025-06-18', '2025-06-20', '2025-06-19', '2025-06-20']) ids.push(await sent(tx, { inspection_expires_on: day }));
  const found: number[] = [];
  for (let after: Page['next'] | undefined; after !== null;) {
    const page: Page = await lines(tx, 'tokyoStaff', 'expiring', { limit: 2, ...(after && { after }) });
    found.push(...page.rows.map(({ id }) => id));
    after = page.next;
  }
  expect(found).toEqual([ids[1], ids[3], ids[0], ids[2], ids[4]]);
});

const mute = (tx: Tx, caller: Caller, id: number, until: string | null, note = '確認済み', rule = 'expiring') =>
  attempt(tx, (point) => actAs(point, caller, () => point`select radar_mute(${rule}, ${id}, ${until}, ${note})`));

check('a muted line is out of the office\'s list until its day, and in everybody else\'s', async (tx) => {
  const id = await sent(tx, { inspection_expires_on: '2025-06-20' });
  expect((await mute(tx, 'tokyoStaff', id, '2025-06-12')).refusal).toBeUndefined();
  expect(await idsOf(tx, 'tokyoAdmin', 'expiring')).toEqual([]);
  expect(await radar(tx, 'tokyoStaff')).toMatchObject({ counts: { expiring: 0 }, muted: { expiring: 1 } });
  expect((await lines(tx, 'tokyoAdmin', 'expiring', { muted: true })).rows).toMatchObject([{ id, note: '確認済み', muted_until: '2025-06-12', muted_by_name: 'tokyoStaff' }]);
  expect(await idsOf(tx, 'hqAdmin', 'expiring')).toEqual([id]);
  expect(await idsOf(tx, 'sakuraSubmitter', 'expiring')).toEqual([id]);
  await setClock(tx, '2025-06-12T00:00:00+09:00');
  expect(await idsOf(tx, 'tokyoStaff', 'expiring')).toEqual([id]);
  await setClock(tx, NOW);
  expect((await mute(tx, 'tokyoStaff', id, null)).refusal).toBeUndefined();
  expect(await idsOf(tx, 'tokyoStaff', 'expiring')).toEqual([id]);
});

check('a mute needs a day to come, a note, and a line that the person sees', async (tx) => {
  const id = await sent(tx, { inspection_expires_on: '2025-06-20' });
  expect((await mute(tx, 'tokyoStaff', id, '2025-06-10')).refusal).toMatchObject({ code: 'invalid_value' });
  expect((await mute(tx, 'tokyoStaff', id, '2026-06-10')).refusal).toMatchObject({ code: 'invalid_value' });
  expect((await mute(tx, 'tokyoStaff', id, '2025-06-12', ' ')).refusal).toMatchObject({ code: 'value_required' });
  expect((await mute(tx, 'tokyoStaff', id, '2025-06-12', 'x', 'stuck')).refusal).toMatchObject({ code: 'not_found' });
  expect((await mute(tx, 'tokyoStaff', id, '2025-06-12', 'x', 'no_rule')).refusal).toMatchObject({ code: 'invalid_value' });
  expect((await mute(tx, 'sapporoStaff', id, '2025-06-12')).refusal).toMatchObject({ code: 'not_found' });
  expect((await mute(tx, 'hqViewer', id, '2025-06-12')).refusal).toMatchObject({ code: 'not_allowed' });
});

check('the clock keeps the counts of head office alone, the same figures, until they are old or a line is muted', async (tx) => {
  const id = await sent(tx, { inspection_expires_on: '2025-06-20' });
  await sent(tx, { inspection_expires_on: '2025-06-20' }, kita1, 'kitaSubmitter');
  const live = await radar(tx, 'hqFinance');
  const branch = await radar(tx, 'tokyoStaff');
  expect(live).toMatchObject({ counted_at: null, counts: { expiring: 2 } });
  await tx`select private.count_radar(0)`;
  const kept = await radar(tx, 'hqFinance');
  expect(kept.counted_at).not.toBeNull();
  expect(kept).toEqual({ ...live, counted_at: kept.counted_at });
  expect(await radar(tx, 'tokyoStaff')).toEqual(branch);
  await sent(tx, { inspection_expires_on: '2025-06-21' });
  expect(await radar(tx, 'hqAdmin')).toMatchObject({ counts: { expiring: 2 } });
  expect((await mute(tx, 'hqAdmin', id, '2025-06-12')).refusal).toBeUndefined();
  expect(await radar(tx, 'hqAdmin')).toMatchObject({ counts: { expiring: 2 }, muted: { expiring: 1 } });
  await tx`select private.count_radar(0)`;
  await sent(tx, { inspection_expires_on: '2025-06-22' });
  await setClock(tx, '2025-06-10T10:31:00+09:00');
  expect(await radar(tx, 'hqAdmin')).toMatchObject({ counted_at: null, counts: { expiring: 3 }, muted: { expiring: 1 } });
});

check('a dashboard tells as many due cases from a kept count as it counts itself, muted or not', async (tx) => {
  const id = await sent(tx);
  await walk(tx, id, [['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo(), due_on: '2025-06-13' } }]]);
  expect((await mute(tx, 'hqAdmin', id, '2025-06-12', '確認済み', 'due_soon')).refusal).toBeUndefined();
  const due = () => actAs(tx, 'hqAdmin', async () => (await tx<{ due: number }[]>`select (dashboard() ->> 'due_soon')::int as due`)[0]?.due);
  expect(await due()).toBe(1);
  await tx`select private.count_radar(0)`;
  expect(await tx`select lines, muted from private.radar_counts where rule = 'due_soon'`).toEqual([{ lines: 0, muted: 1 }]);
  expect(await due()).toBe(1);
});
