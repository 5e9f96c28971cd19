import { expect, test } from 'vitest';
import { request, save, walk } from '../support/cases.ts';
import { json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { type Caller, actAs } from '../support/session.ts';
import type { PersonName } from '../support/cast.ts';

// 検索: what each person finds by which part, and that applications are never walked.

const world = await useWorld();
const { sakura1, kita1 } = world.ids.site;

type Found = {
  applications: { id: number; matched: string; chassis_no: string }[]; requesters: { code: string }[]; sites: { name: string }[]; broad: boolean;
};
const find = (tx: Tx, caller: Caller, parts: Record<string, unknown>): Promise<Found> => actAs(tx, caller, async () => {
  const [row] = await tx<{ found: Found }[]>`select find_anything(${json(tx, parts)}) as found`;
  if (!row) throw new Error('find_anything answered nothing');
  return row.found;
});
const idsOf = (found: Found): number[] => found.applications.map(({ id }) => id);

const plate = { plate_area: '横浜', plate_class: '330', plate_kana: 'す', plate_number: '8765' };
const make = (tx: Tx, by: PersonName, site: number, chassis: string) =>
  save(tx, by, request(site, 'registered', { ...plate, chassis_no: chassis }));

test('a case is found by its plate, its parts, its chassis number and each of its numbers', () => world.rollback(async (tx) => {
  const { id } = await make(tx, 'sakuraSubmitter', sakura1, 'FIND5-0001234');
  const row = await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: 'AC77' } }]]);
  await tx`update applications set previous_acceptance_no = 'AC66' where id = ${id}`;
  const whole = { area: '横浜', class: '330', kana: 'す', number: '8765' };
  const asked: [Record<string, unknown>, string][] = [
    [{ plate: whole }, 'plate'], [{ plate: { ...whole, area: '', class: '' } }, 'plate'], [{ plate: { number: '8765' } }, 'plate'],
    [{ chassis: 'FIND5-0001234' }, 'chassis_no'], [{ chassis_end: '1234' }, 'chassis_no'], [{ chassis: 'FIND' }, 'chassis_no'],
    [{ key: String(row['request_no']) }, 'request_no'], [{ key: 'AC77' }, 'acceptance_no'], [{ key: 'AC66' }, 'previous_acceptance_no'],
  ];
  for (const [parts, matched] of asked) {
    expect((await find(tx, 'tokyoStaff', parts)).applications, JSON.stringify(parts)).toEqual([expect.objectContaining({ id, matched })]);
  }
  for (const parts of [{ plate: { ...whole, kana: 'せ' } }, { chassis: 'FIND5-0001235' }, { key: 'AC7' }, {}]) {
    expect(idsOf(await find(tx, 'tokyoStaff', parts)), JSON.stringify(parts)).toEqual([]);
  }
}));

test('everybody finds within the own scope', () => world.rollback(async (tx) => {
  const mine = (await make(tx, 'sakuraSubmitter', sakura1, 'SCOPE-0000001')).id;
  const theirs = (await make(tx, 'kitaSubmitter', kita1, 'SCOPE-0000002')).id;
  const seen: [PersonName, number[]][] = [
    ['hqAdmin', [mine, theirs]], ['hqViewer', [mine, theirs]], ['tokyoStaff', [mine]], ['sapporoStaff', [theirs]], ['kanagawaStaff', []], ['sakuraAdmin', [mine]],
    ['sakuraSubmitter', [mine]], ['sakuraSubmitter2', []], ['kitaAdmin', [theirs]], ['auditor', []],
  ];
  for (const [person, ids] of seen) {
    expect(idsOf(await find(tx, person, { chassis: 'SCOPE-' })).toSorted((a, b) => a - b), person).toEqual(ids);
  }
}));

