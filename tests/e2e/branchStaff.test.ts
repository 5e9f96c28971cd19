import { afterAll, describe, expect, inject, test } from 'vitest';
import { connect } from '../support/connection.ts';
import { act, ask, confirm, history, isOpen, listOf, showOf, stands } from './cases.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const sql = connect(inject('stack').databaseUrl);
afterAll(() => sql.end());

/** A case that 東京 files and that waits for it. */
const requested = async (kind: 'kei' | 'registered'): Promise<{ id: number; application_no: string }> => {
  const [found] = await sql<{ id: number; application_no: string }[]>`
    select a.id, a.application_no from applications a join branches b on b.id = a.agent_branch_id
    where b.code = '118' and a.vehicle_kind = ${kind} and a.filing_status = 'requested' order by a.id limit 1`;
  if (!found) throw new Error(`The demo has no ${kind} case that waits for 118.`);
  return found;
};

describe('118-staff', () => {
  test('takes a case from the queue and leads it to 手続完了, with a history that reads like a log', async () => {
    const { id, application_no: number } = await requested('kei');
    const visitor = await desk.signIn('118-staff');
    await visitor.page.getByRole('navigation', { name: '今日やること' }).getByRole('link', { name: /^代理申請待ち/ }).click();
    await visitor.sees('作業一覧');
    await visitor.follow(number);
    await visitor.page.waitForURL(`**/applications/${id}/show`);
    await act(visitor, '代理申請');
    await stands(visitor, 'OSSステータス', '申請受付処理中');
    await act(visitor, '申請受付', { 受付番号: '2026119900000000001' });
    await stands(visitor, 'OSSステータス', '検査手数料等納付待ち');
    await act(visitor, '検査手数料納付');
    await act(visitor, '技術情報管理手数料納付');
    await stands(visitor, 'OSSステータス', '検査審査中');
    await act(visitor, '審査完了', { '自動車重量税額（円）': '6,600' });
    await stands(visitor, 'OSSステータス', '重量税納付待ち');
    await act(visitor, '自動車重量税納付');
    await stands(visitor, '申請ステータス', '手続完了');
    await act(visitor, '交付');
    await stands(visitor, 'OSSステータス', '交付完了');

    const read = async (): Promise<string[]> => (await history(visitor)).map((line) => line.replaceAll(/\s+/g, ' '));
    // the history is read anew on its own, a moment after the head
    await expect.poll(async () => (await read())[0]).toMatch(/^2026\/11\/24 10:\d\d 東京 担当者 車検証を交付/);
    const lines = await read();
    for (const words of ['自動車重量税を納付', '審査完了、重量税の納付待ちへ', '技術情報管理手数料を納付', '検査手数料を納付（1,200円、立替', '申請受付', '代理申請', '依頼データを送信']) {
      expect(lines.some((line) => line.includes(words)), words).toBe(true);
    }
  });

  test('acts on several cases at once', async () => {
    const visitor = await desk.signIn('118-staff', { at: listOf({ filing_status: ['filing'], oss_status: ['reception_review'] }) });
    await visitor.sees('申請データ');
    const before = await visitor.total();
    const ticks = visitor.page.getByRole('table').getByRole('checkbox');
    for (const row of [1, 2, 3]) await ticks.nth(row).check();
    await visitor.press('補正要求（3件）');
    const dialog = visitor.page.getByRole('dialog', { name: '補正要求（3件）' });
    await dialog.getByText('選択した3件すべてに行います。').waitFor();
    await dialog.getByLabel('理由・備考').fill('保適証の走行距離を確かめてください。');
    await dialog.getByRole('button', { name: '3件に行う' }).click();
    await visitor.told('3件を処理しました。');
    await expect.poll(() => visitor.total()).toBe(before - 3);
  });

  test('is told who was quicker when another session moved the case, and loses nothing', async () => {
    const { id } = await requested('registered');
    const slow = await desk.signIn('118-staff', { at: showOf(id) });
    await isOpen(slow);
    await ask(slow, '差戻し');
    await slow.page.getByLabel('理由・備考').fill('使用者の住所を確かめてください。');

    const quick = await desk.signIn('118-admin', { at: showOf(id) });
    await isOpen(quick);
    await act(quick, '代理申請');

    await confirm(slow, '差戻し');
    const dialog = slow.page.getByRole('dialog');
    await dialog.getByText(/東京　管理者さんが「代理申請」を行いました/).waitFor();
    await dialog.getByText('この操作は、いまの段階では行えなくなりました。', { exact: false }).waitFor();
    expect(await slow.page.getByLabel('理由・備考').inputValue()).toBe('使用者の住所を確かめてください。');
    await dialog.getByRole('button', { name: '取消' }).click();
    await stands(slow, 'OSSステータス', '申請受付処理中');
  });
});

describe('101-staff', () => {
  test("sees none of 東京's cases, in the list or by address", async () => {
    const [foreign] = await sql<{ id: number; application_no: string }[]>`
      select a.id, a.application_no from applications a, branches b
      where b.code = '118' and a.agent_branch_id = b.id and a.home_branch_id = b.id and a.filing_status = 'completed' limit 1`;
    const visitor = await desk.signIn('101-staff');
    for (const tab of ['代理申請', '所属事業者']) {
      await visitor.go(listOf({ application_no: foreign?.application_no }));
      await visitor.page.getByRole('tab', { name: tab }).click();
      await visitor.page.getByText('条件に合うデータはありません。').waitFor();
    }
    visitor.expects(/40[46] GET \/rest\/v1\/applications/);
    await visitor.go(`/applications/${foreign?.id}/show`);
    await visitor.told('データが見つかりません。');
    await visitor.follow('一覧に戻る');
    await visitor.sees('申請データ');
  });
});
