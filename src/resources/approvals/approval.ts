import type { RaRecord } from 'react-admin';
import { dateText, moneyText, wordOf } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';

export type Approval = RaRecord<number> & {
  act: string; payload: Record<string, unknown>; about: Record<string, unknown>; reason: string | null;
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'expired'; requested_by: string; requested_by_name: string; requested_at: string; expires_at: string;
  decided_by_name: string | null; decided_at: string | null; note: string | null;
};

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const yen = (value: unknown): string => moneyText(typeof value === 'number' ? value : null);

type Told = Record<string, unknown>;
const monthText = (told: Told): string =>
  t('approval.month_text', { month: formatMonth(text(told['month'])), count: text(told['statements']), total: yen(told['total']) });

/** One sentence an act; `told` is what will be done together with what was known when it was asked. */
const TEXTS: Record<string, (told: Told) => string> = {
  close_month: monthText,
  publish_month: monthText,
  reopen_month: monthText,
  price: (told) => t('approval.price_text', {
    item: wordOf('price.item', told['item']), from: dateText(text(told['valid_from'])), amount: yen(told['amount']), before: yen(told['amount_before']),
  }),
  adjustment: (told) => t('approval.adjustment_text', {
    code: text(told['code']), name: text(told['name']), label: text(told['label']), amount: yen(told['amount']), tax: t(told['taxable'] === true ? 'approval.taxable' : 'approval.untaxed'),
  }),
  write_off: (told) => t('approval.write_off_text', {
    code: text(told['code']), name: text(told['name']), fee: wordOf('fee_kind', told['fee_kind']), number: text(told['acceptance_no']), day: dateText(text(told['advanced_on'])), amount: yen(told['amount']),
  }),
  line_write_off: (told) => t('approval.line_write_off_text', {
    payee: wordOf('ledger.payee', told['payee']), month: formatMonth(text(told['month'])), number: text(told['acceptance_no']), amount: yen(told['amount']),
  }),
  debit_accounts: (told) => t('approval.debit_accounts_text', { file: text(told['file_name']), count: text(told['read']) }),
  debit_file: (told) => t('approval.debit_file_text', { day: dateText(text(told['debit_on'])), count: text(told['count']), total: yen(told['total']) }),
};

/** What the second person decides about, in one line. */
export const whatText = ({ act, payload, about }: Approval): string => TEXTS[act]?.({ ...about, ...payload }) ?? '';
export const actWord = (act: string): string => wordOf('approval.act', act);
