import { describe, expect, test } from 'vitest';
import { caseOf, newAcceptanceNo, request, save, type Step, walk } from '../support/cases.ts';
import type { PersonName } from '../support/cast.ts';
import { attempt, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, setClock } from '../support/session.ts';

// 支部への依頼 (D-15): what the company may ask for from where, who answers, and that doing it answers it. メモ更新 after filing.

const world = await useWorld();
const { sakura1 } = world.ids.site;

const ask = (tx: Tx, caller: PersonName, id: number, kind: string, note = '部品が届かないため'): Promise<number> => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: { id: number } }[]>`select ask_branch(${id}, ${kind}, ${note}) as answer`;
  return row?.answer.id ?? 0;
});
const answer = (tx: Tx, caller: PersonName, id: number, state: string, text: string | null = null) =>
  actAs(tx, caller, () => tx`select answer_request(${id}, ${state}, ${text})`);
const stateOf = async (tx: Tx, id: number) => {
  const [row] = await tx`select state, answer, answered_name, on_behalf from case_requests where id = ${id}`;
  return row;
};
const kindsFor = (tx: Tx, caller: PersonName, id: number): Promise<string[]> => actAs(tx, caller, async () => {
  const [row] = await tx<{ kinds: string[] }[]>`select request_kinds(a) as kinds from applications a where a.id = ${id}`;
  return row?.kinds ?? [];
});
const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal?.code;

const sent: Step[] = [['sakuraSubmitter', 'submit']];
const filed: Step[] = [...sent, ['tokyoStaff', 'file']];
const accepted = (): Step[] => [...filed, ['tokyoStaff', 'accept', { values: { acceptance_no: newAcceptanceNo() } }]];
const reviewed = (): Step[] => [...accepted(), ['tokyoStaff', 'pay_inspection'], ['tokyoStaff', 'pay_tech']];
const made = async (tx: Tx, steps: Step[]): Promise<number> => {
  const { id } = await save(tx, 'sakuraSubmitter', request(sakura1, 'kei'));
  await walk(tx, id, steps);
  return id;
};

describe('what may be asked for', () => {
  const suspended: Step[] = [['tokyoStaff', 'reserve_suspension'], ['tokyoStaff', 'suspend']];
  test.each([
    ['依頼前', [], []],
    ['依頼済', sent, ['return']],
    ['申請受付処理中', filed, ['suspend', 'withdraw']],
    ['検査審査中', reviewed(), ['suspend', 'withdraw']],
    ['補正要求', [...reviewed(), ['tokyoStaff', 'request_correction', { note: '理由' }]], ['withdraw']],
    ['中断中', [...accepted(), ...suspended], ['resume', 'withdraw']],
    ['却下', [...reviewed(), ['tokyoStaff', 'reject', { note: '理由' }]], ['refile']],
    ['無効', [...accepted(), ['tokyoStaff', 'void']], ['refile']],
    ['手続完了', [...reviewed(), ['tokyoStaff', 'pass', { values: { amount: 6600 } }], ['tokyoStaff', 'pay_weight_tax']], []],
  ] as [string, Step[], string[]][])('at %s', (_, steps, kinds) => world.rollback(async (tx) => {
    const id = await made(tx, steps);
    expect(await kindsFor(tx, 'sakuraSubmitter', id)).toEqual(kinds);
    expect(await kindsFor(tx, 'sakuraAdmin', id)).toEqual(kinds);
    for (const other of ['sakuraPreparer', 'tokyoStaff', 'hqAdmin'] as const) expect(await kindsFor(tx, other, id), other).toEqual([]);
    if (kinds.length === 0) expect(await refusalOf(tx, (point) => ask(point, 'sakuraSubmitter', id, 'withdraw'))).toBe('wrong_status');
  }));

  test('after 未受付 the submitter does 再申請 alone; the administrator, who may not send, asks', () => world.rollback(async (tx) => {
    const id = await made(tx, [...filed, ['tokyoStaff', 'not_accept', { note: '委託番号が違う' }]]);
    expect(await kindsFor(tx, 'sakuraSubmitter', id)).toEqual([]);
    expect(await kindsFor(tx, 'sakuraAdmin', id)).toEqual(['refile']);
  }));

  test('once at a time, with a note, and of what there is', () => world.rollback(async (tx) => {
    const id = await made(tx, filed);
    await ask(tx, 'sakuraSubmitter', id, 'withdraw');
    expect(await kindsFor(tx, 'sakuraSubmitter', id)).toEqual(['suspend']);
    expect(await refusalOf(tx, (point) => ask(point, 'sakuraAdmin', id, 'withdraw'))).toBe('request_already_asked');
    expect(await refusalOf(tx, (point) => ask(point, 'sakuraSubmitter', id, 'suspend', '　'))).toBe('value_required');
    expect(await refusalOf(tx, (point) => ask(point, 'sakuraSubmitter', id, 'suspend', 'x'.repeat(501)))).toBe('too_long');
    expect(await refusalOf(tx, (point) => ask(point, 'sakuraSubmitter', id, 'pay_tech'))).toBe('invalid_value');
  }));
});

