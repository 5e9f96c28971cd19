import postgres from 'postgres';
import type { DatabaseUrls } from '../stack/postgres/index.ts';
import { type Finding, faultsOf } from './finding.ts';
import { runOwnLints } from './own.ts';
import { runSplinter } from './splinter.ts';

/** Everything both linters say about a database. */
export const advise = async (url: string): Promise<Finding[]> => [...(await runSplinter(url)), ...(await runOwnLints(url))];

/** What the canary must make the linters say; silence would be a false all-clear. */
const EXPECTED = ['rls_disabled_in_public', 'no_primary_key', 'private_call_per_row', 'policy_exists_rls_disabled'];

/** Spoils a throwaway copy of the database on purpose. Answers the lints that did not notice. */
export const unnoticedCanary = async (copy: DatabaseUrls): Promise<string[]> => {
  const sql = postgres(copy.url, { max: 1, onnotice: () => undefined });
  try {
    await sql`create table public.canary (owner bigint)`;
    await sql`grant select on public.canary to anon, authenticated`;
    await sql`create policy canary_select on public.canary for select to authenticated using (owner = private.my_branch() or (select private.is_hq()))`;
  } finally {
    await sql.end();
  }
  const found = new Set(faultsOf(await advise(copy.url)).map(({ name }) => name));
  return EXPECTED.filter((name) => !found.has(name));
};
