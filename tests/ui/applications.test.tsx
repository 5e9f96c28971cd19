import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordContextProvider } from 'react-admin';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApplicationCreate } from '../../src/resources/applications/ApplicationCreate.tsx';
import type { Case } from '../../src/resources/applications/case.ts';
import { CaseActions } from '../../src/resources/applications/CaseActions.tsx';
import { CaseHistory } from '../../src/resources/applications/CaseHistory.tsx';
import { me, renderInApp, type Answer } from '../support/renderInApp.tsx';

// 申請データ: what a row allows becomes buttons, what an event needs becomes fields, and nothing typed is lost.

const record = {
  id: 7, version: 3, vehicle_kind: 'kei', filing_status: 'filing', oss_status: 'receiving', oss_status_label: null, request_no: 'R000000007', application_no: '100051889',
  plate_area: '品川', plate_class: '580', plate_kana: 'さ', plate_number: '1001', chassis_no: 'BC-810100031', outcome: 'open', cashless: false, fees: [],
  available_events: ['accept', 'not_accept'],
} as unknown as Case;
const events = [
  { event: 'accept', label_ja: '申請受付', sort: 30, shortcut: 'A', confirm: false }, { event: 'not_accept', label_ja: '未受付', sort: 82, shortcut: null, confirm: false },
];
const rules = [{ id: 1, event: 'accept', vehicle_kind: 'kei', from_filing: 'filing', from_oss: 'receiving', to_filing: 'filing', to_oss: 'accepted', actors: ['agent'], required_values: ['acceptance_no'], optional_values: ['due_on'] }];
const changed = [{ id: 9, event: 'not_accept', actor_name: '東京支部 担当者', created_at: '2026-10-05T05:22:00Z', note: null, details: {}, source: 'screen', on_behalf: false, actor_role: 'branch_staff', from_filing_status: 'filing', from_oss_status: 'receiving', to_filing_status: 'error', to_oss_status: 'not_accepted' }];
const answers = (transition: unknown): Answer => (url) => {
  if (url.includes('/transition_events')) return events;
  if (url.includes('/status_transitions')) return rules;
  if (url.includes('/application_events')) return changed;
  return url.endsWith('/functions/v1/transition') ? transition : undefined;
};
const actions = (transition: unknown) => renderInApp(<CaseActions record={record} fees={[]} />, { answer: answers(transition) });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it('offers exactly the events of the row, with their names and keys', async () => {
  const { missing } = await actions({});
  const buttons = within(await screen.findByRole('region', { name: 'いまできること' }));
  await waitFor(() => expect(buttons.getAllByRole('button').map((button) => button.textContent)).toEqual(['申請受付［A］', '未受付']));
  expect(missing).toEqual([]);
});

it('asks for what the rule requires before anything is sent, then sends the version that was read', async () => {
  const user = userEvent.setup();
  const { calls } = await actions({ results: [{ id: 7, ok: true, version: 4 }] });
  await waitFor(() => expect(screen.getByRole('button', { name: /申請受付/ })).toHaveProperty('disabled', false));
  await user.keyboard('{a}');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: '申請受付' }));
  expect(dialog.getByText('入力してください。')).toBeTruthy();
  expect(calls.some(({ url }) => url.includes('/functions/v1/transition'))).toBe(false);
  await user.type(dialog.getByLabelText(/受付番号/), '１２３');
  await user.click(dialog.getByRole('button', { name: '申請受付' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ url }) => url.includes('/functions/v1/transition'))?.body).toEqual({ event: 'accept', applications: [{ id: 7, version: 3 }], values: { acceptance_no: '123' } });
});

it('says who changed the case, and keeps what was typed', async () => {
  const user = userEvent.setup();
  await actions({ results: [{ id: 7, ok: false, code: 'stale_version', message: '表示したあとに、ほかの人が変更しました。' }] });
  await waitFor(() => expect(screen.getByRole('button', { name: /申請受付/ })).toHaveProperty('disabled', false));
  await user.click(screen.getByRole('button', { name: /申請受付/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/受付番号/), '123');
  await user.click(dialog.getByRole('button', { name: '申請受付' }));
  const alert = await dialog.findByRole('alert');
  expect(alert.textContent).toContain('2026/10/05 14:22に東京支部 担当者さんが「未受付」を行いました。');
  expect(dialog.getByLabelText(/受付番号/)).toHaveProperty('value', '123');
});

it('writes the history as a log', async () => {
  await renderInApp(<RecordContextProvider value={record}><CaseHistory record={record} fees={[]} /></RecordContextProvider>, { answer: answers({}) });
  const line = (await screen.findByText('2026/10/05 14:22')).closest('li');
  expect(line?.textContent).toContain('東京支部 担当者');
  expect(line?.textContent).toContain('未受付');
});

const garage = me({ role: 'submitter', requester: { id: 1, code: 'C0000001', name: '見本整備' }, site: { id: 5, code: '001', name: '本社工場' } });
const site = { id: 5, code: '001', name: '本社工場', branch_id: 18, status: 'active', record_agent_no: null, requester: { name: '見本整備' } };
const create = () => renderInApp(<ApplicationCreate />, {
  profile: garage, resource: 'applications',
  answer: (url) => {
    if (url.includes('/sites')) return url.includes('id=eq.5') && url.includes('select=') && !url.includes('offset') ? new Response(JSON.stringify(site), { status: 200 }) : [site];
    return url.includes('/branches') ? [{ id: 18, code: '118', name: '東京都自動車整備振興会', office: '東京' }] : undefined;
  },
});

it('checks the first step before the second, draws the plate, and keeps what was typed for the next visit', async () => {
  const user = userEvent.setup();
  const first = await create();
  expect(await screen.findByText('初期登録情報は変更できません')).toBeTruthy();
  await user.click(await screen.findByLabelText('(軽)継続検査（軽自動車）'));
  await user.type(await screen.findByLabelText(/標板/), '品川');
  await user.type(screen.getByLabelText(/仮名/), 'サ');
  await user.type(screen.getByLabelText(/^番号/), '10-01');
  await user.click(screen.getByRole('button', { name: '次へ' }));
  expect((await screen.findAllByText('必須の項目です。入力または選択してください。')).length).toBeGreaterThan(0);
  expect(screen.getByRole('img', { name: /品川.*さ.*1001/ })).toBeTruthy();
  await waitFor(() => expect(JSON.stringify(localStorage)).toContain('品川'));
  first.unmount();
  await create();
  expect(await screen.findByText(/前回の入力の続きを表示しています/)).toBeTruthy();
  expect(await screen.findByLabelText(/標板/)).toHaveProperty('value', '品川');
  await user.click(screen.getByRole('button', { name: '入力を捨てる' }));
  expect(JSON.stringify(localStorage)).not.toContain('品川');
});
