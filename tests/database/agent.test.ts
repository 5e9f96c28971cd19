import { describe, expect, test } from 'vitest';
import { caseOf, fire, request, save, walk } from '../support/cases.ts';
import { attempt, json, type Tx } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs, type Caller, setClock } from '../support/session.ts';
import { someCipher } from '../support/worldCards.ts';

// 代理人情報: certificates (F-16…F-18, F-26, F-37), 軽証明書等管理業者名 (F-39), 到達番号パスワード (F-29).

const world = await useWorld();
const { tokyo, sapporo } = world.ids.branch;
const refusalOf = async (tx: Tx, work: (point: Tx) => Promise<unknown>) => (await attempt(tx, work)).refusal?.code;

type Saved = { id: number; version: number };
const saveCertificate = (tx: Tx, caller: Caller, p: Record<string, unknown>): Promise<Saved> => actAs(tx, caller, async () => {
  const [row] = await tx<{ saved: Saved }[]>`select save_agent_certificate(${json(tx, p)}) as saved`;
  return row?.saved ?? { id: 0, version: 0 };
});
const certificate = (more: Record<string, unknown>) => ({ branch_id: tokyo, kind: 'commercial_registration', holder: '東京都自動車整備振興会', starts_on: '2025-01-10', ends_on: '2027-01-09', ...more });
const stateOn = async (tx: Tx, day: string) => (await tx`select private.certificate_state(${tokyo}, ${day}::date) as state, (private.certificate_on(${tokyo}, ${day}::date)).holder as holder`)[0];
const bare = (name: string, work: (tx: Tx) => Promise<void>): void => {
  test(name, () => world.rollback(async (tx) => {
    await tx`delete from agent_certificates`;
    await work(tx);
  }));
};

describe('the certificate of a filing', () => {
  bare('is the one that started last before the day, valid or not', async (tx) => {
    await saveCertificate(tx, 'tokyoAdmin', certificate({ holder: '旧' }));
    const late = await saveCertificate(tx, 'tokyoAdmin', certificate({ holder: '新', starts_on: '2025-06-01', ends_on: '2025-12-31' }));
    expect(await stateOn(tx, '2025-01-09')).toEqual({ state: 'none', holder: null });
    expect(await stateOn(tx, '2025-05-31')).toMatchObject({ state: 'valid', holder: '旧' });
    expect(await stateOn(tx, '2025-06-01')).toMatchObject({ state: 'valid', holder: '新' });
    expect(await stateOn(tx, '2025-11-15')).toMatchObject({ state: 'ending', holder: '新' });
    expect(await stateOn(tx, '2026-01-01')).toMatchObject({ state: 'expired', holder: '新' });
    await saveCertificate(tx, 'tokyoAdmin', { id: late.id, version: late.version, starts_on: '2025-07-01' });
    expect(await stateOn(tx, '2025-06-15')).toMatchObject({ holder: '旧' });
    await saveCertificate(tx, 'hqAdmin', { id: late.id, version: late.version + 1, revoked_on: '2025-08-01' });
    expect(await stateOn(tx, '2025-08-01')).toMatchObject({ state: 'revoked', holder: '新' });
  });

  bare('that ends soon is quiet once the next one follows', async (tx) => {
    await saveCertificate(tx, 'tokyoAdmin', certificate({ ends_on: '2025-06-30' }));
    expect(await stateOn(tx, '2025-06-01')).toMatchObject({ state: 'ending' });
    await saveCertificate(tx, 'tokyoAdmin', certificate({ starts_on: '2025-07-01' }));
    expect(await stateOn(tx, '2025-06-01')).toMatchObject({ state: 'valid' });
  });

  bare('is of the kind an exempt body may use, with dates in order', async (tx) => {
    for (const kind of ['scrivener', 'my_number_card', undefined]) expect(await refusalOf(tx, (point) => saveCertificate(point, 'tokyoAdmin', certificate({ kind })))).toBe('certificate_kind_not_usable');
    expect(await refusalOf(tx, (point) => saveCertificate(point, 'tokyoAdmin', certificate({ starts_on: '2025-02-30' })))).toBe('invalid_date');
    expect(await refusalOf(tx, (point) => saveCertificate(point, 'tokyoAdmin', certificate({ ends_on: '2025-01-09' })))).toBe('23514');
    expect(await refusalOf(tx, (point) => saveCertificate(point, 'tokyoAdmin', certificate({ branch_id: sapporo })))).toBe('not_allowed');
    expect(await refusalOf(tx, (point) => saveCertificate(point, 'tokyoStaff', certificate({})))).toBe('not_allowed');
  });

  bare('that is missing or not valid is told with the filing, which is done all the same (domain A6)', async (tx) => {
    await setClock(tx, '2025-05-07T10:00:00+09:00');
    const { id, version } = world.cases.sakuraRequested;
    expect(await fire(tx, 'tokyoStaff', 'file', { id, version })).toMatchObject({ ok: true, warning: 'no_valid_certificate' });
    await saveCertificate(tx, 'tokyoAdmin', certificate({}));
    const { id: other, version: read } = world.cases.sakura2Requested;
    expect(await fire(tx, 'tokyoStaff', 'file', { id: other, version: read })).toEqual({ id: other, ok: true, version: read + 1 });
  });

  bare('leaves a line in the log whenever it changes', async (tx) => {
    const { id } = await saveCertificate(tx, 'tokyoAdmin', certificate({}));
    await saveCertificate(tx, 'tokyoAdmin', { id, version: 1, starts_on: '2025-01-11' });
    expect(await tx`select action, after from audit_log where subject = 'agent_certificates' and subject_id = ${String(id)} order by id`).toMatchObject([
      { action: 'insert' }, { action: 'update', after: { starts_on: '2025-01-11' } }]);
  });
});

