import { isDate } from '../../domain/calendar.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Case, Fee, FeeKind } from './case.ts';

/** A row of `status_transitions`, as far as a form needs it. */
export type Rule = {
  event: string; vehicle_kind: string; from_filing: string; from_oss: string | null; to_filing: string; to_oss: string | null; actors: string[]; required_values: string[]; optional_values: string[];
};
/** Fields of event forms in the order they are asked for. */
export const VALUE_FIELDS = [
  'application_no', 'acceptance_no', 'fee_kind', 'amount', 'paid_on', 'completed_on', 'due_on', 'hotekisho_reregistered', 'note',
] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
export type FormField = { name: ValueField; required: boolean };
export type Typed = Partial<Record<ValueField, string | boolean>>;

/** What differs from car to car and cannot be said once for many. */
const OWN: readonly ValueField[] = ['application_no', 'acceptance_no', 'amount', 'fee_kind'];
export const isOwn = ({ name }: FormField): boolean => OWN.includes(name);

type Place = Pick<Case, 'vehicle_kind' | 'filing_status' | 'oss_status'>;
const startsFrom = (rule: Rule, at: Place): boolean =>
  rule.vehicle_kind === at.vehicle_kind && rule.from_filing === at.filing_status && rule.from_oss === at.oss_status && !rule.actors.includes('system');

/** What an event asks for from cases where they stand: required where one of them needs it. */
export const fieldsOfEvent = (rules: Rule[], event: string, cases: Place[]): FormField[] => {
  const own = rules.filter((rule) => rule.event === event && cases.some((at) => startsFrom(rule, at)));
  return VALUE_FIELDS.flatMap((name) => {
    const required = own.some(({ required_values }) => required_values.includes(name));
    return required || own.some(({ optional_values }) => optional_values.includes(name)) ? [{ name, required }] : [];
  });
};

/** Where an event leads from where a case stands; nothing when that depends on facts only the database knows. */
export const targetOf = (rules: Rule[], event: string, at: Place): Pick<Rule, 'to_filing' | 'to_oss'> | undefined => {
  const own = rules.filter((rule) => rule.event === event && startsFrom(rule, at));
  return own.every(({ to_filing, to_oss }) => to_filing === own[0]?.to_filing && to_oss === own[0].to_oss) ? own[0] : undefined;
};

/** What a form starts with: payments are of today. */
export const initialValues = (fields: FormField[], today: string): Typed =>
  fields.some(({ name }) => name === 'paid_on') ? { paid_on: today } : {};

/** The fees a failed payment may concern, by where the case stands; the one paid or waived is left out. */
export const failableFees = (record: Pick<Case, 'cashless' | 'oss_status'>, fees: Fee[]): FeeKind[] => {
  const by: Record<string, FeeKind[]> = { inspection_fee_due: ['inspection'], tech_fee_due: ['tech_info'], weight_tax_due: ['weight_tax'] };
  if (record.cashless) return ['inspection', 'tech_info', 'weight_tax'];
  const settled = new Set(fees.filter(({ status }) => status === 'paid' || status === 'waived').map(({ fee_kind }) => fee_kind));
  return by[record.oss_status ?? ''] ?? (['inspection', 'tech_info'] as const).filter((kind) => !settled.has(kind));
};

const half = (text: string): string => text.normalize('NFKC').trim();
const textOf = (value: string | boolean | undefined): string => (typeof value === 'string' ? value.trim() : '');

const problemOf = ({ name, required }: FormField, typed: Typed, today: string): MessageKey | undefined => {
  const text = textOf(typed[name]);
  if (name === 'hotekisho_reregistered') return typed[name] === true ? undefined : 'value.error_tick';
  if (text === '') return required ? 'value.error_required' : undefined;
  if (name.endsWith('_on') && !isDate(text)) return 'value.error_date';
  if ((name === 'paid_on' || name === 'completed_on') && text > today) return 'value.error_future';
  if (name === 'amount' && !/^[1-9]\d{0,8}$/.test(half(text).replaceAll(',', ''))) return 'value.error_amount';
  if (name === 'acceptance_no' && !/^[0-9A-Za-z]{1,20}$/.test(half(text))) return 'value.error_acceptance';
  return name === 'application_no' && !/^\d{9}$/.test(half(text)) ? 'value.error_application_no' : undefined;
};

/** The first thing wrong with each field, as keys of the catalogue. */
export const problemsOf = (fields: FormField[], typed: Typed, today: string): Partial<Record<ValueField, MessageKey>> =>
  Object.fromEntries(fields.flatMap((field) => {
    const problem = problemOf(field, typed, today);
    return problem === undefined ? [] : [[field.name, problem]];
  }));

/** What is sent: the note apart, numbers in half width, blanks left out. */
export const toMessage = (fields: FormField[], typed: Typed): { note?: string; values: Record<string, unknown> } => {
  const note = fields.some(({ name }) => name === 'note') ? textOf(typed.note) : '';
  const values = fields.flatMap(({ name }): [string, unknown][] => {
    if (name === 'note') return [];
    if (name === 'hotekisho_reregistered') return [[name, typed[name] === true]];
    const text = half(textOf(typed[name]));
    if (text === '') return [];
    return [[name, name === 'amount' ? Number(text.replaceAll(',', '')) : text]];
  });
  return { ...(note === '' ? {} : { note }), values: Object.fromEntries(values) };
};
