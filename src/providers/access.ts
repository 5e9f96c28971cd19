/** The roles of docs/decisions.md D-2. */
export const ROLES = [
  'hq_admin', 'hq_finance', 'hq_viewer', 'auditor', 'branch_admin', 'branch_staff', 'requester_admin', 'site_admin', 'submitter', 'preparer',
] as const;
export type Role = (typeof ROLES)[number];
export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** How far a role sees: everything, a branch, a company or a site. */
export type Reach = 'hq' | 'branch' | 'garage';
export const reachOf = (role: Role): Reach => {
  if (role === 'branch_admin' || role === 'branch_staff') return 'branch';
  return role.startsWith('hq_') || role === 'auditor' ? 'hq' : 'garage';
};

const READ = ['list', 'show', 'export'];
const WRITE = [...READ, 'edit', 'create'];
const EDIT = [...READ, 'edit'];
/** The agent and the submitter write requests and act on cases. */
const AGENT = [...WRITE, 'act', 'delete'];
const EVERYONE: Partial<Record<Role, readonly string[]>> = Object.fromEntries(ROLES.map((role) => [role, READ]));
const HQ_CASES: Partial<Record<Role, readonly string[]>> = { hq_admin: READ, hq_finance: READ, hq_viewer: READ };
const OFFICE_CASES = { ...HQ_CASES, branch_admin: READ, branch_staff: READ };
const CASES = { ...OFFICE_CASES, requester_admin: READ, site_admin: READ, submitter: READ, preparer: READ };

/**
 * "Who may do what" of docs/decisions.md, for menus, routes and buttons only: the database is the judge.
 * Actions beyond react-admin's: `act` (events of a case), `close` (month), `import:<kind>`.
 */
const TABLE: Record<string, Partial<Record<Role, readonly string[]>>> = {
  dashboard: EVERYONE,
  branches: { ...EVERYONE, hq_admin: WRITE, branch_admin: EDIT },
  requesters: { ...CASES, hq_admin: WRITE, branch_admin: WRITE, requester_admin: EDIT },
  sites: { ...CASES, hq_admin: WRITE, branch_admin: [...WRITE, 'confirm'], requester_admin: [...WRITE, 'delete'], site_admin: EDIT },
  members: { hq_admin: [...WRITE, 'delete'], auditor: READ, branch_admin: [...WRITE, 'delete'], requester_admin: [...WRITE, 'delete'], site_admin: [...WRITE, 'delete'] },
  applications: {
    ...CASES, hq_admin: AGENT, branch_admin: AGENT, branch_staff: AGENT, submitter: AGENT, preparer: [...WRITE, 'delete'],
  },
  cars: { requester_admin: READ, site_admin: READ, submitter: READ, preparer: READ },
  application_templates: { requester_admin: [...WRITE, 'delete'], site_admin: [...WRITE, 'delete'], submitter: ['list'], preparer: ['list'] },
  request_imports: { submitter: ['list', 'create'], preparer: ['list', 'create'] },
  api_keys: { hq_admin: ['list', 'delete'], branch_admin: ['list', 'delete'], requester_admin: ['list', 'create', 'delete'] },
  contacts: { ...OFFICE_CASES, hq_admin: [...READ, 'act'], branch_admin: [...READ, 'act'], branch_staff: [...READ, 'act'] },
  contact_cards: { ...CASES, hq_admin: [...READ, 'act'], branch_admin: [...READ, 'act'], branch_staff: [...READ, 'act'] },
  agent_certificates: { hq_admin: WRITE, hq_finance: READ, hq_viewer: READ, auditor: READ, branch_admin: WRITE, branch_staff: READ },
  work_list: { hq_admin: READ, branch_admin: READ, branch_staff: READ },
  radar: CASES,
  advances: { ...OFFICE_CASES, hq_finance: [...READ, 'act'], requester_admin: READ },
  statements: { ...OFFICE_CASES, requester_admin: READ },
  payee_reports: { ...OFFICE_CASES, hq_finance: [...READ, 'act'] },
  billing_months: { hq_admin: READ, hq_finance: [...READ, 'close'], hq_viewer: READ },
  payee_differences: { ...OFFICE_CASES, hq_finance: [...READ, 'act'] },
  advance_book: OFFICE_CASES,
  adjustments: { ...OFFICE_CASES, hq_finance: [...READ, 'act'] },
  branch_fees: { ...OFFICE_CASES, hq_finance: [...READ, 'act'] },
  approvals: { hq_admin: READ, hq_finance: [...READ, 'act'], hq_viewer: READ },
  debit_batches: { ...HQ_CASES, hq_finance: [...READ, 'act'] },
  branch_collection: { branch_admin: [...READ, 'act'], branch_staff: READ },
  account_movements: { requester_admin: READ },
  prices: { ...OFFICE_CASES, hq_finance: WRITE, auditor: READ },
  settings: { ...OFFICE_CASES, hq_admin: EDIT, auditor: READ },
  reports: CASES,
  usage: CASES,
  imports: {
    hq_admin: ['list', 'show', 'import:requesters', 'import:sites', 'import:ainas'],
    hq_finance: ['list', 'show', 'import:payee-keikenkyo', 'import:payee-kikou', 'import:hotekisho', 'import:debit-accounts', 'import:debit-result'],
    branch_admin: ['list', 'show', 'import:ainas'],
    branch_staff: ['list', 'show', 'import:ainas'],
  },
  guide: EVERYONE,
  notices: { ...CASES, hq_admin: [...WRITE, 'delete'], branch_admin: [...WRITE, 'delete'] },
  mail_outbox: { ...OFFICE_CASES, hq_admin: [...READ, 'act'], branch_admin: [...READ, 'act'], branch_staff: [...READ, 'act'], requester_admin: READ },
  audit_log: { hq_admin: READ, auditor: READ, branch_admin: READ },
  // Lookups: labels that every screen needs.
  filing_statuses: EVERYONE,
  oss_statuses: EVERYONE,
};

/** Whether a role is offered an action. Pure; unknown resources and actions are refused. */
export const canAccess = (role: Role, { resource, action }: { resource: string; action: string }): boolean =>
  TABLE[resource]?.[role]?.includes(action) ?? false;

/** Import kinds offered to a role, in the order of the table. */
export const importKinds = (role: Role): string[] =>
  (TABLE.imports?.[role] ?? []).filter((action) => action.startsWith('import:')).map((action) => action.slice('import:'.length));
