import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

// A garage that types as little as it can: the codes of the certificate fill the form, the request waits for its day, and the
// ledger of cars begins the next one.

const desk = useDesk();

test('reads the codes of a 車検証, holds the request for its day, and takes it back', async () => {
  const visitor = await desk.signIn('C0000001-op');
  const { page } = visitor;
  await visitor.go('/applications/create');
  await visitor.press('車検証を読む');
  await page.getByRole('tab', { name: '文字の貼り付け' }).click();
  // the three symbols of code 3 and the two of code 2, in disorder
  await page.getByLabel(/二次元コードの文字/).fill(['TEST-7650001/2ZR/1', '2/-/123450001/280120/1811', '/DBA-ZRR80W/00950/     /     ', '/00750/10/096/2/-/-/-/-/180131/01', '2/品川　３００さ１２３４/1/'].join('\n'));
  await page.getByText('TEST-7650001', { exact: true }).waitFor();
  await visitor.press('この内容を入力する');
  await page.getByText('118 東京都自動車整備振興会').waitFor();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage).includes('TEST-7650001'))).toBe(true);
  await page.reload();
  await visitor.told('前回の入力の続きを表示しています');
  expect(await page.getByRole('textbox', { name: '車台番号' }).inputValue()).toBe('TEST-7650001');

  await visitor.press('次へ');
  await page.getByText('有効期間が短縮されない最初の日は 2027/11/20 です。').waitFor();
  await visitor.choose('名義', '個人');
  await page.getByLabel('氏名又は名称（漢字）').fill('見本　太郎');
  await page.getByLabel('住所1').fill('東京都見本市中央');
  for (const tick of await page.getByRole('region', { name: '保適証・自賠責' }).getByRole('checkbox').all()) await tick.check();
  await visitor.choose('車検証有効期間', '2年指定整備車');
  await visitor.press('確定して予約送信');
  await page.getByRole('dialog').getByText('2027/11/20').waitFor();
  await visitor.press('予約する');
  await visitor.told('2027/11/20 の予約送信にしました。');
  await page.getByText('予約送信：2027/11/20 に自動で送信します。').waitFor();
  await visitor.press('予約を取り消す');
  await visitor.told('予約送信を取り消しました。');
});

test('begins the next request of a car with what the former one lends', async () => {
  const visitor = await desk.signIn('C0000001-op');
  await visitor.follow('車両台帳');
  await visitor.sees('車両台帳');
  const row = visitor.page.getByRole('row').filter({ hasText: '次の依頼を作る' }).first();
  const chassis = (await row.getByRole('cell').nth(1).textContent()) ?? '';
  await row.getByRole('link', { name: '次の依頼を作る' }).click();
  await visitor.told(/前回の依頼（.+）の内容を写しています/);
  expect(await visitor.page.getByRole('textbox', { name: '車台番号' }).inputValue()).toBe(chassis.trim());
  await visitor.go('/cars/calendar');
  await visitor.sees('満了日のカレンダー');
});
