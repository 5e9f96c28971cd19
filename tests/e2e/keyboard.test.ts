import { afterAll, expect, inject, test } from 'vitest';
import { connect } from '../support/connection.ts';
import { DEMO_PASSWORD, useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

const desk = useDesk();
const sql = connect(inject('stack').databaseUrl);
afterAll(() => sql.end());

/** Goes on with Tab until `name` has the focus. */
const tabTo = async (visitor: Visitor, name: RegExp, limit = 60): Promise<void> => {
  const focused = () => visitor.page.evaluate(() => {
    const at = document.activeElement;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
    return [at?.getAttribute('aria-label'), ...labels, at?.textContent].filter(Boolean).join(' ').trim();
  });
  for (let step = 0; step < limit; step += 1) {
    await visitor.page.keyboard.press('Tab');
    if (name.test(await focused())) return;
  }
  throw new Error(`Tab did not come to ${name} in ${limit} steps; the last was 「${await focused()}」.`);
};

test('a branch works with the keyboard alone: sign-in, menu, search, a case, an act, sign-out', async () => {
  const [found] = await sql<{ application_no: string }[]>`
    select a.application_no from applications a join branches b on b.id = a.agent_branch_id
    where b.code = '118' and a.filing_status = 'filing' and a.oss_status = 'inspection_review' limit 1`;
  const visitor = await desk.open();
  const { keyboard } = visitor.page;
  await visitor.go('/');
  await visitor.page.getByLabel('ユーザID').waitFor();
  await keyboard.type('118-staff');
  await tabTo(visitor, /^パスワード/);
  await keyboard.type(DEMO_PASSWORD);
  await keyboard.press('Enter');
  await visitor.sees('ダッシュボード');

  await tabTo(visitor, /^申請データ$/);
  await keyboard.press('Enter');
  await visitor.sees('申請データ');
  await expect.poll(() => visitor.total()).toBeGreaterThan(1);
  await tabTo(visitor, /^申請ID/);
  await keyboard.type(found?.application_no ?? '');
  await keyboard.press('Enter');
  await expect.poll(() => visitor.total()).toBe(1);

  // In the rows ↓ opens the first beside the list, Enter its page; there the letter on the button is the key.
  await tabTo(visitor, /^すべて選択/);
  await keyboard.press('ArrowDown');
  await visitor.page.getByRole('complementary').getByRole('link', { name: '照会' }).waitFor();
  await keyboard.press('Enter');
  await visitor.sees(/申請データ照会/);
  await visitor.page.getByRole('button', { name: /^審査完了/ }).waitFor();
  await keyboard.press('k');
  await visitor.page.getByRole('dialog', { name: '審査完了' }).waitFor();
  await keyboard.type('6600');
  await keyboard.press('Enter');
  await visitor.told('「審査完了」を処理しました。');

  await tabTo(visitor, /^ログアウト$/);
  await keyboard.press('Enter');
  await visitor.page.getByLabel('ユーザID').waitFor();
});
