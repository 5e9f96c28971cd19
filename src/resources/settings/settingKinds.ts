import { toBankKana } from '../../domain/bankKana.ts';
import { t } from '../../i18n/translate.ts';
import type { MessageKey } from '../../i18n/translate.ts';

export type Hours = { open: string; close: string; closed_from: string; closed_to: string };
export type SettingKind = 'switch' | 'number' | 'text' | 'rounding' | 'hours' | 'headers' | 'consignor' | 'items';
type Spec = { group: 'operation' | 'security' | 'money' | 'privacy' | 'imports' | 'other'; kind: SettingKind; unit?: MessageKey; none?: MessageKey; hint?: MessageKey };

/** How each setting is shown and entered; `none` words the empty value of those that may be empty. */
const SPECS: Record<string, Spec> = {
  standalone: { group: 'operation', kind: 'switch' },
  service_hours: { group: 'operation', kind: 'hours' },
  refuse_outside_hours: { group: 'operation', kind: 'switch' },
  association_name: { group: 'operation', kind: 'text' },
  second_factor_required: { group: 'security', kind: 'switch' },
  api_calls_per_minute: { group: 'operation', kind: 'number', unit: 'setting.times' },
  password_valid_days: { group: 'security', kind: 'number', unit: 'setting.days', none: 'setting.unlimited' },
  lock_after_failures: { group: 'security', kind: 'number', unit: 'setting.times' },
  lock_minutes: { group: 'security', kind: 'number', unit: 'setting.minutes' },
  two_person_approval: { group: 'money', kind: 'switch' },
  approval_days: { group: 'money', kind: 'number', unit: 'setting.days' },
  debit_offset_6: { group: 'money', kind: 'number', unit: 'setting.months' },
  debit_offset_27: { group: 'money', kind: 'number', unit: 'setting.months' },
  debit_deadline_days_6: { group: 'money', kind: 'number', unit: 'setting.days' },
  debit_deadline_days_27: { group: 'money', kind: 'number', unit: 'setting.days' },
  debit_result_days_6: { group: 'money', kind: 'number', unit: 'setting.days' },
  debit_result_days_27: { group: 'money', kind: 'number', unit: 'setting.days' },
  debit_consignor: { group: 'money', kind: 'consignor' },
  transfer_account: { group: 'money', kind: 'text', none: 'setting.none' },
  transfer_due_days: { group: 'money', kind: 'number', unit: 'setting.days' },
  tax_rounding: { group: 'money', kind: 'rounding' },
  invoice_registration_no: { group: 'money', kind: 'text', none: 'setting.none', hint: 'setting.t_number' },
  erase_vehicle_users_after_days: { group: 'privacy', kind: 'number', unit: 'setting.days' },
  certificate_items: { group: 'imports', kind: 'items' },
  import_headers: { group: 'imports', kind: 'headers' },
};
export const GROUPS = ['operation', 'security', 'money', 'privacy', 'imports', 'other'] as const;

const guessed = (value: unknown): SettingKind => {
  if (typeof value === 'boolean') return 'switch';
  return typeof value === 'number' ? 'number' : 'text';
};
/** A setting this page does not know is entered by the type of its value. */
export const specOfSetting = (key: string, value: unknown): Spec => SPECS[key] ?? { group: 'other', kind: guessed(value) };

export const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Headers by import kind and field, blanks left out. */
export type HeaderSetting = Record<string, Record<string, string>>;
export const headersOf = (value: unknown): HeaderSetting =>
  Object.fromEntries(Object.entries(isObject(value) ? value : {}).flatMap(([kind, fields]) => {
    const filled = Object.entries(isObject(fields) ? fields : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return filled.length === 0 ? [] : [[kind, Object.fromEntries(filled)]];
  }));

/** The value in words. */
export const settingText = (key: string, value: unknown): string => {
  const { kind, unit, none } = specOfSetting(key, value);
  if (value === null || value === undefined) return t(none ?? 'setting.none');
  if (kind === 'switch') return t(value === true ? 'setting.on' : 'setting.off');
  if (kind === 'number' && typeof value === 'number') return unit === undefined ? String(value) : t(unit, { count: value });
  if (kind === 'rounding') return value === 'floor' || value === 'round' || value === 'ceil' ? t(`setting.rounding.${value}`) : String(value);
  if (kind === 'hours' && isObject(value)) return t('setting.hours', Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text).replace('-', '/')])));
  if (kind === 'consignor' && isObject(value)) return `${String(value['code'])} ${String(value['name'])}`;
  if (kind === 'headers') {
    const count = Object.values(headersOf(value)).reduce((total, fields) => total + Object.keys(fields).length, 0);
    return count === 0 ? t('setting.headers_none') : t('setting.headers_some', { count });
  }
  if (kind === 'items') return isObject(value) && Object.keys(value).length > 0 ? t('setting.headers_some', { count: Object.keys(value).length }) : t('setting.headers_none');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const CONSIGNOR = { code: /^\d{10}$/, bank_code: /^\d{4}$/, branch_code: /^\d{3}$/, account_number: /^\d{7}$/, account_type: /^(ordinary|checking)$/ };
const goodConsignor = (value: unknown): boolean =>
  isObject(value) && Object.entries(CONSIGNOR).every(([name, shape]) => shape.test(String(value[name])))
  && toBankKana(String(value['name'])) !== null && ['bank_name', 'branch_name'].every((name) => value[name] === '' || toBankKana(String(value[name])) !== null);

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const goodHours = (value: unknown): boolean =>
  isObject(value) && TIME.test(String(value['open'])) && TIME.test(String(value['close'])) && String(value['open']) < String(value['close'])
  && DAY.test(String(value['closed_from'])) && DAY.test(String(value['closed_to']));

/** Whether 確定 may be pressed: the database judges again (`private.setting_is_valid`). */
export const isGoodSetting = (key: string, value: unknown): boolean => {
  const { kind, none } = specOfSetting(key, value);
  if (value === null) return none !== undefined;
  if (kind === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9999;
  if (kind === 'hours') return goodHours(value);
  if (kind === 'consignor') return goodConsignor(value);
  if (key === 'invoice_registration_no') return /^T\d{13}$/.test(String(value));
  return kind !== 'text' || (typeof value === 'string' && value.trim() !== '');
};
