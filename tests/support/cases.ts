import { randomBytes } from 'node:crypto';
import { json, type Tx } from './connection.ts';
import { actAs, type Caller } from './session.ts';

export type Kind = 'registered' | 'kei';
export type CaseRef = { id: number; version: number };
export type Case = CaseRef & Record<string, unknown> & {
  filing_status: string; oss_status: string | null; outcome: string; acceptance_no: string | null; vehicle_kind: Kind;
};
export type Result = { id: number; ok: boolean; code?: string; version?: number; details?: Record<string, unknown>; new_id?: number };
export type Brought = { note?: string; values?: Record<string, unknown> };

/** Everything 送信 asks for: 使用者 and both certificates. */
export const complete = {
  hotekisho_ready: true,
  liability_ready: true,
  user: { ownership: 'individual', name: '見本 太郎', representative: null, address_1: '東京都千代田区見本町', address_2: '1-1' },
};

let chassis = 0;

/** Fields of a new 依頼データ, ready to be sent unless `fields` says otherwise. */
export const request = (siteId: number, kind: Kind, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  site_id: siteId,
  vehicle_kind: kind,
  plate_area: '品川',
  plate_class: kind === 'kei' ? '580' : '300',
  plate_kana: 'あ',
  plate_number: '1234',
  chassis_no: `TEST-${String(++chassis).padStart(7, '0')}`,
  ...complete,
  ...fields,
});

/** `save_application` as `caller`. Answers the row. */
export const save = (tx: Tx, caller: Caller, fields: Record<string, unknown>): Promise<Case> =>
  actAs(tx, caller, async () => {
    const [row] = await tx<{ saved: Case }[]>`select save_application(${json(tx, fields)}) as saved`;
    if (!row) throw new Error('save_application answered nothing');
    return row.saved;
  });

/** `transition` as `caller` on several cases, with values of their own where given. */
export const fireAll = (tx: Tx, caller: Caller, event: string, items: (CaseRef & { values?: Record<string, unknown> })[], brought: Brought = {}): Promise<Result[]> =>
  actAs(tx, caller, async () => {
    const asked = items.map(({ id, version, values }) => ({ id, version, ...(values && { values }) }));
    const [row] = await tx<{ results: Result[] }[]>`
      select transition(${event}, ${json(tx, asked)}, ${brought.note ?? null}, ${json(tx, brought.values ?? {})}) as results`;
    return row?.results ?? [];
  });

/** `transition` on one case. */
export const fire = async (tx: Tx, caller: Caller, event: string, item: CaseRef, brought?: Brought): Promise<Result> => {
  const [result] = await fireAll(tx, caller, event, [{ id: item.id, version: item.version }], brought);
  if (!result) throw new Error('transition answered nothing');
  return result;
};

/** The row as the owner of the schema reads it. */
export const caseOf = async (tx: Tx, id: number): Promise<Case> => {
  const [row] = await tx<{ row: Case }[]>`select to_jsonb(a) as row from applications a where a.id = ${id}`;
  if (!row) throw new Error(`case ${id} is not there`);
  return row.row;
};

export type Step = [caller: Caller, event: string, brought?: Brought];

/** Fires events one after the other on a case; throws at the first that is refused. Answers the row at the end. */
export const walk = async (tx: Tx, id: number, steps: Step[]): Promise<Case> => {
  for (const [caller, event, brought] of steps) {
    const result = await fire(tx, caller, event, await caseOf(tx, id), brought);
    if (!result.ok) throw new Error(`${event} by ${caller} was refused: ${result.code} ${JSON.stringify(result.details)}`);
  }
  return caseOf(tx, id);
};

/** A 受付番号 that nobody has used. */
export const newAcceptanceNo = (): string => `TS${randomBytes(6).toString('hex')}`;
