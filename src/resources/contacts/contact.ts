import type { RaRecord } from 'react-admin';
import { isDate } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';

export const CHANNELS = ['phone', 'mail', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A row of `contacts`; days are JST, instants ISO. */
export type Contact = RaRecord & {
  application_id: number; contacted: string; channel: Channel; said: string; follow_up_on: string | null;
  actor_name: string | null; on_behalf: boolean; created_at: string; closed_at: string | null; closed_name: string | null;
};
export type ContactForm = { contacted: string; channel: Channel; said: string; follow_up_on: string };
export const EMPTY_CONTACT: ContactForm = { contacted: '', channel: 'phone', said: '', follow_up_on: '' };

/** An answer is still awaited. */
export const isWaiting = ({ follow_up_on, closed_at }: Pick<Contact, 'follow_up_on' | 'closed_at'>): boolean => follow_up_on !== null && closed_at === null;

const LENGTHS = { contacted: 60, said: 1000 } as const;

/** What is wrong with each field, in words; the database asks the same again. */
export const problemsOfContact = (form: ContactForm, today: string): Partial<Record<keyof ContactForm, string>> => {
  const texts = (['contacted', 'said'] as const).flatMap((name): [string, string][] => {
    const length = [...form[name].trim()].length;
    if (length === 0) return [[name, t('contact.required')]];
    return length > LENGTHS[name] ? [[name, t('contact.too_long', { max: LENGTHS[name] })]] : [];
  });
  const past = form.follow_up_on !== '' && (!isDate(form.follow_up_on) || form.follow_up_on < today);
  return { ...Object.fromEntries(texts), ...(past ? { follow_up_on: t('contact.past') } : {}) };
};
