import { test } from 'vitest';
import { newAcceptanceNo, request, save, walk } from './cases.ts';
import type { PersonName } from './cast.ts';
import type { Tx } from './connection.ts';
import type { useWorld } from './database.ts';
import { jump } from './machine.ts';
import { actAs, type Caller, setClock } from './session.ts';

/** 要注意一覧 as its tests ask for it. */

export const NOW = '2025-06-10T10:00:00+09:00';

export type Radar = { total: number; counted_at: string | null; counts: Record<string, number>; muted: Record<string, number> };
export type Line = { id: number; day: string; detail: Record<string, unknown>; note: string | null; chassis_no?: string };
export type Page = { rows: Line[]; next: { day: string; id: number } | null };

export const radar = (tx: Tx, caller: Caller): Promise<Radar> => actAs(tx, caller, async () => {
  const [row] = await tx<{ radar: Radar }[]>`select radar() as radar`;
  if (!row) throw new Error('radar answered nothing');
  return row.radar;
});

export const lines = (tx: Tx, caller: Caller, rule: string, more: { after?: Page['next']; limit?: number; muted?: boolean } = {}): Promise<Page> => actAs(tx, caller, async () => {
  const [row] = await tx<{ page: Page }[]>`select radar_rows(${rule}, ${more.limit ?? 50}, ${more.after ? JSON.stringify(more.after) : null}::text::jsonb, ${more.muted ?? false}) as page`;
  if (!row) throw new Error('radar_rows answered nothing');
  return row.page;
});

export const idsOf = async (tx: Tx, caller: Caller, rule: string): Promise<number[]> => (await lines(tx, caller, rule)).rows.map(({ id }) => id);

/** The world's own cases wait since May; here only what a test makes. */
const quiet = async (tx: Tx): Promise<void> => {
  await setClock(tx, NOW);
  await tx`update applications set outcome = 'withdrawn' where outcome = 'open'`;
  for (const { id } of await tx<{ id: number }[]>`select id from applications where oss_status = 'issue_pending'`) await jump(tx, id, 'completed', 'issued');
};

/** What a file of radar tests works with in its world: a quiet test, a case that was sent, one that was completed. */
export const radarTests = (world: Awaited<ReturnType<typeof useWorld>>) => {
  const check = (name: string, work: (tx: Tx) => Promise<void>): void => {
    test(name, () => world.rollback(async (tx) => {
      await quiet(tx);
      await work(tx);
    }));
  };
  const sent = async (tx: Tx, fields: Record<string, unknown> = {}, site = world.ids.site.sakura1, by: PersonName = 'sakuraSubmitter'): Promise<number> => {
    const { id } = await save(tx, by, request(site, 'kei', fields));
    await walk(tx, id, [[by, 'submit']]);
    return id;
  };
  const settle = async (tx: Tx, fields: Record<string, unknown>): Promise<number> => {
    const id = await sent(tx, fields);
    await walk(tx, id, [['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }], ['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'],
      ['tokyoStaff', 'pass', { values: { amount: 6600 } }], ['tokyoStaff', 'pay_weight_tax']]);
    return id;
  };
  return { check, sent, settle };
};
