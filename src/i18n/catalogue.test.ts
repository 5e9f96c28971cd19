import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from 'ra-language-english';
import { ROLES } from '../providers/access.ts';
import { RESOURCES } from '../providers/resources.ts';
import { catalogue, hasMessage, translate } from './translate.ts';

const filesUnder = (folder: URL, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => readFileSync(new URL(name, folder), 'utf8'));

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`)));

/** Columns that docs/contract.md promises, which screens and exports may name. */
const CONTRACT: Record<string, string> = {
  branches: 'code name region office postal_code address phone',
  requesters: 'code name branch_id ainas_org_id member_code onboarding_status contract_status debit_cycle collection report_email',
  sites: 'code name short_name requester_id branch_id record_agent_no status',
  members: 'login_id display_name role branch_id requester_id site_id disabled_at password_expires_on last_sign_in_at',
  applications: 'request_no application_no vehicle_kind filing_status oss_status outcome agent_branch_id home_branch_id requester_id site_id plate_area plate_class plate_kana plate_number chassis_no cashless inspection_expires_on requested_at filed_at acceptance_no completed_on procedure_completed_on version available_events',
  application_events: 'event from_filing_status from_oss_status to_filing_status to_oss_status actor_id source note created_at',
  fee_payments: 'fee_kind amount status paid_on due_on',
  advances: 'fee_kind acceptance_no paid_acceptance_no advanced_on amount state billed_in',
  statements: 'number month requester_id usage_count usage_amount hotekisho_count hotekisho_amount taxable_10 tax_10 kei_fee_amount tech_fee_amount adjustment_amount total outstanding_before debit_cycle debit_on status',
  usage_daily: 'day agent_branch_id vehicle_kind requested filed completed corrections rejections withdrawals',
  usage_monthly: 'month agent_branch_id requester_id site_id vehicle_kind requested filed completed corrections rejections withdrawals',
  notices: 'posted_on important audience title body link',
};

describe('the catalogue', () => {
  it('has every message of react-admin', () => {
    expect(keysOf(english).filter((key) => !hasMessage(key) && key !== 'ra.guesser.empty.message')).toEqual([]);
  });

  it('names every resource of the data provider', () => {
    expect(Object.keys(RESOURCES).filter((name) => !hasMessage(`resources.${name}.name`))).toEqual([]);
  });

  it('labels every column of the contract', () => {
    const wanted = Object.entries(CONTRACT).flatMap(([resource, columns]) => columns.split(' ').map((column) => `resources.${resource}.fields.${column}`));
    expect(wanted.filter((key) => !hasMessage(key))).toEqual([]);
  });

  it('labels every role', () => {
    expect(ROLES.filter((role) => !hasMessage(`role.${role}`))).toEqual([]);
  });

  it('has a sentence for every refusal of the database', () => {
    const migrations = filesUnder(new URL('../../supabase/migrations/', import.meta.url), /\.sql$/);
    const codes = migrations.flatMap((sql) => [...sql.matchAll(/\brefuse\(\s*\d{3}\s*,\s*'([a-z_]+)'/g)].map(([, code]) => code ?? ''));
    expect([...new Set(codes)].filter((code) => !hasMessage(`errors.${code}`))).toEqual([]);
  });

  it('has no English left in it', () => {
    expect(catalogue().filter(([, text]) => /^[A-Za-z ]{4,}$/.test(text))).toEqual([]);
  });

  it('fills in names and thousands separators, and leaves out what is not given', () => {
    expect(translate('result.partly', { done: 1048, failed: 2 })).toBe('1,048件を処理しました。2件は処理できませんでした。');
    expect(translate('errors.config_missing')).toBe('システムの設定（/config.json）に  がありません。管理者が設定してから、画面を読み込み直してください。');
  });
});
