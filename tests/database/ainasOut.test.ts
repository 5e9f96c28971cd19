import { describe, expect, test } from 'vitest';
import { toCp932 } from '../../src/domain/cp932.ts';
import { ainasCells, type AinasOutRow, toCsv } from '../../src/domain/imports/ainasOut.ts';
import { parseImport } from '../../src/domain/imports/parse.ts';
import { readTable } from '../../src/domain/imports/table.ts';
import { counts, importRows } from '../support/ainas.ts';
import { caseOf, newAcceptanceNo, request, save, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

// Out to AINAS and back: a request made here is typed by nobody again and stays one case (docs/decisions.md D-15b, D-15d).

const world = await useWorld();
const { sakura1 } = world.ids.site;
const { tokyo } = world.ids.branch;

type Out = { cases: number; waiting: number; before: number; again?: number; skipped: { id: number; problem: string }[]; last: { made_name: string } | null; rows?: AinasOutRow[] };
const out = (tx: Tx, caller: Caller, more: { ids?: number[]; again?: boolean; preview?: boolean; branch?: number } = {}): Promise<Out> => actAs(tx, caller, async () => {
  const [row] = await tx<{ out: Out }[]>`select export_ainas(${more.branch ?? null}, ${more.ids === undefined ? null : json(tx, more.ids)}, ${more.again ?? false}, 'csv', ${more.preview ?? false}) as out`;
  if (!row) throw new Error('export_ainas answered nothing');
  return row.out;
});
const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal?.code;
const sent = async (tx: Tx, kind: 'kei' | 'registered' = 'kei'): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, kind));
  await walk(tx, id, [['sakuraSubmitter', 'submit']]);
  return id;
};
/** Two requests of a company that AINAS knows wait for the branch; nothing else does. */
const waiting = <T>(work: (tx: Tx, ids: [number, number]) => Promise<T>) => world.rollback(async (tx) => {
  await setClock(tx, '2025-05-07T10:00:00+09:00');
  await tx`update requesters set ainas_org_id = 'AIN-' || id`;
  await actAs(tx, 'tokyoStaff', () => tx`select transition('return', ${json(tx, [world.cases.sakuraRequested, world.cases.sakura2Requested])}, '試験')`);
  return work(tx, [await sent(tx), await sent(tx, 'registered')]);
});

test('a request that goes out and comes back with its 申請ID is one case', () => waiting(async (tx, ids) => {
  const { rows = [] } = await out(tx, 'tokyoStaff');
  const bytes = toCp932(toCsv(ainasCells(rows)));
  expect(new TextDecoder('shift_jis').decode(bytes).split('\r\n')).toHaveLength(4);
  // AINAS takes the file and answers with the same lines, their 申請ID and where they stand.
  const cells = ainasCells(rows).map((row, line) => row.map((cell, at) => {
    const header = ainasCells([])[0]?.[at];
    if (line === 0) return cell;
    return { 申請ID: `77000000${line}`, 申請ステータス: '申請中', OSSステータス: '申請受付処理中', 申請日時: '2025/05/07 11:00' }[header ?? ''] ?? cell;
  }));
  const parsed = parseImport('ainas', await readTable(toCp932(toCsv(cells)), 'ainas.csv'));
  expect(parsed.rejected).toEqual([]);
  const before = (await tx`select count(*)::int as n from applications`)[0]?.['n'];
  expect(counts(await importRows(tx, 'tokyoStaff', 'ainas', parsed.rows))).toBe('0 inserted, 2 updated, 0 unchanged, 0 rejected');
  expect((await tx`select count(*)::int as n from applications`)[0]?.['n']).toBe(before);
  for (const [index, id] of ids.entries()) {
    expect(await caseOf(tx, id)).toMatchObject({ application_no: `77000000${index + 1}`, filing_status: 'filing', oss_status: 'receiving', needs_review: false });
    expect((await tx`select event, source from application_events where application_id = ${id} order by id desc limit 1`)[0]).toEqual({ event: 'import', source: 'import' });
  }
  expect(counts(await importRows(tx, 'tokyoStaff', 'ainas', parsed.rows))).toBe('0 inserted, 0 updated, 2 unchanged, 0 rejected');
}));

