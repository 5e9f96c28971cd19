import type { ValidationCode } from './codes.ts';

/**
 * Password rules (docs/decisions.md D-6): 8–39 half-width characters, at least 3 of the 4 kinds 大文字英字, 小文字英字,
 * 数字, 記号, and not the login ID. Whether it was one of the last five, only the server knows.
 */

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 39;

const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[!-/:-@[-`{-~]/];

/** The parts of a login ID that alone make a bad password: all of it, and the personal part behind the company code. */
const forbiddenParts = (loginId: string): string[] => {
  const name = loginId.toLowerCase().replace(/@login\.invalid$/, '');
  return [name, name.replace(/^[^-]*-/, '')];
};

/** Every rule the password breaks, in the order people should fix them; empty when it is fine. */
export const passwordProblems = (password: string, loginId: string): ValidationCode[] => {
  const problems: ValidationCode[] = [];
  if (!/^[!-~]*$/.test(password)) problems.push('password_half_width');
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) problems.push('password_length');
  if (kinds.filter((kind) => kind.test(password)).length < 3) problems.push('password_three_kinds');
  if (forbiddenParts(loginId).includes(password.toLowerCase())) problems.push('password_is_login_id');
  return problems;
};

/** The codes a form shows: `passwordProblems` and whether both fields agree. */
export const newPasswordProblems = (password: string, again: string, loginId: string): ValidationCode[] => {
  const problems = passwordProblems(password, loginId);
  return password === again ? problems : [...problems, 'passwords_differ'];
};
