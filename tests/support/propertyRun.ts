import type { World } from '../world.ts';
import { close } from './billing.ts';
import { closedMonth } from './propertyAudits.ts';
import { prepare, type Settings } from './propertyHerd.ts';
import { drive } from './propertyRounds.ts';
import { setClock } from './session.ts';

const april = '2025-04-01';

/** What the closed April holds now: a hash, and how many statements. */
export const readClosed = async (world: World): Promise<Record<string, unknown> | undefined> => (await world.sql.unsafe(closedMonth, [april]))[0];

const closeMonth = (world: World, month: string, at: string) => world.sql.begin(async (tx) => {
  await setClock(tx, at);
  await close(tx, 'hqFinance', month, { reason: '納付先の報告がまだないため' });
});

/** Lets all cases live, closes April in the middle and May at the end. Answers what April held when it was closed. */
export const live = async (world: World, settings: Settings): Promise<Record<string, unknown> | undefined> => {
  const [paid] = await world.sql<{ no: string }[]>`select paid_acceptance_no as no from advance_ledger order by id limit 1`;
  let atClosing: Record<string, unknown> | undefined;
  await prepare(world.sql, world, settings);
  await drive(world.url, settings, paid?.no ?? '', async () => {
    await closeMonth(world, april, '2025-05-01T09:00:00+09:00');
    atClosing = await readClosed(world);
  });
  await closeMonth(world, '2025-05-01', '2025-06-01T09:00:00+09:00');
  return atClosing;
};
