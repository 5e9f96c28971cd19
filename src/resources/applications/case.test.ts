import { expect, it } from 'vitest';
import { caseName, daysInStep, isUrgent, nextDueFee, payerOf } from './case.ts';

it('is known by 申請ID, or by 依頼番号 while there is none', () => {
  expect(caseName({ application_no: '100051889', request_no: 'R1' })).toBe('100051889');
  expect(caseName({ application_no: null, request_no: 'R1' })).toBe('R1');
});
it('counts days in Japan', () => {
  expect(daysInStep({ status_changed_at: '2026-11-20T15:30:00Z' }, '2026-11-22')).toBe(1);
});
const fee = (fee_kind: 'inspection' | 'tech_info', status: 'due' | 'paid', due_on: string) => ({ fee_kind, status, due_on, amount: 1 });
it('takes the first date of the fees still open', () => {
  expect(nextDueFee([fee('inspection', 'paid', '2026-01-01'), fee('tech_info', 'due', '2026-02-01')])?.fee_kind).toBe('tech_info');
});
it('is urgent within three days', () => {
  expect([isUrgent('2026-11-25', '2026-11-22'), isUrgent('2026-11-26', '2026-11-22'), isUrgent('2026-11-01', '2026-11-22')]).toEqual([true, false, true]);
});
it('says how a fee is paid', () => {
  expect(payerOf({ cashless: false, vehicle_kind: 'kei' }, 'inspection')).toBe('advance');
  expect(payerOf({ cashless: false, vehicle_kind: 'registered' }, 'inspection')).toBe('direct');
  expect(payerOf({ cashless: true, vehicle_kind: 'registered' }, 'tech_info')).toBe('card');
});
