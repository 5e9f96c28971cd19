import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordContextProvider, ResourceContextProvider } from 'react-admin';
import { afterEach, expect, it } from 'vitest';
import type { Case } from '../../src/resources/applications/case.ts';
import { CaseConditions } from '../../src/resources/applications/CaseFacts.tsx';
import { MandateButton } from '../../src/resources/applications/MandateButton.tsx';
import { me, renderInApp } from '../support/renderInApp.tsx';

// 電子委任状設定 of a draft of 登録車 (docs/domain.md §2.6, §8.4).

const draft = { id: 7, version: 3, vehicle_kind: 'registered', filing_status: 'draft', mandate_kind: null, mandate_on: null, inspection_fee_waived: false, tech_fee_waived: false, update_method: 'office' } as unknown as Case;
const profile = me({ role: 'submitter' });

afterEach(cleanup);

it('sets the 電子委任状 of a 公用車 and what it is free of, on the version that was read', async () => {
  const user = userEvent.setup();
  const { calls } = await renderInApp(<MandateButton record={draft} />, { profile, answer: (url) => (url.includes('/rpc/save_application') ? {} : undefined) });
  await user.click(screen.getByRole('button', { name: '電子委任状設定' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByLabelText('委任状種別'));
  await user.click(await screen.findByRole('option', { name: '公用車（検査手数料免除）の電子委任状' }));
  await user.click(dialog.getByLabelText('検査手数料無料化'));
  await user.click(dialog.getByRole('button', { name: '確定' }));
  await waitFor(() => expect(calls.find(({ url }) => url.includes('/rpc/save_application'))?.body).toEqual({
    p: { id: 7, version: 3, mandate_kind: 'public_vehicle', mandate_on: profile.today, inspection_fee_waived: true, tech_fee_waived: false },
  }));
});

it('is not offered for 軽, nor to those who only look', async () => {
  await renderInApp(<><MandateButton record={{ ...draft, vehicle_kind: 'kei' } as Case} /></>, { profile });
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  await renderInApp(<MandateButton record={draft} />, { profile: me({ role: 'requester_admin' }) });
  expect(screen.queryByRole('button')).toBeNull();
});

it('is shown on the case', async () => {
  const record = { ...draft, mandate_kind: 'public_vehicle', mandate_on: '2026-11-01' } as Case;
  await renderInApp(<ResourceContextProvider value="applications"><RecordContextProvider value={record}><CaseConditions record={record} /></RecordContextProvider></ResourceContextProvider>, { profile });
  expect(screen.getByText('委任状種別').nextElementSibling?.textContent).toBe('公用車（検査手数料免除）の電子委任状');
  expect(screen.getByText('電子委任状の登録日').nextElementSibling?.textContent).toBe('2026/11/01');
});
