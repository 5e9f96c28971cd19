import { randomInt } from 'node:crypto';
import os from 'node:os';
import { beforeAll, expect, test } from 'vitest';
import { useWorld } from '../support/database.ts';
import { audits } from '../support/propertyAudits.ts';
import type { Settings } from '../support/propertyHerd.ts';
import { live, readClosed } from '../support/propertyRun.ts';

// Many random lives of cases of both kinds through the real function `transition`, a month closed in the middle, and then an
// auditor. TEST_SEED repeats a run, PROPERTY_SEQUENCES says how many cases live; both are printed. The default keeps a
// run short; the full proof is PROPERTY_SEQUENCES=100000.

const asked = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

const settings: Settings = {
  seed: asked('TEST_SEED', randomInt(1_000_000_000)),
  sequences: asked('PROPERTY_SEQUENCES', 3_000),
  workers: Math.min(2, os.availableParallelism()),
  rounds: 16,
};

const world = await useWorld();
let atClosing: Record<string, unknown> | undefined;

beforeAll(async () => {
  const started = Date.now();
  atClosing = await live(world, settings);
  const [did] = await world.sql`select count(*)::int as fired, count(*) filter (where ok)::int as accepted from property.answers`;
  console.log(`property: ${JSON.stringify({ ...settings, ...did, seconds: Math.round((Date.now() - started) / 1000) })}`);
}, 7_200_000);

test.each(Object.entries(audits))('%s', async (_, query) => {
  expect(await world.sql.unsafe(`select * from (${query}) x limit 3`), `TEST_SEED=${settings.seed}`).toEqual([]);
}, 300_000);

test('every event was accepted and refused, for both kinds where both have it', async () => {
  const missing = await world.sql`
    select t.vehicle_kind, t.event, w.ok
    from (select distinct vehicle_kind, event from status_transitions where not 'system' = any (actors)) t
    cross join (values (true), (false)) w (ok)
    where not exists (
      select from property.plan p join property.answers r using (worker, round, id) join applications a on a.id = p.id
      where p.event = t.event and r.ok = w.ok and a.vehicle_kind = t.vehicle_kind)`;
  expect(settings.sequences < 2000 ? [] : [...missing], `TEST_SEED=${settings.seed}`).toEqual([]);
}, 300_000);

test('the statements of the closed month are as they were', async () => {
  expect(atClosing?.statements).toBeGreaterThan(0);
  expect(await readClosed(world)).toEqual(atClosing);
});
