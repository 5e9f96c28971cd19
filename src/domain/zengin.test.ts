import { expect, test } from 'vitest';
import { bankKanaFault, toBankKana } from './bankKana.ts';
import { readResultFile, toBankFile } from './zengin.ts';

const lines = [
  `19100000000123${'ﾐﾎﾝｶｲ'.padEnd(40)}1127${'9901'}${'ﾐﾎﾝｷﾞﾝｺｳ'.padEnd(15)}100${'ﾎﾝﾃﾝ'.padEnd(15)}11234567${' '.repeat(17)}`,
  `29901${'ﾐﾎﾝｷﾞﾝｺｳ'.padEnd(15)}100${'ﾎﾝﾃﾝ'.padEnd(15)}    27654321${'ﾐﾎﾝｼﾞﾄﾞｳｼﾔ'.padEnd(30)}00000633041${'C0009010'.padEnd(20)}0${' '.repeat(8)}`,
  `8000001000000063304000001000000063304${'0'.repeat(18)}${' '.repeat(65)}`,
  `9${' '.repeat(119)}`,
];

test('a file is 120 bytes a record and CR LF', () => {
  const bytes = toBankFile(lines);
  expect(bytes.length).toBe(4 * 122);
  expect(new TextDecoder('shift_jis').decode(bytes)).toBe(lines.map((line) => `${line}\r\n`).join(''));
  expect(() => toBankFile(['見'])).toThrow(RangeError);
});

test.each([['CR LF', '\r\n'], ['LF', '\n'], ['no line ends', '']])('a result file with %s is read', (_, ending) => {
  const bytes = toBankFile(lines).filter((byte) => byte !== 13 && byte !== 10);
  const parts = [0, 1, 2, 3].flatMap((n) => [...bytes.slice(n * 120, n * 120 + 120), ...[...ending].map((c) => c.charCodeAt(0))]);
  expect(readResultFile(Uint8Array.from([...parts, 0x1a]))).toEqual([
    { line: 1, record: 'header', kind: '91', consignor_code: '0000000123', debit_on: '1127' },
    { line: 2, record: 'data', bank_code: '9901', branch_code: '100', account_type: 'checking', account_number: '7654321', amount: 63304, customer_no: 'C0009010', result_code: '0' },
    { line: 3, record: 'trailer', count: 1, amount: 63304, collected_count: 1, collected_amount: 63304, failed_count: 0, failed_amount: 0 },
    { line: 4, record: 'end' },
  ]);
});

test.each([
  ['cut short', [lines[0] ?? '', (lines[1] ?? '').slice(0, 100)], 2],
  ['no trailer', [lines[0] ?? '', lines[1] ?? '', lines[3] ?? ''], 2],
  ['no header', lines.slice(1), 1],
  ['letters where the amount stands', [lines[0] ?? '', (lines[1] ?? '').replace('0000063304', '00000X3304'), lines[2] ?? '', lines[3] ?? ''], 2],
  ['an unknown record', [lines[0] ?? '', `7${' '.repeat(119)}`, lines[2] ?? '', lines[3] ?? ''], 2],
])('%s is no such file, and the record is named', (_, wrong, line) => {
  expect(() => readResultFile(toBankFile(wrong))).toThrow(expect.objectContaining({ line }));
});

test('the character without a form for banks is named', () => {
  expect(bankKanaFault('ミホン見ジドウシャ')).toBe('見');
  expect(bankKanaFault('ミホン　ガレージ')).toBeNull();
  expect(toBankKana('￥')).toBe('\\');
});
