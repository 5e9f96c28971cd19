import type { CompanyName } from './cast.ts';
import { cast } from './cast.ts';
import { json, type Tx } from './connection.ts';

/** An adjustment that waits: asked for by somebody who has meanwhile become 本部管理者; 予納金 and a bill of AINAS. */
export const makeApprovals = async (tx: Tx, company: Record<CompanyName, number>): Promise<void> => {
  const payload = { requester_id: company.sakura, amount: -178, taxable: true, label: '訂正', reason: '理由' };
  await tx`
    insert into approvals (act, payload, reason, requested_by, requested_by_name, expires_at)
    values ('adjustment', ${json(tx, payload)}, '理由', ${cast.hqAdmin2.id}, 'hqAdmin2', '2099-01-01')`;
  await tx`insert into deposits (booked_on, amount) values ('2025-03-01', 1000000)`;
  await tx`insert into ainas_bills (month, count, amount) values ('2025-03-01', 10, 450)`;
};
