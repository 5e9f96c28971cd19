import { expect, test } from 'vitest';
import { caseOf, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

// D-8b: 使用者 and メモ go 60 days after the end of a case, wherever they are kept; open and recent cases keep theirs.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const ENDED = '2025-05-07T10:00:00+09:00';
const DUE = '2025-07-06T03:00:00+09:00';
const NAME = '見本 消去';

const erase = async (tx: Tx, at: string): Promise<number> => {
  await setClock(tx, at);
  const [row] = await tx<{ erased: number }[]>`select private.erase_vehicle_users() as erased`;
  return row?.erased ?? 0;
};
/** What was there before the test is another test's: it is erased first, so that counts are exact. */
const at = (name: string, work: (tx: Tx) => Promise<void>): void => {
  test(name, () => world.rollback(async (tx) => {
    await tx`update applications set person_erased = true`;
    await setClock(tx, ENDED);
    await work(tx);
  }));
};
const accepted = (): Step[] => [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }]];
const begun = async (tx: Tx): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei', { memo: `${NAME}様`, user: { ownership: 'individual', name: NAME, representative: null, address_1: '東京都千代田区見本町', address_2: null } }));
  await walk(tx, id, accepted());
  return id;
};
const rejected = async (tx: Tx): Promise<number> => {
  const id = await begun(tx);
  await walk(tx, id, [['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'], ['tokyoStaff', 'reject', { note: '使用者の住所' }]]);
  return id;
};
const completed = async (tx: Tx, day: string): Promise<number> => {
  await setClock(tx, `${day}T10:00:00+09:00`);
  const id = await begun(tx);
  await walk(tx, id, [['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'], ['tokyoStaff', 'pass', { values: { amount: 6600 } }], ['tokyoStaff', 'pay_weight_tax']]);
  return id;
};
const held = async (tx: Tx, id: number) =>
  (await tx`select (select memo from applications where id = ${id}) as memo, (select name from application_vehicle_users where application_id = ${id}) as name`)[0];
const KEPT = { memo: `${NAME}様`, name: NAME };
const GONE = { memo: null, name: null };

at('使用者 and メモ of a completed case go on the 60th day, not before, and once', async (tx) => {
  const id = await completed(tx, '2025-05-07');
  expect(await erase(tx, '2025-07-05T23:59:00+09:00')).toBe(0);
  expect(await held(tx, id)).toEqual(KEPT);
  const { version } = await caseOf(tx, id);
  const lines = await tx`select id, event, details from application_events where application_id = ${id} order by id`;
  expect(await erase(tx, DUE)).toBe(1);
  expect(await held(tx, id)).toEqual(GONE);
  expect(await caseOf(tx, id)).toMatchObject({ person_erased: true, version, outcome: 'completed' });
  expect(await tx`select id, event, details from application_events where application_id = ${id} order by id`).toEqual(lines);
  expect(await erase(tx, DUE)).toBe(0);
});

at('the log gets one line with counts, no names', async (tx) => {
  await completed(tx, '2025-05-06');
  await completed(tx, '2025-05-07');
  const [last] = await tx<{ id: number }[]>`select coalesce(max(id), 0) as id from audit_log`;
  await erase(tx, DUE);
  await erase(tx, DUE);
  expect(await tx`select subject, action, actor_id, branch_id, before, after from audit_log where id > ${last?.id ?? 0}`).toEqual([{
    subject: 'application_vehicle_users', action: 'erase', actor_id: null, branch_id: null, before: null,
    after: { cases: 2, vehicle_users: 2, memos: 2, answers: 0, ended_until: '2025-05-07' },
  }]);
});

at('open cases, drafts and recent ends keep theirs, whatever their age', async (tx) => {
  const open = await begun(tx);
  const recent = await completed(tx, '2027-05-02');
  expect(await erase(tx, '2027-06-01T03:00:00+09:00')).toBe(0);
  for (const id of [open, recent]) expect(await held(tx, id)).toEqual(KEPT);
});

at('a case that ended otherwise counts from the day of its outcome; opened again it keeps them', async (tx) => {
  const [gone, again] = [await rejected(tx), await rejected(tx)];
  await setClock(tx, '2025-07-04T10:00:00+09:00');
  await walk(tx, again, [['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }]]);
  expect(await erase(tx, '2025-07-05T03:00:00+09:00')).toBe(0);
  expect(await erase(tx, DUE)).toBe(1);
  expect(await held(tx, gone)).toEqual(GONE);
  expect(await held(tx, again)).toEqual(KEPT);
});

at('answers to 連絡カード lose 使用者 and their note, and keep the rest', async (tx) => {
  const id = await rejected(tx);
  const card = { applications: [id], kind: 'rejection', question: '使用者を教えてください', fields: ['name', 'update_method'], due_on: '2025-05-09' };
  const [sent] = await actAs(tx, 'tokyoStaff', () => tx<{ answer: { ids: number[] } }[]>`select send_cards(${json(tx, card)}) as answer`);
  await actAs(tx, 'sakuraSubmitter', () => tx`select answer_card(${sent?.answer.ids[0] ?? 0}, ${json(tx, { values: { name: NAME, update_method: 'office' }, note: `${NAME}です` })})`);
  expect(await erase(tx, DUE)).toBe(1);
  expect(await tx`select vals, note from contact_card_answers where application_id = ${id}`).toEqual([{ vals: { update_method: 'office' }, note: null }]);
  const forged = await attempt(tx, (point) => point`update contact_card_answers set vals = '{"name": "別人"}' where application_id = ${id}`);
  expect(forged.refusal).toMatchObject({ code: 'history_is_append_only' });
});

at('what is written into an old case afterwards goes the next night', async (tx) => {
  const id = await completed(tx, '2025-05-07');
  await erase(tx, DUE);
  const { version } = await caseOf(tx, id);
  await actAs(tx, 'sakuraSubmitter', () => tx`select save_memo(${id}, ${version}, ${NAME})`);
  expect(await erase(tx, DUE)).toBe(1);
  expect(await held(tx, id)).toEqual(GONE);
});

at('nothing else of the case names the person', async (tx) => {
  const id = await completed(tx, '2025-05-07');
  await erase(tx, DUE);
  const [found] = await tx`select
    (select count(*)::int from application_events e where e.application_id = ${id} and to_jsonb(e)::text like ${`%${NAME}%`}) as history,
    (select count(*)::int from applications a where a.id = ${id} and to_jsonb(a)::text like ${`%${NAME}%`}) as row`;
  expect(found).toEqual({ history: 0, row: 0 });
});

at('the days are the setting, the run is in the schedule and finds what is due by its index', async (tx) => {
  const id = await completed(tx, '2025-05-07');
  await tx`update settings set value = '10' where key = 'erase_vehicle_users_after_days'`;
  expect(await erase(tx, '2025-05-17T03:00:00+09:00')).toBe(1);
  expect(await held(tx, id)).toEqual(GONE);
  expect(await tx`select statement from private.schedules where name = 'erase-vehicle-users'`).toHaveLength(1);
  await tx`set local enable_seqscan = off`;
  const plan = await tx`explain select id from applications where outcome <> 'open' and not person_erased
    and case when outcome = 'completed' and completed_on is not null then completed_on else (status_changed_at at time zone 'Asia/Tokyo')::date end <= '2025-05-07'`;
  expect(JSON.stringify(plan)).toContain('applications_erasable_idx');
});
