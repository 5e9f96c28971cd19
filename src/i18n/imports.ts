import type { ImportFileError } from '../domain/imports/fileError.ts';
import type { ImportKind } from '../domain/imports/parse.ts';
import type { RowCode } from '../domain/imports/rowCodes.ts';
import { fileErrors, validation } from './validation.ts';

/** Kinds of files the office brings. */
export const importKindLabels: Readonly<Record<ImportKind, string>> = {
  requesters: '事業者',
  sites: '依頼人拠点',
  'debit-accounts': '口座振替の口座',
  ainas: '申請データ（AINAS）',
  'payee-keikenkyo': '納付先報告（軽検協）',
  'payee-kikou': '納付先報告（機構）',
  hotekisho: '保適証サービス利用件数',
};

/** Why a row was refused, or what to look at, and what to do. */
export const rowMessages: Readonly<Record<RowCode, string>> = {
  unknown_requester: '登録されていない事業者です。先に事業者を取り込むか、値を確かめてください。',
  unknown_site: 'この事業者に登録されていない拠点コードです。先に依頼人拠点を取り込むか、値を確かめてください。',
  unknown_branch: '登録されていない支部コードです。値を確かめてください。',
  other_branch: 'ほかの支部が代理人の行です。自支部の代理人拠点コードの行だけを取り込めます。',
  application_no_conflict: 'この申請IDは、別の車両または事業者で登録されています。AINASの申請データを確かめてください。',
  duplicate_in_file: '同じ対象の行が、違う内容でファイルに2つ以上あります。1つだけ残してください。',
  ainas_org_id_taken: 'このAINAS依頼人組織IDは、ほかの事業者に登録されています。値を確かめてください。',
  site_closed: '廃止した拠点のコードは使えません。新しいコードで登録してください。',
  unknown_status: '登録されていないステータスです。「不明」として取り込みます。本部へお知らせください。',
  superseded_in_file: '同じ申請IDの行があとにもあります。あとの行の内容を取り込みます。',
  needs_review: '該当する申請を1つに決められません。要確認として取り込み、確認が済むまで請求しません。',
  completed_without_date: '手続完了ですが完了日がありません。完了日が入るまで請求しません。',
  advance_exists: 'この受付番号の立替は、すでに別の申請に記録されています。立替を二重には記録しません。',
  home_branch_changes: '所属支部が変わります。間違いがないかを確かめてください。',
  area_branch_changes: '管轄支部が変わります。間違いがないかを確かめてください。',
  payee_line_unattributed: 'この受付番号の立替がありません。未帰属として残し、どの事業者にも請求しません。',
  open_case_exists: '同じ車台番号の手続中の申請があります。二重の依頼でないかを確かめてください。',
  payee_line_duplicate: 'この受付番号の立替は、すでに別の行と照合されています。重複として残し、請求しません。',
  wrong_month: 'まだ来ていない年月か、納付日より前の年月です。年月の違うファイルは、全体を取り込みません。',
  other_debit_date: 'この引落日の口座振替データは作成されていません。引落日の違うファイルです。',
  debit_result_twice: 'この引落日の結果は、すでに反映されています。同じファイルは二度取り込めません。',
  other_consignor: '委託者コードか種別が、作成した口座振替データと違います。',
  not_in_debit_file: '作成した口座振替データにない顧客番号です。',
  debit_line_twice: '同じ顧客番号の行が2つ以上あります。',
  debit_amount_differs: '引落金額が、作成した口座振替データと違います。',
  debit_account_differs: '口座が、作成した口座振替データと違います。',
  unknown_result_code: '定められていない振替結果コードです。0・1・2・3・4・8・9のどれかです。',
  debit_total_differs: 'トレーラの件数・金額が、明細行の合計と合いません。',
  debit_lines_missing: '作成した口座振替データより行が足りません。',
};

const sentences: Readonly<Record<string, string>> = { ...validation, ...rowMessages };

/** The sentence for a refused cell or a warning. */
export const rowMessage = (code: string): string => sentences[code] ?? validation.invalid_value;

/** Column names that a sentence can carry; a wrong file lacks dozens. */
const NAMED = 5;

/** One or two sentences for a file that cannot be imported as a whole: the kind it rather looks like, else what it lacks. */
export const fileMessage = ({ code, details }: ImportFileError): string => {
  const looksLike = Object.entries(importKindLabels).find(([kind]) => kind === details.looks_like)?.[1];
  if (looksLike !== undefined) return `「${looksLike}」のファイルのようです。取り込むデータの種類を選び直すか、別のファイルを選んでください。`;
  const named = details.missing ?? details.duplicate ?? [];
  const line = details.line === undefined ? '' : `（${details.line}行目）`;
  const more = named.length > NAMED ? ` ほか${named.length - NAMED}列` : '';
  const columns = named.length === 0 ? '' : `（${named.slice(0, NAMED).join('、')}${more}）`;
  return `${fileErrors[code]}${columns}${line}`;
};
