import type { Profile } from '../../providers/profile.ts';

export type Site = { id: unknown; status?: unknown; branch_id?: unknown; requester_id?: unknown };
type Me = Pick<Profile, 'role'> & { branch: { id: number } | null; requester: { id: number } | null; site: { id: number } | null };

const ofArea = (me: Me, site: Site): boolean => me.role === 'hq_admin' || (me.role === 'branch_admin' && site.branch_id === me.branch?.id);
const ofCompany = (me: Me, site: Site): boolean => me.role === 'requester_admin' && site.requester_id === me.requester?.id;

/** As `private.save_site` judges: the branch of the area, the company, and 拠点管理者 the own site. */
export const mayEditSite = (me: Me, site: Site): boolean =>
  site.status !== 'closed' && (ofArea(me, site) || ofCompany(me, site) || (me.role === 'site_admin' && site.id === me.site?.id));
/** 届出中 is confirmed by the branch of the area (D-8a). */
export const mayConfirmSite = (me: Me, site: Site): boolean => site.status === 'pending' && ofArea(me, site);
export const mayCloseSite = (me: Me, site: Site): boolean => site.status !== 'closed' && (ofArea(me, site) || ofCompany(me, site));
