import type { World } from '../world.ts';
import { cast, personNames } from './cast.ts';
import type { Tx } from './connection.ts';
import { actAs } from './session.ts';

/** 支部への依頼 of two companies, and a search that everybody keeps for himself. */
export const makeRequests = async (tx: Tx, { sakuraYokohamaFees, kitaRejected, sakuraKeiFees, sakura2Requested }: World['cases']): Promise<void> => {
  const asked = [['sakuraSubmitterAll', sakuraYokohamaFees, 'suspend'], ['kitaSubmitter', kitaRejected, 'refile'], ['sakuraSubmitter', sakuraKeiFees, 'suspend'], ['sakuraSubmitter2', sakura2Requested, 'return']] as const;
  for (const [caller, { id }, kind] of asked) await actAs(tx, caller, () => tx`select ask_branch(${id}, ${kind}, '部品が届くまで待ってください')`);
  for (const name of personNames) {
    await tx`insert into saved_searches (user_id, resource, name, params) values (${cast[name].id}, 'applications', '今月の補正', '{}')`;
  }
};
