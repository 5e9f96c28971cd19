import { type Reader, refuse, shaped } from './reader.ts';

/**
 * Number plates: four parts, 標板 (place), 分類 (class), 仮名 and 番号, shown joined with '-': 品川-600-さ-1111
 * (docs/domain.md §2.5). Plates without place or class exist; those parts are then empty.
 */

/** `area` 標板 0–4 characters, `class` 分類 '' or 1–3 half-width, `kana` one character, `number` 1–4 digits, no padding. */
export type PlateParts = { area: string; class: string; kana: string; number: string };

export type VehicleKind = 'registered' | 'kei';

const hyphens = /[‐‑‒–—―−ー_]/g;
const spelling =
  /^(?<area>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{0,4}?)[-\s]*(?<cls>\d[0-9A-Z]{0,2})?[-\s]*(?<kana>[ぁ-んァ-ンA-Z])[-\s]*(?<num>[・.\d\s-]{1,9})$/u;

/** Katakana as hiragana, as 仮名 is stored. */
export const hiragana = (text: string): string =>
  text.replace(/[ァ-ン]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0x60));

/**
 * Reads any spelling a person types: full-width digits, spaces, '11-11', '・・11', a missing place or class.
 * Returns null when it does not split into a plate.
 */
export const parsePlate = (text: string): PlateParts | null => {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(hyphens, '-').replaceAll('･', '・').trim();
  const parts = spelling.exec(plain.replace(/^-+/, ''))?.groups;
  if (!parts) return null;
  const number = (parts['num'] ?? '').replaceAll(/\D/g, '').replace(/^0+/, '');
  if (number.length < 1 || number.length > 4) return null;
  return { area: parts['area'] ?? '', class: parts['cls'] ?? '', kana: hiragana(parts['kana'] ?? ''), number };
};

/** '品川-600-さ-1111'; parts that a plate lacks are left out with their hyphen. */
export const formatPlate = (plate: PlateParts): string =>
  [plate.area, plate.class, plate.kana, plate.number].filter((part) => part !== '').join('-');

/** What a search compares with '=': the normalised plate in its display form, or null when the text is no plate. */
export const plateKey = (text: string): string | null => {
  const plate = parsePlate(text);
  return plate && formatPlate(plate);
};

/** The 番号 as it stands on the plate: '11-11', '・・・1'. */
export const formatPlateNumber = (number: string): string =>
  number.length === 4 ? `${number.slice(0, 2)}-${number.slice(2)}` : number.padStart(4, '・');

export type PlateUse = 'private' | 'business' | 'rental';

const businessKana: Record<VehicleKind, string> = { registered: 'あいうえかきくけこを', kei: 'りれ' };
const rentalKana: Record<VehicleKind, string> = { registered: 'われ', kei: 'わ' };

/** 自家用, 事業用 or 貸渡用, which the kana tells (docs/domain.md §11.1). */
export const plateUse = (kind: VehicleKind, kana: string): PlateUse => {
  if (kana !== '' && businessKana[kind].includes(kana)) return 'business';
  return kana !== '' && rentalKana[kind].includes(kana) ? 'rental' : 'private';
};

/** Ground of the drawn plate: 登録車 white (letters green), 軽 yellow (letters black); reversed for 事業用. */
export const plateGround = (kind: VehicleKind, kana: string): 'white' | 'green' | 'yellow' | 'black' => {
  const business = plateUse(kind, kana) === 'business';
  if (kind === 'kei') return business ? 'black' : 'yellow';
  return business ? 'green' : 'white';
};

/** お し へ ん are on no plate (docs/domain.md §11.1). Letters are on plates of foreign forces. */
const neverOnPlates = 'おしへん';

/** 標板, 1–4 full-width characters. */
export const plateArea: Reader<string> = (typed) =>
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ヶ]{1,4}$/u.test(typed) ? typed : refuse('invalid_plate_area');

/** 分類, 1–3 half-width characters that begin with a digit. */
export const plateClass = shaped(/^\d[0-9A-Z]{0,2}$/, 'invalid_plate_class');

/** 仮名, one character; katakana is taken as hiragana. */
export const plateKana: Reader<string> = (typed) => {
  const kana = hiragana(typed.normalize('NFKC').toUpperCase());
  return /^[あ-んA-Z]$/.test(kana) && !neverOnPlates.includes(kana) ? kana : refuse('invalid_plate_kana');
};

/** 番号, 1–4 digits without padding ('・・11' and '11-11' are taken). */
export const plateNumber: Reader<string> = (typed) => {
  const digits = typed.normalize('NFKC').replaceAll(/[・･.\s-]/g, '').replace(/^0+/, '');
  return /^\d{1,4}$/.test(digits) ? digits : refuse('invalid_plate_number');
};
