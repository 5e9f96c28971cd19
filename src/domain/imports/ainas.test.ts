import { describe, expect, it } from 'vitest';
import { expectedFigures, sampleFile } from '../../../tests/fixtures/samples.ts';
import { parseImport } from './parse.ts';
import { readTable } from './table.ts';

const ainas = async () =>
  parseImport('ainas', await readTable(sampleFile('ainas-2026-10.csv'), 'ainas-2026-10.csv'));

describe('AINAS file', () => {
  it("rejects exactly the cells that are wrong in themselves; look-ups are the database's", async () => {
    const { read, rows, rejected } = await ainas();
    const expected = expectedFigures();
    expect(read).toBe(expected.applications_in_file);
    expect(rejected.map(({ line, column, code }) => ({ line, column, code }))).toEqual(
      expected.rejected.filter(({ code }) => !code.startsWith('unknown_')),
    );
    expect(rows).toHaveLength(read - 3);
  });

  it('gives typed values under the names SQL reads', async () => {
    const { rows } = await ainas();
    expect(rows.find((row) => row.application_no === '101000769')).toEqual({
      line: 2,
      application_no: '101000769',
      vehicle_kind: 'kei',
      application_type: 'initial',
      filing_status_label: '手続完了',
      oss_status_label: '交付完了',
      oss_status_raw: '自動車検査証返付完了',
      plate: '沖縄-480-せ-1405',
      plate_area: '沖縄',
      plate_class: '480',
      plate_kana: 'せ',
      plate_number: '1405',
      chassis_no: 'BC-554079836',
      ainas_org_id: '02490106',
      site_code: '002',
      agent_branch_code: '153',
      filing_office: '沖縄事務所',
      cashless: false,
      requested_at: '2026-10-19T08:35:00+09:00',
      filed_at: '2026-10-19T13:10:00+09:00',
      acceptance_no: '2026100001000001740',
      previous_acceptance_no: null,
      completed_on: '2026-10-19',
      inspection_fee_amount: 1200,
      inspection_fee_paid_on: '2026-10-19',
      tech_fee_amount: 400,
      tech_fee_paid_on: '2026-10-19',
      weight_tax_amount: 3300,
      weight_tax_paid_on: '2026-10-19',
      message_flag: false,
      notice_flag: false,
      due_notice_flag: false,
    });
  });

  it('passes statuses it does not know, open cases and re-filed ones', async () => {
    const { rows } = await ainas();
    const of = (no: string) => rows.find((row) => row.application_no === no);
    expect(of('101000835')).toMatchObject({ oss_status_label: '審査再開待ち', completed_on: null, inspection_fee_paid_on: null });
    expect(of('101000818')).toMatchObject({ application_type: 'refiled', previous_acceptance_no: '2026100001000001852' });
    expect(of('101000372')).toMatchObject({ cashless: true, due_notice_flag: false });
  });
});
