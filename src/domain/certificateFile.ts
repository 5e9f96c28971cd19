import { certificateNo as certificateNoReader } from './certificateNo.ts';
import { type CertificateData, readChassisNo, readCodeDate, readPlateText } from './certificateText.ts';
import { makeDate } from './calendar.ts';
import { dateOfEra } from './dateText.ts';
import { offerJis } from './jisx0208.ts';
import type { VehicleKind } from './plate.ts';
import { Refusal } from './reader.ts';

/**
 * The file that the 車検証閲覧アプリ writes (車検証情報取込みファイル): JSON with the items under `CertInfo`, or CSV with a line of
 * names and a line of values. The names are a setting (`certificate_items`), because later versions may change them.
 */
export const certificateItems = {
  plate: 'EntryNoCarNo',
  chassis_no: 'CarNo',
  kind: 'RegistCarLightCar',
  expires_era: 'ValidPeriodExpirdateE',
  expires_year: 'ValidPeriodExpirdateY',
  expires_month: 'ValidPeriodExpirdateM',
  expires_day: 'ValidPeriodExpirdateD',
  expires_code: 'TwodimensionCodeInfoValidPeriodExpirdate',
  certificate_no: 'ElectCertMgNo',
  user_name: 'UsernameLowLevelChar',
  user_address: 'UserAddressChar',
  user_address_number: 'UserAddressNumValue',
  owner_name: 'OwnernameLowLevelChar',
  owner_address: 'OwnerAddressChar',
  owner_address_number: 'OwnerAddressNumValue',
} as const;
export type CertificateItem = keyof typeof certificateItems;
export type CertificateMapping = Partial<Record<CertificateItem, string>>;

type Items = Record<string, string>;

const textsOf = (value: unknown): Items =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typeof item === 'string' || typeof item === 'number' ? String(item) : '']))
    : {};

const parseJson = (text: string): Items | null => {
  try {
    const whole: unknown = JSON.parse(text);
    const inner: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, 'CertInfo') : undefined;
    return textsOf(inner ?? whole);
  } catch {
    return null;
  }
};

const cellsOf = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? ''));

const parseCsv = (text: string): Items | null => {
  const [head = '', values = ''] = text.split(/\r?\n/);
  if (values === '') return null;
  const cells = cellsOf(values);
  return Object.fromEntries(cellsOf(head).map((name, at) => [name.trim(), cells[at] ?? '']));
};

const ERAS = { 令和: 2018, 平成: 1988 } as const;
/** 元年 is year 1; numbers are padded with blanks. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').trim().replace('元', '1'));

const expiryOf = (get: (item: CertificateItem) => string): string | null => {
  const era = get('expires_era').trim();
  const [year, month, day] = [numberOf(get('expires_year')), numberOf(get('expires_month')), numberOf(get('expires_day'))];
  if (era === '令和' || era === '平成') return dateOfEra(era, year, month, day) ?? makeDate(ERAS[era] + year, month, day);
  return readCodeDate(get('expires_code'));
};

const kindOf = (text: string): VehicleKind | null => {
  const code = numberOf(text || 'x');
  if (code === 1) return 'registered';
  return code === 2 ? 'kei' : null;
};

/** In JIS X 0208 and full-width; what has no such form is left as it is, for the form to name. */
const normal = (text: string): string => {
  const trimmed = text.trim();
  return offerJis(trimmed) ?? trimmed;
};

/** 「＊＊＊」 stands where the user is the owner. */
const isSame = (name: string): boolean => /^[*＊]+$/.test(name.trim());

const userOf = (get: (item: CertificateItem) => string): CertificateData['user'] => {
  const who = isSame(get('user_name')) || get('user_name').trim() === '' ? 'owner' : 'user';
  const where = isSame(get('user_address')) || get('user_address').trim() === '' ? 'owner' : 'user';
  const name = normal(get(`${who}_name`));
  return name === '' ? null : { name, address_1: normal(get(`${where}_address`)), address_2: normal(get(`${where}_address_number`)) };
};

/** Reads the text of the file; null when it holds neither plate nor 車台番号. */
export const readCertificateFile = (text: string, mapping: CertificateMapping = {}): CertificateData | null => {
  const plain = text.replace(/^\uFEFF/, '');
  const items = /^\s*\{/.test(plain) ? parseJson(plain) : parseCsv(plain);
  if (items === null) return null;
  const get = (item: CertificateItem): string => items[mapping[item] || certificateItems[item]] ?? '';
  const plate = readPlateText(get('plate'));
  const chassisNo = readChassisNo(get('chassis_no'));
  if (plate === null && chassisNo === null) return null;
  const no = certificateNoReader(get('certificate_no').trim());
  return { kind: kindOf(get('kind')), plate, chassisNo, expiresOn: expiryOf(get), certificateNo: no instanceof Refusal ? null : no, user: userOf(get) };
};

/** UTF-8, else Shift_JIS: the app writes either. */
export const decodeCertificateFile = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};
