import { formatDate, formatMonth } from '../domain/dateText.ts';
import { formatCount, formatYen } from '../domain/money.ts';
import { mailTemplates as words } from './mails.ts';

/** What a mail of each kind is made from (`mail_outbox.facts`): counts, JST days, yen, and nothing that names a person or a car (D-35). */
export type MailFacts = {
  fee_details: { count: number; from: string; to: string; days: { day: string; count: number; late: boolean }[] };
  advances: { month: string; count: number; amount: number };
  ainas_registered: Record<string, never>;
  debit_notice: { debit_on: string; count: number; amount: number };
  /** `token` is there when the mail is sent, never on 送信履歴. */
  address_confirmation: { token?: string };
  contact_card: { count: number; reminder?: boolean; path?: string };
  general: { subject: string; lines: string[]; path?: string };
};
export type MailKind = keyof MailFacts;
export type MailText = { subject: string; text: string };

/** `path` is the page a link leads to; it asks for sign-in. */
type Parts = { subject: string; lines: string[]; path: string; note?: string; linkLabel?: string };

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/%\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatCount(value) : value;
  });
const compact = (day: string): string => day.replaceAll('-', '');
/** 286,432円 is told as 286,400円: the notice is a forecast. */
const about = (yen: number): string => formatYen(Math.floor(yen / 100) * 100);

const PARTS: { [Kind in MailKind]: (facts: MailFacts[Kind]) => Parts } = {
  fee_details: ({ count, from, to, days }) => ({
    subject: fill(words.subject.fee_details, { count }),
    lines: [
      words.body.fee_details, '',
      ...days.map(({ day, count: of, late }) => fill(late ? words.body.fee_details_late : words.body.fee_details_day, { day: formatDate(day), count: of })),
      fill(words.body.fee_details_total, { count }),
    ],
    path: `/reports/period?from=${compact(from)}&to=${compact(to)}`,
    note: words.body.fee_details_note,
  }),
  advances: ({ month, count, amount }) => ({
    subject: fill(words.subject.advances, { month: formatMonth(month) }),
    lines: [fill(words.body.advances, { month: formatMonth(month) }), '', fill(words.body.advances_total, { count, amount: formatYen(amount) })],
    path: '/reports',
    note: words.body.advances_note,
  }),
  ainas_registered: () => ({ subject: words.subject.ainas_registered, lines: [words.body.ainas_registered], path: '/requesters' }),
  debit_notice: ({ debit_on: day, count, amount }) => ({
    subject: fill(words.subject.debit_notice, { day: formatDate(day), count, amount: about(amount) }),
    lines: [fill(words.body.debit_notice, { count, amount: about(amount) }), fill(words.body.debit_notice_day, { day: formatDate(day) })],
    path: '/statements',
  }),
  address_confirmation: ({ token }) => ({
    subject: words.subject.address_confirmation,
    lines: [words.body.address_confirmation],
    path: `/confirm-mail${token === undefined ? '' : `?token=${token}`}`,
    note: words.body.address_confirmation_note,
    linkLabel: words.open_confirmation,
  }),
  contact_card: ({ count, reminder, path }) => ({
    subject: reminder ? words.subject.contact_card_again : words.subject.contact_card,
    lines: [words.body.contact_card, fill(words.body.contact_card_count, { count })],
    path: path ?? '/',
  }),
  general: ({ subject, lines, path }) => ({ subject, lines, path: path ?? '/' }),
};

const partsOf = <Kind extends MailKind>(kind: Kind, facts: MailFacts[Kind]): Parts => PARTS[kind](facts);

/** Subject and plain text of a mail; `siteUrl` is the address of the app, without a slash at its end. */
export const mailText = <Kind extends MailKind>(kind: Kind, facts: MailFacts[Kind], siteUrl: string): MailText => {
  const { subject, lines, path, note, linkLabel = words.open } = partsOf(kind, facts);
  const text = [...lines, '', linkLabel, `${siteUrl}${path}`, ...(note === undefined ? [] : ['', note]), '', '――', words.footer, words.no_reply, ''].join('\n');
  return { subject, text };
};
