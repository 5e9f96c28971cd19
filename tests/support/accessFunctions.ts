import type { World } from '../world.ts';
import type { PersonName } from './cast.ts';

/**
 * One act of a public function and what each person is answered: `ok`, a refusal code, or SQLSTATE 42501 where there
 * is no right to call it at all. Whoever is not named gets `otherwise`.
 */
export type Probe = {
  function: string;
  does: string;
  /** SQL of one value; a text of snake_case is taken for a refusal that is answered, not raised. */
  sql: (world: World, facts: Facts) => string;
  ok: PersonName[];
  but?: Partial<Record<string, PersonName[]>>;
  otherwise: string;
  anon?: string;
  service?: string;
};

/** Ids that only the database knows. */
export type Facts = { openAdvance: number; openApproval: number; openLine: number; tokyoImport: number; tokyoContact: number; sakuraAsked: number; tokyoCard: number; tokyoCertificate: number;
  sakuraKey: number; sakuraTemplate: number; sakuraMail: number; tokyoNotice: number };

const hq: PersonName[] = ['hqAdmin', 'hqAdmin2'];
const readers: PersonName[] = [...hq, 'hqFinance', 'hqViewer'];
const tokyo: PersonName[] = ['tokyoAdmin', 'tokyoStaff'];
const branchPeople: PersonName[] = [...tokyo, 'sapporoAdmin', 'sapporoStaff', 'kanagawaStaff'];
const garage: PersonName[] = [
  'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraSubmitter2', 'sakuraSubmitterAll', 'sakuraPreparer', 'kitaAdmin', 'kitaSubmitter', 'kitaPreparer'];
const all: PersonName[] = [...readers, 'auditor', ...branchPeople, ...garage];
const drafters: PersonName[] = [...hq, ...tokyo, 'sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer'];
const onlookersOfSakura1: PersonName[] = ['hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSiteAdmin'];

const fire = (event: string, item: { id: number; version: number }): string =>
  `transition('${event}', '[{"id": ${item.id}, "version": ${item.version}}]') #>> '{0,code}'`;
const row = (fields: Record<string, unknown>): string => `'${JSON.stringify(fields)}'`;
const saved = (call: string): string => `${call} is null`;

/** A member is written with the version that was read. */
const memberRow = (id: string, change: string): string =>
  `save_member(jsonb_build_object('user_id', '${id}', 'version', 1) || '${change}') is null`;

