import { expect, test } from 'vitest';
import { draftConsent, filledValues, problemsOfValues, valueText } from './card.ts';

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
