import { describe, expect, test } from 'vitest';
import { caseOf, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';

// 作業一覧: what stands in which queue, in which order, and how it is found; 連絡, which puts a case there and takes it out.

const world = await useWorld();
const { sakura1 } = world.ids.site;

type Row = { id: number; due_on: string | null; requester_name: string; last_contact: { contacted: string; closed_at: string | null } | null };
type Page = { rows: Row[]; next: Record<string, unknown> | null };
type Counts = Record<string, { count: number; overdue: number; soon: number }>;

const pageOf = async (tx: Tx, caller: Caller, queue: string, more: { branch?: number; after?: Page['next']; limit?: number } = {}): Promise<Page> => actAs(tx, caller, async () => {
  const [row] = await tx<{ page: Page }[]>`
    select work_list(${queue}, ${more.branch ?? null}, ${more.after ? json(tx, more.after) : null}, ${more.limit ?? 100}) as page`;
  return row?.page ?? { rows: [], next: null };
});
const idsOf = async (tx: Tx, caller: Caller, queue: string, branch?: number): Promise<number[]> =>
  (await pageOf(tx, caller, queue, branch === undefined ? {} : { branch })).rows.map(({ id }) => id);
const countsOf = (tx: Tx, caller: Caller, branch: number | null = null): Promise<Counts> => actAs(tx, caller, async () => {
  const [row] = await tx<{ counts: Counts }[]>`select work_counts(${branch}) as counts`;
  return row?.counts ?? {};
});

const contact = (applications: number[], more: Record<string, unknown> = {}) => ({ applications, contacted: '工場長', channel: 'phone', said: '使用者の住所を確かめる', ...more });
const call = (tx: Tx, caller: Caller, p: Record<string, unknown>): Promise<number[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: { ids: number[] } }[]>`select add_contact(${json(tx, p)}) as answer`;
  return row?.answer.ids ?? [];
});
const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal?.code;

const sent: Step[] = [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']];
const accepted = (due: string | null): Step[] => [...sent, ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo(), ...(due && { due_on: due }) } }]];
const paid: Step[] = [['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech']];
const made = async (tx: Tx, steps: Step[], fields: Record<string, unknown> = {}): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei', fields));
  await walk(tx, id, steps);
  return id;
};

const only = (queue?: string) => ({ file: false, fees: false, weight_tax: false, contact: false, hand_over: false, ...(queue && { [queue]: true }) });

