import { z } from 'zod';
import { email } from './contact.ts';
import { issueAt, optionalField, optionalRef, requiredChoice, requiredField } from './form.ts';
import { isLoginId } from './loginId.ts';
import { type Reader, refuse, text } from './reader.ts';
import { mixedWithoutSymbols } from './text.ts';

/** ユーザー: one role and one scope each (docs/domain.md §2.3, D-2, D-3, D-5). */

export const officeRoles = ['hq_admin', 'hq_finance', 'hq_viewer', 'auditor', 'branch_admin', 'branch_staff'] as const;
export const companyRoles = ['requester_admin', 'site_admin', 'submitter', 'preparer'] as const;
export const roles = [...officeRoles, ...companyRoles] as const;
export type Role = (typeof roles)[number];

export const isCompanyRole = (role: Role): boolean => (companyRoles as readonly string[]).includes(role);
export const isBranchRole = (role: Role): boolean => role === 'branch_admin' || role === 'branch_staff';

const loginId: Reader<string> = (typed) => {
  const lower = typed.normalize('NFKC').toLowerCase();
  return isLoginId(lower) ? lower : refuse('invalid_login_id');
};

const fields = z.object({
  display_name: requiredField(text(40)),
  role: requiredChoice(roles),
  branch_id: optionalRef,
  requester_id: optionalRef,
  site_id: optionalRef,
});
type Fields = z.output<typeof fields>;

const companyName = mixedWithoutSymbols(10);

/** Scope follows from the role; names of company people obey the 入力規則 of ユーザー名. */
const check = (member: Fields, context: z.RefinementCtx): void => {
  const company = isCompanyRole(member.role);
  if (isBranchRole(member.role) && member.branch_id === null) issueAt(context, 'branch_id', 'required');
  if (company && member.requester_id === null) issueAt(context, 'requester_id', 'required');
  if (member.role === 'site_admin' && member.site_id === null) issueAt(context, 'site_id', 'site_required');
  if ((!company || member.role === 'requester_admin') && member.site_id !== null)
    issueAt(context, 'site_id', 'site_not_allowed');
  const name = company ? companyName(member.display_name) : member.display_name;
  if (typeof name !== 'string') issueAt(context, 'display_name', name.code);
};

/** A person to invite: a login ID or a mail address as sign-in name, never both. */
export const newMember = fields
  .extend({ login_id: optionalField(loginId), email: optionalField(email) })
  .superRefine((member, context) => {
    check(member, context);
    if ((member.login_id === null) === (member.email === null)) issueAt(context, 'login_id', 'one_sign_in_name');
  });

/** What may be changed of a person: name, role and scope. */
export const memberUpdate = fields.superRefine(check);

export type NewMember = z.output<typeof newMember>;
export type MemberUpdate = z.output<typeof memberUpdate>;
