import type { Role } from './cast.ts';

/**
 * Who may read and write which rows: the table "Who may do what" of docs/decisions.md, relation by relation. Conditions
 * are SQL on the row, stated apart from the policies: `:branch`, `:company`, `:site` and `:me` are the person's own.
 */
export type Scope = Record<Role, string>;

/** A direct write that some may do. `column` is written to itself; `row` is what is inserted. */
export type Write = { rows: Scope; column?: string; row?: Record<string, string> };

export type RelationRule = {
  /** Names one row. */
  key: string;
  select: Scope;
  /** Nobody has even the right to ask. */
  closed?: true;
  /** What somebody who is not signed in reads, and in which columns; nothing unless given. */
  anon?: { columns: string; rows: string };
  insert?: Write;
  update?: Write;
  delete?: Write;
};

const ALL = 'true';
const NONE = 'false';

const everybody = (rows: string): Scope => ({
  hq_admin: rows, hq_finance: rows, hq_viewer: rows, auditor: rows, branch_admin: rows, branch_staff: rows,
  requester_admin: rows, site_admin: rows, submitter: rows, preparer: rows,
});

/** Head office everything; the others as named, nothing where not. */
const scope = (by: { auditor?: string; branch?: string; company?: string; site?: string; worker?: string }): Scope => ({
  ...everybody(NONE),
  hq_admin: ALL, hq_finance: ALL, hq_viewer: ALL,
  auditor: by.auditor ?? NONE,
  branch_admin: by.branch ?? NONE, branch_staff: by.branch ?? NONE,
  requester_admin: by.company ?? NONE, site_admin: by.site ?? NONE,
  submitter: by.worker ?? NONE, preparer: by.worker ?? NONE,
});

const byBranch = 'agent_branch_id = :branch or home_branch_id = :branch';
const byCompany = 'requester_id = :company';
const bySite = 'site_id = :site';
const byWorker = 'requester_id = :company and site_id = coalesce(:site, site_id)';

/** Somebody bound to a site reads that site's and the company's. */
const templatesOfWorker = `${byCompany} and (site_id is null or site_id = coalesce(:site, site_id))`;

/** Rows that hang on a case: the company within its scope, agent and home branch. */
const ofCase = scope({ branch: byBranch, company: byCompany, site: bySite, worker: byWorker });
const vocabulary = everybody(ALL);
const officeOnly = scope({ auditor: ALL, branch: ALL });

const homeCompany = 'requester_id in (select id from requesters where branch_id = :branch)';
const published = "exists (select from billing_months b where b.month = billing_month and b.status = 'published')";

const noticesOf = (branch: string): string => `branch_id is null or branch_id = ${branch}`;
const homeBranch = '(select r.branch_id from requesters r where r.id = :company)';