describe('the queues', () => {
  test('hold each case by what must be done next, and let it go when it is done', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const id = await made(tx, [['sakuraSubmitter', 'submit']]);
    const standsIn = async () => Object.fromEntries(await Promise.all(['file', 'fees', 'weight_tax', 'contact', 'hand_over'].map(async (queue) => [queue, (await idsOf(tx, 'tokyoStaff', queue)).includes(id)])));
    const after = async (queue: string | undefined, ...steps: Step[]) => {
      await walk(tx, id, steps);
      expect(await standsIn(), steps.map(([, event]) => event).join()).toEqual(only(queue));
    };
    await after('file');
    await after(undefined, ['tokyoStaff', 'return', { note: '住所を直す' }]);
    await after('fees', ...accepted(null));
    await after('fees', ['tokyoStaff', 'payment_failed', { values: { fee_kind: 'inspection' } }]);
    await after(undefined, ...paid);
    await after('contact', ['tokyoStaff', 'request_correction', { note: '理由' }]);
    await after(undefined, ['tokyoStaff', 'correct']);
    await after('contact', ['tokyoStaff', 'reject', { note: '理由' }]);
    await after(undefined, ['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }], ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }]);
    await after('weight_tax', ['tokyoStaff', 'pass', { values: { amount: 6600 } }]);
    await after('hand_over', ['tokyoStaff', 'pay_weight_tax']);
    await after(undefined, ['tokyoStaff', 'hand_over']);
  }));

  test('forget a failed case when the car has a newer one, or after 60 days', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const failed = await made(tx, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'fail', { note: 'システムエラー' }]], { chassis_no: 'AGAIN-0000001' });
    const alone = await made(tx, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'fail', { note: 'システムエラー' }]]);
    expect(await idsOf(tx, 'tokyoStaff', 'contact')).toEqual([failed, alone]);
    await walk(tx, failed, [['tokyoStaff', 'reuse']]);
    expect(await idsOf(tx, 'tokyoStaff', 'contact')).toEqual([alone]);
    await setClock(tx, '2025-07-02T10:00:00+09:00');
    expect(await idsOf(tx, 'tokyoStaff', 'contact')).toEqual([]);
  }));

  test('order by deadline, then by age in the step, page by page without gap or repeat', () => world.rollback(async (tx) => {
    const ids: number[] = [];
    for (const [day, due] of [['05-02', null], ['05-03', '2025-05-20'], ['05-04', null], ['05-05', '2025-05-08'], ['05-06', '2025-05-20']] as const) {
      await setClock(tx, `2025-${day}T10:00:00+09:00`);
      ids.push(await made(tx, accepted(due)));
    }
    const [first, second, third, fourth, fifth] = ids;
    const whole = (await idsOf(tx, 'tokyoStaff', 'fees')).filter((id) => ids.includes(id));
    expect(whole).toEqual([fourth, second, fifth, first, third]);
    const read: number[] = [];
    for (let after: Page['next'] = null, more = true; more; more = after !== null) {
      const page = await pageOf(tx, 'tokyoStaff', 'fees', { after, limit: 2 });
      read.push(...page.rows.map(({ id }) => id));
      after = page.next;
    }
    expect(read).toEqual(await idsOf(tx, 'tokyoStaff', 'fees'));
  }));

  test('count what is late and what is due within three days', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const before = await countsOf(tx, 'tokyoStaff');
    for (const due of ['2025-05-07', '2025-05-10', '2025-05-11', '2025-05-14', '2025-05-15', null]) await made(tx, accepted(due));
    await setClock(tx, '2025-05-11T10:00:00+09:00');
    const now = await countsOf(tx, 'tokyoStaff');
    expect(now['fees']).toEqual({ count: (before['fees']?.count ?? 0) + 6, overdue: 2, soon: 2 });
    expect(Object.keys(now).toSorted()).toEqual(['contact', 'fees', 'file', 'hand_over', 'weight_tax']);
  }));

  test('are those of the agent branch; head office sees those of the branch it names', () => world.rollback(async (tx) => {
    const { tokyo, kanagawa } = world.ids.branch;
    const { sakuraYokohamaFees, sakuraKeiFees } = world.cases;
    expect(await idsOf(tx, 'kanagawaStaff', 'fees')).toEqual([sakuraYokohamaFees.id]);
    expect(await idsOf(tx, 'tokyoStaff', 'fees', kanagawa)).toContain(sakuraKeiFees.id);
    expect(await idsOf(tx, 'tokyoStaff', 'fees', kanagawa)).not.toContain(sakuraYokohamaFees.id);
    expect(await idsOf(tx, 'hqAdmin', 'fees', kanagawa)).toEqual([sakuraYokohamaFees.id]);
    expect(await idsOf(tx, 'hqAdmin', 'fees')).toEqual([]);
    expect(await idsOf(tx, 'sakuraSubmitter', 'file', tokyo)).toEqual([]);
    expect(await refusalOf(tx, (point) => pageOf(point, 'tokyoStaff', 'nothing'))).toBe('invalid_value');
  }));
});

test('one company can be read alone, and the version changes with the queues only', () => world.rollback(async (tx) => {
  const { sakura } = world.ids.company;
  const ask = (statement: string) => actAs(tx, 'tokyoStaff', async () => (await tx.unsafe<{ value: unknown }[]>(`select ${statement} as value`))[0]?.value);
  const all = await idsOf(tx, 'tokyoStaff', 'file');
  expect(((await ask(`work_list('file', p_requester => ${sakura})`)) as Page).rows.map(({ id }) => id)).toEqual(all);
  expect(((await ask(`work_list('file', p_requester => ${world.ids.company.kita})`)) as Page).rows).toEqual([]);
  expect(await ask("work_companies('file')")).toEqual([{ id: sakura, name: '見本sakura整備', count: all.length }]);
  const before = await ask('work_version()');
  expect(await ask('work_version()')).toBe(before);
  await walk(tx, all[0] ?? 0, [['tokyoStaff', 'file']]);
  expect(await ask('work_version()')).not.toBe(before);
}));