test('軽証明書等管理業者名 is compared with what was filed, to the character', () => world.rollback(async (tx) => {
  const put = (fields: Record<string, unknown>) => actAs(tx, 'tokyoAdmin', () => tx`select save_agent_office(${json(tx, { branch_id: tokyo, ...fields })})`);
  const state = () => actAs(tx, 'tokyoStaff', async () => (await tx<{ s: { kei_pickup_name: string; kei_pickup_differs: boolean } }[]>`select agent_state() as s`)[0]?.s);
  await put({ version: 1, kei_pickup_name: '東京見本０１', kei_pickup_filed: '東京見本０１' });
  expect(await state()).toMatchObject({ kei_pickup_name: '東京見本０１', kei_pickup_differs: false });
  await put({ version: 2, kei_pickup_name: '東京見本01' });
  expect(await state()).toMatchObject({ kei_pickup_differs: true });
  expect(await refusalOf(tx, (point) => actAs(point, 'tokyoAdmin', () => point`select save_agent_office(${json(point, { branch_id: tokyo, version: 2, kei_pickup_name: 'x' })})`))).toBe('stale_version');
}));

const putPassword = (tx: Tx, from: string | null, cipher = someCipher) => actAs(tx, 'tokyoAdmin', () => tx`select put_arrival_password(${tokyo}, 'kei', ${from}::timestamptz, ${cipher})`);
const readPassword = (tx: Tx, caller: Caller, id: number) => actAs(tx, caller, async () => (await tx<{ r: { valid_from: string; cipher: string } }[]>`select read_arrival_password(${id}) as r`)[0]?.r);
const cipherOf = (letter: string) => `v1.${letter.repeat(16)}.${letter.repeat(44)}`;
const filedAt = async (tx: Tx, at: string): Promise<number> => {
  await setClock(tx, at);
  const { id } = await save(tx, 'sakuraSubmitter', request(world.ids.site.sakura1, 'kei'));
  await walk(tx, id, [['sakuraSubmitter', 'submit'], ['tokyoStaff', 'file']]);
  return id;
};

describe('到達番号パスワード', () => {
  test('of a case is the one valid when it was filed; a change counts for later cases only', () => world.rollback(async (tx) => {
    await putPassword(tx, '2025-05-01T00:00:00+09:00', cipherOf('A'));
    const before = await filedAt(tx, '2025-05-02T10:00:00+09:00');
    await putPassword(tx, '2025-05-02T12:00:00+09:00', cipherOf('B'));
    const after = await filedAt(tx, '2025-05-02T12:00:00+09:00');
    expect((await readPassword(tx, 'tokyoStaff', before))?.cipher).toBe(cipherOf('A'));
    expect((await readPassword(tx, 'tokyoStaff', after))?.cipher).toBe(cipherOf('B'));
    expect(await refusalOf(tx, (point) => putPassword(point, '2025-05-02T12:00:00+09:00'))).toBe('password_starts_too_early');
    const early = await filedAt(tx, '2025-04-30T10:00:00+09:00');
    expect(await refusalOf(tx, (point) => readPassword(point, 'tokyoStaff', early))).toBe('arrival_password_unknown');
  }));

  test('is read by the agent alone, and every reading is logged', () => world.rollback(async (tx) => {
    await putPassword(tx, '2025-01-01T00:00:00+09:00');
    const { id } = world.cases.sakuraKeiFees;
    for (const person of ['sakuraSubmitter', 'sakuraAdmin', 'hqViewer', 'hqFinance'] as const) expect(await refusalOf(tx, (point) => readPassword(point, person, id)), person).toBe('not_allowed');
    expect(await refusalOf(tx, (point) => readPassword(point, 'sapporoStaff', id))).toBe('not_found');
    await readPassword(tx, 'tokyoStaff', id);
    const { request_no: requestNo } = await caseOf(tx, id);
    expect(await tx`select actor_name, action, branch_id, after from audit_log where subject = 'arrival_passwords' and action = 'read'`).toEqual([
      { actor_name: 'tokyoStaff', action: 'read', branch_id: tokyo, after: { request_no: requestNo } }]);
  }));

  test('is in no list: the column is granted to nobody, and plain text cannot be stored', () => world.rollback(async (tx) => {
    await putPassword(tx, '2025-01-01T00:00:00+09:00');
    for (const person of ['hqAdmin', 'tokyoAdmin', 'tokyoStaff'] as const) {
      expect(await refusalOf(tx, (point) => actAs(point, person, () => point`select cipher from arrival_passwords`)), person).toBe('42501');
      expect(await actAs(tx, person, () => tx`select valid_from from arrival_passwords`), person).toHaveLength(1);
    }
    expect(await refusalOf(tx, (point) => putPassword(point, null, 'Plain-Text-1'))).toBe('23514');
    expect((await tx`select after from audit_log where subject = 'arrival_passwords'`).every((row) => !JSON.stringify(row['after']).includes('v1.'))).toBe(true);
  }));
});
