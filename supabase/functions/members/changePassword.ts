import { passwordProblems } from '../../../src/domain/password.ts';
import type { Api } from '../_shared/api.ts';
import { Failure } from '../_shared/failure.ts';
import { rpcAsService } from '../_shared/service.ts';
import { endOtherSessions, knowsPassword, replacePassword, whoIs } from './ownAccount.ts';
import type { Body } from './schema.ts';

type Profile = { login_id: string } & Record<string, unknown>;

/**
 * For oneself, in any state: also when a password must be changed before anything else can be seen. The current one is
 * tried by signing in, so that wrong guesses count towards the lock-out (D-6). Answers `my_profile`.
 */
export const changePassword = async (
  { current_password: current, new_password: next }: Body<'change_password'>,
  api: Api,
  authorization: string,
): Promise<unknown> => {
  const me = await whoIs(authorization);
  const profile = await api.rpc<Profile | null>('my_profile', {});
  if (profile === null) throw new Failure(403, 'account_disabled');
  const problems = passwordProblems(next, profile.login_id);
  if (problems.length > 0) throw new Failure(400, 'password_weak', problems);
  if (!(await knowsPassword(me.email, current))) throw new Failure(400, 'password_wrong');
  const used = next === current || (await rpcAsService<boolean>('password_used_before', { p_user_id: me.id, p_password: next }));
  if (used) throw new Failure(409, 'password_reused');
  await replacePassword(authorization, current, next);
  await rpcAsService('password_changed', { p_user_id: me.id, p_password: next });
  await endOtherSessions(authorization);
  return api.rpc('my_profile', {});
};
