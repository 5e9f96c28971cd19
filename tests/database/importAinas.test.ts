import { describe, expect, test } from 'vitest';
import { ainasRow, counts, importRows, openRow, type AinasRow } from '../support/ainas.ts';
import { close } from '../support/billing.ts';
import { request, save, walk } from '../support/cases.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller } from '../support/session.ts';

// How a row of AINAS finds its case and what it writes (docs/decisions.md D-14, D-15b, D-22).

const world = await useWorld();
const { sakura } = world.ids.company;
const { sakura1 } = world.ids.site;
const at = { ainas_org_id: 'AIN-S', site_code: '001' };

const inWorld = <T>(work: (tx: Tx) => Promise<T>) => world.rollback(async (tx) => {
  await tx`update requesters set ainas_org_id = case when id = ${sakura} then 'AIN-S' else 'AIN-K' end`;
  return work(tx);
});
const bring = (tx: Tx, ...rows: AinasRow[]) => importRows(tx, 'hqAdmin', 'ainas', rows);
const stored = (tx: Tx, applicationNo: unknown) => tx`
  select a.*, (select count(*) from application_events e where e.application_id = a.id) as events from applications a where application_no = ${String(applicationNo)}`.then((rows) => rows[0]);
const advances = (tx: Tx, applicationNo: unknown) => tx`
  select l.fee_kind, l.acceptance_no, l.paid_acceptance_no, l.advanced_on, l.amount from advance_ledger l join applications a on a.id = l.application_id
  where a.application_no = ${String(applicationNo)} order by 1`;
/** A case of ours that was sent and filed on the screen, still without 申請ID. */
const ours = async (tx: Tx, fields: Record<string, unknown>, acceptanceNo?: string) => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei', fields));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']]);
  if (acceptanceNo) await walk(tx, id, [['tokyoStaff', 'accept', { values: { acceptance_no: acceptanceNo } }]]);
  return id;
};
const plateOf = (row: AinasRow) => ({ plate_area: row['plate_area'], plate_class: row['plate_class'], plate_kana: row['plate_kana'], plate_number: row['plate_number'] });

