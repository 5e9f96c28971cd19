import { t } from '../i18n/translate.ts';
import { dateText } from './values.ts';

/** What an act of finance answers instead of its result while 二人承認 makes it wait (docs/decisions.md D-24). */
export type Waiting = { approval: { id: number; act: string; state: string; requested_by_name: string; expires_at: string } };

export const isWaiting = (answer: unknown): answer is Waiting =>
  answer !== null && typeof answer === 'object' && 'approval' in answer && typeof answer.approval === 'object' && answer.approval !== null;

/** The sentence for an act that waits; null when it was carried out. `me`: the name of the person who asked. */
export const waitingText = (answer: unknown, me: string): string | null => {
  if (!isWaiting(answer)) return null;
  const { requested_by_name: name, expires_at: at } = answer.approval;
  const until = dateText(at, true);
  return name === me ? t('approval.waits', { until }) : t('approval.waits_already', { name, until });
};
