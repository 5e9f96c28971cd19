import { z } from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { ownOf, type Person, scopeOf, type Title } from '../../tools/bench/scale/people.ts';
import { explained, faultsOf } from '../../tools/bench/scale/plans.ts';
import { questionsOf, type Sample } from '../../tools/bench/scale/questions.ts';
import type { Profile } from '../../src/providers/profile.ts';
import type { PersonName } from '../support/cast.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// What the app asks is answered by an index of the caller's scope: with some tens of thousands of cases, nearly all of them
// another company's, no plan reads the table from end to end or walks over what is not the caller's. Speed itself is measured
// by `npm run bench -- --scale` (docs/bench.md).

const world = await useWorld();
const CASES = 50_000;
/** Rows of others that a plan may meet: a page or two, not a scope. */
const REMOVED = 300;

const people: Record<Title, PersonName> = { hq: 'hqAdmin', branch: 'kanagawaStaff', company: 'sakuraAdmin', site: 'sakuraSubmitter' };

/** Cases of 20 months: every fiftieth is of sakura, the others of kita; a few of the last days are still open. */
const fill = (tx: Tx) => tx`
  insert into applications (vehicle_kind, source, filing_status, oss_status, outcome, agent_branch_id, home_branch_id, requester_id, site_id, application_no,
    acceptance_no, plate_area, plate_class, plate_kana, plate_number, chassis_no, requested_at, filed_at, completed_on, status_changed_at)
  select case when n % 5 < 2 then 'kei' else 'registered' end, 'import', case when o.open then 'filing' else 'completed' end,
    case when o.open then 'weight_tax_due' else 'issued' end, case when o.open then 'open' else 'completed' end,
    s.branch_id, r.branch_id, r.id, s.id, (300000000 + n)::text, '2' || lpad(n::text, 18, '0'), (array['品川', '横浜', '札幌'])[1 + n % 3], '500', 'さ',
    (1 + n * 7919 % 9999)::text, 'SMP' || n % 7 || '-' || lpad((n * 7919 % 10000000)::text, 7, '0'), t.at, t.at, case when not o.open then t.at::date + 1 end, t.at
  from generate_series(1, ${CASES}::int) n
  cross join lateral (select n > ${CASES} - 1000 and n % 10 = 0 as open) o
  cross join lateral (select private.now() - interval '600 days' + interval '580 days' * n / ${CASES} as at) t
  join sites s on s.id = case when n % 150 = 0 then ${world.ids.site.sakuraYokohama}::bigint when n % 50 = 0 then ${world.ids.site.sakura1} else ${world.ids.site.kita1} end
  join requesters r on r.id = s.requester_id`;

beforeAll(async () => {
  await world.sql.begin(async (tx) => {
    await tx`alter table applications disable trigger user`;
    await fill(tx);
    await tx`alter table applications enable trigger user`;
  });
  await world.sql`vacuum (analyze) applications`;
}, 300_000);

const plansOf = z.array(z.object({ 'QUERY PLAN': z.array(explained) }));
const faultsUnder = async (tx: Tx, statement: string, own: string[] = []): Promise<string[]> => {
  const [row] = plansOf.parse(await tx.unsafe(`explain (analyze, timing off, format json) ${statement}`));
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => faultsOf(Plan, { scan: REMOVED, lookups: REMOVED }, own));
};

/** Lists that no index can order and filter at once walk the newest cases first: fast where the filter is common, which here it is not. */
const MAIN = /newest$|all time$|手続完了$|交付完了$|重量税|search|one case|far down|count, (everything|依頼済|this month)|its companies/;

describe.each(Object.entries(people))('%s', (title, name) => {
  test('asks nothing that walks', () => world.rollback(async (tx) => {
    const me = await actAs(tx, name, async () => (await tx<{ me: Profile }[]>`select my_profile() as me`)[0]?.me);
    if (me === undefined) throw new Error(`${name} has no profile`);
    const person: Person = { title, loginId: name, claims: '', me, scope: scopeOf(me), own: ownOf(me) };
    const { scope } = person;
    const [sample] = await tx.unsafe<Sample[]>(`
      select a.id::text, array(select p.id::text from applications p where ${scope.replaceAll('a.', 'p.')} order by p.requested_at desc limit 20) as page, application_no, acceptance_no, request_no,
        chassis_no, requester_id, site_id, plate_area, plate_class, plate_kana, plate_number
      from applications a where ${scope} and application_no > '3' order by requested_at desc offset 40 limit 1`);
    if (!sample) throw new Error('the person has no case');
    const found: Record<string, string[]> = {};
    await actAs(tx, name, async () => {
      for (const { group, name: question, statement } of questionsOf(title as Title, person, sample)) {
        if (!/^(list|search|one|count)$/.test(group) || !MAIN.test(question)) continue;
        const faults = await faultsUnder(tx, statement, person.own);
        if (faults.length > 0) found[question] = faults;
      }
    });
    expect(found).toEqual({});
  }), 120_000);
});

test('a plan that walks is found', () => world.rollback(async (tx) => {
  expect(await faultsUnder(tx, `select id from applications a where memo = 'x'`)).toEqual([expect.stringContaining('Seq Scan'), expect.stringContaining('throws')]);
}));
