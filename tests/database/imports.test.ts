import { describe, expect, test } from 'vitest';
import { ainasRow, counts, type Imported, importRows } from '../support/ainas.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// Who may bring which file, previews, large files in pieces, the directory and finance's files (docs/decisions.md D-23, D-27, D-29).

const world = await useWorld();
const { rollback } = world;
const { sakura } = world.ids.company;

const company = { line: 2, code: 'C9200001', name: '見本自動車', branch_code: '118', postal_code: null, address: null, phone: null, ainas_org_id: 'A-1', member_code: null, debit_cycle: 27, report_email: null };
const site = { line: 2, ainas_org_id: 'A-1', code: '001', name: '本社工場', short_name: '本社', branch_code: '118', record_agent_no: null };
const account = { line: 2, requester_code: 'C9100001', valid_from: '2025-04-01', bank_code: '9901', bank_name: 'ﾃｽﾄ', branch_code: '100', branch_name: 'ﾎﾝﾃﾝ', account_type: 'ordinary', account_number: '7654321', holder_kana: 'ﾐﾎﾝ' };
const line = { line: 2, month: '2025-06-01', acceptance_no: '777', amount: 1200, paid_on: '2025-06-02', plate: null, chassis_no: null };

const call = <T>(tx: Tx, person: PersonName, work: (own: Tx) => Promise<T>) => attempt(tx, (point) => actAs(point, person, work));

const refusalOf = async (tx: Tx, person: PersonName, kind: string, rows: object[] = []) =>
  (await attempt(tx, (point) => importRows(point, person, kind, rows))).refusal?.code;

describe('who may bring a file', () => {
  const allowed: Record<string, PersonName[]> = {
    requesters: ['hqAdmin'], sites: ['hqAdmin'], ainas: ['hqAdmin', 'tokyoAdmin', 'tokyoStaff'],
    'payee-keikenkyo': ['hqFinance'], 'payee-kikou': ['hqFinance'], hotekisho: ['hqFinance'], 'debit-accounts': ['hqFinance'],
  };
  const people: PersonName[] = ['hqAdmin', 'hqFinance', 'hqViewer', 'auditor', 'tokyoAdmin', 'tokyoStaff', 'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraPreparer'];

  test.each(Object.entries(allowed))('%s', (kind, mayBring) => rollback(async (tx) => {
    for (const person of people) {
      expect([person, await refusalOf(tx, person, kind)]).toEqual([person, mayBring.includes(person) ? undefined : 'not_allowed']);
    }
  }));

  test('an unknown kind, and nobody at all, are refused', () => rollback(async (tx) => {
    expect(await refusalOf(tx, 'hqAdmin', 'anything')).toBe('not_allowed');
    expect((await attempt(tx, (point) => actAs(point, 'anon', (own) => own`select import_rows('ainas', 'f', '[]')`))).refusal?.code).toBe('42501');
  }));

  test('imports are read by head office and the branch that brought them; staged rows by nobody', () => rollback(async (tx) => {
    await importRows(tx, 'tokyoStaff', 'ainas', []);
    const seen = (person: PersonName) => actAs(tx, person, (own) => own`select kind from imports`.then((rows) => rows.length));
    expect([await seen('hqAdmin'), await seen('hqFinance'), await seen('tokyoAdmin'), await seen('sapporoStaff'), await seen('sakuraAdmin')]).toEqual([1, 1, 1, 0, 0]);
    expect((await attempt(tx, (point) => actAs(point, 'hqAdmin', (own) => own`select * from import_rows`))).refusal?.code).toBe('42501');
  }));
});

test('a preview is the run itself, undone', () => rollback(async (tx) => {
  const rows = [company, { ...company, line: 3, code: 'C9200002', ainas_org_id: 'A-2', branch_code: '999' }];
  const preview = await importRows(tx, 'hqAdmin', 'requesters', rows, true);
  expect(await tx`select (select count(*) from requesters where code like 'C92%') as companies, (select count(*) from imports) as imports, (select count(*) from import_rows) as rows`)
    .toEqual([{ companies: 0, imports: 0, rows: 0 }]);
  const { import_id: _, ...done } = await importRows(tx, 'hqAdmin', 'requesters', rows);
  expect(done).toEqual(preview);
  expect(await tx`select kind, actor_name, state, read, inserted, rejected_count, jsonb_array_length(rejected) as cells from imports`)
    .toEqual([{ kind: 'requesters', actor_name: 'hqAdmin', state: 'done', read: 2, inserted: 1, rejected_count: 1, cells: 1 }]);
}));

