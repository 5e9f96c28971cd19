import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { chromium, type Page, type Route } from 'playwright-core';
import { findBrowser } from '../browser.ts';
import { feeDetails } from '../../src/domain/reports/feeDetails.ts';
import { DEMO_PASSWORD } from '../seed/accounts.ts';
import type { Addresses } from '../stack/running.ts';
import { type Measure, timed } from './measure.ts';

/**
 * A report of 300,000 rows in a real browser: the built app, its worker, and a data API whose pages are made here, so that the page is
 * measured and not the database. What counts is the main thread: nothing there may take longer than a person notices.
 */

const ROWS = 300_000;
const PAGE = 5000;
const COMPANIES = 30_000;
const PATIENCE_MS = 300_000;
const SETTLED_MS = 7000;
const columns = [...feeDetails.columns.map(({ key }) => key), 'requester_code'];

const rowOf = (at: number): unknown[] => {
  // A prime far from the page: companies come mixed, as days bring them.
  const company = (at * 7919) % COMPANIES;
  const day = `2026-10-${String(1 + Math.floor((at * 31) / ROWS)).padStart(2, '0')}`;
  const values: Record<string, unknown> = {
    ainas_org_id: String(10_000_000 + company), requester_name: `見本自動車整備${company}`, site_code: '001', site_name: '本社工場', vehicle_kind: at % 2 === 0 ? 'kei' : 'registered',
    chassis_no: `BC-${100_000 + at}`, plate: `品川-580-さ-${at % 10_000}`, requested_at: `${day}T09:${String(at % 60).padStart(2, '0')}:00+09:00`,
    inspection_fee_amount: 1200, inspection_fee_paid_on: day, tech_fee_amount: 400, tech_fee_paid_on: day, procedure_completed_on: day, weight_tax_amount: 8200, weight_tax_paid_on: day,
    application_no: String(101_000_000 + at), acceptance_no: `2026100001${String(at).padStart(9, '0')}`, status_label: '手続完了', remark: null, requester_code: `C${1_000_000 + company}`,
  };
  return columns.map((column) => values[column]);
};

const pageAfter = (from: number): string => JSON.stringify({
  heading: { issued_on: '2026-11-22', requester: null, branch: null }, from: '2026-10-01', to: '2026-10-31', row_count: from === 0 ? ROWS : null, columns,
  rows: Array.from({ length: Math.min(PAGE, ROWS - from) }, (_, index) => rowOf(from + index)), next: from + PAGE < ROWS ? { id: from + PAGE } : null,
});

const answerPages = async (page: Page): Promise<void> => {
  await page.route('**/functions/v1/export-report', (route) => route.fulfill({ status: 413, json: { code: 'too_many_rows', message: '件数が多すぎます。', details: { limit: 5000 } } }));
  await page.route('**/rest/v1/rpc/report_fee_details', (route: Route) => {
    const { p_after: after } = route.request().postDataJSON() as { p_after: { id: number } | null };
    return route.fulfill({ contentType: 'application/json', body: pageAfter(after?.id ?? 0) });
  });
};

/** Puts down every task of the main thread over 50 ms from now on; answers how to read their lengths, in ms. */
const watchTasks = async (page: Page): Promise<() => Promise<number[]>> => {
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(globalThis, { longTasks: found });
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'longTasks') as number[]);
};

const openPeriod = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByLabel('ユーザID').fill('hq-viewer');
  await page.getByLabel('パスワード').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { level: 1, name: 'ダッシュボード' }).waitFor();
  await page.goto(`${url}/reports/period?from=202610&to=202610`);
  await page.getByLabel('開始年月日').waitFor();
  // Opening the page is not what is measured: its lists are drawn once more when they turn stale, 5 s after they came.
  await page.waitForLoadState('networkidle');
  await sleep(SETTLED_MS);
};

const save = async (page: Page): Promise<string> => {
  const coming = page.waitForEvent('download', { timeout: PATIENCE_MS });
  await page.getByRole('button', { name: 'Excel出力' }).click();
  return (await coming).path();
};

/** The file is whole: its last row is the total of all. */
const check = async (file: string): Promise<void> => {
  const sheet = strFromU8(unzipSync(await readFile(file), { filter: ({ name }) => name === 'xl/worksheets/sheet1.xml' })['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const total = `合計 ${ROWS.toLocaleString('ja-JP')}件`;
  if (!sheet.includes(total)) throw new Error(`The file does not end with ${total}`);
};

export const measureLongReport = async ({ url }: Pick<Addresses, 'url'>): Promise<Measure[]> => {
  const program = await findBrowser();
  if (!program) throw new Error('No browser was found: install Chromium or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath: program.executablePath, args: [...program.args, '--lang=ja'] });
  try {
    const page = await (await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })).newPage();
    await openPeriod(page, url);
    await answerPages(page);
    const tasks = await watchTasks(page);
    const { seconds, value } = await timed(() => save(page));
    await page.getByText('をダウンロードしました。').waitFor();
    const lengths = await tasks();
    await check(value);
    return [
      { name: '明細 of 300,000 rows in the browser', value: seconds, unit: 's', limit: 60 },
      { name: '– longest task of its page', value: Math.max(0, ...lengths), unit: 'ms', limit: 50 },
    ];
  } finally {
    await browser.close();
  }
};
