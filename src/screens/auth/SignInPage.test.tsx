// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../../tests/support/renderInApp.tsx';
import { SignInPage } from './SignInPage.tsx';

afterEach(cleanup);
const fill = async (loginId: string, password: string) => {
  const user = userEvent.setup();
  if (loginId) await user.type(screen.getByLabelText(/ユーザID/), loginId);
  if (password) await user.type(screen.getByLabelText(/パスワード/), password);
  await user.click(screen.getByRole('button', { name: 'ログイン' }));
};

describe('the sign-in page', () => {
  it('signs in and leaves for the start page', async () => {
    const signInWithPassword = vi.fn(async () => ({ error: null }));
    const { router } = await renderInApp(<SignInPage />, { at: '/login', gate: { signInWithPassword } });
    await fill('C0000001-OP', 'Demo-Pass-2026');
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
    expect(signInWithPassword).toHaveBeenCalledWith({ email: 'c0000001-op@login.invalid', password: 'Demo-Pass-2026' });
  });

  it('says why not, and lets one try again', async () => {
    await renderInApp(<SignInPage />, { gate: { signInWithPassword: async () => ({ error: { status: 400, code: 'invalid_credentials' } }) } });
    await fill('hq-admin', 'wrong');
    expect((await screen.findByRole('alert')).textContent).toContain('ユーザIDまたはパスワードが正しくない');
    expect(screen.getByRole('button', { name: 'ログイン' })).toHaveProperty('disabled', false);
  });

  it('asks for both fields', async () => {
    const signInWithPassword = vi.fn(async () => ({ error: null }));
    await renderInApp(<SignInPage />, { gate: { signInWithPassword } });
    await fill('hq-admin', '');
    expect((await screen.findByRole('alert')).textContent).toBe('ユーザIDとパスワードを入力してください。');
    expect(signInWithPassword).not.toHaveBeenCalled();
  });

  it('shows the public notices and whom to ask', async () => {
    await renderInApp(<SignInPage />, {
      answer: (url) => (url.includes('/notices') ? [{ id: 1, posted_on: '2026-10-01', important: true, title: '停止のお知らせ', body: '本文', link: null }] : undefined),
    });
    expect(await screen.findByText('停止のお知らせ')).toBeTruthy();
    expect(screen.getByText('ログインのユーザID、パスワードを忘れた場合は、所属する振興会へお問い合わせください。')).toBeTruthy();
  });
});
