import { expect, test } from 'vitest';
import { filterOf } from '../../src/screens/dashboard/queues.ts';
import { QUEUES, type DashboardData, type QueueName } from '../../src/screens/dashboard/types.ts';
import type { PersonName } from '../support/cast.ts';
import type { Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';

// ダッシュボード: every count is what the list behind it shows, for everybody, and nothing beyond one's scope.

const world = await useWorld();

const dashboardOf = async (tx: Tx): Promise<DashboardData> => {
  const [row] = await tx<{ data: DashboardData }[]>`select dashboard() as data`;
  if (!row) throw new Error('dashboard answered nothing');
  return row.data;
};

/** The scope column of a person's lists, as the data provider sends it. */
const scopes: Partial<Record<PersonName, string>> = {
  hqAdmin: 'true', hqViewer: 'true', tokyoStaff: `agent_branch_id = ${world.ids.branch.tokyo}`, kanagawaStaff: `agent_branch_id = ${world.ids.branch.kanagawa}`,
  sakuraAdmin: `requester_id = ${world.ids.company.sakura}`, sakuraSubmitter: `site_id = ${world.ids.site.sakura1}`, kitaAdmin: `requester_id = ${world.ids.company.kita}`,
};

const conditionOf = (queue: QueueName, since: string): string =>
  Object.entries(filterOf(queue, since)).map(([column, value]) =>
    Array.isArray(value) ? `${column} in (${value.map((code) => `'${code}'`).join(',')})` : `${column} >= '${(value as { from: string }).from}T00:00:00+09:00'`).join(' and ');

test.each(Object.entries(scopes))('%s: a queue counts what its list shows', async (person, scope) => {
  await world.as(person as PersonName, async (tx) => {
    const { queues = {}, trouble_since: since } = await dashboardOf(tx);
    for (const queue of QUEUES) {
      const [row] = await tx.unsafe<{ count: number }[]>(`select count(*)::int as count from applications where ${scope} and ${conditionOf(queue, since)}`);
      expect([queue, queues[queue]?.count ?? 0]).toEqual([queue, row?.count]);
    }
  });
});

const sum = (counts: (number | null)[]): number => counts.reduce<number>((total, count) => total + (count ?? 0), 0);

test('the month of the nation adds up to its branches', async () => {
  await world.as('hqAdmin', async (tx) => {
    const { days = [], branches = [] } = await dashboardOf(tx);
    expect(branches).toHaveLength(53);
    expect(sum(days.map(({ completed }) => completed))).toBe(sum(branches.map(({ month }) => month)));
  });
});

test('finance gets months and debits, no queues; the auditor no counts at all', async () => {
  await world.as('hqFinance', async (tx) => {
    const data = await dashboardOf(tx);
    expect(data.closing).toHaveLength(4);
    expect((data.closing as unknown[])[0]).toMatchObject({ debit_27: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), debit_6: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(data.failed_debits).toEqual({ count: 0, amount: 0, transfer_requests: 0, account_queries: 0 });
    expect(data.months).toHaveLength(12);
    expect(data).not.toHaveProperty('queues');
  });
  await world.as('auditor', async (tx) => {
    expect(Object.keys(await dashboardOf(tx)).toSorted()).toEqual(['now', 'today', 'trouble_since']);
  });
});

test('only the company\'s administrator sees the next debit', async () => {
  await world.as('sakuraAdmin', async (tx) => expect(await dashboardOf(tx)).toHaveProperty('statement'));
  await world.as('sakuraSubmitter', async (tx) => expect((await dashboardOf(tx)).statement ?? null).toBeNull());
});

test('nobody without a session', async () => {
  await world.anon(async (tx) => {
    await expect(tx`select dashboard()`).rejects.toThrow(/permission denied/);
  });
});