export const probes: Probe[] = [
  { function: 'my_profile', does: 'who am I', sql: () => saved('my_profile()'), ok: all, otherwise: '' },
  { function: 'dashboard', does: 'the figures of the role', sql: () => saved('dashboard()'), ok: all, otherwise: '' },
  { function: 'national_usage', does: 'the public totals', sql: () => '(select count(*) from national_usage())', ok: all, otherwise: '', anon: 'ok' },
  {
    function: 'available_events', does: 'what the caller may do with a case he sees',
    sql: ({ cases }) => `(select available_events(a) from applications a where a.id = ${cases.sakuraDraft.id}) is null`, ok: all, otherwise: '',
  },

  {
    function: 'transition', does: 'sends a draft', sql: ({ cases }) => fire('submit', cases.sakuraDraft),
    ok: [...hq, ...tokyo, 'sakuraSubmitter', 'sakuraSubmitterAll'],
    but: { not_allowed: [...onlookersOfSakura1, 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  {
    function: 'transition', does: 'pays a fee as the agent; the home branch only reads', sql: ({ cases }) => fire('pay_tech', cases.sakuraYokohamaFees),
    ok: [...hq, 'kanagawaStaff'],
    but: { not_allowed: [...tokyo, 'hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSubmitterAll'] }, otherwise: 'not_found',
  },
  {
    function: 'save_application', does: 'makes a draft',
    sql: ({ ids }) => saved(`save_application(${row({ site_id: ids.site.sakura1, vehicle_kind: 'kei', chassis_no: 'NEW-0000001' })})`),
    ok: drafters, otherwise: 'not_allowed',
  },
  {
    function: 'save_application', does: 'changes a draft',
    sql: ({ cases }) => saved(`save_application(${row({ ...cases.sakuraDraft, memo: 'x' })})`),
    ok: drafters, but: { not_allowed: onlookersOfSakura1 }, otherwise: 'not_found',
  },
  {
    function: 'delete_application', does: 'deletes a draft', sql: ({ cases }) => `delete_application(${cases.sakuraDraft.id}, ${cases.sakuraDraft.version})`,
    ok: drafters, but: { not_allowed: onlookersOfSakura1 }, otherwise: 'not_found',
  },
  {
    function: 'hold_application', does: '予約送信 of a draft', sql: ({ cases }) => saved(`hold_application(${cases.sakuraDraft.id}, ${cases.sakuraDraft.version}, '2025-06-20')`),
    ok: [...hq, ...tokyo, 'sakuraSubmitter', 'sakuraSubmitterAll'], but: { not_allowed: [...onlookersOfSakura1, 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  {
    function: 'cancel_hold', does: 'stops 予約送信, which this draft is not in', sql: ({ cases }) => saved(`cancel_hold(${cases.sakuraDraft.id}, ${cases.sakuraDraft.version})`),
    ok: [], but: { not_held: drafters, not_allowed: onlookersOfSakura1 }, otherwise: 'not_found',
  },
  {
    function: 'read_vehicle_user', does: 'shows head office 使用者, with a reason',
    sql: ({ cases }) => saved(`read_vehicle_user(${cases.sakuraRequested.id}, '照会への回答')`), ok: hq, otherwise: 'not_allowed',
  },

  { function: 'save_application_template', does: 'keeps a template of a site', sql: ({ ids }) => saved(`save_application_template(${row({ site_id: ids.site.sakura1, name: 'いつもの' })})`), ok: ['sakuraAdmin', 'sakuraSiteAdmin'], but: { invalid_value: ['kitaAdmin'] }, otherwise: 'not_allowed' },
  { function: 'save_application_template', does: 'keeps a template of the company', sql: () => saved(`save_application_template(${row({ name: 'いつもの' })})`), ok: ['sakuraAdmin', 'kitaAdmin'], otherwise: 'not_allowed' },
  {
    function: 'delete_application_template', does: 'deletes a template of the company', sql: (_, { sakuraTemplate }) => `delete_application_template(${sakuraTemplate}, 1)`,
    ok: ['sakuraAdmin'], but: { not_allowed: garage.filter((name) => name.startsWith('sakura') && name !== 'sakuraAdmin') }, otherwise: 'not_found',
  },
  { function: 'former_request', does: 'finds a former case within reach', sql: () => saved(`former_request(${row({ chassis_no: 'TEST-0000001' })})`), ok: all, otherwise: '' },
  { function: 'cars_calendar', does: 'counts the own cars', sql: () => saved("cars_calendar('2025-01-01', '2026-01-01')"), ok: all, otherwise: '' },
  { function: 'import_requests', does: 'looks at a file of 依頼データ', sql: () => saved("import_requests('a.csv', 'a', '[]', true)"), ok: garage.filter((name) => !name.endsWith('Admin')), otherwise: 'not_allowed' },
  { function: 'make_api_key', does: 'makes a key of the own company', sql: ({ people }) => saved(`make_api_key(${row({ name: '整備ソフト', user_id: people.sakuraPreparer.id })})`), ok: ['sakuraAdmin'], but: { invalid_value: ['kitaAdmin'] }, otherwise: 'not_allowed' },
  { function: 'revoke_api_key', does: 'ends a lost key', sql: (_, { sakuraKey }) => saved(`revoke_api_key(${sakuraKey})`), ok: [...hq, 'tokyoAdmin', 'sakuraAdmin'], otherwise: 'not_found' },
  { function: 'admit_api_key', does: 'asks for a key', sql: () => saved("admit_api_key('x')"), ok: [], otherwise: '42501', service: 'api_key_invalid' },
  { function: 'take_requests', does: 'hands on requests of a key', sql: () => saved("take_requests('x', 'y', 'z', '[]')"), ok: [], otherwise: '42501', service: 'api_key_invalid' },

  { function: 'work_counts', does: 'counts the queues of the branch', sql: ({ ids }) => saved(`work_counts(${ids.branch.tokyo})`), ok: all, otherwise: '' },
  { function: 'work_forecast', does: 'counts the held requests of the branch', sql: ({ ids }) => saved(`work_forecast(${ids.branch.tokyo})`), ok: all, otherwise: '' },
  { function: 'work_list', does: 'lists a queue of the branch', sql: ({ ids }) => saved(`work_list('file', ${ids.branch.tokyo})`), ok: all, otherwise: '' },
  {
    function: 'add_contact', does: 'writes 連絡 as the agent; the home branch only reads',
    sql: ({ cases }) => saved(`add_contact(${row({ applications: [cases.sakuraYokohamaFees.id], contacted: '工場長', channel: 'phone', said: '確認' })})`),
    ok: [...hq, 'kanagawaStaff'], but: { not_allowed: [...tokyo, 'hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSubmitterAll'] }, otherwise: 'not_found',
  },
  {
    function: 'close_contact', does: 'closes a line of 連絡', sql: (_, { tokyoContact }) => saved(`close_contact(${tokyoContact})`),
    ok: [...hq, ...tokyo], but: { not_allowed: ['hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer'] }, otherwise: 'not_found',
  },

  {
    function: 'request_kinds', does: 'what the caller may ask the branch to do', sql: ({ cases }) => `(select request_kinds(a) from applications a where a.id = ${cases.sakuraRequested.id}) is null`,
    ok: all, otherwise: '',
  },
  {
    function: 'ask_branch', does: 'asks for 取下', sql: ({ cases }) => saved(`ask_branch(${cases.sakuraKeiFees.id}, 'withdraw', '車を替えるため')`),
    ok: ['sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraSubmitterAll'], but: { not_allowed: [...readers, ...tokyo, 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  {
    function: 'answer_request', does: 'declines what was asked; the home branch only reads', sql: (_, { sakuraAsked }) => saved(`answer_request(${sakuraAsked}, 'declined', '審査が終わっています')`),
    ok: [...hq, 'kanagawaStaff'], but: { not_allowed: [...tokyo, 'hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSubmitterAll'] }, otherwise: 'not_found',
  },
  {
    function: 'answer_request', does: 'takes back what was asked', sql: (_, { sakuraAsked }) => saved(`answer_request(${sakuraAsked}, 'cancelled')`),
    ok: ['sakuraAdmin', 'sakuraSubmitterAll'], but: { not_allowed: [...readers, ...tokyo, 'kanagawaStaff'] }, otherwise: 'not_found',
  },
  {
    function: 'save_memo', does: 'changes メモ of a filed case', sql: ({ cases }) => saved(`save_memo(${cases.sakuraKeiFees.id}, ${cases.sakuraKeiFees.version}, '部品待ち')`),
    ok: drafters, but: { not_allowed: onlookersOfSakura1 }, otherwise: 'not_found',
  },
  { function: 'case_statistics', does: 'counts requests by site and status', sql: () => saved("case_statistics('2025-05-01', '2025-05-31')"), ok: [...branchPeople, ...garage], otherwise: 'not_allowed' },
  { function: 'find_case_ids', does: 'finds by 使用者 within scope', sql: () => saved("find_case_ids('見本')"), ok: all, otherwise: '' },

  {
    function: 'send_cards', does: 'sends 連絡カード as the agent; the home branch only reads',
    sql: ({ cases }) => saved(`send_cards(${row({ applications: [cases.sakuraYokohamaFees.id], kind: 'balance', question: '残高を確かめてください', due_on: '2025-06-12' })})`),
    ok: [...hq, 'kanagawaStaff'], but: { not_allowed: [...tokyo, 'hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSubmitterAll'] }, otherwise: 'not_found',
  },
  {
    function: 'answer_card', does: 'answers as the company, agrees unless 送信不可; the agent types the sheet in',
    sql: (_, { tokyoCard }) => saved(`answer_card(${tokyoCard}, ${row({ agreed: true, signed_name: '工場長' })})`),
    ok: [...hq, ...tokyo, 'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraSubmitterAll'], but: { not_allowed: ['hqFinance', 'hqViewer', 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  {
    function: 'close_card', does: 'closes a card as the agent', sql: (_, { tokyoCard }) => saved(`close_card(${tokyoCard})`),
    ok: [...hq, ...tokyo], but: { not_allowed: ['hqFinance', 'hqViewer', 'sakuraAdmin', 'sakuraSiteAdmin', 'sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  {
    function: 'correct_case', does: 'judges who may correct before 再申請, and where the case stands', sql: ({ cases }) => saved(`correct_case(${cases.sakuraKeiFees.id}, ${cases.sakuraKeiFees.version}, '{"parking_fine_receipt": true}')`),
    ok: [], but: { wrong_status: [...hq, ...tokyo, 'sakuraSubmitter', 'sakuraSubmitterAll'], not_allowed: [...onlookersOfSakura1, 'sakuraPreparer'] }, otherwise: 'not_found',
  },

  { function: 'work_companies', does: 'names the companies of a queue', sql: ({ ids }) => saved(`work_companies('file', ${ids.branch.tokyo})`), ok: all, otherwise: '' },
  { function: 'work_version', does: 'tells whether a queue changed', sql: ({ ids }) => saved(`work_version(${ids.branch.tokyo})`), ok: all, otherwise: '' },
  { function: 'ainas_as_of', does: 'tells how fresh the mirror is', sql: () => saved('ainas_as_of()'), ok: all, otherwise: '' },
  { function: 'export_ainas', does: 'looks at what would be handed to AINAS', sql: ({ ids }) => saved(`export_ainas(${ids.branch.tokyo}, p_preview => true)`), ok: [...hq, ...branchPeople], otherwise: 'not_allowed' },
  {
    function: 'save_portal_facts', does: 'notes the facts of the portal as the agent', sql: ({ cases }) => saved(`save_portal_facts(${row({ ...cases.sakuraKeiFees, message_flag: true })})`),
    ok: [...hq, ...tokyo], but: { not_allowed: onlookersOfSakura1.concat('sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer') }, otherwise: 'not_found',
  },

  { function: 'agent_state', does: 'tells what filing needs', sql: ({ ids }) => saved(`agent_state(${ids.branch.tokyo})`), ok: all, otherwise: '' },
  { function: 'save_agent_certificate', does: 'changes 利用開始日', sql: (_, { tokyoCertificate }) => saved(`save_agent_certificate(${row({ id: tokyoCertificate, version: 1, starts_on: '2020-02-01' })})`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'save_agent_office', does: 'names 軽証明書等管理業者', sql: ({ ids }) => saved(`save_agent_office(${row({ branch_id: ids.branch.tokyo, version: 1, kei_pickup_name: '見本０１' })})`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'put_arrival_password', does: 'keeps a password encrypted', sql: ({ ids }) => saved(`put_arrival_password(${ids.branch.tokyo}, 'registered', null, 'v1.${'A'.repeat(16)}.${'B'.repeat(44)}')`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  {
    function: 'read_arrival_password', does: 'reads the password of a case as its agent', sql: ({ cases }) => saved(`read_arrival_password(${cases.sakuraKeiFees.id})`),
    ok: [...hq, ...tokyo], but: { not_allowed: onlookersOfSakura1.concat('sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer') }, otherwise: 'not_found',
  },

  { function: 'save_branch', does: 'changes contacts', sql: ({ ids }) => saved(`save_branch(${row({ id: ids.branch.tokyo, version: 1, phone: '03-0000-0000' })})`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'save_branch', does: 'renames', sql: ({ ids }) => saved(`save_branch(${row({ id: ids.branch.tokyo, version: 1, name: '新名称' })})`), ok: hq, but: { field_not_allowed: ['tokyoAdmin'] }, otherwise: 'not_allowed' },
  { function: 'save_branch', does: 'adds', sql: () => saved(`save_branch(${row({ code: '199', name: '見本', region: '関東', office: '見本' })})`), ok: hq, otherwise: 'not_allowed' },
  { function: 'save_setting', does: 'changes a setting', sql: () => saved(`save_setting(${row({ id: 'lock_minutes', version: 1, value: 20 })})`), ok: hq, otherwise: 'not_allowed' },
  { function: 'save_notice', does: 'posts for a branch', sql: ({ ids }) => saved(`save_notice(${row({ title: '見出し', body: '本文', branch_id: ids.branch.tokyo })})`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'save_notice', does: 'changes one of a branch', sql: (_, { tokyoNotice }) => saved(`save_notice(${row({ id: tokyoNotice, version: 1, title: '改めて' })})`), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'delete_notice', does: 'deletes one of a branch', sql: (_, { tokyoNotice }) => `delete_notice(${tokyoNotice}, 1)`, ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'save_requester', does: 'changes the report address', sql: ({ ids }) => saved(`save_requester(${row({ id: ids.company.sakura, version: 1, report_email: 'a@example.jp' })})`), ok: [...hq, 'tokyoAdmin', 'sakuraAdmin'], otherwise: 'not_allowed' },
  { function: 'save_requester', does: 'renames', sql: ({ ids }) => saved(`save_requester(${row({ id: ids.company.sakura, version: 1, name: '新名称' })})`), ok: [...hq, 'tokyoAdmin'], but: { field_not_allowed: ['sakuraAdmin'] }, otherwise: 'not_allowed' },
  { function: 'save_site', does: 'renames', sql: ({ ids }) => saved(`save_site(${row({ id: ids.site.sakura1, version: 1, name: '新名称' })})`), ok: [...hq, 'tokyoAdmin', 'sakuraAdmin', 'sakuraSiteAdmin'], otherwise: 'not_allowed' },
  { function: 'save_site', does: 'changes the number', sql: ({ ids }) => saved(`save_site(${row({ id: ids.site.sakura1, version: 1, record_agent_no: 'A123456789' })})`), ok: [...hq, 'tokyoAdmin', 'sakuraAdmin'], but: { field_not_allowed: ['sakuraSiteAdmin'] }, otherwise: 'not_allowed' },
  { function: 'save_site', does: 'writes in another area', sql: ({ ids }) => saved(`save_site(${row({ id: ids.site.sakuraYokohama, version: 1, name: '新名称' })})`), ok: [...hq, 'sakuraAdmin'], otherwise: 'not_allowed' },

  { function: 'check_member', does: 'looks at a new submitter', sql: ({ ids }) => saved(`check_member(${row({ role: 'submitter', requester_id: ids.company.sakura, site_id: ids.site.sakura1, login_id: 'c9100001-new', display_name: '新人' })})`), ok: [...hq, 'sakuraAdmin', 'sakuraSiteAdmin'], otherwise: 'not_allowed' },
  { function: 'save_member', does: 'renames a submitter', sql: ({ people }) => memberRow(people.sakuraSubmitter.id, '{"display_name": "改名"}'), ok: [...hq, 'sakuraAdmin', 'sakuraSiteAdmin'], otherwise: 'not_allowed' },
  { function: 'save_member', does: 'renames branch people', sql: ({ people }) => memberRow(people.tokyoStaff.id, '{"display_name": "改名"}'), ok: [...hq, 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'save_member', does: 'renames the administrator of a home company', sql: ({ people }) => memberRow(people.sakuraAdmin.id, '{"display_name": "改名"}'), ok: [...hq, 'tokyoAdmin', 'sakuraAdmin'], otherwise: 'not_allowed' },
  { function: 'save_member', does: 'makes a submitter head office', sql: ({ people }) => memberRow(people.sakuraSubmitter.id, '{"role": "hq_admin", "requester_id": null, "site_id": null}'), ok: hq, otherwise: 'not_allowed' },
  { function: 'disable_member', does: 'disables a submitter of another site', sql: ({ people }) => saved(`disable_member('${people.sakuraSubmitter2.id}', true)`), ok: [...hq, 'sakuraAdmin'], otherwise: 'not_allowed' },
  { function: 'reset_member', does: 'resets branch people', sql: ({ people }) => saved(`reset_member('${people.sapporoStaff.id}')`), ok: [...hq, 'sapporoAdmin'], otherwise: 'not_allowed' },
  { function: 'reset_member_factor', does: 'resets a lost second factor', sql: ({ people }) => saved(`reset_member_factor('${people.sapporoStaff.id}')`), ok: [...hq, 'sapporoAdmin'], otherwise: 'not_allowed' },
  { function: 'delete_member', does: 'deletes a preparer', sql: ({ people }) => saved(`delete_member('${people.sakuraPreparer.id}')`), ok: [...hq, 'sakuraAdmin', 'sakuraSiteAdmin'], otherwise: 'not_allowed' },
  { function: 'password_used_before', does: 'asks about a password', sql: ({ people }) => `password_used_before('${people.hqAdmin.id}', 'x')`, ok: [], otherwise: '42501', service: 'ok' },
  { function: 'password_changed', does: 'notes a password', sql: ({ people }) => `password_changed('${people.hqAdmin.id}', 'x')`, ok: [], otherwise: '42501', service: 'ok' },

  { function: 'unread_notices', does: 'counts the own unread notices', sql: () => 'unread_notices()', ok: all, otherwise: '' },
  { function: 'read_notices', does: 'reads all of them', sql: () => 'read_notices()', ok: all, otherwise: '' },
  { function: 'claim_mails', does: 'takes mails to send', sql: () => saved('claim_mails()'), ok: [], otherwise: '42501', service: 'ok' },
  { function: 'finish_mail', does: 'says what became of a mail', sql: () => 'finish_mail(1, gen_random_uuid())', ok: [], otherwise: '42501', service: 'ok' },
  {
    function: 'resend_mail', does: 'sends a mail again', sql: (_, { sakuraMail }) => saved(`resend_mail(${sakuraMail})`),
    ok: [...hq, ...tokyo], but: { not_allowed: ['hqFinance', 'hqViewer', 'sakuraAdmin'] }, otherwise: 'not_found',
  },
  {
    function: 'send_confirmation', does: 'asks a company without an address to confirm it', sql: ({ ids }) => saved(`send_confirmation(${ids.company.sakura})`),
    ok: [], but: { nothing_to_confirm: [...hq, ...tokyo, 'sakuraAdmin'] }, otherwise: 'not_allowed',
  },
  { function: 'confirm_report_address', does: 'confirms an address by its token', sql: () => saved("confirm_report_address('wrong')"), ok: [], otherwise: 'confirmation_invalid', anon: 'confirmation_invalid' },

  { function: 'save_price', does: 'prepares a price', sql: () => saved(`save_price(${row({ item: 'usage', amount: 180, valid_from: '2099-01-01' })})`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'add_adjustment', does: 'corrects a bill', sql: ({ ids }) => saved(`add_adjustment(${ids.company.sakura}, -178, true, '訂正', '理由')`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'write_off_advance', does: 'takes an advance out of the bills', sql: (_, { openAdvance }) => `write_off_advance(${openAdvance}, '理由')`, ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'decide_approval', does: 'lets an act happen that a second person asked for', sql: (_, { openApproval }) => `decide_approval(${openApproval}, 'approve') is null`, ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'advance_book', does: '立替金元帳 of the office', sql: () => saved("advance_book('2025-04-01')"), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'book_deposit', does: 'books 予納金', sql: () => saved("book_deposit('2025-04-01', 1000000)"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'deposit_balance', does: '予納残高, null for others', sql: () => saved('deposit_balance()'), ok: all, otherwise: '' },
  { function: 'report_branch_fees', does: '支部手数料計算書, a branch its own', sql: () => saved("report_branch_fees('2025-04-01', '2025-04-30')"), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'book_ainas_bill', does: 'books what AINAS bills', sql: () => saved("book_ainas_bill('2025-04-01', 10, 450)"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'ainas_comparison', does: "AINAS's bill beside our count, null for others", sql: () => saved('ainas_comparison()'), ok: all, otherwise: '' },
  { function: 'price_what_if', does: 'what another price would have billed', sql: () => saved("price_what_if('usage', 200)"), ok: readers, otherwise: 'not_allowed' },
  { function: 'payee_overview', does: 'a month beside each payee, within scope', sql: () => saved("payee_overview('2025-03-01')"), ok: all, otherwise: '' },
  { function: 'attribute_payee_line', does: 'gives a line to a case, without a reason', sql: ({ cases }) => saved(`attribute_payee_line(1, ${cases.sakuraDraft.id}, '')`), ok: [], but: { reason_required: ['hqFinance'] }, otherwise: 'not_allowed' },
  { function: 'settle_payee_line', does: 'settles what nobody was found for', sql: (_, { openLine }) => saved(`settle_payee_line(${openLine}, 'corrected', '納付先が取り下げたため')`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'close_month', does: 'previews', sql: () => saved("close_month('2025-05-01')"), ok: readers, otherwise: 'not_allowed' },
  { function: 'close_month', does: 'closes', sql: () => saved("close_month('2025-05-01', 'close', false, '報告が届かないため')"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'debit_state', does: 'the result of a statement he sees', sql: () => "(select debit_state(s) from statements s order by s.id limit 1) is null", ok: all, otherwise: '' },
  { function: 'statement_is_intact', does: 'whether a statement he sees is as it was published', sql: () => "(select statement_is_intact(s) from statements s order by s.id limit 1) is null", ok: all, otherwise: '' },
  { function: 'account_movements', does: '口座の動き of the own company', sql: () => saved("account_movements('2025-04-01', '2025-05-31')"), ok: ['sakuraAdmin', 'kitaAdmin'], otherwise: 'not_allowed' },
  { function: 'report_debit_statements', does: '引落予定明細 within scope', sql: () => saved("report_debit_statements('2025-03-01', '2025-03-31')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'report_debit_results', does: '振替結果 within scope', sql: () => saved("report_debit_results('2025-04-01', '2025-05-31')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'make_debit_file', does: 'makes the file of a debit day', sql: () => saved("make_debit_file('2025-04-28')"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'cancel_debit_batch', does: 'takes back a file that has a result', sql: () => saved("cancel_debit_batch((select min(id) from debit_batches), '理由')::text"), ok: [], but: { debit_batch_settled: ['hqFinance'] }, otherwise: 'not_allowed' },
  { function: 'book_receipt', does: 'books a transfer', sql: ({ ids }) => saved(`book_receipt(${ids.company.sakura}, '2025-05-01', 100)`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'book_receipt', does: 'books what the branch collected', sql: ({ ids }) => saved(`book_receipt(${ids.company.sakura}, '2025-05-01', 100, 'branch')`), ok: ['hqFinance', 'tokyoAdmin'], otherwise: 'not_allowed' },
  { function: 'cancel_receipt', does: 'takes a transfer back', sql: ({ ids }) => saved(`cancel_receipt((select min(id) from receipts where requester_id = ${ids.company.sakura}), '理由')::text`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'close_followup', does: 'settles a question', sql: ({ ids }) => saved(`close_followup((select min(id) from debit_followups where requester_id = ${ids.company.sakura}), '理由')::text`), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'debit_calendar', does: 'the debit days', sql: () => saved('debit_calendar()'), ok: readers, otherwise: 'not_allowed' },
  { function: 'debit_day_detail', does: 'one debit day', sql: () => saved("debit_day_detail('2025-04-28')"), ok: readers, otherwise: 'not_allowed' },
  { function: 'debit_balances', does: 'balances', sql: () => saved('debit_balances()'), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'branch_collection', does: 'the 支部徴収 list within scope', sql: () => saved("branch_collection('2025-04-01')"), ok: all, otherwise: '' },
  { function: 'report_fee_details', does: '納付明細 within scope', sql: () => saved("report_fee_details('2025-04-01', '2025-04-30')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'closing_overview', does: 'the steps of a month', sql: () => saved("closing_overview('2025-05-01')"), ok: readers, otherwise: 'not_allowed' },
  { function: 'usage_matrix', does: '利用件数 by month within scope', sql: () => saved("usage_matrix('2025-03-01', '2025-04-01')"), ok: all, otherwise: '' },
  { function: 'report_advances', does: '立替実績 within scope', sql: () => saved("report_advances('2025-04-01', '2025-04-30')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'report_daily_statistics', does: '日次統計 within scope', sql: () => saved("report_daily_statistics('2025-04-01', '2025-04-30')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'usage_quality', does: 'shares and days within scope', sql: () => saved("usage_quality('2025-04-01', '2025-04-01')"), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'report_payee_differences', does: '納付先との差異 within the office', sql: () => saved("report_payee_differences('2025-04-01', '2025-04-30')"), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'report_usage', does: '利用件数 within scope', sql: () => saved("report_usage('2025-04-01', '2025-04-01')"), ok: all, otherwise: '' },
  { function: 'usage_matrix', does: '利用件数 by month within scope', sql: () => saved("usage_matrix('2025-04-01', '2025-04-01')"), ok: all, otherwise: '' },
  { function: 'closing_overview', does: 'who did what of a closing', sql: () => saved("closing_overview('2025-05-01')"), ok: readers, otherwise: 'not_allowed' },

  { function: 'stage_import', does: 'opens a file of companies', sql: () => saved("stage_import('requesters', 'a.csv')"), ok: hq, otherwise: 'not_allowed' },
  { function: 'stage_import', does: 'opens a file of AINAS', sql: () => saved("stage_import('ainas', 'a.csv')"), ok: [...hq, ...branchPeople], otherwise: 'not_allowed' },
  { function: 'stage_import', does: "opens a payee's file", sql: () => saved("stage_import('payee-kikou', 'a.csv')"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  { function: 'add_import_rows', does: 'adds to the own file', sql: (_, { tokyoImport }) => saved(`add_import_rows(${tokyoImport}, '[{"line": 3}]')`), ok: ['tokyoStaff'], otherwise: 'not_found' },
  { function: 'commit_import', does: 'takes in the own file', sql: (_, { tokyoImport }) => saved(`commit_import(${tokyoImport}, true)`), ok: ['tokyoStaff'], otherwise: 'not_found' },
  { function: 'import_rows', does: 'takes in accounts', sql: () => saved("import_rows('debit-accounts', 'a.csv', '[]', true)"), ok: ['hqFinance'], otherwise: 'not_allowed' },
  {
    function: 'settle_review', does: 'settles 要確認, which this case is not', ok: [],
    sql: ({ cases }) => saved(`settle_review(${cases.sakuraRequested.id}, ${cases.sakuraRequested.version}, 'note')`),
    but: { wrong_status: [...hq, ...tokyo], not_allowed: [...onlookersOfSakura1, 'sakuraSubmitter', 'sakuraSubmitterAll', 'sakuraPreparer'] }, otherwise: 'not_found',
  },
  { function: 'import_headers', does: 'reads how AINAS files name their columns', sql: () => saved("import_headers('ainas')"), ok: [...hq, ...branchPeople], otherwise: 'not_allowed' },

  { function: 'find_anything', does: 'finds within the own scope', sql: () => saved(`find_anything('{"chassis": "TEST-"}')`), ok: all, otherwise: '' },
  { function: 'radar', does: 'counts what needs care', sql: () => saved('radar()'), ok: all, otherwise: '' },
  { function: 'radar_rows', does: 'lists what a garage is concerned with, too', sql: () => saved("radar_rows('expiring')"), ok: all.filter((name) => name !== 'auditor'), otherwise: 'not_allowed' },
  { function: 'radar_rows', does: "lists what is the office's", sql: () => saved("radar_rows('stuck')"), ok: [...readers, ...branchPeople], otherwise: 'not_allowed' },
  {
    function: 'radar_mute', does: 'mutes a case that waits', ok: [...hq, 'hqFinance', ...tokyo],
    sql: ({ cases }) => saved(`radar_mute('stuck', ${cases.sakuraRequested.id}, '2025-06-20', '確認済み')::text`),
    but: { not_found: ['sapporoAdmin', 'sapporoStaff', 'kanagawaStaff'] }, otherwise: 'not_allowed',
  },
];
