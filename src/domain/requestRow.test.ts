import { expect, test } from 'vitest';
import { readRequestRow } from './requestRow.ts';

const row = {
  vehicle_kind: 'registered', site_code: '001', plate_area: '品川', plate_class: '６００', plate_kana: 'サ', plate_number: '11-11', chassis_no: 'test－0001234',
  update_method: 'office', certificate_period: '2年指定整備車', user: { ownership: 'individual', name: '見本　太郎', address_1: '東京都千代田区見本町', address_2: '１－１' },
};
const errorsOf = (value: unknown) => {
  const read = readRequestRow(value);
  return 'errors' in read ? read.errors.map(({ field, code }) => `${field}: ${code}`) : [];
};

test('a row is normalised as in the form, and says where it goes', () => {
  expect(readRequestRow({ ...row, send: true })).toMatchObject({
    row: { site_code: '001', send: true, fields: { plate_class: '600', plate_kana: 'さ', plate_number: '1111', chassis_no: 'TEST-0001234', cashless: false, user: { address_2: '１−１' } } },
  });
  expect(readRequestRow({ ...row, user: undefined })).toMatchObject({ row: { send: false, fields: { user: { name: null } } } });
});

test('every wrong field is named, unknown ones too', () => {
  const wrong = { ...row, site_code: '', plate_kana: 'し', user: { ...row.user, name: '髙橋' } };
  expect(errorsOf(wrong)).toEqual(['plate_kana: invalid_plate_kana', 'site_code: required', 'user.name: not_jis_x_0208']);
  expect(errorsOf({ ...row, filing_status: 'completed' })).toEqual(['filing_status: field_not_allowed']);
  expect(errorsOf({ ...row, user: { ...row.user, nickname: 'x' } })).toEqual(['user.nickname: field_not_allowed']);
  expect(errorsOf({ ...row, chassis_no: 5, cashless: 'yes' })).toEqual(['chassis_no: required', 'cashless: invalid_value']);
  expect(errorsOf(null)).toEqual([': invalid_value']);
});

test('what 送信 asks for is asked only then', () => {
  const bare = { ...row, certificate_period: null, user: {} };
  expect(errorsOf(bare)).toEqual([]);
  expect(errorsOf({ ...bare, send: true })).toEqual(['certificate_period: required', 'user.name: required', 'user.address_1: required', 'user.ownership: required']);
});

test('what belongs to the other kind is refused', () => {
  expect(errorsOf({ ...row, receipt_by: 'agent' })).toEqual(['receipt_by: not_for_registered']);
  const { certificate_period: _period, ...kei } = row;
  expect(errorsOf({ ...kei, vehicle_kind: 'kei', mandate_kind: 'portal' })).toEqual(['mandate_kind: not_for_kei']);
});
