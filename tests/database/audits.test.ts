import { beforeAll, expect, test } from 'vitest';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { audits, closedMonth } from '../support/propertyAudits.ts';
import type { Settings } from '../support/propertyHerd.ts';
import { live, readClosed } from '../support/propertyRun.ts';
import type { World } from '../world.ts';

// The auditor of the property test can fail: each promise is broken on purpose in a database that is thrown away, and the
// audit of it must find that. Rules are broken before the herd lives, rows after.

const settings: Settings = { seed: 20_260_401, sequences: 300, workers: 1, rounds: 8 };
const world = await useWorld();
const broken = await useWorld();
const unlined = await useWorld();

const found = async (tx: Tx | World['sql'], name: string) => tx.unsafe(`select * from (${audits[name] ?? ''}) x limit 3`);
const failing = async (of: World): Promise<string[]> => {
  const names: string[] = [];
  for (const name of Object.keys(audits)) if ((await found(of.sql, name)).length > 0) names.push(name);
  return names;
};

let atClosing: Record<string, unknown> | undefined;
beforeAll(async () => {
  atClosing = await live(world, settings);
}, 600_000);

test('a sound herd passes every audit', async () => {
  expect(await failing(world)).toEqual([]);
}, 120_000);

const herd = `(select id from applications where chassis_no like 'PROP-%')`;
const oneOf = (table: string, where: string) => `${table === 'applications' ? 'id' : 'ctid'} = (select ${table === 'applications' ? 'id' : 'ctid'} from ${table} where ${where} limit 1)`;
const lineColumns = `application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, from_filing_status, from_oss_status, to_filing_status, to_oss_status, actor_id, source`;
const advanceColumns = `application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id, acceptance_no, paid_acceptance_no, advanced_on, amount`;

/** How each promise is broken by one wrong row. */
const rows: Record<keyof typeof audits, string> = {
  'every answer was what the machine says, and a refusal changes nothing': `insert into property.failures (what) values ('broken on purpose')`,
  'a fee is paid once in a chain of 再申請': `insert into application_events (${lineColumns}) select ${lineColumns} from application_events where event = 'pay_tech' limit 1`,
  'a fee is paid exactly where the history says so': `update fee_payments set status = 'due', paid_on = null where ${oneOf('fee_payments', `status = 'paid'`)}`,
  'no fee is paid under a 受付番号 that 未受付 never gave': `update applications set acceptance_no = 'BROKEN' where ${oneOf('applications', `oss_status = 'not_accepted' and id in ${herd}`)}`,
  'no advance is made for a card, a waived fee or the inspection of 登録車': `update applications set tech_fee_waived = true where ${oneOf('applications', `id in (select application_id from advance_ledger where fee_kind = 'tech_info')`)}`,
  'head office advanced every fee it pays, once, in the amount and on the day it was paid': `delete from advance_ledger where ${oneOf('advance_ledger', `application_id in ${herd} and matched_line_id is null`)}`,
  'one advance a fee kind and paid 受付番号, one a fee kind and chain': `alter table advance_ledger drop constraint advance_ledger_fee_kind_paid_acceptance_no_key, drop constraint advance_ledger_application_id_fee_kind_key;
    insert into advance_ledger (${advanceColumns}) select ${advanceColumns} from advance_ledger limit 1`,
  'an advance carries the 受付番号 of today and keeps the one it was paid under': `update advance_ledger set acceptance_no = 'BROKEN' where ${oneOf('advance_ledger', `application_id in ${herd}`)}`,
  'a 受付番号 belongs to one case': `update applications set acceptance_no = (select max(acceptance_no) from applications) where ${oneOf('applications', `acceptance_no < 'P9'`)}`,
  'the history chains without a gap from 依頼前 to where the case stands': `delete from application_events where ${oneOf('application_events', `event = 'file' and application_id in ${herd}`)}`,
  'every line is a row of the machine': `update application_events set event = 'hand_over' where ${oneOf('application_events', `event = 'submit'`)}`,
  'the version counts the acts of people': `update applications set version = version + 1 where ${oneOf('applications', `id in ${herd}`)}`,
  'as many acts are in the history as were accepted': `delete from property.answers where ${oneOf('property.answers', 'ok')}`,
  'the outcome fits the status': `update applications set outcome = 'withdrawn' where ${oneOf('applications', `outcome = 'open'`)}`,
  'a case is dated and billed exactly when it is completed': `update applications set billing_month = null where ${oneOf('applications', `outcome = 'completed'`)}`,
  'a closed month bills what stands in it, and nothing was added or taken since': `update applications set billing_month = '2025-04-01' where ${oneOf('applications', `billing_month = '2025-05-01'`)}`,
  'a completed case of a closed month is on a statement': `update statements set status = 'cancelled' where month = '2025-04-01'`,
  'every yen advanced, billed and collected is accounted for': `update statement_lines set amount = amount + 400 where ${oneOf('statement_lines', `kind = 'tech_fee'`)}`,
  'the daily counts equal a recount': `update usage_daily set filed = filed + 1 where ${oneOf('usage_daily', 'filed > 0')}`,
  'the monthly counts equal a recount': `update usage_monthly set completed = completed - 1 where ${oneOf('usage_monthly', 'completed > 0')}`,
};

