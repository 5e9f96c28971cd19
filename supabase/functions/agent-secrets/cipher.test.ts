import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seal, unseal } from './cipher.ts';

beforeEach(() => void vi.stubEnv('ARRIVAL_PASSWORD_KEY', 'k'.repeat(40)));
afterEach(() => void vi.unstubAllEnvs());

test('opens what it sealed, and never seals the same way twice', async () => {
  const [one, two] = [await seal('Toutatsu-1', '18:kei'), await seal('Toutatsu-1', '18:kei')];
  expect(await unseal(one, '18:kei')).toBe('Toutatsu-1');
  expect(one).not.toBe(two);
  expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]{22,255}$/);
  expect(one).not.toContain('Toutatsu');
});

test('does not open for another branch, another kind, another key, or when a letter was changed', async () => {
  const sealed = await seal('Toutatsu-1', '18:kei');
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const [cipher, owner] of [[sealed, '1:kei'], [sealed, '18:registered'], [changed, '18:kei']] as const) {
    await expect(unseal(cipher, owner)).rejects.toMatchObject({ code: 'secret_unreadable' });
  }
  vi.stubEnv('ARRIVAL_PASSWORD_KEY', 'x'.repeat(40));
  await expect(unseal(sealed, '18:kei')).rejects.toMatchObject({ code: 'secret_unreadable' });
});

test('says so when the installation has no key', async () => {
  vi.stubEnv('ARRIVAL_PASSWORD_KEY', 'short');
  await expect(seal('x', '18:kei')).rejects.toMatchObject({ status: 503, code: 'secret_key_missing' });
});