describe('a new row', () => {
  test('becomes a case with one line of history, its fees and its advances', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    expect(counts(await bring(tx, row))).toBe('1 inserted, 0 updated, 0 unchanged, 0 rejected');
    const made = await stored(tx, row['application_no']);
    expect(made).toMatchObject({ source: 'import', filing_status: 'completed', oss_status: 'issued', outcome: 'completed', requester_id: sakura, site_id: sakura1,
      agent_branch_id: world.ids.branch.tokyo, home_branch_id: world.ids.branch.tokyo, completed_on: '2025-05-02', procedure_completed_on: '2025-05-02', events: 1 });
    expect(made?.['mirrored_at']).not.toBeNull();
    expect(await tx`select event, source, from_filing_status, to_filing_status, to_oss_status, actor_name from application_events where application_id = ${made?.['id']}`)
      .toMatchObject([{ event: 'import', source: 'import', from_filing_status: null, to_filing_status: 'completed', to_oss_status: 'issued', actor_name: 'hqAdmin' }]);
    expect(await tx`select fee_kind, amount, status, paid_on from fee_payments where application_id = ${made?.['id']} order by 1`).toEqual([
      { fee_kind: 'inspection', amount: 1200, status: 'paid', paid_on: '2025-05-01' }, { fee_kind: 'tech_info', amount: 400, status: 'paid', paid_on: '2025-05-01' },
      { fee_kind: 'weight_tax', amount: 6600, status: 'paid', paid_on: '2025-05-02' }]);
    expect((await advances(tx, row['application_no'])).map((l) => l['fee_kind'])).toEqual(['inspection', 'tech_info']);
  }));

  test('of a 登録車 advances the technical information fee alone, with cashless nothing', () => inWorld(async (tx) => {
    const car = { ...at, vehicle_kind: 'registered', oss_status_raw: '交付完了' };
    const [direct, cashless] = [ainasRow(car), ainasRow({ ...car, cashless: true })];
    await bring(tx, direct, cashless);
    expect((await advances(tx, direct['application_no'])).map((l) => l['fee_kind'])).toEqual(['tech_info']);
    expect(await advances(tx, cashless['application_no'])).toEqual([]);
  }));

  test('brings 状況照会 where the file has it; a file without those columns leaves them, an unchanged one counts so', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    const facts = { resume_status_raw: '各種再開依頼実施不可', hotekisho_obtained: true, liability_obtained: false, issue_ready_on: '2025-05-02', record_agent_name: '見本代行', issue_judgement: '交付可' };
    await bring(tx, { ...row, ...facts, review_requested_at: '2025-05-01T10:00:00+09:00' });
    expect(await stored(tx, row['application_no'])).toMatchObject({ ...facts, review_requested_at: new Date('2025-05-01T10:00:00+09:00') });
    expect(counts(await bring(tx, row))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
    expect(counts(await bring(tx, { ...row, liability_obtained: true }))).toBe('0 inserted, 1 updated, 0 unchanged, 0 rejected');
    expect(await stored(tx, row['application_no'])).toMatchObject({ ...facts, liability_obtained: true });
  }));

  test('brings what is waived; a fee that was due is due no more, one that was paid stays paid', () => inWorld(async (tx) => {
    const row = openRow({ ...at, vehicle_kind: 'registered', oss_status_label: '受付審査中', inspection_fee_paid_on: null, tech_fee_paid_on: '2025-05-01' });
    await bring(tx, row);
    await bring(tx, { ...row, inspection_fee_waived: true, tech_fee_waived: true, tech_fee_amount: null, tech_fee_paid_on: null });
    expect(await stored(tx, row['application_no'])).toMatchObject({ inspection_fee_waived: true, tech_fee_waived: true });
    expect(await tx`select f.fee_kind, f.status from fee_payments f join applications a on a.id = f.application_id where a.application_no = ${String(row['application_no'])} order by 1`)
      .toEqual([{ fee_kind: 'inspection', status: 'waived' }, { fee_kind: 'tech_info', status: 'paid' }]);
    expect(counts(await bring(tx, row))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
  }));

  test('brings an unknown label as such, with its text and a warning', () => inWorld(async (tx) => {
    const row = openRow({ ...at, oss_status_label: '審査再開待ち' });
    expect((await bring(tx, row)).warnings).toMatchObject([{ line: row.line, code: 'unknown_status', value: '審査再開待ち' }]);
    expect(await stored(tx, row['application_no'])).toMatchObject({ oss_status: 'unknown', oss_status_label: '審査再開待ち', outcome: 'open' });
    expect(counts(await bring(tx, row))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
    await bring(tx, { ...row, oss_status_label: '検査審査中' });
    expect(await stored(tx, row['application_no'])).toMatchObject({ oss_status: 'inspection_review', oss_status_label: null });
  }));

  test('a fee with an amount alone is due; cashless is no matter of 軽', () => inWorld(async (tx) => {
    const row = openRow({ ...at, inspection_fee_paid_on: null, cashless: true });
    expect((await bring(tx, row)).warnings.map(({ code }) => code)).toEqual(['not_for_kei']);
    expect(await tx`select f.status, f.paid_on from fee_payments f join applications a on a.id = f.application_id where a.application_no = ${String(row['application_no'])} and fee_kind = 'inspection'`)
      .toEqual([{ status: 'due', paid_on: null }]);
    expect((await advances(tx, row['application_no'])).map((l) => l['fee_kind'])).toEqual(['tech_info']);
  }));
});

