import { approvalResources } from './approvals.ts';
import { debitResources } from './debits.ts';
import { applicationFields, eventFields, feeFields, vehicleUserFields } from './fieldsOfCases.ts';
import { ledgerResources } from './ledger.ts';
import { moneyResources } from './fieldsOfMoney.ts';

const place = { 'requester.name': '事業者名称', 'requester.code': '事業者コード', 'branch.name': '支部' } as const;

const branchFields = {
  id: '番号', code: '支部コード', name: '支部名称', region: '地区', office: '事業場管轄運輸支局等', postal_code: '郵便番号', address: '所在地', phone: '電話番号',
  email: 'メールアドレス', version: '版', q: 'キーワード',
} as const;

const requesterFields = {
  id: '番号', code: '事業者コード', name: '事業者名称', branch_id: '所属', ...place, postal_code: '郵便番号', address: '所在地', mailing_name: '送付先名称',
  mailing_postal_code: '送付先郵便番号', mailing_address: '送付先住所', phone: '電話番号', ainas_org_id: 'AINAS依頼人組織ID', member_code: '会員コード',
  hotekisho_company_no: '電子保適事業者ID', agency_company_no: '代理申請事業者ID', onboarding_status: '登録進捗状況', contract_status: '契約状況',
  debit_cycle: '引落区分', collection: '徴収方法', report_email: '納付明細送付先メールアドレス', mail_daily_details: '明細の送付（毎日）',
  mail_monthly_advances: '立替実績の送付（毎月）', report_email_confirmed_at: 'メールアドレス確認日時', mail_daily_since: '明細の送付の開始日', ainas_email: 'AINAS申込書のメールアドレス', version: '版', created_at: '登録日時', q: 'キーワード',
} as const;

const siteFields = {
  id: '番号', requester_id: '事業者', branch_id: '管轄', ...place, code: '事業場コード', name: '事業場名称', short_name: '事業場名称（略称）',
  record_agent_no: '記録等事務代行者委託番号', status: '状態', version: '版', created_at: '登録日時', q: 'キーワード',
} as const;

const memberFields = {
  user_id: '番号', login_id: 'ログインID', email: 'メールアドレス', display_name: 'ユーザー名', role: '権限', branch_id: '支部', requester_id: '事業者', site_id: '拠点',
  disabled_at: '停止日時', password_expires_on: 'パスワード有効期限', must_change_password: 'パスワード更新待ち', locked_until: 'ロック解除日時',
  last_sign_in_at: '最終ログイン日時', version: '版', created_at: '登録日時',
  ...place, 'site.name': '拠点',
} as const;

const noticeFields = {
  id: '番号', posted_on: '登録日', important: '重要度', audience: '対象', title: '件名', body: '内容', link: 'リンク', ends_on: '公開終了日', is_public: '一般公開', branch_id: '対象支部',
  version: '版', created_by: '登録者',
} as const;

const mailFields = {
  id: '番号', kind: '種類', requester_id: '事業者', branch_id: '所属', to_address: '送付先', state: '状態', attempts: '送信回数', error: 'エラー', next_try_at: '次の送信',
  created_at: '作成日時', sent_at: '送信日時', subject: '件名', asked_by: '再送した人',
} as const;

const importFields = {
  id: '番号', kind: '種類', file_name: 'ファイル名', imported_at: '取込日時', created_at: '取込日時', actor_name: '取込者', read: '読込', inserted: '追加', updated: '更新',
  unchanged: '変更なし', rejected: 'エラー', rejected_count: 'エラー', state: '状態', finished_at: '取込日時',
} as const;

const auditFields = {
  id: '番号', at: '日時', actor_id: '操作者', actor_name: '操作者', branch_id: '支部', subject: '種類', subject_id: '対象番号', action: '操作', before: '変更前', after: '変更後',
} as const;

/** Values of a template are columns of 申請データ. */
const templateFields = Object.fromEntries(Object.entries(applicationFields).map(([name, label]) => [`values.${name}`, label])) as { [K in keyof typeof applicationFields as `values.${K}`]: (typeof applicationFields)[K] };

const lookup = { code: 'コード', vehicle_kind: '車種', label_ja: '名称', sort: '順', turn: '次の担当' } as const;

