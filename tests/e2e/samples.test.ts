import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { startStack } from '../../tools/stack/stack.ts';
import { expectedFigures } from '../fixtures/samples.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

// An empty installation, as an association finds it, with nothing in it but the office's files: what its screens show is what
// expected.json says, to the yen.

const folder = temporaryFolder('samples-on-screen');
const stack = await startStack({ dataDir: folder.dir, quiet: true, durable: false, seed: 'none', clock: '2026-11-16T10:00+09:00' });
afterAll(async () => {
  await stack.stop();
  folder.remove();
});
const desk = useDesk({ url: stack.url });
const PASSWORD = 'Chosen-Pass-2026';

const expected = expectedFigures();
const companies = Object.entries(expected.requesters).toSorted(([a], [b]) => a.localeCompare(b));
const sum = (field: string, of = companies): number => of.reduce((total, [, figures]) => total + Number(figures[field]), 0);
const plain = (amount: number): string => amount.toLocaleString('ja-JP');
const yen = (amount: number): string => `${plain(amount)}円`;
const slashed = (day: unknown): string => String(day).replaceAll('-', '/');
const sample = (name: string): string => new URL(`../fixtures/samples/${name}`, import.meta.url).pathname;

/** Each row of the tables within a place, by the words of its first column; cells by their headings. */
const rowsIn = async (visitor: Visitor, within: string): Promise<Record<string, string>[]> =>
  visitor.page.locator(`${within} table`).evaluateAll((tables) => tables.flatMap((table) => {
    const heads = [...table.querySelectorAll('thead th')].map((cell) => (cell.textContent ?? '').trim());
    return [...table.querySelectorAll('tbody tr')].map((row) => Object.fromEntries([...row.querySelectorAll('td')].map((cell, at) => [heads[at] ?? '', (cell.textContent ?? '').trim()])));
  }));
const digits = (words: string | undefined): number => Number((words ?? '').replaceAll(/[^\d-]/g, ''));

/** Brings a file in through データ取込, and answers the counts that the screen shows before it is taken in. */
const bring = async (visitor: Visitor, kind: string, file: string): Promise<Record<string, number>> => {
  await visitor.go('/imports');
  await visitor.sees('データ取込');
  await visitor.choose('取り込むデータの種類', kind);
  await visitor.page.locator('input[type=file]').setInputFiles(sample(file));
  await visitor.press('内容を確認');
  await visitor.told('確認が終わりました。まだ登録していません。');
  const words = ['読込', '追加', '更新', '変更なし'];
  const counts = await Promise.all(words.map((word) => visitor.page.locator('p', { hasText: new RegExp(`^${word}$`) }).locator('xpath=following-sibling::p').innerText()));
  return Object.fromEntries(words.map((word, at) => [word, digits(counts[at])]));
};
const takeIn = async (visitor: Visitor): Promise<void> => {
  await visitor.press('取り込む');
  await visitor.told('取り込みました。');
};

const firstSignIn = async (loginId: string): Promise<void> => {
  const line = stack.firstLines.find((words) => words.trim().startsWith(loginId)) ?? '';
  const initial = line.trim().split(' ').at(-1) ?? '';
  const person = await desk.open();
  await person.enter(loginId, initial);
  await person.sees('パスワード更新');
  await person.page.getByLabel('現在のパスワード').fill(initial);
  await person.field('新しいパスワード *').fill(PASSWORD);
  await person.page.getByLabel('新しいパスワード（確認）').fill(PASSWORD);
  await person.press('確定');
  await person.sees('ダッシュボード');
};
const signIn = (loginId: string, at: string) => desk.signIn(loginId, { password: PASSWORD, at });

test.each(['hq-admin', 'hq-finance'])('%s chooses a password of their own', firstSignIn);

describe('hq-admin', () => {
  test('registers the number that the invoices need', async () => {
    const visitor = await signIn('hq-admin', '/settings');
    await visitor.sees('設定');
    await visitor.page.getByRole('button', { name: /^適格請求書発行事業者登録番号/ }).click();
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('T1234567890123');
    await dialog.getByRole('button', { name: '確定' }).click();
    await visitor.page.getByText('T1234567890123').waitFor();
  });

  test('brings in companies, sites and the cases of AINAS: counts and every refused cell', async () => {
    const visitor = await signIn('hq-admin', '/imports');
    expect(await bring(visitor, '事業者', 'requesters.csv')).toMatchObject({ 読込: 7, 追加: 7 });
    await takeIn(visitor);
    expect(await bring(visitor, '依頼人拠点', 'sites.csv')).toMatchObject({ 読込: 14, 追加: 14 });
    await takeIn(visitor);
    const { read, inserted, unchanged } = expected.first_import;
    expect(await bring(visitor, '申請データ（AINAS）', 'ainas-2026-10.csv')).toEqual({ 読込: read, 追加: inserted, 更新: 0, 変更なし: unchanged });
    const refused = await rowsIn(visitor, '[aria-label="エラー（取り込まれない行）"]');
    expect(refused.map((row) => Object.values(row).slice(0, 2))).toEqual(expected.rejected.map(({ line, column }) => [String(line), column]));
    await takeIn(visitor);
    await visitor.page.getByText('審査再開待ち').first().waitFor();
    const second = expected.second_import;
    expect(await bring(visitor, '申請データ（AINAS）', 'ainas-2026-10.csv')).toEqual({ 読込: second.read, 追加: second.inserted, 更新: second.updated, 変更なし: second.unchanged });
  });
});