test('companies and sites by code and by any part of the name', () => world.rollback(async (tx) => {
  expect((await find(tx, 'hqAdmin', { name: 'c9100001', key: 'C9100001' })).requesters.map(({ code }) => code)).toEqual(['C9100001']);
  expect((await find(tx, 'hqAdmin', { name: '見本' })).requesters.map(({ code }) => code)).toEqual(['C9100001', 'C9100002']);
  expect((await find(tx, 'sapporoStaff', { name: '見本' })).requesters.map(({ code }) => code)).toEqual(['C9100002']);
  expect((await find(tx, 'kanagawaStaff', { name: 'sakura' })).sites.map(({ name }) => name)).toEqual(['sakuraYokohama']);
  expect((await find(tx, 'sakuraSubmitter', { name: 'sakura' })).sites.map(({ name }) => name)).toEqual(['sakura1']);
  expect(await find(tx, 'hqAdmin', { name: '見' })).toMatchObject({ requesters: [], sites: [] });
}));

test('使用者 is never found', () => world.rollback(async (tx) => {
  const found = await find(tx, 'tokyoStaff', { name: '見本太郎', key: '見本 太郎' });
  expect(found).toEqual({ applications: [], requesters: [], sites: [], broad: false });
}));

/** Cases of one company whose chassis numbers begin alike: more than a search looks at. */
const flood = (tx: Tx, site: number, count: number) => tx`
  with made as (
    insert into applications (vehicle_kind, source, agent_branch_id, home_branch_id, requester_id, site_id, plate_area, plate_class, plate_kana, plate_number, chassis_no)
    select 'kei', 'import', s.branch_id, r.branch_id, r.id, s.id, '品川', '580', 'あ', (n % 9999 + 1)::text, 'WIDE-' || lpad(n::text, 7, '0')
    from sites s join requesters r on r.id = s.requester_id, generate_series(1, ${count}::int) n where s.id = ${site} returning *
  )
  insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, to_filing_status, source)
  select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', filing_status, 'import' from made`;

test('a broad prefix says so, and still finds what the person has of it', () => world.rollback(async (tx) => {
  await flood(tx, kita1, 5500);
  const { id } = await make(tx, 'sakuraSubmitter', sakura1, 'WIDE-9999999');
  const found = await find(tx, 'sakuraSubmitter', { chassis: 'WIDE-' });
  expect(found.broad).toBe(true);
  expect(idsOf(found)).toEqual([id]);
  expect((await find(tx, 'hqAdmin', { chassis: 'WIDE-' })).applications).toHaveLength(20);
}));

test('what is not broad is found whole, however much of it belongs to others', () => world.rollback(async (tx) => {
  await flood(tx, kita1, 2500);
  const { id } = await make(tx, 'sakuraSubmitter', sakura1, 'WIDE-9999999');
  expect(await find(tx, 'sakuraSubmitter', { chassis: 'WIDE-' })).toMatchObject({ broad: false, applications: [{ id }] });
}));

test('applications are read by their indexes alone', () => world.rollback(async (tx) => {
  await flood(tx, kita1, 20_000);
  await tx`analyze applications`;
  const ranges = await tx<{ range: string }[]>`
    select private.find_ranges(${json(tx, { plate: { area: '品川', class: '', kana: 'あ', number: '77' }, chassis: 'WIDE-0000', key: 'X1' })}) as range`;
  expect(ranges).toHaveLength(6);
  const statements = [...ranges.map(({ range }) => `select a.id from applications a where ${range} limit 1001`),
    'select a.* from applications a where a.id = any (array(select x.id from applications x order by x.id limit 1000))'];
  for (const person of ['hqAdmin', 'tokyoStaff', 'sakuraAdmin', 'sakuraSubmitter'] as const) {
    for (const statement of statements) {
      // find_case_ids asks its ranges as the owner: under a policy the end of a 車台番号 would find no index
      const plan = await actAs(tx, statement.includes('limit 1001') ? 'postgres' : person, () => tx.unsafe(`explain (format json) ${statement}`));
      expect(JSON.stringify(plan), statement).not.toContain('"Seq Scan"');
    }
  }
}));
