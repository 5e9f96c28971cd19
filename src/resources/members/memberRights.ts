import { isBranchRole, isCompanyRole, officeRoles, companyRoles, roles, type Role } from '../../domain/member.ts';
import type { Profile } from '../../providers/profile.ts';

type Place = { id: number } | null;
export type Me = Pick<Profile, 'role' | 'user_id'> & { branch: Place; requester: Place; site: Place };
export type Person = { id?: unknown; user_id?: unknown; role?: unknown; branch_id?: unknown; requester_id?: unknown; site_id?: unknown };

/** The roles the caller may give, in the order of D-2. */
export const assignableRoles = (role: Role): readonly Role[] => {
  if (role === 'hq_admin') return roles;
  if (role === 'branch_admin') return ['branch_admin', 'branch_staff', 'requester_admin'];
  if (role === 'requester_admin') return companyRoles;
  return role === 'site_admin' ? ['submitter', 'preparer'] : [];
};

/** As `private.may_administer` judges; only hides buttons. A branch cannot see whether a company is its own: the list shows no other. */
export const mayAdminister = (me: Me, person: Person): boolean => {
  if (!assignableRoles(me.role).some((role) => role === person.role)) return false;
  if (me.role === 'branch_admin') return person.role === 'requester_admin' || person.branch_id === me.branch?.id;
  if (me.role === 'requester_admin') return person.requester_id === me.requester?.id;
  return me.role === 'site_admin' ? person.site_id === me.site?.id : true;
};
export const isMyself = (me: Me, person: Person): boolean => person.user_id === me.user_id;

type Typed = Record<string, unknown> & { role?: Role };

const own = (place: Place, chosen: unknown) => place?.id ?? chosen ?? null;

/** The scope that follows from the role and from who registers; the rest is what was chosen (D-3). */
export const withScope = (me: Me, typed: Typed): Typed => {
  const { role } = typed;
  const company = role !== undefined && isCompanyRole(role);
  const branch = role !== undefined && isBranchRole(role);
  const sited = company && role !== 'requester_admin';
  return {
    ...typed,
    branch_id: branch ? own(me.role === 'branch_admin' ? me.branch : null, typed['branch_id']) : null,
    requester_id: company ? own(me.requester, typed['requester_id']) : null,
    site_id: sited ? own(me.site, typed['site_id']) : null,
  };
};

/** What a login ID of this role starts with; `null` as long as the place is not chosen. */
export const loginPrefix = (role: Role | undefined, branchCode: string | undefined, requesterCode: string | undefined): string | null => {
  if (role === undefined) return null;
  if (isCompanyRole(role)) return requesterCode === undefined ? null : `${requesterCode}-`;
  if (isBranchRole(role)) return branchCode === undefined ? null : `${branchCode}-`;
  return officeRoles.some((office) => office === role) ? '' : null;
};

/** The whole login ID: a company's administrator without a personal part has the company's code alone (D-5). */
export const loginIdOf = (prefix: string, personal: string): string => {
  const typed = personal.trim();
  return typed === '' && prefix.startsWith('C') ? prefix.replace(/-$/, '') : `${prefix}${typed}`;
};

export type MemberState = 'active' | 'disabled' | 'locked' | 'initial' | 'expired';
/** Why a person can or cannot work now; `today` is the database's, `now` an instant. */
export const memberState = (person: Record<string, unknown>, today: string, now: Date): MemberState => {
  if (person['disabled_at']) return 'disabled';
  if (typeof person['locked_until'] === 'string' && new Date(person['locked_until']) > now) return 'locked';
  if (person['must_change_password'] === true) return 'initial';
  return typeof person['password_expires_on'] === 'string' && person['password_expires_on'] < today ? 'expired' : 'active';
};
