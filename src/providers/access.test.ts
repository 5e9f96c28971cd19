import { describe, expect, it } from 'vitest';
import { canAccess, importKinds, ROLES, type Role } from './access.ts';

const may = (resource: string, action: string): Role[] => ROLES.filter((role) => canAccess(role, { resource, action }));
const EVERYONE = [...ROLES];

/** "Who may do what" of docs/decisions.md, as the menus and buttons offer it. */
const CASES: [string, string, Role[]][] = [
  ['branches', 'list', EVERYONE],
  ['branches', 'edit', ['hq_admin', 'branch_admin']],
  ['branches', 'create', ['hq_admin']],
  ['requesters', 'list', EVERYONE.filter((role) => role !== 'auditor')],
  ['requesters', 'edit', ['hq_admin', 'branch_admin', 'requester_admin']],
  ['sites', 'edit', ['hq_admin', 'branch_admin', 'requester_admin', 'site_admin']],
  ['sites', 'create', ['hq_admin', 'branch_admin', 'requester_admin']],
  ['members', 'list', ['hq_admin', 'auditor', 'branch_admin', 'requester_admin', 'site_admin']],
  ['members', 'create', ['hq_admin', 'branch_admin', 'requester_admin', 'site_admin']],
  ['applications', 'list', EVERYONE.filter((role) => role !== 'auditor')],
  ['applications', 'create', ['hq_admin', 'branch_admin', 'branch_staff', 'submitter', 'preparer']],
  ['applications', 'act', ['hq_admin', 'branch_admin', 'branch_staff', 'submitter']],
  ['statements', 'list', ['hq_admin', 'hq_finance', 'hq_viewer', 'branch_admin', 'branch_staff', 'requester_admin']],
  ['billing_months', 'close', ['hq_finance']],
  ['prices', 'edit', ['hq_finance']],
  ['settings', 'edit', ['hq_admin']],
  ['notices', 'create', ['hq_admin', 'branch_admin']],
  ['audit_log', 'list', ['hq_admin', 'auditor', 'branch_admin']],
];

describe('canAccess', () => {
  it.each(CASES)('%s: %s', (resource, action, roles) => {
    expect(may(resource, action)).toEqual(roles);
  });

  it('refuses what it does not know', () => {
    expect(canAccess('hq_admin', { resource: 'secrets', action: 'list' })).toBe(false);
    expect(canAccess('hq_admin', { resource: 'branches', action: 'explode' })).toBe(false);
  });

  it('offers each role the files it may bring', () => {
    expect(importKinds('hq_admin')).toEqual(['requesters', 'sites', 'ainas']);
    expect(importKinds('branch_staff')).toEqual(['ainas']);
    expect(importKinds('hq_finance')).toContain('payee-keikenkyo');
    expect(importKinds('submitter')).toEqual([]);
  });
});
