import { expect, test } from 'vitest';
import { caseOf, fire, newAcceptanceNo, request, save, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

// 再申請 with corrected data (docs/domain.md §3.4 A18, §3.5 B18): by whoever may file again, never plate or 車台番号.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const NOW = '2025-05-07T10:00:00+09:00';
const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal;
const rejected = async (tx: Tx): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }], ['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'],
    ['tokyoStaff', 'reject', { note: '使用者の住所' }]]);
  return id;
};
const put = (tx: Tx, caller: Caller, id: number, version: number, values: Record<string, unknown>) =>
  actAs(tx, caller, () => tx`select correct_case(${id}, ${version}, ${json(tx, values)})`);
const notAccepted = async (tx: Tx): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei', { update_method: 'requester_specific', record_agent_no: 'WRONG00001' }));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'not_accept', { note: '委託番号' }]]);
  return id;
};

test('the submitter puts the number right after 未受付 and files again; the log names fields alone', () => world.rollback(async (tx) => {
  await setClock(tx, NOW);
  const id = await notAccepted(tx);
  const { version } = await caseOf(tx, id);
  for (const [code, values] of [['invalid_value', { chassis_no: 'OTHER-1' }], ['invalid_value', { record_agent_no: '1' }], ['value_required', {}]] as const) {
    expect(await refusalOf(tx, (point) => put(point, 'sakuraSubmitter', id, version, values))).toMatchObject({ code });
  }
  expect(await refusalOf(tx, (point) => put(point, 'sakuraPreparer', id, version, { record_agent_no: 'RIGHT00001' }))).toMatchObject({ code: 'not_allowed' });
  expect(await refusalOf(tx, (point) => put(point, 'kanagawaStaff', id, version, { record_agent_no: 'RIGHT00001' }))).toMatchObject({ code: 'not_found' });
  expect(await refusalOf(tx, (point) => put(point, 'sakuraSubmitter', id, version - 1, { record_agent_no: 'RIGHT00001' }))).toMatchObject({ code: 'stale_version' });
  await put(tx, 'sakuraSubmitter', id, version, { record_agent_no: 'RIGHT00001', name: '見本 花子' });
  expect(await caseOf(tx, id)).toMatchObject({ record_agent_no: 'RIGHT00001', version: version + 1, oss_status: 'not_accepted' });
  expect((await tx`select name, address_1 from application_vehicle_users where application_id = ${id}`)[0]).toEqual({ name: '見本 花子', address_1: '東京都千代田区見本町' });
  expect((await tx`select event, details, actor_name from application_events where application_id = ${id} order by id desc limit 1`)[0])
    .toEqual({ event: 'edit', details: { fields: ['name', 'record_agent_no'] }, actor_name: 'sakuraSubmitter' });
  await put(tx, 'tokyoStaff', id, version + 1, { update_method: 'office' });
  expect(await caseOf(tx, id)).toMatchObject({ update_method: 'office', record_agent_no: null });
  expect(await refusalOf(tx, (point) => put(point, 'sakuraSubmitter', id, version + 2, { update_method: 'agent_specific' }))).toMatchObject({ code: 'value_required' });
  expect(await fire(tx, 'sakuraSubmitter', 'refile', { id, version: version + 2 })).toMatchObject({ ok: true });
  expect(await refusalOf(tx, (point) => put(point, 'tokyoStaff', id, version + 3, { name: '見本' }))).toMatchObject({ code: 'wrong_status' });
}));

test('after 却下 it is the branch alone, and head office on its behalf', () => world.rollback(async (tx) => {
  await setClock(tx, NOW);
  const id = await rejected(tx);
  const { version } = await caseOf(tx, id);
  expect(await refusalOf(tx, (point) => put(point, 'sakuraSubmitter', id, version, { name: '見本 花子' }))).toMatchObject({ code: 'wrong_status' });
  await put(tx, 'tokyoStaff', id, version, { address_1: '東京都千代田区見本町二丁目' });
  await put(tx, 'hqAdmin', id, version + 1, { parking_fine_receipt: true });
  expect((await tx`select on_behalf from application_events where application_id = ${id} order by id desc limit 1`)[0]).toEqual({ on_behalf: true });
}));
