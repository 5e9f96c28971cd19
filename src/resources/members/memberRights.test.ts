import { describe, expect, it } from 'vitest';
import { invitationOf } from './invitation.ts';
import { assignableRoles, loginIdOf, loginPrefix, mayAdminister, memberState, withScope, type Me } from './memberRights.ts';

const nobody = { user_id: 'me', branch: null, requester: null, site: null };
const hq: Me = { ...nobody, role: 'hq_admin' };
const branch: Me = { ...nobody, role: 'branch_admin', branch: { id: 18 } };
const company: Me = { ...nobody, role: 'requester_admin', branch: { id: 18 }, requester: { id: 1 } };
const site: Me = { ...nobody, role: 'site_admin', branch: { id: 18 }, requester: { id: 1 }, site: { id: 5 } };

describe('whom one administers', () => {
  it.each([
    [hq, { role: 'auditor' }, true], [branch, { role: 'branch_staff', branch_id: 18 }, true], [branch, { role: 'branch_staff', branch_id: 1 }, false],
    [branch, { role: 'requester_admin', requester_id: 9 }, true], [branch, { role: 'submitter', requester_id: 9 }, false], [company, { role: 'requester_admin', requester_id: 1 }, true],
    [company, { role: 'submitter', requester_id: 2 }, false], [site, { role: 'preparer', site_id: 5 }, true], [site, { role: 'preparer', site_id: 6 }, false], [site, { role: 'site_admin', site_id: 5 }, false],
  ])('%#', (me, person, allowed) => expect(mayAdminister(me, person)).toBe(allowed));

  it('nobody else gives roles', () => {
    for (const role of ['hq_finance', 'hq_viewer', 'auditor', 'branch_staff', 'submitter', 'preparer'] as const) expect(assignableRoles(role)).toEqual([]);
  });
});

describe('scope of a new person', () => {
  it('follows from the role and from who registers', () => {
    expect(withScope(hq, { role: 'auditor', branch_id: 3, requester_id: 4 })).toMatchObject({ branch_id: null, requester_id: null, site_id: null });
    expect(withScope(branch, { role: 'branch_staff', branch_id: 3 })).toMatchObject({ branch_id: 18, requester_id: null });
    expect(withScope(company, { role: 'requester_admin', site_id: 5 })).toMatchObject({ requester_id: 1, site_id: null });
    expect(withScope(company, { role: 'submitter' })).toMatchObject({ requester_id: 1, site_id: null });
    expect(withScope(site, { role: 'preparer', site_id: 6 })).toMatchObject({ requester_id: 1, site_id: 5 });
  });
});

describe('login IDs', () => {
  it('begin with the company or the branch', () => {
    expect(loginPrefix('submitter', undefined, 'C0000001')).toBe('C0000001-');
    expect(loginPrefix('branch_staff', '118', undefined)).toBe('118-');
    expect(loginPrefix('hq_viewer', undefined, undefined)).toBe('');
    expect(loginPrefix('submitter', undefined, undefined)).toBeNull();
    expect(loginIdOf('C0000001-', '')).toBe('C0000001');
    expect(loginIdOf('118-', 'tanaka ')).toBe('118-tanaka');
  });

  it('become an invitation', async () => {
    const invitation = invitationOf(company, 'C0000001-');
    const person = { kind: 'login_id', role: 'submitter', display_name: '見本 花子', login_id: 'Op9', email: 'left@example.jp' };
    await expect(invitation.parseAsync(person)).resolves.toEqual({ login_id: 'c0000001-op9', email: null, display_name: '見本 花子', role: 'submitter', branch_id: null, requester_id: 1, site_id: null });
    await expect(invitation.parseAsync({ ...person, kind: 'email' })).resolves.toMatchObject({ login_id: null, email: 'left@example.jp' });
  });
});

describe('state', () => {
  const now = new Date('2026-10-05T00:00:00Z');
  it.each([
    [{}, 'active'], [{ disabled_at: '2026-10-01T00:00:00Z', must_change_password: true }, 'disabled'], [{ locked_until: '2026-10-05T00:10:00Z' }, 'locked'], [{ locked_until: '2026-10-04T00:10:00Z' }, 'active'],
    [{ must_change_password: true }, 'initial'], [{ password_expires_on: '2026-10-04' }, 'expired'], [{ password_expires_on: '2026-10-05' }, 'active'],
  ])('%j is %s', (person, state) => expect(memberState(person, '2026-10-05', now)).toBe(state));
});
