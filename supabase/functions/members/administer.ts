import { loginAddress } from '../../../src/domain/loginId.ts';
import type { Api } from '../_shared/api.ts';
import { createAccount, removeAccount, removeFactors, setPassword } from './accounts.ts';
import { initialPassword } from './initialPassword.ts';
import type { Body } from './schema.ts';

/** What an administrator does with others. Each RPC judges the caller; Auth follows what the database has accepted. */

type Member = { user_id: string; login_id: string | null; email: string | null } & Record<string, unknown>;

const hidden = ['failed_attempts', 'locked_until'];

/** The member as the API shows it. */
const shown = (member: Member): Record<string, unknown> => Object.fromEntries(Object.entries(member).filter(([name]) => !hidden.includes(name)));

/** The columns of a person in a body. */
const columnsOf = ({ display_name, role, branch_id, requester_id, site_id }: Body<'invite'> | Body<'update'>) => ({
  display_name, role, branch_id, requester_id, site_id,
});

/** An account without a member could never sign in and would hold its name: it does not outlive a refusal. */
export const invite = async (body: Body<'invite'>, api: Api): Promise<Record<string, unknown>> => {
  const person = { ...columnsOf(body), login_id: body.login_id, email: body.email };
  const checked = await api.rpc<Member>('check_member', { p: person });
  const password = initialPassword();
  const userId = await createAccount(loginAddress(checked.login_id ?? checked.email ?? ''), password);
  try {
    const member = await api.rpc<Member>('save_member', { p: { ...person, user_id: userId } });
    return { ...shown(member), initial_password: password };
  } catch (cause) {
    await removeAccount(userId);
    throw cause;
  }
};

export const update = async (body: Body<'update'>, api: Api): Promise<Record<string, unknown>> =>
  shown(await api.rpc<Member>('save_member', { p: { ...columnsOf(body), user_id: body.user_id, version: body.version } }));

export const resetPassword = async ({ user_id }: Body<'reset_password'>, api: Api): Promise<Record<string, unknown>> => {
  const member = await api.rpc<Member>('reset_member', { p_user_id: user_id });
  const password = initialPassword();
  await setPassword(user_id, password);
  return { ...shown(member), initial_password: password };
};

/** A lost second factor (D-7): after this the password alone is enough, until the person enrols another. */
export const resetFactor = async ({ user_id }: Body<'reset_factor'>, api: Api): Promise<Record<string, unknown>> => {
  const member = await api.rpc<Member>('reset_member_factor', { p_user_id: user_id });
  await removeFactors(user_id);
  return shown(member);
};

/**
 * The database shuts the person out at once (D-9) and refuses the next sign-in like a wrong password. Auth's own ban would
 * tell a stranger that the account exists (D-6).
 */
export const setDisabled = async (userId: string, disabled: boolean, api: Api): Promise<Record<string, unknown>> =>
  shown(await api.rpc<Member>('disable_member', { p_user_id: userId, p_disabled: disabled }));

export const remove = async ({ user_id }: Body<'delete'>, api: Api): Promise<Record<string, unknown>> => {
  const member = await api.rpc<Member>('delete_member', { p_user_id: user_id });
  await removeAccount(user_id);
  return shown(member);
};
