import { describe, expect, it } from 'vitest';
import { base32, totp, totpMatches } from './totp.ts';

describe('totp', () => {
  // RFC 6238 appendix B, SHA-1, the last six of eight digits.
  const secret = base32(new TextEncoder().encode('12345678901234567890'));

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ])('at %i s is %s', (seconds, code) => {
    expect(totp(secret, seconds * 1000)).toBe(code);
  });

  it('accepts the neighbouring step and nothing further', () => {
    expect(totpMatches(secret, totp(secret, Date.now() - 30_000))).toBe(true);
    expect(totpMatches(secret, totp(secret, Date.now() - 90_000))).toBe(false);
  });
});
