import { daysBetween } from '../../domain/calendar.ts';
import { formatDate } from '../../domain/dateText.ts';
import { formatYen } from '../../domain/money.ts';
import { wordOf } from '../../components/values.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { RadarLine, RuleName } from './radarData.ts';

const usualText = (hours: number): string => (hours > 48 ? t('radar.usual_days', { days: Math.ceil(hours / 24) }) : t('radar.usual', { hours }));

const countdown = (rule: RuleName, line: RadarLine, today: string): string => {
  const left = daysBetween(today, line.day);
  if (rule === 'due_soon') return left < 0 ? t('radar.overdue') : t('radar.left', { days: left });
  if (rule === 'expiring' || rule === 'hotekisho_ending') return left < 0 ? t('radar.expired') : t('radar.left', { days: left });
  return rule.startsWith('shortening') || rule === 'liability_short' || left >= 0 ? '' : t('radar.waiting', { days: -left });
};

const facts = (line: RadarLine): string[] => {
  const { fees = [], kinds = [], chassis_no: chassis, ids, usual_hours: hours, expires_on: expires, status, count, amount } = line.detail;
  return [
    ...kinds.map((kind) => translate(`card_kind.${kind}`)),
    ...fees.map((fee) => translate(`radar.fees.${fee}`)),
    ...(chassis === undefined ? [] : [t('radar.differs_from', { chassis })]),
    ...(ids === undefined ? [] : [t('radar.pairs', { count: ids.length })]),
    ...(hours === undefined ? [] : [usualText(hours)]),
    ...(expires === undefined ? [] : [t('radar.expires', { date: formatDate(expires) })]),
    ...(count === undefined ? [] : [t('radar.cases', { count })]),
    ...(amount === undefined ? [] : [t('radar.difference', { amount: formatYen(amount) })]),
    ...(status !== undefined && hasMessage(`radar.onboarding_statuses.${status}`) ? [translate(`radar.onboarding_statuses.${status}`)] : []),
  ];
};

/** What is wrong with a line, in one sentence: its day, how long, and the facts of its rule. */
export const lineText = (rule: RuleName, line: RadarLine, today: string): string => {
  if (rule === 'account_missing') return line.detail.opens_on ? t('radar.opens', { date: formatDate(line.detail.opens_on) }) : t('radar.no_account');
  if (rule === 'certificate') return t('radar.certificate', { state: wordOf('certificate_state', line.detail.state), date: line.detail.state === 'none' ? t('format.none') : formatDate(line.day) });
  if (rule === 'agent_kei') return (line.detail.problems ?? []).map((problem) => translate(`radar.agent_problems.${problem}`)).join('　');
  const when = t(`radar.days.${rule}`, { date: formatDate(line.day) });
  return [when, countdown(rule, line, today), ...facts(line)].filter((part) => part !== '').join('　');
};

/** Whether the line is late already. */
export const isLate = (rule: RuleName, line: RadarLine, today: string): boolean => (rule === 'due_soon' || rule === 'expiring' || rule === 'hotekisho_ending' || rule === 'card_waiting' || rule === 'certificate') && line.day < today;

type Act = { label: string; to: string };

/** Where the line is settled. */
export const actOf = (rule: RuleName, line: RadarLine): Act => {
  if (rule === 'payee_differs') return { label: t('radar.open_differences'), to: '/payee_differences' };
  if (line.subject === 'branch') return { label: t('radar.open_agent'), to: `/agent?branch=${line.id}` };
  if (line.subject === 'requester') return { label: t('radar.open_requester'), to: `/requesters/${line.id}/show` };
  if (line.subject === 'site') return { label: t('radar.open_site'), to: `/sites/${line.id}/show` };
  const unsent = line.filing_status === 'draft';
  if (unsent && (rule.startsWith('shortening') || rule === 'liability_short' || rule === 'hotekisho_ending' || rule === 'chassis_differs')) return { label: t('radar.open_edit'), to: `/applications/${line.id}` };
  if (rule === 'double_filing' || rule === 'filed_again' || rule === 'advance_twice') {
    return { label: t('radar.open_pair'), to: `/applications?filter=${encodeURIComponent(JSON.stringify({ chassis_no: line.chassis_no }))}` };
  }
  return { label: t('radar.open_case'), to: `/applications/${line.id}/show` };
};
