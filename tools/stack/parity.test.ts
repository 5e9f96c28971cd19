import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parity } from './parity.ts';

/** The settings of config.toml as `section.name = value`; it is flat enough to be read by lines. */
const settings = (() => {
  const found = new Map<string, string>();
  let section = '';
  for (const line of readFileSync(new URL('../../supabase/config.toml', import.meta.url), 'utf8').split('\n')) {
    section = /^\[(?<name>.+)\]$/.exec(line)?.groups?.name ?? section;
    const { name, value } = /^(?<name>\w+) = (?<value>.+)$/.exec(line)?.groups ?? {};
    if (name && value) found.set(`${section}.${name}`, value);
  }
  return found;
})();

it.each([
  ['api.max_rows', parity.maxRows],
  ['storage.file_size_limit', parity.fileSizeLimit],
  ['auth.jwt_expiry', parity.jwtExpiry],
  ['auth.enable_signup', parity.enableSignup],
  ['auth.email.enable_signup', parity.enableSignup],
  ['auth.minimum_password_length', parity.minimumPasswordLength],
  ['auth.email.otp_length', parity.otpLength],
  ['auth.email.otp_expiry', parity.otpExpiry],
  ['auth.email.template.recovery.subject', parity.subjects.recovery],
  ['auth.email.template.invite.subject', parity.subjects.invite],
  ['auth.email.template.email_change.subject', parity.subjects.email_change],
])('config.toml agrees about %s', (name, value) => {
  expect(settings.get(name)).toBe(JSON.stringify(value));
});
