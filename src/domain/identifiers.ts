import { type Reader, refuse, shaped, toHalf } from './reader.ts';

/** Shapes of the numbers and codes of the office (docs/domain.md §1.5). */

/** 管理システム ユーザID / 保適証サービス 組織ID: C and 7 digits. */
export const requesterCode: Reader<string> = (typed) => {
  const code = toHalf(typed).toUpperCase();
  return /^C\d{7}$/.test(code) ? code : refuse('invalid_requester_code');
};

/** AINAS依頼人組織ID: opaque; leading zeros matter. */
export const ainasOrgId = shaped(/^[0-9A-Za-z]{1,20}$/);

/** 会員コード, printed on the certificate. */
export const memberCode = shaped(/^\d{7}$/, 'invalid_member_code');

/** 電子保適事業者ID and 代理申請事業者ID. */
export const companyNo = shaped(/^\d{8}$/);

/** Code of a 支部. */
export const branchCode = shaped(/^\d{3}$/, 'invalid_branch_code');

/** 依頼人拠点コード; case matters ('chB001'). */
export const siteCode = shaped(/^[0-9A-Za-z]{1,7}$/, 'invalid_site_code');

/** 記録等事務代行者委託番号: exactly 10. */
export const recordAgentNo = shaped(/^[0-9A-Za-z]{10}$/, 'invalid_record_agent_no');

/** 申請ID: the sources show 9 digits; shorter ones come where a spreadsheet dropped zeros. */
export const applicationNo = shaped(/^\d{1,9}$/, 'invalid_application_no');

/** 受付番号: the sources show 19 digits; up to 20 are kept. */
export const acceptanceNo = shaped(/^\d{1,20}$/, 'invalid_acceptance_no');

/** 配布先識別番号, printed on the new certificate: '1845678-001'. Derived, never stored. */
export const distributionNo = (member: string, site: string): string => `${member}-${site}`;
