import { expect, test } from 'vitest';
import { passwordProblems } from '../../../src/domain/password.ts';
import { initialPassword } from './initialPassword.ts';

test('obeys the rules of passwords and never repeats', () => {
  const made = Array.from({ length: 200 }, initialPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) expect(passwordProblems(password, 'c0000001-op')).toEqual([]);
});
