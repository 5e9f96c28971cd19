import { json, type Tx } from './connection.ts';
import { actAs, type Caller } from './session.ts';

/** A row as `parseImport('ainas', …)` gives it; what is not named is null. */
export type AinasRow = Record<string, string | number | boolean | null> & { line: number };

let numbers = 500000000;

/** A complete 軽 case of a company and site, paid and done on 2025-05-02, under a new 申請ID, 受付番号 and car unless `fields` says otherwise. */
export const ainasRow = (fields: Partial<AinasRow> & { ainas_org_id: string; site_code: string }): AinasRow => {
  const n = ++numbers;
  return {
    line: n - 500000000 + 1,
    application_no: String(n),
    vehicle_kind: 'kei',
    application_type: 'initial',
    filing_status_label: '手続完了',
    oss_status_label: '交付完了',
    oss_status_raw: '自動車検査証返付完了',
    plate: `品川-580-あ-${n % 10000}`,
    plate_area: '品川', plate_class: '580', plate_kana: 'あ', plate_number: String(n % 10000),
    chassis_no: `AI-${n}`,
    agent_branch_code: '118',
    filing_office: '東京主管事務所',
    cashless: false,
    requested_at: '2025-05-01T09:00:00+09:00',
    filed_at: '2025-05-01T13:00:00+09:00',
    acceptance_no: `20250001${n}`,
    previous_acceptance_no: null,
    completed_on: '2025-05-02',
    inspection_fee_amount: 1200, inspection_fee_paid_on: '2025-05-01',
    tech_fee_amount: 400, tech_fee_paid_on: '2025-05-01',
    weight_tax_amount: 6600, weight_tax_paid_on: '2025-05-02',
    message_flag: false, notice_flag: false, due_notice_flag: false,
    ...fields,
  };
};

/** A row that is filed and waits for the examination: nothing completed. */
export const openRow = (fields: Partial<AinasRow> & { ainas_org_id: string; site_code: string }): AinasRow =>
  ainasRow({ filing_status_label: '申請中', oss_status_label: '検査審査中', completed_on: null, weight_tax_amount: null, weight_tax_paid_on: null, ...fields });

export type Told = { line: number; column: string; value: string | null; code: string };
export type Imported = { read: number; inserted: number; updated: number; unchanged: number; rejected_count: number; rejected: Told[]; warnings: Told[]; import_id?: number };

/** `import_rows` as `caller`. */
export const importRows = (tx: Tx, caller: Caller, kind: string, rows: object[], preview = false): Promise<Imported> =>
  actAs(tx, caller, async () => {
    const [answer] = await tx<{ answer: Imported }[]>`select import_rows(${kind}, ${`${kind}.csv`}, ${json(tx, rows)}, ${preview}) as answer`;
    if (!answer) throw new Error('import_rows answered nothing');
    return answer.answer;
  });

/** The counts of an answer, short: '1 inserted, 0 updated, 2 unchanged, 0 rejected'. */
export const counts = ({ inserted, updated, unchanged, rejected_count }: Imported): string =>
  `${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected_count} rejected`;
