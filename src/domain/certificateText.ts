import { normalizeChassisNo, isChassisNo } from './chassis.ts';
import { makeDate } from './calendar.ts';
import { type PlateParts, parsePlate, type VehicleKind } from './plate.ts';

/**
 * What can be read from a 車検証 without typing it. Null: not there, or not readable as such a value. `expiresOn` is a JST day.
 * 使用者 stand only in the file of the 車検証閲覧アプリ, never in the two-dimensional codes (docs/domain.md §11.5).
 */
export type CertificateData = {
  kind: VehicleKind | null;
  plate: PlateParts | null;
  chassisNo: string | null;
  expiresOn: string | null;
  certificateNo: string | null;
  user: { name: string; address_1: string; address_2: string } | null;
};

/** 車台番号 as printed; '[41]' and the like stand for 職権打刻 and are no number. */
export const readChassisNo = (text: string): string | null => {
  const normal = normalizeChassisNo(text);
  return isChassisNo(normal) ? normal : null;
};

/** YYMMDD of the western year; 999999 and blanks stand where an electronic certificate keeps the day in its chip only. */
export const readCodeDate = (text: string): string | null => {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{6}$/.test(digits) || digits === '999999') return null;
  const [year = 0, month = 0, day = 0] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  return makeDate(2000 + year, month, day);
};

/** A plate as the codes and files hold it: place, class, kana and number in full width, with blanks between. */
export const readPlateText = (text: string): PlateParts | null => parsePlate(text.replaceAll(/[\s\u3000]+/g, ' ').trim());