describe('a row that is known by its 申請ID', () => {
  test('may jump; the jump is one line with what changed', () => inWorld(async (tx) => {
    const row = openRow(at);
    await bring(tx, row);
    expect(counts(await bring(tx, { ...row, filing_status_label: '手続完了', oss_status_label: '交付待ち', completed_on: '2025-05-03' }))).toBe('0 inserted, 1 updated, 0 unchanged, 0 rejected');
    const after = await stored(tx, row['application_no']);
    expect(after).toMatchObject({ filing_status: 'completed', oss_status: 'issue_pending', outcome: 'completed', completed_on: '2025-05-03', version: 2, events: 2 });
    const [event] = await tx`select from_filing_status, from_oss_status, details -> 'after' as after from application_events where application_id = ${after?.['id']} order by id desc limit 1`;
    expect(event).toMatchObject({ from_filing_status: 'filing', from_oss_status: 'inspection_review', after: { completed_on: '2025-05-03', outcome: 'completed' } });
  }));

  test('is refused with another car, kind or company, and blocks nobody', () => inWorld(async (tx) => {
    const known = ainasRow(at);
    await bring(tx, known);
    const answer = await bring(tx, { ...known, line: 2, chassis_no: 'OTHER' }, { ...known, line: 3, ainas_org_id: 'AIN-K' }, { ...known, line: 4, vehicle_kind: 'registered' }, ainasRow(at));
    expect(counts(answer)).toBe('1 inserted, 0 updated, 0 unchanged, 3 rejected');
    expect(answer.rejected).toMatchObject([
      { line: 2, column: 'chassis_no', value: 'OTHER', code: 'application_no_conflict' }, { line: 3, column: 'ainas_org_id', code: 'application_no_conflict' },
      { line: 4, column: 'vehicle_kind', code: 'application_no_conflict' }]);
  }));

  test('an empty cell leaves what is known; a payment is not taken back, its date may change', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    await bring(tx, row);
    await bring(tx, { ...row, plate: null, plate_number: null, requested_at: null, filing_office: null, inspection_fee_amount: null, inspection_fee_paid_on: null, tech_fee_paid_on: '2025-05-05' });
    expect(await stored(tx, row['application_no'])).toMatchObject({ filing_office: '東京主管事務所', plate_number: String(row['plate_number']) });
    expect(await advances(tx, row['application_no'])).toMatchObject([{ fee_kind: 'inspection', advanced_on: '2025-05-01' }, { fee_kind: 'tech_info', advanced_on: '2025-05-05' }]);
  }));

  test('a completion that AINAS takes back is taken back', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    await bring(tx, row);
    await bring(tx, { ...row, filing_status_label: '申請中', oss_status_label: '重量税納付待ち', completed_on: null });
    expect(await stored(tx, row['application_no'])).toMatchObject({ completed_on: null, billing_month: null, outcome: 'open' });
  }));

  test('another site or agent takes fees and advances along', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    await bring(tx, row);
    await bring(tx, { ...row, site_code: '003', agent_branch_code: '119' });
    const moved = { agent_branch_id: world.ids.branch.kanagawa, site_id: world.ids.site.sakuraYokohama };
    const after = await stored(tx, row['application_no']);
    expect(after).toMatchObject(moved);
    expect(await tx`select distinct agent_branch_id, site_id from fee_payments where application_id = ${after?.['id']}`).toEqual([moved]);
    expect(await tx`select distinct agent_branch_id, site_id from advance_ledger where application_id = ${after?.['id']}`).toEqual([moved]);
  }));

  test('再申請 carries the payment under the former number and makes no second advance', () => inWorld(async (tx) => {
    const row = openRow({ ...at, acceptance_no: '1000006' });
    await bring(tx, { ...row, filing_status_label: 'エラー', oss_status_label: '却下' });
    await bring(tx, { ...row, application_type: 'refiled', acceptance_no: '2000006', previous_acceptance_no: '1000006' });
    expect(await advances(tx, row['application_no'])).toMatchObject([
      { fee_kind: 'inspection', acceptance_no: '2000006', paid_acceptance_no: '1000006' }, { fee_kind: 'tech_info', acceptance_no: '2000006', paid_acceptance_no: '1000006' }]);
    expect(await stored(tx, row['application_no'])).toMatchObject({ application_type: 'refiled', previous_acceptance_no: '1000006' });
  }));
});

