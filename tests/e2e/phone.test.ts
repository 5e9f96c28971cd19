import { afterAll, expect, inject, test } from 'vitest';
import { connect } from '../support/connection.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

const desk = useDesk();
const sql = connect(inject('stack').databaseUrl);
afterAll(() => sql.end());

/** One thumb scrolls up and down, never sideways. */
const fits = async (visitor: Visitor): Promise<void> => {
  const wide = await visitor.page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('main')?.scrollWidth ?? 0));
  expect(wide).toBeLessThanOrEqual(390);
};

const enter = async (visitor: Visitor, entry: string): Promise<void> => {
  await visitor.press('メニューを開く');
  await visitor.page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: entry, exact: true }).click();
};

test('a garage looks after its cases with one thumb', async () => {
  const visitor = await desk.signIn('C0000001-op', { screen: 'phone' });
  await fits(visitor);
  await enter(visitor, '申請データ');
  await visitor.sees('申請データ');
  const [found] = await sql<{ application_no: string }[]>`
    select a.application_no from applications a join sites s on s.id = a.site_id join requesters r on r.id = s.requester_id
    where r.code = 'C0000001' and s.code = '001' and a.oss_status = 'issue_pending' order by a.id desc limit 1`;
  await visitor.page.getByLabel('申請ID').fill(found?.application_no ?? '');
  await visitor.press('検索');
  await expect.poll(() => visitor.total()).toBe(1);
  await fits(visitor);
  await visitor.page.getByRole('main').getByRole('link', { name: new RegExp(`${found?.application_no}`) }).click();
  await visitor.sees(/申請データ照会/);
  await visitor.page.getByRole('region', { name: 'いまできること' }).waitFor();
  await visitor.page.getByRole('region', { name: '履歴' }).getByRole('listitem').first().waitFor();
  await fits(visitor);
  await enter(visitor, '依頼データ');
  await visitor.sees('依頼データ検索');
  await fits(visitor);
  await visitor.go('/applications/create');
  await visitor.page.getByLabel('(軽)継続検査（軽自動車）').check();
  await visitor.page.getByRole('textbox', { name: '標板' }).waitFor();
  await fits(visitor);
  await visitor.press('利用者メニュー');
  await visitor.page.getByRole('menuitem', { name: 'ログアウト' }).click();
  await visitor.page.getByLabel('ユーザID').waitFor();
});

test('the administrator of a garage reads statements and reports', async () => {
  const visitor = await desk.signIn('C0000001', { screen: 'phone' });
  for (const [entry, heading] of [['請求状況照会', '請求状況照会'], ['帳票ダウンロード', '帳票ダウンロード'], ['業務情報照会', '業務情報照会'], ['拠点管理', '依頼人拠点検索'], ['お知らせ', 'お知らせ']] as const) {
    await enter(visitor, entry);
    await visitor.sees(heading);
    await fits(visitor);
  }
});
