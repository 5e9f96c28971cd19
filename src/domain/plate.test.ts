import { describe, expect, it } from 'vitest';
import { formatPlate, formatPlateNumber, parsePlate, plateGround, plateKana, plateKey, plateNumber, plateUse } from './plate.ts';
import { Refusal } from './reader.ts';

describe('parsePlate', () => {
  it.each([
    ['品川-600-さ-1111', '品川-600-さ-1111'],
    ['品川 600 さ 11-11', '品川-600-さ-1111'],
    ['品川６００さ１１１１', '品川-600-さ-1111'],
    ['品川ー６００ーサー１１－１１', '品川-600-さ-1111'],
    ['品川５８０あ・・・１', '品川-580-あ-1'],
    ['品川580あ･･12', '品川-580-あ-12'],
    ['練馬-580-う-0737', '練馬-580-う-737'],
    ['いわき300さ1', 'いわき-300-さ-1'],
    ['つくばさ1111', 'つくば-さ-1111'],
    ['袖ヶ浦 30A わ 5', '袖ヶ浦-30A-わ-5'],
    ['尾張小牧500ね8', '尾張小牧-500-ね-8'],
    ['-600-さ-1111', '600-さ-1111'],
    ['さ1111', 'さ-1111'],
    ['横浜500A1234', '横浜-500-A-1234'],
  ])('%s → %s', (typed, key) => {
    expect(plateKey(typed)).toBe(key);
  });

  it.each(['', '品川', '品川600さ', '品川600さ12345', '品川-600-さ-0000', '品川6000さ1111', '東京都品川区600さ1', '品川-600-さ-1A'])('%s is none', (typed) => {
    expect(parsePlate(typed)).toBeNull();
  });

  it('gives back what it formats', () => {
    const plate = { area: '沖縄', class: '480', kana: 'せ', number: '1405' };
    expect(parsePlate(formatPlate(plate))).toEqual(plate);
  });
});

it('writes the number as the plate has it', () => {
  expect(['1111', '737', '1'].map(formatPlateNumber)).toEqual(['11-11', '・737', '・・・1']);
});

it('tells use and colour by kind and kana', () => {
  expect([plateUse('registered', 'あ'), plateUse('kei', 'り'), plateUse('registered', 'れ'), plateUse('kei', 'さ')]).toEqual([
    'business', 'business', 'rental', 'private',
  ]);
  expect([plateGround('registered', 'さ'), plateGround('registered', 'を'), plateGround('kei', 'わ'), plateGround('kei', 'れ')]).toEqual([
    'white', 'green', 'yellow', 'black',
  ]);
});

it('judges parts', () => {
  expect(plateKana('サ')).toBe('さ');
  expect(plateKana('し')).toBeInstanceOf(Refusal);
  expect(plateNumber('・・11')).toBe('11');
  expect(plateNumber('0')).toBeInstanceOf(Refusal);
});
