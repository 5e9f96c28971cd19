import { acceptanceNo, applicationNo } from '../identifiers.ts';
import { parsePlate } from '../plate.ts';
import { choice, text } from '../reader.ts';
import { extra, type FileKind, optional, required, type Values } from './kind.ts';
import { amount, date, dateTime, flag } from './readers.ts';

const obtained = choice<boolean>({ 取得済: true, 未取得: false });
/** As the header of AINAS has it; an empty cell says nothing. */
const waived = choice<boolean>({ 無料化対象: true, 有: true, 対象外: false, 無: false });

/**
 * 申請データ as AINAS gives it. The file is the truth (docs/decisions.md D-14): only what must be known to store a row
 * and the shapes of numbers and dates are judged, never plates, weekdays or status labels.
 */
const fields = {
  application_no: required('申請ID', applicationNo),
  vehicle_kind: required(
    '手続種別',
    choice({ 継続検査: 'registered', '(軽)継続検査': 'kei' } as const),
  ),
  application_type: optional('申請種別', choice({ 初回: 'initial', 再申請: 'refiled' } as const), 'initial' as const),
  filing_status_label: optional('申請ステータス', text(40)),
  oss_status_label: optional('OSSステータス', text(40)),
  oss_status_raw: optional('申請状況ステータス', text(100)),
  plate: optional('自動車登録番号/車両番号', text(40)),
  chassis_no: required('車台番号', text(30)),
  ainas_org_id: required('依頼人組織ID', text(20)),
  site_code: required('依頼人拠点コード', text(20)),
  agent_branch_code: optional('代理人拠点コード', text(20)),
  filing_office: optional('申請先', text(60)),
  cashless: optional('キャッシュレス利用', flag, false),
  requested_at: optional('依頼日時', dateTime),
  filed_at: optional('申請日時', dateTime),
  acceptance_no: optional('受付番号', acceptanceNo),
  previous_acceptance_no: optional('前受付番号', acceptanceNo),
  completed_on: optional('完了日', date),
  inspection_fee_amount: optional('検査手数料額', amount),
  inspection_fee_paid_on: optional('検査手数料納付日', date),
  tech_fee_amount: optional('技術情報管理手数料額', amount),
  tech_fee_paid_on: optional('技術情報管理手数料納付日', date),
  weight_tax_amount: optional('自動車重量税額', amount),
  weight_tax_paid_on: optional('自動車重量税納付日', date),
  message_flag: optional('メッセージ', flag, false),
  notice_flag: optional('お知らせ', flag, false),
  due_notice_flag: optional('期限等お知らせ', flag, false),
  // 状況照会 (docs/domain.md §2.10): files have these columns or not
  inspection_fee_waived: extra('検査手数料無料化', waived),
  tech_fee_waived: extra('技術情報管理手数料無料化', waived),
  resume_status_raw: extra('手続再開ステータス', text(100)),
  hotekisho_obtained: extra('保安基準適合証取得', obtained),
  liability_obtained: extra('自賠責保険証取得', obtained),
  review_requested_at: extra('検査記録審査依頼日時', dateTime),
  issue_ready_on: extra('交付準備完了日', date),
  record_agent_name: extra('記録等事務代行名称', text(100)),
  issue_judgement: extra('記録等事務代行交付可能判定結果', text(100)),
};

/** A plate that does not split keeps its raw text; its parts are null. */
const plateColumns = (raw: string | null) => {
  const parts = raw === null ? null : parsePlate(raw);
  return {
    plate_area: parts?.area ?? null,
    plate_class: parts?.class ?? null,
    plate_kana: parts?.kana ?? null,
    plate_number: parts?.number ?? null,
  };
};

const complete = (values: Values<typeof fields>) => ({ ...values, ...plateColumns(values.plate) });

export const ainasFile: FileKind<typeof fields, ReturnType<typeof complete>> = { fields, complete };
