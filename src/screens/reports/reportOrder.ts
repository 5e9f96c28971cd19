import type { FeeDetailRow } from '../../domain/reports/feeDetails.ts';

// Codes are ASCII: compared as the database compares them, byte by byte.
const compare = (a: string | null, b: string | null): number => {
  const [left, right] = [a ?? '', b ?? ''];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** Company by company, site by site, day by day, as the sheet reads. Slices come by day, so equal rows keep their place. */
export const inReportOrder = (a: FeeDetailRow, b: FeeDetailRow): number =>
  compare(a.ainas_org_id, b.ainas_org_id) || compare(a.requester_name, b.requester_name) || compare(a.site_code, b.site_code)
  || compare(a.procedure_completed_on, b.procedure_completed_on);
