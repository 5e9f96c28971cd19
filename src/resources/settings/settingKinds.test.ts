import { describe, expect, it } from 'vitest';
import { headersOf, isGoodSetting, settingText, specOfSetting } from './settingKinds.ts';

const hours = { open: '07:00', close: '22:00', closed_from: '12-29', closed_to: '01-03' };

describe('設定 in words', () => {
  it.each([
    ['standalone', true, '使う'], ['password_valid_days', null, '無期限'], ['password_valid_days', 90, '90日'], ['debit_offset_6', 2, '2か月後'], ['tax_rounding', 'floor', '切捨て'],
    ['service_hours', hours, '07:00～22:00（12/29～01/03は休止）'], ['invoice_registration_no', null, '未設定'], ['import_headers', {}, 'すべて通常の見出しを使います。'],
    ['import_headers', { sites: { code: '拠点', name: '名' } }, '2列の見出しを読み替えます。'], ['unheard_of', 3, '3'],
  ])('%s %j', (key, value, text) => expect(settingText(key, value)).toBe(text));

  it('enters an unknown setting by the type of its value', () => {
    expect(specOfSetting('unheard_of', true)).toMatchObject({ group: 'other', kind: 'switch' });
  });
});

describe('what may be confirmed', () => {
  it.each([
    ['password_valid_days', null], ['password_valid_days', 30], ['service_hours', hours], ['invoice_registration_no', 'T1234567890123'], ['association_name', '見本連合会'],
  ])('%s %j', (key, value) => expect(isGoodSetting(key, value)).toBe(true));
  it.each([
    ['lock_minutes', null], ['lock_minutes', 0], ['lock_minutes', 1.5], ['service_hours', { ...hours, open: '23:00' }], ['service_hours', { ...hours, closed_to: '13-01' }],
    ['invoice_registration_no', '1234567890123'], ['association_name', ' '],
  ])('not %s %j', (key, value) => expect(isGoodSetting(key, value)).toBe(false));

  it('keeps only headers that say something', () => {
    expect(headersOf({ sites: { code: '拠点', name: 3 }, ainas: {} })).toEqual({ sites: { code: '拠点' } });
  });
});
