import { useRecordContext } from 'react-admin';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { wordOf } from '../../components/values.ts';
import { type MailFacts, type MailKind, mailText, type MailText } from '../../i18n/mailText.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { Turn } from '../../theme/tones.ts';

type Row = { kind: MailKind; facts: MailFacts[MailKind] };
const TURNS: Record<string, Turn> = { queued: 'requester', sending: 'requester', sent: 'done', failed: 'trouble', cancelled: 'ended' };
export const MAIL_STATES = Object.keys(TURNS);
export const MAIL_KINDS = ['fee_details', 'advances', 'ainas_registered', 'debit_notice', 'address_confirmation', 'contact_card', 'general'];

const isRow = (record: unknown): record is Row => typeof record === 'object' && record !== null && MAIL_KINDS.includes(String(Reflect.get(record, 'kind')));

/** The mail as it was or will be worded, by the same code as `send-mail`. */
export const wordsOfMail = (record: unknown): MailText => (isRow(record) ? mailText(record.kind, record.facts, window.location.origin) : { subject: '', text: '' });

export const MailState = () => {
  const state = String(useRecordContext()?.['state'] ?? '');
  return <StatusBadge label={wordOf('mails.state', state)} turn={TURNS[state] ?? 'ended'} />;
};
export const MailKindWord = () => <>{wordOf('mails.kind', String(useRecordContext()?.['kind'] ?? ''))}</>;
export const MailSubject = () => <>{wordsOfMail(useRecordContext()).subject}</>;
export const MailCompany = () => {
  const company: unknown = useRecordContext()?.['requester'];
  return <>{typeof company === 'object' && company !== null ? `${Reflect.get(company, 'code')} ${Reflect.get(company, 'name')}` : t('format.none')}</>;
};

/** Our own reasons in words; what a mail server said stands as it is. */
export const mailError = (error: unknown): string => {
  const key = `mails.error.${String(error)}`;
  return typeof error === 'string' && hasMessage(key) ? translate(key) : String(error ?? '');
};