const stage = async (tx: Tx) => {
  const { value } = await call(tx, 'hqAdmin', (own) => own<{ id: number }[]>`select stage_import('requesters', 'big.csv') as id`);
  return value?.[0]?.id ?? 0;
};
const add = (tx: Tx, person: PersonName, id: number, rows: object[]) => call(tx, person, (own) => own`select add_import_rows(${id}, ${json(own, rows)})`);
const commit = (tx: Tx, id: number, preview: boolean) => call(tx, 'hqAdmin', (own) => own<{ answer: Imported }[]>`
  select commit_import(${id}, ${preview}, 4, '[{"line": 9, "column": "会員コード", "value": "x", "code": "invalid_member_code"}]', '{"branch_code": "所属"}') as answer`);

describe('a large file', () => {
  test('comes in pieces, may be previewed, is committed once and names columns as the file does', () => rollback(async (tx) => {
    const id = await stage(tx);
    await add(tx, 'hqAdmin', id, [company]);
    await add(tx, 'hqAdmin', id, [company, { ...company, line: 3, code: 'C9200002', ainas_org_id: null }, { ...company, line: 4, code: 'C9200003', ainas_org_id: null, branch_code: '999' }]);
    for (const preview of [true, false]) {
      const answer = (await commit(tx, id, preview)).value?.[0]?.answer;
      expect(answer).toMatchObject({ read: 4, inserted: 2, rejected_count: 2, rejected: [{ line: 4, column: '所属', code: 'unknown_branch' }, { line: 9, column: '会員コード' }] });
    }
    expect((await commit(tx, id, false)).refusal?.code).toBe('import_already_done');
    expect(await tx`select count(*) as n from import_rows`).toEqual([{ n: 0 }]);
  }));

  test('belongs to the person who opened it; 1,000 rows a call', () => rollback(async (tx) => {
    const id = await stage(tx);
    expect((await add(tx, 'hqAdmin2', id, [company])).refusal?.code).toBe('not_found');
    expect((await add(tx, 'hqAdmin', id, Array.from({ length: 1001 }, (_, i) => ({ line: i + 1 })))).refusal?.code).toBe('too_large');
  }));

  test('that was never committed is forgotten after a day', () => rollback(async (tx) => {
    const id = await stage(tx);
    await tx`update imports set created_at = created_at - interval '25 hours' where id = ${id}`;
    await tx`select private.forget_staged_imports()`;
    expect(await tx`select count(*) as n from imports`).toEqual([{ n: 0 }]);
  }));
});

describe('事業者 and 依頼人拠点', () => {
  test('are added, changed and left alone; an empty cell erases nothing; a new 所属 is told', () => rollback(async (tx) => {
    await importRows(tx, 'hqAdmin', 'requesters', [{ ...company, phone: '03-0000-0000' }]);
    const answer = await importRows(tx, 'hqAdmin', 'requesters', [{ ...company, branch_code: '119' }]);
    expect(answer).toMatchObject({ updated: 1, warnings: [{ line: 2, value: '119', code: 'home_branch_changes' }] });
    expect(await tx`select phone, branch_id, version from requesters where code = 'C9200001'`).toEqual([{ phone: '03-0000-0000', branch_id: world.ids.branch.kanagawa, version: 2 }]);
    expect(counts(await importRows(tx, 'hqAdmin', 'sites', [site]))).toBe('1 inserted, 0 updated, 0 unchanged, 0 rejected');
    expect(counts(await importRows(tx, 'hqAdmin', 'sites', [site, { ...site, line: 3 }]))).toBe('0 inserted, 0 updated, 2 unchanged, 0 rejected');
    expect(await importRows(tx, 'hqAdmin', 'sites', [{ ...site, branch_code: '119' }])).toMatchObject({ updated: 1, warnings: [{ code: 'area_branch_changes' }] });
  }));

  test('are refused row by row', () => rollback(async (tx) => {
    await importRows(tx, 'hqAdmin', 'requesters', [company]);
    const companies = await importRows(tx, 'hqAdmin', 'requesters', [{ ...company, line: 3, name: 'A' }, { ...company, line: 4, name: 'B' }, { ...company, line: 5, code: 'C9200005' }]);
    expect(companies.rejected.map(({ line: at, column, code }) => `${at} ${column} ${code}`)).toEqual(['4 code duplicate_in_file', '5 ainas_org_id ainas_org_id_taken']);
    await importRows(tx, 'hqAdmin', 'sites', [site]);
    await tx`update sites set status = 'closed' where requester_id = (select id from requesters where code = 'C9200001')`;
    const sites = await importRows(tx, 'hqAdmin', 'sites', [{ ...site, line: 2 }, { ...site, line: 3, ainas_org_id: 'NONE' }, { ...site, line: 4, code: '002', branch_code: '999' }]);
    expect(sites.rejected.map(({ line: at, column, code }) => `${at} ${column} ${code}`)).toEqual(['2 code site_closed', '3 ainas_org_id unknown_requester', '4 branch_code unknown_branch']);
  }));
});