export const relations: Record<string, RelationRule> = {
  branches: {
    key: 'id',
    select: everybody(ALL),
    anon: { columns: 'id, code, name, region, office, postal_code, address, phone', rows: ALL },
  },
  requesters: {
    key: 'id',
    select: scope({
      branch: 'branch_id = :branch or exists (select from sites s where s.requester_id = requesters.id and s.branch_id = :branch)',
      company: 'id = :company', site: 'id = :company', worker: 'id = :company',
    }),
  },
  sites: {
    key: 'id',
    select: scope({ branch: `branch_id = :branch or ${homeCompany}`, company: byCompany, site: 'id = :site', worker: 'requester_id = :company and id = coalesce(:site, id)' }),
  },
  members: {
    key: 'user_id',
    select: {
      ...everybody('user_id = :me'),
      hq_admin: ALL, auditor: ALL,
      branch_admin: `branch_id = :branch or (role = 'requester_admin' and ${homeCompany})`,
      requester_admin: byCompany, site_admin: bySite,
    },
  },
  applications: { key: 'id', select: ofCase },
  application_events: { key: 'id', select: ofCase },
  case_requests: { key: 'id', select: ofCase },
  saved_searches: {
    key: 'id', select: everybody('user_id = :me'),
    insert: { rows: everybody(ALL), row: { resource: "'sites'", name: "'覚え'", params: "'{}'" } },
    update: { rows: everybody('user_id = :me'), column: 'name' },
    delete: { rows: everybody('user_id = :me') },
  },
  api_keys: { key: 'id', select: { ...everybody(NONE), hq_admin: ALL, branch_admin: homeCompany, requester_admin: byCompany } },
  cars: { key: 'id', select: { ...everybody(NONE), requester_admin: byCompany, site_admin: bySite, submitter: byWorker, preparer: byWorker } },
  application_templates: {
    key: 'id', select: { ...everybody(NONE), requester_admin: byCompany, site_admin: `${byCompany} and coalesce(site_id, :site) = :site`, submitter: templatesOfWorker, preparer: templatesOfWorker },
  },
  request_imports: { key: 'id', select: { ...everybody(NONE), requester_admin: byCompany, site_admin: byCompany, submitter: byCompany, preparer: byCompany } },
  contacts: { key: 'id', select: scope({ branch: byBranch }) },
  notice_reads: { key: "user_id || '/' || notice_id", select: everybody('user_id = :me') },
  mail_outbox: { key: 'id', select: scope({ branch: 'branch_id = :branch', company: byCompany }) },
  contact_cards: { key: 'id', select: ofCase },
  card_consents: { key: 'id', select: ofCase },
  contact_card_answers: {
    key: 'id',
    select: { ...everybody(NONE), branch_admin: 'agent_branch_id = :branch', branch_staff: 'agent_branch_id = :branch', requester_admin: byCompany, site_admin: bySite, submitter: byWorker, preparer: byWorker },
  },
  ainas_exports: { key: 'id', select: scope({ branch: 'branch_id = :branch' }) },
  ainas_export_cases: { key: "concat(export_id, '/', application_id)", select: scope({ branch: 'agent_branch_id = :branch' }) },
  agent_certificates: { key: 'id', select: scope({ auditor: ALL, branch: 'branch_id = :branch' }) },
  agent_offices: { key: 'branch_id', select: scope({ auditor: ALL, branch: 'branch_id = :branch' }) },
  arrival_passwords: { key: 'id', select: scope({ auditor: ALL, branch: 'branch_id = :branch' }) },
  fee_payments: { key: "concat(application_id, '/', fee_kind)", select: ofCase },
  application_vehicle_users: {
    key: 'application_id',
    select: { ...everybody(NONE), branch_admin: 'agent_branch_id = :branch', branch_staff: 'agent_branch_id = :branch', requester_admin: byCompany, site_admin: bySite, submitter: byWorker, preparer: byWorker },
  },
  advance_ledger: { key: 'id', select: scope({ branch: byBranch, company: `${byCompany} and ${published}` }) },
  advances: { key: 'id', select: scope({ branch: byBranch, company: `${byCompany} and exists (select from billing_months b where b.month = billed_in and b.status = 'published')` }) },
  prices: { key: 'id', select: officeOnly },
  settings: { key: 'key', select: officeOnly },
  audit_log: { key: 'id', select: { ...everybody(NONE), hq_admin: ALL, auditor: ALL, branch_admin: 'branch_id = :branch' } },
  filing_statuses: { key: "concat(code, '/', vehicle_kind)", select: vocabulary },
  oss_statuses: { key: "concat(code, '/', vehicle_kind)", select: vocabulary },
  status_transitions: { key: 'id', select: vocabulary },
  transition_events: { key: 'event', select: vocabulary },
  holidays: { key: 'day', select: vocabulary },
  usage_daily: { key: "concat(day, '/', agent_branch_id, '/', vehicle_kind)", select: scope({ branch: 'agent_branch_id = :branch' }) },
  usage_monthly: {
    key: "concat(month, '/', agent_branch_id, '/', site_id, '/', vehicle_kind)",
    select: scope({ branch: 'agent_branch_id = :branch', company: byCompany, site: bySite, worker: byWorker }),
  },
  billing_months: { key: 'month', select: scope({ branch: ALL }) },
  statements: { key: 'id', select: scope({ branch: 'home_branch_id = :branch', company: `${byCompany} and status = 'published'` }) },
  statement_lines: {
    key: "concat(statement_id, '/', line_no)",
    select: scope({
      branch: 'statement_id in (select s.id from statements s where s.home_branch_id = :branch)',
      company: "statement_id in (select s.id from statements s where s.requester_id = :company and s.status = 'published')",
    }),
  },
  deposits: { key: 'id', select: scope({}) },
  ainas_bills: { key: 'month', select: scope({}) },
  approvals: { key: 'id', select: scope({}) },
  adjustments: { key: 'id', select: scope({ branch: 'home_branch_id = :branch' }) },
  usage_adjustments: { key: 'id', select: scope({ branch: 'home_branch_id = :branch' }) },
  hotekisho_counts: { key: "concat(month, '/', requester_id)", select: scope({ branch: homeCompany, company: byCompany }) },
  debit_accounts: { key: 'id', select: { ...scope({ company: byCompany }), branch_admin: homeCompany } },
  debit_account_numbers: { key: 'account_id', select: { ...everybody(NONE), hq_finance: ALL, requester_admin: byCompany } },
  debit_batches: { key: 'id', select: scope({}) },
  debit_results: { key: 'id', select: scope({ branch: 'home_branch_id = :branch', company: byCompany }) },
  debit_result_accounts: { key: 'result_id', select: { ...everybody(NONE), hq_finance: ALL, requester_admin: byCompany } },
  receipts: { key: 'id', select: scope({ branch: 'home_branch_id = :branch', company: byCompany }) },
  debit_followups: { key: 'id', select: scope({ branch: 'home_branch_id = :branch', company: byCompany }) },
  payee_reports: { key: 'id', select: scope({ branch: ALL }) },
  payee_totals: { key: "concat(payee, '/', month, '/', agent_branch_id)", select: scope({ branch: 'agent_branch_id = :branch' }) },
  payee_differences: { key: 'id', select: scope({ branch: byBranch }) },
  payee_lines: { key: 'id', select: scope({ branch: byBranch, company: `${byCompany} and ${published}` }) },
  imports: { key: 'id', select: { ...everybody(NONE), hq_admin: ALL, hq_finance: ALL, branch_admin: 'branch_id = :branch', branch_staff: 'branch_id = :branch' } },
  import_rows: { key: 'line', select: everybody(NONE), closed: true },
  radar_mutes: { key: 'id', select: scope({ branch: 'branch_id = :branch', company: byCompany, site: byCompany, worker: byCompany }) },
  notices: {
    key: 'id',
    select: {
      ...everybody(noticesOf(homeBranch)),
      hq_admin: ALL, hq_finance: ALL, hq_viewer: ALL, auditor: ALL,
      branch_admin: noticesOf(':branch'), branch_staff: noticesOf(':branch'),
    },
    anon: { columns: 'id, posted_on, important, audience, title, body, link', rows: 'is_public' },
  },
};
