import { z } from 'zod';
import { newMember } from '../../domain/member.ts';
import { loginIdOf, withScope, type Me } from './memberRights.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The form of an invitation: `prefix` and the personal part typed become the login ID, the scope follows from role and caller. */
export const invitationOf = (me: Me, prefix: string) =>
  z.preprocess((typed) => {
    const values = typed as Record<string, unknown>;
    const byMail = values['kind'] === 'email';
    return {
      ...withScope(me, values),
      login_id: byMail ? null : loginIdOf(prefix, text(values['login_id'])),
      email: byMail ? values['email'] : null,
    };
  }, newMember);
