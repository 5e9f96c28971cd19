import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { RecordContextProvider, ResourceContextProvider } from 'react-admin';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AlertMark } from '../../src/resources/applications/AlertLetters.tsx';
import type { Case, Fee } from '../../src/resources/applications/case.ts';
import { CaseChanged } from '../../src/resources/applications/CaseChanged.tsx';
import { CaseSummary } from '../../src/resources/applications/CaseFacts.tsx';
import { CaseFees } from '../../src/resources/applications/CaseFees.tsx';
import { CasePortal } from '../../src/resources/applications/CasePortal.tsx';
import { renderInApp } from '../support/renderInApp.tsx';

// 申請データ照会: the manual's blocks of both kinds (docs/domain.md §2.10), and the news of what others do meanwhile.

const kei = {
  id: 7, version: 3, vehicle_kind: 'kei', filing_status: 'filing', oss_status: 'fees_due', oss_status_label: null, request_no: 'R000000007', application_no: '100051889', application_type: 'initial',
  plate_area: '品川', plate_class: '500', plate_kana: 'さ', plate_number: '1001', chassis_no: 'BC-810100031', outcome: 'open', cashless: false, small_plate: true, re_stamped: false,
  requester: { id: 1, code: 'C0000001', name: '見本整備' }, site: { id: 5, code: '001', name: '本社工場', short_name: '本社' }, agent_branch_id: 18, home_branch_id: 18,
  filing_office: '東京主管事務所', acceptance_no: '1000000000000000005', oss_status_raw: '申請受付処理中', hotekisho_obtained: true, liability_obtained: false, message_flag: true, notice_flag: false, due_notice_flag: true,
  review_requested_at: '2026-10-04T04:42:00Z', completed_on: null, issue_ready_on: null, suspension_reserved: false, inspection_fee_waived: false, tech_fee_waived: false,
  mirrored_at: '2026-10-05T05:00:00Z', status_changed_at: '2026-10-05T04:00:00Z', requested_at: '2026-10-04T00:00:00Z', filed_at: '2026-10-04T01:00:00Z',
} as unknown as Case;
const registered = { ...kei, vehicle_kind: 'registered', plate_class: '600', small_plate: false, cashless: true, oss_status: 'reception_review' } as Case;
const line = (id: number, event: string, actor: string) => ({
  id, event, actor_id: actor, actor_name: actor, actor_role: actor === 'garage' ? 'submitter' : 'branch_staff', created_at: '2026-10-05T05:22:00Z', note: null, details: {}, source: 'screen', on_behalf: false,
  from_filing_status: 'filing', from_oss_status: null, to_filing_status: 'filing', to_oss_status: null,
});
let history = [line(1, 'submit', 'garage')];

const shown = (child: ReactNode, record: Case = kei) => renderInApp(
  <ResourceContextProvider value="applications"><RecordContextProvider value={record}>{child}</RecordContextProvider></ResourceContextProvider>,
  {
    answer: (url) => {
      if (url.includes('/application_events')) return history;
      if (url.includes('/transition_events')) return [{ event: 'pay_inspection', label_ja: '検査手数料納付', sort: 40, shortcut: 'P', confirm: false }];
      return url.includes('/branches') ? [{ id: 18, code: '118', name: '東京都自動車整備振興会', office: '東京' }] : undefined;
    },
  },
);
const valueOf = (label: string): string => screen.getAllByText(label).find(({ tagName }) => tagName === 'DT')?.nextElementSibling?.textContent ?? '';

beforeEach(() => {
  history = [line(1, 'submit', 'garage')];
  localStorage.clear();
});
afterEach(cleanup);

