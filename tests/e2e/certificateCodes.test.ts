import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findBrowser } from '../../tools/browser.ts';
import { filmOf, type Grey, inARow, photograph, pngOf, rowOfCodes, singleCode } from '../support/codePictures.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

// The codes of a 車検証 through the reader that ships with the app: photographs, and a film in place of the camera.

const NUMBERS = rowOfCodes(['2/品川　３００さ１', '２３４/1/TEST-7650011/2ZR/1']);
const INSPECTION = rowOfCodes(['2/-/123450001/280120/1811', '/DBA-ZRR80W/00950/     /     ', '/00750/10/096/2/-/-/-/-/180131/01']);
const KEI = ['K/22/品川　５８０あ・・１２/1/BC-810100031/R06A/1', 'K/32/-/123450001/270610/1506/DBA-HA36S/00400/-/-/00250/-/-/-/-/-/-/-/01/999'].map(singleCode);
const STRANGER = singleCode('https://example.jp/coupon');

const folder = temporaryFolder('film');
const film = path.join(folder.dir, 'camera.y4m');
// One code after the other comes into view: a stranger first, then the certificate's, out of order.
const scenes = [STRANGER, INSPECTION[1], NUMBERS[1], INSPECTION[0], NUMBERS[0]].flatMap((code) => (code ? [photograph(inARow([code], 400, 250))] : []));
writeFileSync(film, filmOf(scenes, 2));

const desk = useDesk({ start: async () => {
  const program = await findBrowser();
  if (!program) throw new Error('No browser was found');
  return chromium.launch({ executablePath: program.executablePath, args: [...program.args, '--lang=ja', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`] });
} });

const open = async (): Promise<Visitor> => {
  const visitor = await desk.signIn('C0000001-op');
  await visitor.go('/applications/create');
  await visitor.page.getByRole('radio', { name: /登録車/ }).check();
  await visitor.page.getByRole('textbox', { name: '車台番号' }).fill('TYPED-1');
  await visitor.press('車検証を読む');
  return visitor;
};

const choose = async ({ page }: Visitor, ...pictures: (Grey | Buffer)[]): Promise<void> => {
  await page.getByLabel('写真を選ぶ').setInputFiles(pictures.map((picture, at) => ({ name: `${at}.png`, mimeType: 'image/png', buffer: 'pixels' in picture ? pngOf(picture) : picture })));
};

const pieces = ({ page }: Visitor): Promise<string[]> => page.getByRole('list', { name: '読み取りの状況' }).getByRole('listitem').allInnerTexts();

test('photographs fill the form: any order, several pictures, what is missing, what would be replaced', async () => {
  const visitor = await open();
  const { page } = visitor;
  const [first, second] = [NUMBERS.slice(0, 1), NUMBERS.slice(1)];
  await choose(visitor, photograph(inARow([...second, ...INSPECTION])));
  await expect.poll(() => pieces(visitor), { timeout: 30_000 }).toEqual(['登録番号・車台番号（1つ目）：未読取', '登録番号・車台番号（2つ目）：読取済', '有効期間満了日：読取済']);
  await choose(visitor, photograph(inARow(first, 560, 300), { angle: 1.6, blot: 12 }));
  await page.getByText('品川-300-さ-1234').waitFor();
  expect(await pieces(visitor)).not.toContain('登録番号・車台番号（1つ目）：未読取');
  await page.getByText('入力済み：TYPED-1').waitFor();
  await page.getByLabel('入力済みの内容を、読み取った内容に置き換える').uncheck();
  await visitor.press('この内容を入力する');
  expect(await page.getByRole('textbox', { name: '車台番号' }).inputValue()).toBe('TYPED-1');
  expect(await page.getByRole('textbox', { name: '番号', exact: true }).inputValue()).toBe('1234');

  await visitor.press('車検証を読む');
  await choose(visitor, photograph(inARow([...INSPECTION, ...NUMBERS])), photograph(inARow([...NUMBERS])));
  await visitor.press('この内容を入力する');
  expect(await page.getByRole('textbox', { name: '車台番号' }).inputValue()).toBe('TEST-7650011');
});

test('a second car takes the place of the first; pictures that hold no certificate say what they are', async () => {
  const visitor = await open();
  const { page } = visitor;
  await choose(visitor, photograph(inARow([STRANGER])));
  await page.getByText('車検証の二次元コードではありません。').waitFor();
  await choose(visitor, photograph(inARow(NUMBERS)));
  await page.getByText('TEST-7650011').waitFor();
  await choose(visitor, photograph(inARow(KEI)));
  await page.getByText('別の車検証のコードを読んだため、前の車の読み取りを消しました。').waitFor();
  await page.getByText('BC-810100031').waitFor();
  expect(await pieces(visitor)).toEqual(['車両番号・車台番号：読取済', '有効期間満了日：読取済']);
  await choose(visitor, Buffer.from('no picture at all'));
  await page.getByText('このファイルは画像として開けません。').waitFor();
  await choose(visitor, photograph([]));
  await page.getByText('写真に二次元コードが見つかりませんでした。').waitFor();
  await choose(visitor, photograph(inARow(NUMBERS), { blot: 45 }));
  await page.getByText('二次元コードを読み取れませんでした。').waitFor();
});

test('the camera collects until nothing is missing', async () => {
  const visitor = await open();
  const { page } = visitor;
  await page.context().grantPermissions(['camera']);
  await visitor.press('カメラで読み取る');
  await page.getByText('品川-300-さ-1234').waitFor();
  await page.getByText('2028/01/20').waitFor();
  // It has them all and switches itself off.
  await page.getByRole('button', { name: 'カメラで読み取る' }).waitFor();
  await visitor.press('この内容を入力する');
  expect(await page.getByRole('textbox', { name: '車台番号' }).inputValue()).toBe('TEST-7650011');
});

test('a camera that is refused or not there is said in one sentence, and photographs still work', async () => {
  const visitor = await open();
  await visitor.press('カメラで読み取る');
  await visitor.page.getByText('カメラの使用が許可されていません。').waitFor();
  await choose(visitor, photograph(inARow(NUMBERS)));
  await visitor.page.getByText('TEST-7650011').waitFor();

  const bare = await chromium.connect(inject('browser'));
  const page = await bare.newPage({ baseURL: inject('stack').url, permissions: ['camera'], storageState: await visitor.page.context().storageState(), locale: 'ja-JP' });
  await page.goto('/applications/create');
  await page.getByRole('button', { name: '車検証を読む' }).click();
  await page.getByRole('button', { name: 'カメラで読み取る' }).click();
  await page.getByText('カメラが見つかりません。').waitFor();
  await bare.close();
});
