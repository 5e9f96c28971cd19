import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { Case } from '../../src/resources/applications/case.ts';
import { CaseActions } from '../../src/resources/applications/CaseActions.tsx';
import { CaseConditions } from '../../src/resources/applications/CaseFacts.tsx';
import { EventHint } from '../../src/resources/applications/EventHint.tsx';
import { HoldDialog } from '../../src/resources/applications/HoldDialog.tsx';
import { FilingWarnings } from '../../src/resources/applications/Shortening.tsx';
import { RecordContextProvider, ResourceContextProvider } from 'react-admin';
import { me, renderInApp } from '../support/renderInApp.tsx';

// 有効期間の短縮 (docs/domain.md §8.3): what the agent reads before it files, and what a request must have before it is sent.

const plus = (days: number): string => new Date(Date.parse(`${me().today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const row = (id: number, kind: string, expiresIn: number, allowed: boolean): Case => ({
  id, version: 1, vehicle_kind: kind, filing_status: 'requested', oss_status: null, oss_status_label: null, request_no: `R00000000${id}`, application_no: null, outcome: 'open',
  plate_area: '品川', plate_class: '580', plate_kana: 'さ', plate_number: '1001', chassis_no: `BC-${id}`, cashless: false, fees: [], available_events: ['submit'],
  inspection_expires_on: plus(expiresIn), shortening_allowed: allowed, update_method: 'office', certificate_period: null, receipt_by: 'agent',
} as unknown as Case);

afterEach(cleanup);

it('tells the agent before it files which cases are shortened, how, and what the garage ticked', async () => {
  const cases = [row(1, 'registered', 70, true), row(2, 'registered', 200, false), row(3, 'kei', 70, false), row(4, 'kei', 70, true), row(5, 'kei', 200, true), row(6, 'kei', 20, false)];
  await renderInApp(<FilingWarnings event="file" cases={cases} />, {});
  const alerts = screen.getAllByRole('alert').map(({ textContent }) => textContent ?? '');
  expect(alerts.map((text) => [text.match(/自動審査|手動審査|補正通知|「短縮可」|かかわらず/)?.[0], ...(text.match(/R\d+/g) ?? []), text.match(/短縮[可否]$/)?.[0]])).toEqual([
    ['自動審査', 'R000000002', '短縮否'], ['かかわらず', 'R000000005', '短縮可'], ['手動審査', 'R000000001', '短縮可'], ['補正通知', 'R000000003', '短縮否'], ['「短縮可」', 'R000000004', '短縮可'],
  ]);
});

it('says nothing with events that file nothing', async () => {
  await renderInApp(<FilingWarnings event="pay_inspection" cases={[row(2, 'registered', 200, false)]} />, {});
  expect(screen.queryByRole('alert')).toBeNull();
});

it('sends no request of 登録車 without its 車検証有効期間', async () => {
  const user = userEvent.setup();
  const record = { ...row(7, 'registered', 20, false), filing_status: 'draft' } as Case;
  await renderInApp(<CaseActions record={record} fees={[]} />, {
    answer: (url) => {
      if (url.includes('/transition_events')) return [{ event: 'submit', label_ja: '送信', sort: 10, shortcut: 'S', confirm: false }];
      return url.includes('/status_transitions') ? [{ id: 1, event: 'submit', vehicle_kind: 'registered', from_filing: 'draft', from_oss: null, to_filing: 'requested', to_oss: null, actors: ['submitter'], required_values: [], optional_values: [] }] : undefined;
    },
  });
  await user.click(await screen.findByRole('button', { name: /送信/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('車検証有効期間が選択されていません')).toBeTruthy();
  expect(dialog.getByRole('button', { name: '送信' })).toHaveProperty('disabled', true);
});

it('shows the 申込欄 of the application', async () => {
  const record = row(7, 'registered', 20, false);
  await renderInApp(<ResourceContextProvider value="applications"><RecordContextProvider value={record}><CaseConditions record={record} /></RecordContextProvider></ResourceContextProvider>, {});
  expect(screen.getByText('申込欄').nextElementSibling?.textContent).toMatch(/^本申請を行うことについて申請義務者より委任を受けており/);
});

it('says before an act what it does and does not do, for each kind', async () => {
  await renderInApp(<><EventHint event="reserve_suspension" cases={[row(1, 'kei', 20, false)]} /><EventHint event="pay_inspection" cases={[row(1, 'kei', 20, false), row(2, 'registered', 20, false), row(3, 'kei', 20, false)]} /></>, {});
  expect(screen.getByText(/^予約してもすぐには止まりません/)).toBeTruthy();
  expect(screen.getAllByText(/納付してから記録します/).map(({ textContent }) => textContent?.includes('立替として'))).toEqual([true, false]);
});

it('warns who rewrites a certificate that the office is to rewrite', async () => {
  await renderInApp(<EventHint event="rewrite_ic" cases={[row(1, 'kei', 20, false)]} />, {});
  expect(screen.getByRole('alert').textContent).toContain('書換えの対象ではありません');
});

it('offers the first free day for 予約送信, and warns of a day too early or too late', async () => {
  const user = userEvent.setup();
  const expires = plus(200);
  await renderInApp(<HoldDialog expiresOn={expires} onHold={() => undefined} onClose={() => undefined} />, {});
  const day = await screen.findByLabelText('送信する日');
  expect(screen.queryByText(/短縮されます。$/)).toBeNull();
  const choose = async (chosen: string) => {
    await user.clear(day);
    await user.type(day, chosen);
  };
  await choose(plus(1));
  expect(screen.getByText('この日に申請すると、有効期間が短縮されます。')).toBeTruthy();
  await choose(plus(201));
  expect(screen.getByText(/有効期間満了日.*を過ぎています/)).toBeTruthy();
});
