import { type CertificateData, readChassisNo, readCodeDate, readPlateText } from './certificateText.ts';
import type { VehicleKind } from './plate.ts';

/**
 * The two-dimensional codes of a 車検証 (docs/domain.md §11.5). Fields are parted by '/'. 登録車: code 2 has 6 fields
 * (version, 登録番号, 標板, 車台番号, 原動機型式, 帳票種別) and is printed as two symbols, code 3 has 19 (version, 打刻位置, 型式指定・類別,
 * 満了日, …) and is printed as three; a symbol may end in the middle of a field. 軽: each symbol is whole and begins with 'K/'
 * and a version, and the fields follow in the same order.
 */

/**
 * One symbol as it was read. `part` is its place in a row of symbols that belong together (structured append): from 0, how many
 * there are, and what the symbols of the row have in common. Null when the reader does not tell, as with pasted text.
 */
export type CodeSymbol = { text: string; part: { at: number; of: number; row: string } | null };

/** What has to be read of a certificate; the rest of the symbols holds nothing that a request needs. */
const PIECES = { registered: ['numbers_1', 'numbers_2', 'expiry'], kei: ['kei_numbers', 'expiry'] } as const satisfies Record<VehicleKind, readonly string[]>;
export type CodePiece = (typeof PIECES)[VehicleKind][number];

/** `pieces` is empty while nothing of a certificate was seen. `foreign`: how many codes belong to no certificate. */
export type CertificateCodes = { data: CertificateData | null; pieces: { name: CodePiece; read: boolean }[]; foreign: number };

const BLANK: CertificateData = { kind: null, plate: null, chassisNo: null, expiresOn: null, certificateNo: null, user: null };

/** More symbols than certificates have are not put together: the tries grow with every one. */
const MAX_SYMBOLS = 12;

const isNumberCode = (fields: string[]): boolean =>
  fields.length === 6 && readPlateText(fields[1] ?? '') !== null && readChassisNo(fields[3] ?? '') !== null;

/** 満了日, or the nines that stand for it on an electronic certificate. */
const isExpiry = (field = ''): boolean => readCodeDate(field) !== null || field.normalize('NFKC').trim() === '999999';

const isInspectionCode = (fields: string[]): boolean => fields.length === 19 && /^[\d\s-]*$/.test((fields[2] ?? '').normalize('NFKC')) && isExpiry(fields[3]);

/** 満了日 stands early in code 3: its first symbol alone is enough. */
const isInspectionStart = (fields: string[]): boolean => fields.length > 4 && isExpiry(fields[3]);

