import { read, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FeeDetailRow, feeDetails } from './feeDetails.ts';
import { usageBy } from './usage.ts';
import { toWorkbook } from './workbook.ts';

const row: FeeDetailRow = {
  ainas_org_id: '02490100',
  requester_name: '有限会社みなと & <自動車>',
  site_code: '001',
  site_name: '本社工場',
  vehicle_kind: 'kei',
  chassis_no: 'BC-1',
  plate: '品川-580-さ-1',
  requested_at: '2026-10-31T23:30:00+00:00',
  inspection_fee_amount: 1200,
  inspection_fee_paid_on: '2026-11-01',
  tech_fee_amount: 400,
  tech_fee_paid_on: null,
  procedure_completed_on: '2026-11-02',
  weight_tax_amount: null,
  weight_tax_paid_on: null,
  application_no: '101000821',
  acceptance_no: '2026100001000001867',
  status_label: '手続完了',
  remark: null,
};

const build = () =>
  toWorkbook(
    { description: feeDetails, rows: [row, { ...row, inspection_fee_amount: 1100 }], heading: [{ label: '事業者名称', value: 'みなと' }], issuedOn: '2026-11-22' },
    { description: usageBy('branch'), rows: [], heading: [], issuedOn: '2026-11-22' },
  );

const at = (sheet: WorkSheet | undefined, line: number): unknown[] =>
  Array.from(sheet?.['!data']?.[line] ?? [], (cell) => cell?.v);

describe('workbook', () => {
  it('has the manual’s 19 columns in order, values as Excel knows them, and totals', async () => {
    const sheet = read(await build(), { dense: true, cellNF: true }).Sheets['明細'];
    expect(at(sheet, 0)[0]).toBe('検査手数料・技術情報管理手数料・重量税明細');
    expect(at(sheet, 1)[0]).toBe('事業者名称：みなと　　発行日：2026/11/22');
    expect(at(sheet, 2)[0]).toMatch(/^※ この納付明細は領収証ではありません。/);
    expect(at(sheet, 4)).toEqual(feeDetails.columns.map((column) => column.header));
    expect(at(sheet, 4)).toHaveLength(19);
    const cells = sheet?.['!data']?.[5] ?? [];
    expect(cells[0]).toMatchObject({ t: 's', v: '02490100' });
    expect(cells[1]).toMatchObject({ v: '有限会社みなと & <自動車>' });
    expect(cells[4]).toMatchObject({ v: '軽自動車' });
    expect(cells[7]).toMatchObject({ t: 'n', w: '2026/11/01 08:30' });
    expect(cells[8]).toMatchObject({ t: 'n', v: 1200, w: '1,200', z: '#,##0;"▲"#,##0' });
    expect(cells[9]).toMatchObject({ t: 'n', w: '2026/11/01' });
    expect(cells[16]).toMatchObject({ t: 's', v: '2026100001000001867' });
    expect(at(sheet, 7)[0]).toBe('合計 2件');
    expect(at(sheet, 7)[8]).toBe(2300);
    expect(at(sheet, 7)[13]).toBe(0);
  });

  it('merges the title and freezes the heading and the first column', async () => {
    const files = unzipSync(await build());
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('A1:S1');
    expect(xml).toMatch(/<pane [^>]*topLeftCell="B6"/);
    expect(xml).toMatch(/xSplit="1"/);
    expect(xml).toMatch(/ySplit="5"/);
  });

  it('gives a long remark the lines it needs', () => {
    const remark = '受付番号2026100001000001867にて検査手数料は納付済、受付番号2026100001000001867にて技術情報管理手数料は納付済';
    const files = unzipSync(toWorkbook({ description: feeDetails, rows: [row, { ...row, remark }], heading: [], issuedOn: '2026-11-22' }));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<row r="6"><c/);
    expect(xml).toMatch(/<row r="7" ht="49.5" customHeight="1">/);
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('horizontal="left" wrapText="1"');
  });

  it('makes a sheet without rows', async () => {
    const sheet = read(await build(), { dense: true }).Sheets['利用件数 支部別'];
    expect(at(sheet, 4)[0]).toBe('合計');
  });
});
