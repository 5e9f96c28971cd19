import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { castPassword } from '../support/cast.ts';
import { connect } from '../support/connection.ts';
import { signedIn } from '../support/office.ts';
import { useDesk } from './desk.ts';
import type { Visitor } from './visitor.ts';

// Those who only read: no buttons that change anything, and a page of its own for what they may not open.

const desk = useDesk();
const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());

const FORBIDDEN = 'この画面を開く権限がありません';
const ACTS = /^(登録|更新|削除|締める|公開する|取り込む|停止|(送信|代理申請|差戻し|申請エラー).*)$/;

const isForbidden = async (visitor: Visitor, path: string): Promise<void> => {
  await visitor.go(path);
  await visitor.sees(FORBIDDEN);
  // Refused is not signed out.
  await visitor.page.getByRole('button', { name: 'ログアウト' }).waitFor();
};

const hasNoActs = async (visitor: Visitor): Promise<void> => {
  const main = visitor.page.getByRole('main');
  expect(await main.getByRole('button', { name: ACTS }).count()).toBe(0);
  expect(await main.getByRole('link', { name: ACTS }).count()).toBe(0);
};

describe('hq-viewer', () => {
  test('reads everything and changes nothing', async () => {
    const visitor = await desk.signIn('hq-viewer');
    for (const [entry, heading] of [['支部', '支部'], ['事業者', '事業者'], ['事業場', '事業場'], ['お知らせ', 'お知らせ'], ['月次締め', '月次締め'], ['引落予定明細', '引落予定明細']] as const) {
      await visitor.page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: entry, exact: true }).click();
      await visitor.sees(heading);
      await hasNoActs(visitor);
    }
    const [open] = await sql<{ id: number }[]>`select id from applications where filing_status = 'requested' limit 1`;
    await visitor.go(`/applications/${open?.id}/show`);
    await visitor.page.getByRole('region', { name: '履歴' }).getByRole('listitem').first().waitFor();
    await hasNoActs(visitor);
    await visitor.page.getByText('使用者は、代理人の支部と事業者だけが照会できます。').waitFor();
  });

  test('may not open what changes something, and stays signed in', async () => {
    const visitor = await desk.signIn('hq-viewer', { at: '/imports' });
    await visitor.sees(FORBIDDEN);
    for (const path of ['/applications/create', '/members', '/audit_log', '/notices/create']) await isForbidden(visitor, path);
  });
});

describe('auditor', () => {
  beforeAll(() => signedIn(stack, 'hq-audit-e2e', 'auditor'));

  test('reads the log and the settings, and no case', async () => {
    const visitor = await desk.signIn('hq-audit-e2e', { password: castPassword });
    expect(await visitor.page.getByRole('link', { name: '申請データ' }).count()).toBe(0);
    await visitor.follow('操作履歴');
    await expect.poll(() => visitor.total()).toBeGreaterThan(0);
    await hasNoActs(visitor);
    await isForbidden(visitor, '/applications');
    await isForbidden(visitor, '/requesters');
    await isForbidden(visitor, '/radar');
  });
});
