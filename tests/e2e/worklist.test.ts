import type { SupabaseClient } from '@supabase/supabase-js';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../../tools/stack/client.ts';
import { type CaseRef, complete, newAcceptanceNo } from '../support/cases.ts';

// 作業一覧 as a branch uses it all day: the keyboard alone, in a real browser, while others work on the same cases.

const stack = inject('stack');
const PASSWORD = 'Demo-Pass-2026';

const signedIn = async (login: string): Promise<SupabaseClient> => {
  const client = connectClient(stack.url, stack.publishableKey);
  const { error } = await client.auth.signInWithPassword({ email: `${login}@login.invalid`, password: PASSWORD });
  if (error) throw error;
  return client;
};
const rpc = async <T>(client: SupabaseClient, name: string, args: Record<string, unknown>): Promise<T> => {
  const { data, error } = await client.rpc(name, args);
  if (error) throw new Error(`${name}: ${error.message} ${error.details}`);
  return data as T;
};
/** Fires an event on each case as it stands now. */
const fire = async (client: SupabaseClient, event: string, ids: number[], valuesOf: () => Record<string, unknown> = () => ({})): Promise<void> => {
  const { data } = await client.from('applications').select('id,version').in('id', ids);
  const items = (data as CaseRef[]).map(({ id, version }) => ({ id, version, values: valuesOf() }));
  const results = await rpc<{ ok: boolean; code?: string }[]>(client, 'transition', { p_event: event, p_items: items });
  expect(results.map(({ ok, code }) => code ?? ok), event).toEqual(ids.map(() => true));
};

let browser: Browser;
let page: Page;
let garage: SupabaseClient;
let colleague: SupabaseClient;
let cases: number[];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 1024 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', baseURL: stack.url });
  page = await context.newPage();
  [garage, colleague] = await Promise.all([signedIn('c0000001-op'), signedIn('118-admin')]);
  const { data } = await garage.from('sites').select('id').eq('code', '001').single();
  cases = [];
  for (let number = 1; number <= 4; number += 1) {
    const p = { site_id: Number(data?.['id']), vehicle_kind: 'kei', plate_area: '品川', plate_class: '580', plate_kana: 'あ', plate_number: `88${number}0`, chassis_no: `KEYS-000000${number}`, ...complete };
    cases.push((await rpc<CaseRef>(garage, 'save_application', { p })).id);
  }
  await fire(garage, 'submit', cases);
});
afterAll(() => browser.close());

/** Tab until the element has the focus. */
const tabTo = async (role: 'link' | 'button' | 'textbox', name: RegExp | string): Promise<void> => {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let press = 0; press < 80; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}`);
};
/** Walks to a case with J and K and ticks it. */
const tick = async (id: number): Promise<void> => {
  const row = page.locator(`tr[data-case="${id}"]`);
  await row.waitFor();
  const steps = await row.evaluate((line) => {
    const lines = [...(line.parentElement?.children ?? [])];
    return lines.indexOf(line) - lines.findIndex((other) => other.getAttribute('aria-current') === 'true');
  });
  for (let press = 0; press < Math.abs(steps); press += 1) await page.keyboard.press(steps > 0 ? 'KeyJ' : 'KeyK');
  await page.locator(`tr[data-case="${id}"][aria-current="true"]`).waitFor();
  await page.keyboard.press('KeyX');
  await page.locator(`tr[data-case="${id}"][aria-selected="true"]`).waitFor();
};
const said = (text: string | RegExp) => page.getByText(text).first().waitFor();

test('a branch files, returns, pays and calls with the keyboard alone', async () => {
  const [first = 0, second = 0, third = 0, fourth = 0] = cases;
  await page.goto('/');
  await page.getByLabel('ユーザID').waitFor();
  await tabTo('textbox', 'ユーザID');
  await page.keyboard.type('118-staff');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await tabTo('link', '作業一覧');
  await page.keyboard.press('Enter');

  await page.locator(`tr[data-case="${first}"]`).waitFor();
  for (const id of [first, second, third]) await tick(id);
  await page.keyboard.press('KeyF');
  await said('代理申請（3件）');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await said('3件を処理しました。');

  await page.locator(`tr[data-case="${first}"]`).waitFor({ state: 'detached' });
  await tick(fourth);
  await tabTo('button', /^差戻し/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('使用者の住所を直してください');
  await tabTo('button', '1件に行う');
  await page.keyboard.press('Enter');
  await said('1件を処理しました。');
  const { data: returned } = await garage.from('applications').select('filing_status').eq('id', fourth).single();
  expect(returned).toEqual({ filing_status: 'draft' });

  await fire(colleague, 'accept', [first, second, third], () => ({ acceptance_no: newAcceptanceNo(), due_on: '2026-11-26' }));
  await page.keyboard.press('Digit2');
  await page.locator(`tr[data-case="${third}"] [data-urgent="true"]`).waitFor();
  for (const id of [first, second, third]) await tick(id);
  await page.keyboard.press('KeyP');
  await page.getByRole('dialog').waitFor();
  await fire(colleague, 'pay_inspection', [second]);
  await page.keyboard.press('Enter');
  await said('2件を処理しました。1件は処理できませんでした。');
  await page.locator(`tr[data-case="${second}"][aria-selected="true"]`).waitFor();
  expect(await page.locator('tr[aria-selected="true"]').count()).toBe(1);

  await page.keyboard.press('KeyC');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('工場長');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('残高を確かめてもらう');
  await tabTo('button', '記録する');
  await page.keyboard.press('Enter');
  await page.locator(`tr[data-case="${second}"]`).getByText('工場長：残高を確かめてもらう').waitFor();

  await page.keyboard.press('Shift+Slash');
  await page.getByRole('dialog', { name: 'キーの使い方' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('KeyE');
  await page.getByRole('region', { name: '連絡', exact: true }).waitFor();
  expect(page.url()).toMatch(/\/applications\/\d+\/show$/);
}, 180_000);