describe('a row whose 申請ID is new', () => {
  test('is linked by 受付番号, and by the one before 再申請', () => inWorld(async (tx) => {
    const row = openRow({ ...at, acceptance_no: '3000002', previous_acceptance_no: '3000001' });
    const id = await ours(tx, { chassis_no: row['chassis_no'] }, '3000001');
    expect(counts(await bring(tx, row))).toBe('0 inserted, 1 updated, 0 unchanged, 0 rejected');
    expect(await stored(tx, row['application_no'])).toMatchObject({ id, acceptance_no: '3000002', previous_acceptance_no: '3000001', source: 'screen' });
    expect(counts(await bring(tx, row))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
  }));

  test('is linked by company, site, plate and car among open cases', () => inWorld(async (tx) => {
    const row = openRow(at);
    const id = await ours(tx, { chassis_no: row['chassis_no'], ...plateOf(row) });
    await bring(tx, row);
    expect(await stored(tx, row['application_no'])).toMatchObject({ id, needs_review: false });
  }));

  test('is not linked to another plate, site or an ended case', () => inWorld(async (tx) => {
    const row = openRow(at);
    await ours(tx, { chassis_no: row['chassis_no'], ...plateOf(row), plate_number: '1' });
    const failed = await ours(tx, { chassis_no: row['chassis_no'], ...plateOf(row) });
    await walk(tx, failed, [['tokyoStaff', 'fail', { note: 'システムエラー' }]]);
    expect(counts(await bring(tx, row, { ...openRow(at), chassis_no: row['chassis_no'] ?? '', site_code: '002' }))).toBe('2 inserted, 0 updated, 0 unchanged, 0 rejected');
  }));

  test('with several candidates goes to 要確認: a case of its own, not billed, the candidates in its history', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    const same = { chassis_no: row['chassis_no'], ...plateOf(row) };
    const ids = [await ours(tx, same), await ours(tx, same)];
    const answer = await bring(tx, row);
    expect(answer).toMatchObject({ inserted: 1, warnings: [{ code: 'needs_review' }] });
    const made = await stored(tx, row['application_no']);
    expect(made).toMatchObject({ needs_review: true, billing_month: null, completed_on: '2025-05-02' });
    expect(await advances(tx, row['application_no'])).toEqual([]);
    expect(await tx`select details -> 'candidates' as candidates from application_events where application_id = ${made?.['id']}`).toEqual([{ candidates: ids }]);
  }));

  test('要確認 is settled by the agent, with a note; then it is billed and its payments are advances', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    const same = { chassis_no: row['chassis_no'], ...plateOf(row) };
    await ours(tx, same);
    await ours(tx, same);
    await bring(tx, row);
    const made = await stored(tx, row['application_no']);
    const settle = (caller: Caller, note: string, version = Number(made?.['version'])) => attempt(tx, (point) => actAs(point, caller, (own) => own`
      select settle_review(${Number(made?.['id'])}, ${version}, ${note})`));
    const refusals = [await settle('sakuraSubmitter', '確認'), await settle('sapporoStaff', '確認'), await settle('tokyoStaff', ''), await settle('tokyoStaff', '確認', 9)];
    expect(refusals.map(({ refusal }) => refusal?.code)).toEqual(['not_allowed', 'not_found', 'value_required', 'stale_version']);
    expect((await settle('tokyoStaff', '別の申請と確認')).refusal).toBeUndefined();
    expect(await stored(tx, row['application_no'])).toMatchObject({ needs_review: false, billing_month: '2025-05-01', version: 2 });
    expect(await advances(tx, row['application_no'])).toHaveLength(2);
    expect(counts(await bring(tx, row))).toBe('0 inserted, 0 updated, 1 unchanged, 0 rejected');
    expect((await settle('tokyoStaff', '再度', 2)).refusal?.code).toBe('wrong_status');
  }));

  test('two rows that claim one case, or one 受付番号, are both for people to settle', () => inWorld(async (tx) => {
    const row = openRow(at);
    await ours(tx, { chassis_no: row['chassis_no'], ...plateOf(row) });
    const rival = { ...openRow(at), chassis_no: row['chassis_no'] ?? '', plate: row['plate'] ?? '', ...plateOf(row) } as AinasRow;
    expect((await bring(tx, row, rival)).warnings.map(({ code }) => code)).toEqual(['needs_review', 'needs_review']);
    const [first, second] = [ainasRow(at), ainasRow(at)];
    await bring(tx, first);
    expect((await bring(tx, { ...second, acceptance_no: first['acceptance_no'] ?? '' })).warnings.map(({ code }) => code)).toEqual(['needs_review']);
    expect(await stored(tx, second['application_no'])).toMatchObject({ needs_review: true });
  }));
});

describe('several lines of one 申請ID', () => {
  test('identical ones are one case; a later one that differs wins and is told', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    expect(counts(await bring(tx, { ...row, line: 2 }, { ...row, line: 3 }))).toBe('1 inserted, 0 updated, 1 unchanged, 0 rejected');
    const answer = await bring(tx, { ...row, line: 2 }, { ...row, line: 3, weight_tax_amount: 7000 });
    expect(counts(answer)).toBe('0 inserted, 1 updated, 1 unchanged, 0 rejected');
    expect(answer.warnings).toMatchObject([{ line: 2, code: 'superseded_in_file' }]);
  }));

  test('the second of two cars under a new 申請ID is refused', () => inWorld(async (tx) => {
    const row = ainasRow(at);
    expect(await bring(tx, { ...row, line: 2 }, { ...row, line: 3, chassis_no: 'OTHER' })).toMatchObject({ inserted: 1, rejected: [{ line: 3, code: 'application_no_conflict' }] });
  }));
});

