import { afterAll, describe, expect, inject, test } from 'vitest';
import { connect } from '../support/connection.ts';
import { act, history, listOf, stands } from './cases.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

const desk = useDesk();
const sql = connect(inject('stack').databaseUrl);
afterAll(() => sql.end());

const one = async <Row extends object>(query: Promise<Row[]>): Promise<Row> => {
  const [row] = await query;
  if (row === undefined) throw new Error('The demo lacks a row that this journey needs.');
  return row;
};
const caseOf = (site: string) => one(sql<{ id: number; application_no: string }[]>`
  select a.id, a.application_no from applications a
  join sites s on s.id = a.site_id join requesters r on r.id = a.requester_id
  where r.code = 'C0000001' and s.code = ${site} and a.filing_status = 'completed' order by a.id limit 1`);

const isNotFound = async (visitor: Visitor, path: string): Promise<void> => {
  visitor.expects(/40[46] GET \/rest\/v1\//);
  await visitor.go(path);
  await visitor.told('データが見つかりません。');
};

const mayNotCreate = async (visitor: Visitor): Promise<void> => {
  await visitor.follow('申請データ');
  await expect.poll(() => visitor.total()).toBeGreaterThan(0);
  expect(await visitor.page.getByRole('main').getByRole('link', { name: '登録', exact: true }).count()).toBe(0);
  await visitor.go('/applications/create');
  await visitor.sees('この画面を開く権限がありません');
};

describe('C0000001', () => {
  test('has its own company, its published statements, and no way to file', async () => {
    const visitor = await desk.signIn('C0000001');
    await visitor.follow('事業者／事業場情報照会');
    await visitor.sees('事業者／事業場情報照会');
    await visitor.page.getByText('C0000001 合同会社風待橋モータース').first().waitFor();
    await visitor.follow('請求状況照会');
    await visitor.sees('請求状況照会');
    const { count } = await one(sql<{ count: number }[]>`
      select count(*)::int as count from statements s join requesters r on r.id = s.requester_id where r.code = 'C0000001' and s.status = 'published'`);
    await expect.poll(() => visitor.total()).toBe(count);
    await visitor.page.getByRole('row', { name: /2026年9月/ }).click();
    await visitor.page.getByText('継続検査OSS利用料金').first().waitFor();
    await mayNotCreate(visitor);
    const other = await one(sql<{ id: number }[]>`select id from requesters where code = 'C0000002'`);
    await isNotFound(visitor, `/requesters/${other.id}/show`);
  });

  test('C0000001-site keeps to site 001 and may not file', async () => {
    const visitor = await desk.signIn('C0000001-site');
    await mayNotCreate(visitor);
    await isNotFound(visitor, `/applications/${(await caseOf('002')).id}/show`);
  });
});

const registration = async (visitor: Visitor, plate: string): Promise<void> => {
  await visitor.follow('申請データ');
  await visitor.sees('申請データ');
  await visitor.page.getByRole('main').getByRole('link', { name: '登録', exact: true }).click();
  await visitor.sees('依頼データ初期登録');
  await visitor.page.getByLabel('(軽)継続検査（軽自動車）').check();
  for (const [label, value] of [['標板', '足立'], ['分類', '580'], ['仮名', 'さ'], ['番号', plate]] as const) {
    await visitor.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  await visitor.page.getByRole('textbox', { name: '車台番号' }).fill(`DEM17V-765${plate}`);
  await visitor.page.getByText('118 東京都自動車整備振興会').waitFor();
};

const conditions = async (visitor: Visitor): Promise<void> => {
  await visitor.page.getByLabel('氏名又は名称（漢字）').fill('見本　太郎');
  await visitor.page.getByLabel('住所1').fill('東京都見本市中央');
  await visitor.page.getByLabel('住所2').fill('１－２－３');
  for (const tick of await visitor.page.getByRole('region', { name: '保適証・自賠責' }).getByRole('checkbox').all()) await tick.check();
  await visitor.choose('車検証等受取区分', '代理人受取');
};

describe('C0000001-op', () => {
  test('writes a request in two steps, keeps what was typed over a reload, and sends it', async () => {
    const visitor = await desk.signIn('C0000001-op');
    await registration(visitor, '2345');
    await visitor.press('次へ');
    await conditions(visitor);
    await visitor.page.getByRole('textbox', { name: 'メモ' }).fill('午後に受け取ります。');
    await expect.poll(() => visitor.page.evaluate(() => JSON.stringify(localStorage).includes('午後に受け取ります。'))).toBe(true);
    await visitor.page.reload();
    await visitor.told('前回の入力の続きを表示しています');
    expect(await visitor.page.getByRole('textbox', { name: 'メモ' }).inputValue()).toBe('午後に受け取ります。');
    expect(await visitor.page.getByLabel('氏名又は名称（漢字）').inputValue()).toBe('見本　太郎');

    await visitor.press('確定（保存）');
    await visitor.told('依頼前として保存しました。');
    await visitor.sees(/申請データ照会/);
    await stands(visitor, '申請ステータス', '依頼前');
    await act(visitor, '送信');
    await stands(visitor, '申請ステータス', '依頼済');
    await expect.poll(async () => (await history(visitor))[0]).toContain('依頼データを送信');
  });

  test('C0000001-op2 does not see what belongs to site 001', async () => {
    const { id, application_no: number } = await caseOf('001');
    const visitor = await desk.signIn('C0000001-op2', { at: listOf({ application_no: number }) });
    await visitor.page.getByText('条件に合うデータはありません。').waitFor();
    await isNotFound(visitor, `/applications/${id}/show`);
  });

  test('C0000001-entry writes a request as well and cannot send it', async () => {
    const visitor = await desk.signIn('C0000001-entry');
    await registration(visitor, '6789');
    await visitor.press('次へ');
    await conditions(visitor);
    expect(await visitor.page.getByRole('button', { name: '確定して送信' }).count()).toBe(0);
    await visitor.press('確定（保存）');
    await visitor.told('依頼前として保存しました。');
    await visitor.sees(/申請データ照会/);
    await stands(visitor, '申請ステータス', '依頼前');
    await visitor.page.getByRole('main').getByRole('link', { name: '依頼データ更新' }).first().waitFor();
    expect(await visitor.page.getByRole('button', { name: /送信/ }).count()).toBe(0);
  });
});

describe('C0000002', () => {
  test('finds nothing of C0000001', async () => {
    const { id, application_no: number } = await caseOf('001');
    const company = await one(sql<{ id: number; site: number; statement: number }[]>`
      select r.id, (select min(s.id) from sites s where s.requester_id = r.id) as site, (select min(t.id) from statements t where t.requester_id = r.id) as statement
      from requesters r where r.code = 'C0000001'`);
    const visitor = await desk.signIn('C0000002', { at: listOf({ application_no: number }) });
    await visitor.page.getByText('条件に合うデータはありません。').waitFor();
    for (const path of [`/applications/${id}/show`, `/requesters/${company.id}/show`, `/sites/${company.site}/show`, `/statements/${company.statement}/show`]) {
      await isNotFound(visitor, path);
    }
  });
});