describe('what was handed out', () => {
  test('is marked with who and when, and left out of the next file unless it is asked for again', () => waiting(async (tx, ids) => {
    expect(await out(tx, 'tokyoStaff', { preview: true })).toMatchObject({ cases: 2, waiting: 2, before: 0, last: null });
    expect(await out(tx, 'tokyoStaff', { ids: [ids[0]] })).toMatchObject({ cases: 1, again: 0 });
    const [row] = await actAs(tx, 'tokyoStaff', () => tx<{ page: { rows: { id: number; exported: { who: string } | null }[] } }[]>`select work_list('file') as page`);
    expect(row?.page.rows.map(({ id, exported }) => [id, exported?.who])).toEqual([[ids[0], 'tokyoStaff'], [ids[1], undefined]]);
    expect(await out(tx, 'tokyoAdmin')).toMatchObject({ cases: 1, waiting: 2, before: 1 });
    expect(await refusalOf(tx, (point) => out(point, 'tokyoStaff'))).toBe('nothing_to_export');
    expect(await out(tx, 'tokyoStaff', { again: true })).toMatchObject({ cases: 2, again: 2, last: { made_name: 'tokyoAdmin' } });
    expect(await tx`select made_name, case_count, again_count from ainas_exports order by id`).toEqual([
      { made_name: 'tokyoStaff', case_count: 1, again_count: 0 }, { made_name: 'tokyoAdmin', case_count: 1, again_count: 0 }, { made_name: 'tokyoStaff', case_count: 2, again_count: 2 }]);
  }));

  test('is a preview until it is made', () => waiting(async (tx) => {
    await out(tx, 'tokyoStaff', { preview: true });
    expect(await tx`select from ainas_exports`).toHaveLength(0);
  }));

  test('says which requests AINAS could not find again', () => waiting(async (tx, ids) => {
    await tx`update requesters set ainas_org_id = null`;
    expect(await out(tx, 'tokyoStaff', { preview: true })).toMatchObject({ cases: 0, skipped: ids.map((id) => ({ id, problem: 'ainas_org_missing' })) });
  }));

  test('is the branch\'s own; head office names the branch, a garage has no part in it', () => waiting(async (tx, ids) => {
    expect(await out(tx, 'sapporoStaff', { preview: true, branch: tokyo })).toMatchObject({ waiting: 0 });
    expect(await out(tx, 'hqAdmin', { branch: tokyo, ids })).toMatchObject({ cases: 2 });
    expect((await tx`select on_behalf from ainas_exports`)[0]).toEqual({ on_behalf: true });
    for (const person of ['sakuraSubmitter', 'hqViewer', 'hqFinance'] as const) expect(await refusalOf(tx, (point) => out(point, person, { branch: tokyo }))).toBe('not_allowed');
  }));

  test('holds no 使用者', () => waiting(async (tx) => {
    const { rows = [] } = await out(tx, 'tokyoStaff');
    expect(JSON.stringify(rows)).not.toMatch(/見本 太郎|見本町/);
    expect(ainasCells(rows)[0]).toEqual(expect.arrayContaining(['申請ID', '依頼人組織ID', '代理人拠点コード']));
    expect(ainasCells(rows, { memo: 'メモ', plate: '登録番号', cashless: '' })[0]).toEqual(expect.arrayContaining(['登録番号']));
    expect(ainasCells(rows, { cashless: '' })[0]).not.toContain('キャッシュレス利用');
  }));
});

test('lists say of when they are: the last file that concerns the reader', () => waiting(async (tx) => {
  const asOf = (caller: Caller) => actAs(tx, caller, async () => (await tx<{ at: Date | null }[]>`select ainas_as_of() as at`)[0]?.at ?? null);
  await tx`delete from imports`;
  expect(await asOf('tokyoStaff')).toBeNull();
  await importRows(tx, 'tokyoStaff', 'ainas', []);
  for (const person of ['tokyoStaff', 'hqViewer', 'sakuraPreparer'] as const) expect(await asOf(person), person).toEqual(new Date('2025-05-07T10:00:00+09:00'));
  for (const person of ['sapporoStaff', 'kitaSubmitter', 'auditor'] as const) expect(await asOf(person), person).toBeNull();
}));

