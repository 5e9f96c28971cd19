import { fileKind, optional, required } from './kind.ts';
import { choice, type Reader, Refusal, shaped, text, toHalf } from './readers.ts';

const postalCode: Reader<string> = (cell) => {
  const digits = toHalf(cell).replaceAll(/[〒\s‐‑–—―−ー-]/g, '');
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : new Refusal('invalid_postal_code');
};

const phone: Reader<string> = (cell) => {
  const half = toHalf(cell).replaceAll(/[‐‑–—―−ー]/g, '-');
  return /^0[\d()-]{8,14}$/.test(half) ? half : new Refusal('invalid_phone');
};

/** 事業者 with 所属 branch and 引落区分. */
export const requestersFile = fileKind({
  code: required('ユーザID', shaped(/^C\d{7}$/, 'invalid_requester_code')),
  name: required('事業者名称', text(100)),
  branch_code: required('所属支部コード', shaped(/^\d{3}$/, 'invalid_branch_code')),
  postal_code: optional('郵便番号', postalCode),
  address: optional('所在地', text(200)),
  phone: optional('電話番号', phone),
  ainas_org_id: optional('AINAS依頼人組織ID', shaped(/^[0-9A-Za-z]{1,20}$/)),
  member_code: optional('会員コード', shaped(/^\d{7}$/, 'invalid_member_code')),
  debit_cycle: required('引落区分', choice({ 27: 27, 6: 6 } as const)),
  report_email: optional('メールアドレス', shaped(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'invalid_email')),
});
