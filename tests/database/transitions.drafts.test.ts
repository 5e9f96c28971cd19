import { describe, expect, test } from 'vitest';
import { caseOf, complete, request, save } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// 依頼データ: who writes drafts, and what stays as it was first saved.

const world = await useWorld();
const { site } = world.ids;

const refusalOf = async (tx: Tx, person: PersonName, fields: Record<string, unknown>) => (await attempt(tx, (point) => save(point, person, fields))).refusal;

describe('a new draft', () => {
  test('belongs to the branch of the workshop’s area and of the company’s home, whoever makes it', () => world.rollback(async (tx) => {
    for (const person of ['sakuraSubmitterAll', 'kanagawaStaff', 'hqAdmin'] as const) {
      const made = await save(tx, person, request(site.sakuraYokohama, 'registered'));
      expect(made).toMatchObject({
        filing_status: 'draft', oss_status: null, outcome: 'open', agent_branch_id: world.ids.branch.kanagawa, home_branch_id: world.ids.branch.tokyo,
        requester_id: world.ids.company.sakura, created_by: world.people[person].id, source: 'screen', application_no: null,
      });
      expect(made.request_no).toMatch(/^R\d{9}$/);
    }
  }));

  test.each(['sakuraAdmin', 'sakuraSiteAdmin', 'hqViewer', 'hqFinance', 'auditor', 'sapporoStaff', 'kitaSubmitter', 'sakuraSubmitter2'] as const)('is not made by %s', (person) =>
    world.rollback(async (tx) => {
      expect(await refusalOf(tx, person, request(site.sakura1, 'kei'))).toMatchObject({ code: 'not_allowed', state: 'PT403' });
    }));

  test('is not made for a closed workshop; at one that waits for its branch it cannot be sent', () => world.rollback(async (tx) => {
    const [closed] = await tx<{ id: number }[]>`
      insert into sites (requester_id, branch_id, code, name, short_name, status)
      values (${world.ids.company.sakura}, ${world.ids.branch.tokyo}, '009', '閉じた工場', '閉', 'closed') returning id`;
    expect(await refusalOf(tx, 'sakuraSubmitterAll', request(closed?.id ?? 0, 'kei'))).toMatchObject({ code: 'site_is_closed', state: 'PT409' });
    await tx`update sites set status = 'pending' where id = ${site.sakura2}`;
    const made = await save(tx, 'sakuraSubmitter2', request(site.sakura2, 'kei'));
    const sent = await actAs(tx, 'sakuraSubmitter2', () => tx<{ result: unknown }[]>`
      select transition('submit', jsonb_build_array(jsonb_build_object('id', ${made.id}::bigint, 'version', ${made.version}::int))) -> 0 as result`);
    expect(sent[0]?.result).toMatchObject({ ok: false, code: 'condition_not_met', details: { missing: ['site_active'] } });
  }));

  test('gets a 申請ID at once when the office works without AINAS', () => world.rollback(async (tx) => {
    await tx`update settings set value = 'true' where key = 'standalone'`;
    const [first, second] = [await save(tx, 'sakuraSubmitter', request(site.sakura1, 'kei')), await save(tx, 'sakuraSubmitter', request(site.sakura1, 'kei'))];
    expect(first.application_no).toMatch(/^\d{9}$/);
    expect(second.application_no).not.toBe(first.application_no);
  }));

  test('takes no column but those of the form', () => world.rollback(async (tx) => {
    for (const field of ['filing_status', 'acceptance_no', 'agent_branch_id', 'requester_id', 'completed_on', 'billing_month', 'application_no', 'outcome', 'created_by']) {
      expect(await refusalOf(tx, 'sakuraSubmitter', request(site.sakura1, 'kei', { [field]: null })), field).toMatchObject({ code: 'field_not_allowed', details: { field } });
    }
  }));
});

const change = (tx: Tx, fields: Record<string, unknown>, person: PersonName = 'sakuraPreparer') => attempt(tx, async (point) => {
  const { id, version } = await caseOf(point, world.cases.sakuraDraft.id);
  return save(point, person, { id, version, ...fields });
});

