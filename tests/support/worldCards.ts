import type { World } from '../world.ts';
import { json, type Tx } from './connection.ts';
import type { PersonName } from './cast.ts';
import { actAs } from './session.ts';

/** What the function agent-secrets would have written; no key opens it. */
export const someCipher = `v1.${'A'.repeat(16)}.${'B'.repeat(44)}`;

/** An answered 短縮の確認 of each of several workshops, a 到達番号パスワード and a file for AINAS of two branches. */
export const makeCards = async (tx: Tx, { cases, ids }: Pick<World, 'cases' | 'ids'>): Promise<void> => {
  const cards: [agent: PersonName, id: number, company: PersonName][] = [
    ['tokyoStaff', cases.sakuraKeiFees.id, 'sakuraSubmitter'], ['tokyoStaff', cases.sakura2Requested.id, 'sakuraSubmitter2'],
    ['kanagawaStaff', cases.sakuraYokohamaFees.id, 'sakuraSubmitterAll'], ['sapporoStaff', cases.kitaRejected.id, 'kitaSubmitter'],
  ];
  for (const [agent, application, company] of cards) {
    const p = { applications: [application], kind: 'shortening', question: '短縮してよいですか', fields: ['shortening_allowed'], due_on: '2099-01-01', consent_text: '短縮を承諾します。' };
    const [made] = await actAs(tx, agent, () => tx<{ id: number }[]>`select (send_cards(${json(tx, p)}) #>> '{ids,0}')::bigint as id`);
    await actAs(tx, company, () => tx`select answer_card(${made?.id ?? 0}, ${json(tx, { values: { shortening_allowed: true }, agreed: true })})`);
  }
  await tx`update requesters set ainas_org_id = coalesce(ainas_org_id, code)`;
  for (const branch of [ids.branch.tokyo, ids.branch.sapporo]) await tx`
    with made as (insert into ainas_exports (branch_id, format, case_count, again_count) values (${branch}, 'csv', 1, 0) returning id)
    insert into ainas_export_cases (export_id, application_id, agent_branch_id) select id, ${branch === ids.branch.tokyo ? cases.sakuraRequested.id : cases.kitaRejected.id}, ${branch} from made`;
  for (const branch of [ids.branch.tokyo, ids.branch.sapporo]) {
    await actAs(tx, 'hqAdmin', () => tx`select put_arrival_password(${branch}, 'kei', '2025-01-01T00:00:00+09:00', ${someCipher})`);
  }
};
