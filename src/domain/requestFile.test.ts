import { describe, expect, test } from 'vitest';
import { garageWords } from '../i18n/garage.ts';
import { readTable } from './imports/table.ts';
import { parseRequests } from './requestFile.ts';

const headers: Record<string, string> = garageWords.request_import.columns;
const good: Record<string, string> = {
  車種: '登録車', 拠点コード: '001', 標板: '品川', 分類: '600', 仮名: 'さ', 番号: '11-11', 車台番号: 'CAR-01210002', 電子車検証更新区分: '運輸支局等', 車検証有効期間: '2年指定整備車',
  有効期間満了日: '2026/11/20', '氏名又は名称（漢字）': '見本　太郎', 名義: '個人', 住所1: '東京都千代田区見本町', 保適証登録済: '○', 自賠責登録済: '有', オプションコード: 'OP1',
};
const parse = async (...rows: Record<string, string>[]) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const csv = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.join(',')).join('\r\n');
  return parseRequests(await readTable(new TextEncoder().encode(csv), 'a.csv'), headers);
};

describe('a file of 依頼データ', () => {
  test('is read in the words of the form', async () => {
    const { read, rows, rejected } = await parse(good, { ...good, 車種: '軽', 分類: '', 分類番号なし: '有', 車検証有効期間: '', 車検証等受取区分: '代理人受取', 電子車検証更新区分: '依頼人（申請個別指定）', '委託番号（申請個別指定）': 'A123456789' });
    expect(rejected).toEqual([]);
    expect(read).toBe(2);
    expect(rows[0]).toMatchObject({
      line: 2, site_code: '001', send: false,
      fields: { vehicle_kind: 'registered', plate_number: '1111', inspection_expires_on: '2026-11-20', hotekisho_ready: true, option_code: 'OP1', user: { ownership: 'individual', name: '見本　太郎' } },
    });
    expect((await parse({ ...good, 委任状種別: '公用車', 電子委任状の登録日: '2026/11/1', 検査手数料無料化: '有' })).rows[0]?.fields)
      .toMatchObject({ mandate_kind: 'public_vehicle', mandate_on: '2026-11-01', inspection_fee_waived: true, tech_fee_waived: false });
    expect(rows[1]?.fields).toMatchObject({ vehicle_kind: 'kei', no_plate_class: true, plate_class: null, receipt_by: 'agent', update_method: 'requester_specific', record_agent_no: 'A123456789' });
  });

  test('names every bad cell by line and column and takes the good rows', async () => {
    const { rows, rejected } = await parse(good, { ...good, 車種: 'バス', 有効期間満了日: 'いつか' }, { ...good, 仮名: 'し', 保適証登録済: 'たぶん', '氏名又は名称（漢字）': '髙橋', 住所1: '千代田区' });
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(rejected.map(({ line, column, value, code }) => `${line} ${column} ${value} ${code}`).toSorted()).toEqual([
      '3 有効期間満了日 いつか invalid_date', '3 車種 バス invalid_value', '4 仮名 し invalid_plate_kana', '4 住所1 千代田区 prefecture_missing', '4 保適証登録済 たぶん invalid_value', '4 氏名又は名称（漢字） 髙橋 not_jis_x_0208',
    ].toSorted());
  });

  test('needs the columns of 初期登録 and no others', async () => {
    const { 車種, 拠点コード, 標板, 分類, 仮名, 番号, 車台番号 } = good;
    const bare = { 車種, 拠点コード, 標板, 分類, 仮名, 番号, 車台番号 } as Record<string, string>;
    expect((await parse(bare)).rows).toHaveLength(1);
    await expect(parse({ 車種: '軽', 仮名: 'あ' })).rejects.toMatchObject({ code: 'missing_columns', details: { missing: ['拠点コード', '番号', '車台番号'] } });
  });
});
