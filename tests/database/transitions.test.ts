import { describe, expect, test } from 'vitest';
import { caseOf, type CaseRef, fireAll, type Result } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx, undone } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { arrange, broughtFor, factsOf, followerOf, holds, readMachine, type Row, setFact, titleOf } from '../support/machine.ts';
import { actAs } from '../support/session.ts';

// Every row of the machine, read from the machine itself, event by event: allowed for each kind of actor, refused to
// everybody else, for every missing value and fact, and for an old version. One case a row, all asked in one call.
// The workshop lies in 神奈川 and its company at home in 東京, so that the home branch reads and may do nothing.

const world = await useWorld();
const machine = await readMachine(world.sql);
const workshop = world.ids.site.sakuraYokohama;
const byPeople = machine.filter((row) => !row.actors.includes('system'));
const bySystem = machine.filter((row) => row.actors.includes('system'));
const events = [...new Set(byPeople.map(({ event }) => event))];

/** The case that stands ready for each row. */
const cases = new Map<number, CaseRef>();
await world.sql.begin(async (tx) => {
  for (const row of machine) cases.set(row.id, await arrange(tx, row, workshop, 'sakuraSubmitterAll'));
});
const caseFor = (row: Row): CaseRef => cases.get(row.id) ?? { id: 0, version: 0 };

const peopleOf: Record<string, PersonName[]> = {
  agent: ['kanagawaStaff', 'hqAdmin'],
  submitter: ['sakuraSubmitterAll'],
  company: ['sakuraAdmin', 'sakuraSubmitterAll'],
};
const mayFire = (row: Row): PersonName[] => [...new Set(row.actors.flatMap((actor) => peopleOf[actor] ?? []))];
const doerOf = (row: Row): PersonName => mayFire(row)[0] ?? 'hqAdmin';
const seeing: PersonName[] = ['hqFinance', 'hqViewer', 'tokyoStaff', 'sakuraAdmin', 'sakuraSubmitterAll'];
const blind: PersonName[] = ['auditor', 'sapporoAdmin', 'sakuraSubmitter', 'kitaSubmitter'];

const siblings = (row: Row): Row[] => byPeople.filter((other) =>
  other.event === row.event && other.vehicle_kind === row.vehicle_kind && other.from_filing === row.from_filing && other.from_oss === row.from_oss);

/** One call for the cases of all rows, each with the values its row wants (`without`: but this one). */
const fireRows = async (tx: Tx, person: PersonName, event: string, rows: Row[], change: { without?: string; age?: number } = {}): Promise<[Row, Result][]> => {
  const items = rows.map((row) => {
    const { id, version } = caseFor(row);
    return { id, version: version - (change.age ?? 0), values: broughtFor(row, change.without).values ?? {} };
  });
  const note = change.without !== 'note' && rows.some((row) => row.required_values.includes('note')) ? '理由' : undefined;
  const results = await fireAll(tx, person, event, items, { ...(note && { note }) });
  return results.map((result, n): [Row, Result] => [rows[n] ?? bySystem[0] as Row, result]);
};

const place = (filing: string, oss: string | null): string => (oss === null ? filing : `${filing}/${oss}`);

const outcomeAt = (filing: string, oss: string | null): string => {
  if (filing === 'completed') return 'completed';
  return filing === 'error' ? oss ?? 'system_error' : 'open';
};

const linesAfter = (tx: Tx, id: number, last: number) => tx`
  select event, actor_id, on_behalf, source, concat_ws('/', from_filing_status, from_oss_status) as from, concat_ws('/', to_filing_status, to_oss_status) as to
  from application_events where application_id = ${id} and id > ${last} order by id`;

const availableTo = (tx: Tx, person: PersonName, rows: Row[]): Promise<Map<number, string[]>> => actAs(tx, person, async () => {
  const found = await tx<{ id: number; events: string[] }[]>`
    select id, available_events(a) as events from applications a where id in ${tx(rows.map((row) => caseFor(row).id))}`;
  return new Map(found.map(({ id, events }) => [id, events]));
});

