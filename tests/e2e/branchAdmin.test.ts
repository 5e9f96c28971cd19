import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

test('118-admin invites a person, who must choose a password before anything else and then works', async () => {
  const admin = await desk.signIn('118-admin');
  await admin.follow('ユーザー管理');
  await admin.sees('ユーザー管理');
  await admin.page.getByRole('main').getByRole('link', { name: '登録', exact: true }).click();
  await admin.sees('ユーザー登録');
  await admin.page.getByLabel('ユーザー名').fill('試験　担当者');
  await admin.choose(/^権限/, '支部担当者');
  await admin.page.getByRole('textbox', { name: 'ログインID' }).fill('e2e01');
  await admin.press('確定');
  await admin.sees('初期パスワード通知書');
  const fact = (label: string) => admin.page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd').innerText();
  expect(await fact('ユーザID')).toBe('118-e2e01');
  const initial = await fact('初期パスワード');
  await admin.press('控えたので閉じる');
  await admin.sees('ユーザー管理');
  await admin.page.getByRole('cell', { name: '118-e2e01' }).click();
  await admin.sees('ユーザー照会');
  expect(await admin.page.getByText(initial).count()).toBe(0);

  const person = await desk.open();
  await person.enter('118-e2e01', initial);
  await person.sees('パスワード更新');
  await person.go('/applications');
  await person.sees('パスワード更新');
  await person.page.getByLabel('現在のパスワード').fill(initial);
  await person.field('新しいパスワード *').fill('Chosen-Pass-2026');
  await person.page.getByLabel('新しいパスワード（確認）').fill('Chosen-Pass-2026');
  await person.press('確定');
  await person.sees('ダッシュボード');
  await person.follow('申請データ');
  await person.sees('申請データ');
  await expect.poll(() => person.total()).toBeGreaterThan(0);
});

test('a company reports a new site; 118-admin confirms it', async () => {
  const owner = await desk.signIn('C0000001');
  await owner.follow('拠点管理');
  await owner.sees('依頼人拠点検索');
  await owner.page.getByRole('main').getByRole('link', { name: '登録', exact: true }).click();
  await owner.sees('依頼人拠点登録');
  await owner.page.getByRole('textbox', { name: '依頼人拠点コード' }).fill('E01');
  await owner.page.getByRole('textbox', { name: '依頼人拠点名', exact: true }).fill('試験工場');
  await owner.page.getByRole('textbox', { name: '依頼人拠点名（略称）' }).fill('試験');
  await owner.find(/管轄/, '118', /東京都自動車整備振興会/);
  await owner.press('確定');
  await owner.sees('依頼人拠点照会');
  await owner.told('届出中です。');

  const admin = await desk.signIn('118-admin');
  await admin.follow('事業場');
  await admin.sees('事業場');
  await admin.press('届出中だけを表示');
  await admin.page.getByRole('row', { name: /E01 試験工場/ }).click();
  await admin.sees('事業場照会');
  await admin.press('届出を確認する');
  await admin.told('「試験工場」を確認しました。');
  await expect.poll(() => admin.page.getByRole('button', { name: '届出を確認する' }).count()).toBe(0);

  await owner.page.reload();
  await owner.sees('依頼人拠点照会');
  await owner.page.getByText('利用中').first().waitFor();
});
