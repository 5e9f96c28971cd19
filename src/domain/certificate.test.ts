import { describe, expect, test } from 'vitest';
import { type CodeSymbol, collectSymbols, isComplete, readCertificateCodes, symbolsOfText } from './certificateCodes.ts';
import { decodeCertificateFile, readCertificateFile } from './certificateFile.ts';

const numbers = '2/品川　３００さ１２３４/1/TEST-0001234/2ZR/1';
const inspection = '2/-/123450001/281120/1811/DBA-ZRR80W/00950/     /     /00750/10/096/2/-/-/-/-/180131/01';
const plate = { area: '品川', class: '300', kana: 'さ', number: '1234' };
const cut = (text: string, ...at: number[]) => [0, ...at].map((from, n) => text.slice(from, at[n]));

const readTexts = (texts: string[]) => readCertificateCodes(symbolsOfText(texts.join('\n')));

const part = (text: string, at: number, of: number, row: string): CodeSymbol => ({ text, part: { at, of, row } });
const state = (seen: CodeSymbol[]) => Object.fromEntries(readCertificateCodes(seen).pieces.map(({ name, read: done }) => [name, done]));

describe('two-dimensional codes', () => {
  const symbols = [...cut(numbers, 17), ...cut(inspection, 25, 60)];

  test.each([[symbols], [symbols.toReversed()], [[symbols[3], symbols[1], symbols[4], symbols[0], symbols[2], symbols[0]]]])('of 登録車 are put together in any order, doubles too', (texts) => {
    expect(readTexts(texts as string[])).toMatchObject({ data: { kind: 'registered', plate, chassisNo: 'TEST-0001234', expiresOn: '2028-11-20', user: null } });
  });

  test('give what is there while some are missing', () => {
    expect(readTexts(symbols.slice(0, 2)).data).toMatchObject({ plate, chassisNo: 'TEST-0001234', expiresOn: null });
    expect(readTexts(symbols.slice(0, 3)).data).toMatchObject({ plate, expiresOn: '2028-11-20' });
    expect(readTexts(symbols.slice(2)).data).toBeNull();
    expect(readTexts([numbers, inspection]).data).toMatchObject({ plate, expiresOn: '2028-11-20' });
  });

  const kei = ['K/22/品川　５８０あ・・１２/1/BC-810100031/R06A/1', 'K/32/-/123450001/270610/1506/DBA-HA36S/00400/-/-/00250/-/-/-/-/-/-/-/01/999'];
  test('of 軽 are whole each', () => {
    expect(readTexts(kei).data).toMatchObject({ kind: 'kei', plate: { area: '品川', class: '580', kana: 'あ', number: '12' }, chassisNo: 'BC-810100031', expiresOn: '2027-06-10' });
    expect(readTexts(kei.toReversed()).data).toMatchObject({ chassisNo: 'BC-810100031', expiresOn: '2027-06-10' });
  });

  test('of an electronic certificate hold no 満了日, and nothing is missing then', () => {
    const codes = readTexts([numbers, inspection.replace('281120', '999999')]);
    expect(codes.data).toMatchObject({ plate, expiresOn: null });
    expect(isComplete(codes)).toBe(true);
  });

  test.each([[[]], [['https://example.jp/']], [['', '  ']], [Array.from({ length: 40 }, (_, n) => `x${n}/y`)]])('that are none of a certificate are refused: %#', (texts) => {
    expect(readTexts(texts)).toMatchObject({ data: null, pieces: [] });
  });

  const rows = (code2: string, code3: string, row = '') => [...cut(code2, 14).map((text, at) => part(text, at, 2, `n${row}`)), ...cut(code3, 25, 60).map((text, at) => part(text, at, 3, `i${row}`))];
  const car = rows(numbers, inspection);

  test('say what was read and what is missing', () => {
    expect(state(car.slice(0, 1))).toEqual({ numbers_1: true, numbers_2: false, expiry: false });
    expect(state(car.slice(1, 3))).toEqual({ numbers_1: false, numbers_2: true, expiry: true });
    expect(state(car.slice(3))).toEqual({});
    expect(isComplete(readCertificateCodes(car.slice(0, 2)))).toBe(false);
    expect(isComplete(readCertificateCodes(car.slice(0, 3)))).toBe(true);
    expect(state([{ text: kei[1] ?? '', part: null }])).toEqual({ kei_numbers: false, expiry: true });
    expect(readCertificateCodes([...car, { text: 'https://example.jp/', part: null }, { text: 'A-12', part: null }])).toMatchObject({ foreign: 2, data: { plate } });
  });

  test('are not put together against what they say of their place', () => {
    const [first, second] = cut('2/品川　３００さ１２/1/TEST-0001234/2ZR/1', 17);
    expect(readCertificateCodes([part(first ?? '', 0, 2, 'a'), part(second ?? '', 1, 2, 'b')]).data).toBeNull();
    expect(readCertificateCodes([part(first ?? '', 0, 2, 'a'), part(second ?? '', 1, 2, 'a')]).data).toMatchObject({ plate: { number: '12' } });
  });

  test('of a second car begin anew, and are never mixed with those of the first', () => {
    const other = rows(numbers.replace('１２３４', '５６７８').replace('0001234', '0009999'), inspection.replace('281120', '270301'), '2');
    const [kei1, kei2] = [{ text: kei[0] ?? '', part: null }, { text: kei[0]?.replace('031', '032') ?? '', part: null }];
    expect(collectSymbols(car.slice(0, 2), car.slice(1, 4))).toEqual({ symbols: car.slice(0, 4), restarted: false });
    expect(collectSymbols(car, other.slice(0, 1))).toEqual({ symbols: other.slice(0, 1), restarted: true });
    expect(collectSymbols(car, other.slice(2, 3))).toEqual({ symbols: other.slice(2, 3), restarted: true });
    expect(collectSymbols(car, [kei1])).toEqual({ symbols: [kei1], restarted: true });
    expect(collectSymbols([kei1], [kei2]).restarted).toBe(true);
    // A certificate on paper carries further rows for the offices: they begin nothing.
    expect(collectSymbols(car, [part('ABCDEF', 0, 3, 'x'), part('1/xyz', 0, 3, 'y')]).restarted).toBe(false);
  });
});

