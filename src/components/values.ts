import { formatDate, formatDateTime, formatMonth } from '../domain/dateText.ts';
import { hasMessage, t, translate } from '../i18n/translate.ts';

/** 1,234円; ▲1,234円 when negative; － when there is none. */
export const moneyText = (amount: number | null | undefined): string => {
  if (amount === null || amount === undefined) return t('format.none');
  return amount < 0 ? t('format.money_negative', { amount: -amount }) : t('format.money', { amount });
};

/** 2026/10/05 of a JST day, 2026/10/05 14:22 of an instant. */
export const dateText = (value: string | null | undefined, withTime = false): string => {
  if (value === null || value === undefined || value === '') return t('format.none');
  return withTime ? formatDateTime(value) : formatDate(value);
};

/** 2026年10月 of a month's first day. */
export const monthText = (value: string | null | undefined): string =>
  value === null || value === undefined || value === '' ? t('format.none') : formatMonth(value);

/** The catalogue's word for a code: `wordOf('role', 'hq_admin')` → 本部管理者; an unknown code shows itself. */
export const wordOf = (group: string, code: unknown): string => {
  if (code === null || code === undefined || code === '') return t('format.none');
  const key = `${group}.${String(code)}`;
  return hasMessage(key) ? translate(key) : String(code);
};
