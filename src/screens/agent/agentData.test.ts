import { expect, test } from 'vitest';
import { certificateOn, firstDifference, type Certificate } from './agentData.ts';

const certificate = (id: number, startsOn: string): Certificate => ({
  id, branch_id: 1, kind: 'commercial_registration', holder: '見本', serial_no: null, starts_on: startsOn, ends_on: '2099-01-01', revoked_on: null, note: null, version: 1 });

test('a filing uses the certificate that started last', () => {
  const all = [certificate(1, '2025-01-01'), certificate(2, '2025-06-01'), certificate(3, '2025-09-01')];
  expect(certificateOn(all, '2025-06-01')?.id).toBe(2);
  expect(certificateOn(all, '2024-12-31')).toBeUndefined();
});

test('two names part where a reader would see it: width counts, and what is missing at the end', () => {
  expect(firstDifference('東京見本０１', '東京見本01')).toEqual({ place: 5, a: '０', b: '0' });
  expect(firstDifference('東京見本', '東京見本１')).toEqual({ place: 5, a: '', b: '１' });
  expect(firstDifference('同じ', '同じ')).toBeUndefined();
});
