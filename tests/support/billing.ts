import type { Caller } from './session.ts';
import { actAs } from './session.ts';
import { attempt, json, type Refusal, type Tx } from './connection.ts';

/** A case as an AINAS file brings it: the row, its history line, its fees and what head office advanced. Amounts in yen, days in JST. */
export type Mirrored = {
  siteId: number;
  kind?: 'registered' | 'kei';
  acceptanceNo?: string;
  previousAcceptanceNo?: string;
  completedOn?: string | null;
  advancedOn?: string | null;
  cashless?: boolean;
  status?: [filing: string, oss: string];
  chassisNo?: string;
  outcome?: string;
  needsReview?: boolean;
};

let mirrored = 0;

/** Writes a case and its advances as the owner of the schema. `advancedOn: null` pays nothing. Answers its id. */
export const mirror = async (tx: Tx, fields: Mirrored): Promise<number> => {
  const n = ++mirrored;
  const { siteId, kind = 'kei', acceptanceNo = `9${String(n).padStart(18, '0')}`, completedOn = null, cashless = false } = fields;
  const [filing, oss] = fields.status ?? (completedOn ? ['completed', 'issued'] : ['filing', 'weight_tax_due']);
  const [row] = await tx<{ id: number }[]>`
    with made as (
      insert into applications (vehicle_kind, source, filing_status, oss_status, outcome, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no,
        cashless, needs_review, acceptance_no, previous_acceptance_no, completed_on, procedure_completed_on, requested_at, plate_area, plate_class, plate_kana, plate_number)
      select ${kind}, 'import', ${filing}, ${oss}, ${fields.outcome ?? (completedOn ? 'completed' : 'open')}, s.branch_id, r.branch_id, r.id, s.id, ${fields.chassisNo ?? `MIRROR-${n}`},
        ${cashless}, ${fields.needsReview ?? false}, ${acceptanceNo}, ${fields.previousAcceptanceNo ?? null}, ${completedOn}::date, ${completedOn}::date,
        private.now(), '品川', '500', 'あ', ${String(n % 10000)}
      from sites s join requesters r on r.id = s.requester_id where s.id = ${siteId} returning *
    ), history as (
      insert into application_events (application_id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, event, to_filing_status, to_oss_status, source)
      select id, agent_branch_id, home_branch_id, requester_id, site_id, vehicle_kind, 'import', filing_status, oss_status, 'import' from made
    )
    select id from made`;
  const id = row?.id ?? 0;
  const advancedOn = fields.advancedOn === undefined ? completedOn : fields.advancedOn;
  if (advancedOn !== null && !cashless) await advance(tx, id, advancedOn);
  return id;
};

/** Fees of a case paid on a day, as far as there was one then, and the advances that head office made for them. */
export const advance = async (tx: Tx, applicationId: number, day: string): Promise<void> => {
  await tx`
    insert into fee_payments (application_id, fee_kind, agent_branch_id, home_branch_id, requester_id, site_id, amount, status, paid_on)
    select a.id, f, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, private.fee_price(a.vehicle_kind, f, ${day}::date), 'paid', ${day}
    from applications a cross join unnest(array['inspection', 'tech_info']) f
    where a.id = ${applicationId} and private.fee_price(a.vehicle_kind, f, ${day}::date) is not null`;
  await tx`
    insert into advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id, acceptance_no, paid_acceptance_no, advanced_on, amount)
    select a.id, f.fee_kind, a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, a.acceptance_no,
      coalesce(a.previous_acceptance_no, a.acceptance_no), f.paid_on, f.amount
    from applications a join fee_payments f on f.application_id = a.id
    where a.id = ${applicationId} and (f.fee_kind = 'tech_info' or a.vehicle_kind = 'kei')`;
};

export type Payee = 'keikenkyo' | 'kikou';
export type PayeeLine = { acceptance_no: string; amount?: number; occurrence?: number; vehicle_kind?: 'registered' | 'kei' };

