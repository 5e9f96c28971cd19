import type postgres from 'postgres';
import { reachOf } from '../../../src/providers/access.ts';
import type { Profile } from '../../../src/providers/profile.ts';

/**
 * Somebody of the demo as the Data API knows him: the claims of his token, and what `my_profile` answers. `scope`: the constant of
 * his cases as SQL on `a`; `own`: the columns by which a row is his.
 */
export type Person = { title: string; loginId: string; claims: string; me: Profile; scope: string; own: string[] };

/** Who asks: head office, a large branch, a company with three workshops, one of these. */
const CAST = { hq: 'hq-viewer', branch: '118-staff', company: 'C0000001', site: 'C0000001-op' } as const;
export type Title = keyof typeof CAST;

/** The columns by which a case is a person's, the one that lists send as a constant first. */
export const ownOf = (me: Profile): string[] => {
  const reach = reachOf(me.role);
  if (reach === 'hq') return [];
  if (reach === 'branch') return ['agent_branch_id', 'home_branch_id'];
  return me.site ? ['site_id'] : ['requester_id'];
};

/** The constant of a person's scope on cases, as SQL on `a`. */
export const scopeOf = (me: Profile): string => {
  const [column] = ownOf(me);
  const ids: Record<string, number | undefined> = { agent_branch_id: me.branch?.id, requester_id: me.requester?.id, site_id: me.site?.id };
  return column === undefined ? 'true' : `a.${column} = ${ids[column] ?? 0}`;
};

export const become = (tx: postgres.TransactionSql, { claims }: { claims: string }, policies: boolean) => tx`
  select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${policies ? 'authenticated' : 'none'}, true)`;

const personOf = async (sql: postgres.Sql, title: string, loginId: string): Promise<Person> => {
  const [found] = await sql<{ claims: string }[]>`
    select json_build_object('sub', m.user_id, 'role', 'authenticated', 'aal', 'aal2')::text as claims from public.members m where m.login_id = ${loginId.toLowerCase()}`;
  if (!found) throw new Error(`${loginId} is not there: the data folder must have been made with the demo data.`);
  const me = (await sql.begin(async (tx) => {
    await become(tx, found, true);
    const [row] = await tx<{ me: Profile }[]>`select public.my_profile() as me`;
    return row?.me;
  })) as Profile;
  return { title, loginId, claims: found.claims, me, scope: scopeOf(me), own: ownOf(me) };
};

/** Reads the four people whose speed is measured. */
export const readPeople = async (sql: postgres.Sql): Promise<Record<Title, Person>> => {
  const people: Partial<Record<Title, Person>> = {};
  for (const [title, loginId] of Object.entries(CAST)) people[title as Title] = await personOf(sql, title, loginId);
  return people as Record<Title, Person>;
};
