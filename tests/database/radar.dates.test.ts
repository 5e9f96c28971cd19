import { expect } from 'vitest';
import { request, save, walk } from '../support/cases.ts';
import { useWorld } from '../support/database.ts';
import { idsOf, lines, radarTests } from '../support/radar.ts';
import { actAs, setClock } from '../support/session.ts';

// 要注意一覧: rules about the dates of a request, its car, its company's account and the payees.

const world = await useWorld();
const { sakura1 } = world.ids.site;
const { check, sent, settle } = radarTests(world);

check('a certificate that ends within two weeks and is not filed, or within one and is not done', async (tx) => {
  const near = await sent(tx, { inspection_expires_on: '2025-06-24' });
  await sent(tx, { inspection_expires_on: '2025-06-25' });
  const filed = await sent(tx, { inspection_expires_on: '2025-06-12' });
  await walk(tx, filed, [['tokyoStaff', 'file']]);
  expect(await idsOf(tx, 'tokyoStaff', 'expiring')).toEqual([filed, near]);
  // what is with the office already is told a week before: it goes on by itself
  await tx`update applications set inspection_expires_on = '2025-06-18' where id = ${filed}`;
  expect(await idsOf(tx, 'tokyoStaff', 'expiring')).toEqual([near]);
});

check('the windows of shortening: 2 months, and 14 days before; month ends are clamped', async (tx) => {
  const ask = await sent(tx, { inspection_expires_on: '2025-08-11' });
  const edge = await sent(tx, { inspection_expires_on: '2025-08-24' });
  const silent = await sent(tx, { inspection_expires_on: '2025-08-25' });
  await sent(tx, { inspection_expires_on: '2025-08-10' });
  await sent(tx, { inspection_expires_on: '2025-09-30', shortening_allowed: true });
  // 申請予定日 schedules nothing: what was sent is filed in the order it came (§2.7)
  const planned = await sent(tx, { inspection_expires_on: '2025-09-30', planned_on: '2025-07-30' });
  expect(await idsOf(tx, 'tokyoStaff', 'shortening_ask')).toEqual([ask, edge]);
  expect(await idsOf(tx, 'tokyoStaff', 'shortening_silent')).toEqual([silent, planned]);
  expect((await lines(tx, 'tokyoStaff', 'shortening_ask')).rows[0]).toMatchObject({ day: '2025-06-11', detail: { expires_on: '2025-08-11', free_from: '2025-06-11' } });
});

check('the garage is warned of its draft, the office only once it is sent', async (tx) => {
  const { id } = await save(tx, 'sakuraPreparer', request(sakura1, 'kei', { inspection_expires_on: '2025-09-30' }));
  expect(await idsOf(tx, 'sakuraSubmitter', 'shortening_silent')).toEqual([id]);
  expect(await idsOf(tx, 'tokyoStaff', 'shortening_silent')).toEqual([]);
});

check('a draft that waits for its day is judged by that day', async (tx) => {
  const draft = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei', { inspection_expires_on: '2025-09-30', planned_on: '2025-06-12' }));
  expect(await idsOf(tx, 'sakuraSubmitter', 'shortening_silent')).toEqual([draft.id]);
  await actAs(tx, 'sakuraSubmitter', () => tx`select hold_application(${draft.id}, ${draft.version}, '2025-07-30')`);
  expect(await idsOf(tx, 'sakuraSubmitter', 'shortening_silent')).toEqual([]);
});

check('a car that is filed again soon after it was done, while its fee can still be saved', async (tx) => {
  const done = await settle(tx, { chassis_no: 'AGAIN-000001' });
  const again = await sent(tx, { chassis_no: 'AGAIN-000001' });
  expect((await lines(tx, 'tokyoStaff', 'filed_again')).rows).toMatchObject([{ id: again, day: '2025-06-10', detail: { other_id: done } }]);
  expect(await idsOf(tx, 'sakuraSubmitter', 'filed_again')).toEqual([again]);
  await setClock(tx, '2025-08-10T10:00:00+09:00');
  expect(await idsOf(tx, 'tokyoStaff', 'filed_again')).toEqual([]);
});

