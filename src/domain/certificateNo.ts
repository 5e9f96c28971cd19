import { todayJst } from './calendar.ts';
import { dateOfEra } from './dateText.ts';
import { type Reader, refuse, toHalf } from './reader.ts';

/**
 * 電子車検証管理番号 of a kei certificate (docs/domain.md §2.9): 13 digits on an electronic one, 5 on paper, or those
 * 5 and the date at its top right as YYMMDD of the Japanese era. The era is not part of it: 令和, and only when that
 * gives no day up to today, 平成.
 */
export const isCertificateNo = (text: string, today: string): boolean => {
  if (!/^(?:\d{5}|\d{11}|\d{13})$/.test(text)) return false;
  return text.length !== 11 || issueDateOf(text, today) !== null;
};

/** The day in the last six of 11 digits, or null when there is none up to `today`. */
export const issueDateOf = (text: string, today: string): string | null => {
  const [year = 0, month = 0, day = 0] = [5, 7, 9].map((at) => Number(text.slice(at, at + 2)));
  const candidates = [dateOfEra('令和', year, month, day), dateOfEra('平成', year, month, day)];
  return candidates.find((date) => date !== null && date <= today) ?? null;
};

/** 電子車検証管理番号 as typed. */
export const certificateNo: Reader<string> = (typed) => {
  const half = toHalf(typed);
  return isCertificateNo(half, todayJst()) ? half : refuse('invalid_certificate_no');
};
