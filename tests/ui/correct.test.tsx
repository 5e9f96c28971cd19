import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { Case } from '../../src/resources/applications/case.ts';
import { CorrectButton } from '../../src/resources/applications/CorrectButton.tsx';
import { me, renderInApp } from '../support/renderInApp.tsx';

// 申請内容を修正 before 再申請 (docs/domain.md §3.4 A18): what is there, what was changed, on the version that was read.

const record = {
  id: 7, version: 5, vehicle_kind: 'kei', filing_status: 'error', oss_status: 'not_accepted', available_events: ['refile', 'reuse'], update_method: 'requester_specific', record_agent_no: 'WRONG00001',
  shortening_allowed: false, parking_fine_receipt: false, certificate_no: null, account_ref: null,
} as unknown as Case;

afterEach(cleanup);

it('sends only what was changed', async () => {
  const user = userEvent.setup();
  const { calls } = await renderInApp(<CorrectButton record={record} />, {
    profile: me({ role: 'submitter' }),
    answer: (url) => {
      if (url.includes('/rpc/correct_case')) return { id: 7, version: 6 };
      return url.includes('/application_vehicle_users') ? [{ id: 7, application_id: 7, ownership: null, name: '見本　太郎', representative: null, address_1: '東京都千代田区見本町', address_2: null }] : undefined;
    },
  });
  await user.click(screen.getByRole('button', { name: '申請内容を修正' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('氏名又は名称（漢字）')).toHaveProperty('value', '見本　太郎');
  expect(dialog.queryByLabelText('名義')).toBeNull();
  expect(dialog.getByRole('button', { name: '確定' })).toHaveProperty('disabled', true);
  const number = dialog.getByLabelText('記録等事務代行者委託番号');
  await user.clear(number);
  expect(number.getAttribute('aria-invalid')).toBe('true');
  await user.type(number, 'RIGHT');
  expect(dialog.getByRole('button', { name: '確定' })).toHaveProperty('disabled', true);
  await user.type(number, '00001');
  await user.click(dialog.getByRole('button', { name: '確定' }));
  await waitFor(() => expect(calls.find(({ url }) => url.includes('/rpc/correct_case'))?.body).toEqual({ p_id: 7, p_version: 5, p_values: { record_agent_no: 'RIGHT00001' } }));
});

it('is there only for those who may file again', async () => {
  await renderInApp(<CorrectButton record={{ ...record, available_events: ['reuse'] } as Case} />, { profile: me({ role: 'submitter' }) });
  expect(screen.queryByRole('button')).toBeNull();
});
