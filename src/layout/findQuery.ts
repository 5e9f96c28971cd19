import { normalizeChassisNo } from '../domain/chassis.ts';
import { parsePlate, type PlateParts } from '../domain/plate.ts';
import { foldName } from '../domain/text.ts';

/** What rpc `find_anything` takes: one text, read as everything it could be. 使用者 is never searched. */
export type FindQuery = { plate?: PlateParts; chassis?: string; chassis_end?: string; key?: string; name?: string };

const NUMBER_ALONE = /^(?:\d{1,4}|\d{1,2}-\d{2})$/;
const PLACE_AND_NUMBER = /^(?<area>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,4})[\s-]*(?<number>\d{1,2}-\d{2}|\d{1,4})$/u;
const digits = (text: string): string => text.replaceAll(/\D/g, '').replace(/^0+/, '');

const plateOf = (plain: string): PlateParts | null => {
  const parts = { area: '', class: '', kana: '' };
  if (NUMBER_ALONE.test(plain)) return { ...parts, number: digits(plain) };
  const placed = PLACE_AND_NUMBER.exec(plain)?.groups;
  // 品川1234: a plate without its kana; parsePlate would need it.
  if (placed && placed['area'] !== undefined && placed['area'].length > 1) return { ...parts, area: placed['area'], number: digits(placed['number'] ?? '') };
  return parsePlate(plain);
};

/** The parts that a typed text may mean; `null` when there is too little to look for. */
export const findQueryOf = (typed: string): FindQuery | null => {
  const plain = typed.normalize('NFKC').trim();
  const code = normalizeChassisNo(typed);
  const plate = plateOf(plain);
  const name = foldName(plain);
  const query: FindQuery = {
    ...(plate !== null && plate.number !== '' ? { plate } : {}),
    ...(/^[0-9A-Z-]{4,25}$/.test(code) && /[0-9A-Z]/.test(code) ? { chassis: code } : {}),
    ...(/^(?=.*\d)[0-9A-Z]{4}$/.test(code) ? { chassis_end: code } : {}),
    ...(/^[0-9A-Z-]{1,20}$/.test(code) ? { key: code } : {}),
    ...(name.length >= 2 ? { name } : {}),
  };
  return query.plate === undefined && query.chassis === undefined && query.name === undefined ? null : query;
};
