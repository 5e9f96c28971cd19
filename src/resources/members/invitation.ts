import { z } from 'zod';
import { newMember } from '../../domain/member.ts';
import { loginIdOf, withScope, type Me } from './memberRights.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The form of an invitation: its `prefix` and personal part become the login ID, the scope follows from role and caller. */
export const invitationOf = (me: Me) =>
  z.preprocess((typed) => {
    const values = typed as Record<string, unknown>;
    const byMail = values['kind'] === 'email';
    return {
      ...withScope(me, values),
      login_id: byMail ? null : loginIdOf(text(values['prefix']), text(values['login_id'])),
      email: byMail ? values['email'] : null,
    };
  }, newMember);
