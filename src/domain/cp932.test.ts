import { expect, test } from 'vitest';
import { toCp932 } from './cp932.ts';

const back = (text: string): string => new TextDecoder('shift_jis').decode(toCp932(text));

test.each(['申請ID,手続種別\r\n', '品川-580-あ-1234', '一般社団法人東京都自動車整備振興会', 'ｱｲｳ', '〜－‖', '髙﨑①㈱'])('writes %s so that it is read again', (text) => {
  expect(back(text)).toBe(text.replaceAll('〜', '～').replaceAll('‖', '∥').replaceAll('−', '－'));
});

test('marks what CP932 does not have', () => {
  expect(back('𠮷野')).toBe('〓野');
});

test('takes the code that Windows takes where there are several', () => {
  expect([...toCp932('∵')]).toEqual([0x81, 0xe6]);
});
