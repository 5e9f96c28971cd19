import { expect, test } from 'vitest';
import { caseOf } from '../support/cases.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller } from '../support/session.ts';

const world = await useWorld();
const id = world.cases.sakuraKeiFees.id;

const refusalOf = (caller: Caller, work: (tx: Tx) => Promise<unknown>) =>
  world.rollback(async (tx) => (await attempt(tx, (point) => actAs(point, caller, () => work(point)))).refusal);

test.each(['tokyoStaff', 'hqAdmin', 'sakuraSubmitter', 'service'] as const)('%s has no right to write a case, a fee or an advance', async (caller) => {
  const writes: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => tx`update applications set filing_status = 'completed' where id = ${id}`,
    (tx) => tx`update applications set requester_id = ${world.ids.company.kita} where id = ${id}`,
    (tx) => tx`update applications set memo = 'x' where id = ${id}`,
    (tx) => tx`update fee_payments set amount = 1 where application_id = ${id}`,
    (tx) => tx`update advance_ledger set amount = 1`,
    (tx) => tx`delete from applications where id = ${id}`,
    (tx) => tx`update members set role = 'hq_admin'`,
    (tx) => tx`insert into application_events (application_id) values (${id})`,
  ];
  for (const write of writes) {
    expect(await refusalOf(caller, write)).toMatchObject({ state: '42501' });
  }
});

test('a status does not change without its line in the history, whoever asks', async () => {
  expect(await refusalOf('postgres', (tx) => tx`update applications set oss_status = 'weight_tax_due' where id = ${id}`)).toMatchObject({ code: 'status_is_guarded' });
  expect(await refusalOf('postgres', (tx) => tx`update applications set filing_status = 'completed' where id = ${id}`)).toMatchObject({ code: 'status_is_guarded' });
});

test('a case is not made without its line in the history', async () => {
  const refusal = await refusalOf('postgres', (tx) => tx`
    insert into applications (vehicle_kind, chassis_no, agent_branch_id, home_branch_id, requester_id, site_id)
    select vehicle_kind, chassis_no, agent_branch_id, home_branch_id, requester_id, site_id from applications where id = ${id}`);
  expect(refusal).toMatchObject({ code: 'status_is_guarded' });
});

/** A line of history for the case, as the owner of the schema might try to slip it in. */
const line = (tx: Tx, source: string, event: string, toOss: string | null) => tx`
  insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
    from_filing_status, from_oss_status, to_filing_status, to_oss_status, source)
  select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, ${event}, filing_status, oss_status, filing_status, ${toOss}, ${source}
  from applications where id = ${id}`;

test('a line of history needs a row of the machine', async () => {
  expect(await refusalOf('postgres', (tx) => line(tx, 'screen', 'pay_tech', 'weight_tax_due'))).toMatchObject({ code: 'transition_does_not_exist' });
  expect(await refusalOf('postgres', (tx) => line(tx, 'schedule', 'void', 'issued'))).toMatchObject({ code: 'transition_does_not_exist' });
});

test('an import may jump, but only to a status of the kind', async () => {
  expect(await refusalOf('postgres', (tx) => line(tx, 'import', 'import', 'issued'))).toBeUndefined();
  expect(await refusalOf('postgres', (tx) => line(tx, 'import', 'import', 'reception_review'))).toMatchObject({ code: 'transition_does_not_exist' });
});

test('a line of an earlier transaction does not cover a later change', async () => {
  const refusal = await refusalOf('postgres', async (tx) => {
    await line(tx, 'import', 'import', 'weight_tax_due');
    await tx`alter table application_events disable trigger on_application_events_changed`;
    await tx`update application_events set transaction_id = '3' where application_id = ${id} and to_oss_status = 'weight_tax_due'`;
    await tx`update applications set oss_status = 'weight_tax_due' where id = ${id}`;
  });
  expect(refusal).toMatchObject({ code: 'status_is_guarded' });
});

test('history is append-only for everybody, the owner included', async () => {
  expect(await refusalOf('postgres', (tx) => tx`update application_events set note = 'x'`)).toMatchObject({ code: 'history_is_append_only' });
  expect(await refusalOf('postgres', (tx) => tx`delete from application_events where application_id = ${id}`)).toMatchObject({ code: 'history_is_append_only' });
  expect(await refusalOf('postgres', (tx) => tx`truncate application_events`)).toMatchObject({ code: 'history_is_append_only' });
  expect(await refusalOf('postgres', (tx) => tx`update audit_log set actor_name = 'x'`)).toMatchObject({ code: 'history_is_append_only' });
  expect(await refusalOf('postgres', (tx) => tx`delete from audit_log`)).toMatchObject({ code: 'history_is_append_only' });
});

test('a case that was sent cannot be deleted, not even by the owner of the schema', async () => {
  expect(await refusalOf('postgres', (tx) => tx`delete from applications where id = ${id}`)).toMatchObject({ code: 'not_a_draft' });
});

test('申請ID does not change once it is known', async () => {
  const refusal = await refusalOf('postgres', async (tx) => {
    await tx`update applications set application_no = '123456789' where id = ${id}`;
    await tx`update applications set application_no = '123456780' where id = ${id}`;
  });
  expect(refusal).toMatchObject({ code: 'application_no_is_fixed' });
});

test('a draft that is deleted takes its history along and leaves a line in the log', async () => {
  await world.rollback(async (tx) => {
    const draft = await caseOf(tx, world.cases.sakuraDraft.id);
    await actAs(tx, 'sakuraPreparer', () => tx`select delete_application(${draft.id}, ${draft.version})`);
    expect(await tx`select 1 from applications where id = ${draft.id}`).toHaveLength(0);
    expect(await tx`select 1 from application_vehicle_users where application_id = ${draft.id}`).toHaveLength(0);
    const [log] = await tx`select actor_name, subject_id from audit_log where action = 'delete'`;
    expect(log).toEqual({ actor_name: 'sakuraPreparer', subject_id: draft.request_no });
  });
});
