import { dateText, moneyText } from '../../components/values.ts';
import { addDays } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';

/** What rpc `account_movements` answers; days are JST, amounts whole yen. */
export type Movement = { day: string; kind: 'weight_tax' | 'inspection' | 'debit'; state: 'drawn' | 'failed' | 'planned'; count: number; amount: number };
export type DrawNotice = { day: string; count: number; amount: number };
export type Movements = {
  today: string; account: { bank_name: string; branch_name: string; masked_number: string } | null; notice: DrawNotice | null; balance: number | null; rows: Movement[];
};

/** 『明日 14件 約286,400円』; another day than tomorrow by its date. */
export const noticeText = ({ day, count, amount }: DrawNotice, today: string): string =>
  t('account.notice', { day: day === addDays(today, 1) ? t('account.tomorrow') : dateText(day), count, amount: moneyText(amount) });

/** What left the account and what will; a failed 口座振替 is neither. */
export const sumsOf = (rows: Movement[]): { drawn: number; planned: number } => ({
  drawn: rows.filter(({ state }) => state === 'drawn').reduce((sum, { amount }) => sum + amount, 0),
  planned: rows.filter(({ state }) => state === 'planned').reduce((sum, { amount }) => sum + amount, 0),
});
