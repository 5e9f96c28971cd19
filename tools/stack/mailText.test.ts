import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText } from './mailText.ts';

describe('plainText', () => {
  it('turns the recovery template into lines with its address', () => {
    const html = readFileSync(new URL('../../supabase/templates/recovery.html', import.meta.url), 'utf8');
    const text = plainText(html.replace('{{ .ConfirmationURL }}', 'http://127.0.0.1/verify?a=1&amp;b=2'));
    expect(text.split('\n')).toEqual([
      'パスワードの再設定',
      expect.stringContaining('1時間以内'),
      '新しいパスワードを登録する: http://127.0.0.1/verify?a=1&b=2',
      expect.stringContaining('破棄'),
      '継続検査OSS 代理申請管理システム',
      '{{ .SiteURL }}',
    ]);
  });
});
