import { describe, expect, test } from 'vitest';
import { type CaseRef, fire, newAcceptanceNo, request, save, walk } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { jump } from '../support/machine.ts';
import { actAs, setClock } from '../support/session.ts';

// 車両台帳: the newest application of a car says where it is and when it comes due; and what it lends to the next request.

const world = await useWorld();
const { sakura1, sakura2 } = world.ids.site;
type Car = { chassis_no: string; site_id: number; next_expires_on: string | null; expiry_estimated: boolean; last_application_id: number; last_outcome: string; plate_number: string };

const carOf = async (tx: Tx, chassis: string) => (await tx<Car[]>`select * from cars where chassis_no = ${chassis}`)[0];
const finish = (tx: Tx, id: number) => walk(tx, id, [
  ['sakuraSubmitterAll', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }], ['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'],
  ['tokyoStaff', 'pass', { values: { amount: 6600 } }], ['tokyoStaff', 'pay_weight_tax']]);
const made = (tx: Tx, fields: Record<string, unknown>, kind: 'kei' | 'registered' = 'kei', site = sakura1): Promise<CaseRef> =>
  save(tx, 'sakuraSubmitterAll', request(site, kind, { chassis_no: 'CAR-1', ...fields }));

const bare = (cars: readonly Record<string, unknown>[]) => cars.map(({ id: _id, ...car }) => JSON.stringify(car)).toSorted();

describe('a car', () => {
  test('is known from the day it is sent, and comes due anew when the case is completed', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const { id, version } = await made(tx, { inspection_expires_on: '2025-06-10' });
    expect(await carOf(tx, 'CAR-1')).toBeUndefined();
    await fire(tx, 'sakuraSubmitterAll', 'submit', { id, version });
    expect(await carOf(tx, 'CAR-1')).toMatchObject({ last_application_id: id, last_outcome: 'open', next_expires_on: '2025-06-10', site_id: sakura1 });
    await walk(tx, id, [['tokyoStaff', 'return', { note: '直す' }]]);
    await finish(tx, id);
    expect(await carOf(tx, 'CAR-1')).toMatchObject({ last_outcome: 'completed', next_expires_on: '2027-06-10', expiry_estimated: false });
  }));

  test('filed too early comes due from its completion; without a known day it is worked out and says so', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    await finish(tx, (await made(tx, { inspection_expires_on: '2025-08-10' })).id);
    expect(await carOf(tx, 'CAR-1')).toMatchObject({ next_expires_on: '2027-05-01', expiry_estimated: false });
    await finish(tx, (await made(tx, { chassis_no: 'CAR-2' })).id);
    expect(await carOf(tx, 'CAR-2')).toMatchObject({ next_expires_on: '2027-05-01', expiry_estimated: true });
  }));

  test.each([[{ certificate_period: '1年指定整備車' }, '2026-06-10'], [{ certificate_period: '2年指定整備車' }, '2027-06-10'], [{ plate_class: '400' }, '2026-06-10'], [{ plate_kana: 'れ' }, '2026-06-10']])(
    'of 登録車 with %j comes due on %s', (fields, due) => world.rollback(async (tx) => {
      await setClock(tx, '2025-05-02T10:00:00+09:00');
      await finish(tx, (await made(tx, { inspection_expires_on: '2025-06-10', ...fields }, 'registered')).id);
      expect(await carOf(tx, 'CAR-1')).toMatchObject({ next_expires_on: due });
    }));

  test('has one row a company: the newest case wins, also when an older one is written later', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const first = await made(tx, { inspection_expires_on: '2025-06-10' });
    await finish(tx, first.id);
    await setClock(tx, '2027-05-02T10:00:00+09:00');
    const next = await made(tx, { inspection_expires_on: '2027-06-10', plate_number: '99' }, 'kei', sakura2);
    await fire(tx, 'sakuraSubmitterAll', 'submit', next);
    expect(await carOf(tx, 'CAR-1')).toMatchObject({ last_application_id: next.id, site_id: sakura2, plate_number: '99', next_expires_on: '2027-06-10' });
    await jump(tx, first.id, 'completed', 'issued');
    expect(await carOf(tx, 'CAR-1')).toMatchObject({ last_application_id: next.id });
    const [rows] = await tx<{ n: number }[]>`select count(*)::int as n from cars where chassis_no = 'CAR-1'`;
    expect(rows?.n).toBe(1);
    // poured in without triggers and counted anew
    const before = await tx`select * from cars order by id`;
    await tx`delete from cars`;
    await tx`select private.put_cars(array(select a.id from applications a))`;
    const again = await tx`select * from cars order by id`;
    expect(bare(again)).toEqual(bare(before));
  }));

  test('is counted by its day within the caller’s scope', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    for (const [chassis, site] of [['A-1', sakura1], ['A-2', sakura1], ['A-3', sakura2]] as const) {
      await fire(tx, 'sakuraSubmitterAll', 'submit', await made(tx, { chassis_no: chassis, inspection_expires_on: '2030-06-10' }, 'kei', site));
    }
    const calendar = (person: PersonName) => actAs(tx, person, async () => (await tx<{ days: unknown }[]>`select cars_calendar('2030-06-01', '2030-06-30') as days`)[0]?.days);
    expect(await calendar('sakuraAdmin')).toEqual([{ day: '2030-06-10', cars: 3, open: 3 }]);
    expect(await calendar('sakuraSubmitter')).toEqual([{ day: '2030-06-10', cars: 2, open: 2 }]);
    for (const person of ['kitaSubmitter', 'tokyoStaff', 'hqAdmin'] as const) expect(await calendar(person), person).toEqual([]);
  }));
});

