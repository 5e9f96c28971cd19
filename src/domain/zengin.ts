/** 全銀 預金口座振替 files (docs/domain.md §11.3): records of 120 bytes in CP932, header, data, trailer, end. */

const WIDTH = 120;
const CR = 0x0d;
const LF = 0x0a;
const END_OF_FILE = 0x1a;
const BLANK = 0x20;
const HALF_KANA = 0xff61 - 0xa1;

/** Half-width kana and ASCII in CP932; anything else cannot stand in such a file. */
const byteOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return code;
  if (code >= 0xff61 && code <= 0xff9f) return code - HALF_KANA;
  throw new RangeError(`not a half-width character: ${character}`);
};

/** Lines of half-width characters as the bytes of a file, each closed by CR LF. Throws a RangeError for any other character. */
export const toBankFile = (lines: string[]): Uint8Array =>
  Uint8Array.from(lines.flatMap((line) => [...[...line].map(byteOf), CR, LF]));

/** What a record of a result file says; amounts are whole yen. Fields are those that the import of SQL reads. */
export type ResultRow = { line: number } & (
  | { record: 'header'; kind: string; consignor_code: string; debit_on: string }
  | { record: 'data'; bank_code: string; branch_code: string; account_type: 'ordinary' | 'checking'; account_number: string; amount: number; customer_no: string; result_code: string }
  | { record: 'trailer'; count: number; amount: number; collected_count: number; collected_amount: number; failed_count: number; failed_amount: number }
  | { record: 'end' });

/** Columns of the records by the field names above, as people know them. */
export const resultColumns: Readonly<Record<string, string>> = {
  debit_on: '引落日', consignor_code: '委託者コード', bank_code: '引落銀行番号', branch_code: '引落支店番号', account_number: '口座番号', customer_no: '顧客番号',
  result_code: '振替結果コード', amount: '金額', count: '合計件数', collected_count: '振替済件数', collected_amount: '振替済金額', failed_count: '振替不能件数', failed_amount: '振替不能金額',
};

/** Not a file of this kind; `line` is the record where that shows. */
export class BankFileError extends Error {
  override readonly name = 'BankFileError';
  readonly line: number;

  constructor(line: number) {
    super(`not a bank file, record ${line}`);
    this.line = line;
  }
}

/** The records, whether lines end with CR LF, LF or not at all. */
const recordsOf = (bytes: Uint8Array): string[] => {
  const kept = bytes.filter((byte) => byte !== CR && byte !== LF && byte !== END_OF_FILE);
  const records: string[] = [];
  for (let at = 0; at < kept.length; at += WIDTH) {
    const record = kept.subarray(at, at + WIDTH);
    if (record.length < WIDTH && record.every((byte) => byte === BLANK)) break;
    if (record.length < WIDTH || record.some((byte) => byte < BLANK || (byte > 0x7e && (byte < 0xa1 || byte > 0xdf)))) throw new BankFileError(records.length + 1);
    records.push(String.fromCodePoint(...[...record].map((byte) => (byte > 0x7e ? byte + HALF_KANA : byte))));
  }
  return records;
};

const digits = (text: string, from: number, width: number, line: number): string => {
  const part = text.slice(from, from + width);
  if (!/^\d+$/.test(part)) throw new BankFileError(line);
  return part;
};

const rowOf = (text: string, line: number): ResultRow => {
  const number = (from: number, width: number): number => Number(digits(text, from, width, line));
  switch (text[0]) {
    case '1': return { line, record: 'header', kind: text.slice(1, 3), consignor_code: digits(text, 4, 10, line), debit_on: digits(text, 54, 4, line) };
    case '2': return {
      line, record: 'data', bank_code: digits(text, 1, 4, line), branch_code: digits(text, 20, 3, line), account_type: text[42] === '2' ? 'checking' : 'ordinary',
      account_number: digits(text, 43, 7, line), amount: number(80, 10), customer_no: text.slice(91, 111).trim(), result_code: text.slice(111, 112),
    };
    case '8': return {
      line, record: 'trailer', count: number(1, 6), amount: number(7, 12), collected_count: number(19, 6), collected_amount: number(25, 12),
      failed_count: number(37, 6), failed_amount: number(43, 12),
    };
    case '9': return { line, record: 'end' };
    default: throw new BankFileError(line);
  }
};

/** Rows of a result file, in order: one header, data, one trailer, one end. Throws a `BankFileError` naming the record. */
export const readResultFile = (bytes: Uint8Array): ResultRow[] => {
  const rows = recordsOf(bytes).map((text, at) => rowOf(text, at + 1));
  const order = rows.map(({ record }) => record);
  const wrong = order.findIndex((record, at) => {
    if (at === 0) return record !== 'header';
    if (at === order.length - 1) return record !== 'end';
    return record !== (at === order.length - 2 ? 'trailer' : 'data');
  });
  if (wrong >= 0 || rows.length < 3) throw new BankFileError(wrong < 0 ? rows.length + 1 : wrong + 1);
  return rows;
};
