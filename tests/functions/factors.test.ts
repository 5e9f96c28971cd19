import { expect, test } from 'vitest';
import { connectClient } from '../../tools/stack/client.ts';
import { totp } from '../../tools/stack/auth/totp.ts';
import { cast, castPassword, type PersonName, personOf } from '../support/cast.ts';
import { useStackWorld } from '../support/stackWorld.ts';

// The second factor from the first sign-in to the lost telephone (D-7).

const world = await useStackWorld();
const { call, tokenOf } = world;

const signedIn = async (name: PersonName) => {
  const client = connectClient(world.stack.url, world.stack.publishableKey);
  const { error } = await client.auth.signInWithPassword({ email: `${personOf(name).loginId}@login.invalid`, password: castPassword });
  if (error) throw error;
  return client;
};
const seenBy = async (client: Awaited<ReturnType<typeof signedIn>>): Promise<number> => (await client.from('branches').select('id')).data?.length ?? -1;
const reset = async (by: PersonName, whose: PersonName, identity_confirmed = true) =>
  call<{ code?: string; user_id?: string }>('/functions/v1/members', await tokenOf(by), { action: 'reset_factor', user_id: cast[whose].id, identity_confirmed });

test('a person with a factor sees nothing until it was shown, and everything again after an administrator reset it', async () => {
  const client = await signedIn('tokyoStaff');
  const { data: factor } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'totp' });
  if (factor === null) throw new Error('not enrolled');
  expect(await seenBy(client)).toBeGreaterThan(0);
  await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code: totp(factor.totp.secret) });
  expect(await seenBy(client)).toBeGreaterThan(0);

  const second = await signedIn('tokyoStaff');
  expect(await seenBy(second)).toBe(0);
  expect((await second.rpc('my_profile')).data).toMatchObject({ second_factor: 'verify' });
  expect((await second.rpc('dashboard')).error?.message).toBe('not_signed_in');
  await second.auth.mfa.challengeAndVerify({ factorId: factor.id, code: totp(factor.totp.secret) });
  expect(await seenBy(second)).toBeGreaterThan(0);

  expect(await reset('tokyoAdmin', 'tokyoStaff', false)).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
  expect(await reset('sapporoAdmin', 'tokyoStaff')).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await reset('tokyoAdmin', 'tokyoStaff')).toMatchObject({ status: 200, body: { user_id: cast.tokyoStaff.id } });
  expect(await seenBy(await signedIn('tokyoStaff'))).toBeGreaterThan(0);
});
