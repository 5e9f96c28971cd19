import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatDate, formatMonth } from '../dateText.ts';
import { formatCount } from '../money.ts';

/** A line of a statement; yen. */
export type StatementDocumentLine = { kind: string; label: string; vehicle_kind: 'registered' | 'kei' | null; quantity: number; unit_price: number; amount: number; tax_rate: number };
/** A statement as `report_debit_statements` answers it. Yen, JST days. */
export type StatementDocument = {
  number: string; month: string; status: 'closed' | 'published'; branch_code: string; branch_name: string; code: string; name: string; issued_on: string; content_hash: string | null;
  usage_count: number; usage_amount: number; hotekisho_amount: number; taxable_10: number; tax_10: number; return_10: number; return_tax_10: number;
  kei_fee_amount: number; tech_fee_amount: number; adjustment_amount: number; total: number; outstanding_before: number; transfer_asked: number;
  debit_cycle: number; debit_on: string | null; collection: 'head_office' | 'branch';
  addressee: { postal_code?: string | null; address?: string | null } | null; issuer: { name?: string | null; registration_no?: string | null } | null;
  account: { bank_name: string; branch_name: string; masked_number: string } | null; lines: StatementDocumentLine[] | null;
};

const yen = (amount: number): string => `${amount < 0 ? '▲' : ''}${formatCount(Math.abs(amount))}円`;
const right = (text: string, bold = false): TableCell => ({ text, alignment: 'right', bold });
const sum = (lines: readonly StatementDocumentLine[]): number => lines.reduce((total, { amount }) => total + amount, 0);
const kinds = { registered: '（登録車）', kei: '（軽自動車）' } as const;

const debitText = ({ collection, debit_on, debit_cycle }: StatementDocument): string => {
  if (collection === 'branch') return '支部徴収（口座振替はありません）';
  return debit_on === null ? '引落なし' : `${formatDate(debit_on)}（${debit_cycle}日振替）`;
};
const accountText = ({ account, debit_on }: StatementDocument): string => {
  if (debit_on === null) return '－';
  return account === null ? '口座登録中' : `${account.bank_name} ${account.branch_name} ${account.masked_number}`;
};

/** A block of lines with its sums; nothing where there is neither. */
const block = (title: string, lines: readonly StatementDocumentLine[], sums: [label: string, amount: number][]): Content[] => (lines.length === 0 ? [] : [
  { text: title, bold: true, fontSize: 9.5, margin: [0, 10, 0, 3] },
  {
    table: {
      widths: ['*', 48, 70, 90], headerRows: 1,
      body: [
        [{ text: '内容', fillColor: '#e6e6e6' }, { text: '件数', alignment: 'right', fillColor: '#e6e6e6' }, { text: '単価', alignment: 'right', fillColor: '#e6e6e6' }, { text: '金額', alignment: 'right', fillColor: '#e6e6e6' }],
        ...lines.map((line): TableCell[] => [
          `${line.label}${line.vehicle_kind === null ? '' : kinds[line.vehicle_kind]}`, right(formatCount(line.quantity)), right(yen(line.unit_price)), right(yen(line.amount))]),
        ...sums.map(([label, amount]): TableCell[] => [{ text: label, colSpan: 3, alignment: 'right', bold: true }, '', '', right(yen(amount), true)]),
      ],
    },
    layout: { hLineWidth: () => 0.4, vLineWidth: () => 0, paddingTop: () => 2.5, paddingBottom: () => 2.5 },
  },
]);

/** Who sends it to whom: addressee to the left, issuer with its registration number to the right. */
const parties = (statement: StatementDocument): Content => ({
  margin: [0, 0, 0, 12],
  columns: [
    { width: '*', stack: [
      ...(statement.addressee?.postal_code ? [`〒${statement.addressee.postal_code}`] : []), ...(statement.addressee?.address ? [statement.addressee.address] : []),
      { text: `${statement.name}　御中`, fontSize: 12, bold: true, margin: [0, 3, 0, 0] }, `事業者コード ${statement.code}`,
    ] },
    { width: 220, alignment: 'right', stack: [
      { text: statement.issuer?.name ?? '', bold: true }, statement.issuer?.registration_no ? `登録番号 ${statement.issuer.registration_no}` : '登録番号 未登録（適格請求書ではありません）',
      `発行日 ${formatDate(statement.issued_on)}`, `明細番号 ${statement.number}`,
    ] },
  ],
});

