// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { me, renderInApp } from '../../../tests/support/renderInApp.tsx';
import { PasswordPage } from './PasswordPage.tsx';

afterEach(cleanup);
const open = (answer?: (url: string) => unknown) =>
  renderInApp(<PasswordPage />, { at: '/password', profile: me({ must_change_password: true }), ...(answer === undefined ? {} : { answer }) });
const confirm = () => screen.getByRole<HTMLButtonElement>('button', { name: '確定' });

describe('パスワード更新', () => {
  it('shows who it is for, and opens 確定 once every rule is met', async () => {
    const user = userEvent.setup();
    const { calls } = await open(() => ({}));
    expect(await screen.findByText('118-staff')).toBeTruthy();
    expect(confirm().disabled).toBe(true);
    await user.type(screen.getByLabelText(/^現在のパスワード/), 'Initial-1');
    await user.type(screen.getByLabelText(/^新しいパスワード \*|^新しいパスワード\s\*/), 'Better-Pass-1');
    expect(confirm().disabled).toBe(true);
    await user.type(screen.getByLabelText(/^新しいパスワード（確認）/), 'Better-Pass-1');
    expect(screen.getAllByTitle('満たしています')).toHaveLength(5);
    await user.click(confirm());
    await waitFor(() => expect(calls.find(({ url }) => url.endsWith('/functions/v1/members'))?.body)
      .toEqual({ action: 'change_password', current_password: 'Initial-1', new_password: 'Better-Pass-1' }));
  });

  it('keeps what was typed when the server refuses', async () => {
    const user = userEvent.setup();
    await open((url) => (url.includes('/members') ? new Response('{"code":"password_reused","message":""}', { status: 400 }) : undefined));
    await user.type(await screen.findByLabelText(/^現在のパスワード/), 'Initial-1');
    await user.type(screen.getByLabelText(/^新しいパスワード \*|^新しいパスワード\s\*/), 'Better-Pass-1');
    await user.type(screen.getByLabelText(/^新しいパスワード（確認）/), 'Better-Pass-1');
    await user.click(confirm());
    expect(await screen.findByText('過去5回までに使ったパスワードは使えません。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^現在のパスワード/).value).toBe('Initial-1');
  });
});
