import { beforeAll, describe, expect, test } from 'vitest';
import { type Facts, probes } from '../support/accessFunctions.ts';
import { type RelationRule, relations, type Write } from '../support/accessRelations.ts';
import { cast, type Person, type PersonName, personNames, personOf } from '../support/cast.ts';
import { attempt, type Tx, undone } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, become, type Caller, setClock } from '../support/session.ts';
import { makeApprovals } from '../support/worldApprovals.ts';
import { makeCards } from '../support/worldCards.ts';
import { makeMails } from '../support/mails.ts';
import { makeContacts } from '../support/worldContacts.ts';
import { makeKeys, makeRequestImports, makeTemplates } from '../support/worldKeys.ts';
import { makeImports, makeMoney } from '../support/worldMoney.ts';
import { makeMutes } from '../support/worldRadar.ts';
import { makeRequests } from '../support/worldRequests.ts';

// What everybody may read, write and call, generated from the tables in tests/support/access*.ts.

const world = await useWorld();
await world.sql.begin(async (tx) => {
  await makeMoney(tx, world.ids.company);
  await makeImports(tx);
  await makeApprovals(tx, world.ids.company);
  await makeContacts(tx, world.cases);
  await makeMutes(tx, world);
  await makeMails(tx, world.ids);
  await makeRequests(tx, world.cases);
  await makeCards(tx, world);
  await makeKeys(tx);
  await makeTemplates(tx, world.ids.company, world.ids.site.sakura2);
  await makeRequestImports(tx, [world.ids.company.sakura, world.ids.company.kita]);
});
const rules = Object.entries(relations);

const idOf = <K extends string>(names: Record<K, number>, name: K | undefined): string => (name === undefined ? 'null' : String(names[name]));

/** A condition of the table with the person's own scope in it. */
const conditionFor = (name: PersonName, condition: string): string => {
  const person: Person = personOf(name);
  return condition
    .replaceAll(':branch', idOf(world.ids.branch, person.branch))
    .replaceAll(':company', idOf(world.ids.company, person.company))
    .replaceAll(':site', idOf(world.ids.site, person.site))
    .replaceAll(':me', `'${person.id}'`);
};

const keysOf = async (tx: Tx, name: string, key: string, rows = 'true'): Promise<string[]> => {
  const found = await tx.unsafe<{ key: string }[]>(`select (${key})::text as key from ${name} where ${rows} order by 1`);
  return found.map((row) => row.key);
};

const refusalOf = async (tx: Tx, caller: Caller, statement: string) =>
  (await attempt(tx, (point) => actAs(point, caller, () => point.unsafe(statement)))).refusal?.state;

test('names every relation and every function of the API', async () => {
  const found = await world.sql<{ relation: string }[]>`
    select relname as relation from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')`;
  expect(Object.keys(relations).toSorted()).toEqual(found.map(({ relation }) => relation).toSorted());
  const functions = await world.sql<{ name: string }[]>`
    select distinct p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype`;
  expect([...new Set(probes.map((probe) => probe.function))].toSorted()).toEqual(functions.map(({ name }) => name).toSorted());
});

test('knows the world: each relation has rows, and each limited reader sees some and misses some', () => world.rollback(async (tx) => {
  for (const [name, { key, select }] of rules) {
    const all = await keysOf(tx, name, key);
    expect(all.length, name).toBeGreaterThan(0);
    for (const role of new Set(personNames.map((person) => cast[person].role))) {
      if (['true', 'false'].includes(select[role])) continue;
      const people = personNames.filter((person) => cast[person].role === role);
      const counts = [];
      for (const person of people) counts.push((await keysOf(tx, name, key, conditionFor(person, select[role]))).length);
      expect(Math.max(...counts), `${role} sees some of ${name}`).toBeGreaterThan(0);
      expect(Math.min(...counts), `${role} misses some of ${name}`).toBeLessThan(all.length);
    }
  }
}));

