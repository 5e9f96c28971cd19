import { addDays, addMonths } from './calendar.ts';

/**
 * Would filing on this day shorten the validity of the certificate? (docs/domain.md §8.3)
 * `none`: no. `ask`: 手動審査 / 短縮チェック対象期間, somebody is asked or 短縮可否 decides. `silent`: shortened without asking.
 */
export type Shortening = 'none' | 'ask' | 'silent';

/** First day without shortening (two months before expiry), and first day of the 14 days before it. */
export const shorteningWindow = (expiresOn: string): { freeFrom: string; askFrom: string } => {
  const freeFrom = addMonths(expiresOn, -2);
  return { freeFrom, askFrom: addDays(freeFrom, -14) };
};

/** What filing on `filedOn` does; both bounds count as inside the milder side. */
export const shorteningOn = (expiresOn: string, filedOn: string): Shortening => {
  const { freeFrom, askFrom } = shorteningWindow(expiresOn);
  if (filedOn >= freeFrom) return 'none';
  return filedOn >= askFrom ? 'ask' : 'silent';
};

/** What the office does about it, by kind and by what the garage has ticked. The tick of 登録車 is a memo that only the agent reads. */
export type ShorteningCase = 'registered_ask' | 'registered_silent' | 'kei_allowed' | 'kei_refused' | 'kei_silent';

export const shorteningCase = (kind: 'registered' | 'kei', allowed: boolean, expiresOn: string, filedOn: string): ShorteningCase | null => {
  const shortening = shorteningOn(expiresOn, filedOn);
  if (shortening === 'none') return null;
  if (shortening === 'silent') return `${kind}_silent`;
  if (kind === 'registered') return 'registered_ask';
  return allowed ? 'kei_allowed' : 'kei_refused';
};

/** Shortened without anybody being asked: nothing can be mended afterwards. */
export const isSilent = (found: ShorteningCase): boolean => found.endsWith('_silent');
