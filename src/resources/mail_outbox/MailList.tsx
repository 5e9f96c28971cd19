import { Alert, Box } from '@mui/material';
import { DataTable, TextInput } from 'react-admin';
import { ClippedField, DateTimeCol, DateTimeField, TextCol } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter, DateRangeFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { MAIL_KINDS, MAIL_STATES, MailCompany, MailKindWord, MailState, MailSubject, wordsOfMail } from './mailWords.tsx';

const filters: ListFilter[] = [
  { primary: true, input: <DateRangeFilter source="created_at" /> },
  { primary: true, input: <CheckboxFilter source="state" choices={MAIL_STATES.map((id) => ({ id, name: wordOf('mails.state', id) }))} /> },
  { primary: true, input: <ChoiceFilter source="kind" choices={MAIL_KINDS.map((id) => ({ id, name: wordOf('mails.kind', id) }))} /> },
  { input: <TextInput source="to_address" helperText={false} /> },
];

const exportColumns = [
  { source: 'created_at', value: (mail: Record<string, unknown>) => dateText(String(mail['created_at']), true) },
  { source: 'kind', value: (mail: Record<string, unknown>) => wordOf('mails.kind', String(mail['kind'])) },
  { source: 'subject', value: (mail: Record<string, unknown>) => wordsOfMail(mail).subject }, { source: 'to_address' },
  { source: 'state', value: (mail: Record<string, unknown>) => wordOf('mails.state', String(mail['state'])) }, { source: 'attempts' }, { source: 'error' },
];

const card = (
  <Box>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}><DateTimeField source="created_at" /><MailState /></Box>
    <Box sx={{ fontWeight: 700, whiteSpace: 'normal' }}><MailSubject /></Box>
    <ClippedField source="to_address" />
  </Box>
);

/** 送信履歴: what was mailed to whom, and what became of it. A company sees its own. */
export const MailList = () => {
  const garage = reachOf(useProfile().role) === 'garage';
  return (
    <OfficeList filters={filters} card={card} hasCreate={false} exportColumns={exportColumns} above={garage ? <Alert severity="info" sx={{ mb: 1 }}>{t('mails.empty')}</Alert> : null}>
      <DateTimeCol source="created_at" />
      <DataTable.Col source="state"><MailState /></DataTable.Col>
      <DataTable.Col source="kind"><MailKindWord /></DataTable.Col>
      {!garage && <DataTable.Col source="requester_id" disableSort><MailCompany /></DataTable.Col>}
      <DataTable.Col source="subject" label={t('mails.subject')} disableSort><MailSubject /></DataTable.Col>
      <TextCol source="to_address" />
      <DateTimeCol source="sent_at" />
      <DataTable.NumberCol source="attempts" />
      <TextCol source="error" disableSort />
    </OfficeList>
  );
};