test('facts of the portal are noted where the branch reads them, with a line in the history', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-05-07T10:00:00+09:00');
  const { id, version } = world.cases.sakuraKeiFees;
  const put = (point: Tx, fields: Record<string, unknown>) => actAs(point, 'tokyoStaff', () => point`select save_portal_facts(${json(point, { id, version, ...fields })})`);
  for (const [code, fields] of [['fee_not_due', { due_on: { weight_tax: '2025-05-20' } }], ['invalid_date', { due_on: { inspection: '2025-02-30' } }], ['field_not_allowed', { acceptance_no: '1' }], ['invalid_date', { issue_ready_on: '2025-02-30' }], ['invalid_date', { review_requested_at: '9時' }], ['too_long', { issue_judgement: 'あ'.repeat(101) }], ['stale_version', { version: 99, message_flag: true }]] as const) {
    expect(await refusalOf(tx, (point) => put(point, fields)), code).toBe(code);
  }
  await put(tx, { message_flag: true, oss_status_raw: '手数料納付待ち', due_on: { inspection: '2025-05-20' } });
  expect(await caseOf(tx, id)).toMatchObject({ message_flag: true, oss_status_raw: '手数料納付待ち', version: version + 1 });
  expect((await tx`select due_on from fee_payments where application_id = ${id} and fee_kind = 'inspection'`)[0]).toEqual({ due_on: '2025-05-20' });
  expect((await tx`select event, details from application_events where application_id = ${id} order by id desc limit 1`)[0])
    .toEqual({ event: 'edit', details: { fields: ['due_on', 'message_flag', 'oss_status_raw'], due_on: { inspection: '2025-05-20' } } });
  const facts = { filing_office: '東京主管事務所', resume_status_raw: '各種再開依頼実施不可', notice_flag: true, due_notice_flag: true, hotekisho_obtained: true, liability_obtained: false,
    issue_ready_on: '2025-05-09', record_agent_name: '見本代行', issue_judgement: '交付可' };
  await put(tx, { ...facts, version: version + 1, review_requested_at: '2025-05-07T09:30:00+09:00' });
  const noted = await caseOf(tx, id);
  expect(noted).toMatchObject(facts);
  expect(new Date(String(noted['review_requested_at']))).toEqual(new Date('2025-05-07T09:30:00+09:00'));
  expect(await refusalOf(tx, (point) => put(point, { version: version + 2, tech_fee_waived: true }))).toBe('wrong_status');
  expect(await refusalOf(tx, (point) => actAs(point, 'tokyoStaff', () => point`select save_portal_facts(${json(point, { ...world.cases.sakuraRequested, message_flag: true })})`))).toBe('wrong_status');
}));

test('a 公用車 that AINAS frees of fees is noted before 受付, and then nothing is paid or advanced', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-05-07T10:00:00+09:00');
  const { id } = await save(tx, 'sakuraSubmitter', request(world.ids.site.sakura1, 'registered'));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']]);
  const { version } = await caseOf(tx, id);
  await actAs(tx, 'tokyoStaff', () => tx`select save_portal_facts(${json(tx, { id, version, inspection_fee_waived: true, tech_fee_waived: true })})`);
  await walk(tx, id, [['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }]]);
  expect(await caseOf(tx, id)).toMatchObject({ oss_status: 'reception_review', inspection_fee_waived: true });
  expect((await tx`select fee_kind, status from fee_payments where application_id = ${id} order by fee_kind`).map((fee) => fee['status'])).toEqual(['waived', 'waived']);
}));

test('what was paid before 再申請 cannot be waived afterwards', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-05-07T10:00:00+09:00');
  const { id } = await save(tx, 'sakuraSubmitter', request(world.ids.site.sakura1, 'registered'));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file'], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }], ['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech'],
    ['tokyoStaff', 'reject', { note: '住所の誤り' }], ['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }]]);
  const { version } = await caseOf(tx, id);
  expect(await refusalOf(tx, (point) => actAs(point, 'tokyoStaff', () => point`select save_portal_facts(${json(point, { id, version, tech_fee_waived: true })})`))).toBe('wrong_status');
}));
