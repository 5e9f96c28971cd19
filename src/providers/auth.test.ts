// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { backendOf, me } from '../../tests/support/renderInApp.tsx';
import { AppError } from './errors.ts';

const signIn = async (error: unknown, profile = me()) => {
  const signInWithPassword = vi.fn(async () => ({ error }));
  const signOut = vi.fn(async () => undefined);
  const { authProvider } = backendOf(profile, undefined, { signInWithPassword, signOut });
  const outcome: unknown = await authProvider.login({ loginId: ' HQ-Admin ', password: 'x' }).catch((failure: unknown) => failure);
  return { outcome, signInWithPassword, signOut };
};

describe('signing in', () => {
  it('knows a login ID by its address, whatever its case', async () => {
    const { signInWithPassword, outcome } = await signIn(null);
    expect(signInWithPassword).toHaveBeenCalledWith({ email: 'hq-admin@login.invalid', password: 'x' });
    expect(outcome).toBeUndefined();
  });

  it('leads to パスワード更新 first where one is due', async () => {
    const { outcome } = await signIn(null, me({ must_change_password: true }));
    expect(outcome).toEqual({ redirectTo: '/password' });
  });

  it('reads the same for a wrong password, an unknown name and a banned person', async () => {
    const answers = [{ status: 400, code: 'invalid_credentials' }, { status: 400, code: 'user_banned' }, { status: 422, code: 'user_not_found' }];
    const outcomes = await Promise.all(answers.map(async (error) => (await signIn(error)).outcome));
    expect(new Set(outcomes.map((outcome) => (outcome as AppError).message)).size).toBe(1);
  });

  it('says so when the server cannot be reached', async () => {
    const { outcome } = await signIn(new TypeError('fetch failed'));
    expect(outcome).toMatchObject({ code: 'network' });
  });

  it('of a person who is no longer a member leaves no session', async () => {
    const signOut = vi.fn(async () => undefined);
    const { authProvider } = backendOf(null, undefined, { signOut });
    await expect(authProvider.login({ loginId: 'gone', password: 'x' })).rejects.toMatchObject({ code: 'sign_in_refused' });
    expect(signOut).toHaveBeenCalled();
  });
});

describe('errors of the data provider', () => {
  const { authProvider } = backendOf(me());
  it('only 401 ends the session; a refused row does not', async () => {
    await expect(authProvider.checkError(new AppError({ code: 'forbidden', status: 403 }))).resolves.toBeUndefined();
    await expect(authProvider.checkError(new AppError({ code: 'network' }))).resolves.toBeUndefined();
    await expect(authProvider.checkError(new AppError({ code: 'session_expired', status: 401 }))).rejects.toBeInstanceOf(AppError);
  });
});