/** Triggers and audits of the product would refuse or repair what is broken here. */
const withoutGuards = ['applications', 'application_events', 'fee_payments', 'advance_ledger', 'statements', 'statement_lines', 'usage_daily', 'usage_monthly']
  .map((table) => `alter table ${table} disable trigger user`).join('; ');

test('every audit is put to the proof', () => {
  expect(Object.keys(rows).toSorted()).toEqual(Object.keys(audits).toSorted());
});

test.each(Object.entries(rows))('a wrong row is found: %s', (name, statement) => world.rollback(async (tx) => {
  await tx.unsafe(withoutGuards);
  await tx.unsafe(statement);
  expect(await found(tx, name)).not.toEqual([]);
}), 60_000);

test('a change of a closed month is found', async () => {
  expect(await readClosed(world)).toEqual(atClosing);
  await world.rollback(async (tx) => {
    await tx.unsafe(withoutGuards);
    await tx`update statement_lines set label = label || '訂正' where statement_id in (select id from statements where month = '2025-04-01')`;
    expect((await tx.unsafe(closedMonth, ['2025-04-01']))[0]).not.toEqual(atClosing);
  });
});

test('a machine that lets a fee be paid again, and a ledger that takes it, are found', async () => {
  await broken.sql.unsafe(`
    alter table advance_ledger drop constraint advance_ledger_fee_kind_paid_acceptance_no_key, drop constraint advance_ledger_application_id_fee_kind_key;
    update status_transitions set needs = array(select n from unnest(needs) n where n <> all ('{inspection_open,tech_open,fee_open}'))
    where event in ('pay_inspection', 'pay_tech')`);
  await live(broken, settings);
  expect(await failing(broken)).toEqual(expect.arrayContaining(['a fee is paid once in a chain of 再申請', 'one advance a fee kind and paid 受付番号, one a fee kind and chain']));
}, 600_000);

test('a transition that forgets its line, with the guard taken away, is found', async () => {
  await unlined.sql.unsafe(`
    drop trigger on_applications_updated_guard on applications;
    alter function private.write_events(text, text, text, private.transition_case[]) rename to write_all_events;
    create function private.write_events(p_event text, p_note text, p_source text, p_cases private.transition_case[]) returns void
    language sql security definer set search_path = '' as $$
      select private.write_all_events(p_event, p_note, p_source, p_cases) where p_event <> 'file' $$`);
  await live(unlined, settings);
  expect(await failing(unlined)).toEqual(expect.arrayContaining([
    'the history chains without a gap from 依頼前 to where the case stands', 'as many acts are in the history as were accepted', 'the version counts the acts of people',
  ]));
}, 600_000);