describe.each(events)('%s', (event) => {
  const rows = byPeople.filter((row) => row.event === event);

  test('is done by those who may, and written down', () => world.rollback(async (tx) => {
    const [newest] = await tx<{ id: number }[]>`select max(id) as id from application_events`;
    for (const person of new Set(rows.flatMap(mayFire))) {
      const own = rows.filter((row) => mayFire(row).includes(person));
      await undone(tx, async (point) => {
        const ready = new Map<Row, Row | undefined>();
        for (const row of own) ready.set(row, followerOf(machine, row, await factsOf(point, caseFor(row).id)));
        const available = await availableTo(point, person, own);
        for (const [row, result] of await fireRows(point, person, event, own)) {
          const { id, version } = caseFor(row);
          const follower = ready.get(row);
          const end = follower ?? row;
          expect(available.get(id), titleOf(row)).toContain(event);
          expect(result, titleOf(row)).toMatchObject({ ok: true, id, version: version + 1 });
          expect(await caseOf(point, id), titleOf(row)).toMatchObject({
            filing_status: end.to_filing, oss_status: end.to_oss, outcome: outcomeAt(end.to_filing, end.to_oss), version: version + 1,
          });
          const line = (from: Row, by: PersonName | null) => ({
            event: from.event, actor_id: by && world.people[by].id, on_behalf: by === 'hqAdmin', source: 'screen',
            from: place(from.from_filing, from.from_oss), to: place(from.to_filing, from.to_oss),
          });
          expect(await linesAfter(point, id, newest?.id ?? 0), titleOf(row)).toEqual(follower ? [line(row, person), line(follower, null)] : [line(row, person)]);
        }
      });
    }
  }));

  test('is refused to everybody else, and nothing is changed', () => world.rollback(async (tx) => {
    const before = await tx`select id, version from applications order by id`;
    for (const person of [...seeing, ...blind]) {
      const others = rows.filter((row) => !siblings(row).some((sibling) => mayFire(sibling).includes(person)));
      if (others.length === 0) continue;
      const code = seeing.includes(person) ? 'not_allowed' : 'not_found';
      for (const [row, result] of await fireRows(tx, person, event, others)) expect(result, `${person}: ${titleOf(row)}`).toMatchObject({ ok: false, code });
      if (code === 'not_allowed') for (const available of (await availableTo(tx, person, others)).values()) expect(available).not.toContain(event);
    }
    expect(await tx`select id, version from applications order by id`).toEqual(before);
  }));

  test('is refused for an old version and for each missing value', () => world.rollback(async (tx) => {
    for (const doer of new Set(rows.map(doerOf))) {
      const own = rows.filter((row) => doerOf(row) === doer);
      for (const [row, result] of await fireRows(tx, doer, event, own, { age: 1 })) {
        expect(result, titleOf(row)).toMatchObject({ ok: false, code: 'stale_version', details: { version: caseFor(row).version } });
      }
      for (const field of new Set(own.flatMap((row) => row.required_values))) {
        const wanting = own.filter((row) => row.required_values.includes(field));
        for (const [row, result] of await fireRows(tx, doer, event, wanting, { without: field })) {
          expect(result, titleOf(row)).toMatchObject({ ok: false, code: 'value_required', details: { field } });
        }
      }
    }
  }));

  const wrong = rows.flatMap((row) => [...row.needs.map((fact) => ({ row, fact, on: false })), ...row.excludes.map((fact) => ({ row, fact, on: true }))]);
  const possible = wrong.filter(({ row, fact, on }) => !(on && fact === 'cashless' && row.vehicle_kind === 'kei'));

  test.runIf(possible.length > 0)('is refused when a fact is missing or in the way', () => world.rollback(async (tx) => {
    for (const { row, fact, on } of possible) {
      await undone(tx, async (point) => {
        await setFact(point, caseFor(row).id, fact, on);
        const facts = await factsOf(point, caseFor(row).id);
        expect(facts.includes(fact), titleOf(row)).toBe(on);
        // what another row of the same event covers is that row's business
        if (siblings(row).some((other) => holds(other, facts))) return;
        const [[, result] = []] = await fireRows(point, doerOf(row), event, [row]);
        expect(result, `${fact}: ${titleOf(row)}`).toMatchObject({ ok: false, code: 'condition_not_met' });
        if (siblings(row).length === 1) expect(result?.details?.[on ? 'forbidden' : 'missing']).toContain(fact);
      });
    }
  }));
});

test.each(bySystem.map((row) => ({ title: titleOf(row), row })))('$title follows by itself and cannot be fired by hand', ({ row }) => world.rollback(async (tx) => {
  const item = caseFor(row);
  const byHand = await attempt(tx, (point) => fireAll(point, 'hqAdmin', row.event, [item]));
  expect(byHand.refusal).toMatchObject({ code: 'unknown_event', state: 'PT400' });
  expect(await fireAll(tx, 'kanagawaStaff', 'accept', [item], { values: { acceptance_no: `SYS${row.id}` } })).toMatchObject([{ ok: true }]);
  expect(await caseOf(tx, item.id)).toMatchObject({ filing_status: row.to_filing, oss_status: row.to_oss, acceptance_no: `SYS${row.id}` });
  const [last] = await tx`select event, actor_id from application_events where application_id = ${item.id} order by id desc limit 1`;
  expect(last).toEqual({ event: row.event, actor_id: null });
}));