describe('hq-finance', () => {
  test('brings in accounts, the payees’ reports and the count of 保適証', async () => {
    const visitor = await signIn('hq-finance', '/imports');
    for (const [kind, file, rows] of [
      ['口座振替の口座', 'debit-accounts.csv', 7], ['納付先報告（軽検協）', 'payee-keikenkyo-2026-10.csv', 134],
      ['納付先報告（機構）', 'payee-kikou-2026-10.csv', 389], ['保適証サービス利用件数', 'hotekisho-2026-10.csv', 6]] as const) {
      expect(await bring(visitor, kind, file)).toMatchObject({ 読込: rows, 追加: rows });
      await takeIn(visitor);
    }
  });

  test('finds the line that only the payee has and the payment that only we have', async () => {
    const visitor = await signIn('hq-finance', '/payee_differences');
    await visitor.sees('納付先照合');
    for (const number of [...expected.special.payee_missing, ...expected.special.payee_unknown]) await visitor.page.getByRole('row', { name: new RegExp(number) }).waitFor();
    expect(await visitor.total()).toBe(2);
  });

  test('sees the totals of the month, closes and publishes it', async () => {
    const visitor = await signIn('hq-finance', '/closing');
    await visitor.sees('月次締め');
    await visitor.page.getByText('2026年10月').first().waitFor();
    await visitor.page.getByRole('button', { name: '締める' }).waitFor();
    const totals = new Map((await rowsIn(visitor, '[aria-label="合計"]')).map((row) => [row['項目'], row]));
    const shown = (item: string) => digits(totals.get(item)?.['今回']);
    expect(digits(totals.get('継続検査OSS利用料金')?.['件数'])).toBe(expected.completed_rows_in_month);
    expect({ usage: shown('継続検査OSS利用料金'), hotekisho: shown('保適証サービス利用料金'), kei: shown('軽OSS検査手数料（立替）'), tech: shown('技術情報管理手数料（立替）'), total: shown('引落合計'), tax: shown('内消費税（10%対象）') })
      .toEqual({ usage: sum('usage_amount'), hotekisho: sum('hotekisho_amount'), kei: sum('billed_kei_fee'), tech: sum('billed_tech_fee'), total: sum('total'), tax: sum('tax_10') });
    await visitor.press('締める');
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByLabel('確認').fill('2026年10月');
    await dialog.getByRole('button', { name: '締める' }).click();
    await visitor.told(`2026年10月を締めました。引落予定明細を${companies.length}件作成しました。`);
    await visitor.press('公開する');
    await dialog.getByRole('button', { name: '公開する' }).click();
    await visitor.told('2026年10月の引落予定明細を公開しました。');
  });

  test('sees every company’s statement to the yen, in the list and on its page', async () => {
    const visitor = await signIn('hq-finance', '/statements');
    await visitor.sees('引落予定明細');
    expect(await visitor.total()).toBe(companies.length);
    for (const [code, figures] of companies) {
      const row = visitor.page.getByRole('row', { name: new RegExp(code) });
      const cells = (await row.getByRole('cell').allInnerTexts()).join(' ');
      for (const field of ['usage_amount', 'hotekisho_amount', 'billed_kei_fee', 'billed_tech_fee', 'total']) {
        if (figures[field] !== 0) expect(cells, `${code} ${field}`).toContain(plain(Number(figures[field])));
      }
      expect(cells, code).toContain(slashed(figures['debit_on']));
      await row.click();
      await visitor.page.getByText(`${code}`).first().waitFor();
      await visitor.page.getByText(yen(Number(figures['total']))).first().waitFor();
      const taxable = visitor.page.getByRole('region', { name: '課税対象（税込・税率10%）' });
      for (const [label, field] of [['10%対象計（税込）', 'taxable_10'], ['内消費税（10%）', 'tax_10']] as const) {
        expect(digits(await taxable.locator('tfoot tr', { hasText: label }).locator('td').last().innerText()), `${code} ${field}`).toBe(figures[field]);
      }
      await visitor.page.goBack();
      await visitor.sees('引落予定明細');
      await visitor.page.getByRole('row', { name: /C0009010/ }).waitFor();
    }
  });

  test.each([27, 6])('makes the file of the %ith with the totals of its companies', async (cycle) => {
    const own = companies.filter(([, figures]) => figures['debit_cycle'] === cycle);
    const day = String(own[0]?.[1]['debit_on']);
    const visitor = await signIn('hq-finance', `/debits/${day}`);
    await visitor.page.getByRole('heading', { name: `引落対象　${own.length}件　${yen(sum('total', own))}` }).waitFor();
    const amounts = (await rowsIn(visitor, 'main')).map((row) => [row['事業者']?.slice(0, 8), digits(row['引落額'])]);
    expect(amounts.toSorted()).toEqual(own.map(([code, { total }]) => [code, total]));
    await visitor.press('ファイルを作成');
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByRole('dialog').getByRole('button', { name: 'ファイルを作成' }).click()]);
    const file = (await buffer(await download.createReadStream())).toString('latin1'); // one byte a character
    const trailer = /8(?<count>\d{6})(?<amount>\d{12})/.exec(file.slice((own.length + 1) * 120))?.groups;
    expect({ count: Number(trailer?.['count']), amount: Number(trailer?.['amount']) }).toEqual({ count: own.length, amount: sum('total', own) });
    await visitor.told(`口座振替データを作成しました（${own.length}件 ${yen(sum('total', own))}）。`);
  });
});
