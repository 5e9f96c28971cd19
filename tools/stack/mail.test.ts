import { describe, expect, it } from 'vitest';
import { smtpOf } from './mail.ts';

describe('smtpOf', () => {
  it('is absent without a host: mails become files', () => {
    expect(smtpOf({})).toBeUndefined();
  });

  it('reads the environment', () => {
    expect(smtpOf({ SMTP_HOST: 'mail.example.com', SMTP_FROM: 'office@example.com' })).toEqual({
      host: 'mail.example.com',
      port: 587,
      user: undefined,
      pass: undefined,
      from: 'office@example.com',
    });
  });

  it('says which variable is missing or wrong', () => {
    expect(() => smtpOf({ SMTP_HOST: 'mail.example.com' })).toThrow('SMTP_FROM is missing');
    expect(() => smtpOf({ SMTP_HOST: 'mail.example.com', SMTP_FROM: 'a@b.c', SMTP_PORT: 'x' })).toThrow('SMTP_PORT must be a number.');
  });
});
