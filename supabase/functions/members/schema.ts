import { z } from 'zod';
import { memberUpdate, newMember } from '../../../src/domain/member.ts';

const user_id = z.uuid();

/** The body of each action of `members` (docs/contract.md). */
export const schema = z.discriminatedUnion('action', [
  newMember.safeExtend({ action: z.literal('invite') }),
  memberUpdate.safeExtend({ action: z.literal('update'), user_id, version: z.int() }),
  // 本人確認 is asked of the administrator, who vouches for it (D-6)
  z.object({ action: z.literal('reset_password'), user_id, identity_confirmed: z.literal(true) }),
  z.object({ action: z.literal('reset_factor'), user_id, identity_confirmed: z.literal(true) }),
  z.object({ action: z.literal('disable'), user_id }),
  z.object({ action: z.literal('enable'), user_id }),
  z.object({ action: z.literal('delete'), user_id }),
  z.object({ action: z.literal('change_password'), current_password: z.string().min(1).max(100), new_password: z.string().max(100) }),
]);

type Request = z.output<typeof schema>;
export type Body<Action extends Request['action']> = Extract<Request, { action: Action }>;
