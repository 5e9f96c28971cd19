import { type Brought, type CaseRef, caseOf, type Kind, newAcceptanceNo, request, save } from './cases.ts';
import type { Sql, Tx } from './connection.ts';
import type { Caller } from './session.ts';

/** A row of `status_transitions`. */
export type Row = {
  id: number; event: string; vehicle_kind: Kind; from_filing: string; from_oss: string | null; to_filing: string; to_oss: string | null;
  actors: string[]; needs: string[]; excludes: string[]; required_values: string[]; optional_values: string[];
};

export const readMachine = (sql: Sql): Promise<Row[]> => sql<Row[]>`select * from status_transitions order by id`;

export const titleOf = (row: Row): string => {
  const facts = [...row.needs, ...row.excludes.map((fact) => `no ${fact}`)].join(', ');
  return `${row.vehicle_kind} ${row.event}: ${row.from_filing}/${row.from_oss ?? '–'} → ${row.to_filing}/${row.to_oss ?? '–'} (${row.actors.join(', ')}${facts && `; ${facts}`})`;
};

/** How a fact of `private.case_facts` is made true or false of a case, as the owner of the schema. */
type Setter = (tx: Tx, id: number, on: boolean) => Promise<unknown>;

const column = (name: string, yes: boolean | string, no: boolean | string): Setter => (tx, id, on) =>
  tx`update applications set ${tx({ [name]: on ? yes : no })} where id = ${id}`;

const putFee = (tx: Tx, id: number, kind: string, status: 'paid' | 'failed') => tx`
  insert into fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on)
  select id, ${kind}, agent_branch_id, home_branch_id, requester_id, site_id, 400, ${status}, ${status === 'paid' ? '2026-01-05' : null}::date
  from applications where id = ${id}
  on conflict (application_id, fee_kind) do update set status = excluded.status, paid_on = excluded.paid_on`;

const dropFee = (tx: Tx, id: number, kind: string) => tx`delete from fee_payments where application_id = ${id} and fee_kind = ${kind}`;
const open = (kind: string): Setter => (tx, id, on) => (on ? dropFee(tx, id, kind) : putFee(tx, id, kind, 'paid'));
const failed = (kind: string): Setter => (tx, id, on) => (on ? putFee(tx, id, kind, 'failed') : dropFee(tx, id, kind));

const setters: Record<string, Setter> = {
  cashless: column('cashless', true, false),
  has_acceptance_no: (tx, id, on) => tx`update applications set acceptance_no = ${on ? newAcceptanceNo() : null} where id = ${id}`,
  fee_recorded: async (tx, id, on) => {
    await setters.has_acceptance_no?.(tx, id, on);
    await open('tech_info')(tx, id, !on);
  },
  inspection_open: open('inspection'),
  tech_open: open('tech_info'),
  fee_open: async (tx, id, on) => {
    await open('inspection')(tx, id, on);
    await open('tech_info')(tx, id, on);
  },
  failed_inspection: failed('inspection'),
  failed_tech_info: failed('tech_info'),
  failed_weight_tax: failed('weight_tax'),
  suspension_reserved: column('suspension_reserved', true, false),
  certificate_reregistered: column('hotekisho_reregistered', true, false),
  company_rewrites: column('update_method', 'requester', 'agent'),
  record_agent_ready: column('update_method', 'office', 'agent_specific'),
  within_hours: async (tx, _, on) => {
    await tx`update settings set value = to_jsonb(${!on}::boolean) where key = 'refuse_outside_hours'`;
    // closed all year
    await tx`update settings set value = value || '{"closed_from": "01-01", "closed_to": "12-31"}' where key = 'service_hours' and ${!on}`;
  },
  prerequisites_ready: column('liability_ready', true, false),
  user_complete: (tx, id, on) => tx`update application_vehicle_users set address_1 = ${on ? '東京都見本町' : ''} where application_id = ${id}`,
  site_active: (tx, id, on) => tx`update sites set status = ${on ? 'active' : 'pending'} where id = (select site_id from applications where id = ${id})`,
  contract_active: (tx, id, on) =>
    tx`update requesters set contract_status = ${on ? 'active' : 'suspended'} where id = (select requester_id from applications where id = ${id})`,
};

export const setFact = async (tx: Tx, id: number, fact: string, on: boolean): Promise<void> => {
  const setter = setters[fact];
  if (!setter) throw new Error(`the tests do not know how to bring about the fact ${fact}`);
  await setter(tx, id, on);
};

/** Puts a case where it is wanted the way a file of AINAS does: a jump, with its line in the history. */
export const jump = async (tx: Tx, id: number, filing: string, oss: string | null): Promise<void> => {
  await tx`
    insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event,
      from_filing_status, from_oss_status, to_filing_status, to_oss_status, source)
    select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', filing_status, oss_status, ${filing}, ${oss}, 'import'
    from applications where id = ${id}`;
  await tx`update applications set filing_status = ${filing}, oss_status = ${oss} where id = ${id}`;
};

const unnumbered = new Set([null, 'receiving', 'not_accepted']);

/** A new case of the row's kind at the workshop, in the row's from-state and with its facts, made by `maker`. */
export const arrange = async (tx: Tx, row: Row, siteId: number, maker: Caller): Promise<CaseRef> => {
  const { id } = await save(tx, maker, request(siteId, row.vehicle_kind));
  const from = row.actors.includes('system') ? { filing: 'filing', oss: 'receiving' } : { filing: row.from_filing, oss: row.from_oss };
  if (from.filing !== 'draft') await jump(tx, id, from.filing, from.oss);
  if (!unnumbered.has(from.oss)) await setFact(tx, id, 'has_acceptance_no', true);
  for (const fact of row.excludes) await setFact(tx, id, fact, false);
  for (const fact of row.needs) await setFact(tx, id, fact, true);
  return { id, version: (await caseOf(tx, id)).version };
};

export const factsOf = async (tx: Tx, id: number): Promise<string[]> => {
  const [row] = await tx<{ facts: string[] }[]>`select private.case_facts(a) as facts from applications a where a.id = ${id}`;
  return row?.facts ?? [];
};

/** Whether the facts of a case let the row fire. */
export const holds = (row: Row, facts: string[]): boolean =>
  row.needs.every((fact) => facts.includes(fact)) && !row.excludes.some((fact) => facts.includes(fact));

/** The row of the system that follows by itself, if any. */
export const followerOf = (machine: Row[], row: Row, facts: string[]): Row | undefined =>
  machine.find((other) => other.actors.includes('system') && other.vehicle_kind === row.vehicle_kind
    && other.from_filing === row.to_filing && other.from_oss === row.to_oss && holds(other, facts));

const feeDueAt: Record<string, string> = { inspection_fee_due: 'inspection', tech_fee_due: 'tech_info', fees_due: 'inspection' };

/** Valid values for everything that a row demands, but not for `without`. */
export const broughtFor = (row: Row, without?: string): Brought => {
  const all: Record<string, unknown> = {
    acceptance_no: newAcceptanceNo(), amount: 6600, fee_kind: feeDueAt[row.from_oss ?? ''] ?? 'weight_tax',
  };
  const wanted = row.required_values.filter((name) => name !== without && name !== 'note');
  return {
    ...(row.required_values.includes('note') && without !== 'note' && { note: '理由' }),
    values: Object.fromEntries(wanted.map((name) => [name, all[name]])),
  };
};
