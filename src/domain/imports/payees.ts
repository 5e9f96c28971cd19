import { acceptanceNo as acceptanceNoShape, branchCode, requesterCode } from '../identifiers.ts';
import { choice, text } from '../reader.ts';
import { fileKind, optional, required } from './kind.ts';
import { amount, count, date, month } from './readers.ts';

const acceptanceNo = required('受付番号', acceptanceNoShape);

/** A payee's report that brings counts and yen by branch alone (docs/decisions.md D-23). */
const totals = fileKind({
  month: required('年月', month),
  branch_code: required('支部コード', branchCode),
  count: required('件数', count),
  amount: required('金額', amount),
});

/** 軽検協's monthly report of kei inspection fees. */
export const payeeKeikenkyoFile = { ...fileKind({
  month: required('年月', month),
  acceptance_no: acceptanceNo,
  plate: optional('車両番号', text(40)),
  chassis_no: optional('車台番号', text(40)),
  amount: required('検査手数料', amount),
  paid_on: required('納付日', date),
}), totals };

/** 自動車技術総合機構's monthly report of technical information fees. */
export const payeeKikouFile = { ...fileKind({
  month: required('年月', month),
  acceptance_no: acceptanceNo,
  vehicle_kind: required('区分', choice({ 登録車: 'registered', 軽自動車: 'kei' } as const)),
  amount: required('技術情報管理手数料', amount),
  paid_on: required('納付日', date),
}), totals };

/** 保適証サービス: cases used by each 事業者 in a month. */
export const hotekishoFile = fileKind({
  month: required('年月', month),
  requester_code: required('ユーザID', requesterCode),
  count: required('利用件数', count),
});