describe.each(personNames)('%s', (person) => {
  const { role } = cast[person];

  test('reads exactly the rows of the table', () => world.rollback(async (tx) => {
    for (const [name, { key, select, closed }] of rules) {
      if (closed) {
        expect(await refusalOf(tx, person, `select 1 from ${name}`), name).toBe('42501');
        continue;
      }
      const expected = await keysOf(tx, name, key, conditionFor(person, select[role]));
      const seen = await actAs(tx, person, () => keysOf(tx, name, key));
      expect(seen, name).toEqual(expected);
    }
  }));

  test.each(rules)('writes %s directly only where the table says so', (name, rule) => world.rollback(async (tx) => {
    const column = await writableColumn(tx, name);
    const acts: [write: Write | undefined, statement: string][] = [
      [rule.insert, insertInto(name, rule.insert, column, person)],
      [rule.update, `update ${name} set ${rule.update?.column ?? column} = ${rule.update?.column ?? column}`],
      [rule.delete, `delete from ${name}`],
    ];
    for (const [write, statement] of acts) {
      const rows = conditionFor(person, write?.rows[role] ?? 'false');
      const mine = rows === 'false' ? 0 : (await keysOf(tx, name, rule.key, rows)).length;
      const done = await attempt(tx, (point) => undone(point, () => actAs(point, person, async () => (await point.unsafe(statement)).count)));
      if (rows === 'false') expect(done.refusal ? done.refusal.state : `${done.value} rows`, statement).toMatch(/^(42501|55000|0 rows)$/);
      else expect(done.value, statement).toBe(statement.startsWith('insert') ? 1 : mine);
    }
  }));
});

/** A column that an update could name: neither identity nor generated, nor, in a view, computed. */
const writableColumn = async (tx: Tx, name: string): Promise<string> => {
  const [found] = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${name}`}::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
    order by attname = 'id', attnum limit 1`;
  return found?.name ?? 'id';
};

const insertInto = (name: string, write: Write | undefined, column: string, person: PersonName): string => {
  if (!write?.row) return `insert into ${name} (${column}) select ${column} from ${name} limit 1`;
  const values = Object.values(write.row).map((value) => conditionFor(person, value));
  return `insert into ${name} (${Object.keys(write.row).join(', ')}) values (${values.join(', ')})`;
};

const writes = (name: string, column: string): string[] => [
  `insert into ${name} (${column}) values (null)`, `update ${name} set ${column} = ${column}`, `delete from ${name}`, `truncate ${name}`,
];

test.each(['anon', 'service'] as const)('%s writes nothing directly', (caller) => world.rollback(async (tx) => {
  for (const [name] of rules) {
    for (const statement of writes(name, await writableColumn(tx, name))) expect(await refusalOf(tx, caller, statement), statement).toMatch(/^(42501|55000|42809)$/);
  }
}));

test('somebody who is not signed in reads public notices and the directory of branches, nothing else', () => world.rollback(async (tx) => {
  for (const [name, rule] of rules) {
    expect(await refusalOf(tx, 'anon', `select * from ${name}`), name).toBe('42501');
    if (rule.anon === undefined) {
      expect(await refusalOf(tx, 'anon', `select 1 from ${name}`), name).toBe('42501');
    } else {
      const [expected] = await tx.unsafe<{ rows: unknown }[]>(anonRows(name, rule.anon, rule.anon.rows));
      const [seen] = await actAs(tx, 'anon', () => tx.unsafe<{ rows: unknown }[]>(anonRows(name, rule.anon, 'true')));
      expect(seen, name).toEqual(expected);
    }
  }
}));

const anonRows = (name: string, rule: RelationRule['anon'], rows: string): string =>
  `select json_agg(x order by id) as rows from (select ${rule?.columns} from ${name} where ${rows}) x`;

test('the service key reads nothing directly: it is for Auth and the schedule', () => world.rollback(async (tx) => {
  for (const [name] of rules) expect(await refusalOf(tx, 'service', `select 1 from ${name}`), name).toBe('42501');
}));

/** How many rows of each relation the caller sees, in one statement. */
const everything = rules.filter(([, { closed }]) => !closed).map(([name]) => `select '${name}' as name, count(*)::int as rows from ${name}`).join(' union all ');

