import { checkFullWidth } from '../text.ts';
import { fileKind, optional, required } from './kind.ts';
import { type Reader, Refusal, shaped } from './readers.ts';

const fullWidth = (max: number): Reader<string> => (cell) => {
  const { value, code } = checkFullWidth(cell, max);
  return code === null ? value : new Refusal(code);
};

/** 依頼人拠点 (docs/domain.md §2.2). */
export const sitesFile = fileKind({
  ainas_org_id: required('依頼人組織ID', shaped(/^[0-9A-Za-z]{1,20}$/)),
  code: required('依頼人拠点コード', shaped(/^[0-9A-Za-z]{1,7}$/, 'invalid_site_code')),
  name: required('依頼人拠点名', fullWidth(40)),
  short_name: required('依頼人拠点名（略称）', fullWidth(10)),
  branch_code: required('管轄支部コード', shaped(/^\d{3}$/, 'invalid_branch_code')),
  record_agent_no: optional('記録等事務代行者委託番号', shaped(/^[0-9A-Za-z]{10}$/, 'invalid_record_agent_no')),
});