/** Names of resources and labels of their columns, in the manual's terms. `fields.<column>`; embedded columns as `fields.site.name`. */
export const resources = {
  branches: { name: '支部', fields: branchFields },
  requesters: { name: '事業者', fields: requesterFields },
  sites: { name: '事業場', fields: siteFields },
  members: { name: 'ユーザー', fields: memberFields },
  applications: { name: '申請データ', fields: applicationFields },
  application_events: { name: '履歴', fields: eventFields },
  application_vehicle_users: { name: '使用者', fields: vehicleUserFields },
  fee_payments: { name: '納付情報', fields: feeFields },
  ...moneyResources,
  ...approvalResources,
  ...debitResources,
  ...ledgerResources,
  mail_outbox: { name: '送信履歴', fields: mailFields },
  notices: { name: 'お知らせ', fields: noticeFields },
  imports: { name: 'データ取込', fields: importFields },
  debit_accounts: {
    name: '口座振替口座',
    fields: {
      id: '番号', requester_id: '事業者', valid_from: '有効開始日', bank_code: '金融機関コード', bank_name: '金融機関名', branch_code: '支店コード', branch_name: '支店名称', account_type: '口座区分',
      masked_number: '口座番号', updated_at: '更新日時',
    },
  },
  debit_account_numbers: { name: '口座番号', fields: { account_id: '口座', account_number: '口座番号', holder_kana: '口座名義' } },
  case_requests: { name: '支部への依頼', fields: { id: '番号', kind: '依頼の内容', note: '依頼の理由', state: '状態', answer: '回答' } },
  saved_searches: { name: '保存した検索条件', fields: { id: '番号', name: '名前' } },
  contact_cards: { name: '連絡カード' },
  contact_card_answers: { name: '連絡カードの回答' },
  card_consents: { name: '短縮の承諾' },
  agent_certificates: {
    name: '代理人証明書情報',
    fields: { branch_id: '支部', kind: '証明書の種類', holder: '名義', serial_no: 'シリアル番号', starts_on: '利用開始日', ends_on: '有効期限', revoked_on: '失効日', note: '備考' },
  },
  agent_offices: {
    name: '代理人拠点',
    fields: {
      branch_id: '支部', kei_pickup_name: '軽証明書等管理業者名（AINASに登録した名称）', kei_pickup_filed: '軽証明書等管理業者名（軽検協に届け出た名称）', registered_user_id: '登録車 一括利用者ID', registered_payment: '登録車 納付形態',
      kei_user_id: '軽 一括利用者ID', kei_payment: '軽 納付形態',
    },
  },
  arrival_passwords: { name: '到達番号パスワード' },
  cars: {
    name: '車両台帳',
    fields: {
      id: '番号', vehicle_kind: '区分', plate: '自動車登録番号／車両番号', plate_number: '登録番号／車両番号', chassis_no: '車台番号', next_expires_on: '次の有効期間満了日', site_id: '拠点', last_on: '前回の申請', last_outcome: '前回の結果', last_application_id: '前回の申請', next: '操作',
    },
  },
  api_keys: {
    name: 'APIキー',
    fields: { id: '番号', name: '名前', prefix: 'キーの先頭', user_id: '担当者', may_send: '送信', created_at: '作成日時', created_name: '作成者', last_used_at: '最終利用日時', revoked_at: '失効日時', revoked_name: '失効者', state: '状態', requester_id: '事業者' },
  },
  application_templates: {
    name: '申請テンプレート',
    fields: { id: '番号', name: '名前', site_id: '拠点', vehicle_kind: '区分', is_default: '既定', values: '内容', version: '版', ...templateFields },
  },
  request_imports: { name: '依頼データの取込', fields: { id: '番号', file_name: 'ファイル名', read: '読込', inserted: '登録', actor_name: '取込者', created_at: '取込日時' } },
  contacts: {
    name: '連絡',
    fields: { id: '番号', application_id: '申請', contacted: '相手', channel: '手段', said: '内容', follow_up_on: '次の連絡日', actor_name: '記録者', created_at: '日時', closed_at: '完了日時', closed_name: '完了した人' },
  },
  settings: { name: '設定', fields: { key: '設定名', value: '値', label_ja: '項目', updated_at: '更新日時' } },
  audit_log: { name: '操作履歴', fields: auditFields },
  filing_statuses: { name: '申請ステータス', fields: lookup },
  oss_statuses: { name: 'OSSステータス', fields: lookup },
  status_transitions: { name: 'ステータス遷移', fields: {} },
  transition_events: { name: '操作', fields: { event: 'コード', label_ja: '名称', sort: '順', shortcut: 'キー', confirm: '確認' } },
} as const;
