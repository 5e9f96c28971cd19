// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { me, renderInApp, type Call } from '../../../tests/support/renderInApp.tsx';
import { PARTS, type ClosingOverview, type ClosingPreview, type Refusal, type Totals } from './closingData.ts';
import { ClosingPage } from './ClosingPage.tsx';

afterEach(cleanup);
const finance = me({ role: 'hq_finance', branch: null, login_id: 'hq-finance', today: '2026-11-23' });
const none = { at: null, by: null };
const counts = PARTS.flatMap((part) => [[`${part}_count`, 1], [`${part}_amount`, 100]]);
const totals = Object.fromEntries([...counts, ['tax_10', 9], ['total', 500], ['outstanding_before', 0]]) as Totals;
const preview = (refusals: Refusal[]): ClosingPreview => ({
  month: '2026-10', status: 'open', reason: null, statements: 3, totals, branches: [], debits: [], refusals, warnings: [], checks: [], payees: [],
});
const overview: ClosingOverview = {
  month: '2026-10-01', payees: [{ payee: 'keikenkyo', count: 2, amount: 2400, at: '2026-11-05T01:20:00Z', by: '経理 花子' }, { payee: 'kikou', count: null, amount: null, ...none }],
  hotekisho: { companies: 0, count: 0, at: null }, closed: none, published: none, reopened: none, reason: null, previous: null, changes: [],
};
const answers = (refusals: Refusal[]) => (url: string, { body }: Call) => {
  if (url.endsWith('/closing_overview')) return overview;
  if (!url.endsWith('/close-month')) return [];
  return (body as { preview: boolean }).preview ? preview(refusals) : { ...preview([]), status: 'closed' };
};

test('closes a month whose name was typed, with a reason where a report is missing', { timeout: 30_000 }, async () => {
  const { calls, missing } = await renderInApp(<ClosingPage />, { profile: finance, answer: answers([{ code: 'payee_report_missing', details: null }]) });
  await screen.findByText(/経理 花子/);
  fireEvent.click(screen.getByRole('button', { name: '締める' }));
  const dialog = within(await screen.findByRole('dialog'));
  const close = dialog.getByRole('button', { name: '締める' });
  fireEvent.change(dialog.getByLabelText('確認'), { target: { value: '2026年10月' } });
  expect(close).toHaveProperty('disabled', true);
  fireEvent.change(dialog.getByLabelText(/納付先報告なしで締める理由/), { target: { value: '報告が届かないため' } });
  fireEvent.click(close);
  await screen.findByText('2026年10月を締めました。引落予定明細を3件作成しました。');
  expect(calls.map(({ body }) => body)).toContainEqual({ month: '2026-10', action: 'close', preview: false, reason: '報告が届かないため' });
  expect(missing).toEqual([]);
});

test('says why a month cannot be closed, and offers nothing then', { timeout: 30_000 }, async () => {
  await renderInApp(<ClosingPage />, { profile: finance, answer: answers([{ code: 'previous_month_open', details: { month: '2026-09' } }]) });
  await screen.findByText('前の月（2026年9月）がまだ締められていません。古い月から順に締めてください。');
  expect(screen.queryByRole('button', { name: '締める' })).toBeNull();
});

test('shows the office without the right what it may only read', { timeout: 30_000 }, async () => {
  await renderInApp(<ClosingPage />, { profile: { ...finance, role: 'hq_viewer' }, answer: answers([]) });
  await screen.findByText('締め・公開・再開は本部経理が行います。');
  expect(screen.queryByRole('button', { name: '締める' })).toBeNull();
});

test('is closed to a branch', { timeout: 30_000 }, async () => {
  await renderInApp(<ClosingPage />, { answer: answers([]) });
  await screen.findByText('この画面を開く権限がありません');
});
