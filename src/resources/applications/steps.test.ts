import { expect, it } from 'vitest';
import { filingSteps, ossSteps } from './steps.ts';

const at = (oss_status: string | null, kind: 'registered' | 'kei' = 'registered', cashless = false) => ossSteps({ oss_status, vehicle_kind: kind, cashless });
const now = (steps: ReturnType<typeof ossSteps>) => steps.findIndex(({ state }) => state === 'now');

it('marks what lies behind, where it is and what follows', () => {
  expect(at('fees_due', 'kei').map(({ state }) => state)).toEqual(['done', 'done', 'now', 'next', 'next', 'next', 'next']);
  expect(now(at(null))).toBe(-1);
});
it('puts a status off the way in where it leaves it', () => {
  const steps = at('correction_requested');
  expect(steps[now(steps) - 1]?.code).toBe('reception_review');
  const filing = filingSteps({ filing_status: 'suspended' });
  expect(filing.map(({ code }) => code)).toEqual(['draft', 'requested', 'filing', 'suspended', 'completed']);
});
it('leaves out the fees that a card settles', () => {
  expect(at('reception_review', 'registered', true).map(({ code }) => code)).not.toContain('inspection_fee_due');
});
it('shows a code it does not know', () => {
  expect(at('unknown')[0]).toEqual({ code: 'unknown', state: 'now' });
});
