import { describe, expect, it } from 'vitest';
import { toBankKana } from './bankKana.ts';
import { isCertificateNo } from './certificateNo.ts';
import { isChassisNo, normalizeChassisNo } from './chassis.ts';
import { branchCode, distributionNo, memberCode, recordAgentNo, requesterCode, siteCode } from './identifiers.ts';
import { companyLoginId, isLoginId, isLoginIdAddress, loginAddress } from './loginId.ts';
import { newPasswordProblems, passwordProblems } from './password.ts';
import { Refusal } from './reader.ts';

const ok = (value: unknown) => !(value instanceof Refusal);

describe('codes', () => {
  it('have their shapes', () => {
    expect(requesterCode('ｃ０００００01')).toBe('C0000001');
    expect([requesterCode('0000001'), requesterCode('C000001')].some(ok)).toBe(false);
    expect([memberCode('1845678'), siteCode('chB001'), branchCode('118'), recordAgentNo('3280387012')].every(ok)).toBe(true);
    expect([memberCode('184567'), siteCode('AA-01'), siteCode('12345678'), recordAgentNo('123456789')].some(ok)).toBe(false);
    expect(distributionNo('1845678', '001')).toBe('1845678-001');
  });

  it('車台番号 is taken as printed', () => {
    expect(normalizeChassisNo('ｃａｒ－01210002 ')).toBe('CAR-01210002');
    expect(['BC-810100031', 'NHP10-9119739', '1234567'].every(isChassisNo)).toBe(true);
    expect(['', '-1', 'A--1', 'ア-1', 'A'.repeat(26)].some(isChassisNo)).toBe(false);
  });

  it('電子車検証管理番号 has 13, 5 or 11 digits, the last six of 11 a real day of the era', () => {
    const today = '2026-11-22';
    for (const no of ['1234567890123', '12345', '12345051205', '12345310430']) expect(isCertificateNo(no, today)).toBe(true);
    for (const no of ['123456', '12345080230', '12345350101', '12345a51205', '12345000101']) expect(isCertificateNo(no, today)).toBe(false);
  });

  it('bank kana is what banks take', () => {
    expect(toBankKana('ガッコウ　ー')).toBe('ｶﾞﾂｺｳ -');
    expect(toBankKana('ﾃｽﾄｼﾞﾄﾞｳｼﾔ1')).toBe('ﾃｽﾄｼﾞﾄﾞｳｼﾔ1');
    expect(toBankKana('カ）ぱる「A」')).toBe('ｶ)ﾊﾟﾙ｢A｣');
    expect(toBankKana('銀行')).toBeNull();
  });
});

describe('sign-in names', () => {
  it('stand for addresses', () => {
    expect(loginAddress(' C0000001-Op ')).toBe('c0000001-op@login.invalid');
    expect(loginAddress('Ｈｑ－admin')).toBe('hq-admin@login.invalid');
    expect(loginAddress('A@Example.jp')).toBe('a@example.jp');
    expect([isLoginIdAddress('hq-admin@login.invalid'), isLoginIdAddress('a@example.jp')]).toEqual([true, false]);
    expect([companyLoginId('C0000001', 'op'), companyLoginId('C0000001', '')]).toEqual(['C0000001-op', 'C0000001']);
    expect([isLoginId('101-staff'), isLoginId('-a'), isLoginId('a_b')]).toEqual([true, false, false]);
  });
});

describe('passwords', () => {
  it.each([
    ['Demo-Pass-2026', []],
    ['Abcdefg1', []],
    ['Abc1-', ['password_length']],
    [`Aa1${'x'.repeat(37)}`, ['password_length']],
    ['abcdefgh', ['password_three_kinds']],
    ['Abcdef1あ', ['password_half_width']],
    ['Abcdef 12', ['password_half_width']],
    ['c0000001-Op', ['password_is_login_id']],
    ['', ['password_length', 'password_three_kinds']],
  ])('%s: %j', (password, problems) => {
    expect(passwordProblems(password, 'C0000001-op')).toEqual(problems);
  });

  it('must be typed twice alike', () => {
    expect(newPasswordProblems('Abcdefg1', 'Abcdefg2', 'x')).toEqual(['passwords_differ']);
  });
});
