// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { me, renderInApp } from '../../../tests/support/renderInApp.tsx';
import { FactorPage } from './FactorPage.tsx';

afterEach(cleanup);
const own = { listFactors: async () => ({ data: { totp: [{ id: 'f9', created_at: '2026-10-01T00:00:00Z' }] }, error: null }) };
const confirm = () => screen.getByRole<HTMLButtonElement>('button', { name: '確定' });
const refused = { data: null, error: { status: 422, code: 'mfa_verification_failed', message: 'Invalid TOTP code entered' } };

describe('二段階認証', () => {
  it('asks for the code at sign-in, says when it is wrong, and takes full-width digits', async () => {
    const user = userEvent.setup();
    const challengeAndVerify = vi.fn(async () => refused);
    const { missing } = await renderInApp(<FactorPage />, { at: '/factor', profile: me({ second_factor: 'verify' }), factors: { ...own, challengeAndVerify } });
    const field = await screen.findByLabelText<HTMLInputElement>(/確認コード/);
    expect(confirm().disabled).toBe(true);
    await user.type(field, '１２３ 456');
    await user.click(confirm());
    expect(await screen.findByText(/確認コードが正しくありません/)).toBeTruthy();
    expect(challengeAndVerify).toHaveBeenCalledWith({ factorId: 'f9', code: '123456' });
    expect(field.value).toBe('');
    expect(screen.getByText(/紛失・交換/)).toBeTruthy();
    expect(missing).toEqual([]);
  });

  it('enrols: the secret as picture and text, then the first code', async () => {
    const user = userEvent.setup();
    const challengeAndVerify = vi.fn(async () => ({ data: {}, error: null }));
    const { router } = await renderInApp(<FactorPage />, { at: '/factor', profile: me({ second_factor: 'enroll' }), factors: { challengeAndVerify } });
    expect(await screen.findByText(/登録が必要です/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '登録を始める' }));
    expect(await screen.findByRole('img', { name: 'セットアップキーのQRコード' })).toBeTruthy();
    expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeTruthy();
    await user.type(screen.getByLabelText(/確認コード/), '654321');
    await user.click(confirm());
    await vi.waitFor(() => expect(router.state.location.pathname).toBe('/'));
    expect(challengeAndVerify).toHaveBeenCalledWith({ factorId: 'f1', code: '654321' });
  });

  it('shows who has one that it is there, and removes it', async () => {
    const user = userEvent.setup();
    const unenroll = vi.fn(async () => ({ data: {}, error: null }));
    await renderInApp(<FactorPage />, { at: '/factor', factors: { ...own, unenroll } });
    expect(await screen.findByText(/登録済みです/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '解除する' }));
    await user.click(screen.getAllByRole('button', { name: '解除する' }).at(-1) ?? document.body);
    await vi.waitFor(() => expect(unenroll).toHaveBeenCalledWith({ factorId: 'f9' }));
  });
});
