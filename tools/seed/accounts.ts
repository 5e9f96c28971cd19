import { AuthAdminApi } from '@supabase/supabase-js';
import type postgres from 'postgres';
import type { SeedTarget } from './target.ts';

/** A person to be made: where they belong is told by codes. */
export type Account = {
  loginId: string;
  name: string;
  role: string;
  branch?: string;
  requester?: string;
  site?: string;
};

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'Demo-Pass-2026';

/** The accounts of the demo, as the README names them. */
const demoAccounts: Account[] = [
  { loginId: 'hq-admin', name: '本部　管理者', role: 'hq_admin' },
  { loginId: 'hq-finance', name: '本部　経理', role: 'hq_finance' },
  { loginId: 'hq-viewer', name: '本部　閲覧', role: 'hq_viewer' },
  { loginId: '118-admin', name: '東京　管理者', role: 'branch_admin', branch: '118' },
  { loginId: '118-staff', name: '東京　担当者', role: 'branch_staff', branch: '118' },
  { loginId: '101-staff', name: '札幌　担当者', role: 'branch_staff', branch: '101' },
  { loginId: 'C0000001', name: '事業者　管理者', role: 'requester_admin', requester: 'C0000001' },
  { loginId: 'C0000001-site', name: '本社工場　管理者', role: 'site_admin', requester: 'C0000001', site: '001' },
  { loginId: 'C0000001-op', name: '本社工場　担当者', role: 'submitter', requester: 'C0000001', site: '001' },
  { loginId: 'C0000001-op2', name: '第二工場　担当者', role: 'submitter', requester: 'C0000001', site: '002' },
  { loginId: 'C0000001-all', name: '全工場　担当者', role: 'submitter', requester: 'C0000001' },
  { loginId: 'C0000001-entry', name: '本社工場　入力者', role: 'preparer', requester: 'C0000001', site: '001' },
  { loginId: 'C0000002', name: '札幌事業者　管理者', role: 'requester_admin', requester: 'C0000002' },
  { loginId: 'C0000002-op', name: '札幌事業者　担当者', role: 'submitter', requester: 'C0000002' },
];

/** Makes the sign-in of a person through the Auth admin API. Answers the new user's id. */
const createUser = async (target: SeedTarget, loginId: string, password: string): Promise<string> => {
  const admin = new AuthAdminApi({
    url: `${target.url}/auth/v1`,
    headers: { apikey: target.secretKey, Authorization: `Bearer ${target.secretKey}` },
  });
  const email = `${loginId.toLowerCase()}@login.invalid`;
  const { data, error } = await admin.createUser({ email, password, email_confirm: true });
  if (error) throw new Error(`The account ${loginId} could not be made: ${error.message}`, { cause: error });
  return data.user.id;
};

/** Makes the person's row, and remembers the password so that it cannot be taken again (D-6). */
const createMember = async (sql: postgres.Sql, account: Account, userId: string, password: string, mustChange: boolean): Promise<void> => {
  const { loginId, name, role, branch = null, requester = null, site = null } = account;
  await sql`
    insert into public.members (user_id, login_id, display_name, role, branch_id, requester_id, site_id)
    select ${userId}, ${loginId.toLowerCase()}, ${name}, ${role},
      (select b.id from public.branches b where b.code = ${branch}),
      (select r.id from public.requesters r where r.code = ${requester}),
      (select s.id from public.sites s join public.requesters r on r.id = s.requester_id where r.code = ${requester} and s.code = ${site})`;
  await sql`select private.password_changed(${userId}, ${password})`;
  if (mustChange) await sql`update public.members set must_change_password = true where user_id = ${userId}`;
};

/** Makes one person who can sign in. */
export const createAccount = async (target: SeedTarget, sql: postgres.Sql, account: Account, password: string, mustChange: boolean): Promise<void> => {
  const userId = await createUser(target, account.loginId, password);
  await createMember(sql, account, userId, password, mustChange);
};

/** Makes the accounts of the demo; the companies exist. Answers the lines that tell a newcomer how to sign in. */
export const createDemoAccounts = async (target: SeedTarget, sql: postgres.Sql): Promise<string[]> => {
  for (const account of demoAccounts) await createAccount(target, sql, account, DEMO_PASSWORD, false);
  const width = Math.max(...demoAccounts.map(({ loginId }) => loginId.length));
  return [
    `Demo accounts, all with the password ${DEMO_PASSWORD}:`,
    ...demoAccounts.map(({ loginId, role, branch, requester, site }) => {
      const place = branch ?? [requester, site].filter(Boolean).join(' site ');
      return `  ${loginId.padEnd(width)}  ${role}${place === '' ? '' : ` of ${place}`}`;
    }),
  ];
};
