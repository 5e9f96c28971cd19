import { expect, test } from 'vitest';
import { draftConsent, draftQuestion, filledValues, problemsOfValues, usualFields, valueText } from './card.ts';

test('takes over only what was filled in, as the certificate writes it', () => {
  expect(filledValues(['name', 'address_1', 'address_2', 'shortening_allowed'], { name: ' 見本　花子 ', address_1: '東京都千代田区見本町一丁目', address_2: '', shortening_allowed: false }))
    .toEqual({ name: '見本　花子', address_1: '東京都千代田区見本町一丁目', shortening_allowed: false });
});

test('finds what the certificate cannot have: no prefecture, half-width, a number of the wrong length', () => {
  expect(Object.keys(problemsOfValues(['name', 'address_1', 'record_agent_no'], { name: 'mihon', address_1: '千代田区見本町', record_agent_no: '123' })).toSorted())
    .toEqual(['address_1', 'name', 'record_agent_no']);
  expect(problemsOfValues(['name', 'record_agent_no'], { name: '', record_agent_no: '' })).toEqual({});
});

test('says a value in the words of the form', () => {
  expect(valueText('shortening_allowed', true, 'kei')).toBe('短縮可');
  expect(valueText('update_method', 'office', 'kei')).toBe('軽検協事務所等');
  expect(valueText('address_2', null, 'kei')).toBe('－');
  expect(draftConsent('2026-06-10')).toContain('2026/06/10');
});

const at = (oss: string | null) => ({ filing_status: oss === 'correction_requested' ? 'correction_requested' : 'error', oss_status: oss });

test('asks the exact question: what was noted, and the fields that put each kind of failure right', () => {
  expect(draftQuestion('correction', at('correction_requested'), '保適証の走行距離が違います')).toMatch(/^補正を求められました。[^]*\n内容：保適証の走行距離が違います$/);
  expect(draftQuestion('rejection', at('rejected'), null)).toMatch(/^却下されました。/);
  expect([at('not_accepted'), at('void'), at(null)].map((place) => draftQuestion('rejection', place, null).slice(0, 6))).toEqual(['受け付けられ', '期限などによ', '申請エラーに']);
  expect(usualFields('rejection', at('not_accepted'))).toEqual(['update_method', 'record_agent_no']);
  expect(usualFields('rejection', at('rejected'))).toContain('address_1');
});
