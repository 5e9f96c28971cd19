import { toBankKana } from '../bankKana.ts';
import { requesterCode } from '../identifiers.ts';
import { choice, type Reader, refuse, shaped, toHalf } from '../reader.ts';
import { fileKind, required } from './kind.ts';
import { date } from './readers.ts';

const bankKana = (max: number): Reader<string> => (cell) => {
  const kana = toBankKana(cell);
  if (kana === null) return refuse('invalid_bank_kana');
  return kana.length > max ? refuse('too_long') : kana;
};

const threeDigits = shaped(/^\d{3}$/);
/** ゆうちょ銀行 prints its 記号 (five digits, 1…0) beside the 店番 that banks use: whoever copied it is told which to take. */
const branchCode: Reader<string> = (cell) => (/^1\d{3}0$/.test(toHalf(cell)) ? refuse('japan_post_number') : threeDigits(cell));

const hideAllButThree = (text: string): string => {
  const characters = [...text];
  const shown = characters.length > 4 ? 3 : 0;
  return '*'.repeat(characters.length - shown) + characters.slice(characters.length - shown).join('');
};

/**
 * Account numbers never leave the file: the cell itself is hidden, and so is any long run of digits elsewhere, because
 * in a file whose columns slipped the number stands in another one.
 */
const mask = (field: string, value: string): string =>
  field === 'account_number' ? hideAllButThree(value) : value.replaceAll(/(?<![C\d])[\d０-９]{5,}/g, hideAllButThree);

/** 口座振替 accounts of 事業者, each valid from a day (docs/domain.md §11.3). */
export const debitAccountsFile = fileKind(
  {
    requester_code: required('ユーザID', requesterCode),
    valid_from: required('有効開始日', date),
    bank_code: required('金融機関コード', shaped(/^\d{4}$/)),
    bank_name: required('金融機関名', bankKana(15)),
    branch_code: required('支店コード', branchCode),
    branch_name: required('支店名称', bankKana(15)),
    account_type: required('口座区分', choice({ 普通: 'ordinary', 当座: 'checking' } as const)),
    account_number: required('口座番号', shaped(/^\d{7}$/, 'invalid_account_number')),
    holder_kana: required('口座名義', bankKana(30)),
  },
  mask,
);