describe('the answer', () => {
  test.each([
    ['return', sent, [['tokyoStaff', 'return', { note: '依頼により' }]]],
    ['withdraw', filed, [['tokyoStaff', 'withdraw', { note: '依頼により' }]]],
    ['suspend', filed, [['tokyoStaff', 'reserve_suspension'], ['tokyoStaff', 'suspend']]],
    ['resume', [...filed, ['tokyoStaff', 'reserve_suspension'], ['tokyoStaff', 'suspend']], [['tokyoStaff', 'resume']]],
    ['refile', [...reviewed(), ['tokyoStaff', 'reject', { note: '理由' }]], [['tokyoStaff', 'refile', { values: { hotekisho_reregistered: true } }]]],
  ] as [string, Step[], Step[]][])('to %s is given by doing it', (kind, steps, acts) => world.rollback(async (tx) => {
    const id = await made(tx, steps);
    const asked = await ask(tx, 'sakuraSubmitter', id, kind);
    const [last, ...before] = acts.toReversed();
    await walk(tx, id, before);
    expect(await stateOf(tx, asked)).toMatchObject({ state: 'asked' });
    await walk(tx, id, last ? [last] : []);
    expect(await stateOf(tx, asked)).toEqual({ state: 'done', answer: null, answered_name: 'tokyoStaff', on_behalf: false });
  }));

  test('is a refusal with its reason, read by the company; head office answers on behalf', () => world.rollback(async (tx) => {
    const asked = await ask(tx, 'sakuraSubmitter', await made(tx, filed), 'withdraw');
    expect(await refusalOf(tx, (point) => answer(point, 'tokyoStaff', asked, 'declined'))).toBe('value_required');
    expect(await refusalOf(tx, (point) => answer(point, 'tokyoStaff', asked, 'asked'))).toBe('invalid_value');
    await answer(tx, 'hqAdmin', asked, 'declined', '審査が終わっているため');
    expect(await actAs(tx, 'sakuraSubmitter', () => stateOf(tx, asked))).toEqual({ state: 'declined', answer: '審査が終わっているため', answered_name: 'hqAdmin', on_behalf: true });
    expect(await refusalOf(tx, (point) => answer(point, 'tokyoStaff', asked, 'done'))).toBe('request_already_answered');
  }));

  test('is not needed for what the company takes back', () => world.rollback(async (tx) => {
    const asked = await ask(tx, 'sakuraSubmitter', await made(tx, filed), 'withdraw');
    expect(await refusalOf(tx, (point) => answer(point, 'tokyoStaff', asked, 'cancelled'))).toBe('not_allowed');
    await answer(tx, 'sakuraAdmin', asked, 'cancelled');
    expect(await stateOf(tx, asked)).toMatchObject({ state: 'cancelled', answered_name: 'sakuraAdmin' });
  }));
});

test('the work list shows the case under 補正・連絡 until it is answered, with what was asked', () => world.rollback(async (tx) => {
  await setClock(tx, '2025-05-02T10:00:00+09:00');
  const id = await made(tx, accepted());
  const asked = await ask(tx, 'sakuraSubmitter', id, 'withdraw', '廃車にするため');
  const rowOf = (day: string) => actAs(tx, 'tokyoStaff', async () => {
    await setClock(tx, `${day}T10:00:00+09:00`);
    const [row] = await tx<{ page: { rows: { id: number; due_on: string; request: Record<string, unknown> | null }[] } }[]>`select work_list('contact') as page`;
    return row?.page.rows.find((one) => one.id === id);
  });
  expect(await rowOf('2025-05-02')).toMatchObject({ due_on: '2025-05-02', request: { id: asked, kind: 'withdraw', note: '廃車にするため', asked_name: 'sakuraSubmitter' } });
  const [counts] = await actAs(tx, 'tokyoStaff', () => tx<{ soon: number }[]>`select (work_counts() -> 'contact' ->> 'soon')::int as soon`);
  expect(counts?.soon).toBe(1);
  await answer(tx, 'tokyoStaff', asked, 'declined', '納付済のため、審査のあとに取り下げてください');
  expect(await rowOf('2025-05-02')).toBeUndefined();
}));

const note = (tx: Tx, caller: PersonName, id: number, version: number, memo: string) => actAs(tx, caller, async () => {
  const [row] = await tx<{ answer: { version: number } }[]>`select save_memo(${id}, ${version}, ${memo}) as answer`;
  return row?.answer.version ?? 0;
});

describe('メモ更新', () => {
  test('is possible after filing, raises the version, and the history tells who and not what', () => world.rollback(async (tx) => {
    const id = await made(tx, accepted());
    const before = await caseOf(tx, id);
    expect(await note(tx, 'sakuraPreparer', id, before.version, ' 部品待ち ')).toBe(before.version + 1);
    expect(await caseOf(tx, id)).toMatchObject({ memo: '部品待ち', filing_status: 'filing', oss_status: before.oss_status });
    const [line] = await tx<{ text: string }[]>`select to_jsonb(e)::text as text from application_events e where application_id = ${id} order by id desc limit 1`;
    expect(JSON.parse(line?.text ?? '{}')).toMatchObject({ event: 'memo', actor_name: 'sakuraPreparer', source: 'screen' });
    expect(line?.text).not.toContain('部品');
    await note(tx, 'tokyoStaff', id, before.version + 1, '');
    expect(await caseOf(tx, id)).toMatchObject({ memo: null });
  }));

  test('of an old version is refused and says who was faster', () => world.rollback(async (tx) => {
    const id = await made(tx, accepted());
    const { version } = await caseOf(tx, id);
    await note(tx, 'sakuraSubmitter', id, version, '先に');
    const { refusal } = await attempt(tx, (point) => note(point, 'tokyoStaff', id, version, 'あとから'));
    expect(refusal).toMatchObject({ code: 'stale_version', details: { event: 'memo', actor_name: 'sakuraSubmitter' } });
    expect(await refusalOf(tx, (point) => note(point, 'tokyoStaff', id, version + 1, 'x'.repeat(1001)))).toBe('too_long');
  }));
});
