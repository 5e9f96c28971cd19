import { afterAll, expect, inject, test } from 'vitest';
import { connect } from '../support/connection.ts';
import { DEMO_PASSWORD, useDesk } from './desk.ts';

// Every account of the demo signs in and sees exactly its scope: the list on the screen, and whatever the API would give it.
// What the scope holds is counted as the owner of the database, past all policies.

const desk = useDesk();
const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());

const branch = (code: string) => `(select id from branches where code = '${code}')`;
const company = (code: string) => `(select id from requesters where code = '${code}')`;
const site = (code: string, number: string) => `(select id from sites where requester_id = ${company(code)} and code = '${number}')`;

type Scope = {
  /** Cases that the account may read. */
  cases: string;
  /** Cases of the list as it opens, where that narrows it: the tab of what a branch files, this month for head office. */
  listed?: string;
  requesters: string;
  sites: string;
};
const everything: Scope = { cases: 'true', listed: `a.requested_at >= '2026-11-01T00:00+09:00'`, requesters: 'true', sites: 'true' };
const ofBranch = (code: string): Scope => ({
  cases: `${branch(code)} in (a.agent_branch_id, a.home_branch_id)`,
  listed: `a.agent_branch_id = ${branch(code)}`,
  requesters: `r.branch_id = ${branch(code)} or exists (select from sites s where s.requester_id = r.id and s.branch_id = ${branch(code)})`,
  sites: `s.branch_id = ${branch(code)} or s.requester_id in (select id from requesters where branch_id = ${branch(code)})`,
});
const ofCompany = (code: string): Scope => ({ cases: `a.requester_id = ${company(code)}`, requesters: `r.code = '${code}'`, sites: `s.requester_id = ${company(code)}` });
const ofSite = (code: string, number: string): Scope => ({ ...ofCompany(code), cases: `a.site_id = ${site(code, number)}`, sites: `s.id = ${site(code, number)}` });

const SCOPES: Record<string, Scope> = {
  'hq-admin': everything,
  'hq-finance': everything,
  'hq-viewer': everything,
  '118-admin': ofBranch('118'),
  '118-staff': ofBranch('118'),
  '101-staff': ofBranch('101'),
  C0000001: ofCompany('C0000001'),
  'C0000001-site': ofSite('C0000001', '001'),
  'C0000001-op': ofSite('C0000001', '001'),
  'C0000001-op2': ofSite('C0000001', '002'),
  'C0000001-all': ofCompany('C0000001'),
  'C0000001-entry': ofSite('C0000001', '001'),
  C0000002: ofCompany('C0000002'),
  'C0000002-op': ofCompany('C0000002'),
};

const truth = async (from: string, where: string): Promise<number> => {
  const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from} where ${where}`);
  return row?.count ?? 0;
};

const tokenOf = async (loginId: string): Promise<string> => {
  const answer = await fetch(`${stack.url}/auth/v1/token?grant_type=password`, {
    method: 'POST', headers: { apikey: stack.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${loginId.toLowerCase()}@login.invalid`, password: DEMO_PASSWORD }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

/** How many rows the Data API gives an account that asks for all. */
const readable = async (token: string, relation: string): Promise<number> => {
  const answer = await fetch(`${stack.url}/rest/v1/${relation}?select=id&limit=1`, {
    headers: { apikey: stack.publishableKey, authorization: `Bearer ${token}`, prefer: 'count=exact' },
  });
  return Number(answer.headers.get('content-range')?.split('/')[1]);
};

test.each(Object.entries(SCOPES))('%s sees its scope and nothing else', async (loginId, scope) => {
  const visitor = await desk.signIn(loginId);
  await visitor.page.getByText(loginId, { exact: false }).first().waitFor();
  await visitor.follow('申請データ');
  await visitor.sees('申請データ');
  const listed = await truth('applications a', scope.listed ?? scope.cases);
  expect(listed).toBeGreaterThan(0);
  await expect.poll(() => visitor.total()).toBe(listed);

  const token = await tokenOf(loginId);
  expect({
    applications: await readable(token, 'applications'), requesters: await readable(token, 'requesters'), sites: await readable(token, 'sites'),
  }).toEqual({
    applications: await truth('applications a', scope.cases), requesters: await truth('requesters r', scope.requesters), sites: await truth('sites s', scope.sites),
  });
});
