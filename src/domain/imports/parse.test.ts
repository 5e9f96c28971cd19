import { describe, expect, it } from 'vitest';
import { sampleFile } from '../../../tests/fixtures/samples.ts';
import { importFiles, type ImportKind, parseImport } from './parse.ts';
import { readTable, type Table } from './table.ts';

const samples: [ImportKind, string, number, object][] = [
  ['requesters', 'requesters.csv', 7, { line: 2, code: 'C0009010', postal_code: '100-0001', debit_cycle: 27, ainas_org_id: '02490100' }],
  ['sites', 'sites.csv', 14, { line: 2, code: '001', short_name: '本社', record_agent_no: '3280387012' }],
  ['debit-accounts', 'debit-accounts.csv', 7, { line: 2, valid_from: '2026-10-01', account_type: 'ordinary', holder_kana: 'ﾃｽﾄｼﾞﾄﾞｳｼﾔ1' }],
  ['payee-keikenkyo', 'payee-keikenkyo-2026-10.csv', 134, { line: 2, month: '2026-10-01', amount: 1200, paid_on: '2026-10-09' }],
  ['payee-kikou', 'payee-kikou-2026-10.csv', 389, { line: 2, month: '2026-10-01', vehicle_kind: 'registered', amount: 400 }],
  ['hotekisho', 'hotekisho-2026-10.csv', 6, { line: 2, month: '2026-10-01', requester_code: 'C0009011', count: 52 }],
];

const table = (headers: string, ...rows: string[]): Table => ({
  headers: headers.split(','),
  rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(',') })),
});

const hotekisho = '年月,ユーザID,利用件数';

describe('sample files', () => {
  it.each(samples)('%s: every row is good', async (kind, name, read, first) => {
    const result = parseImport(kind, await readTable(sampleFile(name), name));
    expect(result).toMatchObject({ read, rejected: [] });
    expect(result.rows).toHaveLength(read);
    expect(result.rows[0]).toMatchObject(first);
  });
});

describe('a payee that reports totals', () => {
  it('brings counts and yen by branch under the same kind', () => {
    const result = parseImport('payee-kikou', table('年月,支部コード,件数,金額', '2026-10,118,1052,420800'));
    expect(result.rows).toEqual([{ line: 2, month: '2026-10-01', branch_code: '118', count: 1052, amount: 420_800 }]);
    expect(() => parseImport('payee-kikou', table('年月,支部コード,件数', '2026-10,118,1'))).toThrow('missing_columns');
  });
});

describe('rows', () => {
  it('reports every bad cell of a row and keeps the good rows', () => {
    const result = parseImport('hotekisho', table(hotekisho, '2026-13,X1,たくさん', '2026年10月,Ｃ０００９０１１,1,052', ',,'));
    expect(result.rejected).toEqual([
      { line: 2, column: '年月', value: '2026-13', code: 'invalid_month' },
      { line: 2, column: 'ユーザID', value: 'X1', code: 'invalid_requester_code' },
      { line: 2, column: '利用件数', value: 'たくさん', code: 'invalid_count' },
      { line: 3, column: '', value: '052', code: 'too_many_columns' },
      { line: 4, column: '年月', value: '', code: 'required' },
      { line: 4, column: 'ユーザID', value: '', code: 'required' },
      { line: 4, column: '利用件数', value: '', code: 'required' },
    ]);
    expect(result).toMatchObject({ read: 3, rows: [] });
  });

  it('never shows an account number, whichever column it stands in', () => {
    const headers = 'ユーザID,有効開始日,金融機関コード,金融機関名,支店コード,支店名称,口座区分,口座番号,口座名義';
    const { rejected } = parseImport(
      'debit-accounts',
      table(headers, 'C0009010,2026/10/01,9901,ﾃｽﾄ,100,ﾎﾝﾃﾝ,普通,30630701,ﾃｽﾄ', 'C0009010,2026/10/01,9901,ﾃｽﾄ,3063070,ﾎﾝﾃﾝ,貯蓄,普通,ﾃｽﾄ'),
    );
    expect(rejected.map(({ column, value }) => [column, value])).toEqual([
      ['口座番号', '*****701'],
      ['支店コード', '****070'],
      ['口座区分', '貯蓄'],
      ['口座番号', '**'],
    ]);
  });
});

