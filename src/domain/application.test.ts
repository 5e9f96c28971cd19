import { describe, expect, it } from 'vitest';
import { applicationDraft, applicationRegistration, applicationToSend, applicationUpdate } from './application.ts';
import { branch } from './branch.ts';
import { memberUpdate, newMember } from './member.ts';
import { requester } from './requester.ts';
import { newSite } from './site.ts';

const user = { ownership: 'individual', name: '継続　太郎', address_1: '東京都品川区東品川', address_2: '２２丁目２２－２２２' };
const registered = {
  vehicle_kind: 'registered', plate_area: '品川', plate_class: '600', plate_kana: 'さ', plate_number: '11-11', chassis_no: 'car－01210002',
  site_id: 1, agent_branch_id: 18, update_method: 'office', certificate_period: '2年指定整備車', user,
};
const { certificate_period: _period, ...common } = registered;
const kei = { ...common, vehicle_kind: 'kei', plate_class: '', no_plate_class: true, receipt_by: 'agent', certificate_no: '12345051205' };

const problems = (schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } } }, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('request', () => {
  it('is normalised', () => {
    expect(applicationToSend.parse(registered)).toMatchObject({
      plate_number: '1111', chassis_no: 'CAR-01210002', cashless: false, memo: null, user: { address_2: '２２丁目２２−２２２', representative: null },
    });
    expect(problems(applicationToSend, kei)).toEqual([]);
  });

  it('may be saved before everything is known, but not sent', () => {
    const draft = { ...registered, certificate_period: '', user: {} };
    expect(problems(applicationDraft, draft)).toEqual([]);
    expect(problems(applicationToSend, draft)).toEqual([
      'certificate_period: required', 'user.name: required', 'user.address_1: required', 'user.ownership: required',
    ]);
    expect(problems(applicationToSend, { ...kei, receipt_by: null })).toEqual(['receipt_by: required']);
  });

  it('reports every wrong field at once', () => {
    expect(
      problems(applicationDraft, { ...registered, plate_kana: 'し', chassis_no: '', planned_on: '2026/02/30', user: { ...user, address_1: '品川区', name: '髙橋' } }),
    ).toEqual(['plate_kana: invalid_plate_kana', 'chassis_no: required', 'planned_on: invalid_date', 'user.name: not_jis_x_0208', 'user.address_1: prefecture_missing']);
  });

  it('keeps the kinds apart', () => {
    expect(problems(applicationDraft, { ...registered, small_plate: true, receipt_by: 'agent' })).toEqual([
      'small_plate: not_for_registered', 'receipt_by: not_for_registered',
    ]);
    expect(problems(applicationUpdate('kei'), { update_method: 'office', cashless: true, user: {} })).toEqual(['cashless: not_for_kei']);
    expect(problems(applicationRegistration, { ...kei, plate_class: '580' })).toEqual(['plate_class: plate_class_not_allowed']);
    expect(problems(applicationRegistration, { ...kei, no_plate_class: false })).toEqual(['plate_class: required']);
  });

  it('asks for a 委託番号 where this request names one, and drops one left over', () => {
    expect(problems(applicationDraft, { ...registered, update_method: 'agent_specific' })).toEqual(['record_agent_no: record_agent_no_required']);
    expect(applicationDraft.parse({ ...registered, record_agent_no: '3280387012' }).record_agent_no).toBeNull();
  });

  it('exempts from fees only a 公用車 with its 電子委任状', () => {
    const waived = { inspection_fee_waived: true, tech_fee_waived: true };
    expect(applicationDraft.parse({ ...registered, ...waived, mandate_kind: 'public_vehicle' })).toMatchObject(waived);
    expect(applicationDraft.parse({ ...registered, ...waived, mandate_kind: 'portal' })).toMatchObject({ inspection_fee_waived: false, tech_fee_waived: false });
    expect(applicationDraft.parse({ ...kei, ...waived })).toMatchObject({ inspection_fee_waived: false, tech_fee_waived: false });
  });
});

describe('organisations and people', () => {
  it('site, branch, requester', () => {
    const site = { code: '001', name: '本社工場', short_name: '本社', requester_id: 1, branch_id: 2 };
    expect(newSite.parse(site)).toMatchObject({ record_agent_no: null });
    expect(problems(newSite, { ...site, code: 'AA-1', short_name: 'Ａ'.repeat(11), branch_id: null })).toEqual([
      'code: invalid_site_code', 'short_name: too_long', 'branch_id: required',
    ]);
    expect(problems(branch, { code: '118', name: '東京', region: '関東', office: '', phone: 'x' })).toEqual(['office: required', 'phone: invalid_phone']);
    const company = { code: 'C0000001', name: '有限会社みなと', branch_id: 18, debit_cycle: 27, collection: 'head_office', onboarding_status: 'received', contract_status: 'active' };
    expect(problems(requester, company)).toEqual([]);
    expect(problems(requester, { ...company, debit_cycle: 15, report_email: 'x' })).toEqual(['debit_cycle: required', 'report_email: invalid_email']);
  });

  it('member: scope follows from the role', () => {
    const person = { login_id: 'C0000001-Op', display_name: '担当 一郎', role: 'submitter', requester_id: 1 };
    expect(newMember.parse(person)).toMatchObject({ login_id: 'c0000001-op', email: null, site_id: null });
    expect(problems(newMember, { ...person, email: 'a@example.jp' })).toEqual(['login_id: one_sign_in_name']);
    expect(problems(memberUpdate, { ...person, role: 'site_admin' })).toEqual(['site_id: site_required']);
    expect(problems(memberUpdate, { ...person, role: 'requester_admin', site_id: 3 })).toEqual(['site_id: site_not_allowed']);
    expect(problems(memberUpdate, { ...person, display_name: '担当（仮）' })).toEqual(['display_name: no_symbols_allowed']);
    expect(problems(memberUpdate, { display_name: '東京', role: 'branch_staff' })).toEqual(['branch_id: required']);
  });
});
