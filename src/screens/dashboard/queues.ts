import type { MessageKey } from '../../i18n/translate.ts';
import type { Reach } from '../../providers/access.ts';
import type { Tone } from '../../theme/tones.ts';
import type { WorkQueue } from '../worklist/workData.ts';
import type { DashboardData, QueueName } from './types.ts';

/** A count of the dashboard: where it leads, and whose turn it is. */
export type Tile = { key: string; label: MessageKey; count: number; oldest: string | null; to: string; tone: Tone; hint?: MessageKey };

const list = (filter: Record<string, unknown>): string => `/applications?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** The search that shows exactly what a queue counts (twin of private.queue_of). */
export const filterOf = (queue: QueueName, since: string): Record<string, unknown> => {
  const filters: Record<QueueName, Record<string, unknown>> = {
    draft: { filing_status: ['draft'] }, requested: { filing_status: ['requested'] },
    receiving: { oss_status: ['receiving', 'accepted'] }, fees_due: { oss_status: ['inspection_fee_due', 'tech_fee_due', 'fees_due'] },
    review: { oss_status: ['reception_review', 'inspection_review'] }, weight_tax_due: { oss_status: ['weight_tax_due'] }, payment_retry: { oss_status: ['payment_retry'] },
    correction_requested: { oss_status: ['correction_requested'] }, issue_pending: { oss_status: ['issue_pending'] },
    trouble: { outcome: ['rejected', 'not_accepted', 'void', 'system_error'], requested_at: { from: since } },
  };
  return filters[queue];
};

/** Where the agent works a queue off. */
const WORK: Partial<Record<QueueName, WorkQueue>> = {
  requested: 'file', fees_due: 'fees', payment_retry: 'fees', weight_tax_due: 'weight_tax', correction_requested: 'contact', trouble: 'contact', issue_pending: 'hand_over',
};
const placeOf = (queue: QueueName, reach: Reach, since: string): string => {
  const work = reach === 'branch' ? WORK[queue] : undefined;
  return work === undefined ? list(filterOf(queue, since)) : `/work?queue=${work}`;
};

type Order = readonly (readonly [QueueName, MessageKey, Tone])[];
/** The office works off what is its own first; the garage what waits for it. */
const OFFICE: Order = [
  ['requested', 'dashboard.requested', 'mine'], ['fees_due', 'dashboard.fees_due', 'mine'], ['weight_tax_due', 'dashboard.weight_tax_due', 'mine'],
  ['payment_retry', 'dashboard.payment_retry', 'trouble'], ['correction_requested', 'dashboard.correction_requested', 'mine'], ['trouble', 'dashboard.trouble', 'trouble'],
  ['receiving', 'dashboard.receiving', 'office'], ['review', 'dashboard.review', 'office'], ['issue_pending', 'dashboard.issue_pending', 'other'],
];
const GARAGE: Order = [
  ['draft', 'dashboard.draft', 'mine'], ['correction_requested', 'dashboard.garage_correction', 'mine'], ['issue_pending', 'dashboard.garage_issue', 'mine'],
  ['trouble', 'dashboard.trouble', 'trouble'], ['payment_retry', 'dashboard.payment_retry', 'trouble'], ['requested', 'dashboard.garage_requested', 'other'],
  ['fees_due', 'dashboard.fees_due', 'other'], ['review', 'dashboard.review', 'office'], ['weight_tax_due', 'dashboard.weight_tax_due', 'other'],
];

/** The tiles of a role, in the order in which they are worked off. */
export const tilesOf = (data: DashboardData, reach: Reach): Tile[] => {
  const { queues = {}, trouble_since: since } = data;
  const tiles = (reach === 'garage' ? GARAGE : OFFICE).map(([queue, label, tone]): Tile => ({
    key: queue, label, tone, count: queues[queue]?.count ?? 0, oldest: queues[queue]?.oldest ?? null, to: placeOf(queue, reach, since),
    ...(queue === 'trouble' ? { hint: 'dashboard.trouble_hint' as const } : {}),
  }));
  const more: Tile[] = [
    { key: 'needs_review', label: 'dashboard.needs_review', tone: 'trouble', count: data.needs_review ?? 0, oldest: null, to: list({ needs_review: true }) },
    { key: 'pending_sites', label: 'dashboard.pending_sites', tone: 'mine', count: data.pending_sites ?? 0, oldest: null, to: `/sites?filter=${encodeURIComponent(JSON.stringify({ status: 'pending' }))}` },
  ];
  return [...tiles, ...more.filter(({ count }) => count > 0)];
};
