import { expect, test } from 'vitest';
import { DEMO_PASSWORD, useDesk } from './desk.ts';

const desk = useDesk();
const refused = /400 POST \/auth\/v1\/token/;

test('a wrong password and an unknown account are refused with the same sentence', async () => {
  const visitor = await desk.open();
  visitor.expects(refused);
  const sentences: string[] = [];
  for (const [loginId, password] of [['118-staff', 'Wrong-Pass-2026'], ['118-nobody', DEMO_PASSWORD]] as const) {
    await visitor.enter(loginId, password);
    const alert = visitor.page.getByRole('alert');
    await alert.waitFor();
    sentences.push(await alert.innerText());
  }
  expect(sentences[0]).toContain('ユーザIDまたはパスワードが正しくない');
  expect(sentences[1]).toBe(sentences[0]);
});

test('the start page has the public notices for anybody and asks for both fields', async () => {
  const visitor = await desk.open();
  await visitor.go('/applications');
  await visitor.sees('継続検査OSS 代理申請管理システム');
  const notices = visitor.page.getByRole('region', { name: 'お知らせ' });
  await notices.getByRole('listitem').first().waitFor();
  await visitor.press('ログイン');
  await visitor.told('ユーザIDとパスワードを入力してください。');
});

test('a login ID is taken in any case; signing out ends the session', async () => {
  const visitor = await desk.open();
  await visitor.enter('c0000001-OP', DEMO_PASSWORD);
  await visitor.sees('ダッシュボード');
  await visitor.page.getByText('C0000001-op', { exact: false }).first().waitFor();
  await visitor.press('ログアウト');
  await visitor.page.getByLabel('ユーザID').waitFor();
  await visitor.go('/applications');
  await visitor.page.getByLabel('ユーザID').waitFor();
});

test('an address that was asked for opens after signing in', async () => {
  const visitor = await desk.open();
  await visitor.go('/requesters');
  await visitor.page.getByLabel('ユーザID').fill('118-staff');
  await visitor.page.getByLabel('パスワード').fill(DEMO_PASSWORD);
  await visitor.press('ログイン');
  await visitor.sees('事業者');
});