const former = (tx: Tx, person: PersonName, p: Record<string, unknown>) => actAs(tx, person, async () =>
  (await tx<{ found: { id: number; fields: Record<string, unknown>; user: Record<string, unknown> | null } | null }[]>`select former_request(${json(tx, p)}) as found`)[0]?.found);

describe('a former case', () => {
  const plate = { vehicle_kind: 'kei', plate_area: '品川', plate_class: '580', plate_kana: 'あ', plate_number: '8765' };

  test('is found by chassis, plate or itself, the newest first, and lends what does not belong to the old inspection', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const { id } = await made(tx, { ...plate, inspection_expires_on: '2025-06-10', memo: '急ぎ', option_code: 'OP1', planned_on: '2025-05-05' });
    await finish(tx, id);
    for (const p of [{ chassis_no: 'CAR-1' }, plate, { application_id: id }]) {
      const found = await former(tx, 'sakuraPreparer', p);
      expect(found, JSON.stringify(p)).toMatchObject({ id, fields: { chassis_no: 'CAR-1', option_code: 'OP1', inspection_expires_on: '2027-06-10', site_id: sakura1 }, user: { name: '見本 太郎' } });
      for (const field of ['hotekisho_ready', 'liability_ready', 'planned_on', 'memo', 'certificate_no']) expect(found?.fields).not.toHaveProperty(field);
    }
    await setClock(tx, '2025-05-03T10:00:00+09:00');
    const newer = await made(tx, plate);
    await fire(tx, 'sakuraSubmitterAll', 'submit', newer);
    expect(await former(tx, 'sakuraPreparer', plate)).toMatchObject({ id: newer.id });
  }));

  test('is not found by who does not see it', () => world.rollback(async (tx) => {
    const { id } = await made(tx, plate, 'kei', sakura2);
    for (const person of ['sakuraSubmitter', 'kitaSubmitter', 'sapporoStaff', 'auditor'] as const) {
      expect(await former(tx, person, plate), person).toBeNull();
      expect(await former(tx, person, { application_id: id }), person).toBeNull();
    }
    // head office sees the case, never its 使用者
    expect(await former(tx, 'hqAdmin', { application_id: id })).toMatchObject({ id, user: null });
  }));
});

