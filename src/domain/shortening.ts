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