check('自賠責 that ends before the new certificate, and 保適証 whose days run out', async (tx) => {
  const year = { inspection_expires_on: '2025-07-01' };
  const short = await sent(tx, { ...year, liability_ends_on: '2026-06-30' });
  await sent(tx, { ...year, liability_ends_on: '2026-07-01' });
  const two = await save(tx, 'sakuraSubmitter', request(sakura1, 'registered', { ...year, certificate_period: '2年指定整備車', liability_ends_on: '2027-06-30' }));
  expect(await idsOf(tx, 'tokyoStaff', 'liability_short')).toEqual([short]);
  expect(await idsOf(tx, 'sakuraSubmitter', 'liability_short')).toEqual([short, two.id]);
  const old = await sent(tx, { inspected_on: '2025-05-31' });
  await sent(tx, { inspected_on: '2025-06-01' });
  expect((await lines(tx, 'tokyoStaff', 'hotekisho_ending')).rows).toMatchObject([{ id: old, day: '2025-06-14' }]);
  await walk(tx, old, [['tokyoStaff', 'file']]);
  expect(await idsOf(tx, 'tokyoStaff', 'hotekisho_ending')).toEqual([]);
});

check('cases of a company whose account is not open yet, but for those that a card pays', async (tx) => {
  const { sakura } = world.ids.company;
  await sent(tx);
  expect(await idsOf(tx, 'tokyoStaff', 'account_not_open')).toEqual([]);
  await tx`update requesters set onboarding_status = 'account_pending' where id = ${sakura}`;
  expect((await lines(tx, 'tokyoStaff', 'account_not_open')).rows).toMatchObject([{ id: sakura, day: '2025-06-10', detail: { count: 1, status: 'account_pending' } }]);
  expect(await idsOf(tx, 'sakuraAdmin', 'account_not_open')).toEqual([sakura]);
  expect(await idsOf(tx, 'sapporoStaff', 'account_not_open')).toEqual([]);
  await tx`update applications set vehicle_kind = 'registered', cashless = true where outcome = 'open'`;
  expect(await idsOf(tx, 'tokyoStaff', 'account_not_open')).toEqual([]);
});

check('payees that count otherwise than we do, by branch', async (tx) => {
  const id = await settle(tx, {});
  const { tokyo } = world.ids.branch;
  expect(await idsOf(tx, 'tokyoStaff', 'payee_differs')).toEqual([]);
  await tx`insert into payee_reports (payee, month, form, line_count, amount) values ('keikenkyo', '2025-06-01', 'lines', 0, 0)`;
  const own = (await lines(tx, 'tokyoStaff', 'payee_differs')).rows;
  expect(own).toMatchObject([{ id: tokyo, detail: { count: expect.any(Number) } }]);
  await tx`update advance_ledger set written_off_at = now(), written_off_reason = '確認済み' where application_id = ${id} and fee_kind = 'inspection'`;
  expect((await lines(tx, 'tokyoStaff', 'payee_differs')).rows[0]?.detail['count'] ?? 0).toBe(Number(own[0]?.detail['count']) - 1);
  expect(await idsOf(tx, 'sapporoStaff', 'payee_differs')).not.toContain(tokyo);
});

check('what 軽検協 knows of the agent: its name to the character, and how it pays', async (tx) => {
  const { tokyo } = world.ids.branch;
  const problems = async () => (await lines(tx, 'tokyoStaff', 'agent_kei')).rows.map(({ id, detail }) => [id, detail['problems']]);
  await tx`update agent_offices set kei_pickup_name = null, kei_pickup_filed = null, kei_payment = null where branch_id = ${tokyo}`;
  expect(await problems()).toEqual([[tokyo, ['pickup_missing']]]);
  await tx`update agent_offices set kei_pickup_name = '見本振興会', kei_pickup_filed = '見本振興会１', kei_payment = 'direct' where branch_id = ${tokyo}`;
  expect(await problems()).toEqual([[tokyo, ['pickup_differs', 'payment']]]);
  await tx`update agent_offices set kei_pickup_filed = '見本振興会', kei_payment = 'direct_treasury' where branch_id = ${tokyo}`;
  expect(await problems()).toEqual([]);
  expect(await idsOf(tx, 'hqViewer', 'agent_kei')).not.toContain(tokyo);
});
