import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { feeDetails } from '../../src/domain/reports/feeDetails.ts';
import { expectedFigures } from '../fixtures/samples.ts';
import { connect } from '../support/connection.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

// A month of head office, in its order: the administrator brings in the office's files, then finance closes the month they are
// of. That is why both are in one file.

const desk = useDesk();
const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());
const expected = expectedFigures();

const countOf = async (from: string): Promise<number> => {
  const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`);
  return row?.count ?? 0;
};

const sample = (name: string): string => new URL(`../fixtures/samples/${name}`, import.meta.url).pathname;

/** A count that the import screen shows under its word. */
const shown = (visitor: Visitor, word: string) => visitor.page.locator('p', { hasText: new RegExp(`^${word}$`) }).locator('xpath=following-sibling::p');

const preview = async (visitor: Visitor, kind: string, file: string): Promise<void> => {
  await visitor.sees('データ取込');
  await visitor.choose('取り込むデータの種類', kind);
  await visitor.page.locator('input[type=file]').setInputFiles(sample(file));
  await visitor.press('内容を確認');
  await visitor.told('確認が終わりました。まだ登録していません。');
};

const takeIn = async (visitor: Visitor): Promise<void> => {
  await visitor.press('取り込む');
  await visitor.told('取り込みました。');
};

describe('hq-admin', () => {
  test('sees what the country has to do, the 53 branches, and finds a company and its site', async () => {
    const visitor = await desk.signIn('hq-admin');
    const waiting = await countOf(`applications where filing_status = 'requested'`);
    await visitor.page.getByRole('navigation', { name: '今日やること' }).getByRole('link', { name: new RegExp(`^代理申請待ち\\s*${waiting}\\s*件`) }).waitFor();
    await visitor.page.getByRole('region', { name: '月次締め' }).getByText('2026年10月').waitFor();

    await visitor.follow('支部');
    await visitor.sees('支部');
    await expect.poll(() => visitor.total()).toBe(53);

    await visitor.follow('事業者');
    await visitor.sees('事業者');
    await visitor.page.getByLabel('事業者名称・コード').fill('C0000001');
    await visitor.press('検索');
    await expect.poll(() => visitor.total()).toBe(1);
    await visitor.page.getByRole('cell', { name: 'C0000001' }).click();
    await visitor.sees('事業者情報照会');
    const sites = visitor.page.getByRole('region', { name: '事業場' });
    await expect.poll(() => sites.getByRole('link').count()).toBe(3);
    await sites.getByRole('link', { name: '001' }).click();
    await visitor.sees('事業場照会');
    await visitor.page.getByText('風待橋本社工場').first().waitFor();
  });

  test('brings in companies and sites, once', async () => {
    const visitor = await desk.signIn('hq-admin', { at: '/imports' });
    for (const [kind, file, rows] of [['事業者', 'requesters.csv', 7], ['依頼人拠点', 'sites.csv', 14]] as const) {
      await preview(visitor, kind, file);
      expect(await shown(visitor, '追加').innerText()).toBe(`${rows}件`);
      await takeIn(visitor);
      await preview(visitor, kind, file);
      expect(await shown(visitor, '変更なし').innerText()).toBe(`${rows}件`);
      await visitor.told('登録済みの内容と同じです。');
    }
  });

  test('sees every refused cell of the AINAS file by line and column, and takes in the good rows', async () => {
    const visitor = await desk.signIn('hq-admin', { at: '/imports' });
    await preview(visitor, '申請データ（AINAS）', 'ainas-2026-10.csv');
    expect(await shown(visitor, '読込').innerText()).toBe(`${expected.first_import.read}件`);
    expect(await shown(visitor, '追加').innerText()).toBe(`${expected.first_import.inserted}件`);
    const refused = visitor.page.getByRole('region', { name: 'エラー（取り込まれない行）' }).getByRole('row');
    const cells = await refused.evaluateAll((rows) => rows.slice(1).map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent)));
    expect(cells).toEqual(expected.rejected.map(({ line, column }) => [String(line), column]));
    await takeIn(visitor);
    await visitor.go('/imports');
    await visitor.page.getByRole('row', { name: /ainas-2026-10\.csv/ }).first().waitFor();
  });

  test('posts a notice that a branch reads', async () => {
    const visitor = await desk.signIn('hq-admin', { at: '/notices/create' });
    await visitor.page.getByLabel('件名').fill('月末の受付について');
    await visitor.page.getByLabel('内容').fill('月末は受付が混み合います。\nお早めにご依頼ください。');
    await visitor.press('確定');
    await visitor.page.getByText('お早めにご依頼ください。').waitFor();
    const staff = await desk.signIn('118-staff');
    await staff.follow('お知らせ');
    await staff.page.getByRole('cell', { name: '月末の受付について' }).click();
    await staff.page.getByText('お早めにご依頼ください。').waitFor();
  });
});

/** Rows of a downloaded workbook, as a person reads them. */
const rowsOf = async (visitor: Visitor, start: () => Promise<void>): Promise<{ name: string; rows: string[][] }> => {
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), start()]);
  const { Sheets, SheetNames } = read(await buffer(await download.createReadStream()));
  return { name: download.suggestedFilename(), rows: utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false, defval: '' }) };
};
const HEADERS = feeDetails.columns.map(({ header }) => header);
const headerLine = (rows: string[][]): number => rows.findIndex((row) => row[0] === HEADERS[0]);

describe('hq-finance', () => {
  test('brings in the reports of the payees', async () => {
    const visitor = await desk.signIn('hq-finance', { at: '/imports' });
    for (const [kind, file, rows] of [['納付先報告（軽検協）', 'payee-keikenkyo-2026-10.csv', 134], ['納付先報告（機構）', 'payee-kikou-2026-10.csv', 389]] as const) {
      await preview(visitor, kind, file);
      expect(await shown(visitor, '追加').innerText()).toBe(`${rows}件`);
      await takeIn(visitor);
    }
  });

  test('sees what differs, closes the month by typing it, publishes, and opens a statement', async () => {
    const visitor = await desk.signIn('hq-finance');
    await visitor.follow('月次締め');
    await visitor.sees('月次締め');
    const step = (number: number) => visitor.page.getByRole('listitem', { name: new RegExp(`^${number} `) });
    // Of the demo: one line that only they have, one that only we have, one of another amount. The files add one of each side.
    for (const [difference, payee] of [['未帰属（納付先だけにある）', '機構'], ['当会だけにある', '機構'], ['金額が違う（納付先の金額で請求）', '軽検協']] as const) {
      await step(2).getByRole('row', { name: new RegExp(`^${difference.replaceAll(/[（）]/g, '.')} ${payee}`) }).waitFor();
    }
    await visitor.press('締める');
    const dialog = visitor.page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: '締める' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('確認').fill('2026年10月');
    await confirm.click();
    await visitor.told(/2026年10月を締めました。引落予定明細を\d+件作成しました。/);
    await visitor.press('公開する');
    await dialog.getByRole('button', { name: '公開する' }).click();
    await visitor.told('2026年10月の引落予定明細を公開しました。');

    await visitor.follow('引落予定明細の一覧');
    await visitor.sees('引落予定明細');
    const statements = await countOf(`statements where month = '2026-10-01' and status = 'published'`);
    await expect.poll(() => visitor.total()).toBe(statements);
    const figures = Object.entries(expected.requesters)[0];
    await visitor.page.getByRole('row', { name: new RegExp(`${figures?.[0]}`) }).first().click();
    await visitor.sees('引落予定明細');
    await visitor.page.getByText(`${Number(figures?.[1].total).toLocaleString('ja-JP')}円`).first().waitFor();
  });

  test('downloads 明細 by month and by period with its 19 columns', async () => {
    const visitor = await desk.signIn('hq-finance', { at: '/reports' });
    await visitor.sees('帳票ダウンロード');
    const month = await rowsOf(visitor, () => visitor.press(/2026年10月の検査手数料・技術情報管理手数料・重量税明細（Excel形式）をダウンロード/));
    expect(month.name).toContain('.xlsx');
    expect(HEADERS).toHaveLength(19);
    expect(month.rows[headerLine(month.rows)]).toEqual(HEADERS);
    const completed = await countOf(`applications where procedure_completed_on between '2026-10-01' and '2026-10-31'`);
    expect(month.rows.slice(headerLine(month.rows) + 1).filter((row) => /^\d{8}$/.test(row[0] ?? '')).length).toBe(completed);

    await visitor.follow('期間を指定して出力する場合はこちら');
    await visitor.page.getByLabel('開始年月日').fill('20261005');
    await visitor.page.getByLabel('終了年月日').fill('20261009');
    const period = await rowsOf(visitor, () => visitor.press('Excel出力'));
    expect(period.rows[headerLine(period.rows)]).toEqual(HEADERS);
  });
});
