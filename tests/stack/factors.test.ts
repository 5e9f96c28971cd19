import { describe, expect, it } from 'vitest';
import { totp } from '../../tools/stack/auth/totp.ts';
import { admin, person, signIn } from './clients.ts';

/** Enrolls and proves a factor; answers its id and secret. */
const enroll = async (client: Awaited<ReturnType<typeof signIn>>) => {
  const { data, error } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'telephone' });
  if (error) throw error;
  const verified = await client.auth.mfa.challengeAndVerify({ factorId: data.id, code: totp(data.totp.secret) });
  if (verified.error) throw verified.error;
  return { id: data.id, secret: data.totp.secret };
};

describe('second factor', () => {
  it('raises a session to aal2, which a refresh keeps', async () => {
    const client = await person('factor');
    await enroll(client);
    expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({ currentLevel: 'aal2', nextLevel: 'aal2' });
    await client.auth.refreshSession();
    expect((await client.auth.getClaims()).data?.claims).toMatchObject({ aal: 'aal2', amr: [{ method: 'password' }, { method: 'totp' }] });
  });

  it('is asked for at the next sign-in', async () => {
    const { id, secret } = await enroll(await person('asked'));
    const client = await signIn('asked@example.com');
    expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({ currentLevel: 'aal1', nextLevel: 'aal2' });
    const wrong = await client.auth.mfa.challengeAndVerify({ factorId: id, code: '000000' });
    expect(wrong.error?.code).toBe('mfa_verification_failed');
    expect((await client.auth.mfa.challengeAndVerify({ factorId: id, code: totp(secret) })).error).toBeNull();
  });

  it('signs out whoever came in with the password alone', async () => {
    const client = await person('elsewhere');
    const other = await signIn('elsewhere@example.com');
    await enroll(client);
    expect((await other.auth.refreshSession()).error).not.toBeNull();
  });

  it('cannot be removed or joined by a second one without itself', async () => {
    const { id } = await enroll(await person('removal'));
    const client = await signIn('removal@example.com');
    expect((await client.auth.mfa.unenroll({ factorId: id })).error?.code).toBe('insufficient_aal');
    expect((await client.auth.mfa.enroll({ factorType: 'totp' })).error?.code).toBe('insufficient_aal');
  });

  it('of another person is not found', async () => {
    const { id } = await enroll(await person('owner'));
    const stranger = await person('stranger');
    expect((await stranger.auth.mfa.challenge({ factorId: id })).error?.code).toBe('mfa_factor_not_found');
  });
});

describe('an administrator', () => {
  it('sees the factors of a person and removes a lost one', async () => {
    const client = await person('lost');
    const { id } = await enroll(client);
    const userId = (await client.auth.getUser()).data.user?.id ?? '';
    const { data } = await admin().auth.admin.mfa.listFactors({ userId });
    expect(data?.factors).toMatchObject([{ id, status: 'verified' }]);
    expect((await admin().auth.admin.mfa.deleteFactor({ userId, id })).error).toBeNull();
    const again = await signIn('lost@example.com');
    expect((await again.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({ currentLevel: 'aal1', nextLevel: 'aal1' });
    expect((await admin().auth.admin.mfa.deleteFactor({ userId, id })).error).not.toBeNull();
  });
});