/** A payee's report as its import writes it. */
export const report = async (tx: Tx, payee: Payee, month: string, lines: PayeeLine[]): Promise<void> => {
  await tx`insert into payee_reports (payee, month) values (${payee}, ${month}) on conflict (payee, month) do nothing`;
  await tx`
    insert into payee_lines as l (payee, month, acceptance_no, occurrence, amount, paid_on, vehicle_kind)
    select ${payee}, ${month}, x.acceptance_no, coalesce(x.occurrence, 1), coalesce(x.amount, ${payee === 'kikou' ? 400 : 1200}), ${month}::date, coalesce(x.vehicle_kind, 'kei')
    from jsonb_to_recordset(${json(tx, lines)}) x (acceptance_no text, occurrence int, amount int, vehicle_kind text)
    on conflict (payee, month, acceptance_no, occurrence) do update set amount = excluded.amount`;
  await tx`select private.match_payee_lines(${payee}, ${month})`;
};

/** Reports of both payees that name all that was advanced in the month, except `without`. */
export const reportAll = async (tx: Tx, month: string, without: string[] = []): Promise<void> => {
  for (const payee of ['keikenkyo', 'kikou'] as const) {
    const lines = await tx<Required<PayeeLine>[]>`
      select paid_acceptance_no as acceptance_no, amount, vehicle_kind from advance_ledger
      where fee_kind = private.fee_kind_of(${payee}) and date_trunc('month', advanced_on) = ${month}::date and paid_acceptance_no <> all (${without})`;
    await report(tx, payee, month, [...lines]);
  }
};

export type Closing = {
  month: string; status: string; statements: number; totals: Record<string, number>;
  warnings?: { code: string; payee?: string; count: number; amount: number }[]; checks?: { code: string; count: number; amount: number }[];
  refusals?: { code: string }[];
};

export type Act = { action?: 'close' | 'publish' | 'reopen'; preview?: boolean; reason?: string };

/** `close_month` as `caller`. */
export const close = (tx: Tx, caller: Caller, month: string, { action = 'close', preview = false, reason }: Act = {}): Promise<Closing> =>
  actAs(tx, caller, async () => {
    const [row] = await tx<{ answer: Closing }[]>`select close_month(${month}, ${action}, ${preview}, ${reason ?? null}) as answer`;
    if (!row) throw new Error('close_month answered nothing');
    return row.answer;
  });

/** What `close_month` answers when it refuses. */
export const refusedClose = async (tx: Tx, caller: Caller, month: string, act: Act = {}): Promise<Refusal | undefined> =>
  (await attempt(tx, (point) => close(point, caller, month, act))).refusal;

/** The live statement of a company, as the owner of the schema reads it. */
export const statementOf = async (tx: Tx, month: string, requesterId: number): Promise<Record<string, unknown> & { id: number }> => {
  const [row] = await tx<(Record<string, unknown> & { id: number })[]>`
    select * from statements where month = ${month} and requester_id = ${requesterId} and status <> 'cancelled'`;
  if (!row) throw new Error(`no statement of ${requesterId} in ${month}`);
  return row;
};

/** Its lines as `kind label quantity amount`. */
export const linesOf = async (tx: Tx, statementId: number): Promise<string[]> => {
  const rows = await tx<{ line: string }[]>`
    select concat_ws(' ', kind, label, vehicle_kind, quantity, amount) as line from statement_lines where statement_id = ${statementId} order by line_no`;
  return rows.map(({ line }) => line);
};

export const stateOf = async (tx: Tx, applicationId: number, feeKind: string): Promise<{ state: string; billed_in: string | null }> => {
  const [row] = await tx<{ state: string; billed_in: string | null }[]>`
    select state, billed_in from advances where application_id = ${applicationId} and fee_kind = ${feeKind}`;
  if (!row) throw new Error('no such advance');
  return { ...row };
};

/** Takes the world's own closings away: the month after this call is the first that anybody closes. */
export const forgetBilling = async (tx: Tx): Promise<void> => {
  await tx`update advance_ledger set matched_line_id = null, billing_month = null`;
  for (const table of ['debit_followups', 'debit_result_accounts', 'debit_results', 'debit_batches', 'receipts', 'statement_lines', 'statements', 'usage_adjustments', 'adjustments', 'hotekisho_counts', 'payee_lines', 'payee_totals', 'payee_reports', 'billing_months', 'debit_accounts']) {
    await tx`delete from ${tx(table)}`;
  }
};
