/**
 * Settings that the embedded runtime shares with hosted Supabase. `supabase/config.toml` says the same in the CLI's words;
 * parity.test.ts compares the two.
 */
export const parity = {
  maxRows: 1000,
  fileSizeLimit: '50MiB',
  jwtExpiry: 3600,
  enableSignup: false,
  minimumPasswordLength: 8,
  otpLength: 6,
  otpExpiry: 3600,
  subjects: { recovery: 'パスワードの再設定', invite: '利用者登録のご案内', email_change: 'メールアドレスの変更' },
} as const;
