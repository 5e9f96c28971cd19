import { expect, it } from 'vitest';
import { looksSecret, mayWriteNotice, publicationOf } from './noticeWords.tsx';

it('is public from its day to its last day', () => {
  const notice = { posted_on: '2026-10-05', ends_on: '2026-10-07' };
  expect(['2026-10-04', '2026-10-05', '2026-10-07', '2026-10-08'].map((day) => publicationOf(notice, day))).toEqual(['scheduled', 'published', 'published', 'ended']);
  expect(publicationOf({ posted_on: '2026-10-05', ends_on: null }, '2030-01-01')).toBe('published');
});

it('is written by head office and by the branch it is of', () => {
  const tokyo = { role: 'branch_admin' as const, branch: { id: 18 } };
  expect(mayWriteNotice(tokyo, { branch_id: 18 })).toBe(true);
  expect(mayWriteNotice(tokyo, { branch_id: null })).toBe(false);
  expect(mayWriteNotice({ role: 'hq_admin', branch: null }, { branch_id: 18 })).toBe(true);
  expect(mayWriteNotice({ role: 'branch_staff', branch: { id: 18 } }, { branch_id: 18 })).toBe(false);
});

it('notices a password in the text', () => {
  expect(looksSecret('ダウンロードのパスワードは abc12345 です。')).toBe(true);
  expect(looksSecret('パスワード：Ａｂｃ１２３４５')).toBe(true);
  expect(looksSecret('パスワードは所属する振興会へお問い合わせください。')).toBe(false);
});