describe('連絡', () => {
  test('puts a case among those to be called until the answer is there', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const id = await made(tx, accepted(null));
    const [first] = await call(tx, 'tokyoStaff', contact([id], { follow_up_on: '2025-05-06' }));
    const { rows } = await pageOf(tx, 'tokyoStaff', 'contact');
    expect(rows).toMatchObject([{ id, due_on: '2025-05-06', last_contact: { contacted: '工場長', closed_at: null } }]);
    expect((await countsOf(tx, 'tokyoStaff'))['contact']).toEqual({ count: 1, overdue: 0, soon: 0 });
    expect(await idsOf(tx, 'tokyoStaff', 'fees')).toContain(id);
    for (let time = 0; time < 2; time += 1) await actAs(tx, 'tokyoStaff', () => tx`select close_contact(${first ?? 0})`);
    expect(await idsOf(tx, 'tokyoStaff', 'contact')).toEqual([]);
    const [row] = await tx`select closed_name, actor_name, on_behalf from contacts where id = ${first ?? 0}`;
    expect(row).toEqual({ closed_name: 'tokyoStaff', actor_name: 'tokyoStaff', on_behalf: false });
  }));

  test('is one call about several cars, all or none', () => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    const { sakuraKeiFees, sakuraRequested, sakuraYokohamaFees, kitaDraft } = world.cases;
    expect(await call(tx, 'tokyoStaff', contact([sakuraKeiFees.id, sakuraRequested.id]))).toHaveLength(2);
    expect(await refusalOf(tx, (point) => call(point, 'tokyoStaff', contact([sakuraKeiFees.id, sakuraYokohamaFees.id])))).toBe('not_allowed');
    expect(await refusalOf(tx, (point) => call(point, 'tokyoStaff', contact([sakuraKeiFees.id, kitaDraft.id])))).toBe('not_found');
    await call(tx, 'hqAdmin', contact([sakuraKeiFees.id]));
    const kept = await tx<{ on_behalf: boolean }[]>`select on_behalf from contacts order by id`;
    expect(kept.map((row) => row.on_behalf)).toEqual([false, false, true]);
  }));

  test.each([
    ['value_required', { contacted: ' 　' }], ['value_required', { said: '' }], ['too_long', { contacted: 'あ'.repeat(61) }], ['too_long', { said: 'あ'.repeat(1001) }],
    ['invalid_value', { channel: 'fax' }], ['invalid_date', { follow_up_on: '2025-05-01' }], ['invalid_date', { follow_up_on: '2025-02-30' }], ['invalid_items', { applications: [] }],
  ])('refuses %s (%#)', (code, fields) => world.rollback(async (tx) => {
    await setClock(tx, '2025-05-02T10:00:00+09:00');
    expect(await refusalOf(tx, (point) => call(point, 'tokyoStaff', contact([world.cases.sakuraKeiFees.id], fields)))).toBe(code);
  }));

  test('is never rewritten, and goes only with a draft that is deleted', () => world.rollback(async (tx) => {
    const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
    const [line] = await call(tx, 'tokyoStaff', contact([id]));
    for (const change of ["said = '別の話'", 'closed_at = now()', 'actor_name = null']) {
      expect(await refusalOf(tx, (point) => point.unsafe(`update contacts set ${change} where id = ${line ?? 0}`)), change).toBeDefined();
    }
    const { version } = await caseOf(tx, id);
    await actAs(tx, 'sakuraSubmitter', () => tx`select delete_application(${id}, ${version})`);
    expect(await tx`select from contacts where id = ${line ?? 0}`).toHaveLength(0);
  }));
});

test('finds the cases of a queue by ranges of its index, under the policies too', () => world.rollback(async (tx) => {
  // The world is small: the planner would rightly read the whole table, or any index.
  await tx`set local enable_seqscan = off`;
  await tx`drop index applications_agent_status_idx, applications_agent_idx, applications_oss_status_idx, applications_completed_idx, applications_needs_review_idx, applications_handing_idx`;
  for (const caller of ['tokyoStaff', 'hqAdmin'] as const) {
    for (const queue of [null, 'file', 'fees', 'weight_tax', 'contact', 'hand_over']) {
      const [row] = await tx<{ parts: string }[]>`select private.work_parts(${world.ids.branch.tokyo}, ${queue}) as parts`;
      const lines = await actAs(tx, caller, () => tx.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${row?.parts ?? ''}`));
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan on applications/);
      const ranges = plan.match(/applications_work_idx\b[^\n]*\n\s+Index Cond: \(\(agent_branch_id = [^\n]* AND \(oss_status /g) ?? [];
      expect(ranges).toHaveLength({ all: 4, contact: 3 }[queue ?? 'all'] ?? 1);
    }
  }
}));