const facts = (statement: StatementDocument): Content => ({
  table: { widths: [80, '*', 80, '*'], body: [
    [{ text: '利用年月', color: '#555555' }, formatMonth(statement.month), { text: '引落予定日', color: '#555555' }, debitText(statement)],
    [{ text: '引落合計', color: '#555555' }, { text: yen(statement.total), bold: true, fontSize: 12 }, { text: '振替口座', color: '#555555' }, accountText(statement)],
  ] },
  layout: { hLineWidth: () => 0.4, vLineWidth: () => 0, paddingTop: () => 4, paddingBottom: () => 4 },
});

const totals = (statement: StatementDocument): Content => {
  const debit = statement.total + statement.outstanding_before - statement.transfer_asked;
  const rows: TableCell[][] = [
    [{ text: '引落合計', bold: true, fontSize: 11 }, { text: yen(statement.total), alignment: 'right', bold: true, fontSize: 11 }],
    ['前月以前の繰越（合計に含みません）', right(yen(statement.outstanding_before))],
    ...(statement.transfer_asked === 0 ? [] : [['うち振込依頼書によるお振込分', right(yen(statement.transfer_asked))] satisfies TableCell[]]),
    ...(statement.debit_on !== null && statement.outstanding_before !== 0 ? [[{ text: statement.transfer_asked === 0 ? '引落予定額（合計＋繰越）' : '引落予定額（合計＋繰越－お振込分）', bold: true }, right(yen(debit), true)] satisfies TableCell[]] : []),
  ];
  return { margin: [0, 14, 0, 0], columns: [{ width: '*', text: '' }, { width: 280, table: { widths: ['*', 100], body: rows }, layout: { hLineWidth: () => 0.4, vLineWidth: () => 0, paddingTop: () => 3, paddingBottom: () => 3 } }] };
};

const notes = (statement: StatementDocument): Content => ({
  margin: [0, 12, 0, 0], fontSize: 7.5, color: '#444444',
  stack: [
    '※ この明細は引落の予定をお知らせするもので、領収証ではありません。', '※ 軽減税率（8%）の対象はありません。立替は課税対象外です。',
    ...(statement.debit_on !== null && statement.outstanding_before !== 0 ? [`※ 引落予定日には、引落合計と前月以前の繰越${statement.transfer_asked === 0 ? '' : '（振込依頼書によるお振込分を除く）'}をあわせて引き落とします。`] : []),
    ...(statement.status === 'closed' ? ['※ 未公開です。宛先と発行者は、公開したときの内容で確定します。'] : []),
    ...(statement.content_hash === null ? [] : [`内容のSHA-256　${statement.content_hash}`]),
  ],
});

const page = (statement: StatementDocument, at: number): Content[] => {
  const lines = statement.lines ?? [];
  const taxable = lines.filter(({ tax_rate: rate, amount }) => rate > 0 && amount >= 0);
  const returned = lines.filter(({ tax_rate: rate, amount }) => rate > 0 && amount < 0);
  const advances = lines.filter(({ tax_rate: rate, kind }) => rate === 0 && kind !== 'adjustment');
  const other = lines.filter(({ tax_rate: rate, kind }) => rate === 0 && kind === 'adjustment');
  const net: [string, number][] = [['10%対象計（税込）', statement.taxable_10], ['内消費税（10%）', statement.tax_10]];
  return [
    { text: statement.issuer?.registration_no ? '引落予定明細（適格請求書）' : '引落予定明細', fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 16], ...(at > 0 ? { pageBreak: 'before' as const } : {}) },
    parties(statement), facts(statement),
    ...block('課税対象（税込・税率10%）', taxable, returned.length === 0 ? net : [['小計（税込）', sum(taxable)]]),
    ...block('売上げに係る対価の返還等（税込・税率10%）', returned, [
      ...(statement.return_10 === 0 ? [] : [['返還計（税込）', statement.return_10], ['内消費税（10%）', statement.return_tax_10]] as [string, number][]), ['差引　10%対象計（税込）', statement.taxable_10], ['差引　内消費税（10%）', statement.tax_10]]),
    ...block('立替（課税対象外）', advances, [['立替計（課税対象外）', sum(advances)]]),
    ...block('調整（課税対象外）', other, [['調整計（課税対象外）', sum(other)]]),
    totals(statement), notes(statement),
  ];
};

/** Statements as sheets of A4, each on pages of its own: the six items of a 適格請求書, 返還 apart, advances and older debts outside it (D-26). */
export const statementPages = (statements: readonly StatementDocument[]): TDocumentDefinitions => ({
  info: { title: '引落予定明細' }, pageMargins: [42, 42, 42, 42],
  content: statements.length === 0 ? ['該当する引落予定明細はありません。'] : statements.flatMap((statement, at) => page(statement, at)),
  footer: (current, count) => ({ text: `${current} / ${count}`, alignment: 'center', fontSize: 8 }),
});
