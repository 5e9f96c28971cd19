import { Box } from '@mui/material';
import { StatusField } from '../../components/StatusField.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { dayOf, daysInStep, isUrgent } from '../../resources/applications/case.ts';
import { isWaiting } from '../../resources/contacts/contact.ts';
import { dueText, type WorkRow } from './workData.ts';

/** The next deadline, in red within three days of it or past it. */
export const Due = ({ row }: { row: WorkRow }) => {
  const { today } = useProfile();
  if (row.due_on === null) return <Box component="span" sx={{ color: 'text.secondary' }}>{t('format.none')}</Box>;
  const urgent = isUrgent(row.due_on, today);
  return <Box component="span" data-urgent={urgent} sx={{ whiteSpace: 'nowrap', ...(urgent ? { color: 'error.main', fontWeight: 700 } : {}) }}>{dueText(row.due_on, today)}</Box>;
};

/** Days in the step. */
export const Age = ({ row }: { row: WorkRow }) => {
  const days = daysInStep(row, useProfile().today);
  return <>{days === 0 ? t('work.today') : t('work.days', { days })}</>;
};

/** OSSステータス, or 申請ステータス while there is none. Reads the record at hand. */
export const Place = ({ row }: { row: WorkRow }) => <StatusField source={row.oss_status === null ? 'filing_status' : 'oss_status'} />;

/** The last line of 連絡 on one line; waiting for an answer in bold. */
export const LastWord = ({ row }: { row: WorkRow }) => {
  const { last_contact: last } = row;
  if (last === null) return <Box component="span" sx={{ color: 'text.secondary' }}>{t('format.none')}</Box>;
  const waits = isWaiting(last) ? `［${t('contact.waiting', { date: formatDate(last.follow_up_on ?? '') })}］` : '';
  const text = `${formatDate(dayOf(last.created_at))} ${wordOf('contact_channel', last.channel)} ${last.contacted}：${last.said}`;
  return <Box component="span" title={text} sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}><b>{waits}</b>{text}</Box>;
};

export const placeText = (row: WorkRow): string => [row.requester_name, row.site_name].filter((name) => name !== null).join(' ');