it('heads a case of 軽 as the manual does', async () => {
  await shown(<CaseSummary record={kei} />);
  await waitFor(() => expect(valueOf('依頼人更新者')).toBe('garage'));
  expect(['車両番号', '車台番号', '職権打刻', '小板', '依頼人', '申請先', '申請種別', '中断予約', '検査手数料等無料化', '依頼日時', '申請日時'].map(valueOf)).toEqual([
    '品川-500-さ-1001', 'BC-810100031', '職権打刻なし', '小板', '見本整備 本社工場', '東京主管事務所', '初回', '可', '対象外', '2026/10/04 09:00', '2026/10/04 10:00',
  ]);
  await waitFor(() => expect(valueOf('代理人')).toContain('東京都自動車整備振興会'));
});

it('heads a case of 登録車 with its own fields', async () => {
  await shown(<CaseSummary record={{ ...registered, suspension_reserved: true }} />, registered);
  expect(['自動車登録番号', 'キャッシュレス利用', '検査手数料無料化', '中断予約'].map(valueOf)).toEqual(['品川-600-さ-1001', '有', '対象外', '予約中']);
  expect(screen.queryByText('小板')).toBeNull();
});

it('shows 状況照会 with the lines of each kind', async () => {
  await shown(<CasePortal record={kei} />);
  expect(['受付番号', '状況更新日時', '申請状況ステータス', '保安基準適合証取得', '自賠責保険証取得', 'メッセージ', '軽検協事務所等お知らせ', '期限等お知らせ', '検査記録審査依頼日時', '検査記録完了日', '返付（交付）準備完了日'].map(valueOf)).toEqual([
    '1000000000000000005', '2026/10/05 14:00', '申請受付処理中', '取得済', '未取得', '有', '無', '有', '2026/10/04 13:42', '－', '－',
  ]);
  cleanup();
  await shown(<CasePortal record={registered} />, registered);
  expect(screen.getByText('運輸支局等からのお知らせ')).toBeTruthy();
  expect(screen.getByText('登録完了日')).toBeTruthy();
  for (const label of ['期限等お知らせ', '検査記録審査依頼日時', '検査記録完了日']) expect(screen.queryByText(label), label).toBeNull();
});

it('shows all three fees, also those that the portal has not named yet', async () => {
  const fees = [{ fee_kind: 'inspection', amount: 1200, status: 'paid', paid_on: '2026-10-04', due_on: '2026-11-02' }] as Fee[];
  await shown(<CaseFees record={kei} fees={fees} />);
  const rows = screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').map((cell) => cell.textContent));
  expect(rows.map((cells) => cells.slice(0, 5))).toEqual([
    ['検査手数料', '1,200円', '納付済', '2026/10/04', '2026/11/02'], ['技術情報管理手数料', '－', '未定', '－', '－'], ['自動車重量税', '－', '未定', '－', '－'],
  ]);
});

it('marks a notice with a red 有, and nothing where there is none', async () => {
  await shown(<><AlertMark source="message_flag" /><AlertMark source="notice_flag" /><AlertMark source="due_notice_flag" /></>);
  expect(screen.getAllByText('有').map((mark) => mark.getAttribute('title'))).toEqual(['OSSからのメッセージ', '期限等のお知らせ']);
});

/** A case that comes back from the server in its next version. */
const Refreshing = () => {
  const [version, setVersion] = useState(3);
  return <><button type="button" onClick={() => setVersion(4)}>読み直し</button><CaseChanged record={{ ...kei, version }} /></>;
};

it('says what somebody else did meanwhile', async () => {
  const { calls } = await shown(<Refreshing />);
  await waitFor(() => expect(calls.some(({ url }) => url.includes('/application_events'))).toBe(true));
  await waitFor(() => expect(calls.some(({ url }) => url.includes('/transition_events'))).toBe(true));
  expect(screen.queryByText(/さんが/)).toBeNull();
  history = [line(2, 'pay_inspection', '東京支部 担当者'), ...history];
  screen.getByRole('button', { name: '読み直し' }).click();
  expect((await screen.findByText(/東京支部 担当者さんが「検査手数料納付」を行いました/)).textContent).toContain('最新の内容を表示しています。');
});
