import { expect, it } from 'vitest';
import { findQueryOf } from './findQuery.ts';

it.each([
  ['品川 500 あ 12-34', { area: '品川', class: '500', kana: 'あ', number: '1234' }],
  ['品川５００あ１２３４', { area: '品川', class: '500', kana: 'あ', number: '1234' }],
  ['あ・・12', { area: '', class: '', kana: 'あ', number: '12' }],
  ['12-34', { area: '', class: '', kana: '', number: '1234' }],
  ['１２', { area: '', class: '', kana: '', number: '12' }],
  ['品川 1234', { area: '品川', class: '', kana: '', number: '1234' }],
])('%s is a plate', (typed, plate) => {
  expect(findQueryOf(typed)?.plate).toEqual(plate);
});

it('reads codes of any width as chassis number and key', () => {
  expect(findQueryOf('ｎｚｅ121ー1234567')).toMatchObject({ chassis: 'NZE121-1234567', key: 'NZE121-1234567' });
  expect(findQueryOf('c0000001')).toMatchObject({ key: 'C0000001', name: 'c0000001' });
  expect(findQueryOf('NZE')).toMatchObject({ key: 'NZE', name: 'nze' });
});

it('reads four characters as the end of a chassis number too', () => {
  expect(findQueryOf('4567')).toMatchObject({ chassis_end: '4567', plate: { number: '4567' } });
  expect(findQueryOf('34567')?.chassis_end).toBeUndefined();
});

it('folds a name, and asks for nothing when there is too little', () => {
  expect(findQueryOf(' サクラ自動車 ')).toEqual({ name: 'さくら自動車' });
  expect(findQueryOf('さ')).toBeNull();
  expect(findQueryOf('  ')).toBeNull();
  expect(findQueryOf('000')?.plate).toBeUndefined();
});
