import { email, phone, postalCode } from '../contact.ts';
import { ainasOrgId, branchCode, memberCode, requesterCode } from '../identifiers.ts';
import { choice, text } from '../reader.ts';
import { fileKind, optional, required } from './kind.ts';

/** 事業者 with 所属 branch and 引落区分. */
export const requestersFile = fileKind({
  code: required('ユーザID', requesterCode),
  name: required('事業者名称', text(100)),
  branch_code: required('所属支部コード', branchCode),
  postal_code: optional('郵便番号', postalCode),
  address: optional('所在地', text(200)),
  phone: optional('電話番号', phone),
  ainas_org_id: optional('AINAS依頼人組織ID', ainasOrgId),
  member_code: optional('会員コード', memberCode),
  debit_cycle: required('引落区分', choice({ 27: 27, 6: 6 })),
  report_email: optional('メールアドレス', email),
});
