import type { World } from '../world.ts';
import { json, type Tx } from './connection.ts';
import { actAs } from './session.ts';

/** A call by each of two branches, an answer awaited. */
export const makeContacts = async (tx: Tx, { sakuraKeiFees, kitaRejected }: World['cases']): Promise<void> => {
  for (const [caller, { id }] of [['tokyoStaff', sakuraKeiFees], ['sapporoStaff', kitaRejected]] as const) {
    const p = { applications: [id], contacted: '工場長', channel: 'phone', said: '残高の確認', follow_up_on: '2099-01-01' };
    await actAs(tx, caller, () => tx`select add_contact(${json(tx, p)})`);
  }
};