const shut = {
  'must change the password first': 'must_change_password = true',
  'let the password expire': 'password_expires_on = private.today() - 1',
  'is disabled': 'disabled_at = now()',
};

describe.each(Object.entries(shut))('a person who %s', (_, change) => {
  test.each(personNames)('sees no row of anything on the very next statement: %s', (person) => world.rollback(async (tx) => {
    expect(await actAs(tx, person, async () => (await tx`select 1 from holidays limit 1`).length)).toBe(1);
    await tx`alter table members disable trigger on_members_updated_keep_one`; // for this test an office may lose its last administrator
    await tx.unsafe(`update members set ${change} where user_id = '${cast[person].id}'`);
    await become(tx, person);
    const seen = await tx.unsafe<{ name: string; rows: number }[]>(everything);
    expect(seen.filter(({ rows }) => rows > 0)).toEqual([]);
    const fired = await attempt(tx, (point) => point`select transition('submit', '[{"id": 1, "version": 1}]')`);
    expect(fired.refusal).toMatchObject({ code: 'not_signed_in', state: 'PT401' });
    const [profile] = await tx<{ must: boolean | null }[]>`select (my_profile() ->> 'must_change_password')::boolean as must`;
    expect(profile?.must).toBe(change.startsWith('disabled') ? null : true);
  }));
});

const answerTo = async (tx: Tx, caller: Caller, statement: string): Promise<string> => {
  const { value, refusal } = await attempt(tx, (point) => undone(point, () => actAs(point, caller, async () => {
    const [row] = await point.unsafe<{ answer: unknown }[]>(`select ${statement} as answer`);
    return row?.answer;
  })));
  if (refusal) return refusal.code;
  return typeof value === 'string' && /^[a-z_]+$/.test(value) ? value : 'ok';
};

describe('functions', () => {
  let facts: Facts;

  beforeAll(async () => {
    const [found] = await world.sql<Facts[]>`
      select (select min(id) from advance_ledger where billing_month is null) as "openAdvance",
        (select min(id) from approvals) as "openApproval",
        (select min(id) from payee_lines where state = 'unattributed') as "openLine",
        (select min(id) from imports where actor_id = ${cast.tokyoStaff.id}) as "tokyoImport",
        (select min(id) from contacts) as "tokyoContact", (select id from mail_outbox where key = 'world:' || ${world.ids.company.sakura}) as "sakuraMail",
        (select min(id) from case_requests where application_id = ${world.cases.sakuraYokohamaFees.id}) as "sakuraAsked",
        (select min(id) from contact_cards) as "tokyoCard", (select min(id) from agent_certificates where branch_id = ${world.ids.branch.tokyo}) as "tokyoCertificate",
        (select min(id) from api_keys) as "sakuraKey", (select min(id) from application_templates) as "sakuraTemplate",
        (select id from notices where branch_id = ${world.ids.branch.tokyo}) as "tokyoNotice"`;
    facts = found ?? { openAdvance: 0, openApproval: 0, openLine: 0, tokyoImport: 0, tokyoContact: 0, sakuraAsked: 0, tokyoCard: 0, tokyoCertificate: 0, sakuraKey: 0, sakuraTemplate: 0, sakuraMail: 0, tokyoNotice: 0 };
  });

  test.each(probes.map((probe) => ({ ...probe, title: `${probe.function}: ${probe.does}` })))('$title', (probe) => world.rollback(async (tx) => {
    await setClock(tx, '2025-06-10T10:00:00+09:00');
    const statement = probe.sql(world, facts);
    const expected = (person: PersonName): string => {
      if (probe.ok.includes(person)) return 'ok';
      return Object.entries(probe.but ?? {}).find(([, people]) => people?.includes(person))?.[0] ?? probe.otherwise;
    };
    for (const person of personNames) expect(`${person}: ${await answerTo(tx, person, statement)}`).toBe(`${person}: ${expected(person)}`);
    expect(await answerTo(tx, 'anon', statement)).toBe(probe.anon ?? '42501');
    expect(await answerTo(tx, 'service', statement)).toBe(probe.service ?? '42501');
  }));
});
