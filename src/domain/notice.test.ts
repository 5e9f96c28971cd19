import { expect, it } from 'vitest';
import { branchNotice, newHeadOfficeNotice } from './notice.ts';

const notice = { posted_on: '2026-10-05', audience: 'kei', title: '軽OSSの障害', body: '復旧しました。' };
const problems = (schema: typeof branchNotice, value: unknown) => schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

it('fills what was left open', () => {
  expect(newHeadOfficeNotice.parse(notice)).toEqual({ ...notice, ends_on: null, important: false, link: null, is_public: false, branch_id: null });
});

it('lets no branch publish to everybody', () => {
  expect(branchNotice.parse({ ...notice, is_public: true })).not.toHaveProperty('is_public');
});

it('refuses what cannot be shown', () => {
  expect(problems(branchNotice, { ...notice, title: ' ', link: 'www.example.jp' })).toEqual(['title: required', 'link: invalid_format']);
  expect(problems(branchNotice, { ...notice, ends_on: '2026-10-04' })).toEqual(['ends_on: invalid_date']);
});