describe('debit accounts', () => {
  test('show three digits; the number stays out of answers, imports and the log', () => rollback(async (tx) => {
    const answers = [await importRows(tx, 'hqFinance', 'debit-accounts', [account, { ...account, line: 3, requester_code: 'C9999999', account_number: '7654321' }])];
    answers.push(await importRows(tx, 'hqFinance', 'debit-accounts', [{ ...account, account_number: '1111321', holder_kana: 'ﾐﾎﾝ2' }]));
    expect(answers.map(counts)).toEqual(['1 inserted, 0 updated, 0 unchanged, 1 rejected', '0 inserted, 1 updated, 0 unchanged, 0 rejected']);
    expect(await tx`select masked_number, account_number from debit_accounts a join debit_account_numbers n on n.account_id = a.id`).toEqual([{ masked_number: '****321', account_number: '1111321' }]);
    const written = JSON.stringify([answers, await tx`select * from imports`, await tx`select * from audit_log where subject like 'debit%'`, await tx`select * from import_rows`]);
    expect(written).not.toMatch(/7654321|1111321/);
    // only number and holder changed: the three digits shown are the same, and still it is logged
    expect(await tx`select action, after from audit_log where subject = 'debit_accounts' order by id desc limit 1`).toMatchObject([{ action: 'update', after: { account_number_or_holder: 'changed' } }]);
  }));

  test('a refused cell is masked even when a client did not', () => rollback(async (tx) => {
    const [row] = await actAs(tx, 'hqFinance', (own) => own<{ answer: Imported }[]>`
      select import_rows('debit-accounts', 'f', '[]', false, 1, '[{"line": 2, "column": "支店コード", "value": "7654321", "code": "invalid_format"}]') as answer`);
    expect(row?.answer.rejected).toMatchObject([{ value: '****321' }]);
    expect(JSON.stringify(await tx`select * from imports`)).not.toContain('7654321');
  }));
});

describe('finance\'s monthly files', () => {
  test('a payee\'s line is added or changed, none removed; the same number twice is two lines, one queried', () => rollback(async (tx) => {
    await tx`update requesters set ainas_org_id = 'AIN-S' where id = ${sakura}`;
    await importRows(tx, 'hqAdmin', 'ainas', [ainasRow({ ainas_org_id: 'AIN-S', site_code: '001', acceptance_no: '777' })]);
    const first = await importRows(tx, 'hqFinance', 'payee-keikenkyo', [line, { ...line, line: 3 }, { ...line, line: 4, acceptance_no: '778' }, { ...line, line: 5, amount: 0 }]);
    expect(counts(first)).toBe('3 inserted, 0 updated, 0 unchanged, 1 rejected');
    expect(first.warnings.map(({ line: at, code }) => `${at} ${code}`)).toEqual(['3 payee_line_duplicate', '4 payee_line_unattributed']);
    expect(counts(await importRows(tx, 'hqFinance', 'payee-keikenkyo', [{ ...line, amount: 1300 }]))).toBe('0 inserted, 1 updated, 0 unchanged, 0 rejected');
    expect(await tx`select line_count, amount::int from payee_reports where month = '2025-06-01' and payee = 'keikenkyo'`).toEqual([{ line_count: 3, amount: 3700 }]);
  }));

  test('保適証サービス counts by month and company', () => rollback(async (tx) => {
    const row = { line: 2, month: '2025-06-01', requester_code: 'C9100001', count: 5 };
    const answer = await importRows(tx, 'hqFinance', 'hotekisho', [row, { ...row, line: 3, count: 6 }, { ...row, line: 4, requester_code: 'C9999999' }]);
    expect(answer.rejected.map(({ line: at, code }) => `${at} ${code}`)).toEqual(['3 duplicate_in_file', '4 unknown_requester']);
    expect(counts(await importRows(tx, 'hqFinance', 'hotekisho', [row]))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
    expect(counts(await importRows(tx, 'hqFinance', 'hotekisho', [{ ...row, count: 7 }]))).toBe('0 inserted, 1 updated, 0 unchanged, 0 rejected');
  }));
});
