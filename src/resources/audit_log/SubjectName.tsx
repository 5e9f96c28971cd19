import { Link, useGetManyAggregate, useGetOne, useRecordContext, type RaRecord } from 'react-admin';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { ownName } from './auditWords.ts';

/** Subjects with a page, and how their row is called there. */
const PAGES: Record<string, (row: RaRecord) => string> = {
  branches: (row) => `${row['code']} ${row['name']}`, requesters: (row) => `${row['code']} ${row['name']}`, sites: (row) => `${row['code']} ${row['name']}`,
  members: (row) => String(row['display_name']), notices: (row) => String(row['title']),
};

/** Subjects named by a row of another table. */
const NAMED_BY: Record<string, string> = { debit_accounts: 'requesters', agent_offices: 'branches' };

const Found = ({ subject, id, fallback, nameOf }: { subject: string; id: string; fallback: string; nameOf: (row: RaRecord) => string }) => {
  const { data, isPending } = useGetManyAggregate(subject, { ids: [id] });
  const row = data?.find((one) => String(one?.id) === id);
  if (isPending) return null;
  return row === undefined ? <>{fallback}</> : <Link to={`/${subject}/${id}/show`}>{nameOf(row)}</Link>;
};

const SettingName = ({ settingKey }: { settingKey: string }) => <>{useGetOne('settings', { id: settingKey }).data?.['label_ja'] ?? settingKey}</>;

/** What a line is about, by name; rows that are gone by the name the line kept. 監査 reads no companies (D-2): numbers there. */
export const SubjectName = () => {
  const { role } = useProfile();
  const line = useRecordContext();
  if (line === undefined) return null;
  const subject = NAMED_BY[String(line['subject'])] ?? String(line['subject']);
  const id = String(line['subject_id']);
  const fallback = ownName(line) ?? (/^\d+$/.test(id) ? `${t('resources.audit_log.fields.id')} ${id}` : t('audit.gone'));
  if (subject === 'billing_months') return <>{formatMonth(id)}</>;
  if (subject === 'settings') return <SettingName settingKey={id} />;
  const nameOf = PAGES[subject];
  const readable = role !== 'auditor' || subject === 'members' || subject === 'branches';
  if (nameOf === undefined || line['action'] === 'delete' || !readable) return <>{fallback}</>;
  return <Found subject={subject} id={id} fallback={fallback} nameOf={nameOf} />;
};
