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

/** 依頼人拠点更新: the code never changes. */
export const siteUpdate = z.object(names);

export type NewSite = z.output<typeof newSite>;
export type SiteUpdate = z.output<typeof siteUpdate>;
