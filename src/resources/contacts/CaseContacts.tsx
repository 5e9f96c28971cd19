import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDate, formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { caseName, type Case } from '../applications/case.ts';
import { useRefreshCases } from '../applications/useRefreshCases.ts';
import { isWaiting, type Contact } from './contact.ts';
import { ContactDialog } from './ContactDialog.tsx';

const State = ({ contact, mayClose }: { contact: Contact; mayClose: boolean }) => {
  const { rpc } = useActions();
  const { today } = useProfile();
  const notify = useNotify();
  const refresh = useRefreshCases();
  const close = async () => {
    try {
      await rpc('close_contact', { p_id: contact.id });
      notify(t('contact.closed'), { type: 'success' });
    } catch (error) {
      notify(toAppError(error).message, { type: 'error' });
    }
    await refresh();
  };
  if (contact.follow_up_on === null) return null;
  if (!isWaiting(contact)) return <Box component="span" sx={{ color: 'text.secondary' }}>{t('contact.answered', { at: formatDateTime(contact.closed_at ?? ''), who: contact.closed_name ?? '' })}</Box>;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', ...(contact.follow_up_on <= today ? { color: 'error.main', fontWeight: 700 } : {}) }}>
      {t('contact.waiting', { date: formatDate(contact.follow_up_on) })}
      {mayClose && <Button size="small" onClick={() => void close()}>{t('contact.close')}</Button>}
    </Box>
  );
};

const Line = ({ contact, mayClose }: { contact: Contact; mayClose: boolean }) => (
  <Box component="li" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '8.25rem minmax(7rem, 12rem) 1fr' }, columnGap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', breakInside: 'avoid' }}>
    <Box component="time" dateTime={contact.created_at} sx={{ whiteSpace: 'nowrap' }}>{formatDateTime(contact.created_at)}</Box>
    <span>{contact.on_behalf ? `${contact.actor_name ?? ''}（${t('contact.on_behalf')}）` : contact.actor_name}</span>
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {`${wordOf('contact_channel', contact.channel)}：${contact.contacted}`}
      <Box sx={{ pl: 1, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-wrap' }}>{contact.said}</Box>
      <State contact={contact} mayClose={mayClose} />
    </Box>
  </Box>
);

/** 連絡 of a case, the newest first: for the office; whoever acts for the case adds and closes. */
export const CaseContacts = ({ record }: { record: Case }) => {
  const { role, branch } = useProfile();
  const [adding, setAdding] = useState(false);
  const { data = [], error } = useGetList<Contact>('contacts', { filter: { application_id: record.id }, pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'DESC' } });
  const acts = canAccess(role, { resource: 'contacts', action: 'act' }) && (branch === null || branch.id === record.agent_branch_id);
  return (
    <SectionCard title={t('contact.title')} action={acts && <Button variant="outlined" data-print="none" onClick={() => setAdding(true)}>{t('contact.add')}</Button>}>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!error && data.length === 0 && <Typography color="text.secondary">{t('contact.none')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>{data.map((contact) => <Line key={contact.id} contact={contact} mayClose={acts} />)}</Box>
      {adding && <ContactDialog applications={[record.id]} subject={caseName(record)} onClose={() => setAdding(false)} />}
    </SectionCard>
  );
};
