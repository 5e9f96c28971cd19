import type { PersonName } from './cast.ts';
import { json, type Tx } from './connection.ts';
import { actAs } from './session.ts';
import { cast } from './cast.ts';

/** A key of `admin`'s company that works in the name of `person`. Answers its row and the key itself. */
export const makeKey = (tx: Tx, admin: PersonName, person: PersonName, maySend = false): Promise<{ id: number; key: string }> =>
  actAs(tx, admin, async () => {
    const [row] = await tx<{ made: { id: number; key: string } }[]>`
      select make_api_key(${json(tx, { name: '整備ソフト', user_id: cast[person].id, may_send: maySend })}) as made`;
    return row?.made ?? { id: 0, key: '' };
  });

/** A file that each of two companies has taken in. */
export const makeRequestImports = (tx: Tx, companies: number[]): Promise<unknown> => tx`
  insert into request_imports (requester_id, sha256, file_name, read, inserted) select c, 'old', 'a.xlsx', 1, 1 from unnest(${companies}::bigint[]) c`;

/** A template of each company, and one of a site. */
export const makeTemplates = (tx: Tx, company: Record<'sakura' | 'kita', number>, site: number): Promise<unknown> => tx`
  insert into application_templates (requester_id, site_id, name) values
    (${company.sakura}, null, '全拠点'), (${company.sakura}, ${site}, '第二工場'), (${company.kita}, null, '全拠点')`;

/** A key of each of two companies. */
export const makeKeys = async (tx: Tx): Promise<void> => {
  await makeKey(tx, 'sakuraAdmin', 'sakuraSubmitter');
  await makeKey(tx, 'kitaAdmin', 'kitaSubmitter');
};