test('statements of closed months stay; what an import brings or changes goes to the first open one (D-24)', () => inWorld(async (tx) => {
  await close(tx, 'hqFinance', '2025-03-01', { reason: '見本のため' });
  const statements = () => tx`select id, total, status from statements order by id`;
  const before = await statements();
  const late = ainasRow({ ...at, completed_on: '2025-03-20', requested_at: '2025-03-19T09:00:00+09:00', filed_at: '2025-03-19T10:00:00+09:00' });
  await bring(tx, late);
  expect(await stored(tx, late['application_no'])).toMatchObject({ completed_on: '2025-03-20', billing_month: '2025-04-01' });
  const [billed] = await tx<{ application_no: string; chassis_no: string; billing_month: string }[]>`
    update applications set application_no = '999000001' where id = ${world.cases.sakuraKeiDone.id}
    returning application_no, chassis_no, billing_month`;
  expect(billed?.billing_month).toBe('2025-03-01');
  await bring(tx, ainasRow({ ...at, application_no: billed?.application_no ?? '', chassis_no: billed?.chassis_no ?? '', completed_on: '2025-05-09' }));
  expect(await stored(tx, '999000001')).toMatchObject({ completed_on: '2025-05-09', billing_month: '2025-05-01' });
  expect(await tx`select billed_month, quantity from usage_adjustments where application_id = ${world.cases.sakuraKeiDone.id}`).toEqual([{ billed_month: '2025-03-01', quantity: -1 }]);
  expect(await statements()).toEqual(before);
}));

test('what cannot be stored is refused by line and field', () => inWorld(async (tx) => {
  const answer = await bring(tx, ainasRow({ ...at, line: 2, application_no: '1234567890' }), ainasRow({ ...at, line: 3, chassis_no: 'X'.repeat(31) }),
    ainasRow({ ...at, line: 4, agent_branch_code: '999' }), ainasRow({ ...at, line: 5, ainas_org_id: 'NONE' }), ainasRow({ ...at, line: 6, site_code: 'ZZ' }));
  expect(answer.rejected.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    '2 application_no invalid_application_no', '3 chassis_no too_long', '4 agent_branch_code unknown_branch', '5 ainas_org_id unknown_requester', '6 site_code unknown_site']);
}));

test('a branch brings what it files itself, and takes nobody\'s case over', () => inWorld(async (tx) => {
  const [own, other, known] = [ainasRow(at), ainasRow({ ...at, agent_branch_code: '119' }), ainasRow({ ...at, agent_branch_code: '119' })];
  await bring(tx, known);
  const answer = await importRows(tx, 'tokyoStaff', 'ainas', [own, other, { ...known, agent_branch_code: '118' }]);
  expect(counts(answer)).toBe('1 inserted, 0 updated, 0 unchanged, 2 rejected');
  expect(answer.rejected.map(({ column, code }) => `${column} ${code}`)).toEqual(['agent_branch_code other_branch', 'agent_branch_code other_branch']);
}));

test('the roll-ups stay what a recount gives', () => inWorld(async (tx) => {
  const rows = [ainasRow(at), openRow(at), ainasRow({ ...at, vehicle_kind: 'registered' }), openRow({ ...at, filing_status_label: '補正要求', oss_status_label: '検査補正要求' })];
  await bring(tx, ...rows);
  await bring(tx, ...rows.map((row, i) => ({ ...row, completed_on: '2025-04-30', filing_status_label: '手続完了', oss_status_label: '交付完了', ...(i === 0 ? { site_code: '003', agent_branch_code: '119' } : {}) })));
  const recount = await tx`
    with points as (
      select a.agent_branch_id, a.site_id, a.vehicle_kind, p.* from applications a cross join lateral (values
        (private.jst_day(a.requested_at), 1, 0, 0, 0), (private.jst_day(a.filed_at), 0, 1, 0, 0), (a.completed_on, 0, 0, 1, 0)) p (day, requested, filed, completed, corrections)
      union all
      select e.agent_branch_id, e.site_id, e.vehicle_kind, private.jst_day(e.created_at), 0, 0, 0, 1 from application_events e
      where e.to_oss_status = 'correction_requested' and e.from_oss_status is distinct from e.to_oss_status
    )
    select private.month_of(day) as month, agent_branch_id, site_id, vehicle_kind, sum(requested) as requested, sum(filed) as filed, sum(completed) as completed, sum(corrections) as corrections
    from points where day is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
  expect(await tx`
    select month, agent_branch_id, site_id, vehicle_kind, requested::bigint, filed::bigint, completed::bigint, corrections::bigint from usage_monthly
    where requested + filed + completed + corrections > 0 order by 1, 2, 3, 4`).toEqual(recount);
}));
