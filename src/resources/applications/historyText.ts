import { formatDate } from '../../domain/dateText.ts';
import { formatYen } from '../../domain/money.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import { wordOf } from '../../components/values.ts';
import { dayOf, payerOf, type Case, type Fee, type FeeKind } from './case.ts';

/** A row of `application_events`. */
export type EventLine = {
  id: number; event: string; from_filing_status: string | null; from_oss_status: string | null; to_filing_status: string; to_oss_status: string | null;
  actor_id?: string | null; actor_name: string | null; actor_role: string | null; on_behalf: boolean; source: string; note: string | null; details: Record<string, unknown>; created_at: string;
};

const FEE_OF: Record<string, FeeKind> = { pay_inspection: 'inspection', pay_tech: 'tech_info', pay_weight_tax: 'weight_tax', pass: 'weight_tax', settle_card: 'weight_tax' };

/** 検査登録手数料 of 登録車 is called 検査手数料 for 軽. */
export const feeName = (kind: string, vehicle: string): string => {
  if (kind !== 'inspection') return wordOf('fee_kind', kind);
  return t(vehicle === 'kei' ? 'history.fee_kei' : 'history.fee_registered');
};

/** Who did it: the person, and that head office stood in; or what wrote the line. */
export const actorText = (line: EventLine): string => {
  if (line.actor_name === null) return line.source === 'import' ? wordOf('event_source', 'import') : t('case.system');
  return line.on_behalf ? `${line.actor_name}（${t('case.on_behalf')}）` : line.actor_name;
};

const amountOf = (line: EventLine, fees: Fee[]): number | null => {
  if (typeof line.details['amount'] === 'number') return line.details['amount'];
  return fees.find(({ fee_kind }) => fee_kind === FEE_OF[line.event])?.amount ?? null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const extrasOf = (line: EventLine, record: Case, fees: Fee[]): string[] => {
  const kind = FEE_OF[line.event];
  const amount = kind === undefined ? null : amountOf(line, fees);
  const { paid_on, completed_on, due_on, acceptance_no, application_no, hotekisho_reregistered } = line.details;
  const paid = line.event.startsWith('pay_');
  return [
    amount === null ? '' : formatYen(amount),
    paid && kind !== undefined && payerOf(record, kind) === 'advance' ? t('case.fee_advance') : '',
    // a payment of the same day says nothing new
    text(paid_on) === '' || text(paid_on) === dayOf(line.created_at) ? '' : t('history.paid', { date: formatDate(text(paid_on)) }),
    text(completed_on) === '' ? '' : t('history.completed', { date: formatDate(text(completed_on)) }),
    text(due_on) === '' ? '' : t('history.due', { date: formatDate(text(due_on)) }),
    text(acceptance_no) === '' ? '' : t('history.acceptance', { no: text(acceptance_no) }),
    text(application_no) === '' ? '' : t('history.application', { no: text(application_no) }),
    hotekisho_reregistered === true ? t('history.reregistered') : '',
  ].filter((part) => part !== '');
};

/** Why 予約送信 did not work, without the advice that follows the first sentence. */
const reasonOf = ({ details }: EventLine): string => {
  const key = `errors.${text(details['code'])}`;
  return hasMessage(key) ? (translate(key).split('。')[0] ?? '') : text(details['code']);
};

/** What was done, as a person would write it: 検査手数料を納付（1,200円、立替）. `label` names events the catalogue does not know. */
export const historyText = (line: EventLine, record: Case, fees: Fee[], label: (event: string) => string): string => {
  const key = `history.${line.event}`;
  const fee = feeName(text(line.details['fee_kind']) || (FEE_OF[line.event] ?? ''), record.vehicle_kind);
  const act = hasMessage(key) ? translate(key, { fee, date: formatDate(text(line.details['on'])), reason: reasonOf(line) }) : label(line.event);
  const extras = extrasOf(line, record, fees);
  const copied = line.details['copied_from'] === undefined ? '' : t('history.copied');
  return `${act}${copied}${extras.length === 0 ? '' : `（${extras.join('、')}）`}`;
};
