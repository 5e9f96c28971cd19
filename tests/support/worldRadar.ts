import type { World } from '../world.ts';
import type { Tx } from './connection.ts';

/** A muted line of head office, of each of two branches and of each company. */
export const makeMutes = async (tx: Tx, { ids, cases }: Pick<World, 'ids' | 'cases'>): Promise<void> => {
  const owners = [
    { branch: null, company: null }, { branch: ids.branch.tokyo, company: null }, { branch: ids.branch.sapporo, company: null },
    { branch: null, company: ids.company.sakura }, { branch: null, company: ids.company.kita },
  ];
  for (const { branch, company } of owners) {
    await tx`
      insert into radar_mutes (rule, subject_id, branch_id, requester_id, muted_until, note, muted_by_name)
      values ('expiring', ${cases.sakuraRequested.id}, ${branch}, ${company}, '2099-01-01', '確認済み', '担当')`;
  }
};
