import { Alert, Box } from '@mui/material';
import { Link, useRecordContext } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { DateTimeField } from '../../components/fields.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { MailCompany, mailError, MailKindWord, MailState, MailSubject, wordsOfMail } from './mailWords.tsx';
import { ResendButton } from './ResendButton.tsx';

const Facts = () => {
  const mail = useRecordContext();
  if (mail === undefined) return null;
  const origin: unknown = mail['resent_from'];
  return (
    <SectionCard>
      {mail['state'] === 'failed' && <Alert severity="error" sx={{ mb: 1 }}>{mailError(mail['error'])}</Alert>}
      {mail['state'] === 'cancelled' && <Alert severity="info" sx={{ mb: 1 }}>{t('mails.cancelled_hint')}</Alert>}
      <DescriptionList>
        <DescriptionItem source="kind"><MailKindWord /></DescriptionItem>
        <DescriptionItem source="state"><MailState /></DescriptionItem>
        <DescriptionItem source="requester_id"><MailCompany /></DescriptionItem>
        <DescriptionItem source="to_address" />
        <DescriptionItem source="created_at"><DateTimeField source="created_at" /></DescriptionItem>
        <DescriptionItem source="sent_at"><DateTimeField source="sent_at" /></DescriptionItem>
        <DescriptionItem source="attempts">{t('mails.attempts', { count: mail['attempts'] })}</DescriptionItem>
        {mail['state'] === 'queued' && <DescriptionItem label={t('mails.next_try')}><DateTimeField source="next_try_at" /></DescriptionItem>}
        <DescriptionItem label={t('mails.asked_by')}>{String(mail['asked_by'] ?? t('mails.by_clock'))}</DescriptionItem>
        {typeof origin === 'number' && <DescriptionItem label={t('mails.resent_from')}><Link to={`/mail_outbox/${origin}/show`}>{String(origin)}</Link></DescriptionItem>}
        {mail['state'] !== 'failed' && mail['error'] !== null && <DescriptionItem source="error">{mailError(mail['error'])}</DescriptionItem>}
      </DescriptionList>
    </SectionCard>
  );
};

const Body = () => (
  <SectionCard title={t('mails.body')}>
    <Box component="pre" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}>{wordsOfMail(useRecordContext()).text}</Box>
  </SectionCard>
);

const subject = () => <MailSubject />;

/** One mail with its words, what became of it, and 再送. */
export const MailShow = () => (
  <OfficeShow title={t('mails.title')} sub={subject} editable={() => false} actions={<ResendButton />}><Facts /><Body /></OfficeShow>
);
