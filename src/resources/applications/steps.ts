import type { Case } from './case.ts';

export type Step = { code: string; state: 'done' | 'now' | 'next' };

const FILING = ['draft', 'requested', 'filing', 'completed'];
const OSS = {
  registered: ['receiving', 'accepted', 'inspection_fee_due', 'tech_fee_due', 'reception_review', 'weight_tax_due', 'issue_pending', 'issued'],
  cashless: ['receiving', 'accepted', 'reception_review', 'issue_pending', 'issued'],
  kei: ['receiving', 'accepted', 'fees_due', 'inspection_review', 'weight_tax_due', 'issue_pending', 'issued'],
};
/** Where a status off the straight way stands: after which step of it. The last that applies is taken. */
const AFTER: Record<string, string[]> = {
  correction_requested: ['filing', 'reception_review', 'inspection_review'], suspended: ['filing'], resuming: ['filing'], withdrawing: ['filing', 'accepted'],
  error: ['filing'], payment_retry: ['accepted'], rejected: ['reception_review', 'inspection_review'], not_accepted: ['receiving'], void: ['accepted'], withdrawn: ['accepted'],
};

const place = (way: string[], code: string): Step[] => {
  const at = way.indexOf(code);
  if (at >= 0) return way.map((step, index) => ({ code: step, state: index < at ? 'done' : index === at ? 'now' : 'next' }));
  const last = Math.max(-1, ...(AFTER[code] ?? []).map((step) => way.indexOf(step)));
  return [
    ...way.slice(0, last + 1).map((step): Step => ({ code: step, state: 'done' })), { code, state: 'now' },
    ...way.slice(last + 1).map((step): Step => ({ code: step, state: 'next' })),
  ];
};

/** 申請ステータス as steps of the straight way, with today's place; a status beside it is put in where it leaves the way. */
export const filingSteps = ({ filing_status }: Pick<Case, 'filing_status'>): Step[] => place(FILING, filing_status);

/** OSSステータス as steps of the way this case takes; none reached while nothing is filed. */
export const ossSteps = ({ oss_status, vehicle_kind, cashless }: Pick<Case, 'oss_status' | 'vehicle_kind' | 'cashless'>): Step[] => {
  const way = cashless ? OSS.cashless : OSS[vehicle_kind];
  return oss_status === null ? way.map((code) => ({ code, state: 'next' })) : place(way, oss_status);
};
