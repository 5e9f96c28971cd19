import { z } from 'zod';
import { optionalField, requiredField, requiredRef } from './form.ts';
import { recordAgentNo, siteCode } from './identifiers.ts';
import { fullWidth } from './text.ts';

/** 依頼人拠点 (docs/domain.md §2.2). */

const names = {
  name: requiredField(fullWidth(40)),
  short_name: requiredField(fullWidth(10)),
  record_agent_no: optionalField(recordAgentNo),
};

/** 依頼人拠点登録. `branch_id` is the branch of the area where the workshop stands. */
export const newSite = z.object({ code: requiredField(siteCode), ...names, requester_id: requiredRef, branch_id: requiredRef });

/** 依頼人拠点登録 by the company itself. */
export const newSiteOfCompany = newSite.omit({ requester_id: true });

/** 依頼人拠点更新: the code never changes. A site that moves into another branch's area waits for that branch (D-8a). */
export const siteUpdate = z.object({ ...names, branch_id: requiredRef });

/** What 拠点管理者 may change of the own site. */
export const siteNames = siteUpdate.pick({ name: true, short_name: true });

export type NewSite = z.output<typeof newSite>;
export type SiteUpdate = z.output<typeof siteUpdate>;