describe('a saved draft', () => {
  test('keeps what was registered first', () => world.rollback(async (tx) => {
    for (const fields of [{ chassis_no: 'OTHER-1' }, { plate_number: '9999' }, { vehicle_kind: 'kei' }, { site_id: site.sakura2 }, { plate_kana: null }, { small_plate: true }]) {
      expect((await change(tx, fields)).refusal, JSON.stringify(fields)).toMatchObject({ code: 'initial_fields_locked', state: 'PT403' });
    }
    const same = await caseOf(tx, world.cases.sakuraDraft.id);
    expect((await change(tx, { chassis_no: same.chassis_no, memo: '変えてよい' })).value).toMatchObject({ memo: '変えてよい', version: same.version + 1 });
  }));

  test('is refused to a stale version, and says who was faster', () => world.rollback(async (tx) => {
    const before = await caseOf(tx, world.cases.sakuraDraft.id);
    await change(tx, { memo: '先に' });
    expect(await refusalOf(tx, 'tokyoStaff', { id: before.id, version: before.version, memo: 'あとから' })).toMatchObject({
      code: 'stale_version', state: 'PT409', details: { actor_name: 'sakuraPreparer', event: 'edit' },
    });
    expect((await caseOf(tx, before.id)).memo).toBe('先に');
  }));

  test('a change of 使用者 alone counts as a change', () => world.rollback(async (tx) => {
    const before = await caseOf(tx, world.cases.sakuraDraft.id);
    const first = await change(tx, { user: { ...complete.user, name: '見本 花子' } });
    expect(first.value?.version).toBe(before.version + 1);
    expect(await refusalOf(tx, 'tokyoStaff', { id: before.id, version: before.version, user: { ...complete.user, name: '見本 次郎' } })).toMatchObject({ code: 'stale_version' });
  }));

  test('the history says which fields were changed and never what they hold', () => world.rollback(async (tx) => {
    await change(tx, { memo: '秘密', user: complete.user });
    const [line] = await tx<{ text: string; fields: string[] }[]>`
      select to_jsonb(e)::text as text, e.details -> 'fields' as fields from application_events e
      where application_id = ${world.cases.sakuraDraft.id} order by id desc limit 1`;
    expect(line?.fields.toSorted()).toEqual(['memo', 'user']);
    expect(line?.text).not.toMatch(/秘密|見本 太郎|千代田区/);
  }));

  test('is not changed or deleted once it was sent', () => world.rollback(async (tx) => {
    const { id, version } = world.cases.sakuraRequested;
    expect(await refusalOf(tx, 'sakuraSubmitter', { id, version, memo: 'x' })).toMatchObject({ code: 'not_a_draft', state: 'PT409' });
    const deleted = await attempt(tx, (point) => actAs(point, 'sakuraSubmitter', () => point`select delete_application(${id}, ${version})`));
    expect(deleted.refusal).toMatchObject({ code: 'not_a_draft' });
  }));

  test('is edited and not sent by one who may not send', () => world.rollback(async (tx) => {
    const { value } = await change(tx, { memo: 'x' });
    const sent = await actAs(tx, 'sakuraPreparer', () => tx<{ result: unknown }[]>`
      select transition('submit', jsonb_build_array(jsonb_build_object('id', ${value?.id ?? 0}::bigint, 'version', ${value?.version ?? 0}::int))) -> 0 as result`);
    expect(sent[0]?.result).toMatchObject({ ok: false, code: 'not_allowed' });
  }));

  test('bad values are refused in a word that a person can read', () => world.rollback(async (tx) => {
    for (const fields of [{ planned_on: '2025-02-30' }, { planned_on: 'soon' }, { memo: 'x'.repeat(1001) }, { certificate_no: '1' }, { cashless: 'perhaps' }]) {
      expect((await change(tx, fields)).refusal?.state, JSON.stringify(fields)).toMatch(/^(PT400|22...|23514)$/);
    }
  }));
});
