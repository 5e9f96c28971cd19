import { describe, expect, it } from 'vitest';
import { pdfFonts } from '../../../supabase/functions/_shared/fonts.ts';
import { readPdf } from '../../../tests/support/pdfReader.ts';
import { type FeeDetailRow, feeDetails } from './feeDetails.ts';
import { toPdf } from './pdf.ts';
import { makePdf } from './pdfDocument.ts';
import { wrapText } from './pdfText.ts';
import { usageBy } from './usage.ts';

const usage = usageBy('branch');

const row: FeeDetailRow = {
  ainas_org_id: '02490100', requester_name: '髙﨑自動車 & <吉>', site_code: '001', site_name: '本社工場', vehicle_kind: 'kei', chassis_no: 'BC-1',
  plate: '品川-580-さ-1', requested_at: '2026-10-31T23:30:00+00:00', inspection_fee_amount: 1200, inspection_fee_paid_on: '2026-11-01',
  tech_fee_amount: 400, tech_fee_paid_on: null, procedure_completed_on: '2026-11-02', weight_tax_amount: null, weight_tax_paid_on: null,
  application_no: '101000821', acceptance_no: '2026100001000001867', status_label: '手続完了', remark: '受付番号11にて検査手数料は納付済',
};
const sheet = (count: number) => ({
  description: feeDetails, rows: Array.from({ length: count }, (_, index) => ({ ...row, application_no: String(101_000_000 + index) })),
  heading: [{ label: '事業者名称', value: '髙﨑自動車' }], issuedOn: '2026-11-22',
});

describe('toPdf', () => {
  it('prints every value where it can be searched, with heading, total and page number', async () => {
    const { pages, title } = readPdf(await toPdf(await pdfFonts(), [sheet(2)]));
    expect(title).toBe(feeDetails.title);
    expect(pages).toHaveLength(1);
    const [{ texts, width, height } = { texts: [], width: 0, height: 0 }] = pages;
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    const values = ['事業者名称：髙﨑自動車　　発行日：2026/11/22', '髙﨑自動車 & <吉>', '軽自動車', '品川-580-さ-1', '2026/11/01 08:30', '1,200', '2026100001000001867', '受付番号11にて検査手数料は納付済', '合計 2件', '2,400', '800', '1 / 1'];
    for (const value of [feeDetails.title, ...values]) expect(texts).toContain(value);
    expect(texts.join('')).toContain('※ この納付明細は領収証ではありません。');
    for (const { header } of feeDetails.columns) expect(texts.join('')).toContain(header);
  });

  it('repeats title and header on every page and totals once, at the end', async () => {
    const { pages } = readPdf(await toPdf(await pdfFonts(), [sheet(120)]));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, { texts }] of pages.entries()) {
      expect(texts[0]).toBe(feeDetails.title);
      expect(texts).toContain('申請ID');
      expect(texts.at(-1)).toBe(`${index + 1} / ${pages.length}`);
      expect(texts.includes('合計 120件')).toBe(index === pages.length - 1);
    }
    const numbers = pages.flatMap(({ texts }) => texts.filter((text) => /^101\d{6}$/.test(text)));
    expect(numbers).toEqual(sheet(120).rows.map(({ application_no }) => application_no));
  });

  it('starts each sheet on its own page and says when one is empty', async () => {
    const { pages } = readPdf(await toPdf(await pdfFonts(), [sheet(1), { description: usage, rows: [], heading: [], issuedOn: '2026-11-22' }]));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.texts).toContain('該当するデータはありません。');
    expect(pages[1]?.texts.at(-1)).toBe('2 / 2');
  });

  it('prints a character that the font lacks as 〓, and long texts in lines', async () => {
    const odd = { ...row, requester_name: '\u{13000}社', remark: '備'.repeat(90) };
    const { pages } = readPdf(await toPdf(await pdfFonts(), [{ ...sheet(0), rows: [odd] }]));
    expect(pages[0]?.texts).toContain('〓社');
    expect(pages[0]?.texts.filter((text) => /^備+$/.test(text)).join('')).toBe(odd.remark);
  });

  it('is upright when the columns fit', async () => {
    const { pages } = readPdf(await toPdf(await pdfFonts(), [{ description: { ...usage, columns: usage.columns.slice(0, 3) }, rows: [], heading: [], issuedOn: '2026-11-22' }]));
    expect(Math.round(pages[0]?.width ?? 0)).toBe(595);
  });
});

it('makes a document of its own, with the same fonts', async () => {
  const { pages } = readPdf(await makePdf({ content: [{ text: '引落予定明細', bold: true }, '合計 1,234円'], footer: (page, count) => `${page} / ${count}` }, await pdfFonts()));
  // pdfmake writes word by word.
  expect(pages[0]?.texts.join('')).toBe('引落予定明細合計 1,234円1 / 1');
});

const width = (text: string) => Array.from(text).length;
it('breaks lines between words, and never before a closing mark', () => {
  expect(wrapText('検査手数料は納付済。以上', 9, width)).toEqual(['検査手数料は納付', '済。以上']);
  expect(wrapText('受付番号1234567にて', 8, width)).toEqual(['受付番号', '1234567に', 'て']);
  expect(wrapText('ABCDEFGH', 3, width)).toEqual(['ABC', 'DEF', 'GH']);
});
