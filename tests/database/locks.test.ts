import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ainasRow, importRows, openRow } from '../support/ainas.ts';
import { close, mirror } from '../support/billing.ts';
import { fireAll, type CaseRef } from '../support/cases.ts';
import { connect, type Sql, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { setClock } from '../support/session.ts';

// A month is reopened while cases are moved: whoever moves cases takes the lock of the closing before any case, so that the
// two wait for each other in one order and PostgreSQL has to abort neither.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const { sakura } = world.ids.company;
const april = '2025-04-01';
const clock = '2025-05-20T10:00:00+09:00';

/** Waits until the backend is held up by somebody else's lock. */
const untilHeldUp = async (pid: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const [state] = await world.sql<{ blocked: boolean }[]>`select cardinality(pg_blocking_pids(${pid})) > 0 as blocked`;
    if (state?.blocked) return;
    await sleep(25);
  }
  throw new Error('the statement was never held up');
};

const pidOf = async (sql: Sql): Promise<number> => (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;

const closeApril = () => world.sql.begin(async (tx) => {
  await setClock(tx, clock);
  await close(tx, 'hqFinance', april, { reason: '納付先の報告がまだないため' });
});

await closeApril();

/** Runs `move` so that it stops in its middle at `gate`, lets head office reopen April meanwhile, and opens the gate. */
const race = async <T>(gate: number, move: (tx: Tx) => Promise<T>): Promise<T> => {
  const [mover, office, keeper] = [connect(world.url), connect(world.url), connect(world.url)];
  try {
    await keeper`begin`;
    await keeper`select from applications where id = ${gate} for update`;
    const moverPid = await pidOf(mover);
    const officePid = await pidOf(office);
    const moving = mover.begin(async (tx) => {
      await setClock(tx, clock);
      return move(tx);
    });
    await untilHeldUp(moverPid);
    const reopening = office.begin(async (tx) => {
      await setClock(tx, clock);
      return close(tx, 'hqFinance', april, { action: 'reopen', reason: '訂正のため' });
    });
    await untilHeldUp(officePid);
    await keeper`commit`;
    const [moved, reopened] = await Promise.all([moving, reopening]);
    expect(reopened).toMatchObject({ status: 'open' });
    return moved as T;
  } finally {
    await Promise.allSettled([mover.end(), office.end(), keeper.end()]);
  }
};

const billedIn = async (id: number): Promise<unknown> =>
  (await world.sql`select billing_month from applications where id = ${id}`)[0]?.billing_month;

test('a transition that completes a case', async () => {
  // one that April takes back, one that holds the mover up in the middle, one ready to be completed
  const items = await world.sql.begin(async (tx) => {
    await setClock(tx, clock);
    const ids = [
      await mirror(tx, { siteId: sakura1, completedOn: '2025-04-20' }), await mirror(tx, { siteId: sakura1, advancedOn: '2025-05-19' }),
      await mirror(tx, { siteId: sakura1, advancedOn: '2025-05-19' }),
    ];
    return tx<CaseRef[]>`select id, version from applications where id in ${tx(ids)} order by id`;
  });
  const [taken, gate] = items.map(({ id }) => id);
  expect(await billedIn(taken ?? 0)).toBe('2025-05-01');
  const results = await race(gate ?? 0, (tx) => fireAll(tx, 'tokyoStaff', 'pay_weight_tax', [...items]));
  expect(results.map(({ ok }) => ok)).toEqual([false, true, true]);
  expect(await billedIn(taken ?? 0)).toBe(april);
  await closeApril();
});

test('a file of AINAS that completes a case', async () => {
  const place = { ainas_org_id: 'AIN-S', site_code: '001' };
  const rows = [ainasRow({ ...place, completed_on: '2025-04-20' }), openRow(place), openRow(place)];
  const bring = (tx: Tx, brought: typeof rows) => importRows(tx, 'hqAdmin', 'ainas', brought);
  await world.sql.begin(async (tx) => {
    await setClock(tx, clock);
    await tx`update requesters set ainas_org_id = 'AIN-S' where id = ${sakura}`;
    await bring(tx, rows);
  });
  const ids = (await world.sql<{ id: number }[]>`
    select id from applications where application_no in ${world.sql(rows.map((row) => String(row.application_no)))} order by application_no`).map(({ id }) => id);
  const done = { filing_status_label: '手続完了', oss_status_label: '交付完了', completed_on: '2025-05-02', weight_tax_amount: 6600, weight_tax_paid_on: '2025-05-02' };
  const later = rows.map((row, n) => (n === 0 ? { ...row, message_flag: true } : { ...row, ...done }));
  expect(await race(ids[1] ?? 0, (tx) => bring(tx, later))).toMatchObject({ updated: 3 });
  expect(await billedIn(ids[0] ?? 0)).toBe(april);
});
