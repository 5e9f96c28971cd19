import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { sampleFile } from '../../../tests/fixtures/samples.ts';
import { readTable } from './table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const limits = { xlsxRows: 3, csvRows: 3, bytes: 100_000 };

const workbook = (rows: unknown[][], formats: Record<string, string> = {}): Uint8Array => {
  const sheet = utils.aoa_to_sheet(rows);
  for (const [address, format] of Object.entries(formats)) Object.assign(sheet[address] ?? {}, { z: format });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'データ');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

describe('CSV', () => {
  it('reads CP932 with CRLF', async () => {
    const table = await readTable(sampleFile('sites.csv'), 'sites.csv');
    expect(table.headers[3]).toBe('依頼人拠点名（略称）');
    expect(table.rows[0]).toEqual({ line: 2, cells: ['02490100', '001', 'みなと自本社工場', '本社', '118', '3280387012'] });
    expect(table.rows).toHaveLength(14);
  });

  it('reads UTF-8 with and without byte order mark', async () => {
    for (const mark of ['', '\uFEFF']) {
      expect(await readTable(utf8(`${mark}年月,件数\n2026-10,1\n`), 'a.csv')).toEqual({
        headers: ['年月', '件数'],
        rows: [{ line: 2, cells: ['2026-10', '1'] }],
      });
    }
  });

  it('numbers lines as an editor does: blank lines and breaks inside quotes count', async () => {
    const table = await readTable(utf8('名,数\r\n\r\n"一行目\r\n二行目",1\r\n"a,""b""",2\r\n,\r\n三,3'), 'a.csv');
    expect(table.rows).toEqual([
      { line: 3, cells: ['一行目 二行目', '1'] },
      { line: 5, cells: ['a,"b"', '2'] },
      { line: 7, cells: ['三', '3'] },
    ]);
  });

  it('keeps line numbers without quotes as well', async () => {
    const table = await readTable(utf8('名,数\n\n一,1\n,\n二,2\n'), 'a.csv');
    expect(table.rows.map((row) => row.line)).toEqual([3, 5]);
  });
});

describe('.xlsx', () => {
  it('writes dates, codes and numbers as the CSV files do', async () => {
    const bytes = workbook(
      [['日', '日時', 'コード', '番号', '金額', '字'], [46300, 46300.5, 1, Number('2026100001000001740'), 1200, ' 有 '], [], ['', '', '', '', '', '無']],
      { A2: 'yyyy/m/d', B2: 'yyyy/m/d h:mm', C2: '000', E2: '#,##0' },
    );
    const table = await readTable(bytes, 'a.xlsx');
    expect(table.rows).toEqual([
      { line: 2, cells: ['2026/10/05', '2026/10/05 12:00', '001', expect.stringMatching(/e\+18$/), '1200', '有'] },
      { line: 4, cells: ['', '', '', '', '', '無'] },
    ]);
  });
});

describe('a workbook that unpacks to gigabytes', () => {
  it('is refused before it is unpacked', async () => {
    const bytes = workbook([['a'], [1]]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The unpacked size of the first entry in the zip directory, forged.
    const entry = bytes.findIndex((_, at) => at + 30 < bytes.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 4_000_000_000, true);
    await expect(readTable(bytes, 'a.xlsx')).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('wrong files', () => {
  const cases: [string, Uint8Array, object][] = [
    ['nothing in it', new Uint8Array(), { code: 'empty_file' }],
    ['headers only', utf8('年月,件数\n'), { code: 'empty_file' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), { code: 'binary_file' }],
    ['an old Excel or protected file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), { code: 'unsupported_file' }],
    ['bytes of no encoding', new Uint8Array([0x61, 0xff, 0xff, 0x0a]), { code: 'unknown_encoding' }],
    ['an open quote', utf8('a,b\n1,"x\n2,3\n'), { code: 'broken_quotes' }],
    ['a zip that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), { code: 'broken_workbook' }],
    ['too many CSV rows', utf8('a\n1\n2\n3\n4\n'), { code: 'too_large', details: { file_name: 'x', limit: 3 } }],
    ['too many bytes', utf8(`a\n${'1'.repeat(100_000)}`), { code: 'too_large' }],
    ['too many workbook rows', workbook([['a'], [1], [2], [3], [4]]), { code: 'too_large' }],
  ];
  it.each(cases)('refuses %s', async (_name, bytes, error) => {
    await expect(readTable(bytes, 'x', limits)).rejects.toMatchObject(error);
  });
});
