import { type CertificateData, readChassisNo, readCodeDate, readPlateText } from './certificateText.ts';

/**
 * The two-dimensional codes of a 車検証 (docs/domain.md §11.5). Fields are parted by '/'. 登録車: code 2 has 6 fields
 * (version, 登録番号, 標板, 車台番号, 原動機型式, 帳票種別) and is printed as two symbols, code 3 has 19 (version, 打刻位置, 型式指定・類別,
 * 満了日, …) and is printed as three; a symbol may end in the middle of a field. 軽: each symbol is whole and begins with 'K/'
 * and a version, and the fields follow in the same order.
 */

const BLANK: CertificateData = { kind: null, plate: null, chassisNo: null, expiresOn: null, certificateNo: null, user: null };

/** More symbols than a certificate has are not put together: the tries grow with every one. */
const MAX_SYMBOLS = 8;

const isNumberCode = (fields: string[]): boolean =>
  fields.length === 6 && readPlateText(fields[1] ?? '') !== null && readChassisNo(fields[3] ?? '') !== null;

const isInspectionCode = (fields: string[]): boolean =>
  fields.length === 19 && /^[\d\s-]*$/.test((fields[2] ?? '').normalize('NFKC')) && /^\d{6}$/.test((fields[3] ?? '').normalize('NFKC').trim());

type Judge = (fields: string[]) => boolean;

/** The symbols, in any order, that together make a code; the shortest such row. */
const assemble = (symbols: string[], judge: Judge, most: number): { text: string; used: string[] } | null => {
  const queue: string[][] = symbols.map((symbol) => [symbol]);
  for (let at = 0; at < queue.length; at++) {
    const used = queue[at] ?? [];
    const text = used.join('');
    if (judge(text.split('/'))) return { text, used };
    if (used.length < most) for (const next of symbols) if (!used.includes(next)) queue.push([...used, next]);
  }
  return null;
};

const readRegistered = (symbols: string[]): CertificateData => {
  const numbers = assemble(symbols, isNumberCode, 2);
  const rest = symbols.filter((symbol) => !numbers?.used.includes(symbol));
  const inspection = assemble(rest, isInspectionCode, 3);
  // 満了日 stands early in code 3: its first symbol alone is enough.
  const first = inspection?.text ?? rest.find((symbol) => isInspectionStart(symbol.split('/')));
  const [, plate = '', , chassis = ''] = numbers?.text.split('/') ?? [];
  return {
    ...BLANK, kind: 'registered', plate: readPlateText(plate), chassisNo: readChassisNo(chassis), expiresOn: readCodeDate(first?.split('/')[3] ?? ''),
  };
};

const isInspectionStart = (fields: string[]): boolean => fields.length > 4 && readCodeDate(fields[3] ?? '') !== null;

const readKei = (symbols: string[]): CertificateData => {
  const codes = symbols.map((symbol) => symbol.split('/').slice(1));
  const numbers = codes.find(isNumberCode);
  const inspection = codes.find((fields) => !isNumberCode(fields) && isInspectionStart(fields));
  return {
    ...BLANK, kind: 'kei', plate: readPlateText(numbers?.[1] ?? ''), chassisNo: readChassisNo(numbers?.[3] ?? ''), expiresOn: readCodeDate(inspection?.[3] ?? ''),
  };
};

/** How many symbols the codes are printed as, so that a camera knows when it has them all. */
export const symbolsOf = (kind: 'registered' | 'kei'): number => (kind === 'kei' ? 2 : 5);

/** Reads the texts of the symbols, in any order, some perhaps missing; null when there is neither plate nor 車台番号 in them. */
export const readCertificateCodes = (texts: string[]): CertificateData | null => {
  const symbols = [...new Set(texts.map((text) => text.replaceAll(/[\r\n]/g, '')).filter((text) => text.trim() !== ''))].slice(0, MAX_SYMBOLS);
  const kei = symbols.filter((symbol) => /^[KＫ]\//.test(symbol));
  const data = kei.length > 0 ? readKei(kei) : readRegistered(symbols);
  return data.plate === null && data.chassisNo === null ? null : data;
};
