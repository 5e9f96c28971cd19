import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { StatusField } from '../../components/StatusField.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDate, formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { dayOf, daysInStep, isUrgent } from '../../resources/applications/case.ts';
import { AnswerDialog } from '../../resources/case_requests/AnswerDialog.tsx';
import { CardStateText } from '../../resources/contact_cards/CardStateText.tsx';
import { isWaiting } from '../../resources/contacts/contact.ts';
import { dueText, type WorkRow } from './workData.ts';

const CLIPPED = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

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

/** What the company asked for, with the way to answer it. */
const Asked = ({ request }: { request: NonNullable<WorkRow['request']> }) => {
  const [open, setOpen] = useState(false);
  return (
    <Box component="span" onClick={(event) => event.stopPropagation()} sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0 }}>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)} sx={{ flex: 'none', py: 0, minWidth: 0 }}>{t('ask.answer')}</Button>
      <Box component="span" title={request.note} sx={CLIPPED}><b>{`［${t('ask.on_work_list', { kind: wordOf('ask_kind', request.kind) })}］`}</b>{request.note}</Box>
      {open && <AnswerDialog request={request} onClose={() => setOpen(false)} />}
    </Box>
  );
};

/** The 連絡カード of the case, with whose turn it is and for how long. */
const Carded = ({ card }: { card: NonNullable<WorkRow['card']> }) => (
  <Box component="span" sx={{ display: 'block', ...CLIPPED }}><b>{`［${t('card.title')} ${wordOf('card_kind', card.kind)}］`}</b><CardStateText card={card} /></Box>
);

/** What waits for an answer of the branch first, then a 連絡カード; else the last line of 連絡 on one line, waiting for an answer in bold. */
export const LastWord = ({ row }: { row: WorkRow }) => {
  const { last_contact: last, request, card } = row;
  if (request !== null) return <Asked request={request} />;
  if (card !== null) return <Carded card={card} />;
  if (last === null) return <Box component="span" sx={{ color: 'text.secondary' }}>{t('format.none')}</Box>;
  const waits = isWaiting(last) ? `［${t('contact.waiting', { date: formatDate(last.follow_up_on ?? '') })}］` : '';
  const text = `${formatDate(dayOf(last.created_at))} ${wordOf('contact_channel', last.channel)} ${last.contacted}：${last.said}`;
  return <Box component="span" title={text} sx={{ display: 'block', ...CLIPPED }}><b>{waits}</b>{text}</Box>;
};

/** 済: the request went into a file for AINAS; whose and when on pointing at it. */
export const Exported = ({ row }: { row: WorkRow }) => (row.exported === null ? null : (
  <Box component="span" title={t('out.marked', { at: formatDateTime(row.exported.at), who: row.exported.who ?? '' })} sx={{ ml: 0.5, px: 0.5, border: 1, borderColor: 'divider', borderRadius: 0.5, fontSize: '0.6875rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>{t('out.mark')}</Box>
));

export const placeText = (row: WorkRow): string => [row.requester_name, row.site_name].filter((name) => name !== null).join(' ');