describe('the file of the 車検証閲覧アプリ', () => {
  const items = {
    EntryNoCarNo: '品川　３００　さ　１２３４', CarNo: 'ＴＥＳＴ－０００１２３４', RegistCarLightCar: '01', ValidPeriodExpirdateE: '令和', ValidPeriodExpirdateY: ' 8', ValidPeriodExpirdateM: '11',
    ValidPeriodExpirdateD: '20', UsernameLowLevelChar: '見本　太郎', UserAddressChar: '東京都千代田区見本町', UserAddressNumValue: '1-1', ElectCertMgNo: '123456789012',
  };
  const read = (more: Record<string, unknown> = {}) => readCertificateFile(JSON.stringify({ CertInfoImportFileVersion: '1.0', CertInfo: { ...items, ...more } }));

  test('as JSON', () => {
    expect(read()).toEqual({
      kind: 'registered', plate, chassisNo: 'TEST-0001234', expiresOn: '2026-11-20', certificateNo: null,
      user: { name: '見本　太郎', address_1: '東京都千代田区見本町', address_2: '１−１' },
    });
    expect(read({ ElectCertMgNo: '1234567890123', RegistCarLightCar: '2' })).toMatchObject({ certificateNo: '1234567890123', kind: 'kei' });
    expect(read({ RegistCarLightCar: '' })).toMatchObject({ kind: null });
  });

  test('as CSV, in either encoding', () => {
    const csv = `${Object.keys(items).join(',')}\r\n${Object.values(items).map((value) => `"${value}"`).join(',')}\r\n`;
    expect(readCertificateFile(`\uFEFF${csv}`)).toMatchObject({ plate, chassisNo: 'TEST-0001234', expiresOn: '2026-11-20' });
    expect(decodeCertificateFile(new TextEncoder().encode(csv))).toBe(csv);
    expect(decodeCertificateFile(new Uint8Array([0x95, 0x69, 0x90, 0xec]))).toBe('品川');
  });

  test('the user who is the owner, letters beyond JIS X 0208, a day that is no day', () => {
    expect(read({ UsernameLowLevelChar: '＊＊＊', UserAddressChar: '＊＊＊', OwnernameLowLevelChar: '髙橋　一郎', OwnerAddressChar: '大阪府見本市', OwnerAddressNumValue: '2' })?.user)
      .toEqual({ name: '高橋　一郎', address_1: '大阪府見本市', address_2: '２' });
    expect(read({ ValidPeriodExpirdateM: '13' })).toMatchObject({ expiresOn: null });
    expect(read({ ValidPeriodExpirdateE: '', TwodimensionCodeInfoValidPeriodExpirdate: '261120' })).toMatchObject({ expiresOn: '2026-11-20' });
  });

  test('whose items are named otherwise, by the setting', () => {
    const renamed = JSON.stringify({ CertInfo: { 車台番号: 'TEST-9', 登録番号: '横浜 500 う 5' } });
    expect(readCertificateFile(renamed)).toBeNull();
    expect(readCertificateFile(renamed, { chassis_no: '車台番号', plate: '登録番号' })).toMatchObject({ chassisNo: 'TEST-9', plate: { area: '横浜', number: '5' } });
  });

  test.each(['', '{', '{"a": 1}', 'a,b', 'a,b\n1,2', '[1]'])('%j is no such file', (text) => {
    expect(readCertificateFile(text)).toBeNull();
  });
});
