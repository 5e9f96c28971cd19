import type { RaRecord } from 'react-admin';
import type { PlateRecord } from '../../components/PlateView.tsx';
import { daysBetween } from '../../domain/calendar.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import type { Case } from '../../resources/applications/case.ts';
import type { OpenRequest } from '../../resources/case_requests/caseRequest.ts';
import type { Card } from '../../resources/contact_cards/card.ts';
import type { Channel } from '../../resources/contacts/contact.ts';

/** The queues in the order of the work. */
export const WORK_QUEUES = ['file', 'fees', 'weight_tax', 'contact', 'hand_over'] as const;
export type WorkQueue = (typeof WORK_QUEUES)[number];
export const isWorkQueue = (name: unknown): name is WorkQueue => WORK_QUEUES.some((queue) => queue === name);

/** What rpc `work_counts` answers a queue; `soon`: due today or within three days. */
export type WorkCount = { count: number; overdue: number; soon: number };
export type WorkCounts = Record<WorkQueue, WorkCount>;

/** What rpc `work_forecast` answers: 予約送信 on its way, `week` until `last_day`; `stuck` could not be sent on its day. */
export type WorkForecast = { today: number; tomorrow: number; week: number; last_day: string; stuck: number };

export type LastContact = { created_at: string; contacted: string; channel: Channel; said: string; follow_up_on: string | null; closed_at: string | null; actor_name: string | null };
/** A 連絡カード that waits for somebody. */
export type OpenCard = Pick<Card, 'id' | 'kind' | 'state' | 'created_at' | 'due_on' | 'answered_at' | 'reminders'>;
/** A row of rpc `work_list`. */
export type WorkRow = RaRecord & PlateRecord
  & Pick<Case, 'version' | 'request_no' | 'application_no' | 'chassis_no' | 'filing_status' | 'oss_status' | 'oss_status_label' | 'status_changed_at' | 'requested_at' | 'inspection_expires_on'>
  & { due_on: string | null; last_contact: LastContact | null; request: OpenRequest | null; card: OpenCard | null; exported: { at: string; who: string | null } | null; requester_name: string | null; site_code: string | null; site_name: string | null };
/** One page; `next` is what asks for the page after it. */
export type WorkPage = { rows: WorkRow[]; next: Record<string, unknown> | null };

/** A company of a queue and how many of its cases stand there. */
export type WorkCompany = { id: number; name: string; count: number };

/** The deadline in words: 2026/10/05（あと2日）. */
export const dueText = (day: string, today: string): string => {
  const days = daysBetween(today, day);
  const date = formatDate(day);
  if (days === 0) return t('work.due_today', { date });
  return days > 0 ? t('work.due_in', { date, days }) : t('work.due_over', { date, days: -days });
};
