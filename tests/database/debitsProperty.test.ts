import { expect, test } from 'vitest';
import { close, forgetBilling, mirror, reportAll } from '../support/billing.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { dice } from '../support/dice.ts';
import { answered, bringResult, type DebitFile, makeFile, register, staged } from '../support/debits.ts';
import { actAs, setClock } from '../support/session.ts';

// A year of 口座振替 in which everything that can go wrong does, in an order made by a seed: no company is ever asked for more
// than it owes, nothing that it owes is forgotten, and once it is debited again its balance is gone.

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const { sakura1, kita1 } = world.ids.site;
const SEEDS = (process.env['DEBIT_SEEDS'] ?? '1,2,3').split(',').map(Number);

const monthAt = (n: number): string => new Date(Date.UTC(2023, n, 1)).toISOString().slice(0, 10);
const at = (tx: Tx, day: string) => setClock(tx, `${day}T10:00:00+09:00`);

/** What is wrong with the books of a moment; after a file was made, also whom it asks for more than is owed. */
const faults = (tx: Tx, batch: number) => tx`
  select p.*, 'asked for more than it owes' as fault from private.debit_positions() p
  where p.in_flight > p.billed - p.collected and exists (select from debit_results d where d.batch_id = ${batch} and d.requester_id = p.requester_id and d.state = 'sent')
  union all
  select p.*, 'balance' from private.debit_positions() p
  where p.billed - p.collected <> (select coalesce(sum(s.total), 0) from statements s where s.requester_id = p.requester_id and s.status <> 'cancelled' and s.collection = 'head_office')
    - (select coalesce(sum(d.amount), 0) from debit_results d where d.requester_id = p.requester_id and d.state = 'collected')
    - (select coalesce(sum(r.amount), 0) from receipts r where r.requester_id = p.requester_id and r.method = 'transfer' and r.cancelled_at is null)`;

test.each(SEEDS)('seed %d', { timeout: 120_000 }, (seed) => world.rollback(async (tx) => {
  const roll = dice(seed);
  const some = (n: number) => Math.floor(roll() * n);
  const open: DebitFile[] = [];
  const log: string[] = [];
  const made = new Set<number>();
  const check = async (what: string, batch = 0) => {
    log.push(what);
    expect([...(await faults(tx, batch))], log.join(' / ')).toEqual([]);
  };
  await forgetBilling(tx);
  await register(tx, sakura, { from: '2022-01-01' });
  if (roll() < 0.7) await register(tx, kita, { number: '7654321', from: '2022-01-01' });

  const bring = async (good: boolean) => {
    for (const { lines, debit_on: day } of open.splice(0)) {
      const codes = Object.fromEntries(lines.filter((line) => line.startsWith('2')).map((line) => [line.slice(91, 111).trim(), good || roll() < 0.6 ? '0' : ['1', '1', '9', '2'][some(4)] ?? '1']));
      await bringResult(tx, staged(answered(lines, codes)));
      await check(`result ${day} ${JSON.stringify(codes)}`);
    }
  };
  const tryFile = async (day: string) => {
    const { value } = await attempt(tx, (point) => makeFile(point, day));
    if (!value || made.has(value.id)) return;
    made.add(value.id);
    open.push(value);
    await check(`file ${day} ${value.amount}`, value.id);
  };
  const daysOf = async (month: string) => tx<{ d6: string; d27: string }[]>`select private.debit_day(${month}, 6) as d6, private.debit_day(${month}, 27) as d27`;
  const receive = async () => {
    const id = [sakura, kita][some(2)] ?? sakura;
    const [row] = await tx<{ owed: number }[]>`select coalesce(max(billed - collected), 0)::int as owed from private.debit_positions(${id})`;
    if ((row?.owed ?? 0) < 1) return;
    const amount = roll() < 0.5 ? row?.owed ?? 1 : 1 + some(row?.owed ?? 1);
    await actAs(tx, 'hqFinance', () => tx`select book_receipt(${id}, private.today(), ${amount})`);
    await check(`transfer ${id} ${amount}`);
  };

  for (let n = 0; n < 10; n += 1) {
    const month = monthAt(n);
    const next = monthAt(n + 1);
    await at(tx, `${next.slice(0, 8)}03`);
    for (const site of [sakura1, kita1]) for (let i = some(4); i > 0; i -= 1) await mirror(tx, { siteId: site, completedOn: `${month.slice(0, 8)}10`, advancedOn: null });
    if (roll() < 0.3) await actAs(tx, 'hqFinance', () => tx`select add_adjustment(${roll() < 0.5 ? sakura : kita}, ${-200 - some(800)}, true, '訂正', '理由')`);
    if (roll() < 0.2) await tx`update requesters set debit_cycle = ${roll() < 0.5 ? 6 : 27} where id = ${kita}`;
    await reportAll(tx, month);
    await close(tx, 'hqFinance', month);
    await check(`close ${month}`);
    if (roll() < 0.2) {
      await close(tx, 'hqFinance', month, { action: 'reopen', reason: '理由' });
      await close(tx, 'hqFinance', month);
      await check(`reopen ${month}`);
    }
    if (roll() < 0.4) await receive();
    const [days] = await daysOf(month);
    const [before] = n > 0 ? await daysOf(monthAt(n - 1)) : [];
    await at(tx, `${next.slice(0, 8)}04`);
    if (before && roll() < 0.75) await tryFile(before.d6);
    await at(tx, `${next.slice(0, 8)}14`);
    if (roll() < 0.7) await bring(false);
    await at(tx, `${next.slice(0, 8)}20`);
    if (days && roll() < 0.75) await tryFile(days.d27);
    if (roll() < 0.3) await receive();
    await at(tx, `${next.slice(0, 8)}28`);
    if (before && roll() < 0.2) await tryFile(before.d27);
    const query = await tx<{ id: number }[]>`select id from debit_followups where closed_at is null order by id limit 1`;
    if (query[0] && roll() < 0.4) {
      await actAs(tx, 'hqFinance', () => tx`select close_followup(${query[0]?.id ?? 0}, '理由')`);
      await check('follow-up closed');
    }
  }
  // all is well again: two more months in which every line is collected leave nothing
  await bring(true);
  await tx`update debit_followups set closed_at = private.now(), close_reason = '理由' where closed_at is null`;
  await register(tx, kita, { number: '7654321', from: '2022-06-01' });
  for (let n = 10; n < 13; n += 1) {
    await at(tx, `${monthAt(n + 1).slice(0, 8)}03`);
    for (const site of [sakura1, kita1]) for (let i = 0; i < 8; i += 1) await mirror(tx, { siteId: site, completedOn: `${monthAt(n).slice(0, 8)}10`, advancedOn: null });
    await reportAll(tx, monthAt(n));
    await close(tx, 'hqFinance', monthAt(n));
    const [before] = await daysOf(monthAt(n - 1));
    const [days] = await daysOf(monthAt(n));
    if (before) await tryFile(before.d6);
    await bring(true);
    if (days) await tryFile(days.d27);
    await at(tx, `${monthAt(n + 1).slice(0, 8)}28`);
    await bring(true);
  }
  await at(tx, `${monthAt(14).slice(0, 8)}04`);
  await tryFile((await daysOf(monthAt(12)))[0]?.d6 ?? '');
  await at(tx, `${monthAt(14).slice(0, 8)}20`);
  await bring(true);
  expect([...(await tx`select requester_id, billed - collected as left from private.debit_positions() where billed <> collected`)], log.join(' / ')).toEqual([]);
}));
