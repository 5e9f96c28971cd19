import { describe, expect, it } from 'vitest';
import { pdfFonts } from '../../../supabase/functions/_shared/fonts.ts';
import { readPdf } from '../../../tests/support/pdfReader.ts';
import type { StatementDocument, StatementDocumentLine } from './debitStatementPage.ts';
import { debitStatementReport } from './debitStatement.ts';

const line = (fields: Partial<StatementDocumentLine>): StatementDocumentLine => ({ kind: 'usage', label: '継続検査OSS利用料金', vehicle_kind: null, quantity: 100, unit_price: 178, amount: 17800, tax_rate: 10, ...fields });
const statement: StatementDocument = {
  number: '202610-00001', month: '2026-10-01', status: 'published', branch_code: '118', branch_name: '東京', code: 'C0000001', name: '見本自動車株式会社', issued_on: '2026-11-06', content_hash: 'a'.repeat(64),
  usage_count: 100, usage_amount: 17800, hotekisho_amount: 0, taxable_10: 16700, tax_10: 1518, return_10: -1100, return_tax_10: -100, kei_fee_amount: 1200, tech_fee_amount: 0, adjustment_amount: -1100,
  total: 17900, outstanding_before: 5000, transfer_asked: 0, debit_cycle: 27, debit_on: '2026-11-27', collection: 'head_office', addressee: { postal_code: '100-0000', address: '東京都見本市1' },
  issuer: { name: '一般社団法人見本連合会', registration_no: 'T9999999999999' }, account: { bank_name: 'ﾐﾎﾝｷﾞﾝｺｳ', branch_name: 'ﾎﾝﾃﾝ', masked_number: '****567' },
  lines: [line({}), line({ kind: 'adjustment', label: '利用料の訂正（9月分）', quantity: 1, unit_price: -1100, amount: -1100 }), line({ kind: 'kei_fee', label: '軽OSS検査手数料（立替）', vehicle_kind: 'kei', quantity: 1, unit_price: 1200, amount: 1200, tax_rate: 0 })],
};
const heading = { issued_on: '2026-11-22', requester: null, branch: null };
const print = async (...rows: StatementDocument[]) => readPdf(await debitStatementReport.document?.print({ heading, from: '2026-10-01', to: '2026-10-01', rows }, await pdfFonts()) ?? new Uint8Array());
const textOf = ({ pages }: Awaited<ReturnType<typeof print>>): string => pages.flatMap(({ texts }) => texts).join('').replaceAll(/\s/g, '');

describe('引落予定明細 as PDF', () => {
  it('has the six items of a 適格請求書, what it gives back, and advances and older debts apart', async () => {
    const text = textOf(await print(statement));
    for (const item of ['引落予定明細（適格請求書）', '見本自動車株式会社御中', '一般社団法人見本連合会', '登録番号T9999999999999', '利用年月2026年10月', '発行日2026/11/06', '明細番号202610-00001',
      '課税対象（税込・税率10%）', '返還計（税込）▲1,100円', '内消費税（10%）▲100円', '差引10%対象計（税込）16,700円', '差引内消費税（10%）1,518円', '軽OSS検査手数料（立替）（軽自動車）11,200円1,200円', '引落合計17,900円',
      '前月以前の繰越（合計に含みません）5,000円', '引落予定額（合計＋繰越）22,900円', '2026/11/27（27日振替）', '****567', '軽減税率（8%）の対象はありません', 'a'.repeat(64)]) expect(text).toContain(item);
  });

  it('debits no yen that 振込依頼書 asks for', async () => {
    const text = textOf(await print({ ...statement, transfer_asked: 4000 }));
    for (const item of ['前月以前の繰越（合計に含みません）5,000円', 'うち振込依頼書によるお振込分4,000円', '引落予定額（合計＋繰越－お振込分）18,900円', '振込依頼書によるお振込分を除く']) expect(text).toContain(item);
  });

  it('says so when there is no registration number, no account, no debit', async () => {
    const text = textOf(await print({ ...statement, issuer: { name: '見本連合会', registration_no: null }, account: null, outstanding_before: 0 }, { ...statement, debit_on: null, collection: 'branch' }));
    for (const item of ['登録番号未登録（適格請求書ではありません）', '口座登録中', '支部徴収（口座振替はありません）']) expect(text).toContain(item);
    expect((await print(statement, statement)).pages).toHaveLength(2);
  });
});
