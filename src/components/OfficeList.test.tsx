// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TextInput } from 'react-admin';
import { afterEach, describe, expect, it } from 'vitest';
import { me, renderInApp, type Answer } from '../../tests/support/renderInApp.tsx';
import type { Profile } from '../providers/profile.ts';
import { CodeCol, TextCol } from './fields.tsx';
import { OfficeList } from './OfficeList.tsx';

afterEach(cleanup);

const row = { id: 1, code: 'C0000001', name: '見本自動車', branch: null };
const open = (answer: Answer, profile: Profile = me(), resource = 'requesters') =>
  renderInApp(
    <OfficeList card={null} filters={[{ primary: true, input: <TextInput source="name" /> }, { input: <TextInput source="code" /> }]} hasCreate={false}>
      <CodeCol source="code" /><TextCol source="name" />
    </OfficeList>,
    { answer, profile, resource },
  );
const lists = (calls: { url: string }[]) => calls.filter(({ url }) => url.includes('/requesters?'));

describe('OfficeList', () => {
  it('shows rows under Japanese labels, with the count', async () => {
    const { missing } = await open(() => [row]);
    expect(await screen.findByText('見本自動車')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '事業者' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: '事業者コード' })).toBeTruthy();
    expect(screen.getByText('1 - 1 / 1 件')).toBeTruthy();
    expect(missing).toEqual([]);
  });

  it('searches on 検索 or Enter, not while typing, and shows and removes the condition', async () => {
    const user = userEvent.setup();
    const { calls } = await open(() => [row]);
    await screen.findByText('見本自動車');
    const before = lists(calls).length;
    await user.type(screen.getByRole('textbox', { name: '事業者名称' }), '見本');
    expect(lists(calls)).toHaveLength(before);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(lists(calls).at(-1)?.url).toContain('search_text=ilike.*見本*'));
    const chip = await screen.findByText(/事業者名称：見本/);
    await user.click(chip.parentElement?.querySelector('svg') ?? chip);
    await waitFor(() => expect(lists(calls).at(-1)?.url).not.toContain('search_text'));
  });

  it('says why it is empty and what fills it', async () => {
    await open(() => []);
    expect(await screen.findByText('表示するデータはありません。')).toBeTruthy();
    expect(screen.getByText('事業者は、本部がデータ取込または登録で追加します。')).toBeTruthy();
  });

  it('says 10,000件以上 where the nation is not counted to the end', async () => {
    const cases = Array.from({ length: 20 }, (_, id) => ({ id: id + 1, code: 'x', name: 'y' }));
    await open((url) => (url.includes('offset=10000') ? [{ id: 1 }] : cases), me({ role: 'hq_viewer', branch: null }), 'applications');
    expect(await screen.findByText('1 - 20 / 10,000件以上')).toBeTruthy();
  });

  it('shows the error of the server and a way to try again', async () => {
    await open((url) => (url.includes('/requesters?') ? new Response('{"code":"57014","message":"canceling statement"}', { status: 500 }) : undefined));
    expect((await screen.findAllByText(/時間内に処理が終わりませんでした/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: '再読み込み' })).toBeTruthy();
  });
});
