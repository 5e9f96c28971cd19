import { expect, it } from 'vitest';
import { mayCloseSite, mayConfirmSite, mayEditSite } from './siteRights.ts';

const nobody = { branch: null, requester: null, site: null };
const hq = { ...nobody, role: 'hq_admin' as const };
const area = { ...nobody, role: 'branch_admin' as const, branch: { id: 18 } };
const home = { ...nobody, role: 'branch_admin' as const, branch: { id: 1 } };
const company = { ...nobody, role: 'requester_admin' as const, branch: { id: 18 }, requester: { id: 7 } };
const own = { ...nobody, role: 'site_admin' as const, requester: { id: 7 }, site: { id: 3 } };
const site = (status: string) => ({ id: 3, status, branch_id: 18, requester_id: 7 });

it('is confirmed by the branch of its area or head office, only while it waits', () => {
  expect([hq, area, home, company, own].map((me) => mayConfirmSite(me, site('pending')))).toEqual([true, true, false, false, false]);
  expect(mayConfirmSite(area, site('active'))).toBe(false);
});

it('is changed by its area, its company and its own administrator, closed by the first two', () => {
  expect([hq, area, home, company, own].map((me) => mayEditSite(me, site('active')))).toEqual([true, true, false, true, true]);
  expect([hq, area, home, company, own].map((me) => mayCloseSite(me, site('active')))).toEqual([true, true, false, true, false]);
});

it('stays as it was once closed', () => {
  expect([hq, area, company, own].map((me) => mayEditSite(me, site('closed')))).toEqual([false, false, false, false]);
  expect(mayCloseSite(hq, site('closed'))).toBe(false);
});
