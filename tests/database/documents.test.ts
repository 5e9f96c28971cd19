import { describe, expect, test } from 'vitest';
import { type PersonName, personNames } from '../support/cast.ts';
import { attempt, type Tx, undone } from '../support/connection.ts';
import { useWorld } from '../support/database.ts';
import { actAs } from '../support/session.ts';

// AINAS利用登録通知書 and クライアント証明書等: who keeps them, and that the company gets its own only after 登録完了.

const world = await useWorld();
const { sakura, kita } = world.ids.company;
const notice = (company: number) => `${company}/ainas_notice.pdf`;
const certificate = (company: number) => `${company}/client_certificate.zip`;
const bucket = 'requester-documents';

const put = (tx: Tx, name: string) => tx`insert into storage.objects (bucket_id, name) values (${bucket}, ${name})`;
const stored = async (tx: Tx): Promise<void> => {
  for (const name of [notice(sakura), certificate(sakura), notice(kita)]) await put(tx, name);
};
const seenBy = (tx: Tx, person: PersonName): Promise<string[]> => actAs(tx, person, async () => {
  const rows = await tx<{ name: string }[]>`select name from storage.objects where bucket_id = ${bucket} order by name`;
  return rows.map(({ name }) => name);
});
const all = [notice(sakura), certificate(sakura), notice(kita)].toSorted();
const own = [notice(sakura), certificate(sakura)].toSorted();

test('are read by those who keep them and by the administrator of the company', () => world.rollback(async (tx) => {
  await stored(tx);
  const readers: Partial<Record<PersonName, string[]>> = { hqAdmin: all, hqAdmin2: all, tokyoAdmin: own, sapporoAdmin: [notice(kita)], sakuraAdmin: own, kitaAdmin: [notice(kita)] };
  for (const person of personNames) expect(await seenBy(tx, person), person).toEqual(readers[person] ?? []);
}));

describe('the company', () => {
  test.each(['received', 'incomplete', 'sent', 'ainas_pending', 'left'])('does not get them at %s', (status) => world.rollback(async (tx) => {
    await stored(tx);
    await tx`update requesters set onboarding_status = ${status} where id = ${sakura}`;
    expect(await seenBy(tx, 'sakuraAdmin')).toEqual([]);
    expect(await seenBy(tx, 'tokyoAdmin')).toEqual(own);
  }));

  test.each(['registered', 'sites_ready', 'account_pending', 'in_use', 'changing'])('gets them at %s', (status) => world.rollback(async (tx) => {
    await stored(tx);
    await tx`update requesters set onboarding_status = ${status} where id = ${sakura}`;
    expect(await seenBy(tx, 'sakuraAdmin')).toEqual(own);
  }));
});

test('are written by head office and the home branch, under the two names of a company that exists', () => world.rollback(async (tx) => {
  const refusal = async (person: PersonName, name: string) => (await attempt(tx, (point) => undone(point, () => actAs(point, person, () => put(point, name))))).refusal?.state;
  for (const person of personNames) {
    const may = ['hqAdmin', 'hqAdmin2', 'tokyoAdmin'].includes(person);
    expect(await refusal(person, notice(sakura)), person).toBe(may ? undefined : '42501');
  }
  for (const name of [`${sakura}/other.pdf`, `${sakura}/deep/ainas_notice.pdf`, `${sakura}/ainas_notice.pdf/x`, '0/ainas_notice.pdf', 'ainas_notice.pdf', `${kita}/x`]) {
    expect(await refusal('hqAdmin', name), name).toBe('42501');
  }
  expect(await refusal('tokyoAdmin', notice(kita))).toBe('42501');
}));

test('are replaced and removed by the same people, and by nobody else', () => world.rollback(async (tx) => {
  await stored(tx);
  for (const person of personNames) {
    const may = ['hqAdmin', 'hqAdmin2', 'tokyoAdmin'].includes(person);
    const touched = await undone(tx, (point) => actAs(point, person, async () => (await point`update storage.objects set updated_at = now() where bucket_id = ${bucket} and name = ${notice(sakura)}`).count));
    expect(touched, person).toBe(may ? 1 : 0);
  }
  const moved = await attempt(tx, (point) => actAs(point, 'tokyoAdmin', () => point`update storage.objects set name = ${notice(kita)} || 'x' where bucket_id = ${bucket} and name = ${notice(sakura)}`));
  expect(moved.refusal?.state).toBe('42501');
}));