/** Code 2 begins with its version and the place of the plate. */
const isNumbersStart = ({ text, part }: CodeSymbol): boolean => /^\d+\/\s*[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(text) && (part === null || part.at === 0);

const isKei = ({ text }: CodeSymbol): boolean => /^[KＫ]\//.test(text);
const isForeign = ({ text, part }: CodeSymbol): boolean => /^[a-z][a-z\d+.-]*:/i.test(text) || (part === null && !text.includes('/'));
const fieldsOf = (symbol: CodeSymbol): string[] => symbol.text.split('/').slice(isKei(symbol) ? 1 : 0);

/** Whether what the symbols say of their places allows them to stand in this order. */
const mayStand = (used: readonly CodeSymbol[]): boolean => {
  const rows = new Set(used.flatMap(({ part }) => (part === null ? [] : [part.row])));
  return rows.size < 2 && used.every(({ part }, at) => part === null || part.at === at);
};

/** The symbols, in any order, that together make a code; the shortest such row. */
const assemble = (symbols: CodeSymbol[], judge: (fields: string[]) => boolean, most: number): { text: string; used: CodeSymbol[] } | null => {
  const queue = symbols.map((symbol) => [symbol]).filter(mayStand);
  for (let at = 0; at < queue.length; at++) {
    const used = queue[at] ?? [];
    const text = used.map((symbol) => symbol.text).join('');
    if (judge(text.split('/'))) return { text, used };
    if (used.length < most) queue.push(...symbols.filter((next) => !used.includes(next)).map((next) => [...used, next]).filter(mayStand));
  }
  return null;
};

type Found = { data: CertificateData; read: Partial<Record<CodePiece, boolean>> };

const readRegistered = (symbols: CodeSymbol[]): Found => {
  const numbers = assemble(symbols, isNumberCode, 2);
  const rest = symbols.filter((symbol) => !numbers?.used.includes(symbol));
  const first = assemble(rest, isInspectionCode, 3)?.text ?? rest.find((symbol) => isInspectionStart(fieldsOf(symbol)))?.text;
  const [, plate = '', , chassis = ''] = numbers?.text.split('/') ?? [];
  return {
    data: { ...BLANK, kind: 'registered', plate: readPlateText(plate), chassisNo: readChassisNo(chassis), expiresOn: readCodeDate(first?.split('/')[3] ?? '') },
    read: {
      numbers_1: numbers !== null || symbols.some(isNumbersStart), numbers_2: numbers !== null || symbols.some(({ part }) => part?.of === 2 && part.at === 1), expiry: first !== undefined,
    },
  };
};

const readKei = (symbols: CodeSymbol[]): Found => {
  const codes = symbols.map(fieldsOf);
  const numbers = codes.find(isNumberCode);
  const inspection = codes.find((fields) => !isNumberCode(fields) && isInspectionStart(fields));
  return {
    data: { ...BLANK, kind: 'kei', plate: readPlateText(numbers?.[1] ?? ''), chassisNo: readChassisNo(numbers?.[3] ?? ''), expiresOn: readCodeDate(inspection?.[3] ?? '') },
    read: { kei_numbers: numbers !== undefined, expiry: inspection !== undefined },
  };
};

/** Reads symbols in any order, doubles among them and some perhaps missing. `data` is null when there is neither plate nor 車台番号 in them. */
export const readCertificateCodes = (seen: readonly CodeSymbol[]): CertificateCodes => {
  const clean = seen.map(({ text, part }) => ({ text: text.replaceAll(/[\r\n]/g, ''), part })).filter(({ text }) => text.trim() !== '');
  const single = [...new Map(clean.map((symbol) => [symbol.text, symbol])).values()];
  const symbols = single.filter((symbol) => !isForeign(symbol)).slice(0, MAX_SYMBOLS);
  const kei = symbols.filter(isKei);
  const { data, read } = kei.length > 0 ? readKei(kei) : readRegistered(symbols);
  const pieces = PIECES[data.kind === 'kei' ? 'kei' : 'registered'].map((name) => ({ name, read: read[name] === true }));
  return {
    data: data.plate === null && data.chassisNo === null ? null : data,
    pieces: pieces.some((piece) => piece.read) ? pieces : [],
    foreign: single.length - single.filter((symbol) => !isForeign(symbol)).length,
  };
};

/** Whether nothing is missing any more. */
export const isComplete = ({ data, pieces }: CertificateCodes): boolean => data !== null && pieces.every(({ read }) => read);

/** What tells one certificate from another, where a symbol holds it. */
const signOf = (symbol: CodeSymbol): { name: string; value: string } | null => {
  const fields = fieldsOf(symbol);
  if (isKei(symbol)) return isNumberCode(fields) ? { name: 'kei_numbers', value: symbol.text } : { name: 'kei', value: 'kei' };
  if (symbol.part === null) return null;
  if (isNumbersStart(symbol)) return { name: 'numbers', value: symbol.part.row };
  return symbol.part.at === 0 && isInspectionStart(fields) ? { name: 'inspection', value: symbol.part.row } : null;
};

/**
 * Adds what was just seen to what was collected. A symbol of another certificate (a second car under the camera) begins a new
 * collection: two cars are never mixed.
 */
export const collectSymbols = (held: readonly CodeSymbol[], seen: readonly CodeSymbol[]): { symbols: CodeSymbol[]; restarted: boolean } => {
  const fresh = seen.filter(({ text }) => !held.some((symbol) => symbol.text === text));
  const isOther = (symbol: CodeSymbol): boolean => {
    const sign = signOf(symbol);
    return sign !== null && held.some((one) => {
      const known = signOf(one);
      return known !== null && ((known.name === sign.name && known.value !== sign.value) || known.name.startsWith('kei') !== sign.name.startsWith('kei'));
    });
  };
  const restarted = fresh.some(isOther);
  return { symbols: restarted ? [...seen] : [...held, ...fresh], restarted };
};

/** Pasted text: one symbol a line, as readers that act as a keyboard write them. */
export const symbolsOfText = (text: string): CodeSymbol[] => text.split('\n').map((line) => ({ text: line, part: null }));
