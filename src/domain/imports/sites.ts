import { ainasOrgId, branchCode, recordAgentNo, siteCode } from '../identifiers.ts';
import { fullWidth } from '../text.ts';
import { fileKind, optional, required } from './kind.ts';

/** 依頼人拠点 (docs/domain.md §2.2). */
export const sitesFile = fileKind({
  ainas_org_id: required('依頼人組織ID', ainasOrgId),
  code: required('依頼人拠点コード', siteCode),
  name: required('依頼人拠点名', fullWidth(40)),
  short_name: required('依頼人拠点名（略称）', fullWidth(10)),
  branch_code: required('管轄支部コード', branchCode),
  record_agent_no: optional('記録等事務代行者委託番号', recordAgentNo),
});