describe('an account of ゆうちょ銀行', () => {
  const headers = 'ユーザID,有効開始日,金融機関コード,金融機関名,支店コード,支店名称,口座区分,口座番号,口座名義';
  it('is taken by the 店番 and 口座番号 of the passbook', () => {
    expect(parseImport('debit-accounts', table(headers, 'C0009010,2026/10/01,9900,ﾕｳﾁﾖ,018,〇一八,普通,0012345,ﾃｽﾄ')).rejected).toMatchObject([{ column: '支店名称', code: 'invalid_bank_kana' }]);
    expect(parseImport('debit-accounts', table(headers, 'C0009010,2026/10/01,9900,ﾕｳﾁﾖ,018,ｾﾞﾛｲﾁﾊﾁ,普通,0012345,ﾃｽﾄ')).rows).toMatchObject([{ bank_code: '9900', branch_code: '018', account_number: '0012345' }]);
  });

  it('is refused by 記号 and 番号, and says what to take instead', () => {
    const { rows, rejected } = parseImport('debit-accounts', table(headers, 'C0009010,2026/10/01,9900,ﾕｳﾁﾖ,10180,ｾﾞﾛｲﾁﾊﾁ,普通,00123451,ﾃｽﾄ'));
    expect(rows).toEqual([]);
    expect(rejected.map(({ column, code }) => [column, code])).toEqual([['支店コード', 'japan_post_number'], ['口座番号', 'invalid_account_number']]);
  });
});

describe('headers', () => {
  it('takes other widths and spaces, and other names through the mapping', () => {
    const result = parseImport('hotekisho', table('年 月,ＩＤ,件数', '202610,C0009011,3'), { requester_code: 'ID', count: '件数' });
    expect(result.rows).toEqual([{ line: 2, month: '2026-10-01', requester_code: 'C0009011', count: 3 }]);
  });

  it('leaves a column out that the mapping says the file lacks', () => {
    const file = table('年月,受付番号,車台番号,検査手数料,納付日', '2026-10,1,BC-1,1200,2026/10/05');
    expect(parseImport('payee-keikenkyo', file, { plate: '' }).rows).toMatchObject([{ plate: null, chassis_no: 'BC-1' }]);
  });

  it('takes a column that a file need not have, also under another name', () => {
    const usual = Object.values(importFiles.ainas.fields).filter((one) => !('extra' in one)).map(({ header }) => header);
    const cells: Record<string, string> = { 申請ID: '1', 手続種別: '継続検査', 車台番号: 'BC-1', 依頼人組織ID: '1', 依頼人拠点コード: '001' };
    const file = (extra: string) => table([...usual, extra].join(','), [...usual.map((header) => cells[header] ?? ''), '取得済'].join(','));
    expect(parseImport('ainas', file('自賠責保険証取得')).rows[0]).toMatchObject({ liability_obtained: true });
    const other = parseImport('ainas', file('自賠責'), { liability_obtained: '自賠責' }).rows[0];
    expect(other).toMatchObject({ liability_obtained: true });
    expect(other).not.toHaveProperty('hotekisho_obtained');
  });

  it('names what is missing, and the kind the file looks like', () => {
    const file = table('年月,受付番号,区分,技術情報管理手数料,納付日', '');
    expect(() => parseImport('payee-keikenkyo', file)).toThrow(
      expect.objectContaining({
        code: 'missing_columns',
        details: expect.objectContaining({ missing: ['車両番号', '車台番号', '検査手数料'], looks_like: 'payee-kikou' }),
      }),
    );
  });

  it('refuses a header that stands twice', () => {
    expect(() => parseImport('hotekisho', table(`${hotekisho},利用件数`, ''))).toThrow(
      expect.objectContaining({ code: 'duplicate_columns', details: { duplicate: ['利用件数'] } }),
    );
  });
});
