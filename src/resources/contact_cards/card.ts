import type { RaRecord } from 'react-admin';
import { isDate } from '../../domain/calendar.ts';
import { vehicleUser } from '../../domain/vehicleUser.ts';
import { formatDate } from '../../domain/dateText.ts';
import { rowMessage } from '../../i18n/imports.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { PlateRecord } from '../../components/PlateView.tsx';

export const CARD_KINDS = ['correction', 'rejection', 'shortening', 'balance'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
export type CardState = 'open' | 'answered' | 'closed' | 'cancelled';
export const CARD_FIELDS = [
  'ownership', 'name', 'representative', 'address_1', 'address_2', 'shortening_allowed', 'parking_fine_receipt', 'update_method', 'record_agent_no', 'certificate_no', 'account_ref',
] as const;
export type CardField = (typeof CARD_FIELDS)[number];
export type CardValues = Partial<Record<CardField, string | boolean | null>>;

/** The case of a card as lists embed it. */
export type CardCase = PlateRecord & { id: number; version: number; request_no: string; application_no: string | null; chassis_no: string };
/** A row of `contact_cards`; days JST, instants ISO. */
export type Card = RaRecord & {
  application_id: number; agent_branch_id: number; requester_id: number; kind: CardKind; question: string; fields: CardField[]; consent_text: string | null; due_on: string; state: CardState;
  sent_name: string | null; on_behalf: boolean; created_at: string; reminders: number; answered_at: string | null; closed_at: string | null; closed_name: string | null;
  application?: CardCase | null; requester?: { id: number; name: string } | null;
};
/** A row of `contact_card_answers`. */
export type CardAnswer = RaRecord & { card_id: number; vals: CardValues; note: string | null; via: 'app' | 'sheet'; answered_name: string | null; created_at: string };
/** A row of `card_consents`. */
export type CardConsent = RaRecord & { card_id: number; agreed: boolean; consent_text: string; via: 'app' | 'sheet'; person_name: string; person_role: string; signed_name: string | null; created_at: string };

export const isFlag = (field: CardField): boolean => field === 'shortening_allowed' || field === 'parking_fine_receipt';
export const isWaitingCard = ({ state }: Pick<Card, 'state'>): boolean => state === 'open' || state === 'answered';

const USUAL: Record<CardKind, CardField[]> = {
  correction: [], rejection: ['ownership', 'name', 'address_1', 'address_2'], shortening: ['shortening_allowed'], balance: [],
};
/** Where the case stands that a card is about. */
export type CardPlace = { filing_status: string; oss_status: string | null };
/** The four ways of having failed (docs/domain.md §3.6): each has a cause of its own, and something else to be put right. */
const failureOf = ({ filing_status: filing, oss_status: oss }: CardPlace) => {
  if (filing !== 'error') return 'rejection';
  if (oss === 'not_accepted' || oss === 'void') return oss;
  return oss === null ? 'error' : 'rejection';
};

/** What a kind asks for unless the branch chooses otherwise: 未受付 comes of a wrong 委託番号 (§2.8). */
export const usualFields = (kind: CardKind, place: CardPlace): CardField[] =>
  (kind === 'rejection' && failureOf(place) === 'not_accepted' ? ['update_method', 'record_agent_no'] : USUAL[kind]);

/** The wording a card of a kind starts with; what was noted when it happened is the question itself. */
export const draftQuestion = (kind: CardKind, place: CardPlace, reason: string | null): string => {
  const start = t(kind === 'rejection' ? `card.draft_${failureOf(place)}` : `card.draft_${kind}`);
  return reason === null || kind === 'shortening' ? start : `${start}\n${t('card.draft_reason', { reason })}`;
};
export const draftConsent = (expiresOn: string | null): string =>
  (expiresOn === null ? t('card.draft_consent_plain') : t('card.draft_consent', { expires: formatDate(expiresOn) }));

/** A value of an answer in words. */
export const valueText = (field: CardField, value: CardValues[CardField], vehicleKind: string): string => {
  if (value === null || value === undefined || value === '') return t('format.none');
  if (typeof value === 'boolean') return translate(`card_${value ? 'yes' : 'no'}.${field}`);
  const group = { ownership: 'ownership', update_method: `update_method.${vehicleKind}` }[String(field)];
  return group !== undefined && hasMessage(`${group}.${value}`) ? translate(`${group}.${value}`) : value;
};

const SHAPES: Partial<Record<CardField, RegExp>> = { record_agent_no: /^[0-9A-Za-z]{10}$/, certificate_no: /^(\d{5}|\d{11}|\d{13})$/ };
const OF_USER = new Set(['name', 'representative', 'address_1', 'address_2']);

/** What is wrong with each value that was typed, in words; the database judges the shape again. */
export const problemsOfValues = (fields: readonly CardField[], values: CardValues): Partial<Record<CardField, string>> => {
  const user = vehicleUser.safeParse(Object.fromEntries(fields.filter((field) => OF_USER.has(field)).map((field) => [field, values[field] ?? ''])));
  const issues = user.success ? [] : user.error.issues.map(({ path, message }): [string, string] => [String(path[0]), message]);
  const shapes = fields.flatMap((field): [string, string][] => {
    const value = values[field];
    return typeof value === 'string' && value !== '' && SHAPES[field]?.test(value) === false ? [[field, 'invalid_value']] : [];
  });
  return Object.fromEntries([...issues, ...shapes].map(([field, code]) => [field, rowMessage(code)]));
};

/** What is sent: only what was filled in, in the form the certificate has it. */
export const filledValues = (fields: readonly CardField[], values: CardValues): CardValues => {
  const user = vehicleUser.safeParse(Object.fromEntries(fields.filter((field) => OF_USER.has(field)).map((field) => [field, values[field] ?? ''])));
  const clean: Record<string, unknown> = user.success ? user.data : {};
  return Object.fromEntries(fields.flatMap((field): [string, string | boolean][] => {
    const value = OF_USER.has(field) ? clean[field] : values[field];
    return typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? [[field, value]] : [];
  }));
};

export const isDueDay = (day: string, today: string): boolean => isDate(day) && day >= today;
