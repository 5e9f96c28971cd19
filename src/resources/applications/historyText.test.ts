import { expect, it } from 'vitest';
import type { Case, Fee } from './case.ts';
import { actorText, historyText, type EventLine } from './historyText.ts';

const line = (over: Partial<EventLine>): EventLine => ({
  id: 1, event: 'pay_inspection', from_filing_status: 'filing', from_oss_status: 'fees_due', to_filing_status: 'filing', to_oss_status: 'fees_due',
  actor_name: '東京支部 担当者', actor_role: 'branch_staff', on_behalf: false, source: 'screen', note: null, details: {}, created_at: '2026-10-05T05:22:00Z', ...over,
});
const kei = { vehicle_kind: 'kei', cashless: false } as Case;
const registered = { vehicle_kind: 'registered', cashless: false } as Case;
const fees: Fee[] = [{ fee_kind: 'inspection', amount: 1200, status: 'paid', paid_on: '2026-10-05', due_on: null }];
const label = (event: string) => event;

it('reads like a log', () => {
  expect(historyText(line({}), kei, fees, label)).toBe('検査手数料を納付（1,200円、立替）');
  expect(historyText(line({}), registered, fees, label)).toBe('検査登録手数料を納付（1,200円）');
});
it('says the day of payment only when it is another', () => {
  expect(historyText(line({ details: { paid_on: '2026-10-05' } }), kei, fees, label)).not.toContain('納付日');
  expect(historyText(line({ details: { paid_on: '2026-10-02' } }), kei, fees, label)).toContain('納付日 2026/10/02');
});
it('names the fee that failed, and numbers', () => {
  expect(historyText(line({ event: 'payment_failed', details: { fee_kind: 'tech_info' } }), kei, [], label)).toBe('技術情報管理手数料を納付できず');
  expect(historyText(line({ event: 'accept', details: { acceptance_no: '19' } }), kei, [], label)).toBe('申請受付（受付番号 19）');
});
it('falls back to the label of the machine for an event without a sentence', () => {
  expect(historyText(line({ event: 'brand_new' }), kei, [], () => '新しい操作')).toBe('新しい操作');
});
it('says who did it', () => {
  expect(actorText(line({}))).toBe('東京支部 担当者');
  expect(actorText(line({ on_behalf: true, actor_name: '本部' }))).toBe('本部（本部が代行）');
  expect(actorText(line({ actor_name: null, source: 'import' }))).toBe('取込');
  expect(actorText(line({ actor_name: null }))).toBe('自動');
});
