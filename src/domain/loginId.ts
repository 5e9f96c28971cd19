/**
 * Sign-in names (docs/decisions.md D-5). Supabase Auth knows mail addresses only: a name without '@' stands for an
 * address of the reserved domain `login.invalid`, which can receive nothing.
 */

const NO_MAIL_DOMAIN = 'login.invalid';

/** What is typed at sign-in, without regard to case, width or spaces around it. */
export const normalizeSignInName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The mail address under which Auth knows a sign-in name. */
export const loginAddress = (typed: string): string => {
  const name = normalizeSignInName(typed);
  return name.includes('@') ? name : `${name}@${NO_MAIL_DOMAIN}`;
};

/** True for an address that stands for a login ID: no mail may be sent there. */
export const isLoginIdAddress = (address: string): boolean => address.toLowerCase().endsWith(`@${NO_MAIL_DOMAIN}`);

/** The personal part a company chooses: 1–32 half-width alphanumerics. */
export const isPersonalLoginId = (text: string): boolean => /^[0-9A-Za-z]{1,32}$/.test(text);

/** The login ID of a company's member: 'C0000001-irai001'; its first administrator has the company code alone. */
export const companyLoginId = (requesterCode: string, personalId: string): string =>
  personalId === '' ? requesterCode : `${requesterCode}-${personalId}`;

/** A stored sign-in name as people write it: the company's code with its capital C. */
export const shownSignInName = (stored: string): string => stored.replace(/^c(?=\d{7}(?:-|$))/, 'C');

/** A whole login ID: letters and digits in groups joined by hyphens, at most 41 ('hq-admin', '101-staff', 'C0000001-op'). */
export const isLoginId = (text: string): boolean => text.length <= 41 && /^[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*$/.test(text);
