import { dateText, wordOf } from '../../components/values.ts';
import { shownSignInName } from '../../domain/loginId.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import { settingText } from '../settings/settingKinds.ts';

type Line = Record<string, unknown>;
export type Change = { field: string; before: unknown; after: unknown };
/** Names of rows that a value points to; undefined where they are not at hand. */
export type NameOf = (field: string, id: number) => string | undefined;

/** Kept in the log, of no use to a reader. */
const NOISE = new Set(['id', 'version', 'search_text', 'created_at', 'updated_at', 'user_id', 'name_key', 'key_hash', 'cipher']);
const isNoise = (field: string): boolean => NOISE.has(field) || field.endsWith('_by');
/** Fields whose value is a code of the catalogue; `subject.field` where the field alone is not enough. */
const GROUPS: Record<string, string> = {
  role: 'role', onboarding_status: 'onboarding_status', contract_status: 'contract_status', debit_cycle: 'debit_cycle', collection: 'collection',
  audience: 'notice_audience', vehicle_kind: 'vehicle_kind', 'sites.status': 'site_status', 'billing_months.status': 'audit.month_status', fee_kind: 'fee_kind',
  account_type: 'audit.account_type', state: 'advance_state', 'agent_certificates.kind': 'certificate_kind', kei_payment: 'payment_form', registered_payment: 'payment_form', payee: 'ledger.payee',
  'approvals.state': 'approval.state', act: 'approval.act', 'payee_lines.settled_as': 'payees', 'debit_batches.status': 'audit.batch_status', 'debit_followups.kind': 'audit.followup',
};

const fieldsOf = (value: unknown): Line => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {});
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The name of a kind of rows: the log's own, else that of their screen. */
export const subjectWord = (subject: string): string => {
  const name = `resources.${subject}.name`;
  return !hasMessage(`audit.subject.${subject}`) && hasMessage(name) ? translate(name) : wordOf('audit.subject', subject);
};
export const actionWord = (action: string): string => wordOf('audit.action', action);

/** The label that the screens of `subject` give the field. */
export const fieldWord = (subject: string, field: string): string => {
  const key = [`resources.${subject}.fields.${field}`, `resources.statements.fields.${field}`, `audit.fields.${field}`].find(hasMessage);
  return key === undefined ? field : translate(key);
};

/** What was before and after, field by field; of a new or deleted row only what was filled in. */
export const changesOf = (line: Line): Change[] => {
  const before = fieldsOf(line['before']);
  const after = fieldsOf(line['after']);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isNoise(field) && !(isBlank(before[field]) && isBlank(after[field])))
    .map((field) => ({ field, before: before[field], after: after[field] }));
};

/** A value as people say it: words for codes, 2026/10/05, 有 / 無, names for numbers of rows. */
export const valueWord = (subject: string, field: string, value: unknown, nameOf: NameOf = () => undefined): string => {
  if (isBlank(value)) return t('audit.empty');
  if (typeof value === 'boolean') return t(value ? 'audit.on' : 'audit.off');
  const group = GROUPS[`${subject}.${field}`] ?? GROUPS[field];
  if (group !== undefined) return wordOf(group, value);
  if (field.endsWith('_id') && typeof value === 'number') return nameOf(field, value) ?? String(value);
  if (field === 'login_id') return shownSignInName(String(value));
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dateText(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return dateText(value, true);
  if (Array.isArray(value)) return value.map((one) => valueWord(subject, field, one, nameOf)).join('、');
  if (typeof value === 'object') return Object.entries(fieldsOf(value)).map(([name, part]) => `${fieldWord(subject, name)} ${valueWord(subject, name, part, nameOf)}`).join('、');
  return typeof value === 'number' && !field.endsWith('_id') ? value.toLocaleString('ja-JP') : String(value);
};

/** A value of a line; that of a setting as the settings page words it. */
export const wordIn = (line: Line, field: string, value: unknown, nameOf?: NameOf): string =>
  line['subject'] === 'settings' && field === 'value' ? settingText(String(line['subject_id']), value) : valueWord(String(line['subject']), field, value, nameOf);

/** The name a line itself gives its subject, where it has one. */
export const ownName = (line: Line): string | undefined => {
  const fields = { ...fieldsOf(line['before']), ...fieldsOf(line['after']) };
  const name = fields['name'] ?? fields['display_name'] ?? fields['title'] ?? fields['holder'];
  return typeof name === 'string' ? name : undefined;
};

const SHOWN = 2;
/** The changes on one line: 電話番号: 03… → 050…、ほか3項目. */
export const summaryOf = (line: Line, nameOf?: NameOf): string => {
  const subject = String(line['subject']);
  const changes = changesOf(line);
  const update = line['action'] === 'update';
  const shown = changes.slice(0, SHOWN).map(({ field, before, after }) => {
    const word = (value: unknown) => wordIn(line, field, value, nameOf);
    return `${fieldWord(subject, field)}: ${update ? t('audit.arrow', { before: word(before), after: word(after) }) : word(after ?? before)}`;
  });
  const rest = changes.length - shown.length;
  return [...shown, ...(rest > 0 ? [t('audit.more', { count: rest })] : [])].join('、');
};