const keep = (tx: Tx, person: PersonName, p: Record<string, unknown>) => actAs(tx, person, async () =>
  (await tx<{ kept: { id: number; version: number } }[]>`select save_application_template(${json(tx, p)}) as kept`)[0]?.kept ?? { id: 0, version: 0 });

describe('申請テンプレート', () => {
  test('is changed in the version that was read, and moved only within reach', () => world.rollback(async (tx) => {
    const own = await keep(tx, 'sakuraSiteAdmin', { site_id: sakura1, name: '軽の標準', vehicle_kind: 'kei', is_default: true, values: { receipt_by: 'agent', memo: 'よろしく' } });
    expect(await keep(tx, 'sakuraSiteAdmin', { id: own.id, version: own.version, name: '軽', values: { receipt_by: 'requester' } })).toMatchObject({ version: 2, name: '軽', values: { receipt_by: 'requester' } });
    await expect(tx.savepoint((point) => keep(point, 'sakuraSiteAdmin', { id: own.id, version: 2, site_id: null }))).rejects.toThrow('not_allowed');
    await expect(tx.savepoint((point) => keep(point, 'sakuraAdmin', { id: own.id, version: 1, name: 'x' }))).rejects.toThrow('stale_version');
    await expect(tx.savepoint((point) => keep(point, 'kitaAdmin', { id: own.id, version: 2, name: 'x' }))).rejects.toThrow('not_found');
    await expect(tx.savepoint((point) => keep(point, 'sakuraAdmin', { name: 'x', values: { chassis_no: 'X' } }))).rejects.toThrow('field_not_allowed');
  }));
});

describe('a company with very many cars', () => {
  const plans: [string, PersonName, string][] = [
    ['the first page', 'sakuraAdmin', "select * from cars where requester_id = :company and next_expires_on between '2030-01-01' and '2030-04-01' order by next_expires_on, id limit 20"],
    ['a page of a site', 'sakuraSubmitter', 'select * from cars where requester_id = :company and site_id = :site order by next_expires_on, id limit 20'],
    ['a plate', 'sakuraAdmin', "select * from cars where requester_id = :company and plate_number = '77' order by next_expires_on, id limit 20"],
    ['a chassis number', 'sakuraAdmin', "select * from cars where requester_id = :company and chassis_no >= 'MANY-123' and chassis_no < 'MANY-124' order by next_expires_on, id limit 20"],
    ['a month of the calendar', 'sakuraAdmin', "select next_expires_on, count(*) from cars where requester_id = :company and next_expires_on between '2030-01-01' and '2030-02-01' group by 1"],
  ];

  test('reads every page by an index', () => world.rollback(async (tx) => {
    await tx`
      insert into cars (requester_id, site_id, chassis_no, vehicle_kind, plate_number, small_plate, next_expires_on, expiry_estimated, last_application_id, last_on, last_outcome)
      select ${world.ids.company.sakura}, case when g % 100 = 0 then ${sakura1}::bigint else ${sakura2}::bigint end, 'MANY-' || g, 'kei', (g % 9999)::text, false, date '2029-01-01' + g % 700, false, g, '2028-01-01', 'completed'
      from generate_series(1, 60000) g`;
    await tx`analyze cars`;
    for (const [what, person, query] of plans) {
      const sql = query.replace(':company', String(world.ids.company.sakura)).replace(':site', String(sakura1));
      const plan = await actAs(tx, person, () => tx.unsafe<{ 'QUERY PLAN': string }[]>(`explain (analyze, timing off) ${sql}`));
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text, `${what}\n${text}`).toMatch(/Index (Only )?Scan (using|on) cars_/);
      expect(text, `${what}\n${text}`).not.toMatch(/Seq Scan on cars/);
    }
  }));
});
