import { describe, expect, it } from 'vitest';
import { mailText } from './mailText.ts';

const site = 'https://oss.example.jp';

describe('mailText', () => {
  it('tells of completions by day, late ones as 追加, with a link to just these', () => {
    const { subject, text } = mailText('fee_details', {
      count: 1204, from: '2026-11-18', to: '2026-11-22', days: [{ day: '2026-11-22', count: 1203, late: false }, { day: '2026-11-18', count: 1, late: true }] }, site);
    expect(subject).toBe('【継続検査OSS】納付明細のお知らせ（1,204件）');
    expect(text).toContain('2026/11/22完了　1,203件\n2026/11/18完了　1件（追加）\n合計　1,204件');
    expect(text).toContain('https://oss.example.jp/reports/period?from=20261118&to=20261122');
    expect(text).toContain('領収証ではありません');
  });

  it('tells the month of 立替実績 with its count and total', () => {
    const { subject, text } = mailText('advances', { month: '2026-10-01', count: 41, amount: 49200 }, site);
    expect(subject).toBe('【継続検査OSS】2026年10月の立替実績のお知らせ');
    expect(text).toContain('41件　49,200円');
  });

  it('announces a debit in hundreds of yen', () => {
    const { subject, text } = mailText('debit_notice', { debit_on: '2026-11-24', count: 14, amount: 286432 }, site);
    expect(subject).toContain('2026/11/24 14件 約286,400円');
    expect(text).toContain('明日 14件 約286,400円の口座振替を予定しています。');
  });

  it('carries the token of a confirmation only when it is sent', () => {
    expect(mailText('address_confirmation', { token: 'abc' }, site).text).toContain(`${site}/confirm-mail?token=abc`);
    expect(mailText('address_confirmation', {}, site).text).not.toContain('token');
  });

  it('says who it is from and leads to a page of the app in every kind', () => {
    const all = [
      mailText('ainas_registered', {}, site), mailText('contact_card', { count: 2, reminder: true }, site),
      mailText('general', { subject: '件名', lines: ['本文'] }, site),
    ];
    for (const { subject, text } of all) {
      expect(subject).not.toBe('');
      expect(text).toContain(`${site}/`);
      expect(text).toContain('継続検査OSS 代理申請管理システム');
      expect(`${subject}${text}`).not.toMatch(/%\{|undefined/);
    }
  });
});
